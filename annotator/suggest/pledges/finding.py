"""What a rule hands on before bounds and attributes are known."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """What somebody may be committed to.

    `content` is the head of its words: a verb or a noun. `cue` are the words that commit, `pledgers` the heads of
    the mentions of who is bound. `whole` says that the subject belongs to the content (“that every child would
    get a seat”). `reach` are the first and last token where the parse does not tell them. `score`, 0 to 1, orders
    doubt; `rule` is the note that people read.
    """

    content: "Token"
    cue: "tuple[Token, ...]"
    pledgers: "tuple[Token, ...]"
    rule: str
    score: float
    polarity: str = "made"
    whole: bool = False
    reach: tuple[int, int] | None = None
