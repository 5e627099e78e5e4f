import pytest
from strategies import NEWS, RICH_TOML

from annotator.model.errors import SchemaError
from annotator.model.schema import Attribute
from annotator.model.schema_file import read_schema, value_problem

LABEL = '[[labels]]\nname = "ORG"\ngroup = "entities"\nkey = "2"'


def with_more(toml: str) -> str:
    return f"{RICH_TOML}\n{toml}"


def attribute(name: str, on: str, kind: str, more: str = "") -> str:
    return with_more(f'[[attributes]]\nname = "{name}"\non = {on}\nkind = "{kind}"\n{more}')


def without(piece: str, instead: str = "") -> str:
    assert piece in RICH_TOML
    return RICH_TOML.replace(piece, instead, 1)


BROKEN = {
    "is not valid TOML": "name = ",
    "missing required field `labels`": 'name = "x"',
    "has no label": 'name = "x"\nlabels = []',
    "unknown field `colors`": f"colors = 1\n{RICH_TOML}",
    "unknown field `hue`": with_more('[[labels]]\nname = "LAW"\ngroup = "entities"\nhue = "red"'),
    "names the label ORG twice": with_more('[[labels]]\nname = "ORG"\ngroup = "entities"'),
    "has a label without a name": with_more('[[labels]]\nname = ""\ngroup = "entities"'),
    "names the relation type coref twice": with_more('[[relations]]\nname = "coref"\nhead = ["ORG"]\ntail = ["ORG"]'),
    "names the group speech twice": with_more('[[groups]]\nname = "speech"'),
    "uses the name speech for two things": with_more('[[labels]]\nname = "speech"\ngroup = "speech"'),
    "uses the name article for two things": with_more('[[labels]]\nname = "article"\ngroup = "speech"'),
    "names both a label and a set ORG": without("[sets]", '[sets]\nORG = ["PERSON"]'),
    "puts an unknown label LAW into the set actor": without('"PERSON", "ORG"', '"PERSON", "LAW"'),
    "puts the label LAW into an unknown group laws": with_more('[[labels]]\nname = "LAW"\ngroup = "laws"'),
    "lets the relation cites use an unknown label LAW": with_more(
        '[[relations]]\nname = "cites"\nhead = ["QUOTE"]\ntail = ["LAW"]'
    ),
    "puts tone on an unknown SPEECH": attribute("tone", '["SPEECH"]', "flag"),
    "puts two attributes type on QUOTE": attribute("type", '["speech"]', "text"),
    "puts two attributes weight on speaker": attribute("weight", '["relations"]', "text"),
    "puts two attributes since on the article": attribute("since", '["article"]', "text"),
    "has an attribute without a name": attribute("", '["QUOTE"]', "flag"),
    "has no choices for tone": attribute("tone", '["QUOTE"]', "choice"),
    "needs different choices for tone": attribute("tone", '["QUOTE"]', "choice", 'choices = ["calm", "calm"]'),
    "a default for tone that is none of calm, cross": attribute(
        "tone", '["QUOTE"]', "choice", 'choices = ["calm", "cross"]\ndefault = "sad"'
    ),
    "a default for share that is no number": attribute("share", '["QUOTE"]', "number", "default = nan"),
    "a default for loud that is neither true nor false": attribute("loud", '["QUOTE"]', "flag", "default = 1"),
    "maps spacy to an unknown label LAW": with_more('[mapping.spacy]\nLAW = "LAW"'),
    "gives the key 1 to two labels": with_more('[[labels]]\nname = "LAW"\ngroup = "entities"\nkey = "1"'),
    "gives LAW the key F1, which is not one character": with_more(
        '[[labels]]\nname = "LAW"\ngroup = "entities"\nkey = "F1"'
    ),
    "uses the key q twice where QUOTE is selected": attribute("tone", '["QUOTE"]', "flag", 'key = "q"'),
    "uses the key t twice where PERSON is selected": with_more(
        "".join(f'[[attributes]]\nname = "{name}"\non = ["PERSON"]\nkind = "flag"\nkey = "t"\n' for name in ("a", "b"))
    ),
}


@pytest.mark.parametrize("sentence", BROKEN)
def test_a_broken_rule_is_refused_with_a_sentence_that_names_it(sentence: str) -> None:
    with pytest.raises(SchemaError) as caught:
        read_schema(BROKEN[sentence])
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("The schema")
    assert str(caught.value).endswith(".")


def test_the_schema_of_these_tests_breaks_no_rule() -> None:
    assert [label.name for label in read_schema(RICH_TOML).labels] == ["PERSON", "ORG", "QUOTE"]


def test_the_default_schema_is_that_of_the_guidelines() -> None:
    entities = ["PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"]
    entities += ["DATE", "MONEY", "PERCENT", "ROLE"]
    others = ["QUOTE", "MENTION", "CUE", "PLEDGE", "BENEFICIARY"]
    assert set(NEWS.label_by_name) == {*entities, *others}
    assert {name for name, label in NEWS.label_by_name.items() if label.group == "entities"} == set(entities)
    actors = {"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "ROLE", "MENTION"}
    assert NEWS.tails["speaker"] == actors
    assert NEWS.tails["beneficiary"] == {*actors, "BENEFICIARY"}
    assert NEWS.heads["cue"] == {"QUOTE", "PLEDGE"}
    assert NEWS.tails["amount"] == {"MONEY", "PERCENT"}
    assert {name for name, each in NEWS.relation_by_name.items() if each.symmetric} == {"coref"}
    assert [each.name for each in NEWS.article_attributes] == ["topic", "genre"]


def test_a_new_pledge_has_its_defaults_and_every_span_may_be_unsure() -> None:
    assert NEWS.defaults_of_label("PLEDGE") == {
        "kind": "action",
        "specificity": "specific",
        "voice": "reported",
        "polarity": "made",
    }
    assert all("unsure" in {each.name for each in NEWS.attributes_of_label(name)} for name in NEWS.label_by_name)


def test_a_pipelines_own_mapping_goes_before_the_one_for_all() -> None:
    schema = read_schema(with_more('[mapping."*"]\nPER = "PERSON"\nX = "ORG"\n[mapping.mine]\nX = "PERSON"'))
    assert schema.mapped("mine", "X") == "PERSON"
    assert schema.mapped("mine", "PER") == "PERSON"
    assert schema.mapped("other", "X") == "ORG"
    assert schema.mapped("other", "CARDINAL") is None


def test_relations_between_labels_are_those_that_both_may_stand_in() -> None:
    assert [each.name for each in NEWS.relations_between("PLEDGE", "QUOTE")] == ["stated_in"]
    assert [each.name for each in NEWS.relations_between("QUOTE", "PERSON")] == ["speaker", "addressee"]
    assert NEWS.relations_between("PERSON", "PLEDGE") == []


VALUES = {
    "flag": ([True, False], [1, 0, "true", 1.0]),
    "number": ([0, -3, 2.5, 2**62], [True, "3", float("nan"), float("inf"), 2**63, -(10**30)]),
    "date": (["2026-11-24", "2024-02-29"], ["2026-02-30", "20261124", "2026-W01-1", "24.11.2026", 2026, ""]),
    "text": (["", "Zoë 🧨\x00"], [1, True, "\ud800"]),
    "choice": (["made"], ["Made", "", True]),
}


@pytest.mark.parametrize("kind", VALUES)
def test_an_attribute_takes_values_of_its_kind_only(kind: str) -> None:
    known = Attribute(name="x", on=("spans",), kind=kind, choices=("made", "refused"))
    good, bad = VALUES[kind]
    assert [value for value in good if value_problem(known, value)] == []
    assert [value for value in bad if not value_problem(known, value)] == []
