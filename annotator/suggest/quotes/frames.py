"""The reporting clause beside a stretch in quotation marks: its verb, its cue, and who speaks to whom.

A clause stands after the stretch (“…,” she said), before it (she said: “…”), or between two. Only words outside
of marks are looked at, and only up to the end of a sentence. The parse helps where it agrees with the order of
the words; small models often fail beside quotation marks, and then the order of the words decides.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragment, Fragments
from annotator.suggest.quotes.by_words import beside, by_look, by_place, by_sentence
from annotator.suggest.quotes.speakers import ends, speaker
from annotator.suggest.quotes.verb_groups import addressees, cue, is_written
from annotator.suggest.quotes.verbs import Verbs
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS_PHRASE = frozenset({",", ".", ":", ";", "(", "—", "–", "who", "in", "on", "at", "during", "after"})
AFTER = "reporting verb after the quotation"
BEFORE = "reporting verb before the quotation"
ACCORDING = "according to somebody"
COLON_CLAUSE = "clause with a colon before the quotation"
COLON_NAME = "name with a colon before the quotation"
DASH_NAME = "name with a dash after the quotation"
_DASHES = frozenset({"—", "–", "-", "--"})
_REST = 6  # tokens after the verb of a short sentence: adverbs, where and when
_LONGEST = 45  # tokens of a reporting clause that are read
STOPS = frozenset({".", "!", "?", ";", "…", "...", "___"})
CLAUSE_MARKS = frozenset({"that", "whether", "if", "how", "why", "because"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERB_TAGS = FINITE | {"MD"}
_PARTING = frozenset(
    {"while", "when", "though", "although", "after", "before", "as", "because", "since", "if", "but", "and", "or"}
    | {"who", "whom", "whose", "that", "which", "until", "unless", "where", "than"}
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting clause: `verb` is the place of its verb, or of the colon that does its work."""

    verb: int
    cue: Fragments
    speakers: tuple[End, ...]
    medium: str
    rule: str
    addressees: tuple[End, ...] = ()
    content_from: int | None = None  # where the reported clause begins, when it begins before the marks
    is_naming: bool = False


class Frames:
    """The reporting clauses of one document."""

    def __init__(self, doc: "Doc", verbs: Verbs) -> None:
        self._doc = doc
        self._verbs = verbs
        self._starts = [token.idx for token in doc]
        self._has_parse = doc.has_annotation("DEP")
        self._has_tags = doc.has_annotation("TAG")

    def place(self, at: int) -> int:
        """The number of the first token that begins at or after this character."""
        return bisect_left(self._starts, at)

    def words(self, start: int, end: int) -> list["Token"]:
        """The tokens that begin in `[start, end)`."""
        return list(self._doc[self.place(start) : self.place(end)])

    def clause_after(self, start: int, limit: int) -> list["Token"]:
        """The words from `start` to the end of the sentence, at most to `limit`."""
        first = bisect_left(self._starts, start)
        last = min(bisect_left(self._starts, limit), first + _LONGEST)
        words: list[Token] = []
        for token in self._doc[first:last]:
            words.append(token)
            if token.text in STOPS or "\n" in token.text:
                break
        return words

    def clause_before(self, limit: int, end: int) -> list["Token"]:
        """The words of the sentence that comes before `end`, not before `limit`."""
        last = bisect_left(self._starts, end)
        first = max(bisect_left(self._starts, limit), last - _LONGEST)
        words: list[Token] = []
        for at in range(last - 1, first - 1, -1):
            token = self._doc[at]
            if token.text in STOPS or "\n" in token.text:
                break
            words.append(token)
        return words[::-1]

    def is_reporting(self, token: "Token") -> bool:
        """Whether the word is a verb that reports and can be the one of a clause."""
        return bool(self._verbs.medium(token)) and self._verbs.is_finite(token)

    def is_finite(self, frame: Frame) -> bool:
        """Whether the verb of the clause tells of something said, not of something that may be said."""
        verb = self._doc[frame.verb]
        return not verb.tag_ or verb.tag_ in FINITE

    def leading(self, words: Sequence["Token"], at: int) -> Frame | None:
        """The clause of the reporting verb at this place, whatever stands between it and the marks."""
        verb = words[at]
        medium = self._verbs.medium(verb)
        if not medium or verb.tag_ in {"NN", "NNS", "JJ"} or (verb.tag_ == "VBN" and self._is_passive(verb)):
            return None
        speakers = self._subject_before(words, at)
        return self._frame(verb, words, speakers, medium, "")

    def _is_passive(self, verb: "Token") -> bool:
        if not self._has_parse:
            return False
        return verb.dep_ in {"amod", "acl"} or any(child.dep_ == "auxpass" for child in verb.children)

    def after(self, words: Sequence["Token"], *, strict: bool = False) -> Frame | None:
        """The clause that these words begin with: “said X”, “X said”, “according to X”; `strict`: X is near."""
        words = _without_leading_marks(words)
        if not words or words[0].lower_ in _PARTING:
            return None
        if strict:
            words = words[:8]
        if frame := self.according(words):
            return frame
        for at, token in enumerate(words):
            if not (medium := self._verbs.medium(token)) or not self._verbs.is_finite(token):
                if (at or token.pos_ == "AUX") and self._is_other_verb(token, words, at):
                    return None
                continue
            speakers = self._subject_after(words, at)
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

    def dash(self, words: Sequence["Token"]) -> Frame | None:
        """A dash and a name after the marks, without a verb."""
        words = [each for each in words if not each.is_space]
        if not words or words[0].text not in _DASHES:
            return None
        name = words[1:]
        if not 0 < len(name) <= 12 or not name[0].text[:1].isupper() or any(each.pos_ == "VERB" for each in name):
            return None
        dash = words[0]
        return Frame(
            dash.i,
            _place(dash),
            by_look(_noun_phrase(name), self._verbs),
            "speech",
            "name with a dash after the quotation",
        )

    def of_paragraph_before(self, start: int, end: int) -> Frame | None:
        """The clause with a colon that ends the paragraph before, when one does."""
        words = [each for each in self.words(start, end) if not each.is_space]
        return self.before(words, sentence=True) if words and words[-1].text == ":" else None

    def named(self, label: Fragment) -> tuple[End, ...]:
        """The actor that a label of an interview names."""
        return by_look(self.words(*label), self._verbs)

    def before(self, words: Sequence["Token"], *, sentence: bool) -> Frame | None:
        """The clause that these words end with: “X said,”, “X: ”, “X told Y that”."""
        words = [each for each in words if not each.is_space]
        if not words:
            return None
        mark = words[-1].text if words[-1].text in {",", ":", "—", "–", "-"} else ""
        inner = words[:-1] if mark else words
        for at in range(len(inner) - 1, -1, -1):
            token = inner[at]
            if medium := self._verbs.medium(token):
                if (token.tag_ in {"NN", "NNS"} and not mark) or not self._leads(inner, at, mark, sentence):
                    return None
                return self._frame_before(inner, at, medium)
            if token.tag_ in _VERB_TAGS and mark != ":":
                return None
        if mark and (frame := self.according(inner)):
            return frame
        return self._colon(words) if mark == ":" and sentence else None

    def _subject_after(self, words: Sequence["Token"], at: int) -> tuple[End, ...] | None:
        """Who says it, for a verb at that place of the clause; None when the clause is no reporting clause."""
        verb = words[at]
        head = speaker(verb) if self._has_parse else None
        lead = [each for each in words[:at] if not self._is_helper(each)]
        if not lead:
            after = [each for each in words[at + 1 :] if not self._is_helper(each)]
            if head is not None and head.i > verb.i:
                return ends(head)
            inverted = verb.text.partition("-")[2]
            if inverted in self._verbs.pronouns:
                place = verb.idx + len(verb) - len(inverted)
                return (("MENTION", place, place + len(inverted)),)
            return by_look(_noun_phrase(after), self._verbs)
        if head is not None and words[0].i <= head.i < verb.i and head.left_edge.i <= lead[0].i + 1:
            return ends(head)
        if not self._looks_like_name(lead):
            return None
        return by_look(lead, self._verbs) or None

    def _subject_before(self, words: Sequence["Token"], at: int) -> tuple[End, ...]:
        """Who says it, for a verb at that place in words that lead to the quotation."""
        if near := beside(words[at], words[:at], self._verbs):
            return (near,)
        head = speaker(words[at]) if self._has_parse else None
        if head is not None and (found := ends(head)):
            return found
        return by_place(words[:at], self._verbs) or by_sentence(words[:at])

    def _looks_like_name(self, words: Sequence["Token"]) -> bool:
        first = words[0]
        if first.lower_ in self._verbs.pronouns:
            return len(words) == 1
        if self._has_tags:
            return first.pos_ in {"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM"} and first.lower_ not in {
                "it",
                "that",
                "this",
            }
        return len(words) <= 6

    def _is_helper(self, token: "Token") -> bool:
        return (
            token.is_space
            or token.lower_ in self._verbs.auxiliaries
            or token.pos_ in {"ADV", "AUX", "PART"}
            or not any(each.isalnum() for each in token.text)
        )

    def _is_other_verb(self, token: "Token", words: Sequence["Token"], at: int) -> bool:
        """Whether another verb stands first, which is then the one of the clause; not in “X, who leads Y, said”."""
        if token.tag_ not in _VERB_TAGS or token.dep_ in {"aux", "auxpass", "relcl", "acl"}:
            return False
        return not any(each.lower_ in {"who", "which", "whose"} for each in words[:at])

    def _leads(self, words: Sequence["Token"], at: int, mark: str, sentence: bool) -> bool:
        """Whether what stands between the verb and the marks lets the verb report what is in them."""
        tail = [each for each in words[at + 1 :] if not self._is_helper(each) or each.lower_ in CLAUSE_MARKS]
        if not tail or mark == ":":
            return True
        if tail[0].lower_ in CLAUSE_MARKS:
            return len(tail) == 1
        if any(each.tag_ in _VERB_TAGS for each in tail):
            return False
        if self._verbs.is_naming(words[at]) and not mark:
            return len(tail) <= 8
        if mark:
            return sentence or len(tail) <= 4
        return sentence and (tail[0].pos_ in {"ADP", "PRON", "PROPN", "NOUN", "DET"} and len(tail) <= 6)

    def _frame_before(self, words: Sequence["Token"], at: int, medium: str) -> Frame:
        verb = words[at]
        speakers = self._subject_before(words, at)
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
            cue=cue(verb, self._verbs),
            speakers=speakers,
            medium="writing" if medium == "speech" and is_written(words, verb, self._verbs) else medium,
            rule=rule,
            addressees=addressees(verb, self._verbs),
            content_from=content_from,
            is_naming=self._verbs.is_naming(verb),
        )

    def according(self, words: Sequence["Token"]) -> Frame | None:
        """The clause “according to X” that these words begin with."""
        if not words or words[0].lower_ not in self._verbs.according:
            return None
        length = 2 if len(words) > 1 and words[1].lower_ == "to" else 1
        last = words[length - 1]
        speakers = by_look(_noun_phrase(words[length:]), self._verbs)
        words_of_it = ((words[0].idx, last.idx + len(last)),)
        return Frame(words[0].i, words_of_it, speakers, "speech", ACCORDING) if speakers else None

    def _colon(self, words: Sequence["Token"]) -> Frame | None:
        """A name and a colon, or any clause with a subject that a colon ends (she smiled: “…”)."""
        colon = words[-1]
        inner = words[:-1]
        verb = next((each for each in inner if each.tag_ in _VERB_TAGS), None)
        if verb is not None:
            head = speaker(verb) if self._has_parse else None
            if head is None or len(inner) > 12:
                return None
            return Frame(
                verb.i, cue(verb, self._verbs), ends(head), "speech", "clause with a colon before the quotation"
            )
        if not 0 < len(inner) <= 8 or not inner[-1].text[0].isupper():
            return None
        return Frame(colon.i, _place(colon), by_look(inner, self._verbs), "speech", COLON_NAME)


def _without_leading_marks(words: Sequence["Token"]) -> Sequence["Token"]:
    at = 0
    while at < len(words) and not any(each.isalnum() for each in words[at].text):
        at += 1
    return words[at:]


def _noun_phrase(words: Sequence["Token"]) -> Sequence["Token"]:
    """Words up to the comma, the relative clause or the preposition of place and time that ends a noun phrase."""
    for at, token in enumerate(words):
        if at and token.lower_ in _ENDS_PHRASE:
            return words[:at]
    return words


def _place(token: "Token") -> Fragments:
    return ((token.idx, token.idx + len(token)),)
