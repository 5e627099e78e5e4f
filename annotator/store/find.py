"""Runs a question about spans (`model.query`) down indexes, and shows the spans that answer it.

Nothing is kept for it. Of the articles that hold the words at all (the full-text index knows them) the annotator's
set is looked up, and its spans are walked down their primary key. Measured with 1,000 articles of 40 spans: an index
of the spans' words makes their import a fifth slower, one of their labels a tenth, and that one makes the project
100 MB larger for 2,000,000 spans; without them the first rows of a list are there as fast, and only all of it, which
a thread reads, takes up to 0.2 s for 20,000 articles. A word must stand in the article as a word: a span that begins
inside one is not found by the rest of it.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from annotator.model.query import NOTE, SpanQuery
from annotator.model.words import Words, holds, mark, read_words
from annotator.store.project import Project
from annotator.store.search import match

Values = dict[str, str | int | float | None]
_YES_NO = {"yes": 1, "no": 0}


def prefilter(query: SpanQuery) -> str:
    """What every article that answers holds, for the full-text index; "" when the question has no words."""
    words = " ".join(term for term in read_words(query.words).terms if term.strip())
    ends = "" if read_words(query.words).goes_on else " "
    return match(words.replace('"', " ") + ends) if words else ""


def prepare(db: sqlite3.Connection, query: SpanQuery) -> None:
    """Teach the connection what the conditions of the question need."""
    wanted: Words = read_words(query.words)
    db.create_function("span_holds", 1, lambda text: holds(text, wanted), deterministic=True)


def conditions(query: SpanQuery) -> tuple[str, Values]:
    """What has to be true of a row of `span`, with its parameters."""
    parts: list[str] = []
    values: Values = {}
    if query.label:
        parts.append("span.label = :find_label")
        values["find_label"] = query.label
    parts += [_linked(name, values) for name in query.having]
    parts += [f"NOT {_linked(name, values)}" for name in query.lacking]
    for name, value in (*((flag, "yes") for flag in query.flags), *query.values):
        parts.append(_valued(name, value, values))
    if query.words:
        parts.append("span_holds(span.text)")
    return " AND ".join(parts) or "1", values


def _linked(name: str, values: Values) -> str:
    """Whether the span is an end of such a relation, or has a note."""
    if name == NOTE:
        return "(span.note IS NOT NULL)"
    key = f"find_type_{len(values)}"
    values[key] = name
    ends = (
        f"EXISTS (SELECT 1 FROM relation WHERE relation.aset = span.aset AND {end} = span.id AND type = :{key})"
        for end in ("head", "tail")
    )
    return f"({' OR '.join(ends)})"


def _valued(name: str, value: str, values: Values) -> str:
    """Whether the span has this value of an attribute; a flag that is not there is off."""
    path, key = f"find_path_{len(values)}", f"find_value_{len(values)}"
    values[path] = '$."' + name + '"'
    values[key] = value
    found = f"json_extract(span.attributes, :{path})"
    if value in _YES_NO:
        told = f"{found} = 'yes'" if _YES_NO[value] else f"{found} IS NULL OR {found} = 'no'"
        return f"(coalesce({found}, 0) = {_YES_NO[value]} OR {told})"
    return f"CAST({found} AS TEXT) = :{key}"


_PLACE = 'span.id, span.label, span.start, span."end", span.text'


class Place(msgspec.Struct, frozen=True):
    """A span that was found: its id, label, first and last place, and text."""

    span: str
    label: str
    start: int
    end: int
    text: str


def told(query: SpanQuery, place: Place) -> str:
    """The span's text in a line, what was looked for between ‹ and ›; its label first when any was asked for."""
    shown = mark(" ".join(place.text.split()), read_words(query.words))
    return shown if query.label else f"{place.label}: {shown}"


def places(project: Project, who: int, query: SpanQuery, articles: Iterable[int]) -> dict[int, Place]:
    """In some articles, by their numbers, the annotator's first span that answers the question."""
    answers, values = conditions(query)
    sql = (
        f"SELECT {_PLACE} FROM annotation_set CROSS JOIN span ON span.aset = annotation_set.id"
        f" WHERE annotation_set.article = :article AND annotation_set.annotator = :who AND {answers}"
        " ORDER BY span.start LIMIT 1"
    )
    with project.reading() as db:
        prepare(db, query)
        found = ((seq, db.execute(sql, {**values, "who": who, "article": seq}).fetchone()) for seq in articles)
        return {seq: Place(*row) for seq, row in found if row}


def place(project: Project, article: int, span: str) -> Place | None:
    """Where a span of an article stands, whosever it is; None when it is in no set."""
    sql = (
        f"SELECT {_PLACE} FROM annotation_set CROSS JOIN span ON span.aset = annotation_set.id"
        " WHERE annotation_set.article = ? AND span.id = ?"
    )
    with project.reading() as db:
        row = db.execute(sql, (article, span)).fetchone()
    return Place(*row) if row else None


def spans(project: Project, who: int, query: SpanQuery, *, limit: int) -> list[tuple[int, str, Place]]:
    """The first spans that answer, in order of the articles: the article's number, its title, and the span."""
    answers, values = conditions(query)
    sought = prefilter(query)
    source = "annotation_set"
    if sought:
        values["find_words"] = sought
        source = (
            "(SELECT rowid AS seq FROM article_fts WHERE article_fts MATCH :find_words) AS held"
            " CROSS JOIN annotation_set ON annotation_set.article = held.seq"
        )
    order = "held.seq" if sought else "annotation_set.article"
    sql = (
        f"SELECT article.seq, article.title, {_PLACE} FROM {source}"
        " CROSS JOIN span ON span.aset = annotation_set.id CROSS JOIN article ON article.seq = annotation_set.article"
        f" WHERE annotation_set.annotator = :who AND {answers} ORDER BY {order} LIMIT :limit"
    )
    with project.reading() as db:
        prepare(db, query)
        rows = db.execute(sql, {**values, "who": who, "limit": limit})
        return [(seq, title, Place(*rest)) for seq, title, *rest in rows]
