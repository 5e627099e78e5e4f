import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from exchange_cases import SCHEMA, TEXT, annotation, article, items, outgoing, quoted, span
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import RICH
from tool_cases import read_text, there_and_back

from annotator.exchange.lost import ATTRIBUTE, IN_PIECES, NOTE, ORIGIN, SCORE, VERDICT
from annotator.exchange.protocols import Incoming, Outgoing, Refused, WriteOptions
from annotator.exchange.tools import json_list
from annotator.exchange.tools.label_studio import READER, WRITER
from annotator.exchange.tools.utf16 import Units
from annotator.model.annotation import AnnotationSet, Annotator, SetState
from annotator.model.errors import ExchangeError

TEXT_HERE = "🚀 Merkel met Macron"


def region(start: int, end: int, text: str | None, label: str = "PERSON", **more: object) -> dict[str, object]:
    value = {"start": start, "end": end, "labels": [label], **({} if text is None else {"text": text})}
    return {"id": f"r{start}", "from_name": "label", "to_name": "text", "type": "labels", "value": value, **more}


def task(*results: dict[str, object], text: str = TEXT_HERE, **more: object) -> str:
    said = {"id": 1, "completed_by": 3, "result": list(results), **more}
    return json.dumps([{"id": 7, "data": {"text": text, "outlet": "Wire"}, "annotations": [said], "predictions": []}])


def only_set(path: Path, text: str, **how: object) -> AnnotationSet:
    (only,) = read_text(READER, path, text, **how)
    assert isinstance(only, Incoming)
    (found,) = only.sets
    return found


def held(each: AnnotationSet) -> AnnotationSet:
    """What Label Studio holds of a set: of a relation only its type, and no verdicts."""
    relations = {
        key: replace(one, attributes={}, note="", origin=None, score=None) for key, one in each.relations.items()
    }
    return replace(each, verdicts={}, schema_version=1, relations=relations)


@settings(max_examples=200)
@given(st.lists(items(), min_size=1, max_size=3))
def test_what_tasks_hold_comes_back_equal_and_the_rest_is_counted(out: list[Outgoing]) -> None:
    back, losses = there_and_back(WRITER, READER, out)
    found = [each for each in back if isinstance(each, Incoming)]
    assert [each.article for each in found] == [item.article for item in out]
    assert [{one.annotator: one for one in each.sets} for each in found] == [
        {one.annotator: held(one) for one in item.sets} for item in out
    ]
    assert [each for each in back if isinstance(each, Refused)] == []
    sets = [each for item in out for each in item.sets]
    links = [one for each in sets for one in each.relations.values()]
    expected = {
        IN_PIECES: sum(len(one.fragments) > 1 for each in sets for one in each.spans.values()),
        VERDICT: sum(len(each.verdicts) for each in sets),
        ATTRIBUTE: sum(bool(each.attributes) for each in links),
        NOTE: sum(bool(each.note) for each in links),
        ORIGIN: sum(each.origin is not None for each in links),
        SCORE: sum(each.score is not None for each in links),
    }
    assert {kind: losses.count(kind) for kind in expected} == expected
    assert losses.total == sum(expected.values())


def test_attributes_of_every_kind_come_back_by_the_schema(tmp_path: Path) -> None:
    org = span(TEXT, "ORG", "New York", attributes={"since": "2026-11-24", "unsure": False, "wikidata": "true"})
    quote = span(TEXT, "QUOTE", "“We are determined,”", attributes={"type": "direct", "weight": 2})
    made = annotation(org, quote, attributes={"weight": 0.5, "unsure": True})
    path = tmp_path / "a.json"
    losses = WRITER.write([Outgoing(article(), (made,))], path, options=WriteOptions(schema=RICH))
    assert not losses
    assert only_set(path, path.read_text(encoding="utf-8"), schema=RICH) == made


def test_what_goes_out_is_a_list_of_tasks_and_an_interface_that_names_all_controls(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    model = annotation(span(TEXT, "GPE", "New York", score=0.5), by=Annotator(name="m", kind="model", version="1"))
    item = quoted()
    both = Outgoing(item.article, (*item.sets, replace(model, state=SetState())))
    WRITER.write([both], path, options=WriteOptions(schema=SCHEMA))
    assert READER.fits(path.read_bytes()[:4096])
    (made,) = json.loads(path.read_bytes())
    results = made["annotations"][0]["result"] + made["predictions"][0]["result"]
    assert made["predictions"][0]["model_version"] == "m 1"
    assert [made["id"], made["annotations"][0]["id"], made["predictions"][0]["id"]] == [1, 1, 2]
    tree = ElementTree.parse(tmp_path / "a.config.xml")
    names = [each.get("name") for each in tree.iter() if each.get("name")]
    assert len(names) == len(set(names))
    controls = {each.get("name"): each for each in tree.iter() if each.get("name")}
    for each in results:
        if each["type"] == "relation":
            assert each["labels"][0] in {one.get("value") for one in tree.iter("Relation")}
            continue
        control = controls[each["from_name"]]
        assert (control.tag.lower(), control.get("toName")) == (each["type"], each["to_name"])
        for value in each["value"].get("labels", each["value"].get("choices", [])):
            assert value in {one.get("value") for one in control}
    assert controls["span_type"].get("whenLabelValue") == "QUOTE"
    assert controls["span_unsure"].get("perRegion") == "true"
    assert controls["article_topic"].get("perRegion") is None


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    out = [quoted(), outgoing()]
    for name in ("a", "b"):
        WRITER.write(out, tmp_path / f"{name}.json", options=WriteOptions(schema=SCHEMA))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert (tmp_path / "a.config.xml").read_bytes() == (tmp_path / "b.config.xml").read_bytes()


@pytest.mark.parametrize(("start", "end"), [(2, 8), (3, 9)])
def test_offsets_in_code_points_and_in_utf_16_units_are_both_taken(tmp_path: Path, start: int, end: int) -> None:
    found = only_set(tmp_path / "a.json", task(region(start, end, "Merkel")))
    assert [(each.text, each.fragments) for each in found.spans.values()] == [("Merkel", ((2, 8),))]


def test_a_span_that_neither_reproduces_is_refused_with_its_place_and_the_rest_comes_in(tmp_path: Path) -> None:
    results = [region(4, 10, "Merkel"), region(13, 19, "Macron"), region(2, 90, None)]
    results += [{"type": "relation", "from_id": "r13", "to_id": "r4", "labels": ["coref"], "direction": "right"}]
    only, *refused = read_text(READER, tmp_path / "a.json", task(*results))
    assert [each.text for each in only.sets[0].spans.values()] == ["Macron"]
    assert "PERSON “Merkel” does not match the article" in refused[0].reason
    assert refused[0].place.endswith("task 1, set of user 3")
    assert "goes past the text: 2-90" in refused[1].reason
    assert "has an end that was left out" in refused[2].reason


@given(st.text(st.sampled_from("a🚀é\u200d"), max_size=8), st.integers(0, 8))
def test_offsets_of_utf_16_are_carried_over(text: str, at: int) -> None:
    at = min(at, len(text))
    assert Units(text).point(len(text[:at].encode("utf-16-le")) // 2) == at


def test_escaped_line_ends_in_what_is_covered_are_understood(tmp_path: Path) -> None:
    found = only_set(tmp_path / "a.json", task(region(0, 3, "a\\nb"), text="a\nb"))
    assert [each.text for each in found.spans.values()] == ["a\nb"]


@pytest.mark.parametrize(
    ("user", "name"),
    [
        (3, "user 3"),
        ({"id": 3, "email": "ada@example.org", "first_name": "Ada"}, "ada@example.org"),
        ({"id": 3}, "user 3"),
        ("ada", "ada"),
        (None, "label-studio"),
    ],
)
def test_the_annotator_is_who_completed_it(tmp_path: Path, user: object, name: str) -> None:
    found = only_set(tmp_path / "a.json", task(region(2, 8, "Merkel"), completed_by=user))
    assert found.annotator == Annotator(name=name)


def test_annotations_and_predictions_are_sets_of_people_and_models(tmp_path: Path) -> None:
    said = [{"completed_by": 1, "result": []}, {"completed_by": 2, "result": [], "was_cancelled": True}]
    said += [{"completed_by": 1, "result": []}, {"result": []}, {"result": []}]
    said += [{"completed_by": 1, "result": [], "ground_truth": True}]
    predicted = [{"model_version": "m1", "score": 0.5, "result": [region(2, 8, "Merkel", score=0.25)]}, 17]
    row = {"data": {"text": TEXT_HERE}, "annotations": said, "predictions": predicted, "drafts": [{}]}
    only, refused = read_text(READER, tmp_path / "a.json", json.dumps([row]))
    assert [(each.annotator.name, each.annotator.kind, each.state.status) for each in only.sets] == [
        ("user 1", "person", "done"),
        ("user 2", "person", "skipped"),
        ("label-studio", "person", "done"),
        ("label-studio 2", "person", "done"),
        ("user 1", "gold", "done"),
        ("m1", "model", "new"),
    ]
    assert [each.score for each in only.sets[5].spans.values()] == [0.25]
    assert refused.reason == "There is a second set of user 1."
    assert only.notes == ("1 drafts, which nobody has submitted, left out",)


def test_a_project_of_anothers_comes_in_with_choices_relations_and_notes(tmp_path: Path) -> None:
    results = [
        region(2, 8, "Merkel", meta={"text": ["a note"]}),
        region(13, 19, "Macron"),
        {"id": "r2", "from_name": "unsure", "type": "choices", "value": {"choices": ["true"]}},
        {"id": "r2", "from_name": "mood", "type": "choices", "value": {"choices": ["sad"]}},
        {"id": "x", "from_name": "subject", "type": "choices", "value": {"choices": ["sport"]}},
        {"id": "y", "from_name": "colour", "type": "choices", "value": {"choices": ["red"]}},
        {"type": "relation", "from_id": "r13", "to_id": "r2", "direction": "left", "labels": ["coref"]},
        {"id": "z", "type": "rectanglelabels", "value": {"x": 1}},
    ]
    only, *refused = read_text(READER, tmp_path / "a.json", task(*results), schema=SCHEMA)
    (found,) = only.sets
    (link,) = found.relations.values()
    merkel = found.spans[link.head]
    assert (merkel.text, merkel.note, merkel.attributes) == ("Merkel", "a note", {"unsure": True})
    assert found.state.attributes == {"topic": "sport"}
    assert only.article.meta == {"outlet": "Wire", "source_id": "7"}
    assert only.notes == ("left out, being no labels of an article here: red",)
    assert [each.reason for each in refused] == [
        "There is no attribute mood on PERSON.",
        "A result of the type “rectanglelabels” cannot stand here: only those about text can.",
    ]


def test_labels_are_mapped_and_one_that_is_left_out_is_told_of_once(tmp_path: Path) -> None:
    text = task(region(2, 8, "Merkel"), region(13, 19, "Macron", "X"), region(9, 12, "met", "X"))
    only, refused = read_text(READER, tmp_path / "a.json", text, labels={"PERSON": "ACTOR", "X": ""})
    assert [each.label for each in only.sets[0].spans.values()] == ["ACTOR"]
    assert "X" in refused.reason


def test_a_region_with_two_labels_is_two_spans(tmp_path: Path) -> None:
    two = region(2, 8, "Merkel")
    two["value"]["labels"] = ["PERSON", "ROLE"]
    found = only_set(tmp_path / "a.json", task(two))
    assert [(each.label, each.text) for each in found.spans.values()] == [("PERSON", "Merkel"), ("ROLE", "Merkel")]


def test_a_text_that_is_only_a_link_is_refused_and_nothing_is_fetched(tmp_path: Path) -> None:
    (refused,) = read_text(READER, tmp_path / "a.json", task(text="https://example.org/a.txt"))
    assert "nothing is fetched" in refused.reason


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty"),
        ("7", "no list of objects"),
        ("[7]", "it is no object"),
        ('[{"text": "x", "label": []}]', "not as JSON-MIN"),
        ('[{"data": {"a": "x", "b": "y"}}]', "no text called “text”, only a, b"),
        ('[{"data": {"text": "x"}},]', "a comma is followed by nothing"),
        ('[{"data": {"text": "x"}}', "the list has no end"),
        ('[{"data": {"text": "x"}}] 1', "something follows"),
        ('[{"data": {"text": "x', "task 1 is not valid JSON: Unterminated string"),
        ('[{"data": {"text": "x"}, "annotations": [{"result": 1}]}]', "not as expected"),
        ('[{"data": {"text": "x", "n": NaN}}]', "NaN is no number"),
        ("[" + '{"a":' * 100_000, "cannot be decoded"),
    ],
)
def test_a_file_that_is_no_list_of_tasks_is_refused_with_its_place(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(ExchangeError, match=says) as caught:
        read_text(READER, tmp_path / "a.json", content)
    assert caught.value.code.startswith("label-studio.")


def test_a_list_is_read_piece_by_piece_wherever_a_piece_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    objects = [{"a": 'x"}],\\ 🚀', "b": [1.5e-7, True, None]}, {}, {"c": {"d": ["\u2028"] * 3}}]
    for chunk in (1, 2, 3, 7, 1000):
        monkeypatch.setattr(json_list, "_CHUNK", chunk)
        for text in (json.dumps(objects), json.dumps(objects, indent=2), json.dumps(objects, ensure_ascii=False)):
            path.write_text(text, encoding="utf-8")
            assert list(json_list.objects_of(path, "t")) == list(enumerate(objects, start=1))


def test_an_object_without_an_end_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(json_list, "LARGEST", 2000)
    monkeypatch.setattr(json_list, "_CHUNK", 100)
    (tmp_path / "a.json").write_text('[{"a": "' + "x" * 100_000)
    with pytest.raises(ExchangeError, match="task 1"):
        list(json_list.objects_of(tmp_path / "a.json", "t"))


def test_lone_surrogates_are_replaced_everywhere(tmp_path: Path) -> None:
    text = task(region(0, 1, "a", "X\ud800"), text="a\ud800🚀")
    (only,) = read_text(READER, tmp_path / "a.json", text)
    assert only.article.text == "a\ufffd🚀"
    assert [each.label for each in only.sets[0].spans.values()] == ["X\ufffd"]


def test_only_a_list_of_tasks_fits() -> None:
    assert READER.fits(task().encode())
    assert not READER.fits(b'[{"title": "x", "body": "y"}]')
    assert not READER.fits(b'{"data": {"text": "x"}}')


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_how_a_list_is_encoded(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"a": "🚀"}], ensure_ascii=False), encoding=encoding)
    assert list(json_list.objects_of(tmp_path / "a.json", "t")) == [(1, {"a": "🚀"})]


@pytest.mark.parametrize("data", [b'[{"a": "\xe9"}]', b"\xff\xfe[\xd8", b'[{"a": "x\x00"}]'])
def test_a_list_in_another_encoding_than_it_should_be_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(ExchangeError, match=r"a\.json"):
        list(json_list.objects_of(tmp_path / "a.json", "t"))


def test_an_encoding_that_does_not_exist_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]")
    with pytest.raises(ExchangeError, match="no encoding called nonsense"):
        list(json_list.objects_of(tmp_path / "a.json", "t", "nonsense"))


def test_a_list_without_tasks_is_said_to_be_empty(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"a\.json has no tasks"):
        read_text(READER, tmp_path / "a.json", "[]")
