"""`annotator demo --no-window`: make the sample, pre-highlight it, export it, and read the exports again."""

from collections.abc import Callable, Iterator
from pathlib import Path

from annotator.app.exporting import ExportOptions, ExportReport, export
from annotator.app.modelrun import RunOptions, run
from annotator.app.sample import make_sample
from annotator.exchange import registry
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.model.annotation import STATUSES
from annotator.model.errors import ExchangeError
from annotator.store import articles, check, schemas, sets
from annotator.store.project import Project

EXPORTED = "Ada"  # a DocBin holds one set an article


def rehearse(folder: Path, path: Path, progress: Callable[[int, int], None]) -> Iterator[str]:
    """Do it all, and say after each part what was done. Raises an AnnotatorError where something is wrong."""
    project, report = make_sample(path)
    with project:
        yield f"Made {path}: {report.as_text()}"
        found = run(project, RunOptions(report=progress))
        yield f"Pre-highlighted: {found.as_text()}"
        jsonl, spacy = folder / "sample.jsonl", folder / "sample.spacy"
        done = export(project, jsonl, "jsonl", ExportOptions(statuses=STATUSES))
        yield f"Wrote {jsonl}: {done.as_text()} {done.losses.as_text()}"
        done = export(project, spacy, "spacy", ExportOptions(names=(EXPORTED,), statuses=STATUSES))
        yield f"Wrote {spacy}: {done.as_text()}\n{done.losses.as_text()}"
        yield _verified_jsonl(project, jsonl)
        yield _verified_spacy(project, spacy, done)
        for problem in check.problems(project):
            raise ExchangeError("demo.check", f"The sample project is not whole: {problem}")
        yield "The project is whole."


def _verified_jsonl(project: Project, path: Path) -> str:
    """Every article and set of the project, read again from the file, is as the project has it."""
    options = ReadOptions(schema=schemas.current(project)[1])
    read = {item.article.id: item for item in map(_came, registry.reader_for(path).read(path, options=options))}
    count = 0
    for seq, article in articles.walk(project):
        item = read.get(article.id)
        if item is None or item.article != article or list(item.sets) != sets.of_article(project, seq):
            raise ExchangeError("demo.jsonl", f"“{article.title}” is not the same when {path.name} is read again.")
        count += len(item.sets)
    return f"Verified {path.name}: {len(read)} articles and {count} sets are the same when read again."


def _came(item: Incoming | Refused) -> Incoming:
    if isinstance(item, Incoming):
        return item
    raise ExchangeError("demo.jsonl", f"Something was refused when the export was read again: {item}")


def _verified_spacy(project: Project, path: Path, report: ExportReport) -> str:
    """SpaCy reads the file, and every span that the loss report does not name is there."""
    from annotator.exchange.docbin_verify import verify

    wanted = {
        article.text: each
        for seq, article in articles.walk(project)
        for each in sets.of_article(project, seq)
        if each.annotator.name == EXPORTED
    }
    docs, spans = verify(path, wanted, report.losses)
    return f"Verified {path.name}: spaCy reads {docs} documents with {spans} spans, those of the project."
