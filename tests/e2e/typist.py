"""Who sits at the window: opens a project, and with key events only moves the caret, marks, describes and links."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator import files
from annotator.model.annotation import AnnotationSet, Annotator, Fragments, Span, Value
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.store import annotators, articles, runs, sets
from annotator.store.project import create_project, open_project
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
WORD, GROW = Mod.ControlModifier, Mod.ShiftModifier
MOST_CYCLES = 12
MOST_TURNS = 1000


def new_project(path: Path, *given: Article | str) -> Path:
    """A project of the news schema with these articles, which nobody has annotated."""
    texts = (each if isinstance(each, Article) else make_article(id=new_id(), title="", text=each) for each in given)
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as project:
        articles.add(project, list(texts), step=runs.begin(project, "import", "Import"))
    return path


def opened(window: MainWindow, path: Path) -> AnnotatePage:
    """The page of a project that is opened in the window."""
    window.open_path(path)
    assert window.desktop is not None
    to_the_front(window)
    return window.desktop.page


def to_the_front(window: QWidget) -> None:
    """Have a window in front, which one types into: at the start, and after a dialog."""
    window.activateWindow()
    for _ in range(MOST_TURNS):
        if QApplication.activeWindow() is window:  # Qt takes it for active already while its own dialog is
            return
        QTest.qWait(5)
    raise AssertionError("the window does not come to the front")


def stored(path: Path, article: int, name: str) -> AnnotationSet:
    """What the file of a project holds of a person's work on an article, read beside the program."""
    with open_project(path, read_only=True) as project:
        number = annotators.find(project, Annotator(name=name))
        found = sets.load(project, article, number) if number else None
    return found or AnnotationSet(annotator=Annotator(name=name))


def hover(page: AnnotatePage, at: QPoint) -> None:
    """Have the pointer over a point of the text's viewport, with no button held."""
    none, there = Qt.MouseButton.NoButton, page.text.viewport().mapToGlobal(at)
    kind = QEvent.Type.MouseMove
    moved = QMouseEvent(kind, QPointF(at), QPointF(there), none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.text.viewport(), moved)


class Typist:
    """Types on the page; what is where she reads off the screen, as anyone would."""

    def __init__(self, page: AnnotatePage) -> None:
        self.page = page
        self.keys = 0

    def press(self, key: Key, held: Mod = Mod.NoModifier) -> None:
        """One key, where the focus is."""
        self.keys += 1
        QTest.keyClick(self._focus(), key, held)

    def type(self, text: str) -> None:
        """Characters, where the focus is."""
        self.keys += len(text)
        QTest.keyClicks(self._focus(), text)

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    # The caret

    def go(self, place: int) -> None:
        """Move the caret: first by words, then by characters."""
        self._step(place, Mod.NoModifier)
        assert self.page.text.caret() == place

    def select(self, start: int, end: int) -> None:
        """Select a range from its start."""
        self.go(start)
        self._step(end, GROW)
        assert self.page.text.selection() == ((start, end),)

    def _step(self, place: int, held: Mod) -> None:
        text = self.page.text
        for by_word, forward in ((True, text.caret() < place), (False, text.caret() >= place)):
            before = None
            while (text.caret() < place) if forward else (text.caret() > place):
                assert text.caret() != before, "the caret does not move any more"
                before = text.caret()
                self.press(self._towards(forward=forward), held | WORD if by_word else held)

    def _towards(self, *, forward: bool) -> Key:
        """The arrow that leads there: in a paragraph that runs from the right, the left one leads on."""
        leftwards = self.page.text.textCursor().block().textDirection() == Qt.LayoutDirection.RightToLeft
        return Key.Key_Right if forward != leftwards else Key.Key_Left

    # Spans

    def mark(self, label: str, start: int, end: int) -> None:
        """Select a range and press the key of a label."""
        self.select(start, end)
        self.type(self._key_of(label))

    def mark_fragments(self, label: str, fragments: Fragments) -> None:
        """Mark a span of one fragment or several."""
        self.mark(label, *fragments[0])
        for start, end in fragments[1:]:
            self.select(start, end)
            self.type("+")

    def _key_of(self, label: str) -> str:
        assert self.page.desk.work
        return self.page.desk.work.schema.label_by_name[label].key

    def choose(self, span_id: str, place: int) -> None:
        """Make the span at the caret current: again for the one around it."""
        self.go(place)
        for _ in range(MOST_CYCLES):
            self.press(Key.Key_Space)
            if self.page.desk.current == span_id:
                return
        raise AssertionError("the span cannot be reached with the space bar")

    def describe(self, name: str, value: Value | None) -> None:
        """Press the key of an attribute until it says so."""
        work = self.page.desk.work
        assert work
        for _ in range(MOST_CYCLES):
            span = self.page.desk.span
            assert span
            if span.attributes.get(name) == value:
                return
            self.type(next(each.key for each in work.schema.attributes if each.name == name))
        raise AssertionError(f"{name} does not become {value}")

    # Relations

    def link(self, head: Span, kind: str, tail: Span) -> None:
        """R on the head, the letters on the tail, and the digit of the type where there are several."""
        self.choose(head.id, head.start)
        self.type("r")
        self.type(self.page.relating._hints[tail.id])
        if self.page.relating.choosing_type:
            chooser = self.page.relating.chooser
            self.type(next(key for key, name in chooser._keys.items() if name == kind))


def what_it_says(found: AnnotationSet) -> tuple[set[object], set[object]]:
    """The spans and relations of a set, whatever their ids."""
    spans = {(span.label, span.fragments, tuple(sorted(span.attributes.items()))) for span in found.spans.values()}
    return set(spans), {found.relation_key(each) for each in found.relations.values()}
