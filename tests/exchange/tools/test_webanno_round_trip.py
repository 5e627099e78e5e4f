import tempfile
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, TEXT, annotation, items, outgoing, quoted, span, span_at, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layer_cases import in_order, put_together, read, write
from msgspec.structs import replace

from annotator.exchange.protocols import CancelledError, Outgoing
from annotator.exchange.tools.webanno import READER, UNENDED, WHITE_SPACE, WRITER
from annotator.model.annotation import AnnotationSet, Relation, Span, covered
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id

MANY = settings(
    max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
odd_texts = st.text(st.sampled_from("ab.\\|_*[];-> \t\n\u2028\x01\x0b\x0c\x1c🚀é\u0301"), min_size=1, max_size=40)


def held_span(each: Span, text: str) -> Span | None:
    """The format has no place for white space at the ends of a fragment."""
    pieces = []
    for start, end in each.fragments:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            pieces.append((start, end))
    return replace(each, fragments=tuple(pieces), text=covered(text, tuple(pieces))) if pieces else None


def held(item: Outgoing) -> Outgoing:
    """What the format holds of an item."""
    sets: list[AnnotationSet] = []
    for each in item.sets:
        spans = {key: one for key, span in each.spans.items() if (one := held_span(span, item.article.text))}
        ends = {key: one for key, one in each.relations.items() if one.head in spans and one.tail in spans}
        sets.append(replace(each, spans=spans, relations=ends))
    return in_order(Outgoing(item.article, tuple(sets)))


@pytest.mark.parametrize("schema", [SCHEMA, None])
@MANY
@given(made=st.lists(items(texts.filter(str.strip) | odd_texts.filter(str.strip)), max_size=3))
def test_what_the_format_holds_comes_in_again_and_the_rest_is_counted(schema: object, made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths, losses = write(made, Path(folder) / "out", WRITER, schema=schema)
        back = put_together(paths, READER)
    expected = sorted(map(held, made), key=lambda item: item.article.id)
    assert back == expected
    kept = {each.id: each for item in expected for each_set in item.sets for each in each_set.spans.values()}
    every = [each for item in made for each_set in item.sets for each in each_set.spans.values()]
    assert losses.count(WHITE_SPACE) == sum(kept.get(each.id) != each for each in every)
    ends = sum(len(each.relations) for item in made for each in item.sets)
    assert losses.count(UNENDED) == ends - sum(len(each.relations) for item in expected for each in item.sets)


def test_what_keeps_the_schema_comes_in_again_whole_when_the_schema_is_checked(tmp_path: Path) -> None:
    item = quoted()
    (path,), losses = write([item], tmp_path / "out", WRITER)
    (back,), refused = read(path, READER, schema=SCHEMA)
    assert (back.article, back.sets, refused) == (item.article, item.sets, [])
    assert not losses


def test_a_file_has_the_head_the_sentences_and_the_units_of_the_published_format(tmp_path: Path) -> None:
    text = "I like it 😊.\nMerkel's win"
    who = span(text, "PERSON", "Merk")
    (path,), _ = write([outgoing(who, text=text)], tmp_path / "out", WRITER, schema=None)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[:5] == [
        "#FORMAT=WebAnno TSV 3.3",
        "#T_SP=webanno.custom.Span|label|span_id",
        "#T_RL=webanno.custom.Relation|label|relation_id|BT_webanno.custom.Span",
        "",
        "",
    ]
    assert lines[5].startswith("#news-annotator={")
    nothing = "\t".join("_" * 5) + "\t"
    assert lines[6:13] == [
        "#Text=I like it 😊.",
        "#Text=",
        f"1-1\t0-1\tI\t{nothing}",
        f"1-2\t2-6\tlike\t{nothing}",
        f"1-3\t7-9\tit\t{nothing}",
        f"1-4\t10-12\t😊\t{nothing}",
        f"1-5\t12-13\t.\t{nothing}",
    ]
    assert lines[13:17] == [
        "",
        "#Text=Merkel's win",
        f"2-1\t14-20\tMerkel\t{nothing}",
        f"2-1.1\t14-18\tMerk\tPERSON[1]\t{who.id}[1]\t_\t_\t_\t",
    ]


def test_stacked_and_long_spans_are_told_apart_by_numbers_and_a_relation_stands_at_its_tail(tmp_path: Path) -> None:
    text = "Ms. Haag plays Elianti."
    haag, title, play = span(text, "PERSON", "Ms. Haag"), span(text, "ROLE", "Ms"), span(text, "QUOTE", "Elianti")
    says = Relation(id=new_id(), type="speaker", head=play.id, tail=haag.id)
    item = outgoing(haag, title, play, text=text, relations=(says,))
    (path,), _ = write([item], tmp_path / "out", WRITER, schema=None)
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line[:2] == "1-"]
    assert [(row[0], row[3], row[-2]) for row in rows[:3]] == [
        ("1-1", "PERSON[1]|ROLE[2]", "1-5[3_1]"),
        ("1-2", "PERSON[1]", "_"),
        ("1-3", "PERSON[1]", "_"),
    ]


def test_a_text_without_words_goes_out(tmp_path: Path) -> None:
    item = outgoing(span_at(" \n ", "PERSON", (0, 2)), text=" \n ")
    (path,), losses = write([item], tmp_path / "out", WRITER)
    assert losses.count(WHITE_SPACE) == 1
    assert read(path, READER)[1][0].reason == "The article has no text."


def test_the_order_in_which_spans_were_made_does_not_change_the_file(tmp_path: Path) -> None:
    one, two = span(TEXT, "GPE", "New York"), span(TEXT, "PERSON", "Keir Starmer")
    first = outgoing(one, two)
    second = Outgoing(first.article, (annotation(two, one),))
    (a,), _ = write([first], tmp_path / "a", WRITER)
    (b,), _ = write([second], tmp_path / "b", WRITER)
    assert a.read_bytes() == b.read_bytes()


def test_a_loss_names_the_article_the_place_the_label_and_what_was_done(tmp_path: Path) -> None:
    bad = span(TEXT, "PERSON", "Keir Starmer ")
    _, losses = write([outgoing(bad, title="My article")], tmp_path / "out", WRITER)
    assert (tmp_path / "out.losses.json").exists()
    (loss,) = losses.kinds["white_space"].listed
    assert (loss.article, loss.label, loss.place) == ("My article", "PERSON", f"{bad.start}-{bad.end}")
    assert loss.done == "written without the white space"


def test_a_cancelled_export_leaves_nothing(tmp_path: Path) -> None:
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        write([quoted(), quoted()], tmp_path / "out", WRITER, cancelled=lambda: next(answers))
    assert list(tmp_path.iterdir()) == []


def test_a_note_that_is_no_valid_text_stops_the_export(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="no valid text"):
        write([outgoing(replace(span_at(TEXT, "PERSON", (0, 7)), note="\ud800"))], tmp_path / "out", WRITER)
