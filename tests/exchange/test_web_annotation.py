import json
import tempfile
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, TEXT, annotation, article, items, outgoing, quoted, span, span_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from annotator.exchange.losses import LossReport
from annotator.exchange.lost import META, VERDICT
from annotator.exchange.lost import TEXT as TEXT_LOSS
from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions
from annotator.exchange.web.annotation import FRAGMENTS, WRITER
from annotator.model.annotation import Span
from annotator.model.errors import ExchangeError

Json = dict[str, object]

# The shape that the recommendation asks for (https://www.w3.org/TR/annotation-model/), as far as it is used here.
IRI = {"type": "string", "pattern": "^(https?://|urn:uuid:)\\S+$"}
MOTIVATION = {"enum": ["classifying", "linking", "describing", "commenting"]}  # of section 3.3.5
POSITION = {
    "type": "object",
    "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}, "end": {"minimum": 0}},
    "required": ["type", "start", "end"],
    "additionalProperties": False,
}
QUOTE = {
    "type": "object",
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        **{name: {"type": "string", "minLength": 1} for name in ("exact", "prefix", "suffix")},
    },
    "required": ["type", "exact"],
    "additionalProperties": False,
}
SOURCE = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "Text"},
        "format": {"const": "text/plain"},
        "label": {"type": "string"},
        "language": {"type": "string"},
    },
    "required": ["id", "type"],
    "additionalProperties": False,
}
PLACE = {
    "type": "object",
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": SOURCE,
        "selector": {"prefixItems": [POSITION, QUOTE], "minItems": 2, "items": False},
    },
    "required": ["type", "source", "selector"],
    "additionalProperties": False,
}
BODY = {
    "oneOf": [
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextualBody"},
                "value": {"type": "string"},
                "format": {"enum": ["text/plain", "application/json"]},
                "purpose": MOTIVATION,
            },
            "required": ["type", "value"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"type": {"const": "SpecificResource"}, "source": IRI, "purpose": MOTIVATION},
            "required": ["type", "source"],
            "additionalProperties": False,
        },
    ]
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": MOTIVATION,
        "creator": {
            "type": "object",
            "properties": {"type": {"enum": ["Person", "Software", "Organization"]}, "name": {"type": "string"}},
            "required": ["type", "name"],
        },
        "body": {"type": "array", "items": BODY, "minItems": 1},
        "target": {"oneOf": [IRI, SOURCE, PLACE, {"type": "array", "items": PLACE, "minItems": 2}]},
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "partOf": IRI,
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "required": ["id", "type", "items"],
            "additionalProperties": False,
        },
    },
    "required": ["@context", "id", "type", "total", "first"],
    "additionalProperties": False,
}
VALIDATOR = Draft202012Validator(COLLECTION)


def write(made: list[Outgoing], folder: Path) -> tuple[Json, LossReport]:
    path = folder / "a.jsonld"
    losses = WRITER.write(made, path, options=WriteOptions(schema=SCHEMA))
    found = json.loads(path.read_bytes().decode("utf-8"))
    VALIDATOR.validate(found)
    assert found["total"] == len(found["first"]["items"])
    return found, losses


def annotations(made: list[Outgoing], folder: Path, motivation: str) -> list[Json]:
    found, _ = write(made, folder)
    return [each for each in found["first"]["items"] if each["motivation"] == motivation]


def body(each: Json, purpose: str) -> object:
    return next((one.get("value") for one in each["body"] if one["purpose"] == purpose), None)


def places(each: Json) -> list[Json]:
    return each["target"] if isinstance(each["target"], list) else [each["target"]]


def held(each: Span) -> tuple[object, ...]:
    origin = each.origin and {"suggestion": each.origin.suggestion, "annotator": each.origin.annotator}
    return f"urn:uuid:{each.id}", each.label, each.fragments, each.attributes, each.note, each.score, bool(origin)


def read(each: Json) -> tuple[object, ...]:
    rest = json.loads(body(each, "describing") or "{}")
    selectors = [place["selector"][0] for place in places(each)]
    fragments = tuple((one["start"], one["end"]) for one in selectors)
    note = body(each, "commenting") or ""
    label = body(each, "classifying")
    return each["id"], label, fragments, rest.get("attributes", {}), note, rest.get("score"), "origin" in rest


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(items(), max_size=3))
def test_every_span_and_relation_is_a_valid_annotation_and_the_rest_is_reported(made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found, losses = write(made, Path(folder))
    each_is = {name: [] for name in ("classifying", "linking", "describing")}
    for each in found["first"]["items"]:
        each_is[each["motivation"]].append(each)
    sets = [aset for item in made for aset in item.sets]
    spans = [each for aset in sets for each in aset.spans.values()]
    links = [each for aset in sets for each in aset.relations.values()]
    assert sorted(map(read, each_is["classifying"]), key=str) == sorted(map(held, spans), key=str)
    assert {(each["id"], each["target"], each["body"][0]["source"]) for each in each_is["linking"]} == {
        tuple(f"urn:uuid:{name}" for name in (each.id, each.head, each.tail)) for each in links
    }
    assert len(each_is["describing"]) == len(sets)
    assert losses.count(TEXT_LOSS) == len(made)
    assert losses.count(META) == sum(len(item.article.meta) for item in made)
    assert losses.count(VERDICT) == sum(len(aset.verdicts) for aset in sets)
    assert losses.count(FRAGMENTS) == sum(len(each.fragments) > 1 for each in spans)


@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(items())
def test_the_quote_selector_finds_the_place_that_the_position_names(item: Outgoing) -> None:
    text = item.article.text
    with tempfile.TemporaryDirectory() as folder:
        for each in annotations([item], Path(folder), "classifying"):
            for place in places(each):
                position, quote = place["selector"]
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"]
                assert text[:start].endswith(quote.get("prefix", ""))
                assert text[end:].startswith(quote.get("suffix", ""))
                assert ("prefix" in quote) == (start > 0)
                assert ("suffix" in quote) == (end < len(text))


def test_the_source_is_the_address_of_the_article_where_it_has_a_good_one(tmp_path: Path) -> None:
    for url, expected in [("https://example.org/a?b=1", True), ("javascript:alert(1)", False), ("http://a b", False)]:
        item = outgoing(span(TEXT, "GPE", "New York"))
        item = Outgoing(replace(item.article, meta={"url": url, "language": "en"}), item.sets)
        (only,) = annotations([item], tmp_path, "classifying")
        source = only["target"]["source"]
        assert source["id"] == (url if expected else f"urn:uuid:{item.article.id}")
        assert source["language"] == "en"


def test_a_model_is_software_and_the_gold_set_has_a_creator_too(tmp_path: Path) -> None:
    item = quoted()
    model = replace(item.sets[0].annotator, kind="model", name="m", version="3.8.0")
    item.sets[0].annotator = model
    found, _ = write([item], tmp_path)
    assert {each["creator"]["name"] for each in found["first"]["items"]} == {"m 3.8.0"}
    assert {each["creator"]["type"] for each in found["first"]["items"]} == {"Software"}


def test_the_same_sets_give_the_same_bytes_and_other_sets_another_id(tmp_path: Path) -> None:
    item = quoted()
    first, _ = write([item], tmp_path)
    again, _ = write([item], tmp_path)
    other, _ = write([quoted()], tmp_path)
    assert first == again
    assert first["id"] != other["id"]
    assert write([], tmp_path)[0]["total"] == 0


def test_what_is_wrong_or_stopped_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_text("old", encoding="utf-8")
    bad = replace(span_at(TEXT, "PERSON", (0, 7)), note="\ud800")
    with pytest.raises(ExchangeError, match=r"“Mine”.*no valid text"):
        write([outgoing(bad, title="Mine")], tmp_path)
    slipped = replace(span(TEXT, "PERSON", "Keir Starmer"), fragments=((3, 15),))
    with pytest.raises(ExchangeError, match="does not match"):
        write([Outgoing(article(), (annotation(slipped),))], tmp_path)
    with pytest.raises(CancelledError):
        WRITER.write([quoted()], path, options=WriteOptions(cancelled=lambda: True))
    assert path.read_text(encoding="utf-8") == "old"
