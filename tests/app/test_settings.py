from pathlib import Path

import pytest

from annotator.app.settings import Settings, load_settings, save_settings


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    chosen = Settings(look="dark", when_left="refuse", line_spacing=1.4, keys={"edit.undo": ["Ctrl+Alt+Z"]})
    save_settings(chosen, path)
    assert load_settings(path) == chosen


def test_only_what_differs_from_the_defaults_is_written(tmp_path: Path) -> None:
    save_settings(Settings(look="dark"), tmp_path / "settings.toml")
    assert (tmp_path / "settings.toml").read_text() == 'look = "dark"\n'


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize("broken", [b"look = ", b'look = "sepia"', b"\xff\xfe"])
def test_an_unreadable_file_gives_the_defaults_and_is_set_aside(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(broken)
    assert load_settings(path) == Settings()
    save_settings(Settings(look="dark"), path)
    assert (tmp_path / "settings.unreadable.toml").read_bytes() == broken
