"""A model run over the whole project in this process, for the command line; the window uses the worker.

It is stored batch by batch, so a run that is stopped goes on where it was.
"""

from collections.abc import Callable

import msgspec

from annotator.app.wording import count
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.errors import SuggestError
from annotator.model.schema import Schema
from annotator.store import articles, pipeline_choice, runs, schemas
from annotator.store.project import Project

_BATCH = 64  # articles in memory, and in one transaction
_BATCH_OF_MANY = 1024  # the same for each of several processes, which take seconds to start


class RunOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to run. `pipeline` is a package or folder, "" the project's own; `again` repeats what was done."""

    pipeline: str = ""
    processes: int = 1
    again: bool = False
    report: Callable[[int, int], None] = lambda _done, _of: None
    cancelled: Callable[[], bool] = lambda: False


class RunReport(msgspec.Struct):
    """What a run did: how many articles and spans, the articles that failed, and what to know of the pipeline."""

    model: str = ""
    articles: int = 0
    spans: int = 0
    skipped: int = 0  # had suggestions of this model and version
    foreign: int = 0  # in a language that the pipeline does not read
    failed: list[tuple[str, str]] = []  # title and reason
    warnings: list[str] = []

    def as_text(self) -> str:
        """The report in a sentence."""
        text = f"{self.model} suggested {count(self.spans, 'span')} in {count(self.articles, 'article')}."
        if self.skipped:
            text += f" {self.skipped:,} had its suggestions already."
        return f"{text} {count(self.foreign, 'is', 'are')} in another language." if self.foreign else text


def run(project: Project, options: RunOptions | None = None) -> RunReport:
    """Run a pipeline over the articles that it has not seen.

    Raises SuggestError when the pipeline is missing, ProjectError when the project cannot be written.
    """
    from annotator.suggest import pipeline as pipelines
    from annotator.suggest.describe import model_annotator

    chosen = options or RunOptions()
    version, schema = schemas.current(project)
    loaded = pipelines.load(chosen.pipeline or pipeline_choice.chosen(project), language=schema.language or "en")
    model = model_annotator(loaded.info, loaded.recipe, schema)
    report = RunReport(model=str(model), warnings=list(loaded.warnings))
    wanted = _wanted(project, model, again=chosen.again)
    report.skipped = articles.count(project) - len(wanted)
    if not wanted:
        return report
    runner = _Runner(loaded, schema, version, chosen.processes)
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
    pipeline: object
    schema: Schema
    version: int
    processes: int


def _run_batch(
    project: Project, numbers: list[int], runner: _Runner, report: RunReport, step: int | None
) -> int | None:
    """Read some articles; the run's step in the history, which begins with the first set that is stored."""
    from annotator.suggest.annotate import suggest
    from annotator.suggest.language import reads
    from annotator.suggest.pipeline import Pipeline

    assert isinstance(runner.pipeline, Pipeline)
    every = {seq: articles.get(project, seq) for seq in numbers}
    found = {seq: article for seq, article in every.items() if reads(runner.pipeline.info, article)}
    report.foreign += len(every) - len(found)
    texts = (article.text for article in found.values())
    options = {"schema_version": runner.version, "n_process": runner.processes}
    outcomes = list(suggest(texts, runner.pipeline, runner.schema, **options))
    with project.writing():
        for (seq, article), outcome in zip(found.items(), outcomes, strict=True):
            if isinstance(outcome, AnnotationSet):
                if step is None:
                    step = runs.begin(project, "model run", f"Suggestions of {report.model}")
                runs.store_suggestions(project, outcome, seq, step)
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
