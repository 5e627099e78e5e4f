"""The language of a text, guessed from its letters where nobody said it.

py3langid (a fork of langid.py: Lui and Baldwin 2012, "langid.py: An off-the-shelf language identification tool",
ACL demos, pp. 25-30) is loaded at the first guess, which takes a second.
"""

import re
from functools import cache
from typing import Protocol, cast

_FEWEST = 60  # letters: a shorter text is not judged
_ENOUGH = 500  # code points from the beginning: more says the same and costs more
_SURE = 0.7  # probability, 0 to 1
_PRIMARY = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def guess(text: str) -> str:
    """The ISO 639 code of the language, "" where the text is too short or could be of several."""
    start = text[:_ENOUGH]
    if sum(map(str.isalpha, start)) < _FEWEST:
        return ""
    language, probability = _identifier().classify(start)
    return language if probability >= _SURE else ""


def primary(tag: object) -> str:
    """The language of a tag such as `en-GB` or `pt_BR`: `en`, `pt`; "" when it is none."""
    found = _PRIMARY.match(str(tag or "").strip())
    return found[0].lower() if found else ""


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return cast("_Identifier", LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
