"""Which stretches in quotation marks are quotes, and whose: what a reporting clause beside them tells.

Without a clause beside it, a stretch is a quote when it is a sentence of its own; a word or two are not: they are
held at a distance, a title, a name, or part of a clause that tells what somebody said (see `mixed`, `merge`).
"""

from typing import TYPE_CHECKING

import msgspec

from annotator.model.annotation import Fragment, Fragments
from annotator.suggest.quotes import mixed
from annotator.suggest.quotes.beside import Beside
from annotator.suggest.quotes.cues import cues_of
from annotator.suggest.quotes.frame import Frame
from annotator.suggest.quotes.frames import Frames
from annotator.suggest.quotes.interview import outside, quotes_of, turns
from annotator.suggest.quotes.marks import Marked, pairs
from annotator.suggest.quotes.nearby import TURN, Nearby, with_only_speaker
from annotator.suggest.quotes.sentences import Sentences
from annotator.suggest.quotes.stretches import Stretch, inner_stretches, stretches
from annotator.suggest.quotes.verbs import Verbs, verbs_of
from annotator.suggest.said import FoundQuote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

GOES_ON = "quotation that goes on from the paragraph before"
INNER = "quotation inside a quotation"
_EARLY = 4  # tokens before the verb of a clause that begins a sentence
_FEWEST_ALONE = 4  # words of a sentence that is a quote without a clause beside it


def find(doc: "Doc", language: str, marked: "Sequence[Marked] | None" = None) -> list[FoundQuote]:
    """The direct quotes of a document, in text order; `marked` are its `marks.pairs`, where they are known."""
    text = doc.text
    marked = pairs(text) if marked is None else marked
    return _Reading(doc, text, verbs_of(language)).read(marked)


class _Reading:
    """One document while its marks are judged, from the first to the last."""

    def __init__(self, doc: "Doc", text: str, verbs: Verbs) -> None:
        self._doc = doc
        self._verbs = verbs
        self._text = text
        self._frames = Frames(doc, verbs)
        self._beside = Beside(text, self._frames)
        self._found: list[FoundQuote] = []
        self._last: Stretch | None = None  # the stretch that the last quote found ends with
        self._covered = 0  # where the last quote found ends
        self._used: set[int] = set()  # the verbs that report a quote already

    def read(self, marked: "Sequence[Marked]") -> list[FoundQuote]:
        answers = turns(self._text, self._verbs)
        tops = outside(answers, stretches(self._text, marked))
        self._sentences = Sentences(self._doc, self._text, tops)
        self._nearby = Nearby(self._frames, self._sentences, cues_of(self._doc.lang_))
        for each in tops:
            self._judge(each)
        for each in inner_stretches(self._text, marked):
            self._judge_inner(each)
        self._found += quotes_of(answers, self._frames.named)
        found = with_only_speaker(self._text, self._found)
        return sorted(found, key=lambda quote: quote.fragments[0])

    def _judge(self, stretch: Stretch) -> None:
        if stretch.end <= self._covered or not stretch.words:
            return
        frame = self._beside.look(stretch, self._used)
        if (frame is None or not stretch.begins_sentence) and self._joins(stretch):
            self._join(stretch)
        elif stretch.marked.reopened and self._goes_on():
            self._continue(stretch, frame)
        elif frame is not None and self._is_whole(stretch, frame):
            self._add(stretch, frame)
        elif not self._add_mixed(stretch, frame):
            self._add_alone(stretch)

    def _is_whole(self, stretch: Stretch, frame: Frame) -> bool:
        """Whether the marks hold all that is reported, not a part of a longer clause."""
        if frame is stretch.after:
            return self._begins(stretch) or stretch.is_sentence
        return stretch.is_sentence or (stretch.stops_inside and not frame.is_naming)

    def _begins(self, stretch: Stretch) -> bool:
        start, _ = self._sentences.around(stretch.start)
        return not any(each.isalnum() for each in self._text[start : stretch.start])

    def _add_mixed(self, stretch: Stretch, frame: Frame | None) -> bool:
        """A quote of a longer clause around the stretch; False when nothing reports such a clause."""
        sentence = self._sentences.around(stretch.start, stretch.end)
        led = mixed.led(self._frames, stretch, sentence, self._used)
        if frame is not None and frame is stretch.after and (led is None or not self._is_early(led[0], sentence)):
            found: tuple[Frame, FoundQuote] | None = frame, mixed.quote(frame, sentence[0], stretch.end, mixed.FOLLOWED)
        else:
            found = (
                mixed.parted(self._frames, stretch, sentence) or led or mixed.followed(self._frames, stretch, sentence)
            )
        if found is None:
            return False
        if found[1].fragments[0][0] < self._covered:  # never over the quote before
            whole = ((stretch.start, found[1].fragments[-1][1]),)
            found = found[0], msgspec.structs.replace(found[1], fragments=whole)
        self._used.add(found[0].verb)
        stretch.after = found[0] if found[0].verb >= self._frames.words.place(stretch.end) else None
        self._append(stretch, found[1])
        return True

    def _is_early(self, frame: Frame, sentence: Fragment) -> bool:
        """Whether the sentence begins with this clause: “She said the ‘plan’ …”."""
        return frame.verb - self._frames.words.place(sentence[0]) <= _EARLY

    def _joins(self, stretch: Stretch) -> bool:
        """Whether the stretch is the second part of the quote before: only its reporting clause lies between."""
        last = self._last
        if last is None or last.after is None or last.after.verb not in self._used:
            return False
        if last.paragraph != stretch.paragraph:
            return False
        gap = self._text[last.end : stretch.start]
        words = self._frames.words.sentence_after(last.end, stretch.start)
        rest = self._text[words[-1].idx + len(words[-1]) : stretch.start] if words else gap
        if any(each.isalnum() for each in rest):
            return False
        tail = gap.rstrip(' \xa0”’"')
        if tail.endswith("."):
            return stretch.is_sentence and (stretch.ends_sentence or stretch.tail.endswith(","))
        return tail.endswith((",", "—", "–", "-", ", and", ", but")) and (stretch.words > 2 or stretch.stops_inside)

    def _join(self, stretch: Stretch) -> None:
        quote = self._found[-1]
        fragments = (*quote.fragments, (stretch.start, stretch.end))
        self._found[-1] = msgspec.structs.replace(quote, fragments=fragments)
        self._last = stretch

    def _goes_on(self) -> bool:
        """Whether the quote before was left open at the end of the paragraph before."""
        return self._last is not None and not self._last.marked.closed

    def _continue(self, stretch: Stretch, frame: Frame | None) -> None:
        before = self._found[-1]
        speakers = before.speakers or (frame.speakers if frame else ())
        if not before.speakers and speakers:
            self._found[-1] = msgspec.structs.replace(before, speakers=speakers)
        self._append(
            stretch,
            FoundQuote(
                fragments=((stretch.start, stretch.end),),
                medium=before.medium,
                speakers=frame.speakers if frame and frame.speakers else speakers,
                cue=frame.cue if frame else (),
                continues=before.fragments,
                rule=GOES_ON,
                score=0.9,
            ),
        )
        if frame:
            self._used.add(frame.verb)

    def _add(self, stretch: Stretch, frame: Frame) -> None:
        start = stretch.start if frame.content_from is None or frame is stretch.after else frame.content_from
        is_mixed = start < stretch.start or not (frame is stretch.after or stretch.is_sentence)
        self._used.add(frame.verb)
        self._append(
            stretch,
            FoundQuote(
                fragments=((start, stretch.end),),
                type="mixed" if is_mixed else "direct",
                medium=frame.medium,
                cue=frame.cue,
                speakers=frame.speakers,
                addressees=frame.addressees,
                rule=frame.rule,
                score=0.75 if is_mixed else 0.95,
            ),
        )

    def _add_alone(self, stretch: Stretch) -> None:
        if not self._is_turn(stretch) and (
            not stretch.is_sentence or not stretch.ends_sentence or stretch.words < _FEWEST_ALONE
        ):
            return
        frame = self._frames.of_paragraph_before(*self._before_paragraph(stretch)) if self._begins(stretch) else None
        if frame is not None and frame.verb not in self._used:
            self._add(stretch, frame)
            return
        before = self._found[-1] if self._found else None
        speakers, rule = ((), TURN) if self._is_turn(stretch) else self._nearby.speakers(stretch, self._last, before)
        quote = FoundQuote(fragments=((stretch.start, stretch.end),), speakers=speakers, rule=rule, score=0.7)
        self._append(stretch, quote)

    def _is_turn(self, stretch: Stretch) -> bool:
        """Whether it is a turn of a dialogue: its paragraph has other words in marks, and none outside of them."""
        around = self._text[stretch.floor : stretch.start] + self._text[stretch.end : stretch.ceiling]
        is_one_of_several = (stretch.floor, stretch.ceiling) != stretch.paragraph
        is_said = stretch.begins_sentence and stretch.stops_inside
        return is_said and is_one_of_several and not any(each.isalnum() for each in around)

    def _before_paragraph(self, stretch: Stretch) -> tuple[int, int]:
        """The paragraph before, where the stretch begins one; else nothing."""
        start = stretch.paragraph[0]
        before = self._sentences.before(stretch.start) if stretch.start == start else None
        return before or (start, start)

    def _judge_inner(self, stretch: Stretch) -> None:
        frame = self._beside.look(stretch, self._used)
        if frame is None or frame.medium == "thought" or not self._frames.is_finite(frame):
            return
        if not stretch.is_sentence or not stretch.marked.closed or stretch.words < _FEWEST_ALONE:
            return
        fragments: Fragments = ((stretch.start, stretch.end),)
        found = FoundQuote(
            fragments=fragments, cue=frame.cue, speakers=frame.speakers, medium=frame.medium, rule=INNER, score=0.6
        )
        self._found.append(found)

    def _append(self, stretch: Stretch, quote: FoundQuote) -> None:
        self._found.append(quote)
        self._last = stretch
        self._covered = quote.fragments[-1][1]
