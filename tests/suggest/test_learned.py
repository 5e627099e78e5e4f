"""What a trained pipeline says, without training one: its groups are filled by hand."""

from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, SpanGroup

from annotator.model.annotation import Annotator, Span
from annotator.model.schema import Schema
from annotator.suggest.available import PipelineInfo
from annotator.suggest.learned import LONG, SHORT, LearnedSpan, likest, read
from annotator.suggest.reading import Labels, Reading
from annotator.suggest.said import SaidRelation, SaidSpan, outer
from annotator.suggest.saying import Saying

SPLIT = "“We will mend it,” Ada Brill said. “It is time.”"
SPEAKS = ("CUE", "QUOTE")


def doc_of(text: str, *found: tuple[str, str, float]) -> Doc:
    """A document in whose groups stand these labels on these words with these scores."""
    doc = spacy.blank("en")(text)
    for name, labels in ((LONG, ("QUOTE", "PLEDGE")), (SHORT, ("CUE", "MENTION"))):
        spans, scores = [], []
        for label, words, score in found:
            if label in labels:
                start = text.index(words)
                spans.append(doc.char_span(start, start + len(words), label=label, alignment_mode="expand"))
                scores.append(score)
        doc.spans[name] = SpanGroup(doc, name=name, spans=spans, attrs={"scores": np.array(scores)})
    return doc


def texts(text: str, found: list[LearnedSpan], label: str) -> list[list[str]]:
    return [[text[start:end] for start, end in each.fragments] for each in found if each.label == label]


TWO = (("QUOTE", "“We will mend it,”", 0.9), ("QUOTE", "“It is time.”", 0.7))


def test_two_pieces_with_one_cue_between_are_one_quote_with_the_lower_score() -> None:
    found = read(doc_of(SPLIT, *TWO, ("CUE", "said", 0.8)), SPEAKS)
    assert texts(SPLIT, found, "QUOTE") == [["“We will mend it,”", "“It is time.”"]]
    assert [round(each.score or 0, 2) for each in found if each.label == "QUOTE"] == [0.7]


def test_a_cue_that_a_rule_found_joins_them_where_the_model_knows_no_cues() -> None:
    place = SPLIT.index("said")
    assert texts(SPLIT, read(doc_of(SPLIT, *TWO), ("QUOTE",), [(place, place + 4)]), "QUOTE") == [
        ["“We will mend it,”", "“It is time.”"]
    ]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("“We will mend it,” Ada Brill said. Tom Osei added: “It is time.”", ("said", "added")),
        ("“We will mend it,” Ada Brill said.\n\n“It is time.”", ("said",)),
        ("“We will mend it,” and so on. “It is time.”", ()),
    ],
    ids=["two cues", "two paragraphs", "no cue"],
)
def test_other_pieces_stay_two_quotes(text: str, cues: tuple[str, ...]) -> None:
    found = read(doc_of(text, *TWO, *(("CUE", cue, 0.8) for cue in cues)), SPEAKS)
    assert len(texts(text, found, "QUOTE")) == 2


def test_pieces_without_marks_are_quotes_of_their_own() -> None:
    text = "They will mend it, Ada Brill said, and time has come."
    marks = (("QUOTE", "They will mend it", 0.9), ("QUOTE", "time has come", 0.9), ("CUE", "said", 0.9))
    assert len(texts(text, read(doc_of(text, *marks), SPEAKS), "QUOTE")) == 2


def test_of_pieces_that_overlap_the_surest_stays() -> None:
    marks = (("QUOTE", "“We will mend it,”", 0.6), ("QUOTE", "We will mend it", 0.8), ("CUE", "Brill said", 0.4))
    found = read(doc_of(SPLIT, *marks), SPEAKS)
    assert texts(SPLIT, found, "QUOTE") == [["We will mend it"]]


def test_a_label_for_which_it_does_not_speak_is_not_read() -> None:
    assert read(doc_of(SPLIT, *TWO), ("CUE",)) == []


spots = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.floats(0, 1)), max_size=12)


@given(spots)
def test_what_is_read_never_overlaps_and_never_leaves_the_text(places: list[tuple[int, int, float]]) -> None:
    text = "“a b” c d. “e f” g “h” i j k. " * 2
    doc = spacy.blank("en")(text)
    spans = [doc[min(a, len(doc) - 1) : min(a + n, len(doc))] for a, n, _ in places]
    for span in spans:
        span.label_ = "QUOTE"
    scores = np.array([score for *_, score in places])
    doc.spans[LONG] = SpanGroup(doc, name=LONG, spans=spans, attrs={"scores": scores})
    found = [piece for each in read(doc, SPEAKS, [(6, 7)]) for piece in each.fragments]
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert all(0 <= start < end <= len(text) for start, end in found)


def test_the_most_alike_is_the_one_that_shares_half_of_both() -> None:
    assert likest(((0, 10),), [((0, 4),), ((1, 11),)]) == ((1, 11),)
    assert likest(((0, 10),), [((6, 16),)]) is None


# With the rules


def reading(schema: Schema, doc: Doc, *speaks: str) -> dict[str, list[Span]]:
    info = PipelineInfo(name="mine", source="mine", labels={"PER": "PERSON"}, speaks=speaks)
    read_ = Reading(Labels(schema, info), doc.text)
    read_.add(doc, 0)
    found = read_.result(Annotator(name="mine", kind="model"), 1)
    relations = [f"{each.type} {found.spans[each.tail].text}" for each in found.relations.values()]
    by_label: dict[str, list[Span]] = {}
    for span in found.spans.values():
        by_label.setdefault(span.label, []).append(span)
    by_label["relations"] = relations  # type: ignore[assignment]
    return by_label


def with_rules(doc: Doc) -> Doc:
    """As the rules for quotes would say it: the quote a little shorter, its type, and the cue."""
    start, cue = 1, SPLIT.index("said")
    quote = SaidSpan("quotes", "QUOTE", ((start, 17),), {"type": "mixed"}, 0.9, "a rule")
    end = Saying(doc).span(quote)
    tail = Saying(doc).span(SaidSpan("quotes", "CUE", ((cue, cue + 4),)))
    Saying(doc).relation(SaidRelation("cue", end, tail))
    return doc


def test_the_rules_add_no_span_where_it_speaks_but_what_they_say_of_one_holds(schema: Schema) -> None:
    doc = with_rules(doc_of(SPLIT, ("QUOTE", "“We will mend it,”", 0.75)))
    found = reading(schema, doc, "QUOTE")
    (quote,) = found["QUOTE"]
    assert (quote.text, quote.score) == ("“We will mend it,”", 0.75)
    assert quote.attributes["type"] == "mixed"
    assert found["relations"] == ["cue said"]


def test_what_only_the_rules_found_is_left_out_where_it_speaks(schema: Schema) -> None:
    found = reading(schema, with_rules(doc_of(SPLIT, ("QUOTE", "“It is time.”", 0.75))), "QUOTE")
    assert [span.text for span in found["QUOTE"]] == ["“It is time.”"]
    assert found["relations"] == []


def test_the_rules_go_on_where_it_does_not_speak(schema: Schema) -> None:
    found = reading(schema, with_rules(doc_of(SPLIT, ("QUOTE", "“It is time.”", 0.75))))
    assert [span.note for span in found["QUOTE"]] == ["a rule"]


def test_its_entities_are_what_they_were_called_when_it_was_trained(schema: Schema) -> None:
    other = Schema(name="x", labels=[each for each in schema.labels if each.name == "PERSON"])
    assert Labels(other, PipelineInfo(name="mine", source="", labels={"PERS": "PERSON"})).mapped("PERS") == "PERSON"
    assert Labels(other, PipelineInfo(name="mine", source="", labels={"PERS": "ROLE"})).mapped("PERS") is None


def test_ends_are_outer_characters() -> None:
    assert outer("QUOTE", ((0, 3), (7, 9))) == ("QUOTE", 0, 9)
