"""What a reporting clause beside quotation marks tells."""

from dataclasses import dataclass

from annotator.model.annotation import Fragments
from annotator.suggest.said import End


@dataclass(frozen=True, slots=True)
class Frame:
    """A reporting clause: `verb` is the place of its verb, or of the colon that does its work."""

    verb: int
    cue: Fragments
    speakers: tuple[End, ...]
    medium: str
    rule: str
    addressees: tuple[End, ...] = ()
    content_from: int | None = None  # where the reported clause begins, when it begins before the marks
    is_naming: bool = False
