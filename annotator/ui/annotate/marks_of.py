"""What the text view shows of the work at hand: its spans and suggestions as marks, its relations as arcs.

Pure: no Qt and no state. A tag says the label, then what was chosen: the first attribute with choices always,
others only where they are not what a new span has. So two spans that differ look different, and most tags
stay short. A suggestion's tag ends in a question mark, that of a span with a note in a pencil.
"""

from collections.abc import Iterable, Iterator

from annotator.app.work import Update, Work
from annotator.model.annotation import Span
from annotator.model.schema import Attribute, Schema
from annotator.ui.text_view.marks import Arc, Mark, MarkState

UNSURE = "unsure"


def marks_of(work: Work) -> list[Mark]:
    """All marks of the article."""
    marks = [mark_of(work.schema, span) for span in work.own.spans.values()]
    state, kinds = MarkState.SUGGESTION, {label.name: (f"{label.name} ?", label.colour) for label in work.schema.labels}
    for each in work.left.spans.values():  # there may be very many, and nothing else to say of them
        span = each.span
        tag, colour = kinds.get(span.label) or (f"{span.label} ?", "grey")
        marks.append(Mark(span.id, span.fragments, span.label, tag, colour, state))
    return marks


def changed_marks(work: Work, update: Update) -> tuple[list[Mark], list[str]]:
    """The marks to put in for an update, and the ids of those to take out."""
    put: list[Mark] = []
    drop: list[str] = []
    for key in update.changes.spans:
        if span := work.own.spans.get(key):
            put.append(mark_of(work.schema, span))
        else:
            drop.append(key)
    for key in update.suggestions:
        if suggested := work.left.spans.get(key):
            put.append(mark_of(work.schema, suggested.span, suggested=True))
        else:
            drop.append(key)
    return put, drop


def mark_of(schema: Schema, span: Span, *, suggested: bool = False) -> Mark:
    """One span as it is shown."""
    tag = f"{span.label} ?" if suggested else tag_of(schema, span)
    state = MarkState.SUGGESTION if suggested else MarkState.OWN
    unsure = not suggested and span.attributes.get(UNSURE) is True
    return Mark(span.id, span.fragments, span.label, tag, colour_of(schema, span.label), state, unsure)


def colour_of(schema: Schema, label: str) -> str:
    """The name of the label's colour."""
    found = schema.label_by_name.get(label)
    return found.colour if found else "grey"


def tag_of(schema: Schema, span: Span) -> str:
    """The label of a span with what was chosen: `PLEDGE action · refused`."""
    told = list(_told(schema.attributes_of_label(span.label), span))
    tag = f"{span.label} {' · '.join(told)}" if told else span.label
    return f"{tag} ✎" if span.note else tag


def _told(attributes: Iterable[Attribute], span: Span) -> Iterator[str]:
    is_first = True
    for each in attributes:
        value = span.attributes.get(each.name)
        if each.kind == "choice":
            if value is not None and (is_first or value != each.default):
                yield str(value)
            is_first = False
        elif each.kind == "flag":
            if value is True and each.name != UNSURE:
                yield each.name
        elif value not in (None, "") and value != each.default:
            yield str(value)


# Arcs


def arcs_of(work: Work) -> list[Arc]:
    """All relations of the article, and those suggested whose ends are both in view."""
    own = [
        _arc(work.schema, each.type, each.id, each.head, each.tail, MarkState.OWN)
        for each in work.own.relations.values()
    ]
    found = ((each, end_mark(work, each.head), end_mark(work, each.tail)) for each in work.left.relations.values())
    suggested = [
        _arc(work.schema, each.relation.type, each.relation.id, head, tail, MarkState.SUGGESTION)
        for each, head, tail in found
        if head and tail
    ]
    return own + suggested


def end_mark(work: Work, end: Span) -> str | None:
    """The mark that stands for an end of a suggested relation: the suggestion, or what was made of it, if any."""
    if end.id in work.left.spans:
        return end.id
    made = work.judging.answer(end.key)
    return made.id if made else None


def _arc(schema: Schema, kind: str, key: str, head: str, tail: str, state: MarkState) -> Arc:
    found = schema.relation_by_name.get(kind)
    colour, symmetric = (found.colour, found.symmetric) if found else ("grey", False)
    return Arc(key, head, tail, kind, colour, state, symmetric)


def touches_arcs(work: Work, update: Update, shown: frozenset[str]) -> bool:
    """Whether an update may change arcs; `shown` are the ids of those in view."""
    return bool(update.changes.relations or work.left.relations or update.suggestions & shown)
