import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import annotated_texts, annotation_sets, article_texts

from annotator.model.annotation import AnnotationSet, Relation, SetState, Span
from annotator.model.edits import (
    ChangeSet,
    Edit,
    RelationEdit,
    SpanEdit,
    StateEdit,
    VerdictEdit,
    apply,
    changes,
    inverse,
)
from annotator.model.errors import EditError


def copy(of: AnnotationSet) -> AnnotationSet:
    return replace(of, spans=dict(of.spans), relations=dict(of.relations), verdicts=dict(of.verdicts))


def edits_between(old: AnnotationSet, new: AnnotationSet) -> list[Edit]:
    """A step that makes the one of the other: relations go first and come last."""
    edits: list[Edit] = [RelationEdit(each, None) for each in old.relations.values()]
    edits += [VerdictEdit(each, None) for each in old.verdicts.values()]
    edits += [SpanEdit(each, None) for each in old.spans.values()]
    edits += [SpanEdit(None, each) for each in new.spans.values()]
    edits += [RelationEdit(None, each) for each in new.relations.values()]
    edits += [VerdictEdit(None, each) for each in new.verdicts.values()]
    return [*edits, StateEdit(old.state, new.state)]


@st.composite
def two_sets(draw: st.DrawFn) -> tuple[AnnotationSet, AnnotationSet]:
    text = draw(article_texts)
    old = draw(annotation_sets(text))
    return old, replace(draw(annotation_sets(text)), annotator=old.annotator)


@given(two_sets())
def test_the_inverse_of_a_step_takes_it_back(sets: tuple[AnnotationSet, AnnotationSet]) -> None:
    old, new = sets
    edits = edits_between(old, new)
    at_work = copy(old)
    assert apply(at_work, edits) == changes(edits)
    assert at_work == new
    assert apply(at_work, inverse(edits)) == changes(edits)
    assert at_work == old
    assert inverse(inverse(edits)) == tuple(edits)


@given(two_sets(), st.data())
def test_a_step_that_does_not_fit_changes_nothing(
    sets: tuple[AnnotationSet, AnnotationSet], data: st.DataObject
) -> None:
    old, new = sets
    edits = edits_between(old, new)
    unknown = Span(id="unknown", label="ORG", fragments=((0, 1),), text="x")
    edits.insert(data.draw(st.integers(0, len(edits))), SpanEdit(unknown, None))
    at_work = copy(old)
    with pytest.raises(EditError):
        apply(at_work, edits)
    assert at_work == old


@given(two_sets())
def test_edits_come_back_from_json_as_they_were(sets: tuple[AnnotationSet, AnnotationSet]) -> None:
    edits = edits_between(*sets)
    assert msgspec.json.decode(msgspec.json.encode(edits), type=list[Edit]) == edits


@given(annotated_texts())
def test_a_change_set_names_every_record_that_the_edits_touch(case: tuple[str, AnnotationSet]) -> None:
    made = case[1]
    named = changes(edits_between(AnnotationSet(annotator=made.annotator), made))
    assert (named.spans, named.relations, named.verdicts) == (
        made.spans.keys(),
        made.relations.keys(),
        made.verdicts.keys(),
    )
    assert named.state
    assert not changes([])
    assert changes([]) | named == named


HEAD = Span(id="h", label="QUOTE", fragments=((0, 1),), text="a")
TAIL = Span(id="t", label="PERSON", fragments=((1, 2),), text="b")
LINK = Relation(id="r", type="speaker", head="h", tail="t")


@pytest.fixture
def linked(ada: object) -> AnnotationSet:
    return AnnotationSet(annotator=ada, spans={"h": HEAD, "t": TAIL}, relations={"r": LINK})


REFUSED = {
    "edit.stale": [
        [SpanEdit(replace(HEAD, note="other"), None)],
        [SpanEdit(replace(HEAD, id="gone"), HEAD)],
        [RelationEdit(replace(LINK, head="t"), None)],
        [StateEdit(SetState(status="done"), SetState())],
        [SpanEdit(TAIL, replace(TAIL, note="x")), SpanEdit(TAIL, None)],
    ],
    "edit.twice": [
        [SpanEdit(None, HEAD)],
        [RelationEdit(None, replace(LINK, note="other"))],
    ],
    "edit.id": [[SpanEdit(HEAD, replace(HEAD, id="h2"))]],
    "edit.loose": [
        [SpanEdit(HEAD, None)],
        [SpanEdit(TAIL, None)],
        [RelationEdit(None, replace(LINK, id="r2", tail="x"))],
        [RelationEdit(LINK, replace(LINK, head="x"))],
    ],
}


@pytest.mark.parametrize(("code", "edits"), [(code, edits) for code, steps in REFUSED.items() for edits in steps])
def test_stale_double_and_loose_edits_are_refused_and_change_nothing(
    linked: AnnotationSet, code: str, edits: list[Edit]
) -> None:
    before = copy(linked)
    with pytest.raises(EditError) as caught:
        apply(linked, [StateEdit(SetState(), SetState(note="first")), *edits] if code != "edit.stale" else edits)
    assert caught.value.code == code
    assert linked == before


def test_a_span_may_go_with_its_relations_in_one_step_whatever_their_order(linked: AnnotationSet) -> None:
    assert apply(linked, [SpanEdit(HEAD, None), RelationEdit(LINK, None)]) == ChangeSet(
        spans=frozenset("h"), relations=frozenset("r")
    )
    assert linked.relations == {}


def test_a_step_that_changes_one_record_several_times_is_taken_back_last_edit_first(linked: AnnotationSet) -> None:
    new = replace(TAIL, id="n")
    named = replace(new, note="twice")
    edits = [SpanEdit(None, new), SpanEdit(new, named), SpanEdit(named, None), SpanEdit(None, new)]
    before = copy(linked)
    apply(linked, edits)
    assert linked.spans["n"] == new
    apply(linked, inverse(edits))
    assert linked == before
