"""What all tests share: no trace in the home folder, no screen, and a project with the seed article."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from annotator import files
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.article import headline, make_article
from annotator.model.ids import new_id
from annotator.model.text import normalise
from annotator.store import articles, runs
from annotator.store.project import Project, create_project

_HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "Roaming",
    "LOCALAPPDATA": "Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}
_held = tempfile.TemporaryDirectory(prefix="annotator-tests-", ignore_cleanup_errors=True)


def pytest_configure() -> None:
    """Before anything reads it: what modules look up when they are imported is isolated too."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update({name: str(Path(_held.name) / folder) for name, folder in _HOMES.items()})


_slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_slow)
settings.register_profile("full", max_examples=1500, deadline=None, print_blob=True, suppress_health_check=_slow)
settings.load_profile(os.environ.get("ANNOTATOR_TESTS", "ci"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of this test's own."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in _HOMES.items():
        monkeypatch.setenv(name, str(folder / place))
    return folder


@pytest.fixture(scope="session")
def news_toml() -> str:
    return files.resource("schemas", "news.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seed_text() -> str:
    return normalise(files.dataset("seed", "uk-france-missiles.txt").read_text(encoding="utf-8")).text


@pytest.fixture
def project(tmp_path: Path, news_toml: str, seed_text: str) -> Iterator[Project]:
    """An open project that holds the seed article as number 1, imported in step 1."""
    with create_project(tmp_path / "seed.annodb", news_toml) as made:
        step = runs.begin(made, "import", "Import the seed article")
        articles.add(made, [make_article(id=new_id(), title=headline(seed_text) or "", text=seed_text)], step=step)
        yield made


@pytest.fixture
def ada() -> Annotator:
    return Annotator(name="Ada")


@pytest.fixture
def session(project: Project, ada: Annotator) -> Session:
    """Ada at work on the seed article."""
    made = Session(project, ada)
    made.open_article(1)
    return made
