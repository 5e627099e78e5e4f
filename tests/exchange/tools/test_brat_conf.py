import tempfile
from pathlib import Path

import pytest
from brat_cases import mutated, write
from exchange_cases import SCHEMA, outgoing, quoted, span_at
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import RICH

from annotator.exchange.tools.brat_conf_in import schema_of
from annotator.model.errors import ExchangeError
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema

CONF = """# for tests
[entities]
!Actor
\tPerson
\t\tPolitician
\tOrg
Place
-----
[relations]
<ACTOR>=Person|Org
Lives-in  Arg1:<ACTOR>, Arg2:Place
Lives-in  Arg1:Place, Arg2:Place
Alias\tArg1:Person, Arg2:Person, <REL-TYPE>:symmetric-transitive
Nothing  Arg1:Nobody, Arg2:Place
<OVERLAP>  Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
Meet  Who+:<ACTOR>, Place?:Place, Of{1-2}:<EVENT>
[attributes]
Old     Arg:<ENTITY>
Sure    Arg:<EVENT>, Value:High|Low
Sure    Arg:Person, Value:Middle
Told    Arg:<RELATION>
Any     Arg:<ANY>
"""


def made(folder: Path, conf: str = CONF) -> Schema:
    path = folder / "annotation.conf"
    path.write_text(conf, encoding="utf-8")
    return read_schema(schema_of(path))


def test_entities_and_events_are_labels_in_the_groups_of_their_headings(tmp_path: Path) -> None:
    schema = made(tmp_path)
    assert [(each.name, each.group) for each in schema.labels] == [
        ("Person", "Actor"),
        ("Politician", "Actor"),
        ("Org", "Actor"),
        ("Place", "entities"),
        ("Meet", "events"),
    ]
    assert len({each.colour for each in schema.labels}) == 5


def test_relations_of_one_name_are_one_type_and_a_type_stands_for_those_below_it(tmp_path: Path) -> None:
    schema = made(tmp_path)
    assert list(schema.relation_by_name)[:2] == ["Lives-in", "Alias"]
    assert schema.heads["Lives-in"] == {"Person", "Politician", "Org", "Place"}
    assert schema.tails["Lives-in"] == {"Place"}
    assert schema.relation_by_name["Alias"].symmetric
    assert not schema.relation_by_name["Lives-in"].symmetric


def test_a_role_is_a_relation_type_and_has_another_name_where_a_label_has_its(tmp_path: Path) -> None:
    schema = made(tmp_path)
    assert list(schema.relation_by_name)[2:] == ["Who", "place", "Of"]
    assert schema.tails["Who"] == {"Person", "Politician", "Org"}
    assert (schema.heads["Of"], schema.tails["Of"]) == ({"Meet"}, {"Meet"})


def test_attributes_are_flags_or_choices_of_what_they_are_of(tmp_path: Path) -> None:
    schema = made(tmp_path)
    found = {each.name: (each.kind, each.choices, each.on) for each in schema.attributes}
    assert found == {
        "Old": ("flag", (), ("Person", "Politician", "Org", "Place")),
        "Sure": ("choice", ("High", "Low", "Middle"), ("Meet", "Person", "Politician")),
        "Told": ("flag", (), ("relations",)),
        "Any": ("flag", (), ("spans", "relations")),
    }


@pytest.mark.parametrize("conf", ["", "[entities]\n", "[relations]\nA Arg1:B, Arg2:C\n", "[entities]\n!Only\n"])
def test_a_file_that_names_no_label_is_refused(tmp_path: Path, conf: str) -> None:
    with pytest.raises(ExchangeError, match="names no entity and no event") as caught:
        made(tmp_path, conf)
    assert caught.value.code == "brat.conf"


def test_a_file_that_makes_no_schema_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"cannot be made a schema.*spans for two things"):
        made(tmp_path, "[entities]\nspans\n")


def test_a_macro_that_names_itself_ends(tmp_path: Path) -> None:
    schema = made(tmp_path, "[entities]\nA\n[relations]\n<X>=<X>|A\nR Arg1:<X>, Arg2:A\n")
    assert schema.heads["R"] == {"A"}


@pytest.mark.parametrize("schema", [SCHEMA, RICH], ids=["news", "rich"])
def test_a_schema_comes_back_from_what_is_written_for_brat(tmp_path: Path, schema: Schema) -> None:
    write([], tmp_path / "out", schema=schema)
    back = read_schema(schema_of(tmp_path / "out" / "annotation.conf"))
    assert {(each.name, each.group) for each in back.labels} == {(each.name, each.group) for each in schema.labels}
    assert (back.heads, back.tails) == (schema.heads, schema.tails)
    assert [each.symmetric for each in back.relations] == [each.symmetric for each in schema.relations]
    for label in schema.label_by_name:
        was = {each.name: each.choices for each in schema.attributes_of_label(label)}
        assert {each.name: each.choices for each in back.attributes_of_label(label)} == was


def test_what_the_schema_does_not_know_is_in_the_files_all_the_same(tmp_path: Path) -> None:
    write([outgoing(span_at("abc", "odd one", (0, 3)), text="abc")], tmp_path / "out")
    assert "\nodd_one\n" in (tmp_path / "out" / "annotation.conf").read_text(encoding="utf-8")
    assert "odd_one | odd one\n" in (tmp_path / "out" / "visual.conf").read_text(encoding="utf-8")


def test_colours_are_those_of_the_schema(tmp_path: Path) -> None:
    write([quoted()], tmp_path / "out", schema=SCHEMA)
    shown = (tmp_path / "out" / "visual.conf").read_text(encoding="utf-8")
    assert "\nPERSON\tbgColor:#afd1ff, borderColor:darken\n" in shown


@settings(max_examples=200)
@given(st.data())
def test_a_broken_configuration_is_an_error_with_a_sentence_or_a_schema(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "annotation.conf"
        path.write_bytes(mutated(data, CONF.encode()))
        try:
            toml = schema_of(path)
        except ExchangeError as error:
            toml, told = "", error.sentence
        else:
            told = "annotation.conf"
    assert "annotation.conf" in told
    assert not toml or read_schema(toml).labels
