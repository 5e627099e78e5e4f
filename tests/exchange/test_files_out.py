import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from annotator.exchange.files_out import MARK, beside, file_or_folder_out, file_out, folder_out
from annotator.model.errors import ExchangeError


class BrokenError(Exception):
    pass


def write_half(way: Callable[[Path], AbstractContextManager[object]], target: Path) -> None:
    with way(target) as made:
        if isinstance(made, Path):
            (made / "two.ann").write_text("two")
        raise BrokenError


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_takes_its_place_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    target.write_bytes(b"old")
    with file_out(target) as file:
        file.write(b"new")
        file.flush()
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["a.jsonl"]


def test_a_failure_leaves_the_old_file_and_no_trace(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(BrokenError):
        write_half(file_out, target)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.jsonl"]


def test_a_link_stays_a_link_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with file_out(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_place_that_cannot_be_written_is_named_in_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(ExchangeError, match=r"none/a\.jsonl cannot be written: No such file"),
        file_out(tmp_path / "none" / "a.jsonl"),
    ):
        pass
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExchangeError, match="cannot be written"), folder_out(tmp_path / "file" / "a"):
        pass


def test_a_folder_replaces_one_that_was_written_here(tmp_path: Path) -> None:
    target = tmp_path / "corpus"
    for content in ("one", "two"):
        with folder_out(target) as folder:
            (folder / f"{content}.ann").write_text(content)
    assert names(target) == [MARK, "two.ann"]
    assert names(tmp_path) == ["corpus"]


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.mkdir()
    (target / "thesis.txt").write_text("years of work")
    for way in (folder_out, file_or_folder_out):
        with pytest.raises(ExchangeError, match="did not write"), way(target) as folder:
            (folder / "a").write_text("a")
    with pytest.raises(ExchangeError, match="did not write"), file_out(target) as file:
        file.write(b"a")
    assert names(target) == ["thesis.txt"]
    assert names(tmp_path) == ["mine"]


def test_an_empty_folder_may_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "empty"
    target.mkdir()
    with folder_out(target) as folder:
        (folder / "a.ann").write_text("a")
    assert names(target) == [MARK, "a.ann"]


def test_a_folder_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "corpus"
    with folder_out(target) as folder:
        (folder / "one.ann").write_text("one")
    with pytest.raises(BrokenError):
        write_half(folder_out, target)
    assert names(target) == [MARK, "one.ann"]
    assert names(tmp_path) == ["corpus"]


def test_a_folder_comes_back_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "corpus"
    with folder_out(target) as folder:
        (folder / "one.ann").write_text("one")
    monkeypatch.setattr(Path, "replace", lambda *_: os.open("/none/at/all", os.O_RDONLY))
    with pytest.raises(ExchangeError, match="cannot be written"), folder_out(target) as folder:
        (folder / "two.ann").write_text("two")
    assert names(target) == [MARK, "one.ann"]
    assert names(tmp_path) == ["corpus"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX lets a folder be synced")
def test_everything_in_a_folder_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "corpus"
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    with folder_out(target) as folder:
        (folder / "annotation" / "a").mkdir(parents=True)
        for name in ("one", "annotation/two", "annotation/a/three"):
            (folder / name).write_text(name)
    assert {each.stat().st_ino for each in (target, *target.rglob("*"))} <= set(synced[:-1])
    assert synced[-1] == tmp_path.stat().st_ino  # the swap itself


def test_a_file_that_cannot_be_synced_stops_the_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "corpus"
    with folder_out(target) as folder:
        (folder / "one.ann").write_text("one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExchangeError, match="No space left on device"), folder_out(target) as folder:
        (folder / "two.ann").write_text("two")
    assert names(target) == [MARK, "one.ann"]
    assert names(tmp_path) == ["corpus"]


def test_one_file_becomes_the_target_and_several_a_folder_whatever_stood_there(tmp_path: Path) -> None:
    target = tmp_path / "a.spacy"
    for count in (1, 2, 1, 3, 3):
        with file_or_folder_out(target) as folder:
            for number in range(count):
                (folder / f"{number}.spacy").write_text("a")
        assert target.is_dir() == (count > 1)
    assert names(target) == [MARK, "0.spacy", "1.spacy", "2.spacy"]
    assert names(tmp_path) == ["a.spacy"]


@pytest.mark.parametrize(
    ("target", "found"),
    [("a.jsonl", "a.schema.toml"), ("news.v1.jsonl", "news.v1.schema.toml"), ("corpus", "corpus.schema.toml")],
)
def test_what_goes_beside_a_target_has_its_name(target: str, found: str) -> None:
    assert beside(Path("out") / target, "schema.toml") == Path("out") / found
