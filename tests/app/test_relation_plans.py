"""Linking, turning, retyping and describing relations, on sets without a project: what holds for all of them."""

from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.plans import relations
from annotator.app.plans.plan import Plan
from annotator.model.annotation import AnnotationSet, Annotator, Relation, Span
from annotator.model.article import Article, make_article
from annotator.model.edits import inverse
from annotator.model.errors import AnnotatorError
from annotator.model.ids import new_id
from annotator.model.judging import Judging
from annotator.model.rules import set_problems
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema
from annotator.model.suggestions import Pending

TEXT = "ab cd ef gh ij"
SCHEMA = read_schema("""
name = "links"
[[groups]]
name = "all"
[[labels]]
name = "A"
group = "all"
[[labels]]
name = "B"
group = "all"
[[attributes]]
name = "sure"
on = ["gives", "takes"]
kind = "choice"
choices = ["yes", "no"]
default = "yes"
[[attributes]]
name = "weight"
on = ["relations"]
kind = "number"
[[attributes]]
name = "when"
on = ["meets"]
kind = "date"
[[relations]]
name = "gives"
head = ["A"]
tail = ["A", "B"]
[[relations]]
name = "takes"
head = ["A", "B"]
tail = ["B"]
[[relations]]
name = "meets"
head = ["A", "B"]
tail = ["A", "B"]
symmetric = true
""")
TYPES = list(SCHEMA.relation_by_name)


@dataclass
class PlainView:
    """A set in memory, as plans look at it."""

    own: AnnotationSet
    judging: Judging
    article: Article
    schema: Schema = SCHEMA

    @property
    def left(self) -> Pending:
        return self.judging.left

    def do(self, plan: Plan) -> None:
        self.judging.apply(plan.edits)


def _span(n: int, label: str) -> Span:
    return Span(id=new_id(), label=label, fragments=((3 * n, 3 * n + 2),), text=TEXT[3 * n : 3 * n + 2])


def _view(own: list[Span], suggested: list[Span]) -> PlainView:
    mine = AnnotationSet(annotator=Annotator(name="Ada"), spans={each.id: each for each in own})
    model = Annotator(name="m", kind="model")
    judging = Judging(mine, [AnnotationSet(annotator=model, spans={each.id: each for each in suggested})])
    return PlainView(mine, judging, make_article(id=new_id(), title="T", text=TEXT))


def _picture(view: PlainView) -> bytes:
    own = view.own
    return msgspec.json.encode([*(sorted(each.items()) for each in (own.spans, own.relations, own.verdicts))])


@st.composite
def views(draw: st.DrawFn) -> PlainView:
    """Some spans and suggestions, with any links that the schema allows."""
    labels = draw(st.lists(st.sampled_from(["A", "B"]), min_size=2, max_size=5))
    spans = [_span(n, label) for n, label in enumerate(labels)]
    split = draw(st.integers(0, len(spans)))
    view = _view(spans[:split], spans[split:])
    for _ in range(draw(st.integers(0, 6))):
        head = draw(st.sampled_from([*view.own.spans, *view.left.spans]))
        possible = relations.targets(view, head)
        if possible:
            tail = draw(st.sampled_from(sorted(possible)))
            view.do(relations.relate(view, head, draw(st.sampled_from(possible[tail])).name, tail))
    return view


def _links(view: PlainView) -> list[Relation]:
    return list(view.own.relations.values())


def _allows(view: PlainView, plan: object, *args: object) -> bool:
    try:
        plan(view, *args)
    except AnnotatorError:
        return False
    return True


@given(views(), st.data())
def test_no_plan_breaks_the_schema_and_undo_gives_back_the_same_set(view: PlainView, data: st.DataObject) -> None:
    assert list(set_problems(SCHEMA, view.own, TEXT)) == []
    for link in _links(view):
        before = _picture(view)
        plans = [
            *(relations.retype(view, link.id, kind.name) for kind in relations.other_types(view, link)),
            *(relations.reverse(view, link.id, kind.name) for kind in relations.reversed_types(view, link)),
            relations.set_note(view, link.id, data.draw(st.text())),
            relations.set_attribute(view, link.id, "weight", 2),
            relations.remove(view, *data.draw(st.lists(st.sampled_from(list(view.own.relations)), min_size=1))),
        ]
        for plan in plans:
            assert all(each.before != each.after for each in plan.edits) or plan.title.startswith("Note")
            view.do(plan)
            assert list(set_problems(SCHEMA, view.own, TEXT)) == []
            view.judging.apply(inverse(plan.edits))
            assert _picture(view) == before


@given(views())
def test_what_is_offered_is_what_is_not_refused(view: PlainView) -> None:
    for link in _links(view):
        others = {kind.name for kind in relations.other_types(view, link)}
        turned = {kind.name for kind in relations.reversed_types(view, link)}
        assert others == {
            kind for kind in TYPES if kind != link.type and _allows(view, relations.retype, link.id, kind)
        }
        assert turned == {kind for kind in TYPES if _allows(view, relations.reverse, link.id, kind)}
    for head in [*view.own.spans, *view.left.spans]:
        targets = relations.targets(view, head)
        for tail in [*view.own.spans, *view.left.spans]:
            offered = {kind.name for kind in targets.get(tail, [])}
            assert offered == {kind for kind in TYPES if _allows(view, relations.relate, head, kind, tail)}


@given(views())
def test_reversing_twice_changes_nothing(view: PlainView) -> None:
    for link in _links(view):
        if link.type in {kind.name for kind in relations.reversed_types(view, link)}:
            view.do(relations.reverse(view, link.id))
            assert (view.own.relations[link.id].head, view.own.relations[link.id].tail) == (link.tail, link.head)
            view.do(relations.reverse(view, link.id))
            assert view.own.relations[link.id] == link


@pytest.fixture
def pair() -> tuple[PlainView, str, str]:
    one, other = _span(0, "A"), _span(1, "B")
    return _view([one, other], []), one.id, other.id


def _linked(view: PlainView, head: str, kind: str, tail: str) -> str:
    plan = relations.relate(view, head, kind, tail)
    view.do(plan)
    return plan.edits[-1].after.id


def _refused(plan: object, *args: object) -> tuple[str, str]:
    with pytest.raises(AnnotatorError) as caught:
        plan(*args)
    return caught.value.code, caught.value.sentence


def test_a_new_relation_has_the_defaults_of_its_type(pair: tuple[PlainView, str, str]) -> None:
    view, one, other = pair
    assert view.own.relations[_linked(view, one, "gives", other)].attributes == {"sure": "yes"}
    assert view.own.relations[_linked(view, one, "meets", other)].attributes == {}


def test_another_type_keeps_the_attributes_that_it_has_too_and_says_what_went(
    pair: tuple[PlainView, str, str],
) -> None:
    view, one, other = pair
    link = _linked(view, one, "gives", other)
    view.do(relations.set_attribute(view, link, "sure", "no"))
    view.do(relations.set_attribute(view, link, "weight", 3))
    plan = relations.retype(view, link, "takes")
    view.do(plan)
    assert (view.own.relations[link].attributes, plan.remark) == ({"sure": "no", "weight": 3}, "")
    plan = relations.retype(view, link, "meets")
    view.do(plan)
    assert view.own.relations[link].attributes == {"weight": 3}
    assert plan.remark == "A meets has no sure: what stood there is gone."


def test_a_change_that_would_say_the_same_twice_is_refused(pair: tuple[PlainView, str, str]) -> None:
    view, one, other = pair
    gives = _linked(view, one, "gives", other)
    takes = _linked(view, one, "takes", other)
    meets = _linked(view, other, "meets", one)
    assert _refused(relations.retype, view, gives, "takes") == (
        "relate.double",
        "These two are linked by takes already.",
    )
    assert _refused(relations.retype, view, takes, "meets")[0] == "relate.double"
    assert _refused(relations.reverse, view, takes, "meets")[0] == "relate.double"
    assert _refused(relations.reverse, view, meets) == (
        "relate.symmetric",
        "meets means the same both ways: there is nothing to reverse.",
    )


def test_a_change_that_the_schema_forbids_is_refused_by_name(pair: tuple[PlainView, str, str]) -> None:
    view, one, other = pair
    link = _linked(view, one, "gives", other)
    assert _refused(relations.reverse, view, link) == (
        "rule.relation",
        "B “cd” cannot be the head of gives: only A can.",
    )
    assert [kind.name for kind in relations.reversed_types(view, view.own.relations[link])] == ["meets"]


def test_two_suggestions_are_accepted_and_linked_in_one_step() -> None:
    one, other = _span(0, "A"), _span(1, "B")
    view = _view([], [one, other])
    plan = relations.relate(view, one.id, "gives", other.id)
    view.do(plan)
    assert plan.remark == "The suggested A and B were accepted with it."
    (link,) = _links(view)
    assert [view.own.spans[key].text for key in (link.head, link.tail)] == ["ab", "cd"]
    assert [each.kind for each in view.own.verdicts.values()] == ["accepted", "accepted"]
    assert plan.made == (link.head,)
    view.judging.apply(inverse(plan.edits))
    assert view.own.is_empty


def test_several_relations_are_removed_in_one_step(pair: tuple[PlainView, str, str]) -> None:
    view, one, other = pair
    both = [_linked(view, one, kind, other) for kind in ("gives", "meets")]
    plan = relations.remove(view, *both, both[0])
    assert (plan.title, len(plan.edits)) == ("Remove 2 relations", 2)
    view.do(plan)
    assert _links(view) == []
