"""What SQLite intends to do for the statements that something runs."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from annotator.store.project import Project


@contextmanager
def watched(project: Project) -> Iterator[list[str]]:
    """The statements that are run within, with their values written out."""
    seen: list[str] = []
    project.db.conn.set_trace_callback(seen.append)
    try:
        yield seen
    finally:
        project.db.conn.set_trace_callback(None)


def plan_of(project: Project, statement: str) -> list[str]:
    return [row[3] for row in project.db.conn.execute(f"EXPLAIN QUERY PLAN {statement}")]


def scans(project: Project, act: Callable[[], object]) -> set[str]:
    """The steps of query plans that walk through a whole table or index, and sorting by hand."""
    with watched(project) as seen:
        act()
    read = [
        each
        for each in seen
        if re.match(r"\s*(SELECT|WITH|UPDATE|DELETE|INSERT)\b", each) and "article_fts_" not in each
    ]
    assert read, "nothing was asked"
    steps = [step for statement in read for step in plan_of(project, statement)]
    return {
        step
        for step in steps
        if step.startswith(("SCAN", "USE TEMP B-TREE"))
        and not re.match(r"SCAN article_fts VIRTUAL TABLE INDEX \d+:.*M", step)  # the full-text index: no walk
        and step != "SCAN CONSTANT ROW"
    }
