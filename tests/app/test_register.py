"""The register of pledges: what is a row, and that no spreadsheet takes a text for a formula."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import files
from annotator.app import register
from annotator.app.plans import relations, spans
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema
from annotator.store import articles
from annotator.store.project import create_project

TEXT = "Ann Lee vows to build it by May. Lee will build it. She will pay."


@pytest.fixture
def session(tmp_path: Path) -> Session:
    toml = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
    with create_project(tmp_path / "p.annodb", toml) as project:
        (seq,) = articles.add(project, [make_article(id=new_id(), title="T", text=TEXT)])
        made = Session(project, Annotator(name="Ada"))
        made.open_article(seq)

        def mark(label: str, words: str) -> str:
            start = TEXT.index(words)
            return made.perform(spans.mark, label, [(start, start + len(words))]).select[0]

        who, when = mark("PERSON", "Ann Lee"), mark("DATE", "May")
        first, again, other = (mark("PLEDGE", each) for each in ("build it by May", "build it.", "pay"))
        for kind, head, tail in (("pledger", first, who), ("deadline", first, when), ("repeats", again, first)):
            made.perform(relations.relate, head, kind, tail)
        del other
        yield made


def rows(session: Session, who: list[int]) -> list[dict[str, str]]:
    found = register.read(session.project.path, session.schema, who)
    return [dict(zip((each.name for each in found.columns), row.values, strict=True)) for row in found.rows]


def test_mentions_that_repeat_are_one_row_with_the_roles_of_them_all(session: Session) -> None:
    first, second = rows(session, [session.number])
    assert (first["pledge"], first["pledger"], first["deadline"]) == ("build it by May", "Ann Lee", "May")
    assert (first["mentions"], second["mentions"]) == ("2", "1")
    assert (second["pledge"], second["pledger"], second["annotator"], second["title"]) == ("pay", "", "Ada", "T")
    assert first["specificity"] == "specific"


def test_only_the_sets_that_are_asked_for_are_read(session: Session) -> None:
    assert rows(session, register.whose_numbers(session.project, "gold", session.number)) == []
    assert len(rows(session, register.whose_numbers(session.project, "all", session.number))) == 2


def test_a_schema_without_pledges_has_an_empty_register(session: Session) -> None:
    schema = read_schema('name = "x"\n[[groups]]\nname = "g"\n[[labels]]\nname = "A"\ngroup = "g"\n')
    assert register.labels(schema) == ()
    assert register.read(session.project.path, schema, [session.number]).rows == []


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=2, max_size=2)
    )
)
def test_in_csv_no_cell_begins_as_a_formula_and_nothing_else_changes(table: list[list[str]]) -> None:
    written = register.as_csv(["a", "b"], table)
    assert written.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in found for cell in row)
    for read, meant in zip(found[1:], table, strict=True):
        assert [
            cell.removeprefix("'") if cell != said else cell for cell, said in zip(read, meant, strict=True)
        ] == meant


def test_in_xlsx_a_formula_is_a_text(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    register.export(tmp_path / "p.xlsx", ["pledge"], [["=1+1"], ["a\x01b"]])
    sheet = load_workbook(tmp_path / "p.xlsx").worksheets[0]
    assert [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2)] == [("=1+1", "s"), ("ab", "s")]


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="choose one of them"):
        register.export(tmp_path / "p.ods", ["a"], [])
    assert list(tmp_path.iterdir()) == []
