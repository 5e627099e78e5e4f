"""`check` finds what no program of ours would do: each kind of damage, made by raw SQL, in a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.app.plans import relations, spans, states
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.errors import ProjectError
from annotator.store import articles, check
from annotator.store.project import Project, open_project

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def worked(session: Session, project: Project) -> Path:
    """The path of a closed project in which Ada marked and linked two spans."""
    pledge = session.perform(spans.mark, "PLEDGE", [(214, 275)]).select[0]
    person = session.perform(spans.mark, "PERSON", [(151, 163)]).select[0]
    session.perform(relations.relate, pledge, "pledger", person)
    session.perform(states.set_attribute, "topic", "politics")
    assert list(check.problems(project)) == []
    project.close()
    return project.path


def problems_after(path: Path, *statements: str) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        for each in statements:
            raw.execute(each)
        raw.commit()
    with open_project(path) as opened:
        return list(check.problems(opened))


TITLE = "“UK and France Propose Accelerated Missile Production for Ukraine Amid Ongoing Conflict”"
CHANGED = {
    "a changed text": (
        "UPDATE article_text SET text = text || '!'",
        f"The text of {TITLE} is not what was imported.",
    ),
    "a text that is gone": ("DELETE FROM article_text", "The article number 1 has no text."),
    "a wrong standing": (
        "UPDATE standing SET status = 'done'",
        f"The list shows a wrong status of Ada for {TITLE}.",
    ),
    "a standing that is gone": ("DELETE FROM standing", f"The list shows a wrong status of Ada for {TITLE}."),
    "an article that search does not know": (
        "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
        "1 articles cannot be found by search.",
    ),
    "a search that knows too much": (
        "INSERT INTO article_fts (rowid, title, text) VALUES (7, 'x', 'y')",
        "1 articles that are gone are still in the search.",
    ),
    "a span that covers other text": (
        "UPDATE span SET start = start + 1, [end] = [end] + 1 WHERE label = 'PERSON'",
        "PERSON “Keir Starmer” does not match the article, which has “eir Starmer” at 152-164.",
    ),
    "a span past the text": (
        "UPDATE span SET [end] = 99999 WHERE label = 'PERSON'",
        "PERSON “Keir Starmer” goes past the text: 151-99999 of",
    ),
    "an unknown label": ("UPDATE span SET label = 'LAWYER' WHERE label = 'PERSON'", "The label LAWYER is not in"),
    "a relation that the schema forbids": (
        "UPDATE relation SET head = tail, tail = head",
        "PERSON “Keir Starmer” cannot be the head of pledger: only PLEDGE can.",
    ),
    "a loose relation": (
        "UPDATE relation SET tail = 'gone'",
        "A row of relation names something that is not in span.",
    ),
    "a wrong attribute": (
        "UPDATE span SET attributes = '{\"kind\":\"deed\"}' WHERE label = 'PLEDGE'",
        "is none of action, outcome",
    ),
    "a wrong article label": (
        'UPDATE annotation_set SET attributes = \'{"topic":"war"}\'',
        "The value “war” of topic on the article is none of",
    ),
    "attributes that are no JSON": (
        "UPDATE span SET attributes = '{' WHERE label = 'PLEDGE'",
        f"The annotation of {TITLE} cannot be read: seed.annodb is damaged. Put back a backup",
    ),
    "an annotator that is gone": ("DELETE FROM annotator", "names something that is not in annotator."),
    "a schema version that is gone": (
        "DELETE FROM schema_version",
        "names something that is not in schema_version.",
    ),
}


@pytest.mark.parametrize("what", CHANGED)
def test_damage_is_found_and_named(worked: Path, what: str) -> None:
    statement, sentence = CHANGED[what]
    found = problems_after(worked, statement)
    assert [each for each in found if sentence in each], found


def test_a_damaged_page_is_found(worked: Path) -> None:
    with closing(sqlite3.connect(worked)) as raw:
        (page,) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'span'").fetchone()
    whole = bytearray(worked.read_bytes())
    whole[page * 4096 - 20 : page * 4096] = b"\x00" * 20
    worked.write_bytes(whole)
    with open_project(worked) as opened:
        found = list(check.problems(opened))
    assert found


def test_a_changed_text_is_not_opened(worked: Path) -> None:
    problems_after(worked, "UPDATE article_text SET text = text || '!'")
    with open_project(worked) as opened, pytest.raises(ProjectError, match="is not what was imported"):
        Session(opened, Annotator(name="Ada")).open_article(1)


# A project file of each released version


@pytest.fixture
def released(tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "project-v1.annodb"
    path.write_bytes((DATA / "project-v1.annodb").read_bytes())
    with open_project(path) as opened:
        yield opened


def test_a_project_of_the_first_version_opens_and_has_no_problem(released: Project) -> None:
    assert list(check.problems(released)) == []
    assert articles.count(released) == 1


def test_an_old_project_has_the_tables_of_a_new_one_so_no_released_migration_was_edited(
    released: Project, project: Project
) -> None:
    sql = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert released.db.conn.execute(sql).fetchall() == project.db.conn.execute(sql).fetchall()


def test_work_in_a_project_of_the_first_version_goes_on(released: Project) -> None:
    ada = Session(released, Annotator(name="Ada"))
    work = ada.open_article(1)
    assert {each.label for each in work.own.spans.values()} == {"PERSON", "PLEDGE", "QUOTE"}
    assert {each.type for each in work.own.relations.values()} == {"pledger", "speaker"}
    assert {each.kind for each in work.own.verdicts.values()} == {"accepted", "changed", "rejected"}
    assert work.undoable == "Note on the article"
    assert work.redoable == "Set the article done"
    assert len(work.left.spans) == 1
    count = 0
    while ada.undo():
        count += 1
    assert count > 5
    assert work.own.is_empty
    bob = Session(released, Annotator(name="Bob"))
    assert bob.open_article(1).own.state.status == "flagged"
