"""What our components say of an article, kept in `doc.user_data` as plain data: exact to the character.

A spaCy span begins and ends with tokens; a quotation mark may stand inside one. So what is said stands in
`doc.user_data`, with code points of `doc.text`, and `doc.spans` holds the same as spans of whole tokens, for
whoever uses a component in a pipeline of their own:

    doc.user_data["annotator.spans"]       what `say_span` noted: for `reading`, and for whoever wants it exact
    doc.user_data["annotator.relations"]   what `say_relation` noted: typed links between ends
    doc.user_data["annotator.attributes"]  `SaidOfSpan`s: what is said of entities and of spans of others
    doc.user_data["annotator.quotes"]      `FoundQuote`s, for components that come later and know what quotes are
    doc.user_data["annotator.pledges"]     `FoundPledge`s, likewise

An end is `(label, start, end)`: a span by its label and its outer characters, an entity by spaCy's own.
Only plain lists, dicts, strings and numbers are stored, so that a document can be written and read again.
Never imports spaCy.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from annotator.model.annotation import Attributes, Fragments

if TYPE_CHECKING:
    from spacy.tokens import Doc

End = tuple[str, int, int]
SPANS, RELATIONS, ATTRIBUTES = "annotator.spans", "annotator.relations", "annotator.attributes"
QUOTES, PLEDGES = "annotator.quotes", "annotator.pledges"


class SaidSpan(msgspec.Struct, frozen=True):
    """A span that a component found; `group` is the one of `doc.spans`, `rule` names what found it."""

    group: str
    label: str
    fragments: Fragments
    attributes: Attributes = {}
    score: float | None = None
    rule: str = ""


class SaidOfSpan(msgspec.Struct, frozen=True):
    """What a component says of a span beside its label."""

    span: End
    attributes: Attributes = {}
    score: float | None = None
    rule: str = ""


class SaidRelation(msgspec.Struct, frozen=True):
    """A relation that a component found."""

    type: str
    head: End
    tail: End
    attributes: Attributes = {}
    score: float | None = None


class FoundQuote(msgspec.Struct, frozen=True, kw_only=True):
    """A quote with what belongs to it; `cue` is empty and `speakers` too where the text names none.

    `type` is direct, indirect or mixed, `medium` speech, writing or thought. `score`, 0 to 1, is how sure the
    rule is of it, `rule` its name. `continues` are the fragments of the quote that it goes on from.
    """

    fragments: Fragments
    type: str = "direct"
    medium: str = "speech"
    cue: Fragments = ()
    speakers: tuple[End, ...] = ()
    addressees: tuple[End, ...] = ()
    continues: Fragments = ()
    rule: str = ""
    score: float = 1.0


class FoundPledge(msgspec.Struct, frozen=True, kw_only=True):
    """A pledge with what belongs to it. `score`, 0 to 1, is how sure the rule is of it, `rule` its name."""

    fragments: Fragments
    attributes: Attributes = {}
    cue: Fragments = ()
    pledgers: tuple[End, ...] = ()
    rule: str = ""
    score: float = 1.0


Found = TypeVar("Found", FoundQuote, FoundPledge)


def outer(label: str, fragments: Fragments) -> End:
    """The end that a span of this label and these fragments is in a relation."""
    return label, fragments[0][0], fragments[-1][1]


def say_span(doc: "Doc", said: SaidSpan) -> End:
    """Note a span, and put it into its group of `doc.spans`.

    The same label on the same characters is noted once: the one who is surest of it names the rule.
    """
    noted: list[Any] = doc.user_data.setdefault(SPANS, [])
    plain = msgspec.to_builtins(said)
    same = next((each for each in noted if _is_same(each, plain)), None)
    if same is None:
        noted.append(plain)
        _show(doc, said, f"{said.group}:{len(noted)}")
    elif (said.score or 0.0) > (same["score"] or 0.0):
        same.update(score=said.score, rule=said.rule)
    return outer(said.label, said.fragments)


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["label"] == other["label"] and one["fragments"] == other["fragments"])


def unsay_span(doc: "Doc", label: str, fragments: Fragments) -> None:
    """Take back what `say_span` noted; relations of that span have no end then, and are left out by `reading`."""
    plain = msgspec.to_builtins(fragments)
    noted: list[Any] = doc.user_data.get(SPANS, [])
    noted[:] = [each for each in noted if (each["label"], each["fragments"]) != (label, plain)]


def _show(doc: "Doc", said: SaidSpan, span_id: str) -> None:
    """Put the span into `doc.spans`, each piece widened to whole tokens; pieces of one share their `span_id`."""
    if said.group not in doc.spans:
        doc.spans[said.group] = []
    for start, end in said.fragments:
        if piece := doc.char_span(start, end, label=said.label, alignment_mode="expand", span_id=span_id):
            doc.spans[said.group].append(piece)


def say_relation(doc: "Doc", said: SaidRelation) -> None:
    """Note a relation, once."""
    noted: list[Any] = doc.user_data.setdefault(RELATIONS, [])
    plain = msgspec.to_builtins(said)
    if plain not in noted:
        noted.append(plain)


def keep(doc: "Doc", key: str, found: Sequence[FoundQuote | FoundPledge]) -> None:
    """Leave quotes (QUOTES) or pledges (PLEDGES) for components that come later."""
    doc.user_data[key] = msgspec.to_builtins(list(found))


def kept(doc: "Doc", key: str, kind: type[Found]) -> list[Found]:
    """What an earlier component left; nothing when it did not run."""
    return msgspec.convert(doc.user_data.get(key, []), list[kind])  # type: ignore[valid-type]
