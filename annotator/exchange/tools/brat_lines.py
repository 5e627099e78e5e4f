"""The lines of a brat annotation file (.ann), as they stand: ids are brat's, offsets those of its text.

The format: https://brat.nlplab.org/standoff.html. A line that cannot be read is kept with its number and a reason.
"""

import re
from dataclasses import dataclass, field

BREAKS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
"""What ends a line for brat, which reads its files as Python splits lines."""

_MARK = re.compile(r"(\S+) (-?\d{1,15} -?\d{1,15}(?:;-?\d{1,15} -?\d{1,15})*) *")
_ARGUMENT = re.compile(r"([^\s:]+):(\S+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A text-bound annotation; `text` is what the file quotes of it."""

    line: int
    id: str
    label: str
    fragments: tuple[tuple[int, int], ...]
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation, or one argument of an event, by the ids of its ends."""

    line: int
    id: str
    type: str
    head: str
    tail: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of the annotation `target`: an attribute with its value (None: it is there), or a note."""

    line: int
    target: str
    name: str
    value: str | None


@dataclass(slots=True)
class Standoff:
    """All of one file. `triggers` gives the text-bound annotation that stands for an event."""

    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    roles: list[Link] = field(default_factory=list)
    alike: list[Link] = field(default_factory=list)
    attributes: list[Said] = field(default_factory=list)
    notes: list[Said] = field(default_factory=list)
    triggers: dict[str, str] = field(default_factory=dict)
    bad: list[tuple[int, str]] = field(default_factory=list)


def parse(text: str) -> Standoff:
    """The lines of a file; blank ones are passed."""
    found = Standoff()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        columns = line.rstrip("\r").split("\t", 2)
        kind = _KINDS.get(line[:1])
        if not line.strip():
            continue
        if kind is None or len(columns) == 1:
            found.bad.append((number, "It is no line of brat's format."))
        elif problem := kind(found, number, *columns):
            found.bad.append((number, problem))
    return found


def _mark(found: Standoff, line: int, id_: str, data: str, text: str = "") -> str:
    match = _MARK.fullmatch(data)
    if match is None:
        return f"{id_} is no label with the start and end of its text."
    if not text:
        return f"{id_} does not quote the text that it covers."
    pairs = (each.split(" ") for each in match[2].split(";"))
    found.marks.append(Mark(line, id_, match[1], tuple((int(start), int(end)) for start, end in pairs), text))
    return ""


def _link(found: Standoff, line: int, id_: str, data: str, _: str = "") -> str:
    type_, *rest = data.split() or [""]
    ends = [match[2] for each in rest if (match := _ARGUMENT.fullmatch(each))]
    if len(ends) != 2 or len(rest) != 2:
        return f"The relation {id_} does not have two ends."
    found.links.append(Link(line, id_, type_, ends[0], ends[1]))
    return ""


def _event(found: Standoff, line: int, id_: str, data: str, _: str = "") -> str:
    arguments = [_ARGUMENT.fullmatch(each) for each in data.split()]
    if not arguments or None in arguments:
        return f"The event {id_} cannot be read."
    (_, trigger), *roles = [(match[1], match[2]) for match in arguments if match]
    found.triggers.setdefault(id_, trigger)
    found.roles += [
        Link(line, f"{id_}.{at}", role.rstrip("0123456789") or role, id_, end) for at, (role, end) in enumerate(roles)
    ]
    return ""


def _attribute(found: Standoff, line: int, id_: str, data: str, _: str = "") -> str:
    name, *rest = data.split(" ", 2)
    if not name or not rest or not rest[0]:
        return f"The attribute {id_} does not say of what it is."
    found.attributes.append(Said(line, rest[0], name, rest[1] or None if len(rest) == 2 else None))
    return ""


def _normalisation(found: Standoff, line: int, id_: str, data: str, title: str = "") -> str:
    parts = data.split()
    if len(parts) != 3:
        return f"The reference {id_} cannot be read."
    found.notes.append(Said(line, parts[1], parts[0], f"{parts[2]} {title}".strip()))
    return ""


def _note(found: Standoff, line: int, id_: str, data: str, text: str = "") -> str:
    parts = data.split()
    if len(parts) != 2:
        return f"The note {id_} does not say of what it is."
    told = text if parts[0] == "AnnotatorNotes" else f"{parts[0]}: {text}"
    found.notes.append(Said(line, parts[1], parts[0], told))
    return ""


def _equivalence(found: Standoff, line: int, _: str, data: str, __: str = "") -> str:
    type_, *members = data.split() or [""]
    if len(members) < 2:
        return "The equivalence has fewer than two members."
    pairs = zip(members[1:], members, strict=False)
    found.alike += [Link(line, f"*{line}.{at}", type_, *pair) for at, pair in enumerate(pairs)]
    return ""


_KINDS = {
    "T": _mark,
    "R": _link,
    "E": _event,
    "A": _attribute,
    "M": _attribute,
    "N": _normalisation,
    "#": _note,
    "*": _equivalence,
}
