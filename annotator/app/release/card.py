"""The dataset card of a release, in Markdown: what is in it, from where, by whom, how far people agree, what is lost.

It says nothing that the project's state does not, so the same state gives the same card.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from annotator.agreement.counts import EXACT
from annotator.agreement.quality import ALL
from annotator.app.evaluation import evaluate
from annotator.app.exporting import ExportReport
from annotator.app.release.pseudonyms import Names
from annotator.app.release.snapshot import Snapshot
from annotator.exchange.losses import LossReport
from annotator.model.annotation import Annotator
from annotator.model.errors import ProjectError
from annotator.store.project import Project

_MOST = 30  # rows of a table of outlets
NO_LICENCE = "Not stated. Ask whoever made the dataset before you use or pass it on."


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far two annotators agree in the articles that both finished: exact F1 over all labels."""

    one: str
    other: str
    articles: int
    f1: float


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """One file or folder of a release, with the report of the export that wrote it."""

    format: str
    path: str  # within the release
    report: ExportReport


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """All that the card tells."""

    name: str
    language: str
    snapshot: Snapshot
    written: Sequence[Written]
    labels: Mapping[str, str]  # of the schema, with what they are about
    agreements: Sequence[Agreement] = ()
    guidelines: Sequence[str] = ()  # names of files
    licence: str = ""
    division: str = ""
    without_text: bool = False

    def as_text(self) -> str:
        """The card."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        shot = self.snapshot
        yield f"# {self.name}"
        yield ""
        yield f"{shot.articles:,} news articles with {shot.words:,} words, {shot.sets:,} annotation sets and"
        yield f"{shot.spans:,} spans. Made with news-annotator."
        if self.without_text:
            yield "\nThe texts are not part of it: offsets, hashes and addresses only. To join them to your own copies:"
            yield "`annotator rehydrate FILE TEXTS --out DATASET.jsonl`."
        yield f"\nContent hash (SHA-256 over articles, sets and schema): `{shot.sha256}`"
        yield "\n## Licence\n"
        yield self.licence or NO_LICENCE
        yield from self._files()
        yield from _table("Labels", ("label", "spans", "about"), self._labels())
        yield from _table("Relations", ("relation", "number"), shot.relations.items())
        yield from _table("Sources", ("outlet", "articles"), _named(shot.outlets, "(none named)"))
        yield from _table("Languages", ("language", "articles"), _named(shot.languages, self._unsaid()))
        if shot.first_date:
            yield f"\n## Dates\n\nFrom {shot.first_date} to {shot.last_date}."
        whom = [(str(each), each.kind, sets) for each, sets in shot.annotators.items()]
        yield from _table("Annotators", ("annotator", "kind", "sets"), whom)
        yield from self._agreement()
        if self.guidelines:
            yield "\n## Guidelines\n"
            yield from (f"- [{name}](guidelines/{name})" for name in self.guidelines)
        yield from self._losses()

    def _unsaid(self) -> str:
        return f"(not said; the schema says {self.language})" if self.language else "(not said)"

    def _labels(self) -> Iterator[tuple[str, int, str]]:
        for label, number in self.snapshot.labels.items():
            yield label, number, " ".join(self.labels.get(label, "").split())

    def _files(self) -> Iterator[str]:
        rows = [(each.path, each.format, each.report.articles, each.report.spans) for each in self.written]
        yield from _table("Files", ("file", "format", "articles", "spans"), rows)
        if self.division:
            yield f"\n{self.division}"
        for each in self.written:
            checked = each.report.checked
            if checked is not None and not checked.good:
                found = "differs when it is read again" if checked.again else "was not read again after it was written"
                yield f"\n{each.path} {found}."
        if all(each.report.checked is not None and each.report.checked.good for each in self.written):
            yield "\nEvery file was read again after it was written, and holds what went out but for the losses below."

    def _agreement(self) -> Iterator[str]:
        rows = [(each.one, each.other, each.articles, f"{each.f1:.2f}") for each in self.agreements]
        yield from _table("Agreement", ("annotator", "annotator", "articles", "F1"), rows)
        if rows:
            yield (
                "\nF1 over all labels in the articles that both finished. The same label on the same characters agrees."
            )

    def _losses(self) -> Iterator[str]:
        yield "\n## What the formats could not hold\n"
        if not any(each.report.losses for each in self.written):
            yield "Nothing was lost."
        for each in self.written:
            yield from (f"- {each.path}: {line}" for line in loss_lines(each.report.losses))


def loss_lines(losses: LossReport) -> list[str]:
    """The losses by kind, with their number."""
    return [f"{kind.count:,} × {kind.about}" for kind in losses.kinds.values()]


def agreements(project: Project, people: Iterable[Annotator], names: Names) -> list[Agreement]:
    """The agreement of each two persons who finished the same articles; none where nobody did."""
    found = []
    for one, other in combinations(sorted(each for each in people if each.kind != "model"), 2):
        try:
            made = evaluate(project, of=f"{one} ({one.kind})", against=f"{other} ({other.kind})")
        except ProjectError as error:
            if error.code != "evaluate.articles":
                raise
            continue
        exact = [each for each in made.table("labels") if each.matched == EXACT]
        every = [each for each in exact if each.label == ALL] or exact
        if every and (f1 := every[0].f1) is not None:
            called = sorted(names.get(each, str(each)) for each in (one, other))
            found.append(Agreement(one=called[0], other=called[1], articles=made.articles, f1=f1))
    return sorted(found, key=lambda each: (each.one, each.other))


def _named(counts: Mapping[str, int], nameless: str) -> Iterator[tuple[str, int]]:
    every = list(counts.items())
    for name, number in every[:_MOST]:
        yield name or nameless, number
    if more := every[_MOST:]:
        yield f"({len(more):,} more)", sum(number for _, number in more)


def _table(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    every = list(rows)
    if not every:
        return
    yield f"\n## {title}\n"
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in every:
        yield f"| {' | '.join(_cell(each) for each in row)} |"


def _cell(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return " ".join(str(value).split()).replace("|", "\\|")
