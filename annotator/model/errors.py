"""The errors that people see: one sentence that says what is wrong, where, and what to do.

Each has a stable code, so that a message can be looked up whatever its wording.
"""

import re

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


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
    """A file of another format cannot be read or written. The sentence stays on one line, whatever it quotes."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code, _CONTROLS.sub(" ", sentence))


class SuggestError(AnnotatorError):
    """A spaCy pipeline is missing, cannot be used, or failed."""
