"""The stretches of a document that stand in quotation marks, and the quote in which something stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragment, Fragments
from annotator.suggest.said import QUOTES, FoundQuote, kept

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENS = {"“": "”", "«": "»", "„": "“", '"': '"', "``": "''"}


def quoted(doc: "Doc") -> list[Fragment]:
    """What the quotes component found to be quoted word by word; without it, what plain marks enclose."""
    if QUOTES not in doc.user_data:
        return _by_marks(doc)
    text = doc.text  # spaCy puts it together anew each time
    direct = (quote for quote in kept(doc, QUOTES, FoundQuote) if quote.type in {"direct", "mixed"})
    return [piece for quote in direct for piece in _pieces(text, quote)]


def _pieces(text: str, quote: FoundQuote) -> list[Fragment]:
    """The fragments; of a mixed quote only what its marks enclose."""
    if quote.type == "direct":
        return list(quote.fragments)
    marks = _OPENS.keys()
    return [
        (start + place, end)
        for start, end in quote.fragments
        if (place := next((n for n, character in enumerate(text[start:end]) if character in marks), None)) is not None
    ]


def _by_marks(doc: "Doc") -> list[Fragment]:
    """Pairs of marks, one paragraph at a time."""
    found: list[Fragment] = []
    start, closing = 0, ""
    for token in doc:
        if "\n" in token.text:
            closing = ""
        elif closing and token.text == closing:
            found.append((start, token.idx + len(token)))
            closing = ""
        elif not closing and token.text in _OPENS:
            start, closing = token.idx, _OPENS[token.text]
    return found


def innermost(inside: Fragments, quotes: Sequence[FoundQuote]) -> FoundQuote | None:
    """The shortest quote that holds all of these fragments."""
    holding = [quote for quote in quotes if _holds(quote.fragments, inside)]
    return min(holding, key=lambda quote: sum(end - start for start, end in quote.fragments), default=None)


def _holds(outside: Fragments, inside: Fragments) -> bool:
    return all(any(a <= start and end <= b for a, b in outside) for start, end in inside)
