"""The component in a pipeline: any text, any language, the article that the project starts from."""

from itertools import pairwise

import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import files
from annotator.model.annotation import AnnotationSet, Span
from annotator.model.schema import Schema
from annotator.suggest.annotate import suggest
from annotator.suggest.pipeline import Pipeline
from annotator.suggest.pledges.component import find
from annotator.suggest.pledges.lists import lists
from annotator.suggest.said import PLEDGES, QUOTES, FoundPledge, FoundQuote, keep, kept

_WORDS = st.sampled_from(
    [
        "Lind",
        "Norland",
        "we",
        "will",
        "would",
        "not",
        "vowed",
        "to",
        "promise",
        "that",
        "build",
        "cut",
        "and",
        "ferries",
        "plans",
        "for",
        "a",
        "the",
        "said",
        "it",
        "committed",
        "ruled",
        "out",
        "by",
        "2030",
        "if",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        '"',
        "“",
        "”",
        "‘",
        "’",
        "(",
        ")",
        "«",
        "»",
        "''",
        "``",
        "—",
        "-",
        "•",
        "\n",
        "\n\n",
        "<li>",
        "$5",
        "million",
        "🙂",
        "é",
    ]
)
_TEXTS = st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=60)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=_TEXTS)
def test_no_text_makes_it_fail_or_leave_the_text(full: Pipeline, text: str) -> None:
    doc = full.nlp(text)
    found = kept(doc, PLEDGES, FoundPledge)
    pieces = [piece for pledge in found for piece in pledge.fragments]
    ends = [*pieces, *(piece for pledge in found for piece in pledge.cue)]
    ends += [(start, end) for pledge in found for _, start, end in pledge.pledgers]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    for pledge in found:
        assert list(pledge.fragments) == sorted(pledge.fragments)
        assert list(pledge.cue) == sorted(pledge.cue)
        assert 0 <= pledge.score <= 1
    ordered = sorted(pieces)
    assert all(end <= start for (_, end), (start, _) in pairwise(ordered))


def test_a_pipeline_without_a_parse_has_no_pledges_and_does_not_fail() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("pledges")
    assert kept(nlp("Mara Lind has vowed to close the mine."), PLEDGES, FoundPledge) == []


def test_a_language_without_lists_has_no_pledges_and_does_not_fail() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("pledges")
    assert kept(nlp("Elle a promis de fermer la mine."), PLEDGES, FoundPledge) == []


def test_others_find_the_pledges_in_the_document(full: Pipeline) -> None:
    doc = full.nlp("Mara Lind has vowed to close the mine.")
    assert [(span.text, span.label_) for span in doc.spans["pledges"] if span.label_ == "PLEDGE"] == [
        ("to close the mine", "PLEDGE")
    ]


def test_whoever_says_what_will_be_built_is_bound(full: Pipeline) -> None:
    text = "“Two ferries will be built in Kell.” That was the news of Mara Lind."
    words = lists("en")
    assert words is not None
    speaker = ("PERSON", text.index("Mara"), len(text) - 1)
    with full.nlp.select_pipes(disable=["quotes", "pledges", "relations"]):
        doc = full.nlp(text)
    keep(doc, QUOTES, [FoundQuote(fragments=((0, 36),), speakers=(speaker,))])
    (pledge,) = find(doc, words)
    assert pledge.pledgers == (speaker,)


def test_a_promise_in_a_quote_of_another_kind_is_reported(full: Pipeline) -> None:
    words = lists("en")
    assert words is not None
    with full.nlp.select_pipes(disable=["quotes", "pledges", "relations"]):
        doc = full.nlp("Lind said that we will build a bridge.")
    keep(doc, QUOTES, [FoundQuote(fragments=((10, 37),), type="indirect")])
    assert [pledge.attributes["voice"] for pledge in find(doc, words)] == ["reported"]


def _seed(full: Pipeline, schema: Schema) -> AnnotationSet:
    text = files.dataset("seed", "uk-france-missiles.txt").read_text(encoding="utf-8")
    (outcome,) = suggest([text], full, schema)
    assert isinstance(outcome, AnnotationSet)
    return outcome


def _pledgers(found: AnnotationSet, pledge: Span) -> list[str]:
    kind = (each for each in found.relations.values() if (each.type, each.head) == ("pledger", pledge.id))
    return [found.spans[each.tail].text for each in kind]


def test_the_seed_article_opens_with_its_certain_pledges(full: Pipeline, schema: Schema) -> None:
    found = _seed(full, schema)
    pledges = {span.text: _pledgers(found, span) for span in found.spans.values() if span.label == "PLEDGE"}
    certain = {
        "to expedite the production of long-range missiles for Ukraine": ["Keir Starmer", "Emmanuel Macron"],
        "the production of missiles in Belfast, Northern Ireland": ["The initiative"],
        "Ukraine would receive more missiles and military training in the near future": ["He"],
        "further restrictions to be implemented by 2027": ["European nations"],
        "to remove Russian oil and gas from the global market": ["UK"],
    }
    assert {text: pledges.get(text) for text in certain} == certain


def test_each_suggestion_says_its_rule_and_how_sure_it_is(full: Pipeline, schema: Schema) -> None:
    pledges = [span for span in _seed(full, schema).spans.values() if span.label == "PLEDGE"]
    assert all(span.note and span.score is not None for span in pledges)
