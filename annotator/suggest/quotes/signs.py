"""Who speaks where a sign does the work of a verb: a colon, a dash, brackets, or “according to”."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.quotes.by_words import by_look, noun_phrase
from annotator.suggest.quotes.frame import Frame
from annotator.suggest.quotes.speakers import ends, speaker
from annotator.suggest.quotes.verb_groups import cue
from annotator.suggest.quotes.verbs import FINITE, Verbs
from annotator.suggest.said import End

if TYPE_CHECKING:
    from spacy.tokens import Token

ACCORDING = "according to somebody"
COLON_CLAUSE = "clause with a colon before the quotation"
COLON_NAME = "name with a colon before the quotation"
DASH_NAME = "name with a dash after the quotation"
BRACKETS_NAME = "name in brackets after the quotation"
_DASHES = frozenset({"—", "–", "-", "--"})
_PEOPLE = frozenset({"PERSON", "PER"})
_LONGEST_CLAUSE, _LONGEST_NAME = 12, 12  # tokens


def according(words: Sequence["Token"], verbs: Verbs) -> Frame | None:
    """The clause “according to X” that these words begin with."""
    if not words or words[0].lower_ not in verbs.according:
        return None
    length = 2 if len(words) > 1 and words[1].lower_ == "to" else 1
    last = words[length - 1]
    speakers = by_look(noun_phrase(words[length:]), verbs)
    words_of_it = ((words[0].idx, last.idx + len(last)),)
    return Frame(words[0].i, words_of_it, speakers, "speech", ACCORDING) if speakers else None


def signed(words: Sequence["Token"], verbs: Verbs) -> Frame | None:
    """A name that signs the quotation, after a dash or alone in round brackets, without a verb."""
    words = [each for each in words if not each.is_space]
    if not words or any(each.pos_ == "VERB" for each in words):
        return None
    sign, speakers = words[0], _signer(words[1:], verbs)
    if speakers and sign.text in _DASHES:
        return _by_sign(sign, speakers, DASH_NAME)
    if speakers and sign.text == "(" and words[-1].text == ")":
        return Frame(sign.i, (), speakers, "speech", BRACKETS_NAME)
    return None


def _signer(words: Sequence["Token"], verbs: Verbs) -> tuple[End, ...]:
    name = noun_phrase(words)
    return by_look(name, verbs) if 0 < len(name) <= _LONGEST_NAME and name[0].text[:1].isupper() else ()


def colon(words: Sequence["Token"], verbs: Verbs) -> Frame | None:
    """A name and a colon, or any clause with a subject that a colon ends (she smiled: “…”)."""
    inner, sign = words[:-1], words[-1]
    if not 0 < len(inner) <= _LONGEST_CLAUSE:
        return None
    verb = next((each for each in inner if each.tag_ in FINITE | {"MD"}), None)
    if verb is not None:
        head = speaker(verb)
        return None if head is None else Frame(verb.i, cue(verb, verbs), ends(head), "speech", COLON_CLAUSE)
    if inner[-1].text[0].isupper() or inner[0].ent_type_ in _PEOPLE:  # “Brill:”, “Brill, an engineer:”
        return _by_sign(sign, by_look(inner, verbs), COLON_NAME)
    return None


def _by_sign(sign: "Token", speakers: tuple[End, ...], rule: str) -> Frame:
    place: Fragments = ((sign.idx, sign.idx + len(sign)),)
    return Frame(sign.i, place, speakers, "speech", rule)
