"""What an export would lose, before it is made: the writer writes into a folder that is thrown away."""

import re
import tempfile
from collections.abc import Collection
from pathlib import Path

import msgspec

from annotator.app.exporting import ExportOptions, Write, export
from annotator.exchange.losses import Loss, LossReport, listing
from annotator.exchange.protocols import Writer
from annotator.model.annotation import Fragments, covered
from annotator.store import articles
from annotator.store.project import Project

_MOST = 5000  # losses of a kind that are listed
_PLACE = re.compile(r"\d+-\d+(?: \d+-\d+)*")


class Place(msgspec.Struct, frozen=True):
    """A loss, and the article, by number, where it is found; no fragments for what is no span."""

    loss: Loss
    article: int | None = None
    fragments: Fragments = ()


class Kind(msgspec.Struct, frozen=True):
    """All losses of one kind: how many, and the places of the first ones."""

    about: str
    count: int
    places: list[Place]
    name: str = ""


class Preview(msgspec.Struct, frozen=True):
    """What an export would do."""

    kinds: list[Kind]

    @property
    def total(self) -> int:
        """How many things would be lost."""
        return sum(kind.count for kind in self.kinds)


def preview(
    project: Project,
    format: str | Writer,  # noqa: A002
    options: ExportOptions,
    *,
    elsewhere: Write | None = None,
) -> Preview:
    """What `export` with the same options would lose. Raises what it raises."""
    return placed(project, would_lose(project, format, options, most=_MOST, elsewhere=elsewhere))


def would_lose(
    project: Project,
    format: str | Writer,  # noqa: A002
    options: ExportOptions,
    *,
    most: int,
    elsewhere: Write | None = None,
) -> LossReport:
    """The losses of an export that is thrown away, so many of each kind listed."""
    dry = msgspec.structs.replace(options, check=False)
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder, listing(most):
        return export(project, Path(folder) / "preview", format, dry, elsewhere=elsewhere).losses


def placed(project: Project, *reports: LossReport) -> Preview:
    """Losses, of all parts of an export together, with the article, by number, of each that is listed."""
    listed = (loss for report in reports for each in report.kinds.values() for loss in each.listed)
    finder = _Finder(project, {loss.article for loss in listed})
    kinds: dict[str, Kind] = {}
    for name, each in (pair for report in reports for pair in report.kinds.items()):
        places = [finder.place(loss) for loss in each.listed]
        before = kinds.get(name, Kind(each.about, 0, []))
        kinds[name] = Kind(each.about, before.count + each.count, [*before.places, *places], name)
    return Preview([*kinds.values()])


class _Finder:
    """Finds the article of a loss, which names it by its title, as the report is for people."""

    def __init__(self, project: Project, titles: Collection[str]) -> None:
        self._project = project
        self._numbers = articles.titled(project, titles) if titles else {}
        self._texts: dict[str, list[tuple[int, str]]] = {}  # of the last title: losses of one article stand together

    def place(self, loss: Loss) -> Place:
        numbers, fragments = self._numbers[loss.article], read_fragments(loss.place)
        if len(numbers) == 1:
            return Place(loss, numbers[0], fragments)
        if loss.article not in self._texts:
            self._texts = {loss.article: [(seq, articles.get(self._project, seq).text) for seq in numbers]}
        named = self._texts[loss.article]
        fitting = [seq for seq, text in named if not loss.text or covered(text, fragments) == loss.text]
        if fragments and fitting:
            return Place(loss, fitting[0], fragments)
        return Place(loss, named[0][0] if named else None)


def read_fragments(place: str) -> Fragments:
    """The fragments that a loss names, `10-14 20-23`; none where it names something else."""
    found = _PLACE.match(place)
    pairs = [each.split("-") for each in found[0].split()] if found else []
    return tuple((int(start), int(end)) for start, end in pairs)
