"""The offices of a language's lexicon, found word by word."""

from annotator.suggest.lexicons import lexicon
from annotator.suggest.names.words import Words


def _tokens(phrase: str) -> tuple[str, ...]:
    """A phrase as a tokenizer cuts it: hyphens stand alone."""
    return tuple(phrase.replace("-", " - ").split())


class Offices:
    """Which words are an office, and of which kind: "alone", "beside" or "plural" (see the lexicon)."""

    def __init__(self, language: str) -> None:
        known = lexicon(f"names.{language}")["roles"]
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind in ("alone", "beside", "plural"):
            for phrase in known[kind]:
                self._add(phrase, kind)
        for each in self._by_first.values():
            each.sort(key=lambda entry: -len(entry[0]))
        self.narrows = frozenset(known["narrows"])
        self.of = sorted((_tokens(phrase) for phrase in known["of"]), key=len, reverse=True)

    def _add(self, phrase: str, kind: str) -> None:
        tokens = _tokens(phrase)
        entry = (tokens if phrase.isupper() else tuple(map(str.lower, tokens))), kind
        self._by_first.setdefault(tokens[0].lower(), []).append(entry)

    def find(self, known: Words, at: int) -> tuple[int, str] | None:
        """How many tokens the office that begins at the token has, and its kind; the longest one counts."""
        if at >= len(known.lowers):
            return None
        for tokens, kind in self._by_first.get(known.lowers[at], ()):
            end = at + len(tokens)
            among = known.texts if tokens[0].isupper() else known.lowers
            if tuple(among[at:end]) == tokens:
                return len(tokens), kind
        return None

    def length(self, known: Words, at: int) -> int:
        """The same, without the kind; 0 for none. The plural is no title."""
        found = self.find(known, at)
        return found[0] if found and found[1] != "plural" else 0
