"""Interviews and transcripts: paragraphs that begin with who speaks (“BRILL: …”, “Q: …”, “A: …”), without marks.

The layout does the work of quotation marks. Questions are not quotes: those of a label for questions, and those
of a speaker who only asks.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from annotator.model.annotation import Fragment
from annotator.suggest.paragraphs import paragraph_starts
from annotator.suggest.quotes.stretches import Stretch
from annotator.suggest.quotes.verbs import Verbs
from annotator.suggest.said import End, FoundQuote

ANSWER = "answer in an interview"
_NAME = r"[A-ZÀ-Þ][\w.’'-]*"
_LABEL = re.compile(rf"(?P<mark>[\"“„«]?)(?P<label>{_NAME}(?: {_NAME}){{0,3}}):\s+(?=\S)")
_CLOSING = '"”“»'
_FEWEST_TURNS = 3
_FEWEST_QUESTIONS = 2


class Turn(msgspec.Struct, frozen=True):
    """What one speaker says in one paragraph; `room` is the paragraph, `is_first` False where the speaker goes on."""

    label: Fragment
    colon: int
    content: Fragment
    room: Fragment
    is_name: bool = True
    is_first: bool = True


def turns(text: str, verbs: Verbs) -> list[Turn]:
    """The answers of an interview, or all that is said in a transcript; nothing when the text is neither."""
    found = _all_turns(text)
    labels = Counter(text[slice(*each.label)] for each in found if each.is_first)
    if sum(labels.values()) < _FEWEST_TURNS or len(labels) < 2 or max(labels.values()) < 2:
        return []
    asked = {label for label in labels if label.lower() in verbs.questions or _only_asks(text, found, label)}
    known = verbs.questions | verbs.answers
    answers = [each for each in found if text[slice(*each.label)] not in asked]
    return [msgspec.structs.replace(each, is_name=text[slice(*each.label)].lower() not in known) for each in answers]


def _all_turns(text: str) -> list[Turn]:
    found: list[Turn] = []
    in_marks = False
    for start, following in pairwise([*paragraph_starts(text), len(text)]):
        end = start + len(text[start:following].rstrip())
        if match := _LABEL.match(text, start, end):
            in_marks = bool(match["mark"])
            content = match.end(), _without_mark(text, match.end(), end) if in_marks else end
            found.append(Turn(match.span("label"), match.end("label"), content, (start, following)))
        elif found and in_marks and text[start : start + 1] in {'"', "“", "„", "«"}:
            last = found[-1]
            content = start, end
            found.append(Turn(last.label, last.colon, content, (start, following), is_first=False))
        else:
            in_marks = False
    return [each for each in found if each.content[0] < each.content[1]]


def _without_mark(text: str, start: int, end: int) -> int:
    return end - 1 if end > start and text[end - 1] in _CLOSING and text.count(text[end - 1], start, end) == 1 else end


def _only_asks(text: str, found: Sequence[Turn], label: str) -> bool:
    """Whether nearly all that stands under this label are questions."""
    said = [each for each in found if text[slice(*each.label)] == label]
    questions = sum(text[slice(*each.content)].rstrip(_CLOSING).endswith("?") for each in said)
    return len(said) >= _FEWEST_QUESTIONS and questions >= 0.8 * len(said)


def outside(answers: Sequence[Turn], stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches that begin in no paragraph of an answer; the answers lie in text order."""
    starts = [turn.room[0] for turn in answers]
    found = []
    for each in stretches:
        at = bisect_right(starts, each.start) - 1
        if at < 0 or each.start >= answers[at].room[1]:
            found.append(each)
    return found


def quotes_of(answers: Sequence[Turn], named: Callable[[Fragment], tuple[End, ...]]) -> Iterator[FoundQuote]:
    """The answers as quotes; `named` tells whom a label names. A second paragraph goes on from the first."""
    before: tuple[Fragment, ...] = ()
    for turn in answers:
        yield FoundQuote(
            fragments=(turn.content,),
            cue=((turn.colon, turn.colon + 1),) if turn.is_first and turn.is_name else (),
            speakers=named(turn.label) if turn.is_name else (),
            continues=before if not turn.is_first else (),
            rule=ANSWER,
            score=0.85,
        )
        before = (turn.content,)
