"""A schema written as TOML is the same when it is read again."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS, RICH, names, stored_texts, values

from annotator.model.schema import Attribute, Group, Label, RelationType, Schema
from annotator.model.schema_file import read_schema
from annotator.store.schema_toml import write_schema

plain = names.filter(lambda name: name not in {"spans", "relations", "article"})


@st.composite
def schemas(draw: st.DrawFn) -> Schema:
    """Schemas that keep the rules, with whatever names people give."""
    found = draw(st.lists(plain, min_size=6, max_size=9, unique=True))
    groups = tuple(Group(name=name, title=draw(stored_texts), guideline=draw(stored_texts)) for name in found[:1])
    labels = tuple(
        Label(name=name, group=found[0], colour=draw(stored_texts), about=draw(stored_texts), retired=n > 3)
        for n, name in enumerate(found[1:5])
    )
    relations = tuple(
        RelationType(name=name, head=("a set",), tail=(found[1],), symmetric=draw(st.booleans())) for name in found[5:]
    )
    return Schema(
        name=draw(names),
        title=draw(stored_texts),
        sets={"a set": (found[1], found[2])},
        groups=groups,
        labels=labels,
        relations=relations,
        attributes=draw(attributes(found[1])),
        mapping=draw(st.dictionaries(names, st.dictionaries(names, st.just(found[1]), max_size=2), max_size=2)),
    )


@st.composite
def attributes(draw: st.DrawFn, on: str) -> tuple[Attribute, ...]:
    made = []
    for name in draw(st.lists(names, max_size=3, unique=True)):
        kind = draw(st.sampled_from(["choice", "flag", "text", "number", "date"]))
        choices = tuple(draw(st.lists(stored_texts, min_size=1, max_size=3, unique=True))) if kind == "choice" else ()
        bare = Attribute(name=name, on=(on,), kind=kind, choices=choices, retired=draw(st.booleans()))
        default = draw(st.none() | values(bare))
        made.append(msgspec.structs.replace(bare, default=default))
    return tuple(made)


@given(schemas().filter(lambda schema: "a set" not in schema.label_by_name))
def test_reading_what_was_written_gives_the_same_schema(schema: Schema) -> None:
    again = read_schema(write_schema(schema))
    assert again == schema
    assert [type(each.default) for each in again.attributes] == [type(each.default) for each in schema.attributes]


@pytest.mark.parametrize("schema", [NEWS, RICH])
def test_the_schemas_of_the_program_are_written_and_read(schema: Schema) -> None:
    assert read_schema(write_schema(schema)) == schema
