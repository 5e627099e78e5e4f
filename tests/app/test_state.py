from pathlib import Path

import pytest

from annotator.app import state
from annotator.app.state import Spot, State, load_state, save_state


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "state" / "state.json"
    monkeypatch.setattr(state, "state_file", lambda: path)
    return path


def test_what_was_remembered_is_there_at_the_next_start(place: Path) -> None:
    kept = State(
        annotator="Ada", zoom=1.5, windows={"main": "AAA="}, recent=["/a"], spots={"/a": Spot(article=3, top=9)}
    )
    save_state(kept)
    assert load_state() == kept
    assert [each.name for each in place.parent.iterdir()] == ["state.json"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"look": "pink"}', b'{"annotator": "\xff"}', b"\x00\xff"])
def test_a_file_that_cannot_be_read_is_the_same_as_none(place: Path, content: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    assert load_state() == State()


def test_without_a_file_everything_starts_fresh(place: Path) -> None:
    assert not place.exists()
    assert load_state() == State()


def test_a_newer_program_may_have_remembered_more(place: Path) -> None:
    place.parent.mkdir()
    place.write_text('{"annotator": "Ada", "moon": "full"}', encoding="utf-8")
    assert load_state() == State(annotator="Ada")


def test_a_folder_that_cannot_be_written_disturbs_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(state, "state_file", lambda: tmp_path / "file" / "state.json")
    save_state(State(annotator="Ada"))
    assert load_state() == State()


def test_the_project_last_opened_comes_first_and_ten_are_kept(tmp_path: Path) -> None:
    kept = State()
    for number in range(12):
        kept.remember_project(tmp_path / f"{number}.annodb")
    kept.remember_project(tmp_path / "5.annodb")
    names = [Path(each).stem for each in kept.recent]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]


def test_a_project_that_drops_out_takes_its_place_with_it(tmp_path: Path) -> None:
    kept = State(spots={str(tmp_path / f"{name}.annodb"): Spot(article=2) for name in ("gone", "0")})
    kept.remember_project(tmp_path / "0.annodb")
    assert kept.spots == {str(tmp_path / "0.annodb"): Spot(article=2)}
    kept.forget_project(tmp_path / "0.annodb")
    assert kept.recent == []
