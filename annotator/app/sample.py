"""The sample project: the seed article and the fictional ones, with what three annotators marked in them."""

from pathlib import Path

from annotator import files
from annotator.app.importing import ImportReport, import_paths
from annotator.model.article import make_article
from annotator.model.errors import ProjectError
from annotator.model.text import normalise
from annotator.store import articles
from annotator.store.project import Project, create_project

NAME = "sample"


def make_sample(path: Path) -> tuple[Project, ImportReport]:
    """A new project at `path` with the sample articles and their annotation.

    Raises ProjectError when the file exists or the samples cannot be read.
    """
    schema = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
    project = create_project(path, schema)
    try:
        report = import_paths(project, sample_files())
        problems = [*report.failed, *report.refused]
        if problems or not report.added:
            reason = f"{problems[0].place}: {problems[0].reason}" if problems else "they are not there"
            raise ProjectError("sample.read", f"The sample articles could not be imported: {reason}")
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return project, report


def is_sample(project: Project) -> bool:
    """Whether a project begins with the seed article and has others, as the sample does, wherever it lies."""
    texts = (normalise(path.read_text(encoding="utf-8")).text for path in files.dataset("seed").glob("*.txt"))
    found = [articles.find(project, make_article(id="", title="", text=text)) for text in texts]
    return any(each and each.seq == 1 for each in found) and articles.count(project) > 1


def sample_files() -> list[Path]:
    """The seed article first, then its annotation and the other articles."""
    seed = sorted(files.dataset("seed").glob("*.txt"))
    return [*seed, *sorted(files.dataset("seed").glob("*.jsonl")), *sorted(files.dataset("samples").glob("*.jsonl"))]
