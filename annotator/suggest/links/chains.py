"""Which earlier pledge a pledge repeats."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.suggest.said import FoundPledge

if TYPE_CHECKING:
    from spacy.tokens import Doc

_Group = list[tuple[FoundPledge, frozenset[str]]]  # pledges that say the same, with their content words

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_SHARED = 0.6  # of the shorter one's content words
_FEWEST = 2  # content words in common


def repeats(doc: "Doc", pledges: Sequence[FoundPledge]) -> Iterator[tuple[FoundPledge, FoundPledge]]:
    """Each pledge that says another again, with the first full one; never a chain."""
    groups: list[_Group] = []
    for pledge in pledges:
        words = _content(doc, pledge)
        group = next((each for each in groups if _again(doc, pledge, words, each)), None)
        if group is None:
            groups.append([(pledge, words)])
        else:
            group.append((pledge, words))
    for group in groups:
        most = max(len(words) for _, words in group)
        first = next(pledge for pledge, words in group if len(words) >= most * _SHARED)
        yield from ((pledge, first) for pledge, _ in group if pledge is not first)


def _content(doc: "Doc", pledge: FoundPledge) -> frozenset[str]:
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in pledge.fragments)
    words = (token for span in spans if span is not None for token in span)
    return frozenset(token.lemma_.lower() for token in words if token.pos_ in _CONTENT)


def _again(doc: "Doc", pledge: FoundPledge, words: frozenset[str], group: _Group) -> bool:
    """Does it say what one of the group says, and is bound whoever the others bind?"""
    if any(pledge.attributes.get("polarity") != other.attributes.get("polarity") for other, _ in group):
        return False
    same_words = any(_alike(words, others) for _, others in group)
    return same_words and all(_pledgers_agree(doc, pledge, other) for other, _ in group)


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    common = len(words & others)
    return common >= _FEWEST and common >= _SHARED * min(len(words), len(others))


def _pledgers_agree(doc: "Doc", one: FoundPledge, other: FoundPledge) -> bool:
    """The same name, or a pronoun, a description or nobody on one side."""
    mine, yours = _names(doc, one), _names(doc, other)
    return not mine or not yours or any(a.endswith(b) or b.endswith(a) for a in mine for b in yours)


def _names(doc: "Doc", pledge: FoundPledge) -> list[str]:
    spans = (doc.char_span(start, end, alignment_mode="expand") for _, start, end in pledge.pledgers)
    return [span.text.casefold() for span in spans if span is not None and span.root.pos_ == "PROPN"]
