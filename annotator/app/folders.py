"""The user's folders: settings, state and logs, where the system wants them."""

from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs(appname="news-annotator", appauthor=False)


def settings_file() -> Path:
    """The file that holds the settings a person changed."""
    return Path(_DIRS.user_config_dir) / "settings.toml"


def state_file() -> Path:
    """The file that holds what the program remembers: recent projects, window places."""
    return Path(_DIRS.user_state_dir) / "state.json"


def log_folder() -> Path:
    """Where the logs lie."""
    return Path(_DIRS.user_log_dir)


def documents_folder() -> Path:
    """Where new projects are proposed to lie."""
    return Path(_DIRS.user_documents_dir)


def models_folder() -> Path:
    """Where trained pipelines are proposed to lie."""
    return Path(_DIRS.user_data_dir) / "models"
