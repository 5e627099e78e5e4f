"""The errors that people see: one sentence that says what is wrong, where, and what to do.

Each has a stable code, so that a message can be looked up whatever its wording.
"""


class AnnotatorError(Exception):
    """Something that the person at the screen can understand and mend."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence


class SchemaError(AnnotatorError):
    """A schema breaks its own rules, or an annotation breaks the schema's."""


class EditError(AnnotatorError):
    """An edit does not fit the annotation set it is applied to."""


class ProjectError(AnnotatorError):
    """A project file cannot be opened, read or written."""


class ExchangeError(AnnotatorError):
    """A file of another format cannot be read or written."""


class SuggestError(AnnotatorError):
    """A spaCy pipeline is missing, cannot be used, or failed."""
