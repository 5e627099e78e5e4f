"""Full-text search over titles and texts (SQLite's FTS5), written inside the transaction of the edit."""

import sqlite3
from collections.abc import Iterable

import msgspec

from annotator.model.words import read_words
from annotator.store.project import Project


class Hit(msgspec.Struct, frozen=True):
    """An article that was found: its number, title, and the place, the found words between ‹ and ›."""

    seq: int
    title: str
    snippet: str


def add(db: sqlite3.Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Make articles findable: rows of number, title and text."""
    db.executemany("INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)", rows)


def remove(db: sqlite3.Connection, rows: Iterable[tuple[int, str, str]]) -> None:
    """Make articles unfindable; the rows are those that were added."""
    db.executemany("INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)", rows)


def match(words: str) -> str:
    """What a person typed as an FTS5 query (see `model.words`). Nothing typed can be a syntax error."""
    wanted = read_words(words)
    terms = ['"' + term.replace('"', '""') + '"' for term in wanted.terms]
    if wanted.goes_on:
        terms[-1] += "*"
    return " ".join(terms)


def search(project: Project, words: str, *, limit: int = 50) -> list[Hit]:
    """The first articles, in order of import, in which all the words are."""
    if not (query := match(words)):
        return []
    sql = (
        "SELECT rowid, title, snippet(article_fts, -1, '‹', '›', '…', 16) FROM article_fts"
        " WHERE article_fts MATCH ? ORDER BY rowid LIMIT ?"
    )
    with project.reading() as db:
        return [Hit(*row) for row in db.execute(sql, (query, limit))]


def snippets(project: Project, words: str, articles: Iterable[int]) -> dict[int, str]:
    """The places found in some articles, by their numbers; what does not hold all the words is left out."""
    if not (query := match(words)):
        return {}
    sql = "SELECT snippet(article_fts, -1, '‹', '›', '…', 16) FROM article_fts WHERE article_fts MATCH ? AND rowid = ?"
    with project.reading() as db:
        found = ((seq, db.execute(sql, (query, seq)).fetchone()) for seq in articles)
        return {seq: row[0] for seq, row in found if row}


def count(project: Project, words: str) -> int:
    """How many articles hold all the words."""
    if not (query := match(words)):
        return 0
    with project.reading() as db:
        return int(db.execute("SELECT count(*) FROM article_fts WHERE article_fts MATCH ?", (query,)).fetchone()[0])
