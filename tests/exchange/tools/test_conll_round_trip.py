import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, SCHEMA_TEXT, TEXT, annotation, items, outgoing, quoted, span, span_at
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import RICH, annotated_texts

from annotator.exchange.losses import LossReport
from annotator.exchange.lost import STATE, VERDICT
from annotator.exchange.protocols import CancelledError, Incoming, Outgoing, ReadOptions, WriteOptions
from annotator.exchange.tools.conll import READER, WRITER
from annotator.exchange.tools.conll_out import (
    ATTRIBUTE,
    MISALIGNED,
    OTHER,
    OVERLAPPING,
    PIECES,
    RELATION,
    RENAMED,
)
from annotator.exchange.tools.conll_out import (
    TEXT as WHITE_SPACE,
)
from annotator.exchange.tools.tokens import tokens
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id

Tagged = list[tuple[str, str]]
EVERY = ("PERSON", "ORG", "QUOTE")


def write(items_: list[Outgoing], target: Path, **options: object) -> LossReport:
    return WRITER.write(items_, target, options=WriteOptions(**options))


def read(path: Path, **options: object) -> list[Incoming]:
    found = list(READER.read(path, options=ReadOptions(**options)))
    assert all(isinstance(each, Incoming) for each in found), found
    return found


def rows(path: Path) -> list[Tagged]:
    """Token and tag, by article."""
    articles: list[Tagged] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("-DOCSTART-"):
            articles.append([])
        elif line:
            token, _, tag = line.partition(" ")
            articles[-1].append((token, tag))
    return articles


def entities(text: str, own: AnnotationSet) -> list[tuple[str, str]]:
    """Labels with the words that they cover, in text order, white space aside."""
    spans = sorted(own.spans.values(), key=lambda each: each.fragments)
    return [(each.label, "".join(each.text.split())) for each in spans]


@given(annotated_texts(), st.sampled_from([".conll", ".iobes"]))
def test_tokens_and_labels_come_in_again_and_all_else_is_in_the_loss_report(
    made: tuple[str, AnnotationSet], ending: str
) -> None:
    text, own = made
    if not tokens(text):
        return
    item = Outgoing(make_article(id=new_id(), title="", text=text), (own,))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"a{ending}"
        losses = write([item], path, schema=RICH, ents=EVERY)
        (tagged,) = rows(path)
        (back,) = read(path, schema=RICH)
    assert [word for word, _ in tagged] == [text[start:end] for start, end in tokens(text)]
    assert "".join(back.article.text.split()) == "".join(text.split())
    (again,) = back.sets
    kept = len(own.spans) - losses.count(PIECES) - losses.count(MISALIGNED) - losses.count(OVERLAPPING)
    assert len(again.spans) == kept == sum(tag[0] in "BS" for _, tag in tagged)
    flat = [each for each in own.spans.values() if len(each.fragments) == 1]
    held = {(each.label, "".join(each.text.split())) for each in flat}
    assert set(entities(text, again)) <= held
    assert losses.count(PIECES) == len(own.spans) - len(flat)
    assert losses.count(RELATION) == len(own.relations)
    assert losses.count(VERDICT) == len(own.verdicts)
    told = sum(len(each.attributes) + bool(each.note) for each in own.spans.values())
    assert losses.count(ATTRIBUTE) == told
    assert losses.count(WHITE_SPACE) == 1


@given(st.lists(items(), max_size=3))
def test_any_project_goes_out_and_comes_in_again_with_its_tokens(made: list[Outgoing]) -> None:
    one_each = [Outgoing(each.article, (each.sets or (annotation(),))[:1]) for each in made]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.conll"
        losses = write(one_each, path)
        tagged = rows(path)
        assert [[word for word, _ in each] for each in tagged] == [
            [each.article.text[start:end] for start, end in tokens(each.article.text)] for each in one_each
        ]
        back = read(path) if any(tagged) else []
    spans = sum(len(one.spans) for each in one_each for one in each.sets)
    kept = spans - sum(losses.count(kind) for kind in (PIECES, MISALIGNED, OVERLAPPING))
    assert sum(len(one.spans) for each in back for one in each.sets) == kept


@given(st.text(st.sampled_from("abcA1.,'’\"-() \n\u00a0é\u0301漢😀👩\u200d"), max_size=60))
def test_tokens_cover_all_that_is_shown_and_nothing_else(text: str) -> None:
    found = tokens(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert not any(text[start:end] != "".join(text[start:end].split()) for start, end in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ukraine's UK-based Mr. O’Neil", "Ukraine|'s|UK|-|based|Mr|.|O’Neil"),
        ("€1,000.50, 12.5% on 24/11", "€|1,000.50|,|12.5|%|on|24/11"),
        ("“We don't,” the U.S. said…", "“|We|don't|,|”|the|U.S.|said|…"),
        ("👩\u200d🚀 ok -- e\u0301t\u0301e\u0301", "👩\u200d🚀|ok|--|e\u0301t\u0301e\u0301"),
    ],
)
def test_words_numbers_and_signs_are_tokens(text: str, wanted: str) -> None:
    assert [text[start:end] for start, end in tokens(text)] == wanted.split("|")


def test_entities_of_the_schema_go_out_and_other_labels_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    losses = write([quoted()], path, schema=SCHEMA, schema_text=SCHEMA_TEXT)
    assert path.read_text(encoding="utf-8").split("\n")[:4] == ["-DOCSTART- -X- O O", "", "Starmer O", "pledges O"]
    (tagged,) = rows(path)
    assert [each for each in tagged if each[1] != "O"] == [
        ("Keir", "B-PERSON"),
        ("Starmer", "I-PERSON"),
        ("New", "B-GPE"),
        ("York", "I-GPE"),
    ]
    assert (losses.count(OTHER), losses.count(OVERLAPPING), losses.count(STATE)) == (1, 1, 2)


def test_the_ending_of_the_target_chooses_iobes(tmp_path: Path) -> None:
    spans = [span(TEXT, "PERSON", "Keir Starmer"), span(TEXT, "GPE", "York")]
    write([outgoing(*spans)], tmp_path / "a.iobes", schema=SCHEMA)
    tagged = rows(tmp_path / "a.iobes")[0]
    assert [tag for _, tag in tagged if tag != "O"] == ["B-PERSON", "E-PERSON", "S-GPE"]


def test_a_span_off_the_tokens_is_left_out_or_moved_as_asked_and_told(tmp_path: Path) -> None:
    item = outgoing(span(TEXT, "PERSON", "tarmer said"))
    for mode, tags in (("strict", []), ("contract", ["said"]), ("expand", ["Starmer", "said"])):
        losses = write([item], tmp_path / "a.conll", schema=SCHEMA, alignment=mode)
        assert [word for word, tag in rows(tmp_path / "a.conll")[0] if tag != "O"] == tags
        assert losses.count(MISALIGNED) == 1


def test_a_sentence_ends_at_a_full_stop_or_line_end_but_not_in_an_entity(tmp_path: Path) -> None:
    text = "Mr. Bob came. “Why?” Ann\nLee asked J. Poe. 5 left"
    write([outgoing(span(text, "PERSON", "Ann\nLee"), text=text)], tmp_path / "a.conll", schema=SCHEMA)
    sentences = (tmp_path / "a.conll").read_text(encoding="utf-8").rstrip().split("\n\n")[1:]
    words = [" ".join(line.split(" ")[0] for line in each.split("\n") if line) for each in sentences]
    assert words == ["Mr . Bob came .", "“ Why ? ”", "Ann Lee asked J . Poe .", "5 left"]


def test_a_label_with_white_space_is_changed_told_and_changed_back(tmp_path: Path) -> None:
    label = replace(SCHEMA.labels[0], name="NICE PERSON")
    schema = replace(SCHEMA, labels=(label, *SCHEMA.labels[1:]))
    losses = write([outgoing(span(TEXT, "NICE PERSON", "Keir Starmer"))], tmp_path / "a.conll", schema=schema)
    assert losses.count(RENAMED) == 1
    (back,) = read(tmp_path / "a.conll", schema=schema)
    assert [each.label for each in back.sets[0].spans.values()] == ["NICE PERSON"]


def test_spacy_reads_what_is_written(tmp_path: Path) -> None:
    from spacy.training.converters import conll_ner_to_docs

    one = outgoing(span(TEXT, "PERSON", "Keir Starmer"), span(TEXT, "GPE", "New York"))
    two = outgoing(span_at("It rained in Rome.", "GPE", (13, 17)), text="It rained in Rome.")
    write([one, two], tmp_path / "a.conll", schema=SCHEMA)
    docs = list(conll_ner_to_docs((tmp_path / "a.conll").read_text(encoding="utf-8"), no_print=True))
    assert [[(each.text, each.label_) for each in doc.ents] for doc in docs] == [
        [("Keir Starmer", "PERSON"), ("New York", "GPE")],
        [("Rome", "GPE")],
    ]
    assert [token.text for token in docs[1]] == ["It", "rained", "in", "Rome", "."]


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = span(TEXT, "GPE", "New York"), span(TEXT, "PERSON", "Keir Starmer")
    first = outgoing(one, two)
    for name, each in (("a.conll", first), ("b.conll", Outgoing(first.article, (annotation(two, one),)))):
        write([each], tmp_path / name, schema=SCHEMA)
    assert (tmp_path / "a.conll").read_bytes() == (tmp_path / "b.conll").read_bytes()


def test_a_cancelled_export_leaves_the_old_file_and_two_sets_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(CancelledError):
        write([outgoing()], path, cancelled=lambda: True)
    both = Outgoing(outgoing().article, (annotation(), annotation(by=Annotator(name="bob"))))
    with pytest.raises(ExchangeError, match="holds one"):
        write([both], path)
    assert path.read_text(encoding="utf-8") == "old"
