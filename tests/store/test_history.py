"""Undo and redo are kept in the file; the history is only ever added to."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from disks import other_process

from annotator.app.plans import spans, states
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, check, history
from annotator.store.project import Project, create_project, open_project


def mark(session: Session, count: int) -> None:
    """Mark the first word, the next one, and so on: UK, and, France."""
    for start, end in [(0, 2), (3, 6), (7, 13)][:count]:
        session.perform(spans.mark, "ORG", [(start, end)])


def all_undone(session: Session) -> int:
    count = 0
    while session.undo():
        count += 1
    return count


def test_undo_and_redo_survive_closing_and_reopening(session: Session, project: Project, ada: Annotator) -> None:
    mark(session, 3)
    session.undo()
    picture = session.work.own
    project.close()
    with open_project(project.path) as again:
        later = Session(again, ada)
        work = later.open_article(1)
        assert work.own == picture
        assert (work.undoable, work.redoable) == ("Mark ORG “and”", "Mark ORG “France”")
        assert later.redo() is not None
        assert later.redo() is None
        assert len(work.own.spans) == 3
        assert all_undone(later) == 3
        assert work.own.is_empty


def test_undo_and_redo_survive_a_crash(session: Session, project: Project, ada: Annotator, tmp_path: Path) -> None:
    mark(session, 3)
    session.undo()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for each in tmp_path.glob("seed.annodb*"):  # the file and its log, as they lie while the project is open
        shutil.copy(each, crashed)
    with open_project(crashed / "seed.annodb") as again:
        later = Session(again, ada)
        later.open_article(1)
        assert later.redo() is not None
        assert all_undone(later) == 3
        assert list(check.problems(again)) == []


def test_each_annotator_undoes_her_own_steps_in_the_article_at_hand(session: Session, project: Project) -> None:
    second = make_article(id=new_id(), title="", text="Another story.")
    articles.add(project, [second])
    mark(session, 1)
    bob = Session(project, Annotator(name="Bob"))
    bob.open_article(1)
    assert bob.undo() is None
    bob.perform(spans.mark, "ORG", [(0, 2)])
    assert bob.undo() is not None
    session.open_article(2)
    assert session.undo() is None
    session.open_article(1)
    assert session.undo() is not None


def test_a_new_step_after_an_undo_ends_what_could_be_redone(session: Session) -> None:
    mark(session, 2)
    session.undo()
    session.perform(states.set_note, "on second thoughts")
    assert session.work.redoable is None
    assert session.redo() is None
    assert all_undone(session) == 2


def test_undo_and_redo_are_steps_of_the_history_themselves(session: Session, project: Project) -> None:
    mark(session, 1)
    session.undo()
    session.redo()
    found = list(history.steps(project, 1, session.number))
    assert [step.action for step in found] == ["do", "undo", "redo"]
    assert [step.target for step in found] == [None, found[0].seq, found[0].seq]
    assert found[0].at <= found[1].at <= found[2].at
    assert {step.annotator for step in found} == {session.number}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE step SET title = 'x'",
        "DELETE FROM step",
        "UPDATE change SET edit = '{}'",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO step SELECT * FROM step",
    ],
)
def test_the_history_refuses_to_be_changed(session: Session, project: Project, statement: str) -> None:
    mark(session, 1)
    before = list(project.db.conn.iterdump())
    with pytest.raises(sqlite3.IntegrityError, match="the history is only ever added to"), project.db.atomic():
        project.db.conn.execute(statement)
    assert list(project.db.conn.iterdump()) == before


def test_a_step_and_its_changes_stand_in_one_transaction(session: Session, project: Project) -> None:
    begun: list[str] = []
    project.db.conn.set_trace_callback(lambda sql: begun.append(sql.split()[0]))
    session.perform(spans.mark, "PLEDGE", [(214, 275)])
    project.db.conn.set_trace_callback(None)
    writes = [word for word in begun if word in ("BEGIN", "COMMIT", "INSERT", "UPDATE", "DELETE", "SAVEPOINT")]
    assert (writes[0], writes[-1]) == ("BEGIN", "COMMIT")
    assert writes.count("BEGIN") == writes.count("COMMIT") == 1


def test_what_is_reported_saved_can_be_read_by_another_process_at_once(session: Session, project: Project) -> None:
    mark(session, 2)
    code = (
        "import sqlite3\n"
        "count, = sqlite3.connect(path).execute('SELECT count(*) FROM span').fetchone()\n"
        "assert count == 2"
    )
    with other_process(code, project.path):
        pass


def test_an_article_with_thousands_of_steps_gives_them_back_in_order(tmp_path: Path, news_toml: str) -> None:
    with create_project(tmp_path / "long.annodb", news_toml) as made:
        articles.add(made, [make_article(id=new_id(), title="", text="Story.")])
        session = Session(made, Annotator(name="Ada"))
        session.open_article(1)
        place = history.Place(article=1, annotator=session.number, schema_version=1)
        with made.writing():
            for count in range(3000):
                history.record(made, place, [], f"Step {count}")
        assert [step.title for step in history.stacks(made, 1, session.number).undo[-2:]] == ["Step 2998", "Step 2999"]
