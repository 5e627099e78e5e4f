"""Taking annotation out of a project: whose sets, with which status, in which format."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from annotator.app.wording import count
from annotator.exchange import registry
from annotator.exchange.choose import choose_set
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Alignment, Outgoing, WriteOptions
from annotator.model.annotation import FINISHED, AnnotationSet, AnnotatorKind, Status
from annotator.model.article import Article
from annotator.model.errors import ExchangeError
from annotator.store import annotators, articles, schemas, sets
from annotator.store.project import Project, open_project


class ExportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What goes out. Empty `names` and `kinds` stand for everybody; `statuses` for finished sets."""

    names: tuple[str, ...] = ()
    kinds: tuple[AnnotatorKind, ...] = ()
    statuses: tuple[Status, ...] = FINISHED
    pipeline: str = ""
    alignment: Alignment = "strict"
    ents: tuple[str, ...] | None = None
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

    def as_text(self) -> str:
        """The report in a sentence or two, without the losses."""
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
    for seq, article in articles.walk(project):
        chosen = _chosen(article, sets.of_article(project, seq), options, one_set=one_set)
        if not chosen:
            report.passed += 1
            continue
        report.articles += 1
        report.sets += len(chosen)
        report.spans += sum(len(each.spans) for each in chosen)
        report.relations += sum(len(each.relations) for each in chosen)
        yield Outgoing(article, chosen)


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
    format: str,  # noqa: A002
    options: ExportOptions | None = None,
    *,
    elsewhere: Write | None = None,
) -> ExportReport:
    """Write the project's annotation to `target`.

    A format that needs spaCy loads it into this process, unless `elsewhere` does the writing; that may walk the
    articles in a thread of its own. Raises ExchangeError when the format is unknown, a choice is needed or the
    target cannot be written; what stood at the target is then still there.
    """
    chosen = options or ExportOptions()
    writer = registry.writer_for(format)
    if target.resolve() == project.path:
        raise ExchangeError("export.self", f"{target.name} is the project itself: choose another name for the export.")
    _refuse_unknown_names(project, chosen)
    _, toml = schemas.current_toml(project)
    total = articles.count(project)
    report = ExportReport()
    write = WriteOptions(
        schema=schemas.current(project)[1],
        schema_text=toml,
        pipeline=chosen.pipeline,
        alignment=chosen.alignment,
        ents=chosen.ents,
        report=lambda done: chosen.report(done + report.passed, total),
        cancelled=chosen.cancelled,
    )
    if elsewhere is not None and writer.needs_spacy:
        report.losses = elsewhere(_outgoing_apart(project.path, chosen, report, writer.one_set), target, write)
    else:
        report.losses = writer.write(outgoing(project, chosen, report, one_set=writer.one_set), target, options=write)
    return report


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
