"""What the tests of plans share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from plan_cases import ADA, TEXT
from strategies import RICH_TOML

from annotator.app.session import Session
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, check, sets
from annotator.store.project import create_project


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Session]:
    """Ada at work on a short article; after the test, the file holds what memory holds and has no problem."""
    with create_project(tmp_path / "p.annodb", RICH_TOML) as project:
        articles.add(project, [make_article(id=new_id(), title="T", text=TEXT)])
        session = Session(project, ADA)
        session.open_article(1)
        yield session
        kept = sets.load(project, 1, session.number)
        assert kept == session.work.own or (kept is None and session.work.own.is_empty)
        assert list(check.problems(project)) == []
