"""Full-text search over titles and texts (SQLite's FTS5), written inside the transaction of the edit."""

import re
import sqlite3
from collections.abc import Iterable

import msgspec

from annotator.model.text import normalise
from annotator.store.project import Project

_MOST = 50  # words that are looked for, so that a whole article pasted here is no trouble
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


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
    """What a person typed as an FTS5 query: every word must be there, the last may be a beginning.

    A single Latin letter is a word only: nearly every article has a word that begins with it.
    Words between quotation marks are a phrase. Nothing typed can be a syntax error.
    """
    words = normalise(words).text  # what SQLite could not read becomes U+FFFD, which separates words
    found = [phrase or word for phrase, word in _TERM.findall(words) if phrase.strip() or word]
    found = list(dict.fromkeys(found))[:_MOST]
    terms = ['"' + term.replace('"', '""') + '"' for term in found]
    if terms and _may_go_on(words, found[-1]):
        terms[-1] += "*"
    return " ".join(terms)


def _may_go_on(words: str, last: str) -> bool:
    """Whether the last word may still be typed."""
    is_open = not words.rstrip().endswith('"') and not words[-1].isspace()
    return is_open and (len(last) > 1 or not last.isascii())


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


def count(project: Project, words: str) -> int:
    """How many articles hold all the words."""
    if not (query := match(words)):
        return 0
    with project.reading() as db:
        return int(db.execute("SELECT count(*) FROM article_fts WHERE article_fts MATCH ?", (query,)).fetchone()[0])
