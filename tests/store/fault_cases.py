"""Projects to which something happens, and the sentences with which they are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from strategies import RICH_TOML

from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.store import articles, check, sets
from annotator.store.project import create_project, open_project

ADA = Annotator(name="Ada")
TEXT = "Bob said that we act. " * 400


def make(path: Path) -> Path:
    """A closed project with one article and one span of Ada's."""
    with create_project(path, RICH_TOML) as made:
        articles.add(made, [make_article(id=new_id(), title="Title", text=TEXT)])
        at_work = Session(made, ADA)
        at_work.open_article(1)
        at_work.perform(spans.mark, "PERSON", [(0, 3)])
    return path


def listed(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} - {".news.annodb.lock"}


def refused(code: str, open_it: Callable[[], object]) -> str:
    """The one sentence with which opening is refused."""
    with pytest.raises(ProjectError) as caught:
        open_it()
    assert caught.value.code == code
    sentence = str(caught.value)
    assert sentence.endswith((".", "annodb"))
    assert "\n" not in sentence
    return sentence


def is_whole(path: Path, marked: int = 1) -> bool:
    with open_project(path) as opened:
        own = sets.load(opened, 1, 1)
        return own is not None and len(own.spans) == marked and list(check.problems(opened)) == []
