"""Where a project's suggestions come from: a pipeline (package, folder, "" for the best), and what of others."""

import msgspec

from annotator.store.project import Project

_KEY, _HOW = "pipeline", "pipeline-how"


class Choice(msgspec.Struct, frozen=True):
    """The pipeline; whether its suggestions stand `beside` those of other models, or instead of them.

    `since` is the last step of the project when it was chosen.
    """

    name: str = ""
    beside: bool = False
    since: int = 0


def choice(project: Project) -> Choice:
    """What was chosen for the project."""
    with project.reading() as db:
        rows = dict(db.execute("SELECT key, value FROM meta WHERE key IN (?, ?)", (_KEY, _HOW)).fetchall())
    how = msgspec.json.decode(rows.get(_HOW, "{}"), type=Choice)
    return msgspec.structs.replace(how, name=str(rows.get(_KEY, "")))


def chosen(project: Project) -> str:
    """The pipeline that was chosen for the project."""
    return choice(project).name


def choose(project: Project, name: str, *, beside: bool = False) -> None:
    """Choose a pipeline. What others suggested stays until it reads the article, and with `beside` after that, too."""
    with project.writing() as db:
        (since,) = db.execute("SELECT coalesce(max(seq), 0) FROM step").fetchone()
        how = msgspec.json.encode(Choice(beside=beside, since=since)).decode()
        rows = ((_KEY, name), (_HOW, how))
        db.executemany("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", rows)
