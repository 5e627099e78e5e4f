"""Taking annotation out of a project: whose sets, with which status, in which format."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import msgspec

from annotator.app.release import verify
from annotator.app.wording import count
from annotator.exchange import registry
from annotator.exchange.choose import choose_set
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Alignment, Outgoing, WriteOptions, Writer
from annotator.model.annotation import FINISHED, AnnotationSet, AnnotatorKind, Status
from annotator.model.article import Article
from annotator.model.errors import ExchangeError
from annotator.store import annotators, articles, schemas, sets
from annotator.store.project import Project, open_project


class ExportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What goes out. Empty `names` and `kinds` stand for everybody; `statuses` for finished sets.

    `alignment`, `ents` and `mark` are those of WriteOptions. `only` are the articles that may go out, by number; None
    for all. `alter` is what becomes of each before it is written. With `check` the export is read again and compared.
    """

    names: tuple[str, ...] = ()
    kinds: tuple[AnnotatorKind, ...] = ()
    statuses: tuple[Status, ...] = FINISHED
    pipeline: str = ""
    alignment: Alignment = "strict"
    ents: tuple[str, ...] | None = None
    mark: bool = False
    only: Collection[int] | None = None
    alter: Callable[[Outgoing], Outgoing] = lambda item: item
    check: bool = False
    report: Callable[[int, int], None] = lambda _done, _of: None
    cancelled: Callable[[], bool] = lambda: False


class ExportReport(msgspec.Struct):
    """What an export did: how much went out, what was passed over, and what the format could not hold."""

    articles: int = 0
    sets: int = 0
    spans: int = 0
    relations: int = 0
    passed: int = 0  # articles without a set that was asked for
    losses: LossReport = msgspec.field(default_factory=LossReport)
    checked: verify.Checked | None = None

    def as_text(self) -> str:
        """The report in some sentences, without the losses."""
        return f"{self._told()} {self.checked.as_text()}" if self.checked else self._told()

    def _told(self) -> str:
        sets = ", ".join((count(self.sets, "set"), count(self.spans, "span"), count(self.relations, "relation")))
        told = f"{count(self.articles, 'article')} exported with {sets}."
        if not self.passed:
            return told
        passed = count(
            self.passed, "article without a fitting set was left out", "articles without a fitting set were left out"
        )
        return f"{told} {passed}."


def outgoing(project: Project, options: ExportOptions, report: ExportReport, *, one_set: bool) -> Iterator[Outgoing]:
    """The articles that go out with their sets, counted in the report as they go."""
    return (item for _, item in numbered(project, options, report, one_set=one_set))


def numbered(
    project: Project, options: ExportOptions, report: ExportReport, *, one_set: bool
) -> Iterator[tuple[int, Outgoing]]:
    """The same with the numbers of the articles."""
    for seq, article in articles.walk(project):
        if options.only is not None and seq not in options.only:
            continue
        chosen = _chosen(article, sets.of_article(project, seq), options, one_set=one_set)
        if not chosen:
            report.passed += 1
            continue
        report.articles += 1
        report.sets += len(chosen)
        report.spans += sum(len(each.spans) for each in chosen)
        report.relations += sum(len(each.relations) for each in chosen)
        yield seq, options.alter(Outgoing(article, chosen))


def _chosen(
    article: Article, found: list[AnnotationSet], options: ExportOptions, *, one_set: bool
) -> tuple[AnnotationSet, ...]:
    named = bool(options.names or options.kinds)
    asked = [each for each in found if _is_asked(each, options)]
    if not one_set:
        return tuple(each for each in asked if each.state.status in options.statuses)
    try:
        return (choose_set(article, asked, statuses=options.statuses, named=named),)
    except ExchangeError as error:
        if error.code == "export.no_set":
            return ()
        raise


def _is_asked(each: AnnotationSet, options: ExportOptions) -> bool:
    if options.names and each.annotator.name not in options.names and str(each.annotator) not in options.names:
        return False
    return not options.kinds or each.annotator.kind in options.kinds


Write = Callable[[Iterator[Outgoing], Path, WriteOptions], LossReport]


def export(
    project: Project,
    target: Path,
    format: str | Writer,  # noqa: A002
    options: ExportOptions | None = None,
    *,
    elsewhere: Write | None = None,
) -> ExportReport:
    """Write the project's annotation to `target`.

    A format that needs spaCy loads it into this process, unless `elsewhere` does the writing and the checking; that
    may walk the articles in a thread of its own. Raises ExchangeError when the format is unknown, a choice is needed
    or the target cannot be written; what stood at the target is then still there.
    """
    chosen = options or ExportOptions()
    writer = registry.writer_for(format) if isinstance(format, str) else format
    if target.resolve() == project.path:
        raise ExchangeError("export.self", f"{target.name} is the project itself: choose another name for the export.")
    _refuse_unknown_names(project, chosen)
    report = ExportReport()
    write = _how(project, chosen, report)
    if elsewhere is not None and writer.needs_spacy:
        report.losses = elsewhere(_outgoing_apart(project.path, chosen, report, writer.one_set), target, write)
        report.checked = verify.Checked(again=True) if chosen.check else None
        return report
    items = outgoing(project, chosen, report, one_set=writer.one_set)
    if not chosen.check:
        report.losses = writer.write(items, target, options=write)
        return report
    again = outgoing(project, chosen, ExportReport(), one_set=writer.one_set)
    report.losses, report.checked = verify.write(writer, items, target, write, again)
    return report


def _how(project: Project, chosen: ExportOptions, report: ExportReport) -> WriteOptions:
    total = articles.count(project) if chosen.only is None else len(chosen.only)
    return WriteOptions(
        schema=schemas.current(project)[1],
        schema_text=schemas.current_toml(project)[1],
        pipeline=chosen.pipeline,
        alignment=chosen.alignment,
        ents=chosen.ents,
        mark=chosen.mark,
        report=lambda done: chosen.report(done + report.passed, total),
        cancelled=chosen.cancelled,
    )


def _outgoing_apart(path: Path, options: ExportOptions, report: ExportReport, one_set: bool) -> Iterator[Outgoing]:
    """What goes out, through a connection of its own."""
    with open_project(path, read_only=True) as project:
        yield from outgoing(project, options, report, one_set=one_set)


def _refuse_unknown_names(project: Project, options: ExportOptions) -> None:
    everyone = annotators.everyone(project).values()
    known = {each.name for each in everyone} | {str(each) for each in everyone}
    if unknown := [name for name in options.names if name not in known]:
        names = ", ".join(sorted({each.name for each in everyone})) or "nobody yet"
        sentence = f"There is no annotator {unknown[0]} in the project. It has: {names}."
        raise ExchangeError("export.annotator", sentence)
