"""How a component says what it found: see `said` for where that stands. Never imports spaCy."""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.model.annotation import Fragments
from annotator.suggest.said import RELATIONS, SPANS, End, SaidRelation, SaidSpan, outer

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Saying:
    """What is said of one document, by one component: looks once at what others have said before it."""

    def __init__(self, doc: "Doc") -> None:
        self._doc = doc
        self._at = {_what(each): each for each in doc.user_data.get(SPANS, ())}
        self._links = {_link(each) for each in doc.user_data.get(RELATIONS, ())}

    def _noted(self, key: str) -> list[dict[str, Any]]:
        return self._doc.user_data.setdefault(key, [])  # type: ignore[no-any-return]

    def span(self, said: SaidSpan) -> End:
        """Note a span, and put it into its group of `doc.spans`.

        The same label on the same characters is noted once: the one who is surest of it names the rule.
        """
        plain = msgspec.to_builtins(said)
        same = self._at.setdefault(_what(plain), plain)
        if same is plain:
            self._noted(SPANS).append(plain)
            self._show(said, f"{said.group}:{len(self._at)}")
        elif (said.score or 0.0) > (same["score"] or 0.0):
            same.update(score=said.score, rule=said.rule)
        return outer(said.label, said.fragments)

    def unsay(self, label: str, fragments: Fragments) -> None:
        """Take a span back; its relations have no end then, and are left out by `reading`. It stays in `doc.spans`."""
        if gone := self._at.pop((label, fragments), None):
            self._noted(SPANS).remove(gone)

    def relation(self, said: SaidRelation) -> None:
        """Note a relation; the same type between the same ends once."""
        plain = msgspec.to_builtins(said)
        if (link := _link(plain)) not in self._links:
            self._links.add(link)
            self._noted(RELATIONS).append(plain)

    def _show(self, said: SaidSpan, span_id: str) -> None:
        """Put the span into `doc.spans`, each piece widened to whole tokens; pieces of one share their `span_id`."""
        doc = self._doc
        if said.group not in doc.spans:
            doc.spans[said.group] = []
        for start, end in said.fragments:
            if piece := doc.char_span(start, end, label=said.label, alignment_mode="expand", span_id=span_id):
                doc.spans[said.group].append(piece)


def _what(span: dict[str, Any]) -> tuple[str, Fragments]:
    return span["label"], tuple((start, end) for start, end in span["fragments"])


def _link(relation: dict[str, Any]) -> tuple[Hashable, ...]:
    return relation["type"], tuple(relation["head"]), tuple(relation["tail"])
