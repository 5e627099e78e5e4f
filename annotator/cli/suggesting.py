"""`suggest`: pre-highlight the articles of a project."""

from typing import Annotated

import typer

from annotator.cli import demo
from annotator.cli.console import FAILED, bar, complain, say, say_json, sentences
from annotator.cli.projects import Json, ProjectPath


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(suggest)
    demo.register(app)


def suggest(
    project: ProjectPath,
    pipeline: Annotated[str, typer.Option(help="A spaCy pipeline: package or folder; the best one without.")] = "",
    processes: Annotated[int, typer.Option(min=1, help="How many processes share the work.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Also articles that have this model's suggestions.")] = False,
    as_json: Json = False,
) -> None:
    """Pre-highlight every article that has no suggestions of the model yet; a stopped run goes on."""
    from annotator.app.modelrun import RunOptions, require_some, run
    from annotator.store.project import open_project

    with sentences(), open_project(project) as opened, bar("Pre-highlighting") as report:
        result = run(opened, RunOptions(pipeline=pipeline, processes=processes, again=again, report=report))
        require_some(result)
    if as_json:
        say_json(result)
    else:
        for warning in result.warnings:
            complain(warning)
        for title, reason in result.failed:
            complain(f"{title}: {reason}")
        say(result.as_text())
    raise typer.Exit(FAILED if result.failed else 0)
