import json
import tempfile
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, SCHEMA_TEXT, TEXT, annotation, items, outgoing, quoted, span, span_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from annotator.exchange.finite import NO_NUMBER
from annotator.exchange.jsonl import READER, WRITER
from annotator.exchange.protocols import CancelledError, Incoming, Outgoing, ReadOptions, WriteOptions
from annotator.files import resource
from annotator.model.errors import ExchangeError

VALIDATOR = Draft202012Validator(json.loads(resource("jsonl.schema.json").read_text(encoding="utf-8")))


def write(items_: list[Outgoing], target: Path, **options: object) -> list[dict[str, object]]:
    WRITER.write(items_, target, options=WriteOptions(**options))
    return [json.loads(line) for line in target.read_bytes().decode("utf-8").split("\n") if line]


def read(path: Path, **options: object) -> list[object]:
    return list(READER.read(path, options=ReadOptions(**options)))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(st.lists(items(), max_size=3))
def test_an_export_comes_in_again_as_the_same_articles_and_sets_and_keeps_the_json_schema(
    made: list[Outgoing],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        for row in write(made, path):
            VALIDATOR.validate(row)
        if made:
            back = read(path)
            assert [Outgoing(each.article, each.sets) for each in back if isinstance(each, Incoming)] == made
            assert all(each.notes == () for each in back if isinstance(each, Incoming))
            assert len(back) == len(made)


def test_what_keeps_the_schema_comes_in_again_whole_when_the_schema_is_checked(tmp_path: Path) -> None:
    item = quoted()
    write([item], tmp_path / "a.jsonl")
    (back,) = read(tmp_path / "a.jsonl", schema=SCHEMA)
    assert (back.article, back.sets) == (item.article, item.sets)


def test_the_json_schema_is_a_valid_one() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


def test_a_row_has_the_fields_of_the_format_in_their_order(tmp_path: Path) -> None:
    (row,) = write([quoted()], tmp_path / "a.jsonl")
    assert list(row) == ["id", "title", "text", "sha256", "meta", "format", "sets"]
    (made,) = row["sets"]
    assert list(made) == [
        *("annotator", "status", "attributes", "note", "flag", "schema_version", "verdicts", "spans", "relations"),
    ]
    assert list(made["annotator"]) == ["name", "kind", "version"]
    assert list(made["spans"][0]) == ["id", "label", "fragments", "text", "attributes", "note", "origin", "score"]
    assert list(made["relations"][0]) == ["id", "type", "head", "tail", "attributes", "note", "origin", "score"]


def test_the_text_of_a_discontinuous_span_is_its_fragments_joined_by_a_space(tmp_path: Path) -> None:
    (row,) = write([quoted()], tmp_path / "a.jsonl")
    (quote,) = (each for each in row["sets"][0]["spans"] if each["label"] == "QUOTE")
    assert quote["text"] == "“We are determined,” “We act 🚀 now.”"
    assert len(quote["fragments"]) == 2


def test_the_order_in_which_spans_were_made_does_not_change_the_file(tmp_path: Path) -> None:
    one, two = span(TEXT, "GPE", "New York"), span(TEXT, "PERSON", "Keir Starmer")
    first = outgoing(one, two)
    second = Outgoing(first.article, (annotation(two, one),))
    assert write([first], tmp_path / "a.jsonl") == write([second], tmp_path / "b.jsonl")


def test_the_schema_lies_beside_the_export_word_for_word(tmp_path: Path) -> None:
    write([quoted()], tmp_path / "a.jsonl", schema_text=SCHEMA_TEXT)
    assert (tmp_path / "a.schema.toml").read_text(encoding="utf-8") == SCHEMA_TEXT
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "a.schema.toml"]


def test_a_span_that_has_slipped_stops_the_export_by_the_articles_name_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old", encoding="utf-8")
    slipped = replace(span(TEXT, "PERSON", "Keir Starmer"), fragments=((3, 15),))
    with pytest.raises(ExchangeError, match=r"“My article”.*does not match") as caught:
        write([outgoing(slipped, title="My article")], path)
    assert caught.value.code == "export.offsets"
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_article_whose_text_has_changed_stops_the_export_by_name(tmp_path: Path) -> None:
    item = outgoing(title="My article")
    with pytest.raises(ExchangeError, match=r"“My article”.*SHA-256"):
        write([Outgoing(replace(item.article, text="other"), ())], tmp_path / "a.jsonl")


def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("old", encoding="utf-8")
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        write([quoted(), quoted()], path, cancelled=lambda: next(answers))
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_is_told_up_to_the_last_article(tmp_path: Path) -> None:
    told: list[int] = []
    write([outgoing() for _ in range(120)], tmp_path / "a.jsonl", report=told.append)
    assert told == [50, 100, 120]


def test_a_number_that_json_cannot_say_is_left_out_and_reported(tmp_path: Path) -> None:
    bad = replace(span(TEXT, "PERSON", "Keir Starmer"), score=float("nan"), attributes={"n": float("inf"), "m": 1})
    losses = WRITER.write([outgoing(bad)], tmp_path / "a.jsonl", options=WriteOptions())
    assert losses.count(NO_NUMBER) == 1
    assert (tmp_path / "a.jsonl.losses.json").exists()
    (back,) = read(tmp_path / "a.jsonl")
    (only,) = back.sets[0].spans.values()
    assert (only.score, only.attributes) == (None, {"m": 1})


def test_a_note_that_is_no_valid_text_stops_the_export_with_a_sentence(tmp_path: Path) -> None:
    bad = replace(span_at(TEXT, "PERSON", (0, 7)), note="\ud800")
    with pytest.raises(ExchangeError, match="no valid text"):
        write([outgoing(bad)], tmp_path / "a.jsonl")
