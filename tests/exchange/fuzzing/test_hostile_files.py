"""Files made to do harm, a kind at a time, given to every reader that the kind concerns; see `harness` for what is
watched. What one format alone must withstand is tested with that format.
"""

import os
import subprocess
import sys
import zlib
from pathlib import Path

import hostile_cases as hostile
import msgspec
import pytest
from harness import MEGABYTE, memory
from hostile_cases import HEADS, IN_JSON, IN_XML, IN_ZIP, SECRET, first, laid
from mutations import NAMES, unzipped, zipped
from seed_files import readers, seeds
from test_every_reader_fuzzed import INPUTS, lay, tried

from annotator.exchange import archives
from annotator.exchange.protocols import Incoming, ReadOptions
from annotator.model.errors import ExchangeError

LINE = 300 * MEGABYTE if INPUTS < 10_000 else 2**30  # bytes of a line: more than every reader's bound
MEMORY = 1000 * MEGABYTE  # bytes that a reader may take on such a line
LITTLE = 200 * MEGABYTE  # bytes that others may take


def withstood(name: str, content: bytes | str, folder: Path) -> str:
    """What is wrong with how a reader takes a file; "" for nothing."""
    return tried(readers()[name], laid(name, content), folder / "in", ReadOptions())


def said(name: str, content: bytes, folder: Path) -> str:
    """All that a reader makes of a file: its articles and refusals, or its error."""
    path = lay(folder / "said", laid(name, content))
    try:
        return repr(list(readers()[name].read(path, options=ReadOptions())))
    except ExchangeError as error:
        return error.sentence


def test_every_reader_has_a_beginning() -> None:
    assert HEADS.keys() == readers().keys()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited as Linux does it")
def test_a_line_without_an_end_fills_no_memory(tmp_path: Path) -> None:
    script = Path(__file__).with_name("endless.py")
    run = [sys.executable, str(script), str(tmp_path), str(LINE), str(MEMORY)]
    done = subprocess.run(run, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    told = dict(line.split("\t", 1) for line in done.stdout.splitlines())
    assert told.keys() == HEADS.keys()
    assert [name for name, sentence in told.items() if f"{tmp_path}{os.sep}a" not in sentence] == []


def check_entities(name: str, content: bytes, folder: Path) -> None:
    with memory() as taken:
        assert withstood(name, content, folder) == ""
        made = said(name, content, folder)
    assert SECRET not in made
    assert "ha" * 51 not in made
    assert taken[0] < LITTLE


@pytest.mark.parametrize("name", IN_XML)
def test_entities_bring_nothing_in(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "secret.dtd").write_text(f'<!ENTITY x "{SECRET}">')
    for change in hostile.entities(tmp_path.as_posix()):
        check_entities(name, change(first(name, b"<")[1]), tmp_path)


PARTS = ("document.xml", "core.xml", "sheet1.xml", "sharedStrings.xml", "workbook.xml", "Types].xml", ".rels")


@pytest.mark.parametrize("name", ["docx", "xlsx", "nexis"])
def test_entities_within_a_zipped_format_bring_nothing_in(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "secret.dtd").write_text(f'<!ENTITY x "{SECRET}">')
    sound = first(name, b"PK")[1]
    for change in hostile.entities(tmp_path.as_posix()):
        for part in PARTS:
            content = hostile.in_members(sound, change, (part,))
            if content != sound:
                check_entities(name, content, tmp_path)


@pytest.mark.parametrize("name", IN_ZIP)
def test_a_name_in_an_archive_leads_nowhere(name: str, tmp_path: Path) -> None:
    _, sound = first(name, b"PK")
    for odd in (*NAMES, "../" * 20 + "tmp/out.txt", "a/../../out.txt", "/".join(["deep"] * 2000), "../a.txt\0.png"):
        content = zipped([(odd, b"Out."), *unzipped(sound), (odd.replace(".txt", ".xmi"), b"<a/>")])
        assert withstood(name, content, tmp_path) == "", odd
    assert not (tmp_path.parent / "out.txt").exists()


@pytest.mark.parametrize(
    ("name", "member"),
    [
        *(("docx", "word/document.xml"), ("docx", "docProps/core.xml"), ("nexis", "word/document.xml")),
        *(("xlsx", "xl/worksheets/sheet1.xml"), ("xlsx", "xl/workbook.xml"), ("xmi", "annotation/a/z.xmi")),
        *(("xmi", "z.zip"), ("cas-json", "annotation/a/z.json"), ("webanno", "annotation/a/z.tsv")),
        *(("archive", "z.txt"), ("archive", "z.zip")),
    ],
)
def test_a_member_that_unpacks_to_far_more_fills_no_memory(name: str, member: str, tmp_path: Path) -> None:
    content = hostile.with_bomb(first(name, b"PK")[1], member)
    with memory() as taken:
        assert withstood(name, content, tmp_path) == ""
    assert len(content) < 2 * MEGABYTE
    assert taken[0] < LITTLE


def test_a_bomb_below_zlib_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.docbin_file.LARGEST", 2**26)
    bomb = zlib.compress(bytes(100 * MEGABYTE), 1)
    message = {"attrs": [65], "tokens": b"", "spaces": b"", "lengths": b"\xff\xff\xff\x7f" * 1000, "strings": []}
    with memory() as taken:
        assert withstood("spacy", bomb, tmp_path) == ""
        assert withstood("spacy", zlib.compress(msgspec.msgpack.encode(message)), tmp_path) == ""
    assert "holds more than" in said("spacy", bomb, tmp_path)
    assert taken[0] < LITTLE


def test_a_cell_that_parquet_repeats_is_not_multiplied_in_memory(tmp_path: Path) -> None:
    """A long text once in the file's dictionary, and a hundred thousand rows that name it."""
    import pyarrow
    import pyarrow.parquet

    texts = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 100_000, pyarrow.int32()), ["word " * 200_000])
    pyarrow.parquet.write_table(pyarrow.table({"text": texts}), tmp_path / "a.parquet")
    assert (tmp_path / "a.parquet").stat().st_size < 3_000_000
    with memory() as taken:
        found = readers()["parquet"].read(tmp_path / "a.parquet", options=ReadOptions())
        assert isinstance(next(found), Incoming)
    assert taken[0] < 2 * LITTLE  # some hundred rows are in memory at once


@pytest.mark.parametrize("name", IN_JSON)
def test_nesting_without_an_end_is_an_error(name: str, tmp_path: Path) -> None:
    for content in hostile.deep_json():
        assert withstood(name, content, tmp_path) == "", content[:60]


@pytest.mark.parametrize("name", IN_JSON)
def test_numbers_that_nobody_expects_stop_nothing(name: str, tmp_path: Path) -> None:
    for content in hostile.odd_numbers():
        assert withstood(name, content, tmp_path) == "", content[:200]


@pytest.mark.parametrize("name", readers())
def test_an_encoding_that_is_not_as_it_says_is_read_or_told(name: str, tmp_path: Path) -> None:
    for files in seeds(name):
        read = next(iter(files))
        for content in hostile.misread(files[read]):
            wrong = tried(readers()[name], {**files, read: content}, tmp_path / "in", ReadOptions())
            assert wrong == "", content[:40]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_cell_of_several_lines_stays_one_and_one_without_an_end_is_told(name: str, tmp_path: Path) -> None:
    between = "," if name == "csv" else "\t"
    sound = f'title{between}text\nA{between}"One\n\n{between}two\r\n""three"""\nB{between}Four.\n'
    path = lay(tmp_path, laid(name, sound))
    first, second = readers()[name].read(path, options=ReadOptions())
    assert (first.article.text, second.article.text) == (f'One\n\n{between}two\n"three"', "Four.")
    for content in (
        f'title{between}text\nA{between}"One.\nB{between}Two.\n' + f"C{between}Three.\n" * 2000,
        f'title{between}text\nA{between}"One."x\nB{between}"Two.\n',
        f'"title{between}text\nA{between}One.\n',
        f'title{between}text\n"""""""{between}One.\n',
        '"' * 100_001,
        f'title{between}text\nA{between}"' + "One.\n" * 200_000,
    ):
        assert withstood(name, content, tmp_path) == "", content[:60]


def test_an_archive_of_archives_that_all_unpack_to_more_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "_SMALL", 2**20)
    inner = zipped([("a.txt", bytes(4 * MEGABYTE)), ("b.txt", b"Good news.")])
    for _ in range(6):
        inner = zipped([(f"{at}.zip", inner) for at in range(5)])
    assert withstood("archive", inner, tmp_path) == ""
