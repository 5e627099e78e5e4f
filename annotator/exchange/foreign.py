"""Foreign texts and annotation made ours: the text normalised, offsets carried over, ids replaced."""

import re
from dataclasses import dataclass, field, replace

from msgspec.structs import replace as altered

from annotator.exchange.checks import lies_on
from annotator.model.annotation import (
    Annotator,
    Fragments,
    Origin,
    Relation,
    RelationKey,
    SetState,
    Span,
    SpanKey,
    Verdict,
    covered,
)
from annotator.model.ids import new_id
from annotator.model.text import Normalised, OffsetMap, normalise

_OURS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
is_ours = re.compile(_OURS).fullmatch  # ids.is_id, seven times as fast
_are_ours = re.compile(f"(?:{_OURS}\n)*+").fullmatch
_A_LINE = 37  # characters of an id of ours and a line break
_UNMOVED = OffsetMap((0,), (0,))
_SUSPECTS = (b"\xef\xbb\xbf", b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")  # a BOM; the UTF-8 of every non-character


def _all_ours(ids: list[str]) -> bool:
    """Whether `is_ours` holds for all: asked once of some thousands, for an import asks it of every set."""
    lines = "".join([f"{each}\n" for each in ids])
    return len(lines) == len(ids) * _A_LINE and _are_ours(lines) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An annotation set as a foreign file gives it: any ids, offsets of the raw text, nothing checked."""

    annotator: Annotator
    state: SetState = field(default_factory=SetState)
    schema_version: int = 1
    spans: list[Span] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


def clean(raw: str) -> Normalised:
    """The same as `model.text.normalise`, and quick for the many texts that need no change."""
    if "\r" in raw or "\x00" in raw:
        return normalise(raw)
    try:
        data = b"" if raw.isascii() else raw.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate
        return normalise(raw)
    if any(suspect in data for suspect in _SUSPECTS):
        return normalise(raw)
    return Normalised(raw, _UNMOVED, ())


def moved(found: Found, raw: str, text: Normalised) -> Found:
    """The set with its offsets carried over from the raw to the normalised text."""
    spans = [_moved_span(span, raw, text) for span in found.spans]
    verdicts = [altered(each, subject=_moved_key(each.subject, text.offsets)) for each in found.verdicts]
    return replace(found, spans=spans, verdicts=verdicts)


def _moved_span(span: Span, raw: str, text: Normalised) -> Span:
    """What it covers is checked here against the raw text, or later against ours if that is what it quotes."""
    fragments = _moved(span.fragments, text.offsets)
    covers = covered(text.text, fragments) if lies_on(span, raw) else normalise(span.text).text
    return altered(span, fragments=fragments, text=covers)


def _moved(fragments: Fragments, offsets: OffsetMap) -> Fragments:
    return tuple((offsets(start), offsets(end)) for start, end in fragments)


def _moved_key(key: SpanKey | RelationKey, offsets: OffsetMap) -> SpanKey | RelationKey:
    if isinstance(key, RelationKey):
        return altered(key, head=_moved_span_key(key.head, offsets), tail=_moved_span_key(key.tail, offsets))
    return _moved_span_key(key, offsets)


def _moved_span_key(key: SpanKey, offsets: OffsetMap) -> SpanKey:
    return altered(key, fragments=_moved(key.fragments, offsets))


class Ids:
    """Our ids for the foreign ones of one article; the same one again for the same annotator's same thing."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], str] = {}

    def ours(self, name: str, version: str, foreign: str) -> str:
        """The id as it is when it is one of ours, else a new one that stands for it."""
        if is_ours(foreign):
            return foreign
        key = name, version, foreign
        if key not in self._known:
            self._known[key] = new_id()
        return self._known[key]

    def replaced(self, found: Found) -> Found:
        """The set with ids of ours throughout; itself when it has no others."""
        records: list[Span | Relation | Verdict] = [*found.spans, *found.relations, *found.verdicts]
        ids = [each.id for each in records]
        ids += [each.origin.suggestion for each in records if each.origin is not None]
        if _all_ours(ids):
            return found
        who = found.annotator.name, found.annotator.version
        spans = [altered(each, id=self.ours(*who, each.id), origin=self._origin(each.origin)) for each in found.spans]
        relations = [self._relation(each, who) for each in found.relations]
        verdicts = [self._verdict(each, who) for each in found.verdicts]
        return replace(found, spans=spans, relations=relations, verdicts=verdicts)

    def _relation(self, each: Relation, who: tuple[str, str]) -> Relation:
        mine, head, tail = (self.ours(*who, id_) for id_ in (each.id, each.head, each.tail))
        return altered(each, id=mine, head=head, tail=tail, origin=self._origin(each.origin))

    def _verdict(self, each: Verdict, who: tuple[str, str]) -> Verdict:
        result = None if each.result is None else self.ours(*who, each.result)
        origin = self._origin(each.origin) or each.origin
        return altered(each, id=self.ours(*who, each.id), result=result, origin=origin)

    def _origin(self, origin: Origin | None) -> Origin | None:
        if origin is None:
            return None
        return altered(origin, suggestion=self.ours(origin.annotator, origin.version, origin.suggestion))
