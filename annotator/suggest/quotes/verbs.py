"""Which words report beside quotation marks: by lemma where the pipeline tells lemmas, else by form.

The words are data, `resources/lexicons/quotes.LANG.toml`. A language without that file has no verbs, and nothing is
found by them.
"""

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from annotator.suggest.lexicons import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})  # of the English tags
_NOT_FINITE = frozenset({"VB", "VBG", "NN", "NNS", "NNP", "NNPS", "JJ", "RB", "IN"})
_NAMES_A_SPEAKER = frozenset({"PROPN", "NOUN", "PRON", "ADJ", "ADP", "DET", "ADV"})


class Verbs:
    """The reporting words of one language."""

    def __init__(self, language: str) -> None:
        data = _read(language)
        words, interview = data.get("words", {}), data.get("interview", {})
        self._lemmas = _media(data.get("verbs", {}))
        self._forms = _media(data.get("forms", {}))
        self.pronouns = frozenset(words.get("pronouns", ()))
        self.auxiliaries = frozenset(words.get("auxiliaries", ()))
        self.writings = frozenset(words.get("writings", ()))
        self.according = frozenset(words.get("according", ()))
        self.telling = frozenset(words.get("telling", ()))
        self._naming = _naming(data)
        self.questions = frozenset(interview.get("questions", ()))
        self.answers = frozenset(interview.get("answers", ()))

    def medium(self, token: "Token") -> str:
        """How the verb says it was uttered: speech, writing or thought; "" when it reports nothing."""
        if token.lemma_ and token.pos_ in {"VERB", "AUX"} and (found := self._lemmas.get(token.lemma_.lower())):
            return found
        if token.pos_ in _NAMES_A_SPEAKER and token.lower_ not in {"said", "says"}:
            return ""
        form = token.lower_.partition("-")[0]
        return self._forms.get(form, "")

    def is_naming(self, token: "Token") -> bool:
        """Whether the verb says what somebody or something is called: then one word in marks is a quote."""
        return token.lemma_ in self._naming or token.lower_ in self._naming

    def is_finite(self, token: "Token") -> bool:
        """Whether the verb can be the one of a clause: by its tag, where it has one."""
        if token.tag_ in {"VB", "VBG"}:
            return any(child.dep_ in {"aux", "nsubj"} and child.lower_ != "to" for child in token.children)
        return token.tag_ not in _NOT_FINITE


@cache
def verbs_of(language: str) -> Verbs:
    """The reporting words of a language, read once."""
    return Verbs(language)


def _read(language: str) -> dict[str, Any]:
    try:
        return lexicon(f"quotes.{language}")
    except FileNotFoundError:
        return {}


def _media(lists: dict[str, list[str]]) -> dict[str, str]:
    """How each word says it was uttered; what stands in two lists is speech."""
    return {word: medium for medium in ("thought", "writing", "speech") for word in lists.get(medium, ())}


def _naming(data: dict[str, Any]) -> frozenset[str]:
    """The verbs that say aloud what somebody or something is called, and their forms: “called it a …”."""
    verbs = data.get("frames", {}).get("naming", ()), data.get("forms", {}).get("naming", ())
    return frozenset(chain(*verbs)).difference(data.get("verbs", {}).get("thought", ()))
