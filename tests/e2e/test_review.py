"""Fifty suggestions gone through with the keyboard, each answered with one key."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from typist import Typist

from annotator import files
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span, SpanKey
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.store import articles, runs
from annotator.store.project import create_project
from annotator.ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
MODEL = Annotator(name="tiny", kind="model", version="1")
NAMES = 50
TEXT = "\n\n".join(f"On Monday the mayor Person{n} spoke of the bridge at length." for n in range(NAMES))


def suggested(article: Article) -> AnnotationSet:
    """Each name a PERSON; each fifth of them is a place, as a person would see."""
    spans = {}
    for n in range(NAMES):
        words = f"Person{n}"
        start = article.text.index(f"{words} ")
        span = Span(id=new_id(), label="PERSON", fragments=((start, start + len(words)),), text=words, score=0.5)
        spans[span.id] = span
    return AnnotationSet(annotator=MODEL, state=SetState(status="done"), spans=spans)


def opened(window: MainWindow, path: Path) -> Typist:
    article = make_article(id=new_id(), title="The bridge", text=TEXT)
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as project:
        (seq,) = articles.add(project, [article], step=runs.begin(project, "import", "Import"))
        runs.store_suggestions(project, suggested(article), seq, runs.begin(project, "model run", "tiny"))
    window.open_path(path)
    assert window.desktop is not None
    return Typist(window.desktop.page)


def answer(typist: Typist, number: int) -> str:
    """What a person says of the suggestion at hand; the name of the verdict."""
    if number % 5 == 4:
        typist.type("3")  # it is a place
        return "changed"
    if number % 5 == 3:
        typist.press(Key.Key_Backspace)
        return "rejected"
    typist.press(Key.Key_Return)
    return "accepted"


@pytest.mark.usefixtures("no_model")
def test_fifty_suggestions_take_fifty_keys(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    typist = opened(window, tmp_path / "bridge.annodb")
    work = typist.page.desk.work
    assert work
    typist.press(Key.Key_Tab)
    said = [answer(typist, number) for number in range(NAMES)]
    assert typist.keys == 1 + NAMES
    assert not len(work.left)
    assert Counter(said) == Counter(each.kind for each in work.own.verdicts.values())
    labels = Counter(span.label for span in work.own.spans.values())
    assert labels == {"PERSON": said.count("accepted"), "GPE": said.count("changed")}
    by_subject = {each.subject: each.kind for each in work.own.verdicts.values()}
    for number, kind in enumerate(said):
        start = TEXT.index(f"Person{number} ")
        key = SpanKey(label="PERSON", fragments=((start, start + len(f"Person{number}")),))
        assert by_subject[key] == kind
    for _ in range(NAMES):
        typist.press(Key.Key_Z, Mod.ControlModifier)
    assert len(work.left) == NAMES
    assert not work.own.spans
    assert not work.own.verdicts
