"""Which articles of an import are near-duplicates, before anything is stored: as the import itself would find them.

Bounded in time, so that somebody can look; the import reads everything.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

import msgspec

from annotator.app.importing import ImportOptions
from annotator.app.release.near import Near
from annotator.app.sources import FileProblem, find_files, walk_sources
from annotator.exchange import registry
from annotator.exchange.protocols import Incoming, Refused
from annotator.model.errors import ExchangeError
from annotator.store import articles
from annotator.store.project import Project, open_project

_SECONDS = 60.0


class Left(msgspec.Struct, frozen=True):
    """An article that would be left out."""

    title: str
    place: str


class Group(msgspec.Struct):
    """An article that stays, in the project or in the import, and those near to it that would be left out."""

    title: str
    in_project: bool
    left: list[Left] = []


class NearFound(msgspec.Struct):
    """The groups, in the order of the articles that stay; `more` is whether there was no time for all articles."""

    groups: list[Group] = []
    looked: int = 0
    more: bool = False

    @property
    def left(self) -> int:
        """How many would be left out."""
        return sum(len(each.left) for each in self.groups)


def near_groups(
    project: Path | None,
    paths: Iterable[Path],
    options: ImportOptions,
    *,
    stopped: Callable[[], bool] = lambda: False,
    seconds: float = _SECONDS,
) -> NearFound:
    """Compare the articles of files with each other and with those of a project.

    The project is read through a connection of its own. Files that cannot be read are passed over: the preview tells
    of them. Raises ProjectError.
    """
    looking = _Looking(monotonic() + seconds, stopped)
    if project is not None:
        with open_project(project, read_only=True) as opened:
            looking.know(opened)
    for item in _articles(paths, options):
        if looking.is_over:
            looking.found.more = True
            break
        looking.take(item)
    return NearFound([each for each in looking.groups if each.left], looking.found.looked, looking.found.more)


class _Looking:
    def __init__(self, deadline: float, stopped: Callable[[], bool]) -> None:
        self._near = Near()
        self._known: set[str] = set()
        self._deadline, self._stopped = deadline, stopped
        self.groups: list[Group] = []
        self.found = NearFound()

    @property
    def is_over(self) -> bool:
        return self._stopped() or (monotonic() > self._deadline)

    def know(self, project: Project) -> None:
        """Take in what is in the project already."""
        for _, article in articles.walk(project):
            if self._stopped():
                return
            self._keep(article.title, article.sha256, article.text, in_project=True)

    def take(self, item: Incoming) -> None:
        """Find out whether an article that comes is near to one before it; the same text is no near-duplicate."""
        article = item.article
        self.found.looked += 1
        if article.sha256 in self._known:
            return
        if near := self._near.find(article.text):
            self.groups[near[0]].left.append(Left(article.title, item.place))
        else:
            self._keep(article.title, article.sha256, article.text, in_project=False)

    def _keep(self, title: str, sha256: str, text: str, *, in_project: bool) -> None:
        self._near.add(text)
        self._known.add(sha256)
        self.groups.append(Group(title, in_project))


def _articles(paths: Iterable[Path], options: ImportOptions) -> Iterator[Incoming]:
    files, _ = find_files(paths, format=options.format)
    with closing(walk_sources(files, format=options.format)) as sources:
        for source in sources:
            if isinstance(source, FileProblem):
                continue
            wish = options.wish_for(source)
            try:
                reader = registry.reader_for(source.path, wish.format or None)
                for item in map(source.of_archive, reader.read(source.path, options=options.reading(wish))):
                    if not isinstance(item, Refused):
                        yield item
            except ExchangeError:
                continue
