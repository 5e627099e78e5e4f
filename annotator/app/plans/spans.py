"""Plans that mark, relabel, move, describe and remove spans."""

from collections import ChainMap
from collections.abc import Iterable

import msgspec

from annotator.app.plans.plan import Plan, View, the_span
from annotator.app.plans.suggestions import accept
from annotator.model.annotation import Attributes, Fragments, Span, SpanKey, Value, covered, make_fragments
from annotator.model.edits import Edit, RelationEdit, SpanEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.rules import fitting, relation_problems, shorten
from annotator.model.text import normalise


def mark(view: View, label: str, pieces: Iterable[tuple[int, int]], values: Attributes | None = None) -> Plan:
    """Mark fragments with a label. Marking what is suggested in just that way accepts the suggestion.

    `values` are attributes that the span gets instead of the defaults, as far as the label has them.
    """
    fragments = make_fragments(pieces)
    if not fragments:
        raise EditError("mark.empty", "Select some text first, then press the key of a label.")
    key = SpanKey(label=label, fragments=fragments)
    if same := view.judging.suggested(key):
        return accept(view, [same.span.id])
    refuse_double(view, key)
    span = Span(
        id=new_id(),
        label=label,
        fragments=fragments,
        text=covered(view.article.text, fragments),
        attributes=_fitting(view, values or {}, label),
    )
    return Plan(title=f"Mark {label} “{shorten(span.text)}”", edits=(SpanEdit(None, span),), made=(span.id,))


def refuse_double(view: View, key: SpanKey) -> None:
    """Raise EditError when the annotator has a span with this label and these fragments."""
    if view.judging.marked(key):
        text = shorten(covered(view.article.text, key.fragments))
        raise EditError("mark.double", f"“{text}” is marked as {key.label} already.")


def relabel(view: View, span_id: str, label: str) -> Plan:
    """Give a span another label. Attributes that it has too stay; relations that it may not have go."""
    old = the_span(view, span_id)
    refuse_double(view, SpanKey(label=label, fragments=old.fragments))
    new = msgspec.structs.replace(old, label=label, attributes=_fitting(view, old.attributes, label))
    gone = _no_longer_allowed(view, new)
    edits: list[Edit] = [RelationEdit(view.own.relations[key], None) for key in gone]
    remark = f"{len(gone)} relations that a {label} cannot have were removed." if gone else ""
    title = f"Relabel “{shorten(old.text)}” as {label}"
    return Plan(title=title, edits=(*edits, SpanEdit(old, new)), made=(span_id,), remark=remark)


def _fitting(view: View, attributes: Attributes, label: str) -> Attributes:
    kept = fitting(view.schema.attributes_of_label(label), attributes)
    return view.schema.defaults_of_label(label) | kept


def _no_longer_allowed(view: View, new: Span) -> list[str]:
    spans = ChainMap({new.id: new}, view.own.spans)
    relations = view.judging.relations_of(new.id)
    return [each.id for each in relations if any(relation_problems(view.schema, each, spans))]


def move(view: View, span_id: str, pieces: Iterable[tuple[int, int]]) -> Plan:
    """Let a span cover other fragments."""
    old = the_span(view, span_id)
    fragments: Fragments = make_fragments(pieces)
    if not fragments:
        raise EditError("mark.empty", "A span must cover some text; press Delete to remove it.")
    refuse_double(view, SpanKey(label=old.label, fragments=fragments))
    new = msgspec.structs.replace(old, fragments=fragments, text=covered(view.article.text, fragments))
    return Plan(title=f"Move {old.label} “{shorten(old.text)}”", edits=(SpanEdit(old, new),), made=(span_id,))


def set_attribute(view: View, span_id: str, name: str, value: Value | None) -> Plan:
    """Give an attribute of a span a value, or none."""
    old = the_span(view, span_id)
    rest = {key: each for key, each in old.attributes.items() if key != name}
    attributes = rest if value is None else rest | {name: value}
    new = msgspec.structs.replace(old, attributes=attributes)
    said = "nothing" if value is None else value
    title = f"Set {name} of {old.label} “{shorten(old.text)}” to {said}"
    return Plan(title=title, edits=(SpanEdit(old, new),), made=(span_id,))


def set_note(view: View, span_id: str, note: str) -> Plan:
    """Write a note on a span."""
    old = the_span(view, span_id)
    new = msgspec.structs.replace(old, note=normalise(note).text)
    return Plan(title=f"Note on {old.label} “{shorten(old.text)}”", edits=(SpanEdit(old, new),), made=(span_id,))


def remove(view: View, span_ids: Iterable[str]) -> Plan:
    """Remove spans, with the relations that they are ends of."""
    spans = [the_span(view, key) for key in dict.fromkeys(span_ids)]
    relations = {each.id: each for span in spans for each in view.judging.relations_of(span.id)}
    gone: list[Edit] = [RelationEdit(each, None) for each in relations.values()]
    edits = (*gone, *(SpanEdit(span, None) for span in spans))
    remark = f"Its {len(relations)} relations were removed too." if relations else ""
    what = f"{spans[0].label} “{shorten(spans[0].text)}”" if len(spans) == 1 else f"{len(spans)} spans"
    return Plan(title=f"Remove {what}", edits=edits, remark=remark)
