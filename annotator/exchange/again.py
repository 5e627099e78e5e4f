"""Reading an export again in step with what went out: for formats that no reader brings in as articles.

A writer of such a format has a method `verify(target, items, options, losses)`; it raises ExchangeError at the first
difference.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.exchange.finite import finite
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing
from annotator.model.errors import ExchangeError

_NOTHING = object()


def as_gone_out(items: Iterable[Outgoing]) -> Iterator[Outgoing]:
    """The items as a writer has them."""
    return (finite(item, LossReport()) for item in items)


def in_step(found: Iterator[object], wanted: Iterable[tuple[str, object]], target: Path, name: str) -> None:
    """Compare what is in a file with what should be, each of which is called by something that people know."""
    for what, each in wanted:
        expect(found, each, what, target, name)
    expect_end(found, target, name)


def expect(found: Iterator[object], wanted: object, what: str, target: Path, name: str) -> None:
    """Take the next of what is in a file. Raises ExchangeError `<name>.differs` when it is another."""
    if next(found, _NOTHING) != wanted:
        raise ExchangeError(f"{name}.differs", f"{target} is not what went out: see {what}. Export again.")


def expect_end(found: Iterator[object], target: Path, name: str) -> None:
    """Raise ExchangeError when there is more in the file."""
    if next(found, _NOTHING) is not _NOTHING:
        raise ExchangeError(f"{name}.differs", f"{target} has more in it than went out. Export again.")


@contextmanager
def reading(target: Path, name: str) -> Iterator[None]:
    """Say of a file that cannot be read again, whatever its library raises, that it differs."""
    try:
        yield
    except ExchangeError:
        raise
    except Exception as error:  # of csv, openpyxl, pyarrow, json ...
        sentence = f"{target} cannot be read again ({type(error).__name__}: {error}). Export again."
        raise ExchangeError(f"{name}.differs", sentence) from error
