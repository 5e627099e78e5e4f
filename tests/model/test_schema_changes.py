"""Two schemas compared, and the older one in new names."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWS, RICH, RICH_TOML

from annotator.model.errors import SchemaError
from annotator.model.schema import Schema
from annotator.model.schema_changes import Renames, check_renames, differences, narrows, renamed
from annotator.model.schema_file import read_schema

LABELS = [label.name for label in RICH.labels]
NEW_NAMES = ["A", "B", "C", *LABELS]


@st.composite
def renames(draw: st.DrawFn) -> Renames:
    """Renames of RICH that keep names apart, swaps among them."""
    labels = draw(st.permutations(NEW_NAMES))[: len(LABELS)]
    attributes = draw(st.permutations(["x", "y", *{each.name for each in RICH.attributes}]))
    choices = draw(st.permutations(["told", "direct", "indirect"]))[:2]

    def moved(old: list[str], new: list[str]) -> dict[str, str]:
        return {one: two for one, two in zip(old, new, strict=True) if one != two}

    names = [each.name for each in RICH.attributes]
    return Renames(
        labels=moved(LABELS, labels),
        relations=draw(st.sampled_from([{}, {"speaker": "by"}, {"speaker": "coref", "coref": "speaker"}])),
        attributes=moved(names, attributes[: len(names)]),
        choices={"type": moved(["direct", "indirect"], choices)},
    )


@given(renames())
def test_renaming_there_and_back_gives_the_same_schema(told: Renames) -> None:
    new = renamed(RICH, told)
    check_renames(RICH, new, told)
    assert renamed(new, told.inverse()) == RICH
    assert not narrows(renamed(RICH, told), new)
    assert len({label.name for label in new.labels}) == len(RICH.labels)


def test_a_schema_is_not_different_from_itself() -> None:
    assert differences(NEWS, NEWS, Renames()) == []
    assert not narrows(NEWS, NEWS)


def test_each_difference_is_a_sentence() -> None:
    replace = msgspec.structs.replace
    first, *rest = RICH.labels
    new = replace(RICH, labels=(*rest[:1], replace(first, name="HUMAN", colour="teal", key="")), language="en")
    told = differences(RICH, new, Renames(labels={"PERSON": "HUMAN"}))
    assert told == [
        "The label PERSON is renamed HUMAN.",
        "The label QUOTE goes.",
        "The label HUMAN: key “1” becomes nothing.",
        "The label HUMAN: colour “grey” becomes “teal”.",
        "The order of the labels is another one.",
        "The schema's language nothing becomes “en”.",
        "The sets of labels are others.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "is_narrower"),
    [
        ("", "", False),
        ('choices = ["direct", "indirect"]', 'choices = ["direct", "indirect", "mixed"]', False),
        ('choices = ["direct", "indirect"]', 'choices = ["direct"]', True),
        ('on = ["QUOTE"]\nkind = "choice"', 'on = ["PERSON"]\nkind = "choice"', True),
        ('on = ["entities", "article"]', 'on = ["spans", "article"]', False),
        ('on = ["entities", "article"]', 'on = ["entities"]', True),
        ('actor = ["PERSON", "ORG"]', 'actor = ["PERSON"]', True),
        ('actor = ["PERSON", "ORG"]', 'actor = ["PERSON", "ORG", "QUOTE"]', False),
        ('name = "ORG"\ngroup = "entities"', 'name = "ORG"\nretired = true\ngroup = "entities"', True),
    ],
)
def test_a_schema_is_narrower_when_it_does_not_allow_something_any_more(old: str, new: str, is_narrower: bool) -> None:
    changed = RICH_TOML.replace(old, new, 1)
    if "retired" in new:
        changed = changed.replace('key = "2"\n', "", 1)  # what is retired has no key
    assert narrows(RICH, read_schema(changed)) is is_narrower


def test_what_is_retired_is_valid_but_not_offered() -> None:
    toml = """
name = "x"
[[groups]]
name = "g"
[[labels]]
name = "A"
group = "g"
[[labels]]
name = "B"
group = "g"
retired = true
[[relations]]
name = "r"
head = ["A"]
tail = ["A"]
[[relations]]
name = "r"
head = ["A"]
tail = ["B"]
retired = true
[[attributes]]
name = "c"
on = ["A"]
kind = "choice"
choices = ["new"]
[[attributes]]
name = "c"
on = ["A"]
kind = "text"
retired = true
"""
    schema: Schema = read_schema(toml)
    assert [each.name for each in schema.offered_labels] == ["A"]
    assert schema.relation_by_name["r"].tail == ("A",)
    assert schema.links("r", "A", "B")
    assert schema.relations_between("A", "B") == []
    assert [each.kind for each in schema.attributes_of_label("A")] == ["choice"]
    assert [each.kind for each in schema.known_of_label("A")] == ["choice", "text"]
    with pytest.raises(SchemaError, match="gives a key to B, which is retired"):
        read_schema(toml.replace('name = "B"', 'name = "B"\nkey = "b"'))
    with pytest.raises(SchemaError, match="names the relation type r twice"):
        read_schema(toml.replace('tail = ["B"]\nretired = true', 'tail = ["B"]'))
    with pytest.raises(SchemaError, match="puts two attributes c on A"):
        read_schema(toml.replace('kind = "text"\nretired = true', 'kind = "text"'))
