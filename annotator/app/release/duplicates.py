"""Groups of articles that belong together: near-duplicates, and articles of one story. See `near` for what is near."""

from collections.abc import Callable, Hashable, Iterable, Iterator

import msgspec

from annotator.app.release.near import Near
from annotator.model.article import Article
from annotator.store import articles
from annotator.store.project import Project

_UNREAD = -1
Report = Callable[[int, int], None]


class Copy(msgspec.Struct, frozen=True):
    """An article of a group, by number."""

    article: int
    title: str
    outlet: str
    date: str


class Together:
    """Numbers that are joined in groups: a forest in which every root is the least number of its group."""

    def __init__(self) -> None:
        self._parents: list[int] = []
        self._named: dict[Hashable, int] = {}

    def add(self, joined: Iterable[int] = (), names: Iterable[Hashable] = ()) -> int:
        """A new number, joined with others and with all that had one of the names."""
        new = len(self._parents)
        self._parents.append(new)
        for other in [*joined, *(self._named.setdefault(name, new) for name in names)]:
            self._join(new, other)
        return new

    def root(self, at: int) -> int:
        """The least number of the group."""
        while self._parents[at] != at:
            self._parents[at] = self._parents[self._parents[at]]
            at = self._parents[at]
        return at

    def _join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._parents[high] = low

    def groups(self) -> Iterator[list[int]]:
        """All groups, also those of one."""
        found: dict[int, list[int]] = {}
        for at in range(len(self._parents)):
            found.setdefault(self.root(at), []).append(at)
        yield from found.values()


def groups(project: Project, report: Report = lambda _done, _of: None) -> list[list[Copy]]:
    """The groups of near-duplicates of a project, each with two articles or more, in the order of import."""
    near, together, total = Near(), Together(), articles.count(project)
    seqs: list[int] = []
    for seq, article in articles.walk(project):
        together.add(near.add(article.text))
        seqs.append(seq)
        report(len(seqs), total)
    several = [[seqs[at] for at in group] for group in together.groups() if len(group) > 1]
    return [[_copy(seq, articles.get(project, seq)) for seq in group] for group in several]


def _copy(seq: int, article: Article) -> Copy:
    outlet, date = (str(article.meta.get(name) or "") for name in ("outlet", "date"))
    return Copy(seq, article.title, outlet, date)


class Known:
    """The texts of a project, which is read when first asked: they tell at an import what is near to one of them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._near: Near | None = None
        self._titles: list[str] = []
        self._gone: set[int] = set()

    def mark(self) -> int:
        """What is known now, for `forget`."""
        return len(self._titles) if self._near is not None else _UNREAD

    def forget(self, mark: int) -> None:
        """Forget what became known since: the import of a file that was taken back."""
        if mark == _UNREAD:
            self._near, self._titles, self._gone = None, [], set()
        else:
            self._gone.update(range(mark, len(self._titles)))

    def near(self, article: Article) -> str | None:
        """The title of an article that this one is near to; None when there is none, and it is known from now on."""
        if self._near is None:
            self._near = Near()
            for _, each in articles.walk(self._project):
                self._add(self._near, each)
        found = next((at for at in self._near.find(article.text) if at not in self._gone), None)
        if found is not None:
            return self._titles[found]
        self._add(self._near, article)
        return None

    def _add(self, near: Near, article: Article) -> None:
        near.add(article.text)
        self._titles.append(article.title)
