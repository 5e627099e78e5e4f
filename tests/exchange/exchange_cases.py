"""Articles and annotation sets to exchange: made by hand, and by hypothesis."""

from hypothesis import strategies as st

from annotator.exchange.protocols import Outgoing
from annotator.files import resource
from annotator.model.annotation import (
    KINDS,
    STATUSES,
    AnnotationSet,
    Annotator,
    Origin,
    Relation,
    RelationKey,
    SetState,
    Span,
    SpanKey,
    Verdict,
    covered,
    make_fragments,
)
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema

SCHEMA_TEXT = resource("schemas", "news.toml").read_text(encoding="utf-8")
SCHEMA = read_schema(SCHEMA_TEXT)
ANNA = Annotator(name="anna")

TEXT = "Starmer pledges\n\n“We are determined,” Keir Starmer said in New York. “We act 🚀 now.”\n"


def article(text: str = TEXT, title: str = "") -> Article:
    return make_article(id=new_id(), title=title, text=text)


def span(text: str, label: str, *pieces: str, **more: object) -> Span:
    """A span on the first place of each piece."""
    found = tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    return Span(id=new_id(), label=label, fragments=found, text=covered(text, found), **more)


def span_at(text: str, label: str, *fragments: tuple[int, int]) -> Span:
    return Span(id=new_id(), label=label, fragments=fragments, text=covered(text, fragments))


def annotation(
    *spans: Span, relations: tuple[Relation, ...] = (), by: Annotator = ANNA, **state: object
) -> AnnotationSet:
    return AnnotationSet(
        annotator=by,
        state=SetState(**{"status": "done", **state}),
        spans={each.id: each for each in spans},
        relations={each.id: each for each in relations},
    )


def outgoing(*spans: Span, text: str = TEXT, relations: tuple[Relation, ...] = (), title: str = "") -> Outgoing:
    return Outgoing(article(text, title), (annotation(*spans, relations=relations),))


def quoted() -> Outgoing:
    """A quote in two fragments with its speaker, entities that overlap, attributes, notes, origin and verdict."""
    origin = Origin(suggestion=new_id(), annotator="en_core_web_sm", version="3.8.0")
    quote = span(TEXT, "QUOTE", "“We are determined,”", "“We act 🚀 now.”", attributes={"type": "direct"})
    speaker = span(TEXT, "PERSON", "Keir Starmer", note="the prime minister", origin=origin, score=0.5)
    inner = span(TEXT, "ORG", "Starmer said", attributes={"unsure": True})
    place = span(TEXT, "GPE", "New York")
    says = Relation(id=new_id(), type="speaker", head=quote.id, tail=speaker.id, note="plain", origin=origin)
    verdict = Verdict(id=new_id(), kind="accepted", subject=speaker.key, origin=origin, result=speaker.id)
    key = RelationKey(type="speaker", head=quote.key, tail=inner.key)
    other = Verdict(id=new_id(), kind="rejected", subject=key, origin=origin)
    made = annotation(quote, speaker, inner, place, relations=(says,), attributes={"topic": "politics"}, note="n")
    made.verdicts = {verdict.id: verdict, other.id: other}
    return Outgoing(article(), (made,))


# Letters of several scripts, emoji of one and of several code points, and every kind of white space.
ALPHABET = "abcXYZ019 .,’“”-\n\t\u00a0\u2028é\u0301ßأبنה漢字😀👩\u200d🚀\u200d\u2705"
texts = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=60)
shown_texts = texts.filter(lambda text: text.strip() != "")
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = st.builds(new_id)
numbers = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
values = st.booleans() | words | numbers
attributes = st.dictionaries(words, values, max_size=3)
origins = st.builds(Origin, suggestion=ids, annotator=words, version=words)
scores = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def fragments(draw: st.DrawFn, length: int) -> tuple[tuple[int, int], ...]:
    pairs = st.tuples(st.integers(0, length - 1), st.integers(1, 12))
    pieces = draw(st.lists(pairs, min_size=1, max_size=3))
    return make_fragments((start, min(start + size, length)) for start, size in pieces)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    found = draw(fragments(len(text)))
    return Span(
        id=new_id(),
        label=draw(st.sampled_from(["PERSON", "QUOTE", "PLEDGE", "other"])),
        fragments=found,
        text=covered(text, found),
        attributes=draw(attributes),
        note=draw(words),
        origin=draw(st.none() | origins),
        score=draw(scores),
    )


@st.composite
def annotation_sets(draw: st.DrawFn, text: str, by: Annotator) -> AnnotationSet:
    found = draw(st.lists(spans(text), max_size=6))
    made = AnnotationSet(
        annotator=by,
        state=SetState(
            status=draw(st.sampled_from(STATUSES)),
            attributes=draw(attributes),
            note=draw(words),
            flag=draw(words),
        ),
        schema_version=draw(st.integers(1, 9)),
        spans={each.id: each for each in found},
    )
    if not found:
        return made
    some = st.sampled_from(found)
    for _ in range(draw(st.integers(0, 3))):
        relation = Relation(
            id=new_id(),
            type=draw(words),
            head=draw(some).id,
            tail=draw(some).id,
            attributes=draw(attributes),
            note=draw(words),
            origin=draw(st.none() | origins),
            score=draw(scores),
        )
        made.relations[relation.id] = relation
    for _ in range(draw(st.integers(0, 2))):
        key = SpanKey(label=draw(words), fragments=draw(fragments(len(text))))
        subject = draw(st.sampled_from([key, RelationKey(type="speaker", head=key, tail=draw(some).key)]))
        kind = draw(st.sampled_from(["accepted", "changed", "rejected"]))
        verdict = Verdict(id=new_id(), kind=kind, subject=subject, origin=draw(origins), result=draw(st.none() | ids))
        made.verdicts[verdict.id] = verdict
    return made


@st.composite
def items(draw: st.DrawFn, text: st.SearchStrategy[str] = shown_texts) -> Outgoing:
    body = draw(text)
    meta = draw(st.dictionaries(words, st.none() | values, max_size=3))
    title = draw(st.text(st.sampled_from(ALPHABET), min_size=1, max_size=9))
    made = make_article(id=new_id(), title=title, text=body, meta=meta)
    annotators = [Annotator(name=draw(words), kind=kind) for kind in draw(st.sets(st.sampled_from(KINDS), max_size=3))]
    return Outgoing(made, tuple(draw(annotation_sets(body, by)) for by in annotators))
