"""What our components say of an article, kept in `doc.user_data` as plain data: exact to the character.

A spaCy span begins and ends with tokens; a quotation mark may stand inside one. So what is said stands in
`doc.user_data`, with code points of `doc.text`, and `doc.spans` holds the same as spans of whole tokens, for
whoever uses a component in a pipeline of their own:

    doc.user_data["annotator.spans"]       what `saying` noted: for `reading`, and for whoever wants it exact
    doc.user_data["annotator.relations"]   what it noted of relations: typed links between ends
    doc.user_data["annotator.attributes"]  `SaidOfSpan`s: what is said of entities and of spans of others
    doc.user_data["annotator.quotes"]      `FoundQuote`s, for components that come later and know what quotes are
    doc.user_data["annotator.pledges"]     `FoundPledge`s, likewise

An end is `(label, start, end)`: a span by its label and its outer characters, an entity by spaCy's own.
Only plain lists, dicts, strings and numbers are stored, so that a document can be written and read again.
Never imports spaCy.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

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


def keep(doc: "Doc", key: str, found: Sequence[FoundQuote | FoundPledge]) -> None:
    """Leave quotes (QUOTES) or pledges (PLEDGES) for components that come later."""
    doc.user_data[key] = msgspec.to_builtins(list(found))


def kept(doc: "Doc", key: str, kind: type[Found]) -> list[Found]:
    """What an earlier component left; nothing when it did not run."""
    return msgspec.convert(doc.user_data.get(key, []), list[kind])  # type: ignore[valid-type]
