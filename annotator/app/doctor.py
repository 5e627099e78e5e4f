"""`annotator doctor`: what this machine has, what it lacks, and how to add it."""

import ctypes.util
import platform
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

import annotator
from annotator.app import folders

# The library that Qt loads, and the Debian package that has it.
LINUX_LIBRARIES = {
    "EGL": "libegl1",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "fontconfig",
}
_PACKAGES = ("PySide6-Essentials", "spacy", "sqlite-utils", "pyqtgraph", "numpy", "msgspec", "typer")
_OLDEST_SQLITE = (3, 37, 0)  # STRICT tables


class Finding(msgspec.Struct, frozen=True):
    """One line: what was looked at, what was found, and what to do when it is not well."""

    name: str
    found: str
    remedy: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be done."""
        return not self.remedy


def findings() -> list[Finding]:
    """Everything worth knowing about this machine."""
    found = [
        Finding("annotator", annotator.__version__),
        Finding("Python", f"{platform.python_version()} on {platform.system()} {platform.release()}"),
        _sqlite(),
        *(_package(name) for name in _PACKAGES),
        _model(),
    ]
    if sys.platform.startswith("linux"):
        found += [_libraries(), _fonts()]
    found += _formats()
    found.append(Finding("settings", str(folders.settings_file().parent)))
    found.append(Finding("state", str(folders.state_file().parent)))
    found.append(Finding("logs", str(folders.log_folder())))
    return found


def _sqlite() -> Finding:
    connection = sqlite3.connect(":memory:")
    options = {name for (name,) in connection.execute("PRAGMA compile_options")}
    connection.close()
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE or "ENABLE_FTS5" not in options:
        remedy = "Use a Python with SQLite 3.37 or newer and FTS5, such as the one from python.org."
        return Finding("SQLite", sqlite3.sqlite_version, remedy)
    return Finding("SQLite", f"{sqlite3.sqlite_version} with FTS5")


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, "missing", f"Install it with: pip install {name}")


def _model() -> Finding:
    from annotator.model.errors import SuggestError
    from annotator.suggest.available import find, installed

    try:
        best = find()
    except SuggestError as error:
        return Finding("model", "none", error.sentence)
    others = [str(each) for each in installed() if each.name != best.name]
    return Finding("model", f"{best}" + (f" (also installed: {', '.join(others)})" if others else ""))


def _libraries() -> Finding:
    missing = [package for name, package in LINUX_LIBRARIES.items() if ctypes.util.find_library(name) is None]
    if missing:
        return Finding("libraries of Qt", "missing: " + ", ".join(missing), f"apt-get install {' '.join(missing)}")
    return Finding("libraries of Qt", "all there")


def _fonts() -> Finding:
    places = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    for place in places:
        if place.is_dir() and any(each.suffix in {".ttf", ".otf", ".ttc", ".pfb"} for each in place.rglob("*")):
            return Finding("fonts", "there")
    return Finding("fonts", "none", "apt-get install fonts-dejavu")


def _formats() -> list[Finding]:
    from annotator.exchange import registry

    found = []
    for title, formats in (("formats in", registry.readers()), ("formats out", registry.writers())):
        remedy = "; ".join(f"{name}: {why}" for name, why in formats.failed.items())
        found.append(Finding(title, ", ".join(formats.loaded), remedy))
    return found
