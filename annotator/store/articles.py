"""Articles: adding them, reading them. Inside the file each has a number, `seq`, in the order of import."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator

import msgspec

from annotator.model.article import Article, Meta
from annotator.model.errors import ProjectError
from annotator.model.text import text_hash
from annotator.store import annotators, search
from annotator.store.project import Project

_meta = msgspec.json.Decoder(Meta)
_COLUMNS = "article.seq, article.id, article.title, article_text.text, article.sha256, article.meta"
_FROM = "FROM article JOIN article_text ON article_text.seq = article.seq"


def add(project: Project, items: Iterable[Article], *, step: int | None = None) -> list[int]:
    """Add articles whose text and id are new to the project (see `find`), and give their numbers."""
    articles = list(items)
    if not articles:
        return []
    with project.writing() as db:
        (last,) = db.execute("SELECT coalesce(max(seq), 0) FROM article").fetchone()
        numbers = list(range(last + 1, last + 1 + len(articles)))
        _insert(db, list(zip(numbers, articles, strict=True)), step)
    return numbers


def _insert(db: sqlite3.Connection, numbered: list[tuple[int, Article]], step: int | None) -> None:
    rows = [(seq, *_facts(article), step) for seq, article in numbered]
    db.executemany(
        "INSERT INTO article (seq, id, sha256, title, outlet, date, words, meta, step) VALUES (?,?,?,?,?,?,?,?,?)", rows
    )
    texts = [(seq, article.text) for seq, article in numbered]
    db.executemany("INSERT INTO article_text (seq, text) VALUES (?, ?)", texts)
    search.add(db, ((seq, article.title, article.text) for seq, article in numbered))
    for person in annotators.persons(db):
        new = ((person, seq) for seq, _ in numbered)
        db.executemany("INSERT INTO standing (annotator, status, article) VALUES (?, 'new', ?)", new)


def _facts(article: Article) -> tuple[str, str, str, str, str, int, str | None]:
    outlet, date = (str(article.meta.get(name) or "") for name in ("outlet", "date"))
    meta = msgspec.json.encode(article.meta).decode() if article.meta else None
    return article.id, article.sha256, article.title, outlet, date, article.words, meta


class Found(msgspec.Struct, frozen=True):
    """An article that the project has: its number, its id, and the hash of its text."""

    seq: int
    id: str
    sha256: str


def find(project: Project, article: Article) -> Found | None:
    """The article with the same text, or else the one with the same id; None when both are new."""
    return find_all(project, [article])[0]


def find_all(project: Project, items: Iterable[Article]) -> list[Found | None]:
    """For each of some hundreds of articles what `find` gives, asked of the file at once."""
    articles = list(items)
    with project.reading() as db:
        by_text = {each.sha256: each for each in _having(db, "sha256", [each.sha256 for each in articles])}
        by_id = {each.id: each for each in _having(db, "id", [each.id for each in articles])}
    return [by_text.get(each.sha256) or by_id.get(each.id) for each in articles]


def _having(db: sqlite3.Connection, column: str, values: list[str]) -> Iterator[Found]:
    marks = ", ".join("?" * len(values))
    for row in db.execute(f"SELECT seq, id, sha256 FROM article WHERE {column} IN ({marks})", values):
        yield Found(*row)


def get(project: Project, seq: int) -> Article:
    """The article with this number; raises ProjectError when it is gone or its text is not what was imported."""
    with project.reading() as db:
        row = db.execute(f"SELECT {_COLUMNS} {_FROM} WHERE article.seq = ?", (seq,)).fetchone()
    if row is None:
        raise ProjectError("article.missing", f"The article number {seq} is not in {project.path.name} any more.")
    return _checked(row)[1]


def number_of_text(project: Project, article_id: str, sha256: str) -> int | None:
    """The number of the article with this id, if its text has this hash."""
    with project.reading() as db:
        row = db.execute("SELECT seq FROM article WHERE id = ? AND sha256 = ?", (article_id, sha256)).fetchone()
    return int(row[0]) if row else None


def titled(project: Project, titles: Collection[str]) -> dict[str, list[int]]:
    """The numbers of the articles with these titles, in order; read in one go, for titles have no index."""
    found: dict[str, list[int]] = {title: [] for title in titles}
    with project.reading() as db:
        for seq, title in db.execute("SELECT seq, title FROM article ORDER BY seq"):
            if title in found:
                found[title].append(seq)
    return found


def count(project: Project) -> int:
    """How many articles the project holds."""
    with project.reading() as db:
        return int(db.execute("SELECT count(*) FROM article").fetchone()[0])


def numbers(project: Project) -> Iterator[int]:
    """The numbers of all articles, in order."""
    with project.reading() as db:
        for (seq,) in db.execute("SELECT seq FROM article ORDER BY seq"):
            yield seq


def walk(project: Project, *, after: int = 0) -> Iterator[tuple[int, Article]]:
    """All articles after a number, in order, a hundred in memory at a time; writing in between is allowed."""
    sql = f"SELECT {_COLUMNS} {_FROM} WHERE article.seq > ? ORDER BY article.seq LIMIT 100"
    while True:
        with project.reading() as db:
            rows = db.execute(sql, (after,)).fetchall()
        if not rows:
            return
        yield from map(_checked, rows)
        after = rows[-1][0]


def _checked(row: tuple[int, str, str, str, str, str | None]) -> tuple[int, Article]:
    seq, key, title, text, sha256, meta = row
    if text_hash(text) != sha256:
        sentence = (
            f"The text of the article “{title}” is not what was imported: put back a backup with annotator restore."
        )
        raise ProjectError("article.changed", sentence)
    return seq, Article(id=key, title=title, text=text, sha256=sha256, meta=_meta.decode(meta) if meta else {})
