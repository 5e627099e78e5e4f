import json
import tempfile
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, SCHEMA_TEXT, TEXT, annotation, article, items, quoted
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tool_cases import read_text, there_and_back

from annotator.app.importing import ImportOptions, import_paths
from annotator.exchange.lost import IN_PIECES, VERDICT
from annotator.exchange.protocols import Incoming, Outgoing, Refused, WriteOptions
from annotator.exchange.tools.prodigy import READER, WRITER
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.errors import ExchangeError
from annotator.store.project import create_project

ADA = Annotator(name="ada")


def line(text: str = "Merkel met Macron", **more: object) -> str:
    return json.dumps({"text": text, **more}) + "\n"


PERSON = {"start": 0, "end": 6, "label": "PERSON", "token_start": 0, "token_end": 0}
OTHER = {"start": 11, "end": 17, "label": "PERSON", "token_start": 2, "token_end": 2}
TOKENS = [
    {"text": word, "start": start, "end": start + len(word), "id": number}
    for number, (word, start) in enumerate([("Merkel", 0), ("met", 7), ("Macron", 11)])
]


def held(each: AnnotationSet) -> AnnotationSet:
    """What Prodigy's tasks hold of a set: all but verdicts and the version of the schema."""
    return replace(each, verdicts={}, schema_version=1)


@settings(max_examples=200)
@given(st.lists(items(), min_size=1, max_size=3))
def test_what_tasks_hold_comes_back_equal_and_the_rest_is_counted(out: list[Outgoing]) -> None:
    back, losses = there_and_back(WRITER, READER, out)
    found = [each for each in back if isinstance(each, Incoming)]
    distinct = {item.article.text: item for item in out}
    if len(distinct) == len(out):  # the same text twice in a row is one article
        assert [each.article for each in found] == [item.article for item in out]
        assert [list(each.sets) for each in found] == [[held(each) for each in item.sets] for item in out]
    sets = [each for item in out for each in item.sets]
    assert losses.count(VERDICT) == sum(len(each.verdicts) for each in sets)
    assert losses.count(IN_PIECES) == sum(len(one.fragments) > 1 for each in sets for one in each.spans.values())
    assert losses.total == losses.count(VERDICT) + losses.count(IN_PIECES)
    assert [each for each in back if isinstance(each, Refused)] == []


@given(st.text(st.sampled_from("ab 1'-.’\n\t \u2028😀\u200d漢"), max_size=30))
def test_tokens_with_their_spaces_are_the_whole_text(text: str) -> None:
    (task,) = written([Outgoing(article(text or "x"), ())])
    assert "".join(each["text"] + " " * each["ws"] for each in task["tokens"]) == task["text"]
    assert all(task["text"][each["start"] : each["end"]] == each["text"] for each in task["tokens"])


def written(out: list[Outgoing]) -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        WRITER.write(out, path, options=WriteOptions())
        return [json.loads(each) for each in path.read_bytes().splitlines()]


def test_a_task_is_as_prodigy_writes_it() -> None:
    (task,) = written([quoted()])
    assert task["answer"] == "accept"
    assert task["_annotator_id"] == task["_session_id"] == "anna"
    assert "_input_hash" not in task
    for each in task["spans"]:
        first, last = task["tokens"][each["token_start"]], task["tokens"][each["token_end"]]
        assert (first["start"], last["end"]) == (each["start"], each["end"])
        assert TEXT[each["start"] : each["end"]] == each["text"]
    (relation,) = task["relations"]
    assert relation["label"] == "speaker"
    assert relation["head"] == relation["head_span"]["token_end"]
    assert relation["child_span"]["text"] == "Keir Starmer"


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    item = quoted()
    for name in ("a.jsonl", "b.jsonl"):
        WRITER.write([item], tmp_path / name, options=WriteOptions())
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("answer", "status", "spans"), [("accept", "done", 1), ("ignore", "skipped", 1), ("reject", "flagged", 0)]
)
def test_the_answer_is_the_status_and_the_spans_of_a_rejected_task_stay_out(
    tmp_path: Path, answer: str, status: str, spans: int
) -> None:
    (only,) = read_text(READER, tmp_path / "a.jsonl", line(spans=[PERSON], answer=answer, _annotator_id="ada"))
    assert isinstance(only, Incoming)
    (found,) = only.sets
    assert (found.annotator, found.state.status, len(found.spans)) == (ADA, status, spans)
    assert (only.notes != ()) == (answer == "reject")


def test_a_task_of_nobody_goes_to_the_annotator_that_was_named(tmp_path: Path) -> None:
    text = line(spans=[PERSON], _annotator_id=None)
    (only,) = read_text(READER, tmp_path / "a.jsonl", text)
    assert [each.annotator for each in only.sets] == [Annotator(name="prodigy")]
    model = Annotator(name="m", kind="model", version="1")
    (only,) = read_text(READER, tmp_path / "a.jsonl", text, annotator=model)
    assert [(each.annotator, each.state.status) for each in only.sets] == [(model, "in progress")]


def test_a_task_without_anything_is_an_article_without_sets(tmp_path: Path) -> None:
    (only,) = read_text(READER, tmp_path / "a.jsonl", line(meta={"outlet": "x", "tags": [1]}, _input_hash=-7))
    assert only.sets == ()
    assert only.article.meta == {"outlet": "x", "_input_hash": -7}
    assert only.notes == ("left out, not being single values: tags",)


def test_answers_of_several_annotators_are_sets_of_one_article(tmp_path: Path) -> None:
    text = (
        line(spans=[PERSON], answer="accept", _annotator_id="ada")
        + line(spans=[PERSON, OTHER], answer="accept", _annotator_id="ben")
        + line(spans=[OTHER], answer="accept", _annotator_id="ada")
        + line(spans=[PERSON], answer="reject", _annotator_id="ada")
    )
    (only,) = read_text(READER, tmp_path / "a.jsonl", text)
    assert [(each.annotator.name, each.state.status, len(each.spans)) for each in only.sets] == [
        ("ada", "done", 2),
        ("ben", "done", 2),
    ]


def test_answers_that_lie_apart_in_the_file_come_to_one_article_of_the_project(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        line(spans=[PERSON], answer="accept", _annotator_id="ada")
        + line("Another text", answer="accept", _annotator_id="ada")
        + line(spans=[PERSON], answer="accept", _annotator_id="ben")
    )
    with create_project(tmp_path / "p.annodb", SCHEMA_TEXT) as project:
        report = import_paths(project, [path], ImportOptions(format="prodigy"))
    assert (len(report.added), report.sets, report.refused) == (2, 3, [])


@pytest.mark.parametrize(
    "relation",
    [
        {"head_span": PERSON, "child_span": OTHER, "label": "coref"},
        {"head": 0, "child": 2, "label": "coref"},
        {"head": 0, "child": 2, "head_span": {"token_start": 0, "token_end": 0, "label": "PERSON"}, "label": "coref"},
    ],
)
def test_relations_are_read_by_place_and_by_token(tmp_path: Path, relation: dict[str, object]) -> None:
    text = line(spans=[PERSON, OTHER], tokens=TOKENS, relations=[relation])
    (only,) = read_text(READER, tmp_path / "a.jsonl", text, schema=SCHEMA)
    (found,) = only.sets
    (link,) = found.relations.values()
    assert (found.spans[link.head].text, found.spans[link.tail].text) == ("Merkel", "Macron")


def test_a_relation_to_a_token_that_is_no_span_is_refused_and_the_rest_comes_in(tmp_path: Path) -> None:
    text = line(spans=[PERSON], tokens=TOKENS, relations=[{"head": 0, "child": 1, "label": "coref"}])
    only, refused = read_text(READER, tmp_path / "a.jsonl", text)
    assert len(only.sets[0].spans) == 1
    assert "end that is no span" in refused.reason


def test_a_span_can_be_placed_by_its_tokens(tmp_path: Path) -> None:
    text = line(spans=[{"token_start": 0, "token_end": 1, "label": "X"}], tokens=TOKENS)
    (only,) = read_text(READER, tmp_path / "a.jsonl", text)
    assert [each.text for each in only.sets[0].spans.values()] == ["Merkel met"]


def test_a_span_whose_text_does_not_match_is_refused_with_its_place(tmp_path: Path) -> None:
    bad = {**PERSON, "text": "Macron"}
    past = {**OTHER, "end": 99}
    only, refused, other = read_text(READER, tmp_path / "a.jsonl", line(spans=[bad, OTHER, past]))
    assert [each.text for each in only.sets[0].spans.values()] == ["Macron"]
    assert "does not match the article, which has “Merkel” at 0-6" in refused.reason
    assert "line 1" in refused.place
    assert "goes past the text: 11-99" in other.reason


def test_labels_are_mapped_and_one_that_is_left_out_is_told_of_once(tmp_path: Path) -> None:
    spans = [PERSON, {**OTHER, "label": "JUNK"}]
    text = line(spans=spans) + line("Merkel met Macron.", spans=spans)
    path = tmp_path / "a.jsonl"
    found = read_text(READER, path, text, labels={"PERSON": "ACTOR", "JUNK": ""})
    assert [type(each) for each in found] == [Incoming, Refused, Incoming]
    assert [each.label for item in (found[0], found[2]) for each in item.sets[0].spans.values()] == ["ACTOR", "ACTOR"]


def test_choices_become_labels_of_the_article(tmp_path: Path) -> None:
    text = line(accept=["politics", "nonsense"], answer="accept") + line("x", label="sport", answer="accept")
    one, two = read_text(READER, tmp_path / "a.jsonl", text, schema=SCHEMA)
    assert one.sets[0].state.attributes == {"topic": "politics"}
    assert "nonsense" in one.notes[0]
    assert two.sets[0].state.attributes == {"topic": "sport"}


def test_prodigys_own_keys_with_other_things_than_ours_do_no_harm(tmp_path: Path) -> None:
    own = {**PERSON, "attributes": [1], "note": 7, "origin": "x", "id": 12, "pattern": 3}
    (only,) = read_text(READER, tmp_path / "a.jsonl", line(spans=[own]))
    assert len(only.sets[0].spans) == 1


def test_hashes_go_out_again_as_they_came(tmp_path: Path) -> None:
    (only,) = read_text(
        READER, tmp_path / "a.jsonl", line(_input_hash=-5, _task_hash=6, spans=[PERSON], answer="accept")
    )
    (task,) = written([Outgoing(only.article, only.sets)])
    assert (task["_input_hash"], task["_task_hash"], task["meta"]) == (-5, 6, {})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is empty"),
        ('{"body": "x"}', "has no “text”, only body"),
        ('{"text": 7}', "“text” is not as expected"),
        ('{"text": "x", "spans": {"a": 1}}', "“spans” is not as expected"),
        ('{"text": "x"', "not valid JSON"),
        ("[" * 100_000, "line 1"),
    ],
)
def test_a_file_that_is_no_tasks_is_refused_with_its_place(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(ExchangeError, match=says) as caught:
        read_text(READER, tmp_path / "a.jsonl", content)
    assert caught.value.code.startswith("prodigy.")


def test_lone_surrogates_and_line_ends_are_made_good_and_spans_follow(tmp_path: Path) -> None:
    text = line("a\r\nMerkel \ud800", spans=[{"start": 3, "end": 9, "label": "PERSON"}])
    (only,) = read_text(READER, tmp_path / "a.jsonl", text)
    assert only.article.text == "a\nMerkel \ufffd"
    assert [(each.text, each.start) for each in only.sets[0].spans.values()] == [("Merkel", 2)]


def test_only_files_with_prodigys_keys_fit() -> None:
    assert READER.fits(line(answer="accept").encode())
    assert READER.fits(json.dumps(written([quoted()])[0]).encode()[:4096])
    assert not READER.fits(b'{"id": "a", "text": "x", "sets": []}')
    assert not READER.fits(json.dumps({"text": 'says {"answer": 1}'}).encode())


def test_a_gold_set_without_a_name_keeps_its_kind_and_state() -> None:
    gold = annotation(by=Annotator(name="", kind="gold"), status="flagged", flag="why", note="n")
    back, losses = there_and_back(WRITER, READER, [Outgoing(article(), (gold,))])
    assert [list(each.sets) for each in back] == [[gold]]
    assert not losses
