import ctypes.util
import sys

import pytest

import annotator
from annotator.app import doctor
from annotator.app.doctor import LINUX_LIBRARIES, Finding, findings
from annotator.model.errors import SuggestError
from annotator.suggest import available


def finding(name: str) -> Finding:
    (found,) = (each for each in findings() if each.name == name)
    return found


def test_missing_libraries_are_named_with_the_packages_that_have_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None if name in ("EGL", "xcb-cursor") else "x.so")
    found = finding("libraries of Qt")
    assert not found.is_well
    assert found.found == "missing: libegl1, libxcb-cursor0"
    assert found.remedy == "apt-get install libegl1 libxcb-cursor0"


def test_libraries_that_are_there_need_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: f"lib{name}.so")
    assert finding("libraries of Qt") == Finding("libraries of Qt", "all there")


def test_all_libraries_of_the_readme_are_looked_for() -> None:
    wanted = {"libegl1", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"}
    assert set(LINUX_LIBRARIES.values()) == wanted | {"libdbus-1-3", "fontconfig"}


def test_elsewhere_nobody_asks_for_the_libraries_of_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "libraries of Qt" not in {each.name for each in findings()}


def test_a_missing_model_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise SuggestError("pipeline.missing", "There is none: install one.")

    monkeypatch.setattr(available, "find", none)
    assert finding("model") == Finding("model", "none", "There is none: install one.")


def test_a_missing_package_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_PACKAGES", ("no-such-package",))
    assert finding("no-such-package").remedy == "Install it with: pip install no-such-package"


def test_versions_model_and_folders_are_told() -> None:
    found = {each.name: each for each in findings()}
    assert found["annotator"].found == annotator.__version__
    assert found["model"].found.startswith(str(available.find()))
    assert found["SQLite"].found.endswith("with FTS5")
    for name in ("settings", "state", "logs"):
        assert "news-annotator" in found[name].found
    assert found["formats in"].is_well
    assert "jsonl" in found["formats out"].found
