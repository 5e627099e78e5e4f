"""Where `resources/` and `datasets/` lie: in a checkout, an installed wheel or a frozen program.

Standard library only, so that every layer may ask. Nothing else in the program builds such a path.
"""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """The folder that holds `resources/` and `datasets/`."""
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / "annotator"
    installed = (_PACKAGE / "resources").is_dir()
    return _PACKAGE if installed else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A file or folder of `resources/`, for example `resource("schemas", "news.toml")`."""
    return _root().joinpath("resources", *parts)


def dataset(*parts: str) -> Path:
    """A file or folder of `datasets/`, for example `dataset("seed")`."""
    return _root().joinpath("datasets", *parts)


def program() -> list[str]:
    """The command that starts this program again, for child processes."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "annotator"]
