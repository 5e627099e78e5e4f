"""The plan that labels all mentions of the same words in the article in one step."""

from bisect import bisect_left

from annotator.app.plans.plan import Plan, View
from annotator.app.plans.suggestions import Accepting
from annotator.model.annotation import Attributes, Fragment, Span, SpanKey
from annotator.model.edits import Edit, SpanEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.mentions import mentions
from annotator.model.rules import shorten


def mark_all(view: View, label: str, words: str, attributes: Attributes | None = None) -> Plan:
    """Mark every mention of the words with the label; suggestions that say the same are accepted.

    `attributes` are what the new spans have beside the defaults. Left as they are: what is marked so already,
    what lies across or in another span of the label, and what she rejected.
    """
    places = list(mentions(view.article.text, words))
    if not places:
        raise EditError("mark.nowhere", f"“{shorten(words)}” does not stand in the article as words of their own.")
    taken = Taken([each for each in view.own.spans.values() if each.label == label])
    accepting, made, left = Accepting(view), list[Span](), 0
    for place in places:
        key = SpanKey(label=label, fragments=(place,))
        if view.judging.marked(key):
            continue
        if same := view.judging.suggested(key):
            accepting.accept(same.span.id)
        elif taken.meets(place) or view.judging.is_rejected(key):
            left += 1
        else:
            made.append(_new(view, key, words, attributes or {}))
    accepted = accepting.plan("Accept")
    edits: tuple[Edit, ...] = (*accepted.edits, *(SpanEdit(None, each) for each in made))
    if not edits:
        raise EditError("mark.everywhere", f"Every “{shorten(words)}” that can be a {label} is marked already.")
    return Plan(
        title=f"Mark all {len(made) + len(accepted.made)} “{shorten(words)}” as {label}",
        edits=edits,
        made=(*accepted.made, *(each.id for each in made)),
        remark=f"Left as they are, inside another {label} or rejected before: {left}." if left else "",
    )


def _new(view: View, key: SpanKey, words: str, attributes: Attributes) -> Span:
    known = {each.name for each in view.schema.attributes_of_label(key.label)}
    given = {name: value for name, value in attributes.items() if name in known}
    values = view.schema.defaults_of_label(key.label) | given
    return Span(id=new_id(), label=key.label, fragments=key.fragments, text=words, attributes=values)


class Taken:
    """The places that spans cover, to be asked whether another one meets them."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        furthest = 0
        for start, end in sorted(place for span in spans for place in span.fragments):
            furthest = max(furthest, end)
            self._starts.append(start)
            self._ends.append(furthest)

    def meets(self, place: Fragment) -> bool:
        """Whether a place shares a character with a span: the last that starts before its end reaches its start."""
        before = bisect_left(self._starts, place[1])
        return before > 0 and self._ends[before - 1] > place[0]
