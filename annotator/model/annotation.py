"""Spans, relations, verdicts and the annotation sets that hold them.

A model, a person and the gold truth are all annotators, and each has one annotation set for an article.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

Fragment = tuple[int, int]
Fragments = tuple[Fragment, ...]
Value = str | int | float | bool
Attributes = dict[str, Value]

AnnotatorKind = Literal["person", "model", "gold"]
Status = Literal["new", "in progress", "done", "flagged", "skipped"]
VerdictKind = Literal["accepted", "changed", "rejected"]

STATUSES: tuple[Status, ...] = ("new", "in progress", "done", "flagged", "skipped")
FINISHED: tuple[Status, ...] = ("done",)
KINDS: tuple[AnnotatorKind, ...] = ("person", "model", "gold")


class Annotator(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Who annotates. A model has a version; a person and gold have none."""

    name: str
    kind: AnnotatorKind = "person"
    version: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()


class Origin(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The suggestion that a span or relation was accepted from."""

    suggestion: str
    annotator: str
    version: str = ""


class Span(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A label on one or more fragments `[start, end)` of the text, in text order; `text` is what they cover."""

    id: str
    label: str
    fragments: Fragments
    text: str
    attributes: Attributes = {}
    note: str = ""
    origin: Origin | None = None
    score: float | None = None

    @property
    def start(self) -> int:
        """The first code point covered."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """The code point after the last one covered."""
        return self.fragments[-1][1]

    @property
    def key(self) -> "SpanKey":
        """What makes two spans the same mark: label and fragments."""
        return SpanKey(label=self.label, fragments=self.fragments)


class Relation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A typed link from the head span to the tail span (their ids); the type names the tail's role."""

    id: str
    type: str
    head: str
    tail: str
    attributes: Attributes = {}
    note: str = ""
    origin: Origin | None = None
    score: float | None = None


class SpanKey(msgspec.Struct, frozen=True, kw_only=True, gc=False, cache_hash=True, tag_field="of", tag="span"):
    """A span by what it says, whatever its id."""

    label: str
    fragments: Fragments


class RelationKey(msgspec.Struct, frozen=True, kw_only=True, gc=False, cache_hash=True, tag_field="of", tag="relation"):
    """A relation by what it says: its type and the keys of its ends."""

    type: str
    head: SpanKey
    tail: SpanKey


class Verdict(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a person said of a suggestion. It names the suggestion by content, so it survives new model runs."""

    id: str
    kind: VerdictKind
    subject: SpanKey | RelationKey
    origin: Origin
    result: str | None = None  # the id of the span or relation that came of it


class SetState(msgspec.Struct, frozen=True, kw_only=True):
    """What an annotator says of the article as a whole."""

    status: Status = "new"
    attributes: Attributes = {}
    note: str = ""
    flag: str = ""  # why it is flagged


class AnnotationSet(msgspec.Struct, kw_only=True):
    """All that one annotator says of one article. It changes only through `model.edits`."""

    annotator: Annotator
    state: SetState = SetState()
    schema_version: int = 1
    spans: dict[str, Span] = {}
    relations: dict[str, Relation] = {}
    verdicts: dict[str, Verdict] = {}

    def relation_key(self, relation: Relation) -> RelationKey:
        """The relation by what it says, with the keys of its ends in this set."""
        head, tail = self.spans[relation.head].key, self.spans[relation.tail].key
        return RelationKey(type=relation.type, head=head, tail=tail)

    def relations_of(self, span_id: str) -> list[Relation]:
        """The relations that the span is an end of."""
        return [each for each in self.relations.values() if span_id in (each.head, each.tail)]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has been said."""
        return not (self.spans or self.relations or self.verdicts) and self.state == SetState()


def covered(text: str, fragments: Fragments) -> str:
    """The text that fragments cover, joined by a space where they are several."""
    return " ".join(text[start:end] for start, end in fragments)


def places(fragments: Fragments) -> str:
    """Where fragments are, for people: "3-9 12-20", in code points."""
    return " ".join([f"{start}-{end}" for start, end in fragments])


def make_fragments(pieces: Iterable[Fragment]) -> Fragments:
    """Fragments in text order, empty ones dropped, overlapping and touching ones joined."""
    joined: list[Fragment] = []
    for start, end in sorted(piece for piece in pieces if piece[0] < piece[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def text_order(span: Span) -> tuple[int, int, str, str]:
    """A sort key: by start, the longer first, then label and id."""
    return span.start, -span.end, span.label, span.id
