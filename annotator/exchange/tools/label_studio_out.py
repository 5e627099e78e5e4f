"""An article with its sets as a task of Label Studio's: models' sets are predictions, all others annotations."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from annotator.exchange.losses import LossReport
from annotator.exchange.lost import ATTRIBUTE, NOTE, ORIGIN, SCORE, Lost
from annotator.exchange.protocols import Outgoing
from annotator.exchange.tools import label_studio_config as config
from annotator.exchange.tools.label_studio_rows import FRAGMENT_OF, Result, Said, Task
from annotator.model.annotation import AnnotationSet, Attributes, Relation, Span, Value, text_order
from annotator.model.schema import Attribute, Schema


class TaskMaker:
    """Makes the tasks of one file. Attributes that are a choice of the schema's become choices.

    Tasks, annotations and predictions have numbers, unique in the file: Label Studio gives its own when it takes them,
    but its converter to other formats wants some.
    """

    def __init__(self, schema: Schema | None, losses: LossReport) -> None:
        self._schema = schema
        self._losses = losses
        self._tasks, self._sets = count(1), count(1)

    def task(self, item: Outgoing) -> Task:
        """The task of one article."""
        article, sets = item.article, item.sets
        self._report(Lost(self._losses, article.title), sets)
        return Task(
            id=next(self._tasks),
            data={"article_id": article.id, "title": article.title, "text": article.text},
            annotations=[self._said(each, article.text) for each in sets if each.annotator.kind != "model"],
            predictions=[self._said(each, article.text) for each in sets if each.annotator.kind == "model"],
            meta=article.meta or None,
        )

    def _report(self, lost: Lost, sets: tuple[AnnotationSet, ...]) -> None:
        for each in sets:
            lost.pieces(each)
            lost.verdicts(each)
            lost.details(each, (ATTRIBUTE, NOTE, ORIGIN, SCORE), of_spans=False)

    def _said(self, each: AnnotationSet, text: str) -> Said:
        kind = each.annotator.kind
        return Said(
            id=next(self._sets),
            result=list(self._results(each, text)),
            was_cancelled=each.state.status == "skipped" and kind != "model",
            ground_truth=kind == "gold",
            model_version=str(each.annotator) if kind == "model" else None,
        )

    def _results(self, each: AnnotationSet, text: str) -> Iterator[Result]:
        for span in sorted(each.spans.values(), key=text_order):
            yield from self._regions(span, text)
        for _, relation in sorted(each.relations.items()):
            yield _relation(relation)
        yield from _of_set(each)
        known = {one.name: one for one in self._schema.known_of_article} if self._schema else {}
        yield from _attributes(each.state.attributes, known, config.ARTICLE)

    def _regions(self, span: Span, text: str) -> Iterator[Result]:
        """A region for every fragment, the further ones below the first, and its attributes."""
        for number, (start, end) in enumerate(span.fragments):
            place: dict[str, Any] = {"start": start, "end": end, "text": text[start:end]}
            yield Result(
                id=f"{span.id}.{number}" if number else span.id,
                type="labels",
                from_name=config.LABEL,
                to_name=config.TEXT,
                origin="prediction" if span.origin else "manual",
                value={**place, "labels": [span.label]},
                score=span.score,
                meta={FRAGMENT_OF: span.id} if number else _meta(span),
                parentID=span.id if number else None,
            )
        if span.attributes:
            start, end = span.fragments[0]
            place = {"start": start, "end": end, "text": text[start:end]}
            known = {one.name: one for one in self._schema.known_of_label(span.label)} if self._schema else {}
            yield from _attributes(span.attributes, known, config.SPAN, span.id, place)


def _meta(span: Span) -> dict[str, Any] | None:
    found: dict[str, Any] = {"text": [span.note]} if span.note else {}
    return {**found, "origin": span.origin} if span.origin else found or None


def _relation(each: Relation) -> Result:
    return Result(
        id=each.id, type="relation", from_id=each.head, to_id=each.tail, direction="right", labels=[each.type]
    )


def _of_set(each: AnnotationSet) -> Iterator[Result]:
    """Whose it is and what they say of the text, for a user of ours is none of Label Studio's."""
    who, state = each.annotator, each.state
    yield _said_of_text("textarea", config.ANNOTATOR, {"text": [who.name, who.version] if who.version else [who.name]})
    usual = {"new"} if who.kind == "model" else {"done", "skipped"}
    if state.status not in usual:
        yield _said_of_text("choices", config.STATUS, {"choices": [state.status]})
    for name, text in ((config.NOTE, state.note), (config.FLAG, state.flag)):
        if text:
            yield _said_of_text("textarea", name, {"text": [text]})


def _said_of_text(kind: str, name: str, value: dict[str, Any]) -> Result:
    return Result(id=name, type=kind, from_name=name, to_name=config.TEXT, value=value)


def _attributes(
    values: Attributes,
    known: dict[str, Attribute],
    prefix: str,
    id_: str | None = None,
    place: dict[str, Any] | None = None,
) -> Iterator[Result]:
    for name, value in sorted(values.items()):
        kind, said = _said(value, known.get(name))
        result = _said_of_text(kind, prefix + name, {**(place or {}), **said})
        if id_ is not None:
            result.id = id_
        yield result


def _said(value: Value, attribute: Attribute | None) -> tuple[str, dict[str, Any]]:
    """The kind of result that says the value, and how; a text stands beside the place's own text, as a list."""
    if isinstance(value, bool):
        return "choices", {"choices": ["true" if value else "false"]}
    if isinstance(value, str):
        if attribute is not None and attribute.kind == "choice":
            return "choices", {"choices": [value]}
        return "textarea", {"text": [value]}
    return "number", {"number": value}
