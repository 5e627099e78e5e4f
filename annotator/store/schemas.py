"""The schema of a project, versioned: an annotation set remembers the version it was made with."""

from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema
from annotator.store.project import Project, now


def current(project: Project) -> tuple[int, Schema]:
    """The newest version's number and schema."""
    version, toml = current_toml(project)
    return version, read_schema(toml)


def current_toml(project: Project) -> tuple[int, str]:
    """The newest version's number and its text as it was given."""
    sql = "SELECT version, toml FROM schema_version ORDER BY version DESC LIMIT 1"
    with project.reading() as db:
        version, toml = db.execute(sql).fetchone()
    return int(version), str(toml)


def replace(project: Project, toml: str) -> int:
    """Make `toml` the newest version and return its number; raises SchemaError when it breaks its own rules."""
    read_schema(toml)
    version, known = current_toml(project)
    if toml == known:
        return version
    with project.writing() as db:
        db.execute("INSERT INTO schema_version (version, toml, at) VALUES (?, ?, ?)", (version + 1, toml, now()))
    return version + 1
