"""Rows of imports and exports: absolute, and against the barest code that does the same."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from measuring import against_loop, compared, timed
from rows import Bench, Measured, absolute, at_least, row
from synthetic import make_project, many, schema, schema_toml

from annotator.app.exporting import export
from annotator.app.importing import import_paths
from annotator.store.project import Project, create_project, open_project

_ROUNDS = 5
_THOUSAND, _SPANS = 1000, 40
_PLAIN = 2000  # articles without annotation
_DOCS = 250  # articles of a DocBin


def _thousand(bench: Bench) -> Path:
    """A project of 1,000 articles with 40,000 spans."""
    return make_project(bench.fresh("thousand.annodb"), many(_THOUSAND), _SPANS)


def thousand_lines(bench: Bench) -> Path:
    """A thousand articles with 40 spans each as JSONL."""
    target = bench.fresh("thousand.jsonl")
    with open_project(bench.kept(_thousand), read_only=True) as project:
        export(project, target, "jsonl")
    return target


def _plain_lines(bench: Bench) -> Path:
    """Texts with metadata, as JSONL of another program."""
    target = bench.fresh("plain.jsonl")
    with target.open("w", encoding="utf-8") as file:
        for each in many(_PLAIN):
            file.write(json.dumps({"text": each.text, "title": each.title, "meta": each.meta}) + "\n")
    return target


def _importing(bench: Bench, source: Path, articles: int) -> float:
    path = bench.fresh("import.annodb")
    with create_project(path, schema_toml()) as project:
        reports = []
        seconds = timed(lambda: reports.append(import_paths(project, [source])))
        if len(reports[0].added) != articles or reports[0].refused:
            raise RuntimeError(reports[0].as_text())
    path.unlink()
    return seconds


@row("import.1000", absolute(0.5, "s"))
def import_thousand(bench: Bench) -> Measured:
    """Import a JSONL file of 1,000 articles with 40,000 spans into a new project: read, checked, committed."""
    source = bench.kept(thousand_lines)
    return against_loop(lambda: _importing(bench, source, _THOUSAND), rounds=_ROUNDS, unit="s")


def _exporting(source: Path, target: Path, kind: str) -> float:
    """Seconds of an export of a whole project."""
    with open_project(source) as project:
        seconds = timed(lambda: export(project, target, kind))
    (shutil.rmtree if target.is_dir() else Path.unlink)(target)
    return seconds


@row("export.1000", absolute(0.5, "s"))
def export_thousand(bench: Bench) -> Measured:
    """Export 1,000 articles with 40,000 spans to JSONL: read from the project, checked, written."""
    source, target = bench.kept(_thousand), bench.fresh("out.jsonl")
    return against_loop(lambda: _exporting(source, target, "jsonl"), rounds=_ROUNDS, unit="s")


@row("export.jsonl", at_least(0.4))
def export_jsonl(bench: Bench) -> Measured:
    """The same export against `json.dumps` of the same objects, in memory already, line by line to a file."""
    rows = [json.loads(line) for line in bench.kept(thousand_lines).read_text(encoding="utf-8").splitlines()]
    source, out, target = bench.kept(_thousand), bench.fresh("out.jsonl"), bench.fresh("bare.jsonl")

    def bare() -> None:
        with target.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in rows)

    return compared(
        lambda: _exporting(source, out, "jsonl"),
        lambda: timed(bare),
        rounds=_ROUNDS,
        unit="ms",
        reference_is="json.dumps of the same objects, ms",
    )


@row("export.docbin", at_least(0.4))
def export_docbin(bench: Bench) -> Measured:
    """Export 250 articles with 10,000 spans as DocBin, against the bare way to the same docs.

    That is: texts, offsets and the JSON string in memory; `spacy.blank`, tokenise, `char_span`, `doc.spans`,
    `doc.ents`, `DocBin.add`, `to_disk`, without any check.
    """
    lines = bench.kept(thousand_lines).read_text(encoding="utf-8").splitlines()[:_DOCS]
    rows = [json.loads(line) for line in lines]
    groups = {label.name: label.group for label in schema().labels}
    data = [json.dumps(each["sets"][0], ensure_ascii=False) for each in rows]
    source = make_project(bench.fresh("docs.annodb"), many(_DOCS), _SPANS)
    out, target = bench.fresh("out.spacy"), bench.fresh("bare.spacy")

    def bare() -> None:
        bare_docbin(zip(rows, data, strict=True), groups, target)

    timed(bare)  # spaCy is imported
    return compared(
        lambda: _exporting(source, out, "spacy"),
        lambda: timed(bare),
        rounds=_ROUNDS,
        unit="ms",
        reference_is="bare DocBin of the same docs, ms",
    )


def bare_docbin(items: Iterable[tuple[Any, str]], groups: dict[str, str], target: Path) -> None:
    """Rows of JSONL, each with the string for the user data, to a DocBin; `groups` are those of the labels."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    nlp, found = spacy.blank("en"), DocBin(store_user_data=True)
    for each, data in items:
        doc = nlp.tokenizer(each["text"])
        by_group: dict[str, list[Any]] = {name: [] for name in groups.values()}
        for span in each["sets"][0]["spans"]:
            start, end = span["fragments"][0]
            made = doc.char_span(start, end, label=span["label"], span_id=span["id"])
            if made is not None:
                by_group[groups[span["label"]]].append(made)
        for name, spans in by_group.items():
            doc.spans[name] = spans
        doc.set_ents(filter_spans(by_group["entities"]))
        doc.user_data["annotator"] = data
        found.add(doc)
    found.to_disk(target)


_TABLES = ("article", "article_text", "standing")


@row("import.jsonl", at_least(0.4))
def import_jsonl(bench: Bench) -> Measured:
    """Import 2,000 plain articles from JSONL, against `executemany` of the rows that came of it.

    These go into the same tables of a new project, the full-text index among them, in one transaction.
    """
    source = bench.kept(_plain_lines)
    kept = bench.fresh("kept.annodb")
    with create_project(kept, schema_toml()) as project:
        import_paths(project, [source])
        rows = {table: project.db.conn.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
        sought = project.db.conn.execute("SELECT seq, title, text FROM article_search").fetchall()
        steps = project.db.conn.execute("SELECT * FROM step").fetchall()

    def insert(db: sqlite3.Connection) -> None:
        for table, some in (("step", steps), *rows.items()):
            if some:
                db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(some[0]))})", some)
        db.executemany("INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)", sought)

    def bare() -> float:
        path = bench.fresh("bare.annodb")
        with create_project(path, schema_toml()) as project:
            seconds = timed(lambda: _committed(project, insert))
        path.unlink()
        return seconds

    return compared(
        lambda: _importing(bench, source, _PLAIN),
        bare,
        rounds=_ROUNDS,
        unit="ms",
        reference_is="executemany of the same rows, ms",
    )


def _committed(project: Project, insert: Callable[[sqlite3.Connection], object]) -> None:
    with project.writing() as db:
        insert(db)
