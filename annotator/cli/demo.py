"""`annotator demo`: the whole way from articles to a dataset, on the sample."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.console import bar, say, sentences

_NAME = "sample"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(
    window: Annotated[bool, typer.Option("--window/--no-window", help="Open the window on the sample.")] = True,
    folder: Annotated[Path | None, typer.Option("--dir", help="Where to put it; a temporary folder without.")] = None,
) -> None:
    """Make a project of the sample articles, and open it; or, without a window, export and check it."""
    where = folder or Path(tempfile.mkdtemp(prefix="annotator-demo-"))
    with sentences():
        _make_folder(where)
        project = where / f"{_NAME}.annodb"
        if not window:
            _run(where, project)
            return
        if not project.exists():
            _make(project)
    from annotator.cli.window import run

    raise typer.Exit(run([str(project)]))


def _make_folder(path: Path) -> None:
    from annotator.model.errors import ProjectError

    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError("demo.folder", f"The folder {path} cannot be made: {error.strerror}.") from error


def _make(path: Path) -> None:
    from annotator.app.sample import make_sample

    project, report = make_sample(path)
    project.close()
    say(f"Made {path}: {report.as_text()}")


def _run(where: Path, path: Path) -> None:
    from annotator.app.demo import rehearse

    with bar("Pre-highlighting") as progress:
        for line in rehearse(where, path, progress):
            say(line)
