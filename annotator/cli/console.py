"""What the commands share: sentences on stderr, results on stdout, exit codes, progress that takes long."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec
import typer

from annotator.model.errors import AnnotatorError

FAILED = 1
_WIDE = 10_000  # characters a line of a table that goes into a file
_PATIENCE = 1.0  # seconds before a progress bar appears


def say(text: str) -> None:
    """Print a result."""
    typer.echo(text)


def complain(text: str) -> None:
    """Print a sentence for people on stderr."""
    typer.echo(text, err=True)


def say_json(value: object) -> None:
    """Print a result for machines."""
    typer.echo(msgspec.json.encode(value).decode())


def say_table(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table under its title, numbers at the right; where no terminal is, as wide as it is."""
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    every = [list(row) for row in rows]
    columns = [
        Column(Text(name), justify="right" if isinstance(first, int | float) else "left")
        for name, first in zip(header, every[0] if every else header, strict=True)
    ]
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in every:
        table.add_row(*(Text(_shown(cell)) for cell in row))
    say(f"\n{title}")
    Console(width=None if sys.stdout.isatty() else _WIDE, highlight=False).print(table)


def _shown(cell: object) -> str:
    if cell is None:
        return "–"
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.2f}" if isinstance(cell, float) else str(cell)


@contextmanager
def sentences() -> Iterator[None]:
    """End with one sentence and exit code 1 where something is wrong that a person can mend."""
    try:
        yield
    except AnnotatorError as error:
        complain(error.sentence)
        raise typer.Exit(FAILED) from error
    except KeyboardInterrupt:
        complain("Stopped.")
        raise typer.Exit(130) from None


class Bar:
    """A progress bar on stderr, there once a job has taken a second and somebody looks."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._start = time.monotonic()
        self._bar: _Shown | None = None

    def __call__(self, done: int, total: int) -> None:
        """Show how far the job is, once it has taken long enough."""
        if self._bar is None and sys.stderr.isatty() and time.monotonic() - self._start > _PATIENCE:
            self._bar = _Shown(self._what)
        if self._bar is not None:
            self._bar.show(done, total)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


class _Shown:
    def __init__(self, what: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._progress.add_task(what, total=None)
        self._progress.start()
        self.stop = self._progress.stop

    def show(self, done: int, total: int) -> None:
        self._progress.update(self._task, completed=done, total=total or None)


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar for the job within."""
    shown = Bar(what)
    try:
        yield shown
    finally:
        shown.close()
