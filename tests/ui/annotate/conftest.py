"""A real project with a hand-made model's suggestions, and the real page on it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from annotate_world import ARABIC, TEXT, World
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.store import articles, runs
from annotator.store.project import Project, create_project, open_project
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.text_view import DEFAULT_LIGHT

MODEL = Annotator(name="tiny", kind="model", version="1")


def _articles() -> list[Article]:
    meta = {"outlet": "Sample Wire", "date": "2025-10-26", "language": "en"}
    made = [make_article(id=new_id(), title="Minister vows to reopen the lock", text=TEXT, meta=meta)]
    made.append(make_article(id=new_id(), title=ARABIC.split("\n")[0], text=ARABIC))
    ferries = (make_article(id=new_id(), title=f"Ferry {n}", text=f"The ferry number {n} was late.") for n in range(3))
    return [*made, *ferries]


def _suggest(world: World) -> None:
    """Spans in text order: Marr, Osei, London, Monday; one relation."""
    found: dict[str, Span] = {}
    for label, words in (("PERSON", "Ysolde Marr"), ("PERSON", "Tom Osei"), ("GPE", "London"), ("DATE", "Monday")):
        span = Span(id=new_id(), label=label, fragments=(world.at(words),), text=words, score=0.9)
        found[words] = span
    relation = Relation(id=new_id(), type="coref", head=found["Ysolde Marr"].id, tail=found["Tom Osei"].id)
    first = articles.get(world.project, world.seqs[0])
    run = runs.begin(world.project, "model run", "tiny")
    spans = {span.id: span for span in found.values()}
    made = AnnotationSet(annotator=MODEL, state=SetState(status="done"), spans=spans, relations={relation.id: relation})
    runs.store_suggestions(world.project, made, world.seqs[0], run)
    assert first.text == TEXT


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    project = create_project(tmp_path / "lock.annodb", files.resource("schemas", "news.toml").read_text("utf-8"))
    step = runs.begin(project, "import", "Import")
    seqs = articles.add(project, _articles(), step=step)
    made = World(project, Session(project, Annotator(name="Ada")), seqs)
    _suggest(made)
    yield made
    project.close()


@pytest.fixture
def page(world: World, qtbot: QtBot) -> Iterator[AnnotatePage]:
    made = AnnotatePage(world.session, DEFAULT_LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    made.open_article(world.seqs[0])
    made.activateWindow()
    made.text.setFocus()
    qtbot.waitUntil(made.text.hasFocus)
    yield made
    made.close_page()


@pytest.fixture
def heard(page: AnnotatePage) -> list[str]:
    """All that the page says, errors too."""
    sentences: list[str] = []
    page.said.connect(sentences.append)
    page.failed.connect(sentences.append)
    return sentences


@pytest.fixture
def read_only_page(world: World, qtbot: QtBot) -> Iterator[Callable[[], AnnotatePage]]:
    opened: list[tuple[AnnotatePage, Project]] = []

    def make() -> AnnotatePage:
        project = open_project(world.project.path, read_only=True)
        made = AnnotatePage(Session(project, Annotator(name="Ada")), DEFAULT_LIGHT)
        qtbot.addWidget(made)
        made.show()
        made.open_article(world.seqs[0])
        made.text.setFocus()
        opened.append((made, project))
        return made

    yield make
    for made, project in opened:
        made.close_page()
        project.close()
