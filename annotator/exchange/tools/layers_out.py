"""An article and one of its sets as a page of layers: nothing is lost here."""

from collections.abc import Collection

from annotator.exchange.tools.layers import (
    IDS,
    LABEL,
    MORE,
    NOTE,
    RELATION,
    SPAN,
    Link,
    Mark,
    More,
    Page,
    as_json,
    features,
    out,
    value_out,
)
from annotator.model.annotation import AnnotationSet, Relation, Span, text_order
from annotator.model.article import Article
from annotator.model.schema import Schema


class Pages:
    """Makes the pages of one export."""

    def __init__(self, schema: Schema | None) -> None:
        self._language = schema.language if schema else ""
        self._features = {layer: frozenset(features(schema, layer)) for layer in (SPAN, RELATION)}

    def page(self, article: Article, annotation: AnnotationSet | None) -> Page:
        """The page of one set, or of the article alone. Raises UnicodeEncodeError for a value that is no valid text."""
        language = article.meta.get("language")
        page = Page(article.text, title=article.title, language=language if isinstance(language, str) else "")
        page.language = page.language or self._language
        page.document = _document(article, annotation)
        if annotation is not None:
            firsts: dict[str, int] = {}
            for span in sorted(annotation.spans.values(), key=text_order):
                firsts[span.id] = len(page.marks)
                self._add(page, span)
            for key in sorted(annotation.relations):
                each = annotation.relations[key]
                values = self._values(RELATION, each.type, each)
                page.links.append(Link(RELATION, firsts[each.head], firsts[each.tail], values))
        return page

    def _add(self, page: Page, span: Span) -> None:
        values = self._values(SPAN, span.label, span)
        for start, end in span.fragments:
            page.marks.append(Mark(SPAN, start, end, values))
            values = {LABEL: values[LABEL], IDS[SPAN]: span.id}

    def _values(self, layer: str, label: str, each: Span | Relation) -> dict[str, str]:
        values = {LABEL: out(label), IDS[layer]: out(each.id)}
        if each.note:
            values[NOTE] = out(each.note)
        fitting = self._features[layer]
        values.update({name: value_out(value) for name, value in each.attributes.items() if _fits(name, fitting)})
        rest = {name: value for name, value in each.attributes.items() if not _fits(name, fitting)}
        if rest or each.score is not None or each.origin is not None:
            values[MORE] = as_json(More(attributes=rest, score=each.score, origin=each.origin))
        return values


_OWN = frozenset((LABEL, NOTE, MORE, *IDS.values()))


def _fits(name: str, known: Collection[str]) -> bool:
    """Whether an attribute has a feature; one may be called as a feature of ours is."""
    return name in known and name not in _OWN


def _document(article: Article, annotation: AnnotationSet | None) -> dict[str, str]:
    found = {"article_id": out(article.id), "title": out(article.title), "sha256": article.sha256}
    if article.meta:
        found["meta"] = as_json(article.meta)
    if annotation is None:
        return found
    by, state = annotation.annotator, annotation.state
    found |= {"annotator": out(by.name), "kind": by.kind, "status": state.status}
    found["schema_version"] = str(annotation.schema_version)
    for name, text in (("version", by.version), ("note", state.note), ("flag", state.flag)):
        if text:
            found[name] = out(text)
    if state.attributes:
        found["labels"] = as_json(state.attributes)
    if annotation.verdicts:
        found["verdicts"] = _verdicts(annotation)
    return found


def _verdicts(annotation: AnnotationSet) -> str:
    """The verdicts as JSON, in the order of their ids."""
    return as_json([annotation.verdicts[key] for key in sorted(annotation.verdicts)])
