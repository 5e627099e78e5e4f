"""Texts and annotation for property-based tests: whatever people write, and all that a schema allows.

`RICH` is a schema with every kind of attribute in every place, and few labels, so that marks often meet.
"""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st

from annotator import files
from annotator.model.annotation import (
    STATUSES,
    AnnotationSet,
    Annotator,
    Attributes,
    Fragments,
    Origin,
    Relation,
    SetState,
    Span,
    Value,
    Verdict,
    VerdictKind,
    covered,
    make_fragments,
)
from annotator.model.ids import new_id
from annotator.model.rules import is_there
from annotator.model.schema import Attribute, Schema
from annotator.model.schema_file import read_schema

Item = TypeVar("Item")
Draw = Callable[[st.SearchStrategy[Item]], Item]

NEWS = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))

RICH_TOML = """
name = "rich"

[sets]
actor = ["PERSON", "ORG"]

[[groups]]
name = "entities"

[[groups]]
name = "speech"

[[labels]]
name = "PERSON"
group = "entities"
key = "1"

[[labels]]
name = "ORG"
group = "entities"
key = "2"

[[labels]]
name = "QUOTE"
group = "speech"
key = "q"

[[attributes]]
name = "type"
on = ["QUOTE"]
kind = "choice"
choices = ["direct", "indirect"]
default = "direct"

[[attributes]]
name = "unsure"
on = ["spans", "relations", "article"]
kind = "flag"

[[attributes]]
name = "wikidata"
on = ["entities", "article"]
kind = "text"

[[attributes]]
name = "weight"
on = ["QUOTE", "speaker", "article"]
kind = "number"

[[attributes]]
name = "since"
on = ["ORG", "coref", "article"]
kind = "date"

[[relations]]
name = "speaker"
head = ["QUOTE"]
tail = ["actor"]

[[relations]]
name = "continues"
head = ["QUOTE"]
tail = ["QUOTE"]

[[relations]]
name = "coref"
head = ["actor"]
tail = ["actor"]
symmetric = true
"""
RICH = read_schema(RICH_TOML)

_PIECES = [
    *("a", "Ukraine's", "long-range", " ", "\n", ".", "“", "”", "\u00a0", "\u2028", "\u200d", "\u0301", "e\u0301"),
    *("👨‍👩‍👧", "🇺🇦", "👍🏽", "🧨", "क्षि", "각", "中文", "שלום", "مرحبا", "\u202b", "\u0000", "\ufeff", "\ufffd"),
]
_characters = st.sampled_from(_PIECES) | st.characters(exclude_categories=["Cs"])


def _kept(text: str) -> str:
    """Without what normalisation would change."""
    gone = {"\r", "\x00"}
    return "".join(each for each in text if each not in gone and not _is_noncharacter(ord(each))).lstrip("\ufeff")


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


raw_texts = st.lists(
    st.sampled_from(["\ufeff", "\r\n", "\r", "\n", "\x00", "\ud800", "\udc00", "\ufdd0", "\uffff", "a", "🧨", "é"])
    | st.characters(),
    max_size=30,
).map("".join)
"""Texts as they may come in: byte order marks, all line ends, NUL, lone surrogates, non-characters."""

stored_texts = st.lists(_characters, max_size=40).map("".join).map(_kept)
"""Texts as they are stored: normalised."""

article_texts = stored_texts.filter(bool)
names = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12)


@st.composite
def fragments(draw: Draw, text: str, *, most: int = 3) -> Fragments:
    """Fragments of a text that is not empty."""
    places = st.integers(0, len(text) - 1)
    pieces = [
        (start, draw(st.integers(start + 1, len(text)))) for start in draw(st.lists(places, min_size=1, max_size=most))
    ]
    return make_fragments(pieces)


def values(attribute: Attribute) -> st.SearchStrategy[Value]:
    """Values that the attribute may have."""
    match attribute.kind:
        case "choice":
            return st.sampled_from(attribute.choices)
        case "flag":
            return st.booleans()
        case "number":
            floats = st.floats(-1e15, 1e15, allow_nan=False)
            return st.integers(-(2**63) + 1, 2**63 - 1) | floats
        case "date":
            return st.dates().map(lambda date: date.isoformat())
        case "text":
            return stored_texts


def attributes(known: list[Attribute]) -> st.SearchStrategy[Attributes]:
    """Some of the attributes, with values."""
    return st.fixed_dictionaries({}, optional={each.name: values(each) for each in known})


origins = st.builds(Origin, suggestion=st.builds(new_id), annotator=names, version=names | st.just(""))
scores = st.none() | st.floats(0, 1)


@st.composite
def spans(draw: Draw, text: str, schema: Schema, *, most: int = 3) -> Span:
    """A span of a text that is not empty, as the schema allows."""
    label = draw(st.sampled_from(sorted(schema.label_by_name)))
    where = draw(fragments(text, most=most))
    return Span(
        id=new_id(),
        label=label,
        fragments=where,
        text=covered(text, where),
        attributes=draw(attributes(schema.attributes_of_label(label))),
        note=draw(stored_texts | st.just("")),
        origin=draw(st.none() | origins),
        score=draw(scores),
    )


@st.composite
def _relations(draw: Draw, marked: list[Span], schema: Schema) -> dict[str, Relation]:
    """Some of the relations that the schema allows between the spans, none of them twice."""
    allowed = [
        (kind.name, head, tail)
        for head in marked
        for tail in marked
        if head.id != tail.id
        for kind in schema.relations_between(head.label, tail.label)
    ]
    made: dict[str, Relation] = {}
    for kind, head, tail in draw(st.lists(st.sampled_from(allowed), max_size=5)) if allowed else []:
        relation = Relation(
            id=new_id(),
            type=kind,
            head=head.id,
            tail=tail.id,
            attributes=draw(attributes(schema.attributes_of_relation(kind))),
            note=draw(stored_texts | st.just("")),
            origin=draw(st.none() | origins),
            score=draw(scores),
        )
        if not is_there(schema, relation, made.values()):
            made[relation.id] = relation
    return made


def states(schema: Schema) -> st.SearchStrategy[SetState]:
    """What may be said of an article as a whole."""
    return st.builds(
        SetState,
        status=st.sampled_from(STATUSES),
        attributes=attributes(schema.article_attributes),
        note=stored_texts,
        flag=stored_texts,
    )


@st.composite
def annotation_sets(draw: Draw, text: str, schema: Schema = RICH, annotator: Annotator | None = None) -> AnnotationSet:
    """All that one annotator may say of a text: overlaps, nesting, fragments, attributes, relations, verdicts."""
    found = draw(st.lists(spans(text, schema), max_size=6)) if text else []
    marked = list({each.key: each for each in found}.values())  # nobody marks the same twice
    linked = draw(_relations(marked, schema))
    made = AnnotationSet(
        annotator=annotator or Annotator(name=draw(names)),
        state=draw(states(schema)),
        spans={each.id: each for each in marked},
        relations=linked,
    )
    keys = [*(each.key for each in marked), *(made.relation_key(each) for each in linked.values())]
    kinds: list[VerdictKind] = ["accepted", "changed", "rejected"]
    for key in draw(st.lists(st.sampled_from(keys), max_size=4)) if keys else []:
        results = st.none() | st.sampled_from([*made.spans, *made.relations])
        verdict = Verdict(
            id=new_id(),
            kind=draw(st.sampled_from(kinds)),
            subject=key,
            origin=draw(origins),
            result=draw(results),
        )
        made.verdicts[verdict.id] = verdict
    return made


@st.composite
def annotated_texts(draw: Draw, schema: Schema = RICH) -> tuple[str, AnnotationSet]:
    """A text and a set that lies on it."""
    text = draw(article_texts)
    return text, draw(annotation_sets(text, schema))
