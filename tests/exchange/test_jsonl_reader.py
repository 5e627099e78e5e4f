import json
from pathlib import Path

import pytest
from exchange_cases import SCHEMA
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange import lines
from annotator.exchange.jsonl import READER
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.model.errors import ExchangeError
from annotator.model.ids import is_id, new_id
from annotator.model.text import text_hash

TEXT = "Keir Starmer said so in London."


def read(folder: Path, content: bytes | str | list[object], **options: object) -> list[Incoming | Refused]:
    if isinstance(content, list):
        content = "\n".join(json.dumps(each) for each in content)
    path = folder / "news.jsonl"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return list(READER.read(path, options=ReadOptions(**options)))


def row(text: str = TEXT, spans: list[object] | None = None, **more: object) -> dict[str, object]:
    made = {"annotator": {"name": "anna"}, "spans": spans or [], **more}
    return {"id": "a1", "title": "T", "text": text, "format": 1, "sets": [made]}


def mark(label: str, start: int, end: int, covers: str, id: str = "s1", **more: object) -> dict[str, object]:  # noqa: A002
    return {"id": id, "label": label, "fragments": [[start, end]], "text": covers, **more}


def refusal(folder: Path, content: bytes | str | list[object], **options: object) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read(folder, content, **options)
    return caught.value


def test_a_row_of_text_and_metadata_becomes_an_article(tmp_path: Path) -> None:
    (item,) = read(tmp_path, [{"text": "Big news\n\nIt rained.", "date": "2026-01-01", "words": 3, "paid": False}])
    assert isinstance(item, Incoming)
    assert item.article.title == "Big news"
    assert item.article.meta == {"date": "2026-01-01", "words": 3, "paid": False}
    assert is_id(item.article.id)
    assert item.sets == ()
    assert item.place.endswith("news.jsonl, line 1")


def test_the_names_of_fields_can_be_mapped_to_those_of_the_file(tmp_path: Path) -> None:
    fields = {"text": "body", "title": "headline", "date": "published"}
    (item,) = read(tmp_path, [{"body": TEXT, "headline": "  A\n B ", "published": "today"}], fields=fields)
    assert (item.article.text, item.article.title, item.article.meta) == (TEXT, "A B", {"date": "today"})


def test_a_row_without_the_text_names_the_line_and_the_keys_that_are_there(tmp_path: Path) -> None:
    error = refusal(tmp_path, [{"text": TEXT}, {"body": TEXT, "headline": "A"}])
    assert error.code == "jsonl.text"
    assert "line 2 has no “text”, only body, headline" in error.sentence


def test_metadata_that_is_no_single_value_is_left_out_and_noted(tmp_path: Path) -> None:
    (item,) = read(tmp_path, [{"text": TEXT, "authors": ["A", "B"], "meta": {"x": 1, "y": {}}}])
    assert item.article.meta == {"x": 1}
    assert item.notes == ("left out, not being single values: y, authors",)


def test_an_integer_beyond_64_bits_comes_in_as_text(tmp_path: Path) -> None:
    (item,) = read(tmp_path, [{"text": TEXT, "n": 2**70}])
    assert item.article.meta == {"n": str(2**70)}


def test_a_uuid_is_kept_as_the_articles_id_and_another_id_goes_to_the_metadata(tmp_path: Path) -> None:
    known = new_id()
    first, second, third = read(tmp_path, [{"text": TEXT, "id": each} for each in (known, "bbc-7", 7)])
    assert (first.article.id, first.article.meta) == (known, {})
    assert second.article.meta == {"source_id": "bbc-7"}
    assert third.article.meta == {"source_id": 7}
    assert is_id(second.article.id)


def test_a_row_without_text_is_refused_by_place_and_the_others_come_in(tmp_path: Path) -> None:
    first, second = read(tmp_path, [{"text": " \n"}, {"text": TEXT}])
    assert isinstance(first, Refused)
    assert first.place.endswith("line 1")
    assert isinstance(second, Incoming)


def test_foreign_ids_of_spans_and_relations_become_ours_and_stay_linked(tmp_path: Path) -> None:
    origin = {"suggestion": "m1", "annotator": "model", "version": "1"}
    spans = [mark("QUOTE", 0, 4, "Keir", "s1"), mark("PERSON", 5, 12, "Starmer", "s2", origin=origin)]
    relations = [{"id": "r1", "type": "speaker", "head": "s1", "tail": "s2"}]
    verdicts = [
        {
            "id": "v1",
            "kind": "accepted",
            "subject": {"of": "span", "label": "PERSON", "fragments": [[5, 12]]},
            "origin": origin,
            "result": "s2",
        }
    ]
    given_row = row(spans=spans, relations=relations, verdicts=verdicts)
    model = {
        "annotator": {"name": "model", "kind": "model", "version": "1"},
        "spans": [mark("PERSON", 5, 12, "Starmer", "m1")],
    }
    given_row["sets"].append(model)
    (item,) = read(tmp_path, [given_row], schema=SCHEMA)
    own, theirs = item.sets
    by_label = {each.label: each for each in own.spans.values()}
    (relation,) = own.relations.values()
    (verdict,) = own.verdicts.values()
    (suggestion,) = theirs.spans
    assert (relation.head, relation.tail) == (by_label["QUOTE"].id, by_label["PERSON"].id)
    assert verdict.result == by_label["PERSON"].id
    assert by_label["PERSON"].origin.suggestion == verdict.origin.suggestion == suggestion
    assert all(is_id(each) for each in (*own.spans, *own.relations, *own.verdicts, suggestion))


def test_the_same_foreign_id_in_two_sets_is_two_spans(tmp_path: Path) -> None:
    given_row = row(spans=[mark("PERSON", 0, 4, "Keir")])
    given_row["sets"].append({"annotator": {"name": "ben"}, "spans": [mark("PERSON", 5, 12, "Starmer")]})
    (item,) = read(tmp_path, [given_row])
    assert item.sets[0].spans.keys().isdisjoint(item.sets[1].spans)


def test_a_span_that_does_not_match_the_text_is_refused_with_its_relations_and_the_rest_comes_in(
    tmp_path: Path,
) -> None:
    spans = [mark("QUOTE", 0, 4, "Keir", "s1"), mark("PERSON", 6, 13, "Starmer", "s2")]
    relations = [{"id": "r1", "type": "speaker", "head": "s1", "tail": "s2"}]
    item, first, second = read(tmp_path, [row(spans=spans, relations=relations)])
    assert [each.text for each in item.sets[0].spans.values()] == ["Keir"]
    assert item.sets[0].relations == {}
    assert first.place.endswith("line 1, set of anna")
    assert "PERSON “Starmer” does not match the article, which has “tarmer” at 6-13" in first.reason
    assert "speaker" in second.reason


@pytest.mark.parametrize(
    ("spans", "reason"),
    [
        ([mark("PERSON", 0, 99, TEXT)], "goes past the text"),
        ([mark("PERSON", -3, 4, "Keir")], "goes past the text"),
        ([mark("PERSON", 4, 0, "")], "ends before it starts"),
        ([{**mark("PERSON", 0, 4, ""), "fragments": []}], "covers no text"),
        ([mark("PERSON", 0, 4, "Keir"), mark("PERSON", 5, 12, "Starmer")], "used twice"),
        ([mark("NOBODY", 0, 4, "Keir")], "label NOBODY is not in the schema"),
        ([mark("PERSON", 0, 4, "Keir", attributes={"type": "direct"})], "no attribute type"),
        ([mark("QUOTE", 0, 4, "Keir", attributes={"type": "loud"})], "none of direct"),
    ],
)
def test_a_span_that_breaks_a_rule_is_refused_with_a_sentence(tmp_path: Path, spans: list[object], reason: str) -> None:
    _, refused = read(tmp_path, [row(spans=spans)], schema=SCHEMA)
    assert reason in refused.reason


def test_a_relation_that_breaks_the_schema_or_is_there_twice_is_refused(tmp_path: Path) -> None:
    spans = [
        mark("QUOTE", 0, 4, "Keir", "q"),
        mark("PERSON", 5, 12, "Starmer", "p"),
        mark("GPE", 24, 30, "London", "g"),
    ]
    ends = [
        ("speaker", "q", "p"),
        ("speaker", "q", "p"),
        ("speaker", "p", "q"),
        ("coref", "p", "g"),
        ("coref", "g", "p"),
    ]
    relations = [
        {"id": f"r{number}", "type": type_, "head": head, "tail": tail}
        for number, (type_, head, tail) in enumerate(ends)
    ]
    item, *refused = read(tmp_path, [row(spans=spans, relations=relations)], schema=SCHEMA)
    assert [each.type for each in item.sets[0].relations.values()] == ["speaker", "coref"]
    assert [each.reason.rpartition(" ")[2] for each in refused] == ["twice.", "can.", "twice."]


def test_an_article_label_that_is_not_in_the_schema_is_refused_and_the_set_comes_in(tmp_path: Path) -> None:
    given_row = row(attributes={"topic": "politics", "mood": "bad"})
    item, refused = read(tmp_path, [given_row], schema=SCHEMA)
    assert item.sets[0].state.attributes == {"topic": "politics"}
    assert "mood" in refused.reason


def test_a_second_set_of_the_same_annotator_is_refused(tmp_path: Path) -> None:
    given_row = row()
    given_row["sets"] *= 2
    item, refused = read(tmp_path, [given_row])
    assert len(item.sets) == 1
    assert "second set of anna" in refused.reason


@pytest.mark.parametrize("raw", ["\ufeffOne\r\ntwo 😀 Keir.", "\r\n\r\nKeir", "a\rb\r\n😀\x00Keir", "x\ud800 Keir\r\n"])
def test_offsets_are_carried_over_where_the_text_is_normalised(tmp_path: Path, raw: str) -> None:
    start = raw.index("Keir")
    (item,) = read(tmp_path, [row(raw, [mark("PERSON", start, start + 4, "Keir")])])
    (only,) = item.sets[0].spans.values()
    assert item.article.text[only.start : only.end] == only.text == "Keir"
    assert item.notes != ()


@given(
    st.text(st.sampled_from("ab \r\n\ufeff😀\x00\ufdd0"), min_size=1, max_size=30).filter(
        lambda raw: raw.replace("\ufeff", "").strip() != ""
    ),
    st.data(),
)
def test_a_span_of_a_raw_text_covers_the_same_after_normalising_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    folder = tmp_path_factory.getbasetemp()
    item, *refused = read(folder, [row(raw, [mark("PERSON", start, end, raw[start:end])])])
    assert len(item.sets[0].spans) + len(refused) == 1
    for each in item.sets[0].spans.values():
        assert item.article.text[each.start : each.end] == each.text
    if raw[start:end].strip("\r\n\ufeff"):
        assert not refused


def test_a_lone_surrogate_becomes_the_replacement_character(tmp_path: Path) -> None:
    (item,) = read(tmp_path, r'{"text": "a \ud800 b 😀", "who": "\udc00"}')
    assert item.article.text == "a \ufffd b 😀"
    assert item.article.meta == {"who": "\ufffd"}
    assert item.notes == ("lone surrogates replaced by U+FFFD",)


def test_the_hash_may_be_of_the_text_before_or_after_normalising(tmp_path: Path) -> None:
    raw, text = "a\r\nb", "a\nb"
    assert len(read(tmp_path, [{"text": raw, "sha256": text_hash(each)} for each in (raw, text)])) == 2


def test_another_hash_is_an_error_that_names_the_article(tmp_path: Path) -> None:
    error = refusal(tmp_path, [{"text": TEXT, "title": "My article", "sha256": "0" * 64}])
    assert error.code == "jsonl.hash"
    assert "line 1" in error.sentence
    assert "“My article”" in error.sentence


def test_a_newer_format_is_refused_with_a_sentence(tmp_path: Path) -> None:
    error = refusal(tmp_path, [{**row(), "format": 2}])
    assert error.code == "jsonl.format"
    assert "update the program" in error.sentence


def test_a_foreign_key_called_format_is_metadata(tmp_path: Path) -> None:
    (item,) = read(tmp_path, [{"text": TEXT, "format": "html"}])
    assert item.article.meta == {"format": "html"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"text": "a"}\n{"text": ', "jsonl.syntax"),
        (b'{"text": "a"}\n{"text": "\xff"}', "jsonl.syntax"),
        (b'{"text": "a"}\n{"text": "a", "n": NaN}', "jsonl.syntax"),
        (b'{"text": "a"}\n{"text": "\\ud800", "n": }', "jsonl.syntax"),
        (b'{"text": "a"}\n[1, 2]', "jsonl.shape"),
        (b'{"text": "a"}\n{"text": 7}', "jsonl.shape"),
        (b'{"text": "a"}\n{"text": "a", "sets": 7}', "jsonl.shape"),
        (b'{"text": "a"}\n{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "jsonl.syntax"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    error = refusal(tmp_path, content)
    assert error.code == code
    assert "news.jsonl, line 2" in error.sentence


def test_what_is_wrong_in_a_set_is_said_with_its_path(tmp_path: Path) -> None:
    error = refusal(tmp_path, [row(spans=[mark(7, 0, 4, "Keir")])])
    assert "“sets”" in error.sentence
    assert "spans[0].label" in error.sentence


def test_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    text = "a\u2028b\u0085c\x0bd"
    (item,) = read(tmp_path, json.dumps({"text": text}, ensure_ascii=False).replace("\\u000b", "\\u000b") + "\r\n\r\n")
    assert item.article.text == text


def test_utf_16_without_its_mark_is_said_to_be_another_encoding(tmp_path: Path) -> None:
    error = refusal(tmp_path, b'{"text": "One"}', encoding="utf-16")
    assert error.code == "jsonl.encoding"
    assert "utf-16" in error.sentence


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(tmp_path: Path, encoding: str) -> None:
    content = '{"text": "é 😀"}\n{"text": "zwei"}\n'.encode(encoding)
    assert [item.article.text for item in read(tmp_path, content)] == ["é 😀", "zwei"]


def test_an_encoding_given_is_used(tmp_path: Path) -> None:
    (item,) = read(tmp_path, '{"text": "señal"}'.encode("cp1252"), encoding="cp1252")
    assert item.article.text == "señal"


def test_an_unknown_encoding_and_a_wrong_one_are_refused_by_name(tmp_path: Path) -> None:
    assert "no encoding called klingon" in refusal(tmp_path, b"{}", encoding="klingon").sentence
    assert "not in the encoding" in refusal(tmp_path, '{"text": "é"}'.encode(), encoding="ascii").sentence


def test_an_empty_file_and_a_missing_one_are_refused_by_name(tmp_path: Path) -> None:
    assert "news.jsonl is empty" in refusal(tmp_path, b"\n\n").sentence
    with pytest.raises(ExchangeError, match=r"none\.jsonl cannot be read"):
        list(READER.read(tmp_path / "none.jsonl", options=ReadOptions()))


def test_a_line_that_is_too_long_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 1000 + b'"}')
    with pytest.raises(ExchangeError, match="line 1 is longer than 100 bytes"):
        list(lines.read_lines(path, longest=100))


def test_labels_are_renamed_or_left_out_with_their_relations(tmp_path: Path) -> None:
    spans = [mark("PER", 0, 4, "Keir", "s1"), mark("JUNK", 5, 12, "Starmer", "s2"), mark("GPE", 24, 30, "London", "s3")]
    relations = [{"id": "r1", "type": "speaker", "head": "s1", "tail": "s2"}]
    rows = [row(spans=spans, relations=relations)] * 2
    first, refused, second = read(tmp_path, rows, schema=SCHEMA, labels={"PER": "PERSON", "JUNK": ""})
    assert {each.label for each in first.sets[0].spans.values()} == {"PERSON", "GPE"}
    assert {each.label for each in second.sets[0].spans.values()} == {"PERSON", "GPE"}
    assert first.sets[0].relations == {}
    assert refused.reason == "The label JUNK is left out, here and from now on, as asked."


def test_where_no_key_is_called_text_the_usual_names_are_looked_for(tmp_path: Path) -> None:
    (item,) = read(tmp_path, [{"content": TEXT, "headline": "H", "link": "http://x", "n": 1}])
    assert (item.article.title, item.article.text, item.article.meta) == ("H", TEXT, {"url": "http://x", "n": 1})
    (item,) = read(tmp_path, [{"content": TEXT, "n": 1}], fields={"text": "content", "-1": "n"})
    assert item.article.meta == {}
