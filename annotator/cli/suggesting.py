"""`suggest`: pre-highlight the articles of a project."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import demo
from annotator.cli.console import FAILED, bar, complain, say, say_json, sentences
from annotator.cli.projects import Json

if TYPE_CHECKING:
    from annotator.app.modelrun import RunOptions


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(suggest)
    demo.register(app)


def suggest(
    project: Annotated[Path | None, typer.Argument(help="The project file, NAME.annodb.")] = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read texts, one JSON object a line; no project.")] = False,
    pipeline: Annotated[str, typer.Option(help="A spaCy pipeline: package or folder; the best one without.")] = "",
    recipe: Annotated[str, typer.Option(help="What to look for: full (all), or entities only.")] = "full",
    schema: Annotated[Path | None, typer.Option(help="With --stdin: a schema, the default one without.")] = None,
    processes: Annotated[int, typer.Option(min=1, help="How many processes share the work.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Also articles that have this model's suggestions.")] = False,
    beside: Annotated[
        bool | None,
        typer.Option(
            "--beside/--instead", help="Keep, or withdraw, what other models suggest; as in the project without."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Pre-highlight every article that has no suggestions of the model yet; a stopped run goes on.

    With --stdin --json: read {"id", "text"} lines, print a line of the JSONL export's shape for each.
    """
    if stdin == (project is not None):
        raise typer.BadParameter("Give either a project or --stdin.")
    if project is None:
        _answer(pipeline, recipe, schema)
        return
    from annotator.app.modelrun import RunOptions

    options = RunOptions(pipeline=pipeline, recipe=recipe, processes=processes, again=again, beside=beside)
    _run(project, options, as_json=as_json)


def _run(project: Path, options: "RunOptions", *, as_json: bool) -> None:
    from msgspec.structs import replace

    from annotator.app.modelrun import require_some, run
    from annotator.store.project import open_project

    with sentences(), open_project(project) as opened, bar("Pre-highlighting") as report:
        result = run(opened, replace(options, report=report))
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


def _answer(pipeline: str, recipe: str, schema: Path | None) -> None:
    """Answer the lines on standard input as they come; a line that fails is named, and the exit code says so."""
    import msgspec

    from annotator import files
    from annotator.app.piping import Refusal, read
    from annotator.model.schema_file import read_schema
    from annotator.suggest.describe import left_out
    from annotator.suggest.pipeline import load
    from annotator.suggest.recipe import get_recipe

    failed = False
    with sentences():
        known = read_schema((schema or files.resource("schemas", "news.toml")).read_text(encoding="utf-8"))
        loaded = load(pipeline, recipe=get_recipe(recipe), language=known.language or "en")
        for warning in (*loaded.warnings, left_out(loaded.info, known)):
            if warning:
                complain(warning)
        for answer in read(sys.stdin.buffer, loaded, known):
            failed = failed or isinstance(answer, Refusal)
            sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
            sys.stdout.buffer.flush()
    raise typer.Exit(FAILED if failed else 0)
