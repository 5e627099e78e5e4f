"""What every reader does with foreign annotation once it has found it: each span and relation is checked.

A span that does not lie on the text it says it covers, or breaks the schema, is refused by name, and its
relations with it; the rest of the set comes in. Most sets have no fault, so a quick look comes first and
the sentences are made only where it fails.
"""

from collections.abc import Hashable, Iterator

from msgspec.structs import replace as altered

from annotator.exchange.checks import lies_on, misplacement
from annotator.exchange.foreign import Found, Ids, moved
from annotator.exchange.protocols import Refused
from annotator.model.annotation import AnnotationSet, Attributes, Relation, RelationKey, Span, Verdict
from annotator.model.rules import attribute_problems, fragment_problems, relation_problems, shorten, span_problems
from annotator.model.schema import Attribute, Schema
from annotator.model.schema_file import value_problem
from annotator.model.text import Normalised


class Admission:
    """The checks of one schema, or without one only those that any annotation must pass. One serves a file."""

    def __init__(self, schema: Schema | None) -> None:
        self._schema = schema
        self._on_labels: dict[str, dict[str, Attribute]] = {}

    def admit(
        self, found: Found, raw: str, text: Normalised, place: str, ids: Ids
    ) -> tuple[AnnotationSet, list[Refused]]:
        """The set as far as it holds, and what of it was refused, each with the place and a sentence.

        Offsets are those of `raw`, of which `text` was made. `ids` is the same for all sets of one article.
        """
        if text.changes:
            found = moved(found, raw, text)
        check = _Check(self, ids.replaced(found), text.text, f"{place}, set of {found.annotator}")
        return check.result(), check.refused

    @property
    def schema(self) -> Schema | None:
        """The schema that sets must keep."""
        return self._schema

    def keeps(self, span: Span) -> bool:
        """Whether the span's label and attributes are the schema's; quick, without saying why."""
        if self._schema is None:
            return True
        if span.label not in self._schema.label_by_name:
            return False
        return not span.attributes or self._values_fit(span.label, span.attributes)

    def links(self, relation: Relation, head: Span, tail: Span) -> bool:
        """Whether the relation has no attributes and may link these spans; quick, without saying why."""
        schema, name = self._schema, relation.type
        if schema is None:
            return True
        may_be_head = head.label in schema.heads.get(name, ())
        return may_be_head and tail.label in schema.tails[name] and head.id != tail.id and not relation.attributes

    def _values_fit(self, label: str, values: Attributes) -> bool:
        if (known := self._on_labels.get(label)) is None:
            assert self._schema is not None
            known = {each.name: each for each in self._schema.attributes_of_label(label)}
            self._on_labels[label] = known
        return all(name in known and value_problem(known[name], value) is None for name, value in values.items())


class _Check:
    """One set on its way in."""

    def __init__(self, admission: Admission, found: Found, text: str, place: str) -> None:
        self._admission = admission
        self._schema = admission.schema
        self._found = found
        self._text = text
        self._place = place
        self._gone: set[str] = set()
        self.refused: list[Refused] = []

    def result(self) -> AnnotationSet:
        """What holds; fills `refused`."""
        found = self._found
        spans = self._spans()
        return AnnotationSet(
            annotator=found.annotator,
            state=altered(found.state, attributes=self._state_attributes()),
            schema_version=found.schema_version,
            spans=spans,
            relations=self._relations(spans),
            verdicts=self._verdicts(),
        )

    def _refuse(self, id_: str, reason: str) -> None:
        self._gone.add(id_)
        self.refused.append(Refused(self._place, reason))

    def _spans(self) -> dict[str, Span]:
        kept: dict[str, Span] = {}
        text, keeps = self._text, self._admission.keeps
        for span in self._found.spans:
            if span.id not in kept and lies_on(span, text) and keeps(span):
                kept[span.id] = span
            elif span.id in kept:
                self.refused.append(Refused(self._place, f"The span id {span.id} is used twice."))
            else:
                self._refuse(span.id, self._span_problem(span))
        return kept

    def _span_problem(self, span: Span) -> str:
        if self._schema is None or not lies_on(span, self._text):
            return misplacement(span, self._text)
        return next(span_problems(self._schema, span, self._text))

    def _relations(self, spans: dict[str, Span]) -> dict[str, Relation]:
        kept: dict[str, Relation] = {}
        said: set[tuple[str, Hashable]] = set()
        for relation in self._found.relations:
            if relation.id in kept:
                self.refused.append(Refused(self._place, f"The relation id {relation.id} is used twice."))
            elif problem := next(self._relation_problems(relation, spans, said), None):
                self._refuse(relation.id, problem)
            else:
                kept[relation.id] = relation
        return kept

    def _relation_problems(
        self, each: Relation, spans: dict[str, Span], said: set[tuple[str, Hashable]]
    ) -> Iterator[str]:
        head, tail = spans.get(each.head), spans.get(each.tail)
        if head is None or tail is None:
            there = head or tail
            of = f" of {there.label} “{shorten(there.text)}”" if there else ""
            yield f"The {each.type} relation{of} has an end that was left out or is not there."
            return
        if self._schema is None:
            return
        if not self._admission.links(each, head, tail):
            yield from relation_problems(self._schema, each, spans)
        one, other = (head.label, head.fragments), (tail.label, tail.fragments)
        ends = frozenset((one, other)) if self._schema.relation_by_name[each.type].symmetric else (one, other)
        if (each.type, ends) in said:
            yield f"The {each.type} relation from {head.label} to {tail.label} at {head.start} is there twice."
        said.add((each.type, ends))

    def _verdicts(self) -> dict[str, Verdict]:
        kept: dict[str, Verdict] = {}
        for each in self._found.verdicts:
            if each.id in kept:
                self.refused.append(Refused(self._place, f"The verdict id {each.id} is used twice."))
            elif problem := next(self._verdict_problems(each), None):
                self.refused.append(Refused(self._place, f"The verdict {each.id} {problem}."))
            else:
                kept[each.id] = altered(each, result=None) if each.result in self._gone else each
        return kept

    def _verdict_problems(self, each: Verdict) -> Iterator[str]:
        subject = each.subject
        for key in (subject.head, subject.tail) if isinstance(subject, RelationKey) else (subject,):
            yield from fragment_problems(key.fragments, len(self._text))

    def _state_attributes(self) -> Attributes:
        """The article labels that the schema has."""
        values = self._found.state.attributes
        if self._schema is None:
            return values
        kept: Attributes = {}
        for name, value in values.items():
            problem = next(attribute_problems(self._schema.known_of_article, {name: value}, "the article"), None)
            if problem:
                self.refused.append(Refused(self._place, problem))
            else:
                kept[name] = value
        return kept
