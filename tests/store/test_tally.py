"""What the list keeps of every article is what its sets hold, whatever is done; `check` counts anew each time."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

import pytest

from annotator.app.exporting import ExportOptions, export
from annotator.app.importing import import_paths
from annotator.app.plans import spans, states, suggestions
from annotator.app.session import Session
from annotator.model.annotation import STATUSES, AnnotationSet, Annotator, Relation, Span
from annotator.model.ids import new_id
from annotator.store import articles, check, listing, runs
from annotator.store.migrations import LATEST
from annotator.store.project import Project, create_project, open_project

DATA = Path(__file__).parents[1] / "data"


def says(
    version: str, *places: tuple[int, int], name: str = "rules", scores: tuple[float | None, ...] = ()
) -> Callable[[str], AnnotationSet]:
    def made(text: str) -> AnnotationSet:
        found = [
            Span(id=new_id(), label="ORG", fragments=(each,), text=text[slice(*each)], score=score)
            for each, score in zip_longest(places, scores)
        ]
        links = [Relation(id=new_id(), type="coref", head=found[0].id, tail=each.id) for each in found[1:2]]
        return AnnotationSet(
            annotator=Annotator(name=name, kind="model", version=version),
            spans={each.id: each for each in found},
            relations={each.id: each for each in links},
        )

    return made


def suggest(project: Project, made: Callable[[str], AnnotationSet]) -> int:
    step = runs.begin(project, "model run", "Run")
    runs.store_suggestions(project, made(articles.get(project, 1).text), 1, step)
    return step


def row(session: Session) -> tuple[int, int, int, int]:
    assert list(check.problems(session.project)) == []
    found = listing.rows(session.project, session.number, [1])[1]
    return found.spans, found.unjudged, found.notes, found.suggested


A, B, C = (0, 2), (7, 13), (20, 25)


def test_counts_follow_edits_undo_and_redo(session: Session) -> None:
    assert row(session) == (0, 0, 0, 0)
    key = session.perform(spans.mark, "PERSON", [A]).select[0]
    session.perform(spans.set_note, key, "who?")
    session.perform(states.set_note, "later")
    assert row(session) == (1, 0, 2, 0)
    session.perform(spans.remove, [key])
    assert row(session) == (0, 0, 1, 0)
    session.undo()
    session.undo()
    assert row(session) == (1, 0, 1, 0)
    session.redo()
    assert row(session) == (1, 0, 2, 0)


def test_counts_follow_verdicts_runs_and_people_that_come_later(session: Session) -> None:
    project = session.project
    suggest(project, says("1", A, B))
    assert row(session) == (0, 3, 0, 3)
    work = session.open_article(1)
    first, second = work.left.spans
    session.perform(suggestions.accept, [first])
    assert row(session) == (1, 2, 0, 3)
    session.perform(suggestions.reject, [second])
    assert row(session) == (1, 0, 0, 3)
    bob = Session(project, Annotator(name="Bob"))
    assert row(bob) == (0, 3, 0, 3)
    run = suggest(project, says("2", B, C))
    assert row(session)[1] == 1
    assert row(bob) == (0, 3, 0, 3)
    other = suggest(project, says("1", A, B, C, name="other"))
    assert row(bob)[3] == 5  # three places, and a relation of each model: those of A-B and B-C
    runs_undone = runs.undo(project, other)
    assert runs_undone == 1
    runs.undo(project, run)
    session.open_article(1)
    assert row(session) == (1, 0, 0, 3)
    session.undo()
    session.undo()
    assert row(session) == (0, 3, 0, 3)


def test_imported_sets_of_people_and_models_are_counted(session: Session, tmp_path: Path, news_toml: str) -> None:
    suggest(session.project, says("1", A, B))
    work = session.open_article(1)
    session.perform(suggestions.accept, [next(iter(work.left.spans))])
    session.perform(states.set_note, "seen")
    target = tmp_path / "out.jsonl"
    export(session.project, target, "jsonl", ExportOptions(statuses=STATUSES))
    with create_project(tmp_path / "copy.annodb", news_toml) as copy:
        report = import_paths(copy, [target])
        ada = Session(copy, session.annotator)
        assert row(ada) == row(session)
        runs.undo(copy, report.step or 0)
        assert list(check.problems(copy)) == []


def test_a_person_may_bring_a_set_to_an_article_that_a_model_has_read(
    session: Session, tmp_path: Path, news_toml: str
) -> None:
    session.perform(spans.mark, "ORG", [A])
    target = tmp_path / "out.jsonl"
    export(session.project, target, "jsonl", ExportOptions(statuses=STATUSES))
    with create_project(tmp_path / "copy.annodb", news_toml) as copy:
        articles.add(copy, [articles.get(session.project, 1)])
        suggest(copy, says("1", A, B))
        import_paths(copy, [target])
        assert row(Session(copy, session.annotator)) == (1, 2, 0, 3)


def test_check_finds_a_count_that_is_wrong(session: Session) -> None:
    session.perform(spans.mark, "PERSON", [A])
    path = session.project.path
    session.project.close()
    for statement, told in (
        ("UPDATE standing SET spans = 7", "wrong number of spans, notes or suggestions of Ada"),
        ("UPDATE standing SET unjudged = 1", "wrong number of spans, notes or suggestions of Ada"),
        ("UPDATE standing SET doubt = 1", "wrong number of spans, notes or suggestions of Ada"),
        ("UPDATE article SET doubt = 1", "wrong number of suggestions for"),
        ("UPDATE article SET suggested = 3", "wrong number of suggestions for"),
    ):
        changed = path.with_name("changed.annodb")
        shutil.copy(path, changed)
        with closing(sqlite3.connect(changed)) as raw:
            raw.execute(statement)
            raw.commit()
        with open_project(changed, read_only=True) as opened:
            assert any(told in each for each in check.problems(opened))


def test_an_old_project_is_counted_when_it_is_brought_up_to_date(tmp_path: Path) -> None:
    old = tmp_path / "old.annodb"
    shutil.copy(DATA / "project-v1.annodb", old)
    with open_project(old) as project:
        assert LATEST >= 2
        assert list(check.problems(project)) == []
        found = listing.rows(project, 1, [1])[1], listing.rows(project, 3, [1])[1]
        counted = {(each.spans > 0, each.unjudged, each.notes, each.suggested) for each in found}
        assert counted == {(True, 1, 1, 6), (True, 6, 0, 6)}


@pytest.mark.parametrize("again", [1, 2])
def test_every_step_of_the_story_counts_the_same_as_a_migration_would(session: Session, again: int) -> None:
    """The migration's own counting is held against the program's."""
    from annotator.store.migrations import listing as migration

    suggest(session.project, says("1", A, B, C))
    work = session.open_article(1)
    keys = list(work.left.spans)
    session.perform(suggestions.accept, keys[:1])
    session.perform(suggestions.reject, keys[again : again + 1])
    before = row(session)
    with session.project.writing() as db:
        db.execute("UPDATE standing SET unjudged = 0, spans = 0, notes = 0")
        db.execute("UPDATE article SET suggested = 0")
        db.execute(migration._OWN)
        migration._count(db, 1)
    assert row(session) == before


def doubt(session: Session) -> int:
    assert list(check.problems(session.project)) == []
    return listing.rows(session.project, session.number, [1])[1].doubt


def test_doubt_is_that_about_what_is_left_to_judge(session: Session) -> None:
    assert doubt(session) == 0
    suggest(session.project, says("1", A, B, C, scores=(0.9, 0.5, None)))
    assert doubt(session) == 300, "a suggestion without a score says nothing"
    work = session.open_article(1)
    first, second, _ = work.left.spans
    session.perform(suggestions.reject, [first])
    assert doubt(session) == 500
    session.perform(suggestions.accept, [second])
    assert doubt(session) == 0
    session.undo()
    assert doubt(session) == 500
    later = Session(session.project, Annotator(name="Bob"))
    assert doubt(later) == 300, "she judged nothing"


def test_doubt_goes_with_the_run_that_brought_it(session: Session) -> None:
    step = suggest(session.project, says("1", A, scores=(0.25,)))
    assert doubt(session) == 750
    runs.undo(session.project, step)
    assert doubt(session) == 0


def test_a_migration_counts_doubt_as_the_program_does(session: Session) -> None:
    from annotator.store.migrations import doubt as migration

    suggest(session.project, says("1", A, B, C, scores=(0.9, 0.5, 0.1)))
    suggest(session.project, says("1", A, B, name="other", scores=(0.2, 0.3)))
    work = session.open_article(1)
    session.perform(suggestions.accept, list(work.left.spans)[:1])
    before = doubt(session)
    assert before
    with session.project.writing() as db:
        db.execute("UPDATE standing SET doubt = 0")
        db.execute("UPDATE article SET doubt = 0")
        migration._count(db, 1)
    assert doubt(session) == before
