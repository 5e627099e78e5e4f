"""A model run over the whole project in this process, for the command line; the window uses the worker.

It is stored batch by batch, so a run that is stopped goes on where it was.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from annotator.app.wording import count
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import Article
from annotator.model.errors import SuggestError
from annotator.model.schema import Schema
from annotator.store import articles, pipeline_choice, runs, schemas
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.suggest.pipeline import Pipeline
    from annotator.suggest.readers import Reader, Readers

_BATCH = 64  # articles in memory, and in one transaction
_BATCH_OF_MANY = 1024  # the same for each of several processes, which take seconds to start


class RunOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to run. `pipeline` is a package or folder, "" the project's own; `again` repeats what was done.

    `beside` says whether what other models suggest stays; None is what was chosen for the project.
    """

    pipeline: str = ""
    recipe: str = "full"
    processes: int = 1
    again: bool = False
    beside: bool | None = None
    report: Callable[[int, int], None] = lambda _done, _of: None
    cancelled: Callable[[], bool] = lambda: False


class RunReport(msgspec.Struct):
    """What a run did: how many articles and spans, the articles that failed, and what to know of the pipeline."""

    model: str = ""
    articles: int = 0
    spans: int = 0
    skipped: int = 0  # had suggestions of this model and version
    foreign: int = 0  # in a language that no pipeline reads: at most their quotations in marks were looked for
    failed: list[tuple[str, str]] = []  # title and reason
    warnings: list[str] = []

    def as_text(self) -> str:
        """The report in a sentence."""
        text = f"{self.model} suggested {count(self.spans, 'span')} in {count(self.articles, 'article')}."
        if self.skipped:
            text += f" {self.skipped:,} had its suggestions already."
        if self.foreign:
            unread = f"{count(self.foreign, 'is', 'are')} in a language that no model reads"
            text += f" {unread}: at most quotations in marks are suggested."
        return text


def run(project: Project, options: RunOptions | None = None) -> RunReport:
    """Run a pipeline over the articles that it has not seen.

    Raises SuggestError when the pipeline is missing, ProjectError when the project cannot be written.
    """
    from annotator.suggest import pipeline as pipelines
    from annotator.suggest.describe import left_out
    from annotator.suggest.readers import Readers
    from annotator.suggest.recipe import get_recipe

    chosen = options or RunOptions()
    version, schema = schemas.current(project)
    kept = pipeline_choice.choice(project)
    name = chosen.pipeline or kept.name
    if chosen.beside is None:
        chosen = msgspec.structs.replace(chosen, beside=kept.beside)
    loaded = pipelines.load(name, recipe=get_recipe(chosen.recipe), language=schema.language or "en")
    readers = Readers(loaded.info, loaded.recipe, schema)
    model = readers.own.model
    lacking = left_out(loaded.info, schema)
    report = RunReport(model=str(model), warnings=[*loaded.warnings, *([lacking] if lacking else [])])
    wanted = _wanted(project, model, again=chosen.again)
    report.skipped = articles.count(project) - len(wanted)
    if not wanted:
        return report
    runner = _Runner(readers, {model: loaded}, schema, version, chosen)
    step: int | None = None
    size = _BATCH if chosen.processes == 1 else _BATCH_OF_MANY * chosen.processes
    for start in range(0, len(wanted), size):
        if chosen.cancelled():
            break
        numbers = wanted[start : start + size]
        step = _run_batch(project, numbers, runner, report, step)
        chosen.report(start + len(numbers), len(wanted))
    return report


def _wanted(project: Project, model: Annotator, *, again: bool) -> list[int]:
    if again:
        return list(articles.numbers(project))
    return runs.without_suggestions(project, model, limit=-1)


class _Runner(msgspec.Struct, frozen=True):
    """What a run needs for each batch; pipelines for other languages are loaded when they are first needed."""

    readers: "Readers"
    pipelines: "dict[Annotator, Pipeline]"
    schema: Schema
    version: int
    options: RunOptions

    def pipeline(self, reader: "Reader") -> "Pipeline":
        """The loaded pipeline of a reader."""
        from annotator.suggest.pipeline import load

        if reader.model not in self.pipelines:
            self.pipelines[reader.model] = load(reader.info.name, recipe=self.pipelines[self.readers.own.model].recipe)
        return self.pipelines[reader.model]


def _run_batch(
    project: Project, numbers: list[int], runner: _Runner, report: RunReport, step: int | None
) -> int | None:
    """Read some articles; the run's step in the history, which begins with the first set that is stored."""
    found: dict[Annotator, dict[int, Article]] = {}
    by_model: dict[Annotator, Reader] = {}
    for seq in numbers:
        article = articles.get(project, seq)
        reader = runner.readers.of(article)
        report.foreign += reader is None or reader.is_bare
        if reader and (runner.options.again or not runs.has_suggestions(project, reader.model, seq)):
            by_model[reader.model] = reader
            found.setdefault(reader.model, {})[seq] = article
    for model, each in found.items():
        step = _read(project, each, runner.pipeline(by_model[model]), runner, report, step)
    return step


def _read(
    project: Project,
    found: dict[int, Article],
    pipeline: "Pipeline",
    runner: _Runner,
    report: RunReport,
    step: int | None,
) -> int | None:
    from annotator.suggest.annotate import suggest

    texts = (article.text for article in found.values())
    processes = runner.options.processes
    outcomes = list(suggest(texts, pipeline, runner.schema, schema_version=runner.version, n_process=processes))
    with project.writing():
        for (seq, article), outcome in zip(found.items(), outcomes, strict=True):
            if isinstance(outcome, AnnotationSet):
                if step is None:
                    step = runs.begin(project, "model run", f"Suggestions of {report.model}")
                runs.store_suggestions(project, outcome, seq, step, instead=not runner.options.beside)
                report.articles += 1
                report.spans += len(outcome.spans)
            else:
                report.failed.append((article.title, outcome.sentence))
    return step


def require_some(report: RunReport) -> None:
    """Raise SuggestError when every article failed."""
    if report.failed and not report.articles:
        title, reason = report.failed[0]
        raise SuggestError("run.failed", f"No article could be pre-highlighted. “{title}”: {reason}")
