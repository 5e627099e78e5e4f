import json
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, TEXT, annotation, article, items, outgoing, quoted, span
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tool_cases import read_text, there_and_back

from annotator.exchange.lost import ATTRIBUTE, IN_PIECES, NOTE, ORIGIN, SCORE, VERDICT
from annotator.exchange.protocols import Incoming, Outgoing, ReadOptions, Refused, WriteOptions
from annotator.exchange.tools.doccano import READER, WRITER
from annotator.exchange.tools.doccano_out import ARTICLE_LABEL
from annotator.model.annotation import AnnotationSet, Annotator, Relation, Span
from annotator.model.errors import ExchangeError

ADA = Annotator(name="ada")
EXPORTED = {  # as doccano's documentation shows an export of a project with relations
    "id": 101,
    "text": "Google was founded on September 4, 1998, by Larry Page and Sergey Brin.",
    "entities": [
        {"id": 0, "start_offset": 0, "end_offset": 6, "label": "ORG"},
        {"id": 1, "start_offset": 22, "end_offset": 39, "label": "DATE"},
        {"id": 2, "start_offset": 44, "end_offset": 54, "label": "PERSON"},
        {"id": 3, "start_offset": 59, "end_offset": 70, "label": "PERSON"},
    ],
    "relations": [
        {"id": 0, "from_id": 0, "to_id": 1, "type": "foundedAt"},
        {"id": 1, "from_id": 0, "to_id": 2, "type": "foundedBy"},
        {"id": 2, "from_id": 0, "to_id": 3, "type": "foundedBy"},
    ],
    "Comments": ["sure?", "yes"],
    "outlet": "Wire",
}


def text_of(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def held(each: AnnotationSet) -> tuple[object, ...]:
    """What doccano holds of a set, comparable: bare spans by fragment, relations between the first of them."""
    pieces = sorted((one.label, start, end) for one in each.spans.values() for start, end in one.fragments)
    ends = {key: (one.label, one.fragments[0]) for key, one in each.spans.items()}
    links = sorted((one.type, ends[one.head], ends[one.tail]) for one in each.relations.values())
    labels = {name: text_of(value) for name, value in each.state.attributes.items() if "=" not in name}
    return each.annotator, replace(each.state, attributes=labels), pieces, links


def with_set(item: Outgoing) -> Outgoing:
    return Outgoing(item.article, item.sets[:1] or (annotation(),))


@settings(max_examples=200)
@given(st.lists(items().map(with_set), min_size=1, max_size=3))
def test_what_lines_hold_comes_back_equal_and_the_rest_is_counted(out: list[Outgoing]) -> None:
    back, losses = there_and_back(WRITER, READER, out)
    found = [each for each in back if isinstance(each, Incoming)]
    assert [each.article for each in found] == [item.article for item in out]
    assert [held(each.sets[0]) for each in found] == [held(item.sets[0]) for item in out]
    assert [each for each in back if isinstance(each, Refused)] == []
    sets = [item.sets[0] for item in out]
    spans: list[Span] = [one for each in sets for one in each.spans.values()]
    links: list[Relation] = [one for each in sets for one in each.relations.values()]
    expected = {
        IN_PIECES: sum(len(each.fragments) > 1 for each in spans),
        VERDICT: sum(len(each.verdicts) for each in sets),
        ATTRIBUTE: sum(bool(each.attributes) for each in [*spans, *links]),
        NOTE: sum(bool(each.note) for each in [*spans, *links]),
        ORIGIN: sum(each.origin is not None for each in [*spans, *links]),
        SCORE: sum(each.score is not None for each in [*spans, *links]),
        ARTICLE_LABEL: sum("=" in name for each in sets for name in each.state.attributes),
    }
    assert {kind: losses.count(kind) for kind in expected} == expected
    assert losses.total == sum(expected.values())


def test_an_export_of_doccanos_comes_in_whole(tmp_path: Path) -> None:
    (only,) = read_text(READER, tmp_path / "a.jsonl", json.dumps(EXPORTED))
    assert only.article.meta == {"outlet": "Wire", "source_id": "101"}
    (found,) = only.sets
    assert (found.annotator, found.state.status, found.state.note) == (Annotator(name="doccano"), "done", "sure?\nyes")
    assert [each.text for each in found.spans.values()] == [
        "Google",
        "September 4, 1998",
        "Larry Page",
        "Sergey Brin",
    ]
    links = [(each.type, found.spans[each.tail].text) for each in found.relations.values()]
    assert links == [("foundedAt", "September 4, 1998"), ("foundedBy", "Larry Page"), ("foundedBy", "Sergey Brin")]


@pytest.mark.parametrize("key", ["label", "labels"])
def test_the_older_shape_comes_in_as_well(tmp_path: Path, key: str) -> None:
    row = {"id": 1, "text": "🚀 Merkel met", key: [[2, 8, "PERSON"]]}
    (only,) = read_text(READER, tmp_path / "a.jsonl", json.dumps(row), annotator=ADA)
    assert [(each.annotator, [one.text for one in each.spans.values()]) for each in only.sets] == [(ADA, ["Merkel"])]


def test_a_line_without_marks_is_an_article_without_sets(tmp_path: Path) -> None:
    row = {"id": 1, "text": "Merkel met", "label": [], "Comments": []}
    (only,) = read_text(READER, tmp_path / "a.jsonl", json.dumps(row))
    assert only.sets == ()


def test_categories_become_labels_of_the_article_where_the_schema_has_them(tmp_path: Path) -> None:
    row = {"id": 1, "text": "x", "cats": ["topic=sport", "report", "odd", "genre=odd"], "entities": []}
    only, refused = read_text(READER, tmp_path / "a.jsonl", json.dumps({**row, "cats": ["topic=odd"]}), schema=SCHEMA)
    assert "topic" in refused.reason
    (only,) = read_text(READER, tmp_path / "a.jsonl", json.dumps(row), schema=SCHEMA)
    assert only.sets[0].state.attributes == {"topic": "sport", "genre": "report"}
    assert only.notes == ("left out, being no labels of an article here: odd, genre=odd",)


def test_a_span_that_goes_past_the_text_is_refused_with_its_relations_and_the_rest_comes_in(tmp_path: Path) -> None:
    entities = [{"id": 1, "label": "A", "start_offset": 0, "end_offset": 3}]
    entities.append({"id": 2, "label": "A", "start_offset": 2, "end_offset": 30})
    row = {"text": "abcdef", "entities": entities, "relations": [{"id": 1, "from_id": 1, "to_id": 2, "type": "r"}]}
    only, span_out, link_out = read_text(READER, tmp_path / "a.jsonl", json.dumps(row))
    assert [each.text for each in only.sets[0].spans.values()] == ["abc"]
    assert "goes past the text: 2-30" in span_out.reason
    assert "has an end that was left out" in link_out.reason


def test_labels_are_mapped_and_one_that_is_left_out_is_told_of_once(tmp_path: Path) -> None:
    rows = json.dumps(EXPORTED) + "\n" + json.dumps({**EXPORTED, "text": EXPORTED["text"] + " "})
    labels = {"ORG": "FIRM", "DATE": "", "foundedAt": ""}
    found = read_text(READER, tmp_path / "a.jsonl", rows, labels=labels)
    assert [type(each) for each in found] == [Incoming, Refused, Refused, Incoming]
    assert [each.label for each in found[0].sets[0].spans.values()] == ["FIRM", "PERSON", "PERSON"]


def test_a_line_is_as_doccano_writes_it_and_ids_are_unique_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    losses = WRITER.write([quoted(), quoted()], path, options=WriteOptions())
    one, two = (json.loads(each) for each in path.read_bytes().splitlines())
    assert {each["id"] for each in one["entities"]}.isdisjoint(each["id"] for each in two["entities"])
    (relation,) = one["relations"]
    ends = {each["id"]: TEXT[each["start_offset"] : each["end_offset"]] for each in one["entities"]}
    assert (ends[relation["from_id"]], ends[relation["to_id"]]) == ("“We are determined,”", "Keir Starmer")
    assert one["cats"] == ["topic=politics"]
    assert losses.count(IN_PIECES) == 2
    assert READER.fits(path.read_bytes()[:4096])


def test_article_labels_of_every_kind_come_back_by_the_schema(tmp_path: Path) -> None:
    from strategies import RICH

    values = {"unsure": True, "weight": 1.5, "wikidata": "Q1", "since": "2026-11-24"}
    path = tmp_path / "a.jsonl"
    WRITER.write([Outgoing(article(), (annotation(attributes=values),))], path, options=WriteOptions())
    (only,) = read_text(READER, path, path.read_text(encoding="utf-8"), schema=RICH)
    assert only.sets[0].state.attributes == values


def test_metadata_with_a_name_of_doccanos_is_lost_and_said_to_be(tmp_path: Path) -> None:
    item = outgoing(span(TEXT, "GPE", "New York"))
    item = Outgoing(replace(item.article, meta={"label": "x", "outlet": "y"}), item.sets)
    (only,), losses = there_and_back(WRITER, READER, [item])
    assert only.article.meta == {"outlet": "y"}
    assert [loss.place for loss in losses.kinds["metadata"].listed] == ["label"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty"),
        ('{"data": "x"}', "has no “text”, only data"),
        ('{"text": "x", "entities": [{"id": 1}]}', "“entities” is not as expected"),
        ('{"text": "x", "label": [["a", 1, "b"]]}', "“label” is not as expected"),
        ('{"text": "x", "status": "odd"}', "“status” is not as expected"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_its_place(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(ExchangeError, match=says) as caught:
        read_text(READER, tmp_path / "a.jsonl", content)
    assert caught.value.code.startswith("doccano.")


def test_only_lines_with_doccanos_keys_fit() -> None:
    assert READER.fits(json.dumps(EXPORTED).encode())
    assert READER.fits(b'{"text": "x", "label": [[0, 1, "A"]]}')
    assert not READER.fits(b'{"text": "x", "label": "spam"}')
    assert not READER.fits(b'{"text": "x", "spans": []}')
    assert not READER.fits(json.dumps({"text": '{"entities": []}'}).encode())


def test_a_line_with_a_surrogate_that_is_no_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "\\ud800 \xff"}')
    with pytest.raises(ExchangeError, match=r"line 1 is not valid JSON in UTF-8"):
        list(READER.read(tmp_path / "a.jsonl", options=ReadOptions()))
