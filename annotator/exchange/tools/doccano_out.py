"""An article with its set as a line of doccano's."""

from itertools import count
from typing import Any

from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import ATTRIBUTE, NOTE, ORIGIN, SCORE, Lost
from annotator.exchange.protocols import Outgoing, the_set
from annotator.exchange.tools.doccano_rows import TAKEN, Entity, Link
from annotator.model.annotation import AnnotationSet, Value, text_order
from annotator.model.article import Article

ARTICLE_LABEL = LossKind("article_labels", "label of an article that doccano has no form for")
TAKEN_NAME = LossKind("metadata", "metadata whose name doccano uses itself")


class LineMaker:
    """Makes the lines of one file. Ids are numbers, unique in the file, as doccano's are."""

    def __init__(self, losses: LossReport) -> None:
        self._losses = losses
        self._lines, self._entities, self._links = count(1), count(1), count(1)

    def line(self, item: Outgoing) -> dict[str, Any]:
        """The object of one article: short keys first, for a long text may come after them."""
        article, one = item.article, the_set(item)
        self._report(item, one)
        entities, links = self._annotation(one)
        return {
            "id": next(self._lines),
            **_said(one),
            "entities": entities,
            "relations": links,
            "article_id": article.id,
            "title": article.title,
            "text": article.text,
            **_meta(article),
        }

    def _annotation(self, one: AnnotationSet) -> tuple[list[Entity], list[Link]]:
        """An entity for every fragment; relations lead to the first."""
        first: dict[str, int] = {}
        entities: list[Entity] = []
        for span in sorted(one.spans.values(), key=text_order):
            for start, end in span.fragments:
                number = next(self._entities)
                first.setdefault(span.id, number)
                entities.append(Entity(id=number, label=span.label, start_offset=start, end_offset=end))
        links = [
            Link(id=next(self._links), from_id=first[each.head], to_id=first[each.tail], type=each.type)
            for _, each in sorted(one.relations.items())
        ]
        return entities, links

    def _report(self, item: Outgoing, one: AnnotationSet) -> None:
        lost = Lost(self._losses, item.article.title)
        lost.pieces(one)
        lost.verdicts(one)
        lost.details(one, (ATTRIBUTE, NOTE, ORIGIN, SCORE))
        for key in item.article.meta:
            if key in TAKEN:
                lost.add(TAKEN_NAME, key)
        for name in one.state.attributes:
            if "=" in name:
                lost.add(ARTICLE_LABEL, name)


def _said(one: AnnotationSet) -> dict[str, Any]:
    """Whose the set is, and what they say of the article."""
    who, state = one.annotator, one.state
    said: dict[str, Any] = {"annotator": who.name, "status": state.status}
    if who.kind != "person":
        said["annotator_kind"] = who.kind
    if who.version:
        said["annotator_version"] = who.version
    if state.flag:
        said["flag"] = state.flag
    labels = [f"{name}={_word(value)}" for name, value in sorted(state.attributes.items()) if "=" not in name]
    return {**said, "cats": labels, "Comments": [state.note] if state.note else []}


def _word(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _meta(article: Article) -> dict[str, Any]:
    return {key: value for key, value in article.meta.items() if key not in TAKEN}
