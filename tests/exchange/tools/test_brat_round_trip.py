import re
import tempfile
from pathlib import Path

import pytest
from brat_cases import accepted, read, write
from exchange_cases import SCHEMA, SCHEMA_TEXT, TEXT, annotation, items, outgoing, quoted, span, span_at
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import RICH, annotated_texts, annotation_sets, article_texts

from annotator.exchange.files_out import MARK
from annotator.exchange.lost import META, ORIGIN, SCORE, STATE, VERDICT
from annotator.exchange.protocols import CancelledError, Incoming, Outgoing
from annotator.exchange.tools.brat import RENAMED, WHOSE
from annotator.exchange.tools.brat_lines import BREAKS
from annotator.exchange.tools.brat_names import file_part
from annotator.exchange.tools.brat_out import AS_TEXT, MOVED, NO_TEXT, NOTE, VALUE
from annotator.model.annotation import AnnotationSet, Annotator, Attributes, Relation, Span, text_order
from annotator.model.article import make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema

_UNHELD = re.compile(f"\t|{BREAKS.pattern}")
BOB = Annotator(name="Bob/../x: 100%")


def item(text: str, *sets: AnnotationSet) -> Outgoing:
    return Outgoing(make_article(id=new_id(), title="", text=text), sets)


def held_values(values: Attributes) -> Attributes:
    """brat has a flag that is set, and values of one line."""
    lines = {name: str(value) for name, value in values.items() if value is not False}
    good = [name for name, line in lines.items() if line == line.strip() != "" and not _UNHELD.search(line)]
    return {name: values[name] for name in good}


def held_note(note: str) -> str:
    return BREAKS.sub("\n", note)


def check(made: AnnotationSet, back: AnnotationSet) -> dict[str, int]:
    """Compare what went out with what came in; how much was lost, by what of it is to be told."""
    out = [each for each in sorted(made.spans.values(), key=text_order) if each.text.strip()]
    pairs = dict(zip([each.id for each in out], back.spans.values(), strict=True))
    lost = {"text": len(made.spans) - len(out), "moved": 0, "values": 0}
    for each in out:
        again = pairs[each.id]
        assert (again.label, again.note) == (each.label, held_note(each.note))
        assert again.attributes == held_values(each.attributes)
        assert again.text.split() == each.text.split()
        lost["moved"] += again.fragments != each.fragments
        lost["values"] += len(each.attributes) - len(again.attributes)
        if not any(map(BREAKS.search, (each.text, _gaps(each, made)))):
            assert again.fragments == each.fragments
    linked = [each for each in made.relations.values() if each.head in pairs and each.tail in pairs]
    said = [
        (each.type, pairs[each.head].id, pairs[each.tail].id, held_values(each.attributes), held_note(each.note))
        for each in linked
    ]
    again = [(each.type, each.head, each.tail, each.attributes, each.note) for each in back.relations.values()]
    assert sorted(said, key=repr) == sorted(again, key=repr)
    lost["text"] += len(made.relations) - len(linked)
    lost["values"] += sum(len(each.attributes) - len(held_values(each.attributes)) for each in linked)
    return lost


def _gaps(span: Span, made: AnnotationSet) -> str:
    """Fragments that white space with a line end parts are joined: any text of which they are cut has a line end."""
    return "\n" if len(span.fragments) > 1 else ""


@given(annotated_texts())
def test_what_brat_can_hold_comes_in_again_and_all_else_is_in_the_loss_report(made: tuple[str, AnnotationSet]) -> None:
    text, own = made
    if not text.strip():
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "out"
        losses = write([item(text, own)], folder, schema=RICH)
        (ann,) = folder.glob("*.ann")
        (txt,) = folder.glob("*.txt")
        assert txt.read_bytes().decode() == text
        accepted(text, ann.read_bytes().decode())
        if not own.spans:
            return
        back, *refused = read(folder, schema=RICH)
    assert back.article.text == text
    (again,) = back.sets
    if losses.count(MOVED):  # two relations may have become the same
        refused = [each for each in refused if not each.reason.endswith("twice.")]
        if len(again.relations) != len(own.relations):
            return
    assert refused == []
    lost = check(own, again)
    assert losses.count(NO_TEXT) == lost["text"]
    assert losses.count(MOVED) == lost["moved"]
    assert losses.count(VALUE) == lost["values"]
    assert losses.count(VERDICT) == len(own.verdicts)
    gone = {each.id for each in own.spans.values() if not each.text.strip()}
    there = [each for each in own.spans.values() if each.id not in gone]
    there += [each for each in own.relations.values() if not gone & {each.head, each.tail}]
    assert losses.count(ORIGIN) == sum(each.origin is not None for each in there)
    assert losses.count(SCORE) == sum(each.score is not None for each in there)
    state = own.state
    told = bool(state.note) + bool(state.flag) + (state.status != "done") + len(state.attributes)
    assert losses.count(STATE) == told
    notes = sum(held_note(each.note) != each.note for each in there)
    assert losses.count(NOTE) == notes


@given(article_texts.filter(str.strip), st.data())
def test_several_annotators_come_in_again_by_their_names(text: str, data: st.DataObject) -> None:
    names = ["Ada", "ada", "a_b", "x%41", "Ünal Ö", "con.", BOB.name, "名"]
    wanted = data.draw(st.lists(st.sampled_from(names), min_size=2, max_size=4, unique=True))
    own = {name: data.draw(annotation_sets(text, annotator=Annotator(name=name))) for name in wanted}
    with tempfile.TemporaryDirectory() as folder:
        losses = write([item(text, *own.values())], Path(folder) / "out", schema=RICH)
        back, *_ = read(Path(folder) / "out", schema=RICH, annotator_suffix="_")
    assert {each.annotator for each in back.sets} == {each.annotator for each in own.values()}
    assert losses.count(WHOSE) == 0
    assert all(each.state.status == "done" for each in back.sets)


@settings(max_examples=40)
@given(st.lists(items(), max_size=3))
def test_any_project_goes_out_as_brat_takes_it_without_a_schema_too(made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "out"
        losses = write(made, folder)
        assert losses.count(META) >= sum(len(each.article.meta) for each in made)
        assert len(list(folder.glob("*.txt"))) == len(made)
        for ann in folder.glob("*.ann"):
            number = ann.name[:5]
            (txt,) = folder.glob(f"{number}*.txt")
            accepted(txt.read_bytes().decode(), ann.read_bytes().decode())
        back = [each for each in read(folder, annotator_suffix="_") if isinstance(each, Incoming)]
        assert [each.article.text for each in back] == [each.article.text for each in made]
        lost = losses.count(NO_TEXT)
        spans = sum(len(one.spans) for each in made for one in each.sets)
        relations = sum(len(one.relations) for each in made for one in each.sets)
        again = [one for each in back for one in each.sets]
        assert sum(len(one.spans) + len(one.relations) for one in again) == spans + relations - lost


def test_what_is_marked_in_the_news_comes_in_again_under_the_news_schema(tmp_path: Path) -> None:
    made = quoted()
    losses = write([made], tmp_path / "out", schema=SCHEMA, schema_text=SCHEMA_TEXT)
    (back,) = read(tmp_path / "out", schema=SCHEMA, annotator=made.sets[0].annotator)
    (own,), (again,) = made.sets, back.sets
    assert {each.key for each in again.spans.values()} == {each.key for each in own.spans.values()}
    assert [each.note for each in again.relations.values()] == ["plain"]
    assert sorted(losses.kinds) == ["annotator", "origins", "scores", "set_state", "verdicts"]
    assert losses.count(VERDICT) == 2


def test_the_same_articles_give_the_same_bytes_whatever_the_order_of_spans(tmp_path: Path) -> None:
    one, two = span(TEXT, "GPE", "New York"), span(TEXT, "PERSON", "Keir Starmer")
    first = outgoing(one, two)
    second = Outgoing(first.article, (annotation(two, one),))
    for name, each in (("a", first), ("b", second)):
        write([each], tmp_path / name, schema=SCHEMA)
    one_, two_ = ({path.name: path.read_bytes() for path in (tmp_path / each).iterdir()} for each in "ab")
    assert one_ == two_
    assert sorted(one_) == [
        MARK,
        "00001-starmer-pledges.ann",
        "00001-starmer-pledges.txt",
        "annotation.conf",
        "visual.conf",
    ]


def test_a_span_over_lines_has_a_fragment_on_each_and_is_one_again(tmp_path: Path) -> None:
    text = "He said:\n\n“One.\n  Two.”\nThen"
    made = span_at(text, "QUOTE", (10, 23))
    losses = write([outgoing(made, text=text)], tmp_path / "out", schema=SCHEMA)
    lines = (tmp_path / "out" / "00001-he-said.ann").read_text(encoding="utf-8")
    assert lines == "T1\tQUOTE 10 15;16 23\t“One.   Two.”\n"
    (back,) = read(tmp_path / "out", schema=SCHEMA)
    (only,) = back.sets[0].spans.values()
    assert only.fragments == ((10, 23),)
    assert losses.count(MOVED) == 0


def test_a_name_that_brat_cannot_hold_is_changed_told_and_changed_back(tmp_path: Path) -> None:
    toml = """
name = "odd"
[[groups]]
name = "les noms"
[[labels]]
name = "Äußerung 1"
group = "les noms"
[[labels]]
name = "Auerung_1"
group = "les noms"
[[labels]]
name = "名"
group = "les noms"
[[attributes]]
name = "how sure"
on = ["les noms"]
kind = "choice"
choices = ["a|b", "very, very"]
[[relations]]
name = "is said by"
head = ["Äußerung 1"]
tail = ["名"]
"""
    schema = read_schema(toml)
    text = "One two three"
    spans = [
        replace(span(text, label, piece), attributes={"how sure": choice})
        for label, piece, choice in (
            ("Äußerung 1", "One", "a|b"),
            ("Auerung_1", "two", "very, very"),
            ("名", "three", "a|b"),
        )
    ]
    says = Relation(id=new_id(), type="is said by", head=spans[0].id, tail=spans[2].id)
    losses = write([outgoing(*spans, text=text, relations=(says,))], tmp_path / "out", schema=schema)
    assert losses.count(RENAMED) == 4
    ann = (tmp_path / "out" / "00001-one-two-three.ann").read_text(encoding="utf-8")
    assert accepted(text, ann) == 7
    assert [line.split("\t")[1].split()[0] for line in ann.splitlines() if line[0] == "T"] == [
        "Auerung_1_2",
        "Auerung_1",
        "unnamed",
    ]
    (back,) = read(tmp_path / "out", schema=schema)
    assert [(each.label, each.attributes) for each in back.sets[0].spans.values()] == [
        (each.label, each.attributes) for each in spans
    ]
    assert [each.type for each in back.sets[0].relations.values()] == ["is said by"]


def test_a_number_that_the_schema_does_not_know_is_told_to_come_back_as_text(tmp_path: Path) -> None:
    made = replace(span(TEXT, "GPE", "New York"), attributes={"weight": 3})
    losses = write([outgoing(made)], tmp_path / "out")
    assert losses.count(AS_TEXT) == 1
    (back,) = read(tmp_path / "out")
    assert next(iter(back.sets[0].spans.values())).attributes == {"weight": "3"}


def test_a_cancelled_export_leaves_the_old_folder(tmp_path: Path) -> None:
    write([quoted()], tmp_path / "out", schema=SCHEMA)
    before = sorted(path.name for path in (tmp_path / "out").iterdir())
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        write([outgoing(), outgoing()], tmp_path / "out", cancelled=lambda: next(answers))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == before
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".json"] == ["out"]


def test_a_span_that_has_slipped_stops_the_export_by_the_articles_name(tmp_path: Path) -> None:
    slipped = replace(span(TEXT, "PERSON", "Keir Starmer"), fragments=((3, 15),))
    with pytest.raises(ExchangeError, match="does not match"):
        write([outgoing(slipped)], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_note_that_is_no_valid_text_stops_the_export_with_a_sentence(tmp_path: Path) -> None:
    bad = replace(span(TEXT, "GPE", "New York"), note="\ud800")
    with pytest.raises(ExchangeError, match="no valid text"):
        write([outgoing(bad)], tmp_path / "out")


@pytest.mark.parametrize("value", [" edge", "edge ", "", "two\nlines", "a\ttab", "a\u2028b", False])
def test_a_value_that_has_no_line_in_brat_is_left_out_and_told(tmp_path: Path, value: str | bool) -> None:
    made = replace(span(TEXT, "GPE", "New York"), attributes={"kept": "two words", "lost": value})
    losses = write([outgoing(made)], tmp_path / "out")
    assert losses.count(VALUE) == 1
    (back,) = read(tmp_path / "out")
    assert next(iter(back.sets[0].spans.values())).attributes == {"kept": "two words"}


def test_names_of_annotators_are_safe_in_file_names_and_differ_whatever_the_case() -> None:
    taken: set[str] = set()
    made = [file_part(name, taken) for name in ("Ada", "ada", "../x", "a/b:c", "x" * 200)]
    assert made[:4] == ["Ada", "%61%64%61", "..%2fx", "a%2fb%3ac"]
    assert len(made[4]) == 16
    assert len({each.casefold() for each in made}) == 5


def test_annotators_of_one_name_or_none_have_files_of_their_own(tmp_path: Path) -> None:
    everyone = [
        ("", "person"),
        ("", "model"),
        ("Ada", "person"),
        ("Ada", "model"),
        ("Ada", "gold"),
        ("Ada 2", "person"),
    ]
    sets = [annotation(span(TEXT, "GPE", "New York"), by=Annotator(name=name, kind=kind)) for name, kind in everyone]
    item = outgoing()
    losses = write([Outgoing(item.article, tuple(sets))], tmp_path / "out")
    (back,) = read(tmp_path / "out", annotator_suffix="_")
    names = sorted(each.annotator.name for each in back.sets)
    assert names == ["Ada", "Ada 2", "Ada 2 2", "Ada 3", "unnamed", "unnamed 2"]
    assert all(len(each.spans) == 1 for each in back.sets)
    assert losses.count(WHOSE) >= 4
