"""Does an annotation keep the schema's rules? Each broken one is a sentence that names it."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from annotator.model.annotation import (
    AnnotationSet,
    Attributes,
    Fragments,
    Relation,
    Span,
    covered,
)
from annotator.model.errors import SchemaError
from annotator.model.schema import Attribute, Schema
from annotator.model.schema_file import value_problem


def check_span(schema: Schema, span: Span, text: str) -> None:
    """Raise SchemaError unless the span keeps the rules of the schema and lies on the text it says it covers."""
    for problem in span_problems(schema, span, text):
        raise SchemaError("rule.span", problem)


def check_relation(schema: Schema, relation: Relation, spans: Mapping[str, Span]) -> None:
    """Raise SchemaError unless the relation's type exists and its ends may stand there."""
    for problem in relation_problems(schema, relation, spans):
        raise SchemaError("rule.relation", problem)


def set_problems(schema: Schema, target: AnnotationSet, text: str) -> Iterator[str]:
    """Every rule that the annotation set breaks."""
    for span in target.spans.values():
        yield from span_problems(schema, span, text)
    seen: set[tuple[str, Hashable]] = set()
    for relation in target.relations.values():
        if found := list(relation_problems(schema, relation, target.spans)):
            yield from found
            continue
        key = target.relation_key(relation)
        symmetric = schema.relation_by_name[relation.type].symmetric
        ends = frozenset((key.head, key.tail)) if symmetric else (key.head, key.tail)
        if (relation.type, ends) in seen:
            yield f"The {relation.type} relation from “{key.head.label}” to “{key.tail.label}” is there twice."
        seen.add((relation.type, ends))
    yield from attribute_problems(schema.known_of_article, target.state.attributes, "the article")


def span_problems(schema: Schema, span: Span, text: str) -> Iterator[str]:
    """Every rule that the span breaks."""
    if span.label not in schema.label_by_name:
        yield f"The label {span.label} is not in the schema “{schema.name}”."
        return
    where = f"{span.label} “{shorten(span.text)}”"
    yield from (f"{where} {problem}." for problem in fragment_problems(span.fragments, len(text)))
    if not any(fragment_problems(span.fragments, len(text))) and covered(text, span.fragments) != span.text:
        found = shorten(covered(text, span.fragments))
        yield f"{where} does not match the article, which has “{found}” at {span.start}-{span.end}."
    yield from attribute_problems(schema.known_of_label(span.label), span.attributes, where)


def fragment_problems(fragments: Fragments, length: int) -> Iterator[str]:
    """What is wrong with fragments in a text of `length` code points, each as the end of a sentence."""
    if not fragments:
        yield "covers no text"
    last = 0
    for start, end in fragments:
        if start < 0 or end > length:
            yield f"goes past the text: {start}-{end} of {length} characters"
        elif end <= start:
            yield f"ends before it starts: {start}-{end}"
        elif start < last:
            yield f"has fragments that overlap or are out of order at {start}"
        last = end


def relation_problems(schema: Schema, relation: Relation, spans: Mapping[str, Span]) -> Iterator[str]:
    """Every rule that the relation breaks."""
    if relation.type not in schema.relation_by_name:
        yield f"The relation {relation.type} is not in the schema “{schema.name}”."
        return
    head, tail = spans.get(relation.head), spans.get(relation.tail)
    if head is None or tail is None:
        yield f"The {relation.type} relation {relation.id} lacks one of its ends."
        return
    if head.id == tail.id:
        yield f"The {relation.type} relation links “{shorten(head.text)}” to itself."
    if not schema.links(relation.type, head.label, tail.label):
        yield from _end_problems(schema, relation.type, head, tail)
    attributes = schema.known_of_relation(relation.type)
    yield from attribute_problems(attributes, relation.attributes, f"the {relation.type} relation")


def _end_problems(schema: Schema, kind: str, head: Span, tail: Span) -> Iterator[str]:
    for end, span, allowed in (("head", head, schema.heads), ("tail", tail, schema.tails)):
        if span.label not in allowed[kind]:
            names = ", ".join(sorted(allowed[kind]))
            yield f"{span.label} “{shorten(span.text)}” cannot be the {end} of {kind}: only {names} can."


def check_offered(schema: Schema, after: Span | Relation, before: Span | Relation | None) -> None:
    """Raise SchemaError where a label, a type or a value is new on this record and not offered any more.

    What stands there already from before the schema changed may stay.
    """
    if isinstance(after, Span):
        offered = not schema.label_by_name[after.label].retired
        name, what, attributes = after.label, "label", schema.attributes_of_label(after.label)
        was = before.label if isinstance(before, Span) else ""
    else:
        offered = not schema.relation_by_name[after.type].retired
        name, what, attributes = after.type, "relation", schema.attributes_of_relation(after.type)
        was = before.type if isinstance(before, Relation) else ""
    if not offered and was != name:
        raise SchemaError("rule.retired", f"The {what} {name} is not used any more: choose another one.")
    old = before.attributes if before else {}
    new = {key: value for key, value in after.attributes.items() if key not in old or old[key] != value}
    for problem in attribute_problems(attributes, new, name):
        raise SchemaError("rule.retired", problem)


def is_there(schema: Schema, new: Relation, others: Iterable[Relation]) -> Relation | None:
    """The one of the others that links the same spans by the same type; either way round where it is symmetric."""
    ends = {(new.head, new.tail)}
    if new.type in schema.relation_by_name and schema.relation_by_name[new.type].symmetric:
        ends.add((new.tail, new.head))
    return next((each for each in others if each.type == new.type and (each.head, each.tail) in ends), None)


def attribute_problems(known: Iterable[Attribute], values: Attributes, where: str) -> Iterator[str]:
    """What is wrong with attribute values, given the attributes that may stand there."""
    by_name: dict[str, list[Attribute]] = {}
    for each in sorted(known, key=lambda each: each.retired):
        by_name.setdefault(each.name, []).append(each)
    for name, value in values.items():
        problems = [value_problem(each, value) for each in by_name.get(name, ())]
        if not problems:
            yield f"There is no attribute {name} on {where}."
        elif all(problems):
            yield f"The value “{value}” of {name} on {where} {problems[0]}."


def fitting(known: Iterable[Attribute], values: Attributes) -> Attributes:
    """Those of the values that the attributes take."""
    rows = list(known)
    return {name: value for name, value in values.items() if not any(attribute_problems(rows, {name: value}, ""))}


def shorten(text: str, length: int = 40) -> str:
    """The text on one line, cut to about `length` code points."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
