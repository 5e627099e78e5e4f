"""WebAnno TSV built to the published format (INCEpTION user guide, “WebAnno TSV 3.3 File format”), in our words."""

from pathlib import Path

import pytest
from exchange_cases import SCHEMA, quoted
from layer_cases import read, write

from annotator.exchange import registry
from annotator.exchange.tools.webanno import READER, WRITER
from annotator.exchange.tools.webanno_rows import parts, slots, stacked, text_back, text_out, value_back, value_out
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.errors import ExchangeError

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
POS = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"


def tsv(head: str, *sentences: str, version: str = "3.3") -> str:
    """A file; of the rows, which are written with blanks for tabs, each gets the tab that ends it."""
    made = [f"#FORMAT=WebAnno TSV {version}", *head.split(), "", ""]
    for sentence in sentences:
        lines = sentence.split("\n")
        made += [line if line.startswith("#") or not line else line.replace(" ", "\t") + "\t" for line in lines]
        made.append("")
    return "\n".join(made) + "\n"


def load(path: Path, text: str, **options: object) -> tuple[str, AnnotationSet, list[str]]:
    path.write_bytes(text.encode("utf-8"))
    (item,), refused = read(path, READER, **options)
    return item.article.text, item.sets[0], [each.reason for each in refused]


def said(made: AnnotationSet) -> set[tuple[str, str]]:
    return {(each.label, each.text) for each in made.spans.values()}


def arcs(made: AnnotationSet) -> set[tuple[str, str, str]]:
    return {(each.type, made.spans[each.head].text, made.spans[each.tail].text) for each in made.relations.values()}


ENTITIES = tsv(
    f"#T_SP={POS}|PosValue #T_SP={NER}|value|identifier",
    "#Text=Mrs. Pelosi spoke\n1-1 0-4 Mrs. NNP PER[1]|TITLE[2] Q1[1]|*[2]\n1-2 5-11 Pelosi NNP PER[1] Q1[1]\n"
    "1-3 12-17 spoke VBD _ _",
    "#Text=in Rome .\n2-1 18-20 in IN _ _\n2-2 21-25 Rome NNP * *\n2-3 26-27 . . _ _",
)


def test_stacked_spans_and_spans_of_several_tokens_come_in_with_their_features(tmp_path: Path) -> None:
    text, made, refused = load(tmp_path / "a.tsv", ENTITIES)
    assert text == "Mrs. Pelosi spoke\nin Rome ."
    assert said(made) == {("PER", "Mrs. Pelosi"), ("TITLE", "Mrs."), ("NamedEntity", "Rome")}
    assert {each.label: each.attributes for each in made.spans.values()}["PER"] == {"identifier": "Q1"}
    assert made.annotator == Annotator(name="webanno")
    assert refused == []


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_is_the_same(tmp_path: Path) -> None:
    _, one, _ = load(tmp_path / "a.tsv", ENTITIES)
    _, other, _ = load(tmp_path / "b.tsv", "\ufeff" + ENTITIES.replace("\n", "\r\n"))
    assert said(one) == said(other)


def test_offsets_count_utf_16_units_or_code_points_where_only_these_fit(tmp_path: Path) -> None:
    head = f"#T_SP={NER}|value"
    right = tsv(
        head, "#Text=😊 in 😊 Rome .\n1-1 0-2 😊 _\n1-2 3-5 in _\n1-3 6-8 😊 _\n1-4 9-13 Rome GPE\n1-5 14-15 . _"
    )
    _, made, refused = load(tmp_path / "a.tsv", right)
    assert (said(made), refused) == ({("GPE", "Rome")}, [])
    points = tsv(
        head, "#Text=😊 in 😊 Rome .\n1-1 0-1 😊 _\n1-2 2-4 in _\n1-3 5-6 😊 _\n1-4 7-11 Rome GPE\n1-5 12-13 . _"
    )
    path = tmp_path / "b.tsv"
    path.write_text(points, encoding="utf-8")
    (item,), _ = read(path, READER)
    assert said(item.sets[0]) == {("GPE", "Rome")}
    assert "code points" in item.notes[0]


def test_a_span_on_a_token_that_the_text_does_not_have_there_is_refused_and_the_rest_comes_in(tmp_path: Path) -> None:
    moved = ENTITIES.replace("2-2\t21-25\tRome", "2-2\t20-24\tRome")
    _, made, refused = load(tmp_path / "a.tsv", moved)
    assert said(made) == {("PER", "Mrs. Pelosi"), ("TITLE", "Mrs.")}
    (reason,) = refused
    assert "“Rome” does not match the article, which has “Rom” at 20-24" in reason


def test_parts_of_tokens_are_spans_of_their_own(tmp_path: Path) -> None:
    text = tsv(
        f"#T_SP={NER}|value",
        "#Text=pro-Rome plays\n1-1 0-8 pro-Rome _\n1-1.1 0-3 pro X[1]\n1-1.2 2-8 o-Rome GPE[2]\n1-2 9-14 plays GPE[2]",
    )
    _, made, _ = load(tmp_path / "a.tsv", text)
    assert said(made) == {("X", "pro"), ("GPE", "o-Rome plays")}


def test_relations_go_from_the_unit_that_they_name_to_the_row_that_they_stand_in(tmp_path: Path) -> None:
    head = f"#T_SP={NER}|value #T_RL=webanno.custom.Knows|value|BT_{NER}"
    rows = "#Text=Ann met Bob\n1-1 0-3 Ann PER _ _\n1-2 4-7 met _ _ _\n"
    rows += "1-3 8-11 Bob PER[1]|MALE[2] *|old 1-1[0_1]|1-1[0_2]"
    _, made, refused = load(tmp_path / "a.tsv", tsv(head, rows))
    assert refused == []
    found = {(each.type, made.spans[each.head].label, made.spans[each.tail].label) for each in made.relations.values()}
    assert found == {("Knows", "PER", "PER"), ("old", "PER", "MALE")}
    assert arcs(made) == {("Knows", "Ann", "Bob"), ("old", "Ann", "Bob")}


def test_a_relation_to_a_unit_without_annotation_is_refused(tmp_path: Path) -> None:
    head = f"#T_SP={NER}|value #T_RL=webanno.custom.Knows|value|BT_{NER}"
    _, made, refused = load(tmp_path / "a.tsv", tsv(head, "#Text=Ann met\n1-1 0-3 Ann PER x 1-2\n1-2 4-7 met _ _ _"))
    assert made.relations == {}
    assert refused == ["A Knows has an end at 1-2, where nothing is annotated: left out."]


def test_slots_are_relations_of_their_role(tmp_path: Path) -> None:
    link = "webanno.custom.DealPartsLink"
    part = "webanno.custom.Part"
    head = f"#T_SP=webanno.custom.Deal|kind|ROLE_webanno.custom.Deal:Parts_{link}|{part} #T_SP={part}|value"
    rows = "#Text=Ann sold old clocks\n1-1 0-3 Ann _ _ _ who\n1-2 4-8 sold sale seller;goods 1-1;1-3[4] _\n"
    _, made, refused = load(
        tmp_path / "a.tsv", tsv(head, f"{rows}1-3 9-12 old _ _ _ what[4]\n1-4 13-19 clocks _ _ _ what[4]")
    )
    assert refused == []
    assert said(made) == {("who", "Ann"), ("Deal", "sold"), ("what", "old clocks")}
    assert arcs(made) == {("seller", "sold", "Ann"), ("goods", "sold", "old clocks")}


def test_chains_are_relations_from_each_element_to_the_next(tmp_path: Path) -> None:
    head = "#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation"
    rows = "#Text=He hurt himself again\n1-1 0-2 He pr[1] coref->1-1\n1-2 3-7 hurt _ _\n1-3 8-15 himself pr[1] *->1-2\n"
    _, made, _ = load(tmp_path / "a.tsv", tsv(head, f"{rows}1-4 16-21 again _ _"))
    assert said(made) == {("pr", "He"), ("pr", "himself")}
    assert arcs(made) == {("coref", "He", "himself")}


def test_layers_without_features_and_older_versions_are_read(tmp_path: Path) -> None:
    sentence = "#Sentence.id=s1\n#Text=Say \\u201ehi\\\\\n1-1 0-3 Say *[1]\n1-2 4-8 „hi\\ *[1]"
    text, made, _ = load(tmp_path / "a.tsv", tsv("#T_SP=webanno.custom.Quote|", sentence, version="3.1"))
    assert text == "Say „hi\\"
    assert said(made) == {("Quote", "Say „hi\\")}


def test_labels_are_mapped_and_left_out(tmp_path: Path) -> None:
    labels = {"PER": "PERSON", "TITLE": "", "NamedEntity": "GPE"}
    _, made, refused = load(tmp_path / "a.tsv", ENTITIES, schema=SCHEMA, labels=labels)
    assert said(made) == {("PERSON", "Mrs. Pelosi"), ("GPE", "Rome")}
    assert any("label TITLE is left out" in each for each in refused)


def test_a_gap_between_sentences_is_filled_as_inception_fills_it(tmp_path: Path) -> None:
    text = tsv(f"#T_SP={NER}|value", "#Text=One .\n1-1 0-3 One A\n1-2 4-5 . _", "#Text=Two\n2-1 9-12 Two B")
    found, made, _ = load(tmp_path / "a.tsv", text)
    assert found == "One .\n   Two"
    assert said(made) == {("A", "One"), ("B", "Two")}
    touching = tsv(f"#T_SP={NER}|value", "#Text=One .\n1-1 0-3 One A\n1-2 4-5 . _", "#Text=Two\n2-1 5-8 Two B")
    assert load(tmp_path / "b.tsv", touching)[0] == "One .Two"


@pytest.mark.parametrize(
    "value", ["a|b", "a_b", "*", "_", "a[1]", "\\", "a\\", "a->b", "a;b", "a\tb\nc", "->", "\\[", ""]
)
def test_reserved_characters_are_escaped_and_come_back(value: str) -> None:
    assert value_back(value_out(value)) == value
    assert text_back(text_out(value), java=False) == value
    if value:
        cell = f"{value_out(value)}[1]|{value_out(value)}[2]"
        assert [(value_back(one), number) for one, number in stacked(cell)] == [(value, "1"), (value, "2")]
        assert [value_back(one) for one, _ in slots(f"{value_out(value)};{value_out(value)}")] == [value, value]
    assert parts("1-3[4_0]") == ("1-3", "4_0")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("#FORMAT=WebAnno TSV 3.3", "#FORMAT=WebAnno TSV 2"), "does not begin"),
        (("2-1\t18-20", "2-1\t7-20"), "begins at 7"),
        (("2-1\t18-20", "2-1\t900000000-900000002"), "begins at 900000000"),
        (("spoke\tVBD\t_\t_\t", "spoke"), "cells in line"),
        (("1-3\t12-17", "1-3\ttwelve"), "no token"),
        (("#Text=Mrs. Pelosi spoke\n", ""), "before the first"),
        (("#T_SP", "#T_XX"), "not known"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_by_name_and_place(
    tmp_path: Path, change: tuple[str, str], reason: str
) -> None:
    path = tmp_path / "a.tsv"
    assert change[0] in ENTITIES
    path.write_text(ENTITIES.replace(*change), encoding="utf-8")
    with pytest.raises(ExchangeError, match=reason) as caught:
        read(path, READER)
    assert caught.value.code == "webanno.syntax"
    assert str(path) in caught.value.sentence


def test_bytes_that_are_no_utf_8_and_a_comment_of_ours_that_is_no_json_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(ENTITIES.encode() + b"\xff")
    with pytest.raises(ExchangeError, match="not in UTF-8"):
        read(path, READER)
    path.write_text(ENTITIES.replace("#Text=in", "#news-annotator=[\n#Text=in"), encoding="utf-8")
    with pytest.raises(ExchangeError, match="no JSON"):
        read(path, READER)


def test_an_export_without_our_comment_is_read_as_another_tool_would_write_it_again(tmp_path: Path) -> None:
    item = quoted()
    (path,), _ = write([item], tmp_path / "out", WRITER)
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(line for line in lines if not line.startswith("#news-annotator")), encoding="utf-8")
    (back,), refused = read(path, READER, schema=SCHEMA)
    assert refused == []
    assert back.article.text == item.article.text
    assert back.sets[0].spans == item.sets[0].spans
    assert back.sets[0].relations == item.sets[0].relations
    assert back.sets[0].annotator == Annotator(name="anna")


def test_the_registry_knows_the_format_by_file_and_name(tmp_path: Path) -> None:
    (path,), _ = write([quoted()], tmp_path / "out", WRITER)
    assert registry.writer_for("webanno") is WRITER
    assert READER.fits(path.read_bytes()[:4096])
    assert not READER.fits(b"title\ttext\n")
