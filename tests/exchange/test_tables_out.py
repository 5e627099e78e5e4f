import csv
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pyarrow.parquet as pq
import pytest
from exchange_cases import SCHEMA, TEXT, annotation, article, items, outgoing, quoted, span, span_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.exchange.losses import LossReport
from annotator.exchange.lost import META, VERDICT
from annotator.exchange.lost import TEXT as TEXT_LOSS
from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions, Writer
from annotator.exchange.tables import csv_out, parquet_out, xlsx_out
from annotator.exchange.tables.cells_out import LONGEST_CELL, fitting, harmless
from annotator.exchange.tables.rows_out import Tables
from annotator.model.annotation import Relation, Span
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema

Rows = list[dict[str, object]]
NAMES = ("articles", "spans", "relations", "quotes", "pledges")
WRITERS = {each.name: each for each in (csv_out.WRITER, xlsx_out.WRITER, parquet_out.WRITER)}
every_writer = pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS.keys())
slow = settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)


def target(folder: Path, writer: Writer) -> Path:
    return folder / f"out{writer.suffix}"


def write(writer: Writer, made: list[Outgoing], folder: Path, **options: object) -> dict[str, Rows]:
    return written(writer, made, folder, **options)[0]


def written(
    writer: Writer, made: list[Outgoing], folder: Path, **options: object
) -> tuple[dict[str, Rows], LossReport]:
    losses = writer.write(made, target(folder, writer), options=WriteOptions(**{"schema": SCHEMA, **options}))
    return dict(READ[writer.name](target(folder, writer))), losses


def read_csv(path: Path) -> Iterator[tuple[str, Rows]]:
    csv.field_size_limit(1 << 30)
    for name in NAMES:
        with (path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield name, list(csv.DictReader(file, strict=True))


def read_xlsx(path: Path) -> Iterator[tuple[str, Rows]]:
    book = openpyxl.load_workbook(path)
    for sheet in book:
        head, *rows = sheet.iter_rows()
        assert all(cell.data_type in "sn" for row in rows for cell in row)
        names = [cell.value for cell in head]
        yield (
            sheet.title,
            [dict(zip(names, ["" if cell.value is None else cell.value for cell in row], strict=True)) for row in rows],
        )


def read_parquet(path: Path) -> Iterator[tuple[str, Rows]]:
    for name in NAMES:
        yield name, pq.read_table(path / f"{name}.parquet").to_pylist()


READ = {"csv": read_csv, "xlsx": read_xlsx, "parquet": read_parquet}


def span_of(row: dict[str, object]) -> tuple[object, ...]:
    pieces = tuple(tuple(map(int, each.split("-"))) for each in str(row["fragments"]).split())
    attributes = json.loads(row["attributes"] or "{}")
    score = None if row["score"] in ("", None) else float(row["score"])
    origin = (row["suggestion"], row["suggested_by"], row["suggested_by_version"])
    return row["span_id"], row["label"], pieces, row["text"], attributes, row["note"], score, origin


def said_of(each: Span) -> tuple[object, ...]:
    origin = each.origin
    told = (origin.suggestion, origin.annotator, origin.version) if origin else ("", "", "")
    return each.id, each.label, each.fragments, each.text, each.attributes, each.note, each.score, told


@slow
@given(st.lists(items(), max_size=3))
def test_parquet_holds_every_article_span_and_relation_and_reports_the_rest(made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tables, losses = written(parquet_out.WRITER, made, Path(folder))
    spans = [each for item in made for aset in item.sets for each in aset.spans.values()]
    links = [each for item in made for aset in item.sets for each in aset.relations.values()]
    assert sorted(map(span_of, tables["spans"]), key=str) == sorted(map(said_of, spans), key=str)
    assert {(row["relation_id"], row["type"], row["head_id"], row["tail_id"]) for row in tables["relations"]} == {
        (each.id, each.type, each.head, each.tail) for each in links
    }
    assert len(tables["relations"]) == len(links)
    assert len(tables["articles"]) == sum(max(1, len(item.sets)) for item in made)
    each_set = [item for item in made for _ in item.sets or (None,)]
    for row, item in zip(tables["articles"], each_set, strict=True):
        assert (row["article_id"], row["title"], row["sha256"]) == (
            item.article.id,
            item.article.title,
            item.article.sha256,
        )
        assert json.loads(row["meta"] or "{}") == item.article.meta
    assert losses.count(TEXT_LOSS) == len(made)
    assert losses.count(VERDICT) == sum(len(aset.verdicts) for item in made for aset in item.sets)
    assert losses.count(META) == 0


@slow
@given(st.lists(items(), max_size=2))
def test_csv_says_the_same_but_for_the_apostrophes_that_are_reported(made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tables, losses = written(csv_out.WRITER, made, Path(folder))
    expected: dict[str, list[tuple[str, ...]]] = {name: [] for name in NAMES}
    changed = 0
    for item in made:
        for number, row in Tables(SCHEMA).rows(item):
            expected[NAMES[number]].append(
                tuple(harmless(cell) if isinstance(cell, str) else "" if cell is None else str(cell) for cell in row)
            )
            changed += sum(isinstance(cell, str) and harmless(cell) != cell for cell in row)
    assert {name: [tuple(row.values()) for row in rows] for name, rows in tables.items()} == expected
    assert losses.count(csv_out.FORMULA) == changed


@settings(slow, max_examples=10)
@given(st.lists(items(), max_size=2))
def test_a_workbook_says_the_same_but_for_the_characters_that_are_reported(made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tables, losses = written(xlsx_out.WRITER, made, Path(folder))
    cut = 0
    for item in made:
        for number, row in Tables(SCHEMA).rows(item):
            got = tables[NAMES[number]].pop(0)
            for cell, back in zip(row, got.values(), strict=True):
                if isinstance(cell, str):
                    assert str(back) == fitting(cell) or float(back) == float(cell)
                    cut += fitting(cell) != cell
                else:
                    assert back == ("" if cell is None else float(f"{cell:.16g}"))
    assert losses.count(xlsx_out.CUT) == cut


@every_writer
def test_a_quote_is_joined_with_its_speaker_and_cue_and_a_pledge_with_who_how_much_and_when(
    writer: Writer, tmp_path: Path
) -> None:
    text = "Ms Ada said: “We will give 5 million by May.” She added so.\n"
    quote = span(text, "QUOTE", "“We will give 5 million by May.”", attributes={"type": "direct"})
    ada, said, added = span(text, "PERSON", "Ada"), span(text, "CUE", "said"), span(text, "CUE", "added")
    pledge = span(text, "PLEDGE", "We will give 5 million by May", attributes={"conditional": True})
    may, money = span(text, "DATE", "May"), span(text, "MONEY", "5 million")
    ends = [("speaker", quote, ada), ("cue", quote, added), ("cue", quote, said), ("pledger", pledge, ada)]
    ends += [("deadline", pledge, may), ("amount", pledge, money)]
    links = tuple(Relation(id=new_id(), type=name, head=head.id, tail=tail.id) for name, head, tail in ends)
    spans = (quote, ada, said, added, pledge, may, money)
    item = Outgoing(article(text, "Ada gives"), (annotation(*spans, relations=links),))
    tables = write(writer, [item], tmp_path)
    (told,) = tables["quotes"]
    assert (told["text"], told["speaker"], told["cue"], told["type"]) == (quote.text, "Ada", "said; added", "direct")
    (bound,) = tables["pledges"]
    assert (bound["pledger"], bound["deadline"], bound["amount"], bound["conditional"], bound["title"]) == (
        *("Ada", "May", "5 million", "true", "Ada gives"),
    )


@every_writer
def test_the_same_sets_give_the_same_bytes_at_another_time(
    writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = quoted()
    made: list[dict[str, bytes]] = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        monkeypatch.setattr("time.localtime", lambda *_: (2031, 2, 3, 4, 5, int(name == "b"), 0, 0, 0))  # noqa: B023
        write(writer, [item], tmp_path / name)
        files = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        made.append({path.name: path.read_bytes() for path in files})
    assert made[0] == made[1]
    assert made[0]


def test_a_workbook_has_no_date_of_now(tmp_path: Path) -> None:
    write(xlsx_out.WRITER, [quoted()], tmp_path)
    properties = openpyxl.load_workbook(tmp_path / "out.xlsx").properties
    assert (properties.created.year, properties.modified.year) == (1980, 1980)
    with ZipFile(tmp_path / "out.xlsx") as archive:
        assert {each.date_time[0] for each in archive.infolist()} == {1980}


@every_writer
def test_nothing_at_all_gives_tables_with_their_columns(writer: Writer, tmp_path: Path) -> None:
    assert write(writer, [], tmp_path) == {name: [] for name in NAMES}


@every_writer
def test_a_damaged_set_or_a_stop_leaves_the_target_as_it_was(writer: Writer, tmp_path: Path) -> None:
    write(writer, [quoted()], tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    slipped = replace(span(TEXT, "PERSON", "Keir Starmer"), fragments=((3, 15),))
    with pytest.raises(ExchangeError, match="does not match"):
        write(writer, [quoted(), outgoing(slipped)], tmp_path)
    with pytest.raises(CancelledError):
        write(writer, [quoted()], tmp_path, cancelled=lambda: True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("writer", [csv_out.WRITER, parquet_out.WRITER], ids=["csv", "parquet"])
def test_a_note_that_is_no_valid_text_stops_the_export_with_the_article(writer: Writer, tmp_path: Path) -> None:
    bad = replace(span_at(TEXT, "PERSON", (0, 7)), note="\ud800")
    with pytest.raises(ExchangeError, match=r"“Mine”.*no valid text"):
        write(writer, [outgoing(bad, title="Mine")], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_a_spreadsheet_would_work_out_is_made_harmless_and_reported(tmp_path: Path) -> None:
    text = '=HYPERLINK("http://x","y") and -5 and @SUM'
    spans = [span(text, "ORG", '=HYPERLINK("http://x","y")'), span(text, "MONEY", "-5"), span(text, "ORG", "@SUM")]
    spans.append(replace(span(text, "ORG", "and"), note="＝1", score=-0.5))
    item = Outgoing(article(text, "+1"), (annotation(*spans),))
    losses = csv_out.WRITER.write([item], tmp_path / "out", options=WriteOptions(schema=SCHEMA))
    rows = dict(read_csv(tmp_path / "out"))
    assert [row["text"] for row in rows["spans"]] == ['\'=HYPERLINK("http://x","y")', "and", "'-5", "'@SUM"]
    assert [row["note"] for row in rows["spans"]][1] == "'＝1"
    assert [row["score"] for row in rows["spans"]][1] == "-0.5"  # a number stays one
    assert losses.count(csv_out.FORMULA) == 5
    (tmp_path / "x").mkdir()
    sheets = write(xlsx_out.WRITER, [item], tmp_path / "x")
    assert [row["text"] for row in sheets["spans"]] == ['=HYPERLINK("http://x","y")', "and", "-5", "@SUM"]


def test_csv_has_lines_that_end_as_the_rfc_says_and_a_mark_on_demand(tmp_path: Path) -> None:
    write(csv_out.WRITER, [quoted()], tmp_path)
    plain = (tmp_path / "out" / "spans.csv").read_bytes()
    assert plain.startswith(b"article_id,annotator,")
    assert plain.count(b"\r\n") == 5
    write(csv_out.WRITER, [quoted()], tmp_path, mark=True)
    assert (tmp_path / "out" / "spans.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle_id,")


def test_a_text_too_long_for_a_cell_is_cut_at_a_whole_character_and_reported(tmp_path: Path) -> None:
    text = "a" + "🚀" * LONGEST_CELL
    item = outgoing(span_at(text, "QUOTE", (0, len(text))), text=text, title="Rockets")
    losses = xlsx_out.WRITER.write([item], tmp_path / "a.xlsx", options=WriteOptions(schema=SCHEMA))
    (row,) = dict(read_xlsx(tmp_path / "a.xlsx"))["spans"]
    assert row["text"] == "a" + "🚀" * (LONGEST_CELL // 2)
    assert losses.count(xlsx_out.CUT) == 2  # in spans and in quotes
    assert "Rockets" in losses.as_text()


def test_a_sheet_that_is_full_goes_on_in_a_further_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_out, "MOST_ROWS", 3)
    spans = [span_at(TEXT, "ORG", (at, at + 1)) for at in range(5)]
    sheets = write(xlsx_out.WRITER, [outgoing(*spans)], tmp_path)
    assert [len(sheets[name]) for name in ("spans", "spans 2", "spans 3")] == [2, 2, 1]


def test_a_workbook_that_was_not_finished_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        write(xlsx_out.WRITER, [quoted(), quoted()], tmp_path, cancelled=lambda: next(answers))
    write(xlsx_out.WRITER, [quoted()], tmp_path)
    assert list((tmp_path / "temp").iterdir()) == []


def test_a_schema_whose_names_clash_with_the_columns_still_gives_each_column_once() -> None:
    schema = read_schema(
        """
        name = "clash"
        [[groups]]
        name = "quotes"
        [[labels]]
        name = "Q"
        group = "quotes"
        [[attributes]]
        name = "text"
        on = ["Q"]
        kind = "flag"
        [[relations]]
        name = "title"
        head = ["Q"]
        tail = ["Q"]
        """
    )
    names = [each.name for each in Tables(schema).tables[3].columns]
    assert names[-2:] == ["role_title", "attribute_text"]
    assert len(set(names)) == len(names)
