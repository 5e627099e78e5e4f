"""Which pipeline a project's suggestions come from: a package, a folder, or "" for the best of the language."""

from annotator.store.project import Project

_KEY = "pipeline"


def chosen(project: Project) -> str:
    """The pipeline that was chosen for the project."""
    with project.reading() as db:
        row = db.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return str(row[0]) if row else ""


def choose(project: Project, name: str) -> None:
    """Choose a pipeline; what others suggested before stays."""
    with project.writing() as db:
        db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_KEY, name))
