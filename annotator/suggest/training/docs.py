"""Lessons as spaCy documents: entities flat in `doc.ents`, all other labels piece by piece in two groups of spans.

One finder learns where spans begin and end, so long spans and short ones get a group each: what begins with a
pronoun and ends with a quote is then no candidate. A fragment is learned as a span of its own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from annotator.model.annotation import Span
from annotator.model.schema import Schema
from annotator.model.trailer import trailer_start
from annotator.suggest.learned import LONG, SHORT
from annotator.suggest.training.lessons import Lesson

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

ENTITIES = "entities"  # the group of the schema whose labels `ner` learns
_LONG_FROM = 6.0  # words, on average

_OFF, _OUTSIDE, _OVERLAP, _PIECES = "off", "outside", "overlap", "pieces"  # what is lost


class Material(msgspec.Struct, frozen=True):
    """What is to be learned: `entities` are labels of the schema with what `ner` calls them, `groups` the others."""

    entities: dict[str, str]
    groups: dict[str, str]  # label -> LONG or SHORT
    longest: dict[str, int]  # group -> words

    @property
    def is_empty(self) -> bool:
        """Whether nobody marked anything."""
        return not self.entities and not self.groups


def material(lessons: Iterable[Lesson], schema: Schema, spoken: Mapping[str, str]) -> Material:
    """The labels that occur; `spoken` is what the base pipeline calls labels of the schema."""
    lengths: dict[str, list[int]] = {}
    for lesson in lessons:
        for span in lesson.set.spans.values():
            lengths.setdefault(span.label, []).extend(_words(lesson.article.text, span))
    of_group = {label.name: label.group for label in schema.labels if not label.retired}
    entities = {name: spoken.get(name, name) for name in sorted(lengths) if of_group.get(name) == ENTITIES}
    others = [name for name in sorted(lengths) if of_group.get(name, ENTITIES) != ENTITIES]
    groups = {name: LONG if _mean(lengths[name]) >= _LONG_FROM else SHORT for name in others}
    longest: dict[str, int] = {}
    for name, group in groups.items():
        longest[group] = max(longest.get(group, 1), *lengths[name])
    return Material(entities, groups, longest)


def _words(text: str, span: Span) -> list[int]:
    return [len(text[start:end].split()) or 1 for start, end in span.fragments]


def _mean(numbers: list[int]) -> float:
    return sum(numbers) / len(numbers)


class DocMaker:
    """Makes the documents of one training, and counts in `losses` what they cannot hold."""

    def __init__(self, nlp: "Language", wanted: Material) -> None:
        self._nlp = nlp
        self._wanted = wanted
        self.losses: Counter[str] = Counter()

    def doc(self, lesson: Lesson) -> "Doc":
        """The document of one lesson."""
        text = lesson.article.text
        doc = self._nlp.tokenizer(text[: trailer_start(text)])
        entities: list[DocSpan] = []
        groups: dict[str, list[DocSpan]] = {group: [] for group in self._wanted.groups.values()}
        for span in lesson.set.spans.values():
            if span.label in self._wanted.entities:
                entities += self._entity(doc, span)
            elif span.label in self._wanted.groups:
                groups[self._wanted.groups[span.label]] += self._pieces(doc, span, span.label)
        for group, found in groups.items():
            doc.spans[group] = found
        if self._wanted.entities:
            doc.set_ents(self._flat(entities))
        return doc

    def _entity(self, doc: "Doc", span: Span) -> "list[DocSpan]":
        if len(span.fragments) > 1:
            self.losses[_PIECES] += 1
            return []
        found = self._pieces(doc, span, self._wanted.entities[span.label])
        return [each for each in found if not (each[0].is_space or each[-1].is_space)]  # spaCy refuses those

    def _pieces(self, doc: "Doc", span: Span, label: str) -> "list[DocSpan]":
        found: list[DocSpan] = []
        for start, end in span.fragments:
            piece = doc.char_span(start, end, label=label, alignment_mode="expand") if end <= len(doc.text) else None
            if piece is None:
                self.losses[_OUTSIDE] += 1
                continue
            self.losses[_OFF] += (piece.start_char, piece.end_char) != (start, end)
            found.append(piece)
        return found

    def _flat(self, entities: "list[DocSpan]") -> "list[DocSpan]":
        from spacy.util import filter_spans

        kept = filter_spans(entities)
        self.losses[_OVERLAP] += len(entities) - len(kept)
        return kept

    def sentences(self) -> list[str]:
        """The losses, a sentence for each kind."""
        n = self.losses
        told = {
            _OFF: f"Spans that were widened to whole words: {n[_OFF]:,}.",
            _OUTSIDE: f"Spans left out because they stand below the article: {n[_OUTSIDE]:,}.",
            _OVERLAP: f"Entities left out because they overlap a longer one: {n[_OVERLAP]:,}.",
            _PIECES: f"Entities left out because they are in fragments: {n[_PIECES]:,}.",
        }
        return [sentence for kind, sentence in told.items() if n[kind]]
