"""Tables in: what a row becomes, which columns are guessed, and what is refused."""

import csv
import json
import os
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange import registry
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.tables import columns, csv_in, json_in, parquet_in, xlsx_in
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.text import normalise

TEXT = "Ada Brill said:\n“The lock, the “old” one; will open.” 🚀"
READERS = {
    "csv": csv_in.READER,
    "tsv": csv_in.TSV_READER,
    "xlsx": xlsx_in.READER,
    "parquet": parquet_in.READER,
    "json": json_in.READER,
}


def read(kind: str, path: Path, **options: object) -> list[Incoming | Refused]:
    return list(READERS[kind].read(path, options=ReadOptions(**options)))


def refusal(kind: str, path: Path, **options: object) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read(kind, path, **options)
    assert str(path) in caught.value.sentence or "encoding" in caught.value.sentence
    return caught.value


def write(kind: str, path: Path, names: list[str], rows: list[list[object]]) -> Path:
    """A table as another program writes it."""
    path = path.with_suffix(f".{kind}")
    if kind in ("csv", "tsv"):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, dialect="excel" if kind == "csv" else "excel-tab").writerows([names, *rows])
    elif kind == "xlsx":
        book = openpyxl.Workbook()
        for row in [names, *rows]:
            book.active.append(row)
        book.save(path)
    elif kind == "parquet":
        pyarrow.parquet.write_table(pyarrow.table(dict(zip(names, zip(*rows, strict=True), strict=True))), path)
    else:
        path.write_text(json.dumps([dict(zip(names, row, strict=True)) for row in rows]), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", READERS)
def test_a_row_is_an_article_and_its_columns_are_known_by_their_usual_names(kind: str, tmp_path: Path) -> None:
    names = ["Headline", "Body", "Published", "Publisher", "words"]
    path = write(
        kind, tmp_path / "t", names, [["The lock", TEXT, "2026-01-02", "Gull", "7"], ["B", "Two.", "", "", ""]]
    )
    first, second = read(kind, path)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.article.title, first.article.text) == ("The lock", TEXT)
    assert first.article.meta == {"date": "2026-01-02", "outlet": "Gull", "words": "7"}
    assert str(path) in first.place
    assert second.article.meta == {}


@pytest.mark.parametrize("kind", READERS)
def test_columns_can_be_named_and_left_out(kind: str, tmp_path: Path) -> None:
    path = write(kind, tmp_path / "t", ["a", "text", "c"], [["The words.", "not this", "x"]])
    fields = {"text": "a", "-1": "text", "outlet": "c"}
    (item,) = read(kind, path, fields=fields)
    assert (item.article.text, item.article.meta) == ("The words.", {"outlet": "x"})


@pytest.mark.parametrize("kind", READERS)
def test_a_table_whose_text_is_not_known_names_its_columns(kind: str, tmp_path: Path) -> None:
    path = write(kind, tmp_path / "t", ["words", "paper"], [["The words.", "Gull"]])
    error = refusal(kind, path)
    assert error.code == f"{kind}.columns"
    assert "words, paper" in error.sentence
    assert "no column “body”" in refusal(kind, path, fields={"text": "body"}).sentence


@pytest.mark.parametrize("kind", READERS)
def test_a_row_without_text_is_refused_by_its_place_and_the_others_come_in(kind: str, tmp_path: Path) -> None:
    path = write(kind, tmp_path / "t", ["title", "text"], [["A", " "], ["B", "Two."]])
    refused, item = read(kind, path)
    assert isinstance(refused, Refused)
    assert refused.reason == "The article has no text."
    assert item.article.title == "B"


@pytest.mark.parametrize("kind", READERS)
def test_the_first_rows_are_shown_before_anything_is_read(kind: str, tmp_path: Path) -> None:
    path = write(kind, tmp_path / "t", ["a", "b"], [[f"{at}", "x" * 999] for at in range(9)])
    reader = READERS[kind]
    assert isinstance(reader, columns.TableReader)
    sample = reader.sample(path, options=ReadOptions())
    assert (sample.names, len(sample.rows)) == (("a", "b"), columns.SAMPLE)
    assert sample.rows[0][0] == "0"
    assert len(sample.rows[0][1]) < 300


def test_an_id_of_ours_is_kept_and_another_goes_to_the_metadata(tmp_path: Path) -> None:
    known = new_id()
    path = write("csv", tmp_path / "t", ["id", "text"], [[known, "One."], ["bbc-7", "Two."]])
    first, second = read("csv", path)
    assert (first.article.id, first.article.meta) == (known, {})
    assert second.article.meta == {"source_id": "bbc-7"}


# What parts the cells, and the encoding


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_parts_the_cells_and_the_encoding_are_found_out(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "t.csv"
    text = "Señor Núñez señaló, según él; «que sí» | así.\nY más.\t"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows([["title", "text"], *([["Año", text]] * 5)])
    items = read("csv", path)
    assert [(each.article.title, each.article.text) for each in items] == [("Año", text)] * 5


def test_a_file_that_is_latin_only_far_down_is_read_as_that(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = "".join(f"{at},Plain text that goes on for a while here.\n" for at in range(20_000))
    path.write_bytes(b"id,text\n" + rows.encode() + "9,Le maire a été élu à Liège.\n".encode("cp1252"))
    *_, last = read("csv", path)
    assert last.article.text == "Le maire a été élu à Liège."


def test_quotation_marks_of_a_text_do_not_swallow_rows_where_nobody_quotes(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text('title\ttext\nA\t"We act, he said.\nB\tTwo.\nC\tThree.\n', encoding="utf-8")
    assert [each.article.text for each in read("tsv", path)] == ['"We act, he said.', "Two.", "Three."]


def test_a_row_that_is_too_long_or_too_short_is_refused_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("title,text\nA,One.\nB\n\nC,Three.,x\nD,Four.\n", encoding="utf-8")
    items = read("csv", path)
    assert [each.article.text for each in items if isinstance(each, Incoming)] == ["One.", "Four."]
    refused = [each for each in items if isinstance(each, Refused)]
    assert [each.place.rpartition(", ")[2] for each in refused] == ["row 3", "row 5"]
    assert refused[0].reason == "The row has another number of cells (1) than the heading (2)."


def test_a_cell_without_an_end_is_refused_before_memory_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_in, "LONGEST", 300_000)
    path = tmp_path / "t.csv"
    path.write_text('title,text\nA,"' + "word\n" * 200_000, encoding="utf-8")
    assert refusal("csv", path).code in ("csv.long", "csv.syntax")
    path.write_text("title,text\nA," + "word " * 200_000, encoding="utf-8")
    assert refusal("csv", path).code in ("csv.long", "csv.syntax")


def test_a_row_of_endlessly_many_cells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_in, "LONGEST", 300_000)
    path = tmp_path / "t.csv"
    path.write_text("title,text\nA,One.\n" + "w," * 1_000_000, encoding="utf-8")
    assert refusal("csv", path).code == "csv.long"


def test_nuls_and_what_is_no_text_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"title,text\n" + b"A,One and more of it.\n" * 30 + b"B,Two\x00.\n")
    items = read("csv", path)
    assert items[-1].article.text == "Two\ufffd."
    path.write_bytes(bytes(range(256)) * 20)
    assert refusal("csv", path).code == "csv.encoding"
    path.write_bytes(b"PK\x03\x04title,text\n")
    assert "another kind" in refusal("csv", path).sentence


@pytest.mark.parametrize("content", [b"", b"\n\n", b"title,text\n", b"\xef\xbb\xbf"])
def test_an_empty_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    assert refusal("csv", path).code == "csv.empty"


def test_an_encoding_that_is_wrong_or_unknown_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("text\nété\n".encode("cp1252"))
    assert "not in the encoding utf-8" in refusal("csv", path, encoding="utf-8").sentence
    assert "no encoding called nonsense" in refusal("csv", path, encoding="nonsense").sentence


printed = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t"), max_size=30)


@given(rows=st.lists(st.tuples(printed, printed), min_size=1, max_size=6))
def test_what_csv_writes_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    body = [[f"Text {text}", note] for text, note in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["text", "note"], *body])
    items = read("csv", path)
    assert [each.article.text for each in items] == [normalise(text).text for text, _ in body]
    notes = [each.article.meta.get("note") for each in items]
    assert notes == [normalise(note).text if note.strip() else None for _, note in body]


# Excel


def test_days_numbers_and_truth_in_excel_stay_what_they_are(tmp_path: Path) -> None:
    row = ["One.", datetime(2026, 1, 2), 7, 0.5, True, None]
    path = write("xlsx", tmp_path / "t", ["text", "date", "n", "share", "paid", "none"], [row])
    (item,) = read("xlsx", path)
    assert item.article.meta == {"date": "2026-01-02", "n": 7, "share": 0.5, "paid": True}


def test_every_sheet_with_texts_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "About"
    book.active.append(["who", "when"])
    for name in ("Gull", "Heron"):
        sheet = book.create_sheet(name)
        sheet.append(["title", "text"])
        sheet.append([])
        sheet.append([name, f"News of {name}."])
    book.create_sheet("Empty")
    book.save(tmp_path / "t.xlsx")
    first, second, refused = read("xlsx", tmp_path / "t.xlsx")
    assert [first.article.text, second.article.text] == ["News of Gull.", "News of Heron."]
    assert first.place.endswith("sheet Gull, row 3")
    assert refused.place.endswith("sheet About")
    assert xlsx_in.READER.sample(tmp_path / "t.xlsx", options=ReadOptions()).names == ("title", "text")


def test_line_ends_that_excel_escapes_are_line_ends(tmp_path: Path) -> None:
    path = write("xlsx", tmp_path / "t", ["text"], [["One._x000D_\nTwo."]])
    (item,) = read("xlsx", path)
    assert item.article.text == "One.\nTwo."


def test_an_excel_file_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("xlsx", tmp_path / "t", ["text"], [["One."]])
    monkeypatch.setattr(xlsx_in, "_LARGEST", 1000)
    assert refusal("xlsx", path).code == "xlsx.large"


def rewritten(path: Path, part: str, old: str, new: str) -> Path:
    """The file with something else in one of its parts."""
    with ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


SHEET = "xl/worksheets/sheet1.xml"


def test_a_row_or_cell_at_the_end_of_the_world_is_no_hang(tmp_path: Path) -> None:
    path = write("xlsx", tmp_path / "t", ["text"], [["One."], ["Two."]])
    (item, refused) = read("xlsx", rewritten(path, SHEET, '"A3"', '"XFD3"'))
    assert (item.article.text, refused.place.rpartition(", ")[2]) == ("One.", "row 3")
    path = write("xlsx", tmp_path / "t", ["text"], [["One."], ["Two."]])
    assert (
        "far beyond the last row"
        in refusal("xlsx", rewritten(path, SHEET, '<row r="3"', '<row r="99999999999"')).sentence
    )


def test_entities_in_an_excel_file_are_refused(tmp_path: Path) -> None:
    path = write("xlsx", tmp_path / "t", ["text"], [["One."]])
    many = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "x" * 100}">' for at in range(9))
    rewritten(path, SHEET, "One.", "&a8;")
    assert refusal("xlsx", rewritten(path, SHEET, "<worksheet", f"<!DOCTYPE x [{many}]><worksheet")).code == (
        "xlsx.damaged"
    )
    path = write("xlsx", tmp_path / "t", ["text"], [["&amp;a;"]])
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet'
    assert refusal("xlsx", rewritten(path, SHEET, "<worksheet", outside)).code == "xlsx.damaged"


def test_without_its_library_a_format_says_how_to_add_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, module in (("xlsx", "openpyxl"), ("parquet", "pyarrow")):
        path = write(kind, tmp_path / "t", ["text"], [["One."]])
        with monkeypatch.context() as patch:
            patch.setitem(__import__("sys").modules, module, None)
            with pytest.raises(ExchangeError, match=f"pip install {module}"):
                read(kind, path)


# Parquet


def test_values_of_parquet_become_metadata_and_lists_are_left_out_by_name(tmp_path: Path) -> None:
    table = pyarrow.table(
        {
            "text": ["One."],
            "day": [date(2026, 1, 2)],
            "price": [Decimal("1.50")],
            "at": pyarrow.array([1_700_000_000_000_000_001], pyarrow.timestamp("ns")),
            "tags": [["a", "b"]],
            "raw": [b"x"],
            "kind": pyarrow.array(["news"]).dictionary_encode(),
            "nan": [float("nan")],
        }
    )
    pyarrow.parquet.write_table(table, tmp_path / "t.parquet")
    refused, item = read("parquet", tmp_path / "t.parquet")
    assert "tags" in refused.reason
    assert item.article.meta == {"day": "2026-01-02", "price": "1.50", "at": "2023-11-14T22:13:20", "kind": "news"}
    assert item.notes == ("left out, not being single values: raw",)


def test_a_parquet_file_without_rows_is_refused(tmp_path: Path) -> None:
    pyarrow.parquet.write_table(pyarrow.table({"text": pyarrow.array([], pyarrow.string())}), tmp_path / "t.parquet")
    assert refusal("parquet", tmp_path / "t.parquet").code == "parquet.empty"


# JSON


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ([{"text": "One."}, {"text": "Two.", "extra": 1}], ["One.", "Two."]),
        ({"status": "ok", "articles": [{"content": "One."}, {"content": "Two."}], "tags": ["a"]}, ["One.", "Two."]),
        ({"body": "One.", "title": "T", "parts": [{"a": 1}]}, ["One."]),
    ],
)
def test_a_list_an_object_with_one_and_a_lone_object_come_in(tmp_path: Path, content: object, texts: list[str]) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert [each.article.text for each in read("json", path)] == texts


def test_what_is_no_object_in_a_list_is_refused_and_a_key_that_comes_late_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    many = [{"text": "One."}] * 250
    path.write_text(json.dumps([*many, 7, {"text": "\ud800 Two.", "late": 1, "a": {}}]), encoding="utf-8")
    *_, refused, last = read("json", path)
    assert refused.place.endswith("item 251")
    assert (last.article.text, last.article.meta) == ("\ufffd Two.", {"late": 1})
    assert last.notes == ("left out, not being single values: a",)


@pytest.mark.parametrize("content", ["", "7", "[", "[]", "{}", "[1]", "[" * 100_000, '{"a": "\\ud800"', "\x00" * 9])
def test_json_that_holds_no_article_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.json"
    path.write_text(content, encoding="utf-8")
    error = refusal("json", path)
    assert error.code.startswith("json.")
    assert str(path) in error.sentence


def test_a_json_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.touch()
    os.truncate(path, 2**30)
    assert "JSON lines" in refusal("json", path).sentence


def test_every_table_is_a_format_of_the_registry() -> None:
    loaded = registry.readers().loaded
    assert {name: loaded[name] for name in READERS} == READERS
