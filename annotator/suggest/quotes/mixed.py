"""Words in marks that are part of what somebody is made to say (she said the plan was “madness” and would fail).

What is here needs no parse to be right: the reporting verb that the sentence begins with, or the clause that it
ends with. Where the parse is good, `indirect` knows better where the content begins and ends, and `merge` lets it.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from annotator.model.annotation import Fragment
from annotator.suggest.quotes.frame import Frame
from annotator.suggest.quotes.frames import CLAUSE_MARKS, Frames
from annotator.suggest.quotes.signs import according
from annotator.suggest.quotes.stretches import Stretch
from annotator.suggest.said import FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Token

LED = "clause with words in quotation marks after a reporting verb"
FOLLOWED = "clause with words in quotation marks before a reporting clause"
PARTED = "clause with words in quotation marks around a reporting clause"
_CLAUSE = 2  # the verb governs a clause with the words in it
_FEWEST = 2  # words before a reporting clause that parts a sentence
_FIRST = frozenset({"while", "though", "although", "despite", "after", "when", "before"})  # a main clause follows
_PARTING = frozenset({"while", "but", "though", "although", "when", "as", "after", "before", "which", "who"})


def led(frames: Frames, stretch: Stretch, sentence: Fragment, used: set[int]) -> tuple[Frame, FoundQuote] | None:
    """The mixed quote whose reporting verb stands before the stretch in its sentence."""
    if not frames.may_report(sentence[0], stretch.start):
        return None
    words = frames.words.between(sentence[0], stretch.start)
    if found := _by_account(frames, words, stretch, sentence):
        return found
    candidates = [
        (at, frame) for at in range(len(words)) if words[at].i not in used and (frame := frames.leading(words, at))
    ]
    if not candidates:
        return None
    place = frames.words.place(stretch.start)
    surest, _, at, frame = max((_governs(words[at], place), -at, at, frame) for at, frame in candidates)
    if stretch.is_title and surest < _CLAUSE and frame.medium == "writing":
        return None
    end = _end(frames, stretch, sentence, subordinate=words[0].lower_ in _FIRST)
    return frame, quote(frame, _start(words, at, stretch, frame), end, LED)


def _governs(verb: "Token", place: int) -> int:
    """How plainly the parse puts the word at this place under the verb: 2 within a clause, 1 below it, 0 not."""
    if any(each.dep_ in {"ccomp", "xcomp"} and each.left_edge.i <= place <= each.right_edge.i for each in verb.rights):
        return _CLAUSE
    return int(verb.i < place <= verb.right_edge.i)


def _by_account(
    frames: Frames, words: Sequence["Token"], stretch: Stretch, sentence: Fragment
) -> tuple[Frame, FoundQuote] | None:
    """The quote of a sentence that begins with who says it (according to X, the “plan” has failed)."""
    words = [each for each in words if not each.is_space]
    frame = according(words, frames.verbs)
    comma = next((at for at, each in enumerate(words) if each.text == ","), None)
    if frame is None or comma is None:
        return None
    start = words[comma + 1].idx if comma + 1 < len(words) else stretch.start
    return frame, quote(frame, start, max(sentence[1], stretch.end), LED)


def parted(frames: Frames, stretch: Stretch, sentence: Fragment) -> tuple[Frame, FoundQuote] | None:
    """The mixed quote that a reporting clause parts (the plan, she said, is a “disgrace”)."""
    if not frames.may_report(sentence[0], stretch.start):
        return None
    words = frames.words.between(sentence[0], stretch.start)
    commas = [at for at, each in enumerate(words) if each.text == ","]
    for first, second in pairwise(commas):
        after = words[second + 1] if second + 1 < len(words) else None
        if first < _FEWEST or words[0].pos_ == "ADP" or according(words, frames.verbs) is not None:
            break
        if after is not None and (after.tag_ == "VBG" or not after.text[0].islower()):
            continue
        if after is None and stretch.begins_sentence:
            continue
        frame = frames.after(words[first + 1 : second], strict=True)
        if frame is not None:
            start = after.idx if after is not None else stretch.start
            one = quote(frame, sentence[0], words[first].idx, PARTED)
            end = _end(frames, stretch, sentence)
            return frame, msgspec.structs.replace(one, fragments=(*one.fragments, (start, end)))
    return None


def followed(frames: Frames, stretch: Stretch, sentence: Fragment) -> tuple[Frame, FoundQuote] | None:
    """The mixed quote whose reporting clause ends the sentence (the “plan” has failed, she said)."""
    if not frames.may_report(stretch.end, sentence[1]):
        return None
    words = frames.words.between(stretch.end, sentence[1])
    commas = [at for at, each in enumerate(words) if each.text == ","]
    for at, until in zip(commas, [*commas[1:], len(words)], strict=False):
        frame = frames.after(words[at + 1 : until], strict=True)
        if frame is not None:
            return frame, quote(frame, sentence[0], words[at].idx, FOLLOWED)
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


def _end(frames: Frames, stretch: Stretch, sentence: Fragment, *, subordinate: bool = False) -> int:
    """The end of the sentence, or of the clause: “…, while others …”, “… and said …”."""
    words = frames.words.between(stretch.end, sentence[1])
    if words and stretch.tail.endswith(",") and (words[0].lower_ in _PARTING or words[0].tag_ == "VBG"):
        return stretch.end
    for at, token in enumerate(words):
        if token.text == "," and at + 1 < len(words):
            following = words[at + 1]
            if subordinate or following.lower_ in _PARTING or following.tag_ == "VBG":
                return max(stretch.end, token.idx)
        if token.lower_ == "and" and at + 1 < len(words) and frames.is_reporting(words[at + 1]):
            return max(stretch.end, _end_before(words, at))
    return max(stretch.end, sentence[1])


def _end_before(words: Sequence["Token"], at: int) -> int:
    """Where the word before this place ends."""
    before = words[at - 1] if at else None
    return before.idx + len(before) if before is not None and _is_word(before) else 0
