import spacy
from lessons import ADA, lesson, make_span

from annotator.model.annotation import AnnotationSet, Span
from annotator.model.article import make_article
from annotator.model.schema import Schema
from annotator.suggest.learned import LONG, SHORT
from annotator.suggest.training.docs import DocMaker, material
from annotator.suggest.training.lessons import Lesson


def of(text: str, *marks: tuple[str, ...]) -> Lesson:
    article = make_article(id="x", title="", text=text)
    spans = [make_span(article, label, *pieces) for label, *pieces in marks]
    return Lesson(article, AnnotationSet(annotator=ADA, spans={each.id: each for each in spans}))


def test_entities_keep_the_name_that_the_base_has_for_them_and_others_are_long_or_short(schema: Schema) -> None:
    wanted = material(map(lesson, range(4)), schema, {"PERSON": "PER"})
    assert wanted.entities == {"PERSON": "PER", "ROLE": "ROLE"}
    long = of(
        "“We will mend the lock before it rains again,” she said.",
        ("QUOTE", "“We will mend the lock before it rains again,”"),
    )
    assert material([long], schema, {}).groups == {"QUOTE": LONG}
    assert wanted.groups["CUE"] == SHORT
    assert wanted.longest[SHORT] >= 4


def test_the_fragments_of_a_span_are_learned_apart(schema: Schema) -> None:
    lessons = [lesson(0)]
    wanted = material(lessons, schema, {})
    doc = DocMaker(spacy.blank("en"), wanted).doc(lessons[0])
    quotes = [span.text for group in doc.spans.values() for span in group if span.label_ == "QUOTE"]
    assert quotes == ["“We will mend the lock,”", "“It is time.”"]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Ada Brill", "PERSON"), ("mayor of Norland", "ROLE")]


def test_of_entities_that_overlap_the_longest_is_learned_and_what_is_lost_is_told(schema: Schema) -> None:
    one = of("The mayor of Norland spoke.", ("ROLE", "mayor of Norland"), ("GPE", "Norland"), ("CUE", "spok"))
    maker = DocMaker(spacy.blank("en"), material([one], schema, {}))
    doc = maker.doc(one)
    assert [ent.text for ent in doc.ents] == ["mayor of Norland"]
    assert maker.sentences() == [
        "Spans that were widened to whole words: 1.",
        "Entities left out because they overlap a longer one: 1.",
    ]


def test_a_span_below_the_article_is_left_out_and_told(schema: Schema) -> None:
    text = "Ada Brill spoke.\n\nSource: Norland Wire"
    one = of(text, ("PERSON", "Ada Brill"))
    far = Span(id="s", label="CUE", fragments=((len(text) - 4, len(text)),), text=text[-4:])
    both = Lesson(one.article, AnnotationSet(annotator=ADA, spans={**one.set.spans, "s": far}))
    maker = DocMaker(spacy.blank("en"), material([both], schema, {}))
    doc = maker.doc(both)
    told = maker.sentences()
    assert [ent.text for ent in doc.ents] == ["Ada Brill"]
    assert (doc.text == text) is not bool(told)
