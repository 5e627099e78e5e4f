"""All commands in one group; the name of a project instead of a command opens it in the window."""

from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

import annotator
from annotator.cli import doctor, evaluating, projects, register, release, schema, stats, suggesting, training, transfer

DEFAULT = "open"


def _is_project(word: str) -> bool:
    return word.endswith(".annodb") or Path(word).is_file()


class _Group(TyperGroup):
    """`annotator NAME.annodb` is `annotator open NAME.annodb`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put the default command before what is no command."""
        if not args or _is_project(args[0]):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Group,
    help="Build labelled news datasets: pledges, quotes, entities and relations.\n\n"
    "annotator [PROJECT] opens the window.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    no_args_is_help=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"annotator {annotator.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version


@app.command(name=DEFAULT)
def open_window(project: Annotated[Path | None, typer.Argument(help="The project to open.")] = None) -> None:
    """Open the window, with a project when one is named."""
    from annotator.cli.window import run

    raise typer.Exit(run([str(project)] if project else []))


for module in (projects, stats, evaluating, schema, transfer, release, register, suggesting, training, doctor):
    module.register(app)
