"""The five tables that a dataset goes out as, whatever the files: articles, spans, relations, quotes, pledges.

Every table begins with `article_id`, `annotator`, `annotator_kind`, `annotator_version`; then come

- articles: `title`, `sha256`, `words`, `meta`, `status`, `schema_version`, `attributes`, `note`, `flag`: a row for
  each article and annotator;
- spans: `span_id`, `label`, `start`, `end`, `fragments` ("3-9 12-20"), `text`, `attributes`, `note`, `score`,
  `suggestion`, `suggested_by`, `suggested_by_version`;
- relations: `relation_id`, `type`, `head_id`, `head_label`, `head_text`, `tail_id`, `tail_label`, `tail_text`, and as
  spans from `attributes` on;
- quotes and pledges: `title`, `outlet`, `date`, `span_id`, `label`, `start`, `text`, a column for each role that the
  schema gives them (speaker, cue ...; pledger, deadline, amount ...) with the texts of the spans there, joined by "; ",
  and one for each of their attributes.

Offsets are code points of the article's text, half-open. `meta` and `attributes` are JSON objects with sorted keys,
"" where there are none. The article's text itself is in none of the tables, nor are verdicts.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from annotator.exchange.losses import LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Outgoing
from annotator.exchange.ready import encodable, json_text
from annotator.exchange.tables.cells_out import Cell
from annotator.model.annotation import AnnotationSet, Origin, Relation, Span, Value, places, text_order
from annotator.model.article import Article
from annotator.model.schema import Schema

Row = tuple[Cell, ...]
Kind = Literal["text", "whole", "number"]

_WHOLE = frozenset({"words", "schema_version", "start", "end"})
_WHOSE = ("article_id", "annotator", "annotator_kind", "annotator_version")
_ORIGIN = ("suggestion", "suggested_by", "suggested_by_version")
_ARTICLES = ("title", "sha256", "words", "meta", "status", "schema_version", "attributes", "note", "flag")
_SPANS = ("span_id", "label", "start", "end", "fragments", "text", "attributes", "note", "score", *_ORIGIN)
_ENDS = ("head_id", "head_label", "head_text", "tail_id", "tail_label", "tail_text")
_RELATIONS = ("relation_id", "type", *_ENDS, "attributes", "note", "score", *_ORIGIN)
_JOINED = ("title", "outlet", "date", "span_id", "label", "start", "text")


class Column(msgspec.Struct, frozen=True):
    """A column; a cell of one that is no text may be empty."""

    name: str
    kind: Kind = "text"


class Table(msgspec.Struct, frozen=True):
    """A table to be written; its name is that of its file or sheet."""

    name: str
    columns: tuple[Column, ...]


class Joined(msgspec.Struct, frozen=True):
    """What quotes, or pledges, are joined with: the roles and the attributes of their labels."""

    labels: frozenset[str]
    roles: tuple[str, ...]
    attributes: tuple[str, ...]

    def columns(self) -> tuple[str, ...]:
        """The names of the columns, each once: an attribute called as a role is `attribute_NAME`."""
        taken = [*_WHOSE, *_JOINED]
        for prefix, names in (("role", self.roles), ("attribute", self.attributes)):
            for name in names:
                while name in taken:
                    name = f"{prefix}_{name}"
                taken.append(name)
        return tuple(taken[len(_WHOSE) :])


class Tables:
    """The tables of a schema, and what an article gives for each."""

    def __init__(self, schema: Schema | None) -> None:
        schema = schema or Schema(name="", labels=())
        self._quotes, self._pledges = (joined(schema, group) for group in ("quotes", "pledges"))
        self.tables = (
            _table("articles", _ARTICLES),
            _table("spans", _SPANS),
            _table("relations", _RELATIONS),
            _table("quotes", self._quotes.columns()),
            _table("pledges", self._pledges.columns()),
        )

    def rows(self, item: Outgoing) -> Iterator[tuple[int, Row]]:
        """The rows of an article, each with the number of its table."""
        if not item.sets:
            yield 0, (*_whose(item.article, None), *_of_article(item.article, None))
        for each in item.sets:
            whose = _whose(item.article, each)
            yield 0, (*whose, *_of_article(item.article, each))
            spans = sorted(each.spans.values(), key=text_order)
            links = sorted(each.relations.values(), key=lambda link: _link_order(link, each))
            yield from ((1, (*whose, *_of_span(span))) for span in spans)
            yield from ((2, (*whose, *_of_relation(link, each))) for link in links)
            for number, joined in ((3, self._quotes), (4, self._pledges)):
                roles = _roles(joined, links, each) if joined.labels else {}
                for span in spans:
                    if span.label in joined.labels:
                        yield number, (*whose, *_of_joined(joined, item.article, span, roles))


def table_rows(
    items: Iterable[Outgoing], tables: Tables, losses: LossReport
) -> Iterator[tuple[Article, list[tuple[int, Row]]]]:
    """The rows of one article after another, made ready; what no table holds is reported."""
    for item in items:
        with encodable(item.article):
            rows = list(tables.rows(item))
        lost = Lost(losses, item.article.title)
        lost.text(item.article)
        for each in item.sets:
            lost.verdicts(each)
        yield item.article, rows


def _table(name: str, columns: Iterable[str]) -> Table:
    return Table(name, tuple(Column(each, _kind(each)) for each in (*_WHOSE, *columns)))


def _kind(name: str) -> Kind:
    return "whole" if name in _WHOLE else "number" if name == "score" else "text"


def joined(schema: Schema, group: str) -> Joined:
    """What the spans of a group, "quotes" or "pledges", are joined with."""
    labels = frozenset(schema.chief_labels(group))
    types = schema.relation_by_name.values()
    roles = tuple(each.name for each in types if not each.symmetric and labels & schema.heads[each.name])
    every = dict.fromkeys(each.name for label in sorted(labels) for each in schema.known_of_label(label))
    return Joined(labels, roles, tuple(every))


def _whose(article: Article, each: AnnotationSet | None) -> Row:
    if each is None:
        return article.id, "", "", ""
    return article.id, each.annotator.name, each.annotator.kind, each.annotator.version


def _of_article(article: Article, each: AnnotationSet | None) -> Row:
    known = (article.title, article.sha256, article.words, json_text(article.meta))
    if each is None:
        return *known, "", None, "", "", ""
    state = each.state
    return *known, state.status, each.schema_version, json_text(state.attributes), state.note, state.flag


def _of_span(span: Span) -> Row:
    pieces = places(span.fragments)
    attributes = json_text(span.attributes)
    place = (span.id, span.label, span.start, span.end, pieces, span.text)
    return *place, attributes, span.note, span.score, *_of_origin(span.origin)


def _of_relation(link: Relation, each: AnnotationSet) -> Row:
    head, tail = each.spans[link.head], each.spans[link.tail]
    ends = (head.id, head.label, head.text, tail.id, tail.label, tail.text)
    return link.id, link.type, *ends, json_text(link.attributes), link.note, link.score, *_of_origin(link.origin)


def _of_origin(origin: Origin | None) -> Row:
    return ("", "", "") if origin is None else (origin.suggestion, origin.annotator, origin.version)


def _link_order(link: Relation, each: AnnotationSet) -> tuple[object, ...]:
    return *text_order(each.spans[link.head]), link.type, *text_order(each.spans[link.tail]), link.id


def _roles(joined: Joined, links: Iterable[Relation], each: AnnotationSet) -> dict[tuple[str, str], dict[str, None]]:
    """By head and role the texts of the tails, each once, in text order."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for link in links:
        if each.spans[link.head].label in joined.labels:
            found.setdefault((link.head, link.type), {})[" ".join(each.spans[link.tail].text.split())] = None
    return found


def _of_joined(joined: Joined, article: Article, span: Span, roles: dict[tuple[str, str], dict[str, None]]) -> Row:
    outlet, date = (str(article.meta.get(name) or "") for name in ("outlet", "date"))
    linked = ("; ".join(roles.get((span.id, role), ())) for role in joined.roles)
    values = (_said(span.attributes.get(name)) for name in joined.attributes)
    return article.title, outlet, date, span.id, span.label, span.start, span.text, *linked, *values


def _said(value: Value | None) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value
