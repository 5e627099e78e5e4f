"""The reporting clause beside a stretch in quotation marks: its verb, its cue, and who speaks to whom.

A clause stands after the stretch (“…,” she said), before it (she said: “…”), or between two. Only words outside
of marks are looked at, and only up to the end of a sentence. The parse helps where it agrees with the order of
the words; small models often fail beside quotation marks, and then the order of the words decides.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragment
from annotator.suggest.quotes.by_words import by_look, is_helper, subject_after, subject_before
from annotator.suggest.quotes.frame import Frame
from annotator.suggest.quotes.signs import according, colon
from annotator.suggest.quotes.verb_groups import addressees, cue, is_written
from annotator.suggest.quotes.verbs import FINITE, Verbs
from annotator.suggest.quotes.words import Words
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

AFTER = "reporting verb after the quotation"
BEFORE = "reporting verb before the quotation"
_REST = 6  # tokens after the verb of a short sentence: adverbs, where and when
CLAUSE_MARKS = frozenset({"that", "whether", "if", "how", "why", "because"})
_VERB_TAGS = FINITE | {"MD"}
_PARTING = frozenset(
    {"while", "when", "though", "although", "after", "before", "as", "because", "since", "if", "but", "and", "or"}
    | {"who", "whom", "whose", "that", "which", "until", "unless", "where", "than"}
)


class Frames:
    """The reporting clauses of one document."""

    def __init__(self, doc: "Doc", verbs: Verbs) -> None:
        self._doc = doc
        self.verbs = verbs
        self.words = Words(doc)
        self._reporting = [token.i for token in doc if verbs.medium(token) or token.lower_ in verbs.according]

    def may_report(self, start: int, end: int) -> bool:
        """Whether a word in these characters can report something: without one there is nothing to look for."""
        at = bisect_left(self._reporting, self.words.place(start))
        return at < len(self._reporting) and self._reporting[at] < self.words.place(end)

    def is_reporting(self, token: "Token") -> bool:
        """Whether the word is a verb that reports and can be the one of a clause."""
        return bool(self.verbs.medium(token)) and self.verbs.is_finite(token)

    def is_finite(self, frame: Frame) -> bool:
        """Whether the verb of the clause tells of something said, not of something that may be said."""
        verb = self._doc[frame.verb]
        return not verb.tag_ or verb.tag_ in FINITE

    def leading(self, words: Sequence["Token"], at: int) -> Frame | None:
        """The clause of the reporting verb at this place, whatever stands between it and the marks."""
        verb = words[at]
        medium = self.verbs.medium(verb)
        if not medium or verb.tag_ in {"NN", "NNS", "JJ"} or (verb.tag_ == "VBN" and self._is_passive(verb)):
            return None
        speakers = subject_before(words, at, self.verbs)
        return self._frame(verb, words, speakers, medium, "")

    def _is_passive(self, verb: "Token") -> bool:
        return verb.dep_ in {"amod", "acl"} or any(child.dep_ == "auxpass" for child in verb.children)

    def after(self, words: Sequence["Token"], *, strict: bool = False) -> Frame | None:
        """The clause that these words begin with: “said X”, “X said”, “according to X”; `strict`: X is near."""
        words = _without_leading_marks(words)
        if not words or words[0].lower_ in _PARTING:
            return None
        if strict:
            words = words[:8]
        if frame := according(words, self.verbs):
            return frame
        for at, token in enumerate(words):
            if not (medium := self.verbs.medium(token)) or not self.verbs.is_finite(token):
                if (at or token.pos_ == "AUX") and self._is_other_verb(token, words, at):
                    return None
                continue
            speakers = subject_after(words, at, self.verbs)
            if speakers is not None:
                return self._frame(token, words, speakers, medium, AFTER)
        return None

    def after_full_stop(self, words: Sequence["Token"]) -> Frame | None:
        """The clause after marks that end with a full stop: a whole short sentence (“…” Brill said)."""
        words = [each for each in words if not each.is_space]
        frame = self.after(words)
        if frame is None or any(each.i > frame.verb + _REST or each.lower_ in CLAUSE_MARKS for each in words):
            return None
        rest = [each for each in words if each.i > frame.verb]
        return frame if not any(each.pos_ in {"VERB", "AUX"} or each.dep_ == "dobj" for each in rest) else None

    def of_paragraph_before(self, start: int, end: int) -> Frame | None:
        """The clause with a colon that ends the paragraph before, when one does."""
        words = [each for each in self.words.between(start, end) if not each.is_space]
        return self.before(words, sentence=True) if words and words[-1].text == ":" else None

    def named(self, label: Fragment) -> tuple[End, ...]:
        """The actor that a label of an interview names."""
        return by_look(self.words.between(*label), self.verbs)

    def before(self, words: Sequence["Token"], *, sentence: bool) -> Frame | None:
        """The clause that these words end with: “X said,”, “X: ”, “X told Y that”."""
        words = [each for each in words if not each.is_space]
        if not words:
            return None
        mark = words[-1].text if words[-1].text in {",", ":", "—", "–", "-"} else ""
        inner = words[:-1] if mark else words
        for at in range(len(inner) - 1, -1, -1):
            token = inner[at]
            if medium := self.verbs.medium(token):
                if (token.tag_ in {"NN", "NNS"} and not mark) or not self._leads(inner, at, mark, sentence):
                    return None
                return self._frame_before(inner, at, medium)
            if token.tag_ in _VERB_TAGS and mark != ":":
                return None
        if mark and (frame := according(inner, self.verbs)):
            return frame
        return colon(words, self.verbs) if mark == ":" and sentence else None

    def _is_other_verb(self, token: "Token", words: Sequence["Token"], at: int) -> bool:
        """Whether another verb stands first, which is then the one of the clause; not in “X, who leads Y, said”."""
        if token.tag_ not in _VERB_TAGS or token.dep_ in {"aux", "auxpass", "relcl", "acl"}:
            return False
        return not any(each.lower_ in {"who", "which", "whose"} for each in words[:at])

    def _leads(self, words: Sequence["Token"], at: int, mark: str, sentence: bool) -> bool:
        """Whether what stands between the verb and the marks lets the verb report what is in them."""
        tail = [each for each in words[at + 1 :] if not is_helper(each, self.verbs) or each.lower_ in CLAUSE_MARKS]
        if not tail or mark == ":":
            return True
        if tail[0].lower_ in CLAUSE_MARKS:
            return len(tail) == 1
        if any(each.tag_ in _VERB_TAGS for each in tail):
            return False
        if self.verbs.is_naming(words[at]) and not mark:
            return len(tail) <= 8
        if mark:
            return sentence or len(tail) <= 4
        return sentence and (tail[0].pos_ in {"ADP", "PRON", "PROPN", "NOUN", "DET"} and len(tail) <= 6)

    def _frame_before(self, words: Sequence["Token"], at: int, medium: str) -> Frame:
        verb = words[at]
        speakers = subject_before(words, at, self.verbs)
        start = next((each.idx for each in words[at + 1 :] if each.lower_ in CLAUSE_MARKS), None)
        return self._frame(verb, words, speakers, medium, BEFORE, start)

    def _frame(
        self,
        verb: "Token",
        words: Sequence["Token"],
        speakers: tuple[End, ...],
        medium: str,
        rule: str,
        content_from: int | None = None,
    ) -> Frame:
        return Frame(
            verb=verb.i,
            cue=cue(verb, self.verbs),
            speakers=speakers,
            medium="writing" if medium == "speech" and is_written(words, verb, self.verbs) else medium,
            rule=rule,
            addressees=addressees(verb, self.verbs),
            content_from=content_from,
            is_naming=self.verbs.is_naming(verb),
        )


def _without_leading_marks(words: Sequence["Token"]) -> Sequence["Token"]:
    at = 0
    while at < len(words) and not any(each.isalnum() for each in words[at].text):
        at += 1
    return words[at:]
