"""Questions about spans: what is read, that writing and reading are one, and that a wrong one is told in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import files
from annotator.model.query import QueryError, SpanQuery, completions, format_query, is_query, parse
from annotator.model.schema_file import read_schema

SCHEMA = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))

READ = {
    "PLEDGE: tax": SpanQuery(label="PLEDGE", words="tax"),
    "PLEDGE:tax cuts": SpanQuery(label="PLEDGE", words="tax cuts"),
    "quote: tax": SpanQuery(label="QUOTE", words="tax"),
    "QUOTE without speaker": SpanQuery(label="QUOTE", lacking=("speaker",)),
    "QUOTE with speaker": SpanQuery(label="QUOTE", having=("speaker",)),
    "PLEDGE voice=reported": SpanQuery(label="PLEDGE", values=(("voice", "reported"),)),
    'PERSON "Keir Starmer"': SpanQuery(label="PERSON", words='"Keir Starmer"'),
    "unsure": SpanQuery(flags=("unsure",)),
    "PLEDGE unsure: tax": SpanQuery(label="PLEDGE", flags=("unsure",), words="tax"),
    "PLEDGE unsure=no": SpanQuery(label="PLEDGE", values=(("unsure", "no"),)),
    "* with note": SpanQuery(having=("note",)),
    "PLEDGE": SpanQuery(label="PLEDGE"),
    "PLEDGE voice = self with pledger without deadline: by: May": SpanQuery(
        label="PLEDGE", having=("pledger",), lacking=("deadline",), values=(("voice", "self"),), words="by: May"
    ),
}


@pytest.mark.parametrize("line", READ)
def test_a_line_is_read(line: str) -> None:
    assert is_query(SCHEMA, line)
    assert parse(SCHEMA, line) == READ[line]


WRONG = {
    "PLEDGE:": "After the colon, give words that the span's text holds.",
    "QUOTE with": "Something is missing: after “with”, give speaker, ",
    "QUOTE without pledger": "“pledger” does not fit here: after “without”, give speaker, ",
    "PLEDGE voice": "After “voice”, give = and self or reported.",
    "PLEDGE voice=": "After “voice=”, give self or reported.",
    "PLEDGE voice=loud": "After “voice=”, give self or reported.",
    "PLEDGE unsure=maybe": "After “unsure=”, give yes or no.",
    "PLEDGE taxes": "“taxes” does not fit here: after PLEDGE comes a colon and words, with or without a relation, or",
    "* =": "“=” does not fit here: after * comes a colon and words",
    "PLEDGES: tax": "“PLEDGES” is no label: begin with PERSON, ",
    "": "Begin with a label, such as PERSON, ",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_says_in_one_sentence_what_is_expected(line: str) -> None:
    with pytest.raises(QueryError) as told:
        parse(SCHEMA, line)
    assert told.value.sentence.startswith(WRONG[line])
    assert told.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "words", ["tax", "the pledge", "Pledge: no", '"PLEDGE"', "unsure about it", "", '"unsure"', ":"]
)
def test_plain_words_are_no_question(words: str) -> None:
    assert is_query(SCHEMA, words) == (words == "Pledge: no")


def test_what_is_proposed_can_be_asked() -> None:
    proposed = completions(SCHEMA)
    assert {"PLEDGE: ", "QUOTE without speaker", "PLEDGE voice=reported", "unsure"} <= set(proposed)
    for each in proposed:
        assert is_query(SCHEMA, each)
        parse(SCHEMA, each + "tax" if each.endswith(": ") else each)


def clauses(label: str) -> st.SearchStrategy[list[str]]:
    relations = [each.name for each in SCHEMA.relations if label in SCHEMA.heads[each.name] | SCHEMA.tails[each.name]]
    values = [f"{each.name}={value}" for each in SCHEMA.attributes_of_label(label) for value in each.choices]
    links = st.builds("{} {}".format, st.sampled_from(["with", "without"]), st.sampled_from([*relations, "note"]))
    known = st.one_of(links, *([st.sampled_from(values)] if values else []), st.just("unsure"), st.just('"a b"'))
    return st.lists(known, max_size=4)


@st.composite
def lines(draw: st.DrawFn) -> str:
    label = draw(st.sampled_from([each.name for each in SCHEMA.labels]))
    words = draw(st.text(st.sampled_from('tax "cut:=* é中'), max_size=12))
    parts = [label, *draw(clauses(label))]
    return " ".join(parts) + (f": {words}" if words.strip() else "")


@given(lines())
def test_writing_a_question_and_reading_it_gives_the_same(line: str) -> None:
    asked = parse(SCHEMA, line)
    assert parse(SCHEMA, format_query(asked)) == asked


@given(st.text(st.sampled_from('PLEDGEwith speaker:="*unsure '), max_size=30))
def test_whatever_is_typed_is_a_question_or_one_sentence(line: str) -> None:
    try:
        asked = parse(SCHEMA, line)
    except QueryError as error:
        asked, sentence = None, error.sentence
    if asked is None:
        assert sentence.endswith(".")
    else:
        assert parse(SCHEMA, format_query(asked)) == asked
