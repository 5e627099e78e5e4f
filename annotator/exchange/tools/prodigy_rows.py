"""The JSON of a Prodigy task: its spans and relations, and what this program adds to them."""

from typing import Any

import msgspec

from annotator.model.annotation import AnnotatorKind, Attributes, Origin, Status

HASHES = ("_input_hash", "_task_hash", "_timestamp", "_view_id", "_is_binary")
"""Keys of a task that are kept as metadata of the article, and are written as keys of the task again."""


class TaskSpan(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A span: offsets in code points, and the first and last token, both counted in."""

    start: int | None = None
    end: int | None = None
    label: str | None = None
    text: str | None = None
    token_start: int | None = None
    token_end: int | None = None
    id: Any = None
    attributes: Any = None
    note: Any = None
    score: Any = None
    origin: Any = None


class TaskRelation(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A relation: `head` and `child` are tokens, `head_span` and `child_span` say the same in full."""

    head: int | None = None
    child: int | None = None
    label: str | None = None
    head_span: TaskSpan | None = None
    child_span: TaskSpan | None = None
    id: Any = None
    attributes: Any = None
    note: Any = None
    score: Any = None
    origin: Any = None


class Token(msgspec.Struct, kw_only=True):
    """A token: offsets in code points."""

    start: int
    end: int
    text: str = ""
    id: int = 0
    ws: bool = False


class SetPart(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a task has no key for of the set it holds."""

    kind: AnnotatorKind = "person"
    version: str = ""
    status: Status | None = None
    attributes: Attributes = {}
    note: str = ""
    flag: str = ""


class Extras(msgspec.Struct, kw_only=True):
    """What is ours of a span or relation, as far as it is of the right kind."""

    attributes: Attributes = {}
    note: str = ""
    score: float | None = None
    origin: Origin | None = None


def extras(record: TaskSpan | TaskRelation) -> Extras:
    """The attributes, note, score and origin; others may use these keys for things of their own, which are passed."""
    if record.attributes is None and record.note is None and record.score is None and record.origin is None:
        return _NONE
    found = {name: getattr(record, name) for name in ("attributes", "note", "score", "origin")}
    return Extras(**{name: value for name, given in found.items() if (value := _fitting(name, given)) is not None})


_NONE = Extras()
_TYPES: dict[str, Any] = {"attributes": Attributes, "note": str, "score": float, "origin": Origin}


def _fitting(name: str, value: object) -> Any:  # noqa: ANN401  what the name says
    if value is None:
        return None
    try:
        return msgspec.convert(value, _TYPES[name])
    except msgspec.ValidationError:
        return None
