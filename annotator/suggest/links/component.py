"""The spaCy component."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Relations:
    """The component."""

    def __init__(self, nlp: "Language", name: str) -> None:
        self.name = name
        self.language = nlp.lang

    def __call__(self, doc: "Doc") -> "Doc":
        """Read a document."""
        return doc
