"""The JSON of Label Studio's tasks: results, annotations and predictions, as far as they are about text."""

from typing import Any

import msgspec

TOOL = "label-studio"
FRAGMENT_OF = "fragment_of"
"""In the `meta` of a region: the id of the region whose span this one is a further fragment of."""

Id = str | int


class Result(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A region, something said of one (it has the same id) or of the text, or a relation between two."""

    id: Id | None = None
    type: str = ""
    from_name: str | None = None
    to_name: Any = None
    origin: Any = None
    value: dict[str, Any] = {}
    score: Any = None
    meta: Any = None
    parentID: Id | None = None  # noqa: N815  Label Studio's name
    from_id: Id | None = None
    to_id: Id | None = None
    direction: str | None = None
    labels: list[str] | None = None


class Said(msgspec.Struct, kw_only=True, omit_defaults=True):
    """An annotation or a prediction."""

    result: list[Result]
    id: Any = None
    completed_by: Any = None
    was_cancelled: bool = False
    ground_truth: bool = False
    model_version: str | None = None


class Task(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A task; `completions` is what annotations were called once, and short exports name predictions by number."""

    data: dict[str, Any] | None = None
    annotations: list[Said | int] | None = None
    completions: list[Said | int] | None = None
    predictions: list[Said | int] | None = None
    drafts: list[Any] | None = None
    meta: Any = None
    id: Any = None
