"""A schema as brat's `annotation.conf` and `visual.conf`, for what goes out; `brat_conf_in` reads them.

Groups are headings that cannot be annotated with, labels stand under them. brat knows attributes that are there or not
and those of a list of values: texts, numbers and dates are named in a comment.
"""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache

from annotator.exchange.tools.brat_names import Names, SchemaNames
from annotator.files import resource
from annotator.model.schema import Attribute, Label, RelationType, Schema

_PLAIN = {"spans": "<ENTITY>", "relations": "<RELATION>"}


def annotation_conf(schema: Schema | None, names: SchemaNames) -> str:
    """The file, with the names that came up and are not the schema's at the end of their sections."""
    sections = {
        "entities": _entities(schema, names),
        "relations": _relations(schema, names),
        "events": (),
        "attributes": _attributes(schema, names),
    }
    return "\n".join(line for title, lines in sections.items() for line in (f"[{title}]", *lines, ""))


def _entities(schema: Schema | None, names: SchemaNames) -> Iterator[str]:
    labels = schema.labels if schema else ()
    for group in dict.fromkeys(label.group for label in labels):
        yield f"!{names.groups.brat(group)}"
        yield from (f"\t{names.labels.brat(each.name)}" for each in labels if each.group == group)
    known = {each.name for each in labels}
    yield from (names.labels.brat(name) for name in names.labels.all if name not in known)


def _relations(schema: Schema | None, names: SchemaNames) -> Iterator[str]:
    kinds: dict[str, list[RelationType]] = {}
    for each in schema.relations if schema else ():
        kinds.setdefault(each.name, []).append(each)
    for name in names.relations.all:
        ends = [_ends(schema, kinds.get(name, []), names, role) for role in ("head", "tail")]
        mark = ", <REL-TYPE>:symmetric" if any(each.symmetric for each in kinds.get(name, [])) else ""
        yield f"{names.relations.brat(name)}\tArg1:{ends[0]}, Arg2:{ends[1]}{mark}"


def _ends(schema: Schema | None, kinds: list[RelationType], names: SchemaNames, role: str) -> str:
    if schema is None or not kinds:
        return "<ENTITY>"
    labels = schema.expand(tuple(name for each in kinds for name in getattr(each, role)))
    return "|".join(names.labels.brat(each.name) for each in schema.labels if each.name in labels)


def _attributes(schema: Schema | None, names: SchemaNames) -> Iterator[str]:
    known = [each for each in schema.attributes if set(each.on) - {"article"}] if schema else []
    for each in known:
        name, on = names.attributes.brat(each.name), _places(schema, each, names)
        values = names.values(each.name)
        if each.kind not in ("choice", "flag"):
            yield f"# {name} is a {each.kind}: brat knows no such attribute, and shows that it is there."
        listed = f", Value:{_listed(each.choices, values)}" if each.kind == "choice" and values else ""
        yield f"{name}\tArg:{on}{listed}"
    named = {each.name for each in schema.attributes} if schema else set()
    yield from (
        f"{names.attributes.brat(each)}\tArg:<ENTITY>|<RELATION>" for each in names.attributes.all if each not in named
    )


def _listed(choices: Iterable[str], values: Names) -> str:
    return "|".join(map(values.brat, choices))


def _places(schema: Schema | None, attribute: Attribute, names: SchemaNames) -> str:
    """What the attribute is of: labels for groups, and the names of relation types."""
    found: list[str] = []
    for place in attribute.on:
        if place in _PLAIN:
            found.append(_PLAIN[place])
        elif schema and place in schema.relation_by_name:
            found.append(names.relations.brat(place))
        elif schema and place != "article":
            found += [names.labels.brat(each.name) for each in schema.labels if place in (each.name, each.group)]
    return "|".join(dict.fromkeys(found))


def visual_conf(schema: Schema | None, names: SchemaNames) -> str:
    """Our names for what brat calls otherwise, and our colours."""
    shown = [
        f"{every.brat(name)} | {' '.join(name.replace('|', ' ').split())}"
        for every in (names.labels, names.relations, names.attributes)
        for name in every.all
        if every.brat(name) != name
    ]
    colours = list(_drawn(schema, names))
    drawing = ["[drawing]", "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5", *colours]
    return "\n".join(["[labels]", *shown, "", *drawing, ""])


def _drawn(schema: Schema | None, names: SchemaNames) -> Iterator[str]:
    for label in schema.labels if schema else ():
        yield f"{names.labels.brat(label.name)}\tbgColor:{_colour(label, 'light_tint')}, borderColor:darken"
    for each in schema.relations if schema else ():
        yield f"{names.relations.brat(each.name)}\tcolor:{_colour(each, 'light_ink')}"


def _colour(each: Label | RelationType, shade: str) -> str:
    colours = palette()
    return str(colours.get(each.colour, colours["grey"])[shade])


@cache
def palette() -> dict[str, dict[str, str]]:
    """The colours that a schema may name."""
    every = tomllib.loads(resource("themes", "palette.toml").read_text(encoding="utf-8"))
    return {name: shades for name, shades in every.items() if "light_tint" in shades}
