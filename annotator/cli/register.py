"""`register`: the pledges of a project as a table for spreadsheets."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.console import say, sentences
from annotator.cli.projects import ProjectPath


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="register")(write_register)


def write_register(
    project: ProjectPath,
    out: Annotated[Path, typer.Option(help="The file to write; it ends in .csv or .xlsx.")],
    annotator: Annotated[str, typer.Option(help="Only the pledges that this person or gold marked.")] = "",
) -> None:
    """Write the pledges of a project as a table, one row a pledge: who is bound, to whose gain, by when."""
    from annotator.app import register as pledges
    from annotator.app import wording
    from annotator.cli import people
    from annotator.model.errors import ProjectError
    from annotator.store import schemas
    from annotator.store.project import open_project

    with sentences(), open_project(project, read_only=True) as opened:
        named = people.named(opened, annotator, people.PERSON_OR_GOLD) if annotator else {}
        who = list(named) or pledges.whose_numbers(opened, "all", 0)
        _, schema = schemas.current(opened)
        if not pledges.labels(schema):
            raise ProjectError("register.none", "The schema has no label in a group called pledges.")
        found = pledges.read(opened.path, schema, who)
        pledges.export(out, [each.name for each in found.columns], [each.values for each in found.rows])
    say(f"Wrote {wording.count(len(found.rows), 'pledge')} to {out}.")
