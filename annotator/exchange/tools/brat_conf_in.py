"""brat's `annotation.conf` read into a schema, as TOML: what brat annotation needs to come in whole.

Entities and events become labels, under the group of the heading ("!Heading") that they stand under. A relation is a
relation type. A role of an event becomes one too, from the events that have it; one that is called as a label is gets
another name (`brat_in.role_names`). Attributes with values are choices, others flags.

The format: https://brat.nlplab.org/configuration.html.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli_w

from annotator.exchange.reading import text_of
from annotator.exchange.tools.brat_conf import palette
from annotator.exchange.tools.brat_in import role_names
from annotator.model.errors import ExchangeError, SchemaError
from annotator.model.schema_file import read_schema

ENTITIES, EVENTS = "entities", "events"
_SECTION = re.compile(r"\[(\w[\w-]*)\]")
_MACRO = re.compile(r"<([^<>=]+)>\s*=\s*(.*)")
_PAIR = re.compile(r"\s*(<?[^\s,:<>]+>?)\s*:\s*([^,]+?)\s*(?:,|$)")
_COUNT = re.compile(r"(?:[?*+]|\{[\d-]+\})+$")  # how often a role may be filled


@dataclass
class _Type:
    """An entity or event type: what stands in its line, and the types above it."""

    name: str
    section: str
    above: tuple[str, ...]
    is_heading: bool
    pairs: list[tuple[str, str]] = field(default_factory=list)


def schema_of(path: Path) -> str:
    """The schema, as TOML, of an `annotation.conf`.

    Raises ExchangeError when it cannot be read or names no entity and no event.
    """
    conf = _Conf(text_of(path, "brat", None))
    if not conf.labels:
        sentence = f"{path} names no entity and no event: is it brat's annotation.conf?"
        raise ExchangeError("brat.conf", sentence)
    name = re.sub(r"[^\w-]+", "-", path.resolve().parent.name).strip("-").lower() or "brat"
    toml = tomli_w.dumps({"name": name, "title": f"From brat: {path.resolve().parent.name or name}", **conf.tables()})
    try:
        read_schema(toml)
    except SchemaError as error:
        raise ExchangeError("brat.conf", f"{path} cannot be made a schema. {error.sentence}") from error
    return toml


class _Conf:
    """The sections of a file."""

    def __init__(self, text: str) -> None:
        self._macros: dict[str, str] = {}
        lines = list(_lines(text))
        for _, line in lines:
            if match := _MACRO.fullmatch(line.strip()):
                self._macros[match[1]] = match[2]
        kept = [(section, line) for section, line in lines if not _MACRO.fullmatch(line.strip())]
        self._types = [each for section in (ENTITIES, EVENTS) for each in _types(kept, section)]
        self.labels = {each.name: each for each in reversed(self._types) if not each.is_heading}
        self.labels = {each.name: self.labels[each.name] for each in self._types if not each.is_heading}
        self._links = [_named(line) for section, line in kept if section == "relations"]
        self._values = [_named(line) for section, line in kept if section == "attributes"]

    def tables(self) -> dict[str, Any]:
        """The schema's groups, labels, attributes and relations."""
        colours = [name for name in palette() if name != "grey"]
        labels = [
            {"name": name, "group": self._group(each), "colour": colours[at % len(colours)]}
            for at, (name, each) in enumerate(self.labels.items())
        ]
        groups = [{"name": name} for name in dict.fromkeys(label["group"] for label in labels)]
        relations = self._relations()
        taken = {each["name"] for each in relations}
        return {
            "groups": groups,
            "labels": labels,
            "attributes": self._attributes(taken),
            "relations": relations,
        }

    def _group(self, each: _Type) -> str:
        """The nearest heading above, unless a label is called so."""
        headings = {found.name for found in self._types if found.is_heading}
        name = next((above for above in reversed(each.above) if above in headings), each.section)
        return name if name not in self.labels else f"{name}-group"

    def _expand(self, types: str) -> list[str]:
        """The labels that `A|B|<ENTITY>|<MACRO>` stands for, with those below them."""
        found: list[str] = []
        for name in self._parts(types, 0):
            if name in ("<ENTITY>", "<EVENT>", "<ANY>"):
                sections = {"<ENTITY>": (ENTITIES,), "<EVENT>": (EVENTS,)}.get(name, (ENTITIES, EVENTS))
                found += [each.name for each in self.labels.values() if each.section in sections]
            found += [each.name for each in self.labels.values() if name in (each.name, *each.above)]
        return list(dict.fromkeys(found))

    def _parts(self, types: str, depth: int) -> Iterator[str]:
        for part in (each.strip() for each in types.split("|")):
            macro = self._macros.get(part.strip("<>")) if part.startswith("<") else None
            if macro is not None and depth < 9:  # a macro may name itself
                yield from self._parts(macro, depth + 1)
            elif macro is None:
                yield part

    def _relations(self) -> list[dict[str, Any]]:
        made: dict[str, dict[str, Any]] = {}
        for name, pairs in self._links:
            ends = [types for role, types in pairs if not role.startswith("<")]
            if name.startswith("<") or len(ends) < 2:
                continue
            symmetric = any(role == "<REL-TYPE>" and "symmetric" in types for role, types in pairs)
            self._link(made, self._free(name), self._expand(ends[0]), self._expand(ends[1]), symmetric=symmetric)
        for each in self.labels.values():
            for role, types in each.pairs:
                name = _COUNT.sub("", role)
                if not name.startswith("<"):
                    self._link(made, self._free(name.rstrip("0123456789") or name), [each.name], self._expand(types))
        return list(made.values())

    def _link(
        self, made: dict[str, dict[str, Any]], name: str, head: list[str], tail: list[str], *, symmetric: bool = False
    ) -> None:
        if not head or not tail:
            return
        known = made.setdefault(name, {"name": name, "head": [], "tail": [], "symmetric": symmetric})
        known["head"] = list(dict.fromkeys([*known["head"], *head]))
        known["tail"] = list(dict.fromkeys([*known["tail"], *tail]))

    def _free(self, name: str) -> str:
        """The name for a relation type, which must not be a label's or a group's."""
        taken = {*self.labels, *(self._group(each) for each in self.labels.values())}
        return next((each for each in (name, *role_names(name)) if each not in taken), f"{name}-relation")

    def _attributes(self, relations: set[str]) -> list[dict[str, Any]]:
        made: dict[str, dict[str, Any]] = {}
        for name, pairs in self._values:
            told = dict(pairs)
            on = self._places(told.get("Arg", ""), relations)
            choices = [each.strip() for each in told.get("Value", "").split("|") if each.strip()]
            if not on or name.startswith("<"):
                continue
            known = made.setdefault(name, {"name": name, "on": [], "kind": "flag", "choices": []})
            known["on"] = list(dict.fromkeys([*known["on"], *on]))
            known["choices"] = list(dict.fromkeys([*known["choices"], *choices]))
            known["kind"] = "choice" if known["choices"] else "flag"
        return [{key: value for key, value in each.items() if value} for each in made.values()]

    def _places(self, types: str, relations: set[str]) -> list[str]:
        parts = list(self._parts(types, 0))
        if "<ANY>" in parts:
            return ["spans", "relations"]
        related = [part for part in parts if part in relations]
        related = ["relations"] if "<RELATION>" in parts else related
        labels = self._expand("|".join(part for part in parts if part not in relations))
        return (["spans"] if len(labels) == len(self.labels) else labels) + related


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The lines that say something, each with its section."""
    section = ""
    for line in text.removeprefix("\ufeff").splitlines():
        shown = line.strip()
        if match := _SECTION.fullmatch(shown):
            section = match[1].lower()
        elif shown and not shown.startswith("#") and set(shown) != {"-"}:
            yield section, line.rstrip()


def _named(line: str) -> tuple[str, list[tuple[str, str]]]:
    name, _, rest = line.strip().replace("\t", " ").partition(" ")
    return name, _PAIR.findall(rest)


def _types(lines: Iterable[tuple[str, str]], section: str) -> Iterator[_Type]:
    """The types of a section; one that stands further in than the line before is below it."""
    above: list[tuple[int, str]] = []
    for each, line in lines:
        if each != section or line.strip().startswith("<"):
            continue
        depth = len(line) - len(line.lstrip())
        above = [(at, name) for at, name in above if at < depth]
        name, pairs = _named(line)
        shown = name.lstrip("!")
        yield _Type(shown, section, tuple(up for _, up in above), name.startswith("!"), pairs)
        above.append((depth, shown))
