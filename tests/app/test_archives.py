"""Archives and folders of files to import: what is taken out, what is refused, and that nothing is left behind."""

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from app_cases import new_project, texts_of

from annotator.app.importing import FileWish, ImportOptions, import_paths, walk_problems
from annotator.app.sources import Source, find_files, walk_sources
from annotator.exchange import archives
from annotator.store import articles
from annotator.store.project import Project


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "empty.annodb") as made:
        yield made


@pytest.fixture(autouse=True)
def unpacked_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where archives are unpacked, which is empty afterwards."""
    folder = tmp_path / "unpacked"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def packed(path: Path, **members: str | bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def reasons(project: Project, path: Path) -> dict[str, str]:
    return {each.place.removeprefix(str(path)): each.reason for each in walk_problems(import_paths(project, [path]))}


def test_files_of_every_format_in_an_archive_come_in_with_their_places(empty: Project, tmp_path: Path) -> None:
    members = {
        "news/a.txt": "News of a.",
        "news/b.jsonl": json.dumps({"text": "News of b."}) + "\n{}",
        "t.csv": "title,text\nC,News of c.\nD\n",
        "picture.png": b"PNG",
        ".hidden.txt": "Hidden.",
        "__MACOSX/a.txt": "Left by a system.",
    }
    path = packed(tmp_path / "news.zip", **members)
    told: list[tuple[int, int]] = []
    report = import_paths(empty, [path], ImportOptions(report=lambda done, of: told.append((done, of))))
    assert texts_of(empty) == ["News of c.", "News of a."]
    assert [each.place for each in report.failed] == [f"{path}/news/b.jsonl"]
    assert f"{path}/news/b.jsonl, line 2" in report.failed[0].reason
    assert [each.place for each in report.refused] == [f"{path}/t.csv, row 3"]
    assert "unpacked" not in " ".join(each.reason for each in walk_problems(report))
    assert told[-1] == (told[-1][1], told[-1][1])


def test_an_archive_in_a_folder_and_one_in_an_archive_are_opened_and_a_third_is_not(
    empty: Project, tmp_path: Path
) -> None:
    third = packed(tmp_path / "third.zip", **{"c.txt": "Too deep."})
    second = packed(tmp_path / "second.zip", **{"b.txt": "News of b.", "third.zip": third.read_bytes()})
    (tmp_path / "in").mkdir()
    path = packed(tmp_path / "in" / "first.zip", **{"a.txt": "News of a.", "second.zip": second.read_bytes()})
    report = import_paths(empty, [tmp_path / "in"])
    assert texts_of(empty) == ["News of a.", "News of b."]
    (problem,) = report.failed
    assert problem.place == f"{path}/second.zip/third.zip"


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "a/../../out.txt", "C:\\out.txt", "..\\out.txt", "a:b.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused_and_the_others_come_in(
    empty: Project, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "slip.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("good.txt", "Good news.")
        info = ZipInfo("x")
        info.filename = name
        archive.writestr(info, "Bad news.")
    before = set(tmp_path.rglob("*"))
    (reason,) = reasons(empty, path).values()
    assert "leads out of the archive" in reason
    assert texts_of(empty) == ["Good news."]
    assert set(tmp_path.rglob("*")) == before


def test_a_member_that_unpacks_to_far_too_much_is_refused(
    empty: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_SMALL", 1000)
    path = packed(tmp_path / "bomb.zip", **{"a.txt": "0" * 30_000_000, "b.txt": "Good news."})
    monkeypatch.setattr(archives, "_DENSEST", 100)
    assert "not what it seems" in reasons(empty, path)["/a.txt"]
    assert texts_of(empty) == ["Good news."]
    monkeypatch.setattr(archives, "LARGEST", 5)
    assert "unpacks to more than 5 bytes" in reasons(empty, path)["/b.txt"]


def test_a_member_that_lies_about_its_size_is_stopped_or_refused(
    empty: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = packed(tmp_path / "lie.zip", **{"a.txt": "0" * 3_000_000})
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(mark) + offset
        content[at : at + 4] = struct.pack("<I", 10)
    path.write_bytes(content)
    monkeypatch.setattr(archives, "LARGEST", 1000)
    assert reasons(empty, path)
    assert texts_of(empty) == []


def test_a_member_with_a_password_is_named(empty: Project, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{"a.txt": "Secret."})
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    path.write_bytes(content)
    assert "needs a password" in reasons(empty, path)["/a.txt"]


def test_a_member_without_a_name_is_refused(empty: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        info = ZipInfo("x")
        info.filename = ""
        archive.writestr(info, "News.")
    assert "leads out of the archive" in reasons(empty, path)["/"]


def test_what_is_no_archive_is_named_and_the_rest_comes_in(empty: Project, tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_text("no archive", encoding="utf-8")
    (tmp_path / "good.txt").write_text("Good news.", encoding="utf-8")
    report = import_paths(empty, [tmp_path / "bad.zip", tmp_path / "good.txt"])
    assert "is no zip archive" in report.failed[0].reason
    assert texts_of(empty) == ["Good news."]


def test_a_large_folder_is_unpacked_a_few_files_at_a_time(
    tmp_path: Path, unpacked_to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_TOGETHER", 20)
    path = packed(
        tmp_path / "a.zip", **{f"{at}.{kind}": "text text text" for at in range(4) for kind in ("txt", "csv")}
    )
    there = []
    for source in walk_sources([path]):
        assert isinstance(source, Source)
        there.append(sum(each.is_file() for each in unpacked_to.rglob("*")))
    assert there == [2] * 8


def test_an_import_of_an_archive_that_is_stopped_keeps_whole_files_only(empty: Project, tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"News {at}."}) + "\n" for at in range(9))
    path = packed(tmp_path / "a.zip", **{"1.txt": "First.", "2.jsonl": lines, "3.txt": "Third."})
    asked: list[int] = []
    report = import_paths(empty, [path], ImportOptions(cancelled=lambda: len(asked) > 4 or asked.append(1) is not None))
    assert report.cancelled
    assert texts_of(empty) == ["First."]


def test_a_file_in_an_archive_can_be_read_in_its_own_way(empty: Project, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{"1.csv": "a,text\nNews.,no\n", "2.csv": "text\nMore.\n"})
    import_paths(empty, [path], ImportOptions(files={f"{path}/1.csv": FileWish(fields={"text": "a", "-1": "text"})}))
    assert texts_of(empty) == ["News.", "More."]
    assert articles.get(empty, 1).meta == {}


def test_an_archive_without_a_file_to_import_says_so(empty: Project, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{"a.png": "a picture", ".hidden.txt": "News."})
    assert reasons(empty, path) == {"": "There is no file in the archive that can be imported."}


def test_zip_files_are_found_in_folders(tmp_path: Path) -> None:
    path = packed(tmp_path / "A.ZIP", **{"a.txt": "News."})
    assert find_files([tmp_path]) == ([path], [])
