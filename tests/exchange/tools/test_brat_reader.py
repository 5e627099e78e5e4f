import os
import tempfile
from pathlib import Path

import pytest
from brat_cases import lay, read
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.protocols import Incoming, Refused
from annotator.exchange.tools.brat import READER
from annotator.exchange.tools.brat_conf_in import schema_of
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.errors import ExchangeError
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema

TEXT = "Ada Brill said 🚀 that the lock,\nshe hoped, will open.\n"
LINES = """T1\tPerson 0 9\tAda Brill
T2\tReport 10 14\tsaid
T3\tContent 17 31;43 52\tthat the lock, will open
E1\tReport:T2 Who:T1 What:T3
A1\tSure E1 High
M1\tNegated E1
R1\tKnows Arg1:T1 Arg2:T3\t
A2\tOld R1
#1\tAnnotatorNotes E1\tis it\ta report?
#2\tAnnotatorNotes T1\tfirst
#3\tAnnotatorNotes T1\tsecond
#4\tAnnotatorNotes R1\tof a thing
N1\tReference T1 Wikidata:Q42\tAda Brill
*\tEquiv T1 T2 T3
"""
SHARED = next(
    (each / "shared" / "data" for each in Path(__file__).resolve().parents if (each / "shared" / "data").exists()),
    Path(),
)
shared = pytest.mark.skipif(Path() == SHARED, reason="the data of others is not here")


def the_set(item: Incoming | Refused) -> AnnotationSet:
    assert isinstance(item, Incoming)
    (only,) = item.sets
    return only


def labelled(annotation: AnnotationSet) -> dict[str, str]:
    return {each.id: each.label for each in annotation.spans.values()}


def links(annotation: AnnotationSet) -> list[tuple[str, str, str]]:
    names = labelled(annotation)
    return [(each.type, names[each.head], names[each.tail]) for each in annotation.relations.values()]


def schema(*, coref: bool = True, **labels: str) -> Schema:
    """A schema with the labels of LINES, and relation types as given."""
    named = ["Person", "Report", "Content"]
    types = {"Who": "Who", "What": "What", "Knows": "Knows", **labels}
    relations = [f'[[relations]]\nname = "{each}"\nhead = ["any"]\ntail = ["any"]' for each in types.values()]
    if coref:
        relations.append('[[relations]]\nname = "coref"\nhead = ["any"]\ntail = ["any"]\nsymmetric = true')
    return read_schema(
        f'name = "b"\nsets = {{any = {named!r}}}\n[[groups]]\nname = "g"\n'
        + "".join(f'[[labels]]\nname = "{each}"\ngroup = "g"\n' for each in named)
        + '[[attributes]]\nname = "Sure"\non = ["Report"]\nkind = "choice"\nchoices = ["High", "Low"]\n'
        + "\n".join(relations)
    )


def test_every_kind_of_line_comes_in(tmp_path: Path) -> None:
    (item,) = read(lay(tmp_path, TEXT, ann=LINES))
    assert isinstance(item, Incoming)
    assert item.article.meta == {"source": "a.txt"}
    assert item.notes == ("events taken as spans, with a relation for each argument: 1",)
    own = the_set(item)
    assert (own.annotator, own.state.status) == (Annotator(name="brat"), "done")
    person, report, content = own.spans.values()
    assert content.fragments == ((17, 31), (43, 52))
    assert content.text == "that the lock, will open"
    assert report.attributes == {"Sure": "High", "Negated": True}
    assert report.note == "is it\ta report?"
    assert person.note == "first\nsecond\nWikidata:Q42 Ada Brill"
    assert links(own) == [
        ("Knows", "Person", "Content"),
        ("Who", "Report", "Person"),
        ("What", "Report", "Content"),
        ("Equiv", "Report", "Person"),
        ("Equiv", "Content", "Report"),
    ]
    knows = next(iter(own.relations.values()))
    assert (knows.attributes, knows.note) == ({"Old": True}, "of a thing")


def test_under_a_schema_what_it_does_not_know_is_refused_by_line_and_the_span_stays(tmp_path: Path) -> None:
    item, *refused = read(lay(tmp_path, TEXT, ann=LINES), schema=schema())
    own = the_set(item)
    assert len(own.spans) == 3
    assert [each.attributes for each in own.spans.values()] == [{}, {"Sure": "High"}, {}]
    assert [kind for kind, _, _ in links(own)] == ["Knows", "Who", "What", "coref", "coref"]
    assert [each.place.rpartition(", ")[2] for each in refused] == ["line 6", "line 8"]
    assert "Negated" in refused[0].reason


def test_a_role_that_is_called_as_a_label_is_may_have_another_name_in_the_schema(tmp_path: Path) -> None:
    item, *refused = read(lay(tmp_path, TEXT, ann=LINES), schema=schema(Who="who", What="what-role"))
    assert [kind for kind, _, _ in links(the_set(item))][1:3] == ["who", "what-role"]
    assert len(refused) == 2


def test_a_span_on_several_lines_is_one_again_and_others_keep_their_fragments(tmp_path: Path) -> None:
    text = "One\n  \n two three  four"
    lines = "T1\tA 0 3;8 11\tOne two\nT2\tA 12 17;19 23\tthree four\nT3\tA 8 11;11 12\ttwo \n"
    (item,) = read(lay(tmp_path, text, ann=lines))
    assert [each.fragments for each in the_set(item).spans.values()] == [((0, 11),), ((12, 17), (19, 23)), ((8, 12),)]


@pytest.mark.parametrize("raw", ["\ufeffAda\r\n\r\nBrill 😀 said", "Ada\r\r\n\nBrill said", "Ada\x00\nBrill said"])
def test_offsets_count_the_text_as_its_file_has_it(tmp_path: Path, raw: str) -> None:
    start = raw.index("Brill")
    (item,) = read(lay(tmp_path, raw, ann=f"T1\tA {start} {start + 5}\tBrill\r\n"))
    (only,) = the_set(item).spans.values()
    assert item.article.text[only.start : only.end] == only.text == "Brill"


def test_offsets_that_count_each_line_end_as_one_character_are_seen_to_be_so(tmp_path: Path) -> None:
    raw = "Ada\r\n\r\nBrill said\r\n"
    text = raw.replace("\r\n", "\n")
    start = text.index("Brill")
    (item,) = read(lay(tmp_path, raw, ann=f"T1\tA {start} {start + 5}\tBrill\n"))
    (only,) = the_set(item).spans.values()
    assert (item.article.text, only.fragments) == (text, ((start, start + 5),))
    assert "offsets count each line end as one character" in item.notes


def test_a_span_that_does_not_match_is_refused_with_its_relations_and_the_rest_comes_in(tmp_path: Path) -> None:
    item, *refused = read(lay(tmp_path, TEXT, ann=LINES.replace("T3\tContent 17", "T3\tContent 16")))
    assert list(labelled(the_set(item)).values()) == ["Person", "Report"]
    assert [kind for kind, _, _ in links(the_set(item))] == ["Who", "Equiv"]
    assert "does not match the article" in refused[0].reason
    assert refused[0].place.endswith("a.ann, set of brat")
    assert len(refused) == 4


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("T9\tPerson 0 99\tAda", "goes past the text"),
        ("T9\tPerson 0 999\tAda", "is not all that it covers, 0-999"),
        ("T9\tPerson -4 3\tAda", "goes past the text"),
        ("T9\tPerson 3 0\tx", "ends before it starts"),
        ("T9\tPerson 0 3\t", "does not quote the text"),
        ("T9\tPerson 3 3\tx", "ends before it starts"),
        ("T1\tPerson 0 3\tAda", "used twice"),
        ("T9\tPerson zero 3\tAda", "no label with the start and end"),
        ("T9\tPerson 0\tAda", "no label with the start and end"),
        ("T9", "no line of brat's format"),
        ("Hello", "no line of brat's format"),
        ("R9\tKnows Arg1:T1", "does not have two ends"),
        ("R9\t", "does not have two ends"),
        ("R9\tKnows Arg1:T1 Arg2:T77", "left out or is not there"),
        ("E9\tReport", "event E9 cannot be read"),
        ("E9\t", "event E9 cannot be read"),
        ("A9\tSure", "does not say of what"),
        ("A9\tSure T77 High", "is of T77, which is not there"),
        ("#9\tAnnotatorNotes T77\thm", "is of T77, which is not there"),
        ("#9\tAnnotatorNotes\thm", "does not say of what"),
        ("N9\tReference T1\tAda", "reference N9 cannot be read"),
        ("*\tEquiv T1", "fewer than two members"),
    ],
)
def test_a_line_that_cannot_be_taken_is_refused_with_a_sentence(tmp_path: Path, line: str, reason: str) -> None:
    item, refused = read(lay(tmp_path, TEXT, ann=f"{LINES}\n{line}\n"))
    assert isinstance(refused, Refused)
    assert reason in refused.reason
    assert len(the_set(item).spans) == 3


def test_labels_are_mapped_and_one_is_left_out_with_its_relations_and_told_once(tmp_path: Path) -> None:
    lines = LINES + "T7\tReport 32 35\tshe\n"
    item, told = read(lay(tmp_path, TEXT, ann=lines), labels={"Person": "Actor", "Report": "", "Knows": "knows"})
    assert list(labelled(the_set(item)).values()) == ["Actor", "Content"]
    assert links(the_set(item)) == [("knows", "Actor", "Content")]
    assert told.reason == "The label Report is left out, here and from now on, as asked."


def test_the_annotator_may_be_told_and_be_a_model(tmp_path: Path) -> None:
    model = Annotator(name="tagger", kind="model")
    (item,) = read(lay(tmp_path, TEXT, ann=LINES), annotator=model)
    assert the_set(item).annotator == model
    (several,) = read(lay(tmp_path, TEXT, ada=LINES), annotator=model, annotator_suffix="_")
    assert [each.annotator.kind for each in several.sets] == ["model", "model"]
    assert [each.annotator.name for each in several.sets] == ["tagger", "ada"]


def test_files_of_several_annotators_are_sets_of_one_article(tmp_path: Path) -> None:
    lay(tmp_path, TEXT, ada=LINES, bob="T1\tPerson 0 3\tAda\n", carl="")
    (item,) = read(tmp_path, annotator_suffix="_")
    assert [(each.annotator.name, len(each.spans)) for each in item.sets] == [("ada", 3), ("bob", 1), ("carl", 0)]
    assert {each.state.status for each in item.sets} == {"done"}
    assert item.sets[0].spans.keys().isdisjoint(item.sets[1].spans)


def test_an_annotation_file_belongs_to_the_longest_text_of_its_name(tmp_path: Path) -> None:
    for name in ("x.txt", "x_y.txt"):
        (tmp_path / name).write_text(f"Text of {name}", encoding="utf-8")
    for name in ("x_y.ann", "x_ada.ann", "x_y_ada.ann", "x_y_a_b.ann", "z_ada.ann"):
        (tmp_path / name).write_text("T1\tA 0 4\tText\n", encoding="utf-8")
    one, orphan, two = read(tmp_path, annotator_suffix="_")
    assert [each.annotator.name for each in one.sets] == ["ada"]
    assert sorted(each.annotator.name for each in two.sets) == ["a_b", "ada", "brat"]
    assert orphan.place.endswith("z_ada.ann")
    assert "belongs to no text" in orphan.reason


def test_texts_and_annotation_may_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    texts, annotations = tmp_path / "text", tmp_path / "ann"
    texts.mkdir()
    annotations.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    (annotations / "a-ada.ann").write_text(LINES, encoding="utf-8")
    (item,) = read(texts, annotations=annotations, annotator_suffix="-")
    assert the_set(item).annotator.name == "ada"
    with pytest.raises(ExchangeError, match="nowhere cannot be read"):
        read(texts, annotations=tmp_path / "nowhere")


def test_one_annotation_file_brings_its_text_and_no_other_annotation(tmp_path: Path) -> None:
    lay(tmp_path, TEXT, ada=LINES, bob=LINES)
    (item,) = read(tmp_path / "a_ada.ann", annotator_suffix="_")
    assert the_set(item).annotator.name == "ada"
    with pytest.raises(ExchangeError, match=r"a_ada\.txt is missing.*--annotator-suffix"):
        read(tmp_path / "a_ada.ann")


def test_a_text_that_nobody_has_annotated_comes_in_alone(tmp_path: Path) -> None:
    (item,) = read(lay(tmp_path, TEXT, ann="\n"))
    assert (item.sets, item.notes) == ((), ("a.ann is empty: nobody has annotated it",))
    (tmp_path / "a.ann").unlink()
    (item,) = read(tmp_path / "a.txt")
    assert item.sets == ()


def test_files_that_come_while_the_program_runs_are_seen(tmp_path: Path) -> None:
    lay(tmp_path, TEXT)
    old = 1_700_000_000
    os.utime(tmp_path, (old, old))
    assert read(tmp_path / "a.txt")[0].sets == ()
    lay(tmp_path, TEXT, ann=LINES)
    assert len(read(tmp_path / "a.txt")[0].sets) == 1


def test_a_file_in_another_encoding_is_read_and_one_that_is_no_text_refused(tmp_path: Path) -> None:
    path = lay(tmp_path, "Café Zoë, déjà vu à Genève, cela était très bien".encode("cp1252"), ann="T1\tA 5 8\tZoë\n")
    (item,) = read(path)
    assert [each.text for each in the_set(item).spans.values()] == ["Zoë"]
    for content, code in ((b"%PDF-1.4 \xff\xfe", "brat.encoding"), (b" \n", "brat.empty")):
        path.write_bytes(content)
        with pytest.raises(ExchangeError) as caught:
            read(path)
        assert caught.value.code == code


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = lay(tmp_path, TEXT)
    os.truncate(path, 2**30)
    with pytest.raises(ExchangeError, match="too much for one file"):
        read(path)
    with pytest.raises(ExchangeError, match=r"none\.txt cannot be read"):
        read(tmp_path / "none.txt")


def test_many_spans_that_claim_a_whole_book_take_no_time(tmp_path: Path) -> None:
    book, count = "word " * 400_000, 20_000
    lines = "".join(f"T{at}\tA 0 {len(book)}\tword\n" for at in range(count))
    item, *refused = read(lay(tmp_path, book, ann=lines))
    assert (len(the_set(item).spans), len(refused)) == (0, count)


@given(st.text(st.sampled_from("ab \r\n\ufeff😀\x00\u2028\t"), min_size=1, max_size=30), st.data())
def test_a_span_of_any_text_covers_the_same_words_or_is_refused(raw: str, data: st.DataObject) -> None:
    if not raw.replace("\ufeff", "").strip():
        return
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    quoted = raw[start:end].replace("\n", " ").replace("\r", " ")
    with tempfile.TemporaryDirectory() as name:
        item, *refused = read(lay(Path(name), raw, ann=f"T1\tA {start} {end}\t{quoted}\n"))
    own = the_set(item)
    assert len(own.spans) + len(refused) == 1
    for each in own.spans.values():
        wanted = raw[start:end].replace("\x00", "\ufffd")
        assert each.text.replace("\ufeff", "").split() == wanted.replace("\ufeff", "").split()


@shared
def test_the_tutorial_of_brat_comes_in_whole_under_the_schema_of_its_own_configuration() -> None:
    folder = SHARED / "brat-news"
    made = read_schema(schema_of(folder / "annotation.conf"))
    found = read(folder, schema=made)
    assert [each for each in found if isinstance(each, Refused)] == []
    assert len(found) == 13
    sets = [one for each in found if isinstance(each, Incoming) for one in each.sets]
    assert sum(len(each.spans) for each in sets) == 119


@shared
def test_six_annotators_of_the_same_texts_come_in_whole() -> None:
    folder = SHARED / "polnear-annotators"
    options = {"annotations": folder / "attributions", "annotator_suffix": "_"}
    found = read(folder / "text", **options)
    assert [len(each.sets) for each in found if isinstance(each, Incoming)] == [6, 6, 6, 6]
    assert [each for each in found if isinstance(each, Refused)] == []
    sets = [one for each in found for one in each.sets]
    assert (sum(len(each.spans) for each in sets), {each.state.status for each in sets}) == (1305, {"done"})


def test_the_format_is_known_by_its_ending_and_first_lines() -> None:
    assert READER.suffixes == (".ann",)
    assert READER.fits(LINES.encode())
    assert READER.fits(b"")
    assert not READER.fits(b"Dear annotator")
