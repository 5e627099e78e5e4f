"""The blind sample: the same articles for everybody, nothing seen before one has finished, and what differs then."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import a_set, new_project
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.app.blind import Sample, sample_of, set_share
from annotator.app.blind_compare import Difference, blind_differences
from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, SpanKey
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.store import blind, runs, sets
from annotator.store.blind_sets import set_at
from annotator.store.project import Project, open_project

TEXT = "Ada Brill met Tom Osei in London."
MODEL = Annotator(name="tiny", kind="model", version="1")
ADA, TOM, LONDON = (0, 9), (14, 22), (26, 32)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "p.annodb", TEXT, "Another text.") as made:
        yield made


@pytest.fixture
def session(project: Project) -> Session:
    set_share(project, 100)
    made = Session(project, Annotator(name="Ada"))
    made.open_article(1)
    return made


def suggest(session: Session) -> None:
    found = a_set(TEXT, MODEL, ("PERSON", "Ada Brill"), ("ORG", "Tom Osei"), ("GPE", "London"))
    article = session.work.article
    session.receive([(article.id, article.sha256, found)], runs.begin(session.project, "model run", "Run"))


def copy(own: AnnotationSet) -> AnnotationSet:
    return replace(own, spans=dict(own.spans), relations=dict(own.relations), verdicts=dict(own.verdicts))


@given(st.lists(st.builds(new_id), max_size=30), st.floats(0, 100), st.floats(0, 100), st.text(max_size=40))
def test_a_larger_share_adds_articles_to_those_of_a_smaller_one(
    ids: list[str], one: float, two: float, seed: str
) -> None:
    few, many = (Sample(share, seed) for share in sorted((one, two)))
    assert {each for each in ids if few.holds(each)} <= {each for each in ids if many.holds(each)}
    assert not any(Sample(0, seed).holds(each) for each in ids)
    assert all(Sample(100, seed).holds(each) for each in ids)


def test_a_project_of_the_first_version_gets_a_sample_and_keeps_its_data(tmp_path: Path) -> None:
    old = tmp_path / "old.annodb"
    shutil.copy(Path(__file__).parents[1] / "data" / "project-v1.annodb", old)
    with open_project(old) as project:
        session = Session(project, Annotator(name="Ada"))
        before = copy(session.open_article(1).own)
        assert before.spans
        set_share(project, 100)
        assert session.open_article(1).is_blind
        session.finish()
        (end,) = blind.ends(project)
        assert set_at(project, end) == before


def test_a_blind_article_rejects_nothing_that_was_not_seen(session: Session) -> None:
    suggest(session)
    assert session.finish(reject_left=True).is_shown
    assert session.work.own.verdicts == {}
    session.finish(reject_left=True)
    assert {each.kind for each in session.work.own.verdicts.values()} == {"rejected"}


def test_about_the_share_is_chosen_and_another_project_chooses_others() -> None:
    ids = [new_id() for _ in range(4000)]
    here, there = ({each for each in ids if Sample(25, seed).holds(each)} for seed in ("a", "b"))
    assert 850 < len(here) < 1150
    assert here != there


def test_the_share_is_kept_with_one_seed(project: Project) -> None:
    assert sample_of(project) == Sample()
    first = set_share(project, 30)
    assert set_share(project, 200).seed == first.seed
    assert sample_of(project).share == 100
    assert set_share(project, 12.5).share == 12.5


def test_suggestions_are_hidden_also_those_that_arrive_and_marking_one_is_no_acceptance(session: Session) -> None:
    told: list[object] = []
    session.subscribe(told.append)
    assert session.work.is_blind
    suggest(session)
    assert (len(session.work.left), told) == (0, [])
    session.open_article(1)
    assert len(session.work.left) == 0
    (made,) = session.perform(spans.mark, "PERSON", [ADA]).select
    assert session.work.own.spans[made].origin is None
    assert session.work.own.verdicts == {}


def test_gold_and_a_project_without_a_sample_hide_nothing(session: Session, project: Project) -> None:
    suggest(session)
    gold = Session(project, Annotator(name="gold", kind="gold"))
    assert len(gold.open_article(1).left) == 3
    set_share(project, 0)
    assert len(session.open_article(1).left) == 3


def test_done_shows_the_suggestions_and_done_again_finishes(session: Session, project: Project) -> None:
    suggest(session)
    session.perform(spans.mark, "PERSON", [ADA])
    shown = session.finish()
    assert shown.is_shown
    assert session.work.own.state.status == "in progress"
    assert sorted(each.span.text for each in session.work.left.spans.values()) == ["London", "Tom Osei"]
    assert shown.update.suggestions == frozenset(session.work.left.spans)
    assert not session.open_article(1).is_blind
    finished = session.finish()
    assert (finished.is_shown, finished.following) == (False, 2)
    assert session.work.own.state.status == "done"


def test_undo_does_not_hide_what_was_seen(session: Session) -> None:
    suggest(session)
    session.perform(spans.mark, "PERSON", [ADA])
    session.finish()
    session.undo()
    assert not session.open_article(1).is_blind
    assert len(session.work.left) == 3


def test_skipping_a_blind_article_shows_nothing(session: Session) -> None:
    suggest(session)
    assert session.finish("skipped").following == 2
    assert session.work.is_blind


def test_a_session_for_reading_only_cannot_finish_blind(session: Session, project: Project) -> None:
    with open_project(project.path, read_only=True) as reading:
        other = Session(reading, Annotator(name="Ada"))
        assert other.open_article(1).is_blind
        with pytest.raises(ProjectError):
            other.finish()
        assert other.work.is_blind
        with pytest.raises(ProjectError):
            set_share(reading, 5)


def test_what_differs_with_and_without_suggestions_is_told(session: Session, project: Project) -> None:
    suggest(session)
    kept = session.perform(spans.mark, "PERSON", [ADA]).select[0]
    gone = session.perform(spans.mark, "PERSON", [LONDON]).select[0]
    moved = session.perform(spans.mark, "PERSON", [TOM]).select[0]
    session.finish()
    session.perform(spans.relabel, moved, "ORG")
    session.perform(spans.remove, [gone])
    session.perform(suggestions.accept, [key for key, each in session.work.left.spans.items() if each.span.start == 26])
    session.finish()
    (found,) = blind_differences(project)
    assert (found.article, found.annotator, found.spans) == (1, session.number, 3)
    assert found.by_seeing == Difference(added=1, removed=1, changed=1)
    assert found.from_models == {MODEL: Difference(added=0, removed=0, changed=2)}
    assert kept in session.work.own.spans


def test_an_article_in_which_nothing_was_marked_blind_is_told_too(session: Session, project: Project) -> None:
    suggest(session)
    session.finish()
    (found,) = blind_differences(project)
    assert (found.spans, found.by_seeing) == (0, Difference(0, 0, 0))
    session.perform(spans.mark, "DATE", [LONDON])
    (found,) = blind_differences(project)
    assert (found.spans, found.by_seeing) == (0, Difference(1, 0, 0))


ACTS = ("mark", "relabel", "remove", "note", "relate", "state", "undo", "redo", "finish")


def act(session: Session, name: str, data: st.DataObject) -> None:
    """Do one thing, if it can be done."""
    own = session.work.own
    keys = sorted(own.spans, key=lambda key: own.spans[key].start)
    if name in ("undo", "redo"):
        getattr(session, name)()
    elif name == "finish":
        session.finish(data.draw(st.sampled_from(["done", "skipped"])))
    elif name == "state":
        session.perform(states.set_note, data.draw(st.sampled_from(["", "a", "b"])))
    elif name == "mark":
        start = data.draw(st.integers(0, 20))
        label = data.draw(st.sampled_from(["PERSON", "ORG"]))
        if session.work.judging.marked(a_key(label, start)) is None:
            session.perform(spans.mark, label, [(start, start + 5)])
    elif name == "relate" and len(keys) > 1 and not own.relations:
        session.perform(relations.relate, keys[0], "coref", keys[1])
    elif name in ("remove", "note", "relabel") and keys:
        key = data.draw(st.sampled_from(keys))
        if name == "remove":
            session.perform(spans.remove, [key])
        elif name == "note":
            session.perform(spans.set_note, key, data.draw(st.sampled_from(["", "x", "y"])))
        elif session.work.judging.marked(a_key("GPE", own.spans[key].start)) is None:
            session.perform(spans.relabel, key, "GPE")


def a_key(label: str, start: int) -> SpanKey:
    return SpanKey(label=label, fragments=((start, start + 5),))


@settings(max_examples=max(settings().max_examples // 5, 1), deadline=None)
@given(data=st.data())
def test_the_blind_set_is_given_back_exactly_whatever_was_done_since(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with new_project(tmp_path_factory.mktemp("blind") / "p.annodb", TEXT) as project:
        set_share(project, 100)
        session = Session(project, Annotator(name="Ada"))
        session.open_article(1)
        for name in data.draw(st.lists(st.sampled_from(ACTS[:-1]), max_size=8)):
            act(session, name, data)
        suggest(session)
        before = copy(session.work.own)
        assert session.finish().is_shown
        for name in data.draw(st.lists(st.sampled_from(ACTS), max_size=10)):
            act(session, name, data)
        (end,) = blind.ends(project)
        assert set_at(project, end) == before
        assert sets.load(project, 1, session.number) == session.work.own or session.work.own.is_empty
