"""The schema of a project, versioned: an annotation set remembers the version by which it is right.

A change goes through `store.schema_steps`, which takes the annotation along.
"""

from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema
from annotator.store.project import Project


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


def of_version(project: Project, version: int) -> Schema:
    """The schema as it was in a version."""
    return read_schema(toml_of_version(project, version))


def toml_of_version(project: Project, version: int) -> str:
    """The text of a version."""
    with project.reading() as db:
        (toml,) = db.execute("SELECT toml FROM schema_version WHERE version = ?", (version,)).fetchone()
    return str(toml)
