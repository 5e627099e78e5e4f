"""Words in marks that are part of what somebody is made to say: “She said the plan was ‘madness’ and would fail.”

What is here needs no parse to be right: the reporting verb that the sentence begins with, or the clause that it
ends with. Where the parse is good, `indirect` knows better where the content begins and ends, and `merge` lets it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragment
from annotator.suggest.quotes.frames import CLAUSE_MARKS, Frame, Frames
from annotator.suggest.quotes.stretches import Stretch
from annotator.suggest.said import FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Token

LED = "clause with words in quotation marks after a reporting verb"
FOLLOWED = "clause with words in quotation marks before a reporting clause"
_PARTING = frozenset({"while", "but", "though", "although", "when", "as", "after", "before", "which", "who"})


def led(frames: Frames, stretch: Stretch, sentence: Fragment, used: set[int]) -> tuple[Frame, FoundQuote] | None:
    """The mixed quote whose reporting verb stands before the stretch in its sentence."""
    words = frames.words(max(sentence[0], 0), stretch.start)
    for at, token in enumerate(words):
        frame = None if token.i in used else frames.leading(words, at)
        if frame is not None:
            start = _start(words, at, stretch, frame)
            end = _end(frames, stretch, sentence)
            return frame, quote(frame, start, end, LED)
    return None


def followed(frames: Frames, stretch: Stretch, sentence: Fragment) -> tuple[Frame, FoundQuote] | None:
    """The mixed quote whose reporting clause ends the sentence: “The ‘plan’ has failed, she said.”"""
    words = frames.words(stretch.end, sentence[1])
    for at, token in enumerate(words):
        if token.text != ",":
            continue
        frame = frames.after(words[at + 1 :], strict=True)
        if frame is not None:
            return frame, quote(frame, sentence[0], token.idx, FOLLOWED)
    return None


def quote(frame: Frame, start: int, end: int, rule: str) -> FoundQuote:
    """A mixed quote with what a reporting clause tells."""
    return FoundQuote(
        fragments=((start, end),),
        type="mixed",
        medium=frame.medium,
        cue=frame.cue,
        speakers=frame.speakers,
        addressees=frame.addressees,
        rule=rule,
        score=0.6,
    )


def _start(words: Sequence["Token"], at: int, stretch: Stretch, frame: Frame) -> int:
    """Where the content begins: at “that”, at the clause that the verb governs, or right after the verb."""
    verb = words[at]
    rest = words[at + 1 :]
    if frame.is_naming:
        return stretch.start
    for token in rest[:12]:
        if token.lower_ in CLAUSE_MARKS:
            return token.idx
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            break
    governed = [each for each in verb.children if each.dep_ in {"ccomp", "xcomp"} and each.i > verb.i]
    if governed and verb.i < (first := governed[0].left_edge).i and first.idx < stretch.start:
        return _word_at(first, rest)
    after = next((each for each in rest if _is_word(each) and each.pos_ not in {"ADV", "PART"}), None)
    after = next((each for each in rest if each.lower_ == "to"), after) if after is None else after
    return min(stretch.start, after.idx) if after is not None else stretch.start


def _word_at(first: "Token", rest: Sequence["Token"]) -> int:
    return next((each.idx for each in rest if each.i >= first.i and _is_word(each)), first.idx)


def _is_word(token: "Token") -> bool:
    return any(each.isalnum() for each in token.text)


def _end(frames: Frames, stretch: Stretch, sentence: Fragment) -> int:
    """The end of the sentence, or of the clause: “…, while others …”, “… and said …”."""
    words = frames.words(stretch.end, sentence[1])
    for at, token in enumerate(words):
        if token.text == "," and at + 1 < len(words):
            following = words[at + 1]
            if following.lower_ in _PARTING or following.tag_ == "VBG":
                return max(stretch.end, token.idx)
        if token.lower_ == "and" and at + 1 < len(words) and frames.is_reporting(words[at + 1]):
            return max(stretch.end, _end_before(words, at))
    return max(stretch.end, sentence[1])


def _end_before(words: Sequence["Token"], at: int) -> int:
    """Where the word before this place ends."""
    before = words[at - 1] if at else None
    return before.idx + len(before) if before is not None and _is_word(before) else 0
