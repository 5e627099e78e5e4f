import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.model.annotation import AnnotationSet
from annotator.model.rules import set_problems
from annotator.model.schema import Schema
from annotator.suggest.annotate import Failure, Outcome, suggest
from annotator.suggest.pipeline import wrap
from annotator.suggest.recipe import Recipe

TEXT = "🙂\n“We will build,” said Ada Brill. “A wall,” she added on Monday."
RECIPE = Recipe(name="test", components=("test_quotes",))


@Language.component("test_quotes")
def test_quotes(doc: Doc) -> Doc:
    """As a suggester does it: two pieces of one quote, a cue, a speaker; and some things that cannot stand."""
    pieces = [_span(doc, text, "QUOTE", "q1") for text in ("“We will build,”", "“A wall,”")]
    doc.spans["test_quotes"] = [*pieces, _span(doc, "said", "CUE"), _span(doc, "on", "NO_SUCH_LABEL")]
    quote = ["QUOTE", pieces[0].start_char, pieces[1].end_char]
    speaker = next([ent.label_, ent.start_char, ent.end_char] for ent in doc.ents if ent.label_ == "PERSON")
    cue = _end(_span(doc, "said", "CUE"))
    doc.user_data["annotator.attributes"] = [
        {"span": quote, "attributes": {"type": "mixed", "medium": "song", "colour": "red"}, "score": 0.75}
    ]
    doc.user_data["annotator.relations"] = [
        {"type": "speaker", "head": quote, "tail": speaker, "score": 0.5},
        {"type": "cue", "head": quote, "tail": cue},
        {"type": "cue", "head": quote, "tail": cue},
        {"type": "speaker", "head": quote, "tail": cue},
        {"type": "sings", "head": quote, "tail": speaker},
        {"type": "speaker", "head": quote, "tail": ["PERSON", 0, 1]},
    ]
    return doc


test_quotes.__test__ = False  # type: ignore[attr-defined]


def _span(doc: Doc, text: str, label: str, span_id: str = "") -> Span:
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text), label=label, span_id=span_id)
    assert span is not None
    return span


def _end(span: Span) -> list[object]:
    return [span.label_, span.start_char, span.end_char]


def found(nlp: Language, text: str, schema: Schema, recipe: Recipe = RECIPE) -> Outcome:
    (outcome,) = suggest([text], wrap(nlp, recipe=recipe), schema)
    return outcome


@pytest.fixture
def read(ruled_nlp: Language, schema: Schema) -> AnnotationSet:
    outcome = found(ruled_nlp, TEXT, schema)
    assert isinstance(outcome, AnnotationSet), outcome
    return outcome


def test_a_suggesters_spans_are_taken_by_their_own_labels(read: AnnotationSet) -> None:
    assert sorted((span.label, span.text) for span in read.spans.values()) == [
        ("CUE", "said"),
        ("DATE", "Monday"),
        ("PERSON", "Ada Brill"),
        ("QUOTE", "“We will build,” “A wall,”"),
    ]


def test_pieces_that_share_an_id_are_one_span(read: AnnotationSet) -> None:
    (quote,) = (span for span in read.spans.values() if span.label == "QUOTE")
    assert [TEXT[start:end] for start, end in quote.fragments] == ["“We will build,”", "“A wall,”"]


def test_attributes_that_the_schema_allows_are_added_to_the_defaults(read: AnnotationSet) -> None:
    (quote,) = (span for span in read.spans.values() if span.label == "QUOTE")
    assert (quote.attributes, quote.score) == ({"type": "mixed", "medium": "speech"}, 0.75)


def test_relations_that_the_schema_allows_are_kept_once(read: AnnotationSet, schema: Schema) -> None:
    kept = {(each.type, read.spans[each.tail].text, each.score) for each in read.relations.values()}
    assert kept == {("speaker", "Ada Brill", 0.5), ("cue", "said", None)}
    assert len(read.relations) == 2
    assert not list(set_problems(schema, read, TEXT))


def test_spans_of_other_groups_go_through_the_mapping(schema: Schema) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("span_ruler", config={"spans_key": "sc"})
    ruler.add_patterns([{"label": "PER", "pattern": "Ada Brill's"}, {"label": "QUOTE", "pattern": "wall"}])
    outcome = found(nlp, "Ada Brill's wall", schema, Recipe(name="test"))
    assert isinstance(outcome, AnnotationSet)
    assert [(span.label, span.text) for span in outcome.spans.values()] == [("PERSON", "Ada Brill")]


def test_what_two_components_find_alike_is_one_span(ruled_nlp: Language, schema: Schema) -> None:
    ruled_nlp.add_pipe("span_ruler").add_patterns([{"label": "GPE", "pattern": "Norland"}])
    outcome = found(ruled_nlp, "Norland", schema, Recipe(name="test"))
    assert isinstance(outcome, AnnotationSet)
    assert len(outcome.spans) == 1


def test_a_suggester_that_says_nonsense_fails_the_article_alone(ruled_nlp: Language, schema: Schema) -> None:
    @Language.component("test_nonsense")
    def nonsense(doc: Doc) -> Doc:
        if "wall" in doc.text:
            doc.user_data["annotator.relations"] = [{"type": 3}]
        return doc

    pipeline = wrap(ruled_nlp, recipe=Recipe(name="test", components=("test_nonsense",)))
    good, bad = suggest(["Norland", "a wall"], pipeline, schema)
    assert isinstance(good, AnnotationSet)
    assert isinstance(bad, Failure)
    assert "Expected `str`, got `int`" in bad.sentence
