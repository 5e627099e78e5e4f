"""The lists of words that the rules read, as one object; None for a language without them."""

from dataclasses import dataclass
from functools import cache

from annotator.files import resource
from annotator.suggest.lexicons import words


@dataclass(frozen=True)
class Lists:
    """Sets of lemmas by what they are for: `lists("verbs", "infinitive")`."""

    name: str

    def __call__(self, *path: str) -> frozenset[str]:
        """One of the lists."""
        return words(self.name, *path)


@cache
def lists(language: str) -> Lists | None:
    """The lists of a language, by its code."""
    name = f"pledges.{language}"
    return Lists(name) if resource("lexicons", f"{name}.toml").is_file() else None
