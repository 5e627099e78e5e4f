"""The word lists that the rules read: data in `resources/lexicons/`, each with its source. Never imports spaCy."""

import tomllib
from functools import cache
from typing import Any

from annotator.files import resource


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `resources/lexicons/NAME.toml` as it stands; read once. Do not change what you are given."""
    return tomllib.loads(resource("lexicons", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """One list of words in a lexicon, by the keys that lead to it: `words("quotes.en", "verbs", "speech")`."""
    found: Any = lexicon(name)
    for key in path:
        found = found[key]
    return frozenset(found)
