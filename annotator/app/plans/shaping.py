"""Plans that make two spans of one, one of several, or a second one of the same words."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec
import regex

from annotator.app.plans.plan import Plan, View, the_span
from annotator.app.plans.spans import mark, refuse_double
from annotator.model.annotation import Fragment, Fragments, Relation, Span, SpanKey, covered, make_fragments
from annotator.model.edits import Edit, RelationEdit, SpanEdit, VerdictEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.offsets import shrink_whitespace
from annotator.model.rules import is_there, relation_problems, shorten

_WORD = regex.compile(r"\w")


def split(view: View, span_id: str, cut: Fragment) -> Plan:
    """Make two spans of one, at a place (an empty `cut`) or at a selection.

    A selection inside the span is left out of both parts; one that reaches an end of it becomes a part. The first
    part keeps note and relations; both have the attributes.
    """
    old = the_span(view, span_id)
    first, second = (_trimmed(view.article.text, part) for part in _parts(old.fragments, cut))
    if not first or not second:
        raise EditError("split.empty", "Put the caret inside the span, between two of its words, to split it there.")
    for each in (first, second):
        refuse_double(view, SpanKey(label=old.label, fragments=each))
    text = view.article.text
    kept = msgspec.structs.replace(old, fragments=first, text=covered(text, first))
    new = Span(
        id=new_id(), label=old.label, fragments=second, text=covered(text, second), attributes=dict(old.attributes)
    )
    stays = " Its relations stay with the first part." if view.judging.relations_of(span_id) else ""
    title = f"Split {old.label} “{shorten(old.text)}”"
    return Plan(title=title, edits=(SpanEdit(old, kept), SpanEdit(None, new)), made=(span_id, new.id), remark=stays[1:])


def _parts(fragments: Fragments, cut: Fragment) -> tuple[list[Fragment], list[Fragment]]:
    """What lies before and after the cut."""
    start, end = max(cut[0], fragments[0][0]), min(cut[1], fragments[-1][1])
    if start < end and start == fragments[0][0]:
        start = end
    elif start < end and end == fragments[-1][1]:
        end = start
    before = [(left, min(right, start)) for left, right in fragments if left < start]
    return before, [(max(left, end), right) for left, right in fragments if right > end]


def _trimmed(text: str, pieces: Iterable[Fragment]) -> Fragments:
    return make_fragments(shrink_whitespace(text, *piece) for piece in pieces if piece[0] < piece[1])


def neighbour(view: View, span_id: str) -> str | None:
    """The span of the same label that follows in the text, or else the one before; what merging takes by itself."""
    here = the_span(view, span_id)
    others = [each for each in view.own.spans.values() if each.label == here.label and each.id != here.id]
    after = [each for each in others if (each.start, each.end) >= (here.start, here.end)]
    if after:
        return min(after, key=lambda each: (each.start, each.end, each.id)).id
    return max(others, key=lambda each: (each.end, each.start, each.id)).id if others else None


def merge(view: View, span_ids: Iterable[str], joined: Fragment = (0, 0)) -> Plan:
    """Make one span of several of the same label, or close the gaps of one.

    Within a paragraph, gaps with no word in them are closed, and those inside `joined`, what is selected; over
    other gaps the span is in pieces. The first span gives its id and attributes, the others add what it lacks;
    the relations of all are its own, doubles dropped.
    """
    spans = sorted((the_span(view, key) for key in dict.fromkeys(span_ids)), key=lambda each: (each.start, each.end))
    if len({each.label for each in spans}) != 1:
        raise EditError("merge.labels", "Only spans of the same label become one: relabel the others first.")
    first, others = spans[0], spans[1:]
    new = _merged(view, spans, joined)
    if not others and new == first:
        raise EditError("merge.one", f"There is no other {first.label} to merge this one with.")
    same = view.judging.marked(new.key)
    if same and same not in spans:
        refuse_double(view, new.key)
    moved, dropped = _relations(view, first, others)
    edits: list[Edit] = [*moved, *_verdicts(view, first.id, {each.id for each in others})]
    edits += [SpanEdit(first, new), *(SpanEdit(each, None) for each in others)]
    remark = (
        f"Relations that would have been there twice or led to themselves were removed: {dropped}." if dropped else ""
    )
    return Plan(title=f"Merge {first.label} “{shorten(new.text)}”", edits=tuple(edits), made=(first.id,), remark=remark)


def _merged(view: View, spans: Sequence[Span], joined: Fragment) -> Span:
    text, first = view.article.text, spans[0]
    pieces = list(make_fragments(piece for span in spans for piece in span.fragments))
    gaps = ((left[1], right[0]) for left, right in pairwise(pieces))
    closed = [gap for gap in gaps if _closes(text, gap, joined)]
    fragments = make_fragments([*pieces, *closed])
    attributes = {name: value for span in reversed(spans) for name, value in span.attributes.items()}
    note = "\n".join(dict.fromkeys(span.note for span in spans if span.note))
    return msgspec.structs.replace(
        first, fragments=fragments, text=covered(text, fragments), attributes=attributes, note=note
    )


def _closes(text: str, gap: Fragment, joined: Fragment) -> bool:
    between = text[slice(*gap)]
    return "\n" not in between and (not _WORD.search(between) or joined[0] <= gap[0] < gap[1] <= joined[1])


def _relations(view: View, first: Span, others: Sequence[Span]) -> tuple[list[Edit], int]:
    """The edits that hand the others' relations to the first span, and how many of them go instead."""
    gone = {each.id for each in others}
    kept = [each for each in view.judging.relations_of(first.id) if not {each.head, each.tail} & gone]
    found = {each.id: each for span in others for each in view.judging.relations_of(span.id)}
    edits: list[Edit] = []
    for old in found.values():
        head, tail = (first.id if end in gone else end for end in (old.head, old.tail))
        new: Relation | None = msgspec.structs.replace(old, head=head, tail=tail)
        assert new is not None
        if is_there(view.schema, new, kept) or any(relation_problems(view.schema, new, view.own.spans)):
            new = None
        else:
            kept.append(new)
        edits.append(RelationEdit(old, new))
    return edits, sum(isinstance(each, RelationEdit) and each.after is None for each in edits)


def _verdicts(view: View, kept: str, gone: set[str]) -> list[Edit]:
    """What came of a suggestion is now part of the span that is kept."""
    found = [each for each in view.own.verdicts.values() if each.result in gone]
    return [VerdictEdit(each, msgspec.structs.replace(each, result=kept)) for each in found]


def duplicate(view: View, span_id: str, label: str) -> Plan:
    """Mark what a span covers with another label too. Attributes that both have are the same."""
    old = the_span(view, span_id)
    return mark(view, label, old.fragments, values=old.attributes)
