"""From spaCy documents to an annotation set: `doc.ents`, `doc.spans`, and what components say beside them.

Labels go through the schema's mapping. Suggesters of ours speak the schema's own language and say exactly what
they found (see `said`). So may others that the recipe names: such a one fills the group of `doc.spans` that
bears its name with spans whose labels are the schema's; pieces of one discontinuous span share a `span_id`.
What a spaCy span cannot hold stands in `doc.user_data`:

    doc.user_data["annotator.attributes"] = [{"span": END, "attributes": {...}, "score": 0.9, "rule": "..."}, ...]
    doc.user_data["annotator.relations"] = [{"type": "speaker", "head": END, "tail": END, ...}, ...]

where END is `[label, start, end]`: a span by the label and the outer characters that the component (or, for
an entity, the pipeline) gave it. What breaks a rule of the schema is left out. Which rule found a span is the
note of the suggestion. Where a trained pipeline speaks (`learned`), the rules add no spans of those labels: what they
say of one that is much the same as a learned one is said of that.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from annotator.model.annotation import (
    AnnotationSet,
    Annotator,
    Attributes,
    Fragments,
    Relation,
    RelationKey,
    SetState,
    Span,
    SpanKey,
    Value,
    covered,
    make_fragments,
)
from annotator.model.ids import new_id
from annotator.model.rules import attribute_problems, relation_problems
from annotator.model.schema import Attribute, Schema
from annotator.suggest import learned
from annotator.suggest.available import PipelineInfo
from annotator.suggest.entities import entity_bounds
from annotator.suggest.paragraphs import paragraph_starts
from annotator.suggest.said import ATTRIBUTES, RELATIONS, SPANS, End, SaidOfSpan, SaidRelation, SaidSpan, outer

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

SAID = SetState(status="done")  # a model that has read an article has said all it has to say


class Labels:
    """The labels that a pipeline's become in a schema, with the attributes that a new span has."""

    def __init__(self, schema: Schema, info: PipelineInfo) -> None:
        self.schema = schema
        self._pipeline, self._learned = info.name, info.labels
        self.speaks = frozenset(label for label in info.speaks if self.own(label))  # and no rule does
        self._defaults: dict[str, Attributes] = {}
        self._mapped: dict[str, str | None] = {}

    def mapped(self, label: str) -> str | None:
        """The schema's label for one of the pipeline's; None when it is left out."""
        if label not in self._mapped:
            known = self.schema.mapped(self._pipeline, label)
            self._mapped[label] = known or self.own(self._learned.get(label, ""))
        return self._mapped[label]

    def own(self, label: str) -> str | None:
        """The label itself where the schema has it and offers it."""
        known = self.schema.label_by_name.get(label)
        return label if known and not known.retired else None

    def defaults(self, label: str) -> Attributes:
        """The attributes that a new span of the schema's label has."""
        if label not in self._defaults:
            self._defaults[label] = self.schema.defaults_of_label(label)
        return self._defaults[label]


class Reading:
    """One article while the documents made of its parts are read."""

    def __init__(self, labels: Labels, text: str, components: Iterable[str] = ()) -> None:
        self._labels = labels
        self._text = text
        self._components = frozenset(components)
        self._starts = paragraph_starts(text)
        self._spans: dict[SpanKey, Span] = {}
        self._relations: dict[RelationKey, Relation] = {}
        self._learned: dict[str, list[Fragments]] = defaultdict(list)  # by label, where the pipeline speaks

    def add(self, doc: "Doc", offset: int) -> None:
        """Read the document of the part that begins at `offset`. Raises ValueError for ill-formed user data."""
        ends: dict[End, SpanKey] = {}
        for ent in doc.ents:
            self._add_entity(ent, offset, ends)
        said = msgspec.convert(doc.user_data.get(SPANS, []), list[SaidSpan])
        self._add_learned(doc, said, offset, ends)
        for each in said:
            self._add_said(each, offset, ends)
        exact = {each.group for each in said}.union(learned.GROUPS)
        for name, group in doc.spans.items():
            if name in exact:
                continue
            if name in self._components:
                self._add_own(group, offset, ends)
            else:
                for span in group:
                    self._add_entity(span, offset, ends)
        for more in msgspec.convert(doc.user_data.get(ATTRIBUTES, []), list[SaidOfSpan]):
            self._add_attributes(more, ends)
        for found in msgspec.convert(doc.user_data.get(RELATIONS, []), list[SaidRelation]):
            self._add_relation(found, ends)

    def result(self, annotator: Annotator, schema_version: int) -> AnnotationSet:
        """The set of all that was read."""
        return AnnotationSet(
            annotator=annotator,
            state=SAID,
            schema_version=schema_version,
            spans={span.id: span for span in self._spans.values()},
            relations={relation.id: relation for relation in self._relations.values()},
        )

    def _add_entity(self, span: "SpacySpan", offset: int, ends: dict[End, SpanKey]) -> None:
        raw = span.label_
        label = self._labels.mapped(raw)
        start, end = span.start_char, span.end_char
        if label is None:
            return
        bounds = entity_bounds(self._text, self._starts, start + offset, end + offset, raw)
        if bounds is not None:
            key = self._add_span(label, (bounds,))
            ends.setdefault((raw, start, end), key)
            ends.setdefault((label, start, end), key)
            if label in self._labels.speaks:
                self._learned[label].append((bounds,))

    def _add_learned(self, doc: "Doc", said: Iterable[SaidSpan], offset: int, ends: dict[End, SpanKey]) -> None:
        cues = [each.fragments[0] for each in said if each.label == learned.CUE]
        for each in learned.read(doc, self._labels.speaks, cues):
            fragments = make_fragments((start + offset, end + offset) for start, end in each.fragments)
            key = self._add_span(each.label, fragments)
            self._spans[key] = msgspec.structs.replace(self._spans[key], score=each.score)
            ends.setdefault(outer(each.label, each.fragments), key)
            self._learned[each.label].append(fragments)

    def _add_said(self, said: SaidSpan, offset: int, ends: dict[End, SpanKey]) -> None:
        fragments = make_fragments((start + offset, end + offset) for start, end in said.fragments)
        if not self._labels.own(said.label) or not fragments:
            return
        end = outer(said.label, said.fragments)
        if said.label in self._labels.speaks:
            self._say_of_learned(said, fragments, ends)
            return
        ends.setdefault(end, self._add_span(said.label, fragments))
        more = SaidOfSpan(span=end, attributes=said.attributes, score=said.score, rule=said.rule)
        self._add_attributes(more, ends)

    def _say_of_learned(self, said: SaidSpan, fragments: Fragments, ends: dict[End, SpanKey]) -> None:
        """What a rule says of a span becomes said of the learned one that is much the same."""
        if (likest := learned.likest(fragments, self._learned[said.label])) is not None:
            end = outer(said.label, said.fragments)
            key = ends[end] = SpanKey(label=said.label, fragments=likest)
            span = self._spans[key]
            self._add_attributes(SaidOfSpan(span=end, attributes=said.attributes, score=span.score), ends)

    def _add_own(self, group: Iterable["SpacySpan"], offset: int, ends: dict[End, SpanKey]) -> None:
        for label, pieces in _whole_spans(group):
            fragments = make_fragments((start + offset, end + offset) for start, end in pieces)
            if self._labels.own(label) and fragments:
                outer = (label, fragments[0][0] - offset, fragments[-1][1] - offset)
                ends.setdefault(outer, self._add_span(label, fragments))

    def _add_span(self, label: str, fragments: Fragments) -> SpanKey:
        key = SpanKey(label=label, fragments=fragments)
        if key not in self._spans:
            attributes = self._labels.defaults(label)
            text = covered(self._text, fragments)
            self._spans[key] = Span(id=new_id(), label=label, fragments=fragments, text=text, attributes=attributes)
        return key

    def _add_attributes(self, said: SaidOfSpan, ends: dict[End, SpanKey]) -> None:
        if (key := ends.get(said.span)) is None:
            return
        span = self._spans[key]
        known = self._labels.schema.attributes_of_label(span.label)
        good = {name: value for name, value in said.attributes.items() if _fits(known, name, value)}
        attributes = {**span.attributes, **good}
        note = said.rule or span.note
        self._spans[key] = msgspec.structs.replace(span, attributes=attributes, score=said.score, note=note)

    def _add_relation(self, found: SaidRelation, ends: dict[End, SpanKey]) -> None:
        head, tail = ends.get(found.head), ends.get(found.tail)
        if head is None or tail is None:
            return
        relation = Relation(
            id=new_id(),
            type=found.type,
            head=self._spans[head].id,
            tail=self._spans[tail].id,
            attributes=found.attributes,
            score=found.score,
        )
        two = {self._spans[key].id: self._spans[key] for key in (head, tail)}
        kind = self._labels.schema.relation_by_name.get(found.type)
        if kind and not kind.retired and not any(relation_problems(self._labels.schema, relation, two)):
            self._relations.setdefault(RelationKey(type=found.type, head=head, tail=tail), relation)


def _fits(known: Iterable[Attribute], name: str, value: Value) -> bool:
    return not any(attribute_problems(known, {name: value}, ""))


def _whole_spans(group: Iterable["SpacySpan"]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The spans of a group by label and pieces; pieces that share a label and a `span_id` are one span."""
    shared: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, span in enumerate(group):
        identity = span.id_ or f"#{number}"
        shared.setdefault((span.label_, identity), []).append((span.start_char, span.end_char))
    return ((label, pieces) for (label, _), pieces in shared.items())
