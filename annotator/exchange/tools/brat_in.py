"""One brat annotation file to an annotation set, as it is found; `admit` checks it then.

- A text-bound annotation is a span. Fragments with only white space and a line end between them are one: brat writes
  a span over several lines so.
- A relation goes from its first argument to its second. Of an event the trigger is the span, and each argument a
  relation from it, named by the role. An equivalence is a chain of relations, each to the one before.
- Attributes and notes are those of their span or relation, of an event those of its trigger. A normalisation is a note.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from annotator.exchange.foreign import Found
from annotator.exchange.mapping import LEFT_OUT
from annotator.exchange.protocols import ReadOptions
from annotator.exchange.tools.brat_lines import BREAKS, Link, Mark, Said, Standoff
from annotator.exchange.tools.brat_names import SchemaNames
from annotator.model.annotation import (
    Annotator,
    Attributes,
    Fragments,
    Relation,
    SetState,
    Span,
    Value,
    covered,
    make_fragments,
    places,
)
from annotator.model.rules import attribute_problems, shorten
from annotator.model.schema import Attribute
from annotator.model.text import Normalised

_EQUIVALENT = "coref"  # of our schemas, for brat's equivalences where the schema has none of that name
_LINE_ENDS = 99  # characters of white space that a quotation may have as one, at any length
_WHOLE = re.compile(r"-?\d{1,19}")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Taken:
    """A set as a file gives it, in offsets of `raw`. What was left out is a line (0: none) and a sentence each."""

    found: Found
    raw: str
    left_out: list[tuple[int, str]]
    notes: list[str]
    events: int


def joined(text: str, fragments: Iterable[tuple[int, int]]) -> Fragments:
    """Fragments in order, those joined that only white space with a line end parts."""
    made: list[tuple[int, int]] = []
    for start, end in make_fragments(fragments):
        gap = text[made[-1][1] : start] if made else ""
        if gap and gap.isspace() and BREAKS.search(gap):
            made[-1] = made[-1][0], end
        else:
            made.append((start, end))
    return tuple(made)


def take(
    standoff: Standoff, annotator: Annotator, raw: str, text: Normalised, options: ReadOptions, names: SchemaNames
) -> Taken:
    """The set of one annotator; `names` are those of the options' schema.

    Offsets count the text as its file has it, or else with line ends of one character.
    """
    notes = []
    if text.changes and _matching(standoff.marks, raw) < _matching(standoff.marks, text.text):
        raw = text.text
        notes.append("offsets count each line end as one character")
    taking = _Taking(standoff, raw, options, names)
    spans, relations = taking.spans(), taking.relations()
    found = Found(annotator=annotator, state=SetState(status="done"), spans=spans, relations=relations)
    return Taken(found, raw, taking.left_out, notes, len(standoff.triggers))


def _matching(marks: list[Mark], text: str) -> int:
    return sum(_quotes(mark, text) for mark in marks)


def _quotes(mark: Mark, text: str) -> bool:
    """Whether the mark quotes what it covers, whatever white space parts the words."""
    if _is_large(mark) or any(not 0 <= start < end <= len(text) for start, end in mark.fragments):
        return False
    pieces = [text[start:end] for start, end in mark.fragments]
    if " ".join(pieces) == mark.text:
        return True
    quoted = _SPACE.sub(" ", mark.text)
    return quoted in (_SPACE.sub(" ", " ".join(pieces)), _SPACE.sub(" ", "".join(pieces)))  # brat before 1.3: ""


def _is_large(mark: Mark) -> bool:
    """Whether it covers so much more than it quotes that a look at the text, for many such, would take forever."""
    return sum(end - start for start, end in mark.fragments) > 2 * len(mark.text) + _LINE_ENDS


@dataclass
class _Taking:
    """One file on its way in."""

    standoff: Standoff
    raw: str
    options: ReadOptions
    names: SchemaNames
    left_out: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._labels: dict[str, str | None] = {}
        self._gone: set[str] = set()
        self.left_out += self.standoff.bad
        targets = {mark.id for mark in self.standoff.marks}
        targets.update(link.id for link in (*self.standoff.links, *self.standoff.roles))
        self._attributes = self._by_target(self.standoff.attributes, targets, "attribute")
        self._notes = self._by_target(self.standoff.notes, targets, "note")

    def _by_target(self, every: list[Said], targets: set[str], what: str) -> dict[str, list[Said]]:
        found: dict[str, list[Said]] = {}
        for said in every:
            target = self._end(said.target)
            if target in targets:
                found.setdefault(target, []).append(said)
            else:
                self.left_out.append((said.line, f"The {what} {said.name} is of {said.target}, which is not there."))
        return found

    def _end(self, id_: str) -> str:
        """The text-bound annotation that stands for an event, or what it is."""
        return self.standoff.triggers.get(id_, id_)

    def spans(self) -> list[Span]:
        """Every text-bound annotation whose label is not to be left out."""
        made = []
        for mark in self.standoff.marks:
            label = self._mapped(mark.label, self.names.labels.ours)
            if label is None:
                self._gone.add(mark.id)
            elif _is_large(mark):
                where = places(mark.fragments)
                self.left_out.append((mark.line, f"{label} “{shorten(mark.text)}” is not all that it covers, {where}."))
            else:
                made.append(self._span(mark, label))
        return made

    def _span(self, mark: Mark, label: str) -> Span:
        if _quotes(mark, self.raw):
            fragments = joined(self.raw, mark.fragments)
            text = covered(self.raw, fragments)
        else:  # it is refused later, with what it says it covers
            fragments, text = mark.fragments, _SPACE.sub(" ", mark.text)
        if mark.id not in self._attributes and mark.id not in self._notes:
            return Span(id=mark.id, label=label, fragments=fragments, text=text)
        known = self.names.offered(label, of_relation=False)
        return Span(
            id=mark.id,
            label=label,
            fragments=fragments,
            text=text,
            attributes=self._values(mark.id, known, label),
            note=self._note(mark.id),
        )

    def _mapped(self, name: str, ours: Callable[[str], str]) -> str | None:
        """Our label or type; None when the options leave it out, which is told once."""
        if name not in self._labels:
            given = self.options.labels.get(name, ours(name))
            if not given:
                self.left_out.append((0, LEFT_OUT.format(label=name)))
            self._labels[name] = given or None
        return self._labels[name]

    def relations(self) -> list[Relation]:
        """Relations, arguments of events, and equivalences. Those of spans that were left out go with them."""
        every = ((each, self._type_of) for each in self.standoff.links)
        roles = ((each, self._role_of) for each in self.standoff.roles)
        alike = ((each, self._equivalent) for each in self.standoff.alike)
        made = (self._relation(each, kind) for some in (every, roles, alike) for each, kind in some)
        return [each for each in made if each is not None]

    def _relation(self, link: Link, kind: Callable[[str], str | None]) -> Relation | None:
        head, tail = self._end(link.head), self._end(link.tail)
        if head in self._gone or tail in self._gone:
            return None
        type_ = kind(link.type)
        if type_ is None:
            return None
        values = self._values(link.id, self.names.offered(type_, of_relation=True), type_)
        return Relation(id=link.id, type=type_, head=head, tail=tail, attributes=values, note=self._note(link.id))

    def _type_of(self, name: str) -> str | None:
        """A relation's type. A label's mapping is one of a type only where the schema has such a type."""
        schema, given = self.options.schema, self.options.labels.get(name)
        if given is None or (given and schema is not None and given not in schema.relation_by_name):
            return self.names.relations.ours(name)
        return self._mapped(name, self.names.relations.ours)

    def _role_of(self, name: str) -> str | None:
        """The type for an event's role; `brat_conf` gives one that is called as a label another name."""
        schema, type_ = self.options.schema, self._type_of(name)
        if schema is None or type_ is None or type_ in schema.relation_by_name:
            return type_
        return next((each for each in role_names(name) if each in schema.relation_by_name), type_)

    def _equivalent(self, name: str) -> str | None:
        schema, type_ = self.options.schema, self._type_of(name)
        if schema is None or type_ in schema.relation_by_name or _EQUIVALENT not in schema.relation_by_name:
            return type_
        return _EQUIVALENT

    def _values(self, id_: str, known: list[Attribute] | None, where: str) -> Attributes:
        made: Attributes = {}
        for said in self._attributes.get(id_, ()):
            name = self.names.attributes.ours(said.name)
            value = self._value(name, said.value, known)
            problems = attribute_problems(known, {name: value}, where) if known is not None else iter(())
            if problem := next(problems, None):
                self.left_out.append((said.line, problem))
            else:
                made[name] = value
        return made

    def _value(self, name: str, value: str | None, known: list[Attribute] | None) -> Value:
        if value is None:
            return True
        choices = self.names.values(name)
        kind = next((each.kind for each in known or () if each.name == name), "choice")
        if kind == "number":
            return _number(value)
        if kind == "flag" and value.lower() in ("true", "false"):
            return value.lower() == "true"
        return choices.ours(value) if choices and kind == "choice" else value

    def _note(self, id_: str) -> str:
        return "\n".join(said.value or "" for said in self._notes.get(id_, ()))


def role_names(role: str) -> tuple[str, str]:
    """What else a role's relation may be called, where a label has its name."""
    return role.lower(), f"{role.lower()}-role"


def _number(value: str) -> Value:
    """The number, or the text when it is none, for the schema to refuse."""
    try:
        return int(value) if _WHOLE.fullmatch(value) else float(value)
    except ValueError:
        return value
