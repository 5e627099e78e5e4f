"""The index and the pending suggestions that are kept step by step are those that are counted from scratch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import RICH, annotation_sets, spans

from annotator.model.annotation import AnnotationSet, Annotator, Relation, Span, SpanKey
from annotator.model.edits import Edit, RelationEdit, SpanEdit, VerdictEdit, inverse
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.judging import Judging
from annotator.model.suggestions import make_verdict, pending

TEXT = "ab cd"  # short, so that marks and suggestions often are the same
MODELS = [Annotator(name="one", kind="model", version="1"), Annotator(name="two", kind="model", version="1")]
Step = list[Edit]


@st.composite
def steps(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    """A step that fits the set as it is."""
    choices = [_mark]
    choices += [_relabel, _remove] if own.spans else []
    choices += [_link] if len(own.spans) > 1 else []
    choices += [_unlink] if own.relations else []
    choices += [_judge, _judge] if len(judging.left) else []
    choices += [_mark_as_suggested] if judging.left.spans else []
    choices += [_take_back] if own.verdicts else []
    return draw(st.sampled_from(choices))(draw, own, judging)


def _pick(draw: st.DrawFn, records: dict[str, object]) -> object:
    return records[draw(st.sampled_from(list(records)))]


def _mark(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    return [SpanEdit(None, draw(spans(TEXT, RICH, most=2)))]


def _mark_as_suggested(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    return [SpanEdit(None, replace(_pick(draw, judging.left.spans).span, id=new_id()))]


def _relabel(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    old = _pick(draw, own.spans)
    return [SpanEdit(old, replace(draw(spans(TEXT, RICH, most=2)), id=old.id))]


def _remove(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    old = _pick(draw, own.spans)
    return [*(RelationEdit(each, None) for each in own.relations_of(old.id)), SpanEdit(old, None)]


def _link(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    head, tail = draw(st.lists(st.sampled_from(list(own.spans)), min_size=2, max_size=2, unique=True))
    kind = draw(st.sampled_from(["speaker", "continues", "coref"]))
    return [RelationEdit(None, Relation(id=new_id(), type=kind, head=head, tail=tail))]


def _unlink(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    return [RelationEdit(_pick(draw, own.relations), None)]


def _judge(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    subject = _pick(draw, {**judging.left.spans, **judging.left.relations})
    return [VerdictEdit(None, make_verdict(draw(st.sampled_from(["accepted", "changed", "rejected"])), subject))]


def _take_back(draw: st.DrawFn, own: AnnotationSet, judging: Judging) -> Step:
    return [VerdictEdit(_pick(draw, own.verdicts), None)]


def assert_in_step(judging: Judging, own: AnnotationSet, models: list[AnnotationSet]) -> None:
    """Everything that is kept is what is counted from scratch, in the same order."""
    scratch = pending(own, models)
    assert list(judging.left.spans.items()) == list(scratch.spans.items())
    assert list(judging.left.relations.items()) == list(scratch.relations.items())
    suggested = {span.key for model in models for span in model.spans.values()}
    for key in {*suggested, *(span.key for span in own.spans.values())}:
        same = [span for span in own.spans.values() if span.key == key]
        assert judging.marked(key) in same if same else judging.marked(key) is None
        assert judging.suggested(key) == next((each for each in scratch.spans.values() if each.span.key == key), None)
        results = {each.result for each in own.verdicts.values() if each.subject == key}
        made = same or [own.spans[each] for each in results if each in own.spans]
        assert judging.answer(key) in made if made else judging.answer(key) is None
        links = [each for each in scratch.relations.values() if key in (each.key.head, each.key.tail)]
        assert sorted(each.relation.id for each in judging.suggested_links(key)) == sorted(
            each.relation.id for each in links
        )
    for span_id in own.spans:
        assert {each.id for each in judging.relations_of(span_id)} == {each.id for each in own.relations_of(span_id)}


@given(st.data())
def test_what_is_left_is_the_same_step_by_step_and_from_scratch_undo_included(data: st.DataObject) -> None:
    models = [data.draw(annotation_sets(TEXT, annotator=each)) for each in MODELS]
    own = data.draw(annotation_sets(TEXT))
    judging = Judging(own, models)
    assert_in_step(judging, own, models)
    done: list[tuple[Edit, ...]] = []
    for _ in range(data.draw(st.integers(1, 8))):
        before = {*judging.left.spans, *judging.left.relations}
        undo = bool(done) and data.draw(st.booleans())
        step = inverse(done.pop()) if undo else tuple(data.draw(steps(own, judging)))
        changed, moved = judging.apply(step)
        if not undo:
            done.append(step)
        assert moved == before ^ {*judging.left.spans, *judging.left.relations}
        assert changed.spans == {each.id for edit in step if isinstance(edit, SpanEdit) for each in _records(edit)}
        assert_in_step(judging, own, models)


def _records(edit: SpanEdit) -> list[Span]:
    return [each for each in (edit.before, edit.after) if each]


@given(st.data())
def test_a_step_that_does_not_fit_leaves_all_as_it_was(data: st.DataObject) -> None:
    models = [data.draw(annotation_sets(TEXT, annotator=MODELS[0]))]
    own = data.draw(annotation_sets(TEXT))
    judging = Judging(own, models)
    step = data.draw(steps(own, judging))
    stale = SpanEdit(Span(id="gone", label="ORG", fragments=((0, 1),), text="a"), None)
    before = replace(own, spans=dict(own.spans), relations=dict(own.relations), verdicts=dict(own.verdicts))
    with pytest.raises(EditError):
        judging.apply([*step, stale])
    assert own == before
    assert_in_step(judging, own, models)


def test_what_comes_back_comes_back_in_text_order() -> None:
    found = {str(at): Span(id=str(at), label="ORG", fragments=((at, at + 1),), text=TEXT[at]) for at in range(5)}
    own = AnnotationSet(annotator=Annotator(name="Ada"))
    judging = Judging(own, [AnnotationSet(annotator=MODELS[0], spans=found)])
    step = [VerdictEdit(None, make_verdict("rejected", judging.left.spans["2"]))]
    assert judging.apply(step)[1] == {"2"}
    assert list(judging.left.spans) == ["0", "1", "3", "4"]
    assert judging.apply(inverse(step))[1] == {"2"}
    assert list(judging.left.spans) == ["0", "1", "2", "3", "4"]
    assert judging.marked(SpanKey(label="ORG", fragments=((0, 1),))) is None
