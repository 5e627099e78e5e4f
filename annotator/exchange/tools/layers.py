"""Layers of annotation as INCEpTION and WebAnno have them: what CAS XMI, CAS JSON and WebAnno TSV share.

Ours are three, and all their features are strings:

- `webanno.custom.Span`: `label`, `span_id`, `note`, `more` and a feature for each attribute of the schema. The
  fragments of a span are marks that share its id; the first carries the rest.
- `webanno.custom.Relation`, from Governor (the head) to Dependent (the tail): `label`, `relation_id` and the same.
- `webanno.custom.Article`, one for the article and its set; its features are those of `Document`.

`more` is JSON of what has no feature: score, origin, attributes that are not in the schema.
"""

import json
import re
from dataclasses import dataclass, field

import msgspec

from annotator.model.annotation import Attributes, Origin, Value
from annotator.model.schema import Schema

CUSTOM = "webanno.custom."
SPAN, RELATION, ARTICLE = f"{CUSTOM}Span", f"{CUSTOM}Relation", f"{CUSTOM}Article"
LABEL, NOTE, MORE = "label", "note", "more"
IDS = {SPAN: "span_id", RELATION: "relation_id"}

_TAKEN = frozenset(
    (
        LABEL,
        NOTE,
        MORE,
        *IDS.values(),
        "begin",
        "end",
        "sofa",
        "Governor",
        "Dependent",
        "xmiID",
        "self",
        "role",
        "target",
    )
)
_FEATURE = re.compile(r"(?!ROLE_|BT_)[A-Za-z][A-Za-z0-9_]*")
_UNFIT = re.compile("[\x00-\x1f\ufffe\uffff]")  # what XML, or a line of a table, cannot hold
_LARGEST = 2**1023  # floats beyond are infinite
_LITERAL = re.compile(r"true|false|-?\d+(\.\d+)?([eE][-+]?\d+)?")


@dataclass(slots=True)
class Mark:
    """An annotation of a span layer, in code points; `text` is what the file says it covers, where it says so."""

    layer: str
    start: int
    end: int
    values: dict[str, str] = field(default_factory=dict)
    text: str | None = None


@dataclass(slots=True)
class Link:
    """An annotation of a relation layer; head and tail are places in the page's list of marks."""

    layer: str
    head: int
    tail: int
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Page:
    """One text with what one annotator says of it. `document` are the features of our layer Article."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    document: dict[str, str] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    passed: set[str] = field(default_factory=set)  # layers that were left out
    notes: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


class More(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a span or relation has that no feature holds."""

    attributes: Attributes = {}
    score: float | None = None
    origin: Origin | None = None


def features(schema: Schema | None, layer: str) -> list[str]:
    """The features of one of our layers for spans or relations, in the order of a table."""
    known = [each for each in schema.attributes if set(each.on) != {"article"}] if schema else []
    if layer == SPAN:
        kinds = {"relations", *(each.name for each in schema.relations)} if schema else set()
        named = [each.name for each in known if not set(each.on) <= kinds]
    else:
        labels = {"spans", *schema.label_by_name, *schema.group_by_name} if schema else set()
        named = [each.name for each in known if not set(each.on) <= labels]
    fitting = [name for name in dict.fromkeys(named) if _FEATURE.fullmatch(name) and name not in _TAKEN]
    return [LABEL, IDS[layer], NOTE, MORE, *fitting]


def is_attribute(name: str) -> bool:
    """Whether a feature of ours stands for an attribute."""
    return name not in _TAKEN


def as_json(value: object) -> str:
    """JSON in one line, without the characters that XML cannot hold. Raises UnicodeEncodeError for no valid text."""
    found = msgspec.json.encode(value).decode("utf-8")
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", found)


def out(text: str) -> str:
    """A string as a feature's value: itself, or as JSON when it is empty, begins with “"” or has control characters."""
    return as_json(text) if not text or text[0] == '"' or _UNFIT.search(text) else text


def value_out(value: Value) -> str:
    """An attribute's value: a number or flag as in JSON, a string that looks like one in quotes."""
    if isinstance(value, str):
        return as_json(value) if _LITERAL.fullmatch(value) else out(value)
    return json.dumps(value)


def back(value: str) -> str:
    """The string of a feature's value."""
    if value[:1] == '"':
        try:
            return msgspec.json.decode(value, type=str)
        except (msgspec.DecodeError, UnicodeEncodeError):
            return value
    return value


def value_back(value: str) -> Value:
    """The attribute's value."""
    if _LITERAL.fullmatch(value):
        try:
            found: bool | int | float = json.loads(value)
        except ValueError:  # such as 007, or too long to be a number
            return value
        return found if abs(found) < _LARGEST else value
    return back(value)
