"""Clients with the real worker process, which end with their test."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import spacy
from worker_listening import Heard

import annotator
from annotator import files
from annotator.app.worker.client import Listener, WorkerClient
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Child processes find the package wherever the tests run."""
    monkeypatch.setenv("PYTHONPATH", str(Path(annotator.__file__).parents[1]))


@pytest.fixture(scope="session")
def schema() -> Schema:
    return read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def make_client(heard: Heard) -> Iterator[Callable[..., WorkerClient]]:
    made: list[WorkerClient] = []

    def make(*, listener: Listener = heard, command: list[str] | None = None, pipeline: str = "") -> WorkerClient:
        started = command or [sys.executable, "-m", "annotator.app.worker"]
        made.append(WorkerClient(listener, command=started, pipeline=pipeline, backoff=0.01))
        return made[-1]

    yield make
    for client in made:
        client.stop()


@pytest.fixture
def make() -> Callable[[str], Article]:
    return lambda text: make_article(id=new_id(), title="", text=text)


@pytest.fixture(scope="session")
def odd_pipeline(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with a pipeline that finds Norland and has the component of `odd_worker`."""
    import odd_worker  # noqa: F401  it registers the component

    nlp = spacy.blank("en")
    nlp.add_pipe("odd")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Norland"}])
    folder = tmp_path_factory.mktemp("pipelines") / "odd"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def odd_client(make_client: Callable[..., WorkerClient], odd_pipeline: str) -> WorkerClient:
    command = [sys.executable, str(Path(__file__).with_name("odd_worker.py"))]
    return make_client(command=command, pipeline=odd_pipeline)
