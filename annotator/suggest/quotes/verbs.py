"""Which words report: the verbs of `quotes.LANG` and `marks.LANG`, by lemma where there are lemmas, else by form.

A language without lists has no verbs, and nothing is found by them.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from annotator.suggest.lexicons import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_FILES = ("quotes", "marks")
_NOT_FINITE = frozenset({"VB", "VBG", "NN", "NNS", "NNP", "NNPS", "JJ", "RB", "IN"})  # of the English tags
_NAMES_A_SPEAKER = frozenset({"PROPN", "NOUN", "PRON", "ADJ", "ADP", "DET", "ADV"})


class Verbs:
    """The reporting words of one language."""

    def __init__(self, language: str) -> None:
        self._lemmas = _media(language, "verbs")
        self._forms = _media(language, "forms")
        self.pronouns = _list(language, "words", "pronouns")
        self.auxiliaries = _list(language, "words", "auxiliaries")
        self.writings = _list(language, "words", "writings")
        self.according = _list(language, "words", "according")
        self.naming = _list(language, "words", "naming")
        self.questions = _list(language, "interview", "questions")
        self.answers = _list(language, "interview", "answers")

    def medium(self, token: "Token") -> str:
        """How the verb says it was uttered: speech, writing or thought; "" when it reports nothing."""
        if token.lemma_ and token.pos_ in {"VERB", "AUX"} and (found := self._lemmas.get(token.lemma_.lower())):
            return found
        if token.pos_ in _NAMES_A_SPEAKER and token.lower_ not in {"said", "says"}:
            return ""
        form = token.lower_.partition("-")[0]
        return self._forms.get(form, "")

    def is_finite(self, token: "Token") -> bool:
        """Whether the verb can be the one of a clause: by its tag, where it has one."""
        if token.tag_ in {"VB", "VBG"}:
            return any(child.dep_ in {"aux", "nsubj"} and child.lower_ != "to" for child in token.children)
        return token.tag_ not in _NOT_FINITE


@cache
def verbs_of(language: str) -> Verbs:
    """The reporting words of a language, read once."""
    return Verbs(language)


def _read(language: str, name: str) -> dict[str, Any]:
    try:
        return lexicon(f"{name}.{language}")
    except FileNotFoundError:
        return {}


def _media(language: str, table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _FILES:
        media = _read(language, name).get(table, {})
        for medium in ("thought", "writing", "speech"):  # what is in two lists is speech
            found.update(dict.fromkeys(media.get(medium, ()), medium))
    return found


def _list(language: str, table: str, key: str) -> frozenset[str]:
    return frozenset(word for name in _FILES for word in _read(language, name).get(table, {}).get(key, ()))
