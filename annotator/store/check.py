"""`annotator check`: is the project whole, and does every span still lie on the text it says it covers?"""

from collections.abc import Iterator

from annotator.model.annotation import AnnotationSet
from annotator.model.errors import AnnotatorError
from annotator.model.rules import set_problems
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema
from annotator.model.text import text_hash
from annotator.store import annotators, sets, tally
from annotator.store.project import Project


def problems(project: Project) -> Iterator[str]:
    """Every problem of the project, as a sentence; nothing when it is whole."""
    damage = list(_damage(project))
    yield from damage
    if damage:
        return  # what is read from a damaged file says nothing
    yield from _loose_keys(project)
    yield from _wrong_search(project)
    yield from _wrong_standings(project)
    yield from _wrong_articles(project)


def _damage(project: Project) -> Iterator[str]:
    with project.reading() as db:
        for (line,) in db.execute("PRAGMA integrity_check(20)").fetchall():
            if line != "ok":
                yield f"The file is damaged: {line}."


def _loose_keys(project: Project) -> Iterator[str]:
    with project.reading() as db:
        for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
            which = "A row" if row is None else f"Row {row}"
            yield f"{which} of {table} names something that is not in {parent}."


def _wrong_search(project: Project) -> Iterator[str]:
    sql = "SELECT count(*) FROM {} WHERE {} NOT IN (SELECT {} FROM {})"
    with project.reading() as db:
        (missing,) = db.execute(sql.format("article", "seq", "id", "article_fts_docsize")).fetchone()
        (left,) = db.execute(sql.format("article_fts_docsize", "id", "seq", "article")).fetchone()
    if missing:
        yield f"{missing} articles cannot be found by search."
    if left:
        yield f"{left} articles that are gone are still in the search."


def _wrong_standings(project: Project) -> Iterator[str]:
    """A person's standing is that of her set, or new without one."""
    sql = (
        "SELECT annotator.name, article.title FROM annotator CROSS JOIN article"
        " LEFT JOIN annotation_set ON annotation_set.annotator = annotator.id AND annotation_set.article = article.seq"
        " LEFT JOIN standing ON standing.annotator = annotator.id AND standing.article = article.seq"
        " WHERE annotator.kind = 'person' AND standing.status IS NOT coalesce(annotation_set.status, 'new')"
    )
    with project.reading() as db:
        for name, title in db.execute(sql).fetchall():
            yield f"The list shows a wrong status of {name} for “{title}”."


def _wrong_articles(project: Project) -> Iterator[str]:
    known = _schemas(project)
    people = annotators.everyone(project)
    with project.reading() as db:
        cursor = db.execute("SELECT seq FROM article ORDER BY seq")
        while batch := cursor.fetchmany(500):
            for (seq,) in batch:
                yield from _wrong_article(project, seq, known, bool(people))


_COUNTS = (
    "SELECT name, spans, notes, unjudged, doubt FROM standing JOIN annotator ON annotator.id = standing.annotator"
    " WHERE article = ?"
)


def _schemas(project: Project) -> dict[int, Schema]:
    with project.reading() as db:
        return {version: read_schema(toml) for version, toml in db.execute("SELECT version, toml FROM schema_version")}


def _wrong_article(project: Project, seq: int, schemas: dict[int, Schema], annotated: bool) -> Iterator[str]:
    sql = "SELECT title, text, sha256 FROM article JOIN article_text USING (seq) WHERE seq = ?"
    with project.reading() as db:
        row = db.execute(sql, (seq,)).fetchone()
    if row is None:
        yield f"The article number {seq} has no text."
        return
    title, text, sha256 = row
    if text_hash(text) != sha256:
        yield f"The text of “{title}” is not what was imported."
    try:
        found = sets.of_article(project, seq) if annotated else []
    except AnnotatorError as error:
        yield f"The annotation of “{title}” cannot be read: {error}"
        return
    yield from _wrong_counts(project, seq, title, found)
    for each in (each for each in found if each.schema_version in schemas):
        for problem in set_problems(schemas[each.schema_version], each, text):
            yield f"“{title}”, {each.annotator}: {problem}"


def _wrong_counts(project: Project, seq: int, title: str, found: list[AnnotationSet]) -> Iterator[str]:
    """What the list says of the article is what its sets hold."""
    models = sets.of_models(project, seq) if any(each.annotator.kind == "model" for each in found) else []
    owns = {each.annotator.name: each for each in found if each.annotator.kind == "person"}
    nothing = tally.Tally(0, 0)
    suggested = tally.left_for(None, models)
    with project.reading() as db:
        kept = db.execute("SELECT suggested, doubt FROM article WHERE seq = ?", (seq,)).fetchone()
        rows = db.execute(_COUNTS, (seq,)).fetchall()
    if kept != suggested:
        yield f"The list shows a wrong number of suggestions for “{title}”."
    for name, spans, notes, *unjudged in rows:
        own = owns.get(name)
        left = tally.left_for(own, models) if own else suggested
        if (tally.of_set(own) if own else nothing) != tally.Tally(spans, notes) or left != tuple(unjudged):
            yield f"The list shows a wrong number of spans, notes or suggestions of {name} for “{title}”."
