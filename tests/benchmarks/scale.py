"""Rows of large imports and exports: speed against the barest code, memory that does not grow, and a stop half-way.

With --full they are of 100,000 articles with 4,000,000 spans, beside 10,000; else of some thousands.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import msgspec
from measuring import calibrate, child, timed
from rows import Bench, Measured, absolute, at_least, row
from synthetic import make_project, many, schema, schema_toml
from transfer import bare_docbin, thousand_lines

from annotator.model.ids import new_id
from annotator.store import articles
from annotator.store.project import create_project, open_project

_FULL, _SMALL = (10_000, 100_000), (2_000, 6_000)
_CHUNK = 1000  # articles in memory, of a reference
_OF_DOCBIN = 10_000  # articles that the reference of a DocBin is measured with
_LONGEST = 3600.0  # seconds that a child may take
_MOVING = "moving.py"


@dataclass(frozen=True)
class Took:
    """What an import or export took: see `moving.py`."""

    seconds: float
    peak: float
    before: float
    stopped: float


@dataclass(frozen=True)
class Moved:
    """Some articles as JSON lines and as a project, and what the way from each to the other took."""

    count: int
    lines: Path
    project: Path
    imported: Took
    exported: Took


def _took(*arguments: object) -> Took:
    _, told = child(*map(str, arguments), script=_MOVING, timeout=_LONGEST)
    return Took(**json.loads(told))


def _lines(bench: Bench, count: int) -> Path:
    """So many articles with 40 spans each: those of a thousand, each with its number as a last paragraph."""
    target = bench.fresh(f"lines-{count}.jsonl")
    known = [msgspec.json.decode(line) for line in bench.kept(thousand_lines).read_bytes().splitlines()]
    with target.open("wb") as file:
        for number, each in enumerate(islice(cycle(known), count)):
            text = f"{each['text']}\n\nArticle {number}."
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            file.write(msgspec.json.encode({**each, "id": new_id(), "text": text, "sha256": sha256}) + b"\n")
    return target


def _moved(bench: Bench, count: int) -> Moved:
    lines, project, out = _lines(bench, count), bench.fresh("moved.annodb"), bench.fresh("moved.jsonl")
    imported = _took("import", project, lines, 0)
    exported = _took("export", project, out, "jsonl", 0)
    if out.read_bytes().count(b"\n") != count:
        raise RuntimeError(f"{count} articles were imported, and others exported")
    out.unlink()
    return Moved(count, lines, project, imported, exported)


def _few(bench: Bench) -> Moved:
    return _moved(bench, (_FULL if bench.full else _SMALL)[0])


def _many(bench: Bench) -> Moved:
    return _moved(bench, (_FULL if bench.full else _SMALL)[1])


@dataclass(frozen=True)
class _Docs:
    """The same as DocBin."""

    folder: Path
    exported: Took
    imported: Took


def _docs(bench: Bench, moved: Moved) -> _Docs:
    folder, project = bench.fresh("docs.spacy"), bench.fresh("docs.annodb")
    exported = _took("export", moved.project, folder, "spacy", 0)
    imported = _took("import", project, folder, 0)
    if _articles(project) != moved.count:
        raise RuntimeError("Not all articles came back from DocBin")
    project.unlink()
    return _Docs(folder, exported, imported)


def _few_docs(bench: Bench) -> _Docs:
    return _docs(bench, bench.kept(_few))


def _many_docs(bench: Bench) -> _Docs:
    return _docs(bench, bench.kept(_many))


def _articles(project: Path) -> int:
    with open_project(project, read_only=True) as opened:
        return articles.count(opened)


# Speed


_PART = {
    "article": "seq",
    "article_text": "seq",
    "article_search": "seq",
    "standing": "article",
    "annotation_set": "article",
    "span": "aset IN (SELECT id FROM annotation_set WHERE article",
}
_SOUGHT = "INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)"
Rows = dict[str, list[tuple[object, ...]]]


def _part(db: sqlite3.Connection, first: int) -> Rows:
    """The rows of a thousand articles."""
    where = {name: f"{key} BETWEEN ? AND ?{')' * key.count('(')}" for name, key in _PART.items()}
    bounds = (first + 1, first + _CHUNK)
    return {name: db.execute(f"SELECT * FROM {name} WHERE {each}", bounds).fetchall() for name, each in where.items()}


def _put(db: sqlite3.Connection, rows: Rows) -> None:
    for name, some in rows.items():
        if some:
            bare = f"INSERT INTO {name} VALUES ({', '.join('?' * len(some[0]))})"
            db.executemany(_SOUGHT if name == "article_search" else bare, some)


def _bare_insert(bench: Bench) -> float:
    """Seconds of `executemany` of all rows of the larger project into a new one, in one transaction."""
    source, path = bench.kept(_many), bench.fresh("bare.annodb")
    with open_project(source.project, read_only=True) as full, create_project(path, schema_toml()) as project:
        come, db = full.db.conn, project.db.conn
        db.execute("BEGIN")
        _put(db, {name: come.execute(f"SELECT * FROM {name}").fetchall() for name in ("step", "annotator")})
        seconds = 0.0
        for first in range(0, source.count, _CHUNK):
            seconds += timed(partial(_put, db, _part(come, first)))
        seconds += timed(partial(db.execute, "COMMIT"))
    path.unlink()
    return seconds


def _rows(lines: Path, most: int | None = None) -> Iterator[list[Any]]:
    """The objects of a file, a thousand at a time."""
    with lines.open("rb") as file:
        wanted = islice(file, most)
        while some := list(islice(wanted, _CHUNK)):
            yield [json.loads(line) for line in some]


def _against(took: Took, reference: float, reference_is: str) -> Measured:
    note = f"peak {took.peak:.0f} MB"
    return Measured(measured=took.seconds, reference=reference, unit="s", reference_is=reference_is, note=note)


@row("import.full", at_least(0.4), only_full=True)
def import_full(bench: Bench) -> Measured:
    """Import 100,000 articles with 4,000,000 spans from JSONL, against `executemany` of the rows that came of it."""
    return _against(bench.kept(_many).imported, bench.kept(_bare_insert), "executemany of the same rows, s")


@row("export.full", at_least(0.4), only_full=True)
def export_full(bench: Bench) -> Measured:
    """Export 100,000 articles with 4,000,000 spans to JSONL, against `json.dumps` of the same objects to a file."""
    source, seconds = bench.kept(_many), 0.0
    with bench.fresh("bare.jsonl").open("w", encoding="utf-8") as file:
        for some in _rows(source.lines):
            lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in some)
            seconds += timed(partial(file.writelines, lines))
    return _against(source.exported, seconds, "json.dumps of the same objects, s")


@row("export.docbin.full", at_least(0.4), only_full=True)
def export_docbin_full(bench: Bench) -> Measured:
    """Export 100,000 articles with 4,000,000 spans as DocBin, against the bare way to a tenth of the docs, by ten."""
    source, seconds, target = bench.kept(_many), 0.0, bench.fresh("bare.spacy")
    groups = {label.name: label.group for label in schema().labels}
    for some in _rows(source.lines, _OF_DOCBIN):
        pairs = [(each, json.dumps(each["sets"][0], ensure_ascii=False)) for each in some]
        seconds += timed(partial(bare_docbin, pairs, groups, target))
    return _against(
        bench.kept(_many_docs).exported, seconds * source.count / _OF_DOCBIN, "bare DocBin, a tenth x 10, s"
    )


@row("import.docbin.full", at_least(0.4), only_full=True)
def import_docbin_full(bench: Bench) -> Measured:
    """Import 100,000 articles with 4,000,000 spans from DocBin, against the barest way.

    That is: spaCy's own reading of a tenth of the docs, by ten, and `executemany` of all rows.
    """
    import spacy
    from spacy.tokens import DocBin

    docs, vocab, seconds, read = bench.kept(_many_docs), spacy.blank("xx").vocab, 0.0, 0
    for path in islice(sorted(docs.folder.glob("*.spacy")), _OF_DOCBIN // 2000):
        found: list[Any] = []
        seconds += timed(lambda path=path, found=found: found.extend(_read(DocBin, path, vocab)))  # type: ignore[misc]
        read += len(found)
    reference = seconds * bench.kept(_many).count / read + bench.kept(_bare_insert)
    return _against(docs.imported, reference, "DocBin.get_docs, a tenth x 10, and executemany, s")


def _read(kind: Any, path: Path, vocab: object) -> Iterator[object]:  # noqa: ANN401  spaCy has no types
    yield from kind(store_user_data=True).from_disk(path).get_docs(vocab)


# Memory


def _growth(small: Took, large: Took, counts: tuple[int, int]) -> Measured:
    few, most = counts
    return Measured(
        measured=large.peak - small.peak,
        reference=max(small.peak, 1.0),
        unit="MB",
        reference_is=f"the peak of {few:,} articles, MB",
        note=f"from these to {most:,}",
    )


def _counts(bench: Bench) -> tuple[int, int]:
    return bench.kept(_few).count, bench.kept(_many).count


@row("import.memory", absolute(32, "MB"))
def import_memory(bench: Bench) -> Measured:
    """What the peak of memory grows by when thousands of articles more, with 40 spans each, are imported."""
    return _growth(bench.kept(_few).imported, bench.kept(_many).imported, _counts(bench))


@row("export.memory", absolute(32, "MB"))
def export_memory(bench: Bench) -> Measured:
    """What the peak of memory grows by when thousands of articles more, with 40 spans each, are exported."""
    return _growth(bench.kept(_few).exported, bench.kept(_many).exported, _counts(bench))


@row("import.docbin.memory", absolute(150, "MB"), only_full=True)
def import_docbin_memory(bench: Bench) -> Measured:
    """The same of an import from DocBin, of which each file is in memory whole."""
    return _growth(bench.kept(_few_docs).imported, bench.kept(_many_docs).imported, _counts(bench))


@row("export.docbin.memory", absolute(150, "MB"), only_full=True)
def export_docbin_memory(bench: Bench) -> Measured:
    """The same of an export as DocBin."""
    return _growth(bench.kept(_few_docs).exported, bench.kept(_many_docs).exported, _counts(bench))


# A stop half-way


def _stopped(took: Took, what: str) -> Measured:
    loop = calibrate()
    note = f"{what} after {took.seconds:.1f} s"
    return Measured(measured=took.stopped, reference=loop, unit="s", reference_is="calibration loop, s", note=note)


@row("import.stop", absolute(1, "s"))
def import_stop(bench: Bench) -> Measured:
    """Stop an import in the middle: until all of it is out of the project again."""
    source, project = bench.kept(_many), bench.fresh("stopped.annodb")
    took = _took("import", project, source.lines, source.count // 2)
    if _articles(project):
        raise RuntimeError("Something of a stopped import stayed")
    return _stopped(took, "stopped")


@row("export.stop", absolute(1, "s"))
def export_stop(bench: Bench) -> Measured:
    """Stop an export in the middle: until the target is alone and as it was before."""
    return _export_stop(bench, "jsonl")


@row("export.docbin.stop", absolute(1, "s"), only_full=True)
def export_docbin_stop(bench: Bench) -> Measured:
    """Stop an export as DocBin in the middle of a file."""
    return _export_stop(bench, "spacy")


def _export_stop(bench: Bench, kind: str) -> Measured:
    source, folder = bench.kept(_few if kind == "spacy" else _many), bench.fresh("stopped")
    folder.mkdir()
    target = folder / "out"
    target.write_bytes(b"as it was")
    took = _took("export", source.project, target, kind, source.count // 2)
    if [each.name for each in folder.iterdir()] != ["out"] or target.read_bytes() != b"as it was":
        raise RuntimeError(f"A stopped export left {', '.join(each.name for each in folder.iterdir())}")
    return _stopped(took, "stopped")


# Near-duplicates


def _near(bench: Bench) -> Took:
    return _took("duplicates", make_project(bench.fresh("near.annodb"), many(_FULL[1])))


@row("near.full", absolute(300, "s"), only_full=True)
def near_full(bench: Bench) -> Measured:
    """Group the near-duplicates among 100,000 articles of 400 words."""
    took, loop = bench.kept(_near), calibrate()
    note = f"peak {took.peak:.0f} MB"
    return Measured(measured=took.seconds, reference=loop, unit="s", reference_is="calibration loop, s", note=note)


@row("near.memory", absolute(200, "MB"), only_full=True)
def near_memory(bench: Bench) -> Measured:
    """What memory the near-duplicates among 100,000 articles take at most, above the program before."""
    took = bench.kept(_near)
    return Measured(
        measured=took.peak - took.before,
        reference=max(took.before, 1.0),
        unit="MB",
        reference_is="the program before, MB",
        note="half a kilobyte an article is the index",
    )
