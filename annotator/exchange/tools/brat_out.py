"""One annotation set to the lines of a brat annotation file, and what these cannot hold.

A span that goes over a line end has a fragment on each line, as brat writes it. A note of several lines is several.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.exchange.losses import LossKind
from annotator.exchange.lost import ORIGIN, SCORE, Lost
from annotator.exchange.tools.brat_in import joined
from annotator.exchange.tools.brat_lines import BREAKS
from annotator.exchange.tools.brat_names import SchemaNames
from annotator.model.annotation import AnnotationSet, Attributes, Fragments, Relation, Span, Value, places, text_order

NO_TEXT = LossKind("white_space", "span of white space only, with its relations")
MOVED = LossKind("line_ends", "span whose white space beside a line end is not held as it was")
VALUE = LossKind("value", "attribute that brat cannot hold")
AS_TEXT = LossKind("as_text", "attribute that comes back as text")
NOTE = LossKind("note", "note whose line ends come back as line feeds")


@dataclass
class Lines:
    """Makes the lines of one set; names that the schema does not have join `names`."""

    text: str
    annotation: AnnotationSet
    names: SchemaNames
    lost: Lost

    def __post_init__(self) -> None:
        self._attributes = 0
        self._notes = 0

    def lines(self) -> Iterator[str]:
        """Every line, without its line feed: spans in text order, then relations, each with what is said of it."""
        ids: dict[str, str] = {}
        for span in sorted(self.annotation.spans.values(), key=text_order):
            if pieces := self._pieces(span):
                ids[span.id] = f"T{len(ids) + 1}"
                yield from self._span(span, ids[span.id], pieces)
            else:
                self.lost.span(NO_TEXT, span)
        number = 0
        for relation in sorted(self.annotation.relations.values(), key=lambda each: _order(each, ids)):
            if relation.head in ids and relation.tail in ids:
                number += 1
                yield from self._relation(relation, f"R{number}", ids)
            else:
                self.lost.relation(NO_TEXT, relation, self.annotation)

    def _pieces(self, span: Span) -> Fragments:
        pieces = tuple(piece for fragment in span.fragments for piece in self._pieces_of(*fragment))
        if pieces and (back := joined(self.text, pieces)) != span.fragments:
            self.lost.span(MOVED, span, f"comes back as {places(back)}")
        return pieces

    def _pieces_of(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for found in BREAKS.finditer(self.text, start, end):
            yield from self._shown(at, found.start())
            at = found.end()
        yield from self._shown(at, end)

    def _shown(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        if self.text[start:end].strip():
            yield start, end

    def _span(self, span: Span, id_: str, pieces: Fragments) -> Iterator[str]:
        where = ";".join(f"{start} {end}" for start, end in pieces)
        text = " ".join(self.text[start:end] for start, end in pieces)
        yield f"{id_}\t{self.names.labels.brat(span.label)} {where}\t{text}"
        if span.attributes:
            yield from self._values(span.attributes, id_, self.names.kinds(span.label, of_relation=False), span)
        if span.note:
            yield from self._said(span.note, id_, span)
        self.lost.detail(span, self.annotation, (ORIGIN, SCORE))

    def _relation(self, relation: Relation, id_: str, ids: dict[str, str]) -> Iterator[str]:
        type_ = self.names.relations.brat(relation.type)
        yield f"{id_}\t{type_} Arg1:{ids[relation.head]} Arg2:{ids[relation.tail]}\t"
        if relation.attributes:
            kinds = self.names.kinds(relation.type, of_relation=True)
            yield from self._values(relation.attributes, id_, kinds, relation)
        if relation.note:
            yield from self._said(relation.note, id_, relation)
        self.lost.detail(relation, self.annotation, (ORIGIN, SCORE))

    def _values(self, values: Attributes, id_: str, kinds: dict[str, str], record: Span | Relation) -> Iterator[str]:
        for name, value in sorted(values.items()):
            told = self._told(name, value, is_choice=kinds.get(name) == "choice")
            if told is None:
                self._lose(VALUE, record, f"{name} = {value!r}", "left out")
                continue
            if isinstance(value, int | float) and not isinstance(value, bool) and kinds.get(name) != "number":
                self._lose(AS_TEXT, record, name, "comes back as text")
            self._attributes += 1
            yield f"A{self._attributes}\t{self.names.attributes.brat(name)} {id_}{told}"

    def _told(self, name: str, value: Value, *, is_choice: bool) -> str | None:
        """The value with a space before it, "" for a flag that is set, None for what brat has no line for."""
        if isinstance(value, bool):
            return "" if value else None
        choices = self.names.values(name)
        told = choices.brat(value) if is_choice and choices and isinstance(value, str) else str(value)
        is_line = told == told.strip() and told and "\t" not in told and not BREAKS.search(told)
        return f" {told}" if is_line else None

    def _said(self, note: str, id_: str, record: Span | Relation) -> Iterator[str]:
        lines = BREAKS.split(note)
        if "\n".join(lines) != note:
            self._lose(NOTE, record, "note", "comes back with line feeds")
        for line in lines:
            self._notes += 1
            yield f"#{self._notes}\tAnnotatorNotes {id_}\t{line}"

    def _lose(self, kind: LossKind, record: Span | Relation, what: str, done: str) -> None:
        if isinstance(record, Span):
            self.lost.span(kind, record, done, what=what)
        else:
            self.lost.relation(kind, record, self.annotation, f"{what}: {done}")


def _order(relation: Relation, ids: dict[str, str]) -> tuple[int, int, str, str]:
    head, tail = (int(ids.get(each, "T0")[1:]) for each in (relation.head, relation.tail))
    return head, tail, relation.type, relation.id
