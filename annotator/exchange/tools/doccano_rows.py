"""The JSON of a line of doccano's."""

import msgspec

TOOL = "doccano"
LISTS = ("label", "labels")  # of older versions
_OF_A_LINE = ("id", "text", "entities", "relations", "cats", "Comments", "comments", "meta")
_OURS = ("article_id", "title", "annotator", "annotator_kind", "annotator_version", "status", "flag")
TAKEN = frozenset((*LISTS, *_OF_A_LINE, *_OURS))
"""Keys that are no metadata."""


class Entity(msgspec.Struct, kw_only=True):
    """A span: offsets in code points, end excluded."""

    id: int | str | None = None
    label: str
    start_offset: int
    end_offset: int


class Link(msgspec.Struct, kw_only=True):
    """A relation between entities by their ids."""

    id: int | str | None = None
    from_id: int | str
    to_id: int | str
    type: str
