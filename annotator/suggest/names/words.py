"""The words of a document and the names among them, as plain data that rules can look at quickly."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACES_AND_BODIES = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC"})


class Name(msgspec.Struct, frozen=True):
    """An entity: its tokens `[start, end)`, its label, and the rule that made it what it is, if one of ours did."""

    start: int
    end: int
    label: str
    rule: str = ""


class Words:
    """A document's words by token: as written and in small letters, with the names that cover them."""

    def __init__(self, texts: Sequence[str], names: Iterable[Name] = ()) -> None:
        self.texts = texts
        self.lowers = [text.lower() for text in texts]
        self.common = frozenset(text for text in texts if text.islower())
        self.names: list[Name] = []
        self.at: dict[int, Name] = {}  # every token that a name covers
        self.take(names)

    @classmethod
    def of(cls, doc: "Doc") -> "Words":
        """Those of a document with its entities."""
        names = [Name(ent.start, ent.end, ent.label_) for ent in doc.ents]
        return cls([token.text for token in doc], names)

    def take(self, names: Iterable[Name]) -> None:
        """Have other names, in the order of the text and apart."""
        self.names = list(names)
        self.at = {token: name for name in self.names for token in range(name.start, name.end)}

    def text(self, name: Name) -> str:
        """The words of a name, one space between two, without an article and a possessive ending."""
        start, end = name.start, name.end
        if end - start > 1 and self.lowers[start] == "the":
            start += 1
        if end - start > 1 and self.lowers[end - 1] in {"'s", "’s", "'", "’"}:
            end -= 1
        return " ".join(self.texts[start:end])

    def is_capitalised(self, token: int) -> bool:
        """Whether the token is there and begins with a capital."""
        return 0 <= token < len(self.texts) and self.texts[token][0].isupper()

    def begins_sentence(self, token: int) -> bool:
        """Whether a sentence may begin at the token, by the mark or line before it."""
        return token == 0 or not (self.texts[token - 1][-1].isalnum() or self.texts[token - 1] in {",", "-", "'", "’"})
