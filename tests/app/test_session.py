"""A session tells its listeners exactly what changed, and goes from article to article."""

import pytest

from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.session import Session
from annotator.app.work import Update
from annotator.model.annotation import AnnotationSet, Annotator, Span
from annotator.model.article import make_article
from annotator.model.edits import ChangeSet
from annotator.model.errors import EditError, ProjectError
from annotator.model.ids import new_id
from annotator.store import annotators, articles, runs, sets
from annotator.store.project import Project, open_project

MODEL = Annotator(name="rules", kind="model", version="1")
STARMER, MACRON, PLEDGE = (151, 163), (185, 200), (214, 275)


def suggested(text: str, *places: tuple[int, int], label: str = "PERSON") -> AnnotationSet:
    made = [Span(id=new_id(), label=label, fragments=(place,), text=text[slice(*place)]) for place in places]
    return AnnotationSet(annotator=MODEL, spans={each.id: each for each in made})


def receive(session: Session, found: AnnotationSet) -> list[int]:
    article = session.work.article
    return session.receive([(article.id, article.sha256, found)], runs.begin(session.project, "model run", "Run"))


def test_updates_name_what_changed_and_nothing_else(session: Session, seed_text: str) -> None:
    told: list[Update] = []
    end = session.subscribe(told.append)
    found = suggested(seed_text, STARMER, MACRON)
    starmer, macron = found.spans
    assert receive(session, found) == [1]
    assert told.pop() == Update(changes=ChangeSet(), suggestions=frozenset(found.spans))

    accepted = session.perform(suggestions.accept, [starmer])
    (person,) = accepted.select
    assert told.pop() is accepted
    assert accepted.suggestions == {starmer}
    assert (accepted.changes.spans, accepted.changes.relations, accepted.changes.state) == ({person}, set(), True)
    assert len(accepted.changes.verdicts) == 1

    (pledge,) = session.perform(spans.mark, "PLEDGE", [PLEDGE]).select
    assert told.pop().changes == ChangeSet(spans=frozenset([pledge]))
    linked = session.perform(relations.relate, pledge, "pledger", person)
    assert told.pop().changes == ChangeSet(relations=linked.changes.relations)
    assert len(linked.changes.relations) == 1
    session.perform(states.set_status, "done")
    assert told.pop().changes == ChangeSet(state=True)
    session.perform(suggestions.reject, [macron])
    rejected = told.pop()
    assert (rejected.suggestions, rejected.changes.spans, rejected.changes.state) == ({macron}, set(), False)

    session.undo()
    assert told.pop().suggestions == {macron}
    session.redo()
    assert told.pop().suggestions == {macron}
    end()
    session.undo()
    assert told == []


def test_a_refused_plan_tells_nobody(session: Session) -> None:
    told: list[Update] = []
    session.subscribe(told.append)
    with pytest.raises(EditError):
        session.perform(spans.mark, "ORG", [])
    assert told == []
    assert session.undo() is None
    assert told == []


def test_a_listener_may_end_its_subscription_while_it_is_told(session: Session) -> None:
    told: list[str] = []
    ends = [session.subscribe(lambda _: (told.append("first"), ends[0]()))]
    session.subscribe(lambda _: told.append("second"))
    session.perform(states.set_note, "x")
    session.perform(states.set_note, "y")
    assert told == ["first", "second", "second"]


def test_new_suggestions_tell_what_came_and_what_went(session: Session, seed_text: str) -> None:
    first, second = suggested(seed_text, STARMER), suggested(seed_text, STARMER, MACRON)
    receive(session, first)
    told: list[Update] = []
    session.subscribe(told.append)
    receive(session, second)
    assert told[0].suggestions == {*first.spans, *second.spans}
    assert list(session.work.left.spans) == list(second.spans)


def test_stale_results_are_dropped(session: Session, project: Project, seed_text: str) -> None:
    told: list[Update] = []
    session.subscribe(told.append)
    article = session.work.article
    step = runs.begin(project, "model run", "Run")
    stale = [
        (article.id, "0" * 64, suggested(seed_text, STARMER)),
        (new_id(), article.sha256, suggested(seed_text, STARMER)),
    ]
    assert session.receive(stale, step) == []
    assert sets.of_models(project, 1) == []
    assert told == []
    assert not session.has_suggestions(MODEL)
    assert receive(session, suggested(seed_text, STARMER)) == [1]
    assert session.has_suggestions(MODEL)
    assert not session.has_suggestions(Annotator(name="rules", kind="model", version="2"))


def test_suggestions_for_another_article_are_stored_and_tell_nobody(session: Session, project: Project) -> None:
    other = make_article(id=new_id(), title="", text="Bob spoke.")
    articles.add(project, [other])
    told: list[Update] = []
    session.subscribe(told.append)
    found = suggested(other.text, (0, 3))
    assert session.receive([(other.id, other.sha256, found)], runs.begin(project, "model run", "Run")) == [2]
    assert told == []
    assert list(session.open_article(2).left.spans) == list(found.spans)


def test_finish_gives_the_status_and_the_next_open_article(session: Session, project: Project) -> None:
    articles.add(project, [make_article(id=new_id(), title="", text=f"Story {n}.") for n in range(3)])
    assert session.next_open() == 2
    assert session.finish().following == 2
    assert session.work.own.state.status == "done"
    session.open_article(4)
    assert session.finish("flagged", flag="odd").following == 2
    assert (session.work.own.state.status, session.work.own.state.flag) == ("flagged", "odd")
    session.open_article(2)
    assert session.finish("skipped").following == 3
    session.open_article(3)
    assert session.finish().following is None
    before = session.work.undoable
    assert session.finish().following is None
    assert session.work.undoable == before


def test_without_an_article_at_hand_work_is_refused(session: Session) -> None:
    session.close_article()
    for act in (session.undo, session.redo, session.finish, lambda: session.perform(states.set_note, "x")):
        with pytest.raises(EditError, match="Open an article first"):
            act()
    assert session.next_open() == 1


def test_an_article_that_is_not_there_is_named(session: Session) -> None:
    with pytest.raises(ProjectError, match=r"The article number 7 is not in seed\.annodb any more"):
        session.open_article(7)
    assert session.work.seq == 1


def test_refresh_shows_what_something_outside_changed(session: Session, project: Project, seed_text: str) -> None:
    step = runs.begin(project, "model run", "Run")
    runs.store_suggestions(project, suggested(seed_text, STARMER), 1, step)
    told: list[Update] = []
    session.subscribe(told.append)
    session.refresh()
    assert len(session.work.left) == 1
    assert told[0].suggestions == set(session.work.left.spans)
    runs.undo(project, step)
    session.refresh()
    assert len(session.work.left) == 0


def test_a_session_in_a_project_for_reading_only_changes_nothing(session: Session, project: Project) -> None:
    session.perform(spans.mark, "PLEDGE", [PLEDGE])
    with open_project(project.path, fall_back=True) as shown:
        ada = Session(shown, Annotator(name="Ada"))
        bob = Session(shown, Annotator(name="Bob"))
        assert annotators.find(shown, Annotator(name="Bob")) is None
        work = ada.open_article(1)
        assert len(work.own.spans) == 1
        assert bob.open_article(1).own.is_empty
        with pytest.raises(ProjectError, match="is open for reading only; nothing was changed"):
            ada.perform(spans.mark, "ORG", [(0, 2)])
        assert len(work.own.spans) == 1
        with pytest.raises(ProjectError, match="is open for reading only"):
            ada.undo()
        assert len(work.own.spans) == 1


def test_what_one_annotator_does_another_does_not_see(session: Session, project: Project) -> None:
    session.perform(spans.mark, "PLEDGE", [PLEDGE])
    bob = Session(project, Annotator(name="Bob"))
    assert bob.open_article(1).own.is_empty
    bob.perform(spans.mark, "PLEDGE", [PLEDGE])
    assert {each.annotator.name for each in sets.of_article(project, 1)} == {"Ada", "Bob"}
