"""How relations are told in words. No Qt."""

from annotator.app.work import Work
from annotator.model.annotation import Relation, Span
from annotator.model.rules import shorten


def other_end(relation: Relation, span_id: str) -> str:
    """The id of the end that is not this one."""
    return relation.tail if relation.head == span_id else relation.head


def seen_from(work: Work, relation: Relation, span_id: str) -> str:
    """The relation as one of its ends sees it: `pledger → Keir Starmer`."""
    kind = work.schema.relation_by_name.get(relation.type)
    arrow = "↔" if kind and kind.symmetric else "→" if relation.head == span_id else "←"
    other = work.own.spans.get(other_end(relation, span_id))
    return f"{relation.type} {arrow} {shorten(other.text, 34) if other else ''}".rstrip()


def in_full(head: Span, kind: str, tail: Span) -> str:
    """The relation with both ends, for a line of its own."""
    return f"{shorten(head.text, 30)} · {kind} → {shorten(tail.text, 30)}"


def fits(work: Work, relation: Relation, words: str) -> bool:
    """Whether each of the words is in the type, or in the text or label of an end."""
    wanted = words.casefold().split()
    if not wanted:
        return True
    ends = (work.own.spans[key] for key in (relation.head, relation.tail))
    said = " ".join([relation.type, *(f"{span.label} {span.text}" for span in ends)]).casefold()
    return all(word in said for word in wanted)
