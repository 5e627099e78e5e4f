"""What a screen reader and the Tab key find in the real window and in the dialogs."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from no_worker import NoWorker
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFont, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.plans import relations, spans
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema
from annotator.store import articles, runs
from annotator.store.project import create_project
from annotator.ui import application, model_link
from annotator.ui.annotate.ask import TextDialog
from annotator.ui.annotate.link_button import LinkButton
from annotator.ui.command_palette.commands import Command
from annotator.ui.command_palette.dialog import CommandPalette
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.who import WhoDialog
from annotator.ui.focus_order import in_visual_order, takes_tab
from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES
from annotator.ui.settings.dialog import SettingsDialog
from annotator.ui.status_bar import ElidedLabel

TEXT = "Ada Brill has pledged to open the lock by May. “We will not sell it,” she said in London.\n"
PLEDGE = "to open the lock by May"
SCHEMA = files.resource("schemas", "news.toml").read_text("utf-8")
Role = QAccessible.Role

FITTING: list[tuple[type[QWidget], set[Role]]] = [
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QTextBrowser, {Role.StaticText, Role.EditableText}),
    (QTextEdit, {Role.EditableText}),
    (QAbstractButton, {Role.Button, Role.CheckBox, Role.RadioButton, Role.ButtonMenu, Role.PushButton}),
    (QComboBox, {Role.ComboBox}),
    (QAbstractSpinBox, {Role.SpinBox}),
    (QTableView, {Role.Table, Role.List}),
    (QListView, {Role.List}),
    (QTreeView, {Role.Tree, Role.Table}),
    (QTabBar, {Role.PageTabList}),
]
ELIDED = (LinkButton, ElidedLabel)  # these end in an ellipsis, and tell the rest
ROWS = {Role.Cell, Role.ListItem, Role.TreeItem}


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def new_project(path: Path) -> Path:
    """One article with suggestions of two people, one linked to the other."""
    with create_project(path, SCHEMA) as project:
        step = runs.begin(project, "import", "Import")
        (seq,) = articles.add(project, [make_article(id=new_id(), title="Lock", text=TEXT)], step=step)
        places = [("PERSON", place("Ada Brill")), ("GPE", place("London"))]
        made = [Span(id=new_id(), label=label, fragments=(at,), text=TEXT[slice(*at)]) for label, at in places]
        link = Relation(id=new_id(), type="coref", head=made[0].id, tail=made[1].id)
        model = Annotator(name="tiny", kind="model", version="1")
        found = AnnotationSet(
            annotator=model,
            state=SetState(status="done"),
            spans={each.id: each for each in made},
            relations={link.id: link},
        )
        runs.store_suggestions(project, found, seq, runs.begin(project, "model run", "tiny"))
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on a project with one pledge and two relations."""
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "config" / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state" / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    app = application.make_application()
    flash = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    made = MainWindow(State(annotator="Dana"), Settings(look="light"))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.open_path(new_project(tmp_path / "lock.annodb"))
    session = made.desktop.session
    pledge = session.perform(spans.mark, "PLEDGE", [place(PLEDGE)]).select[0]
    for label, kind, words in (("CUE", "cue", "has pledged"), ("DATE", "deadline", "May")):
        tail = session.perform(spans.mark, label, [place(words)]).select[0]
        session.perform(relations.relate, pledge, kind, tail)
    made.activateWindow()
    yield made
    made.close_project()
    app.setCursorFlashTime(flash)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def views(window: MainWindow) -> Iterator[str]:
    """Everything that the window can show beside its text, one after the other."""
    page = window.desktop.page
    side, work = page.side, page.desk.work
    for name, key in (
        ("article", ""),
        ("span", next(iter(work.own.spans))),
        ("suggestion", next(iter(work.left.spans))),
        ("suggested relation", next(iter(work.left.relations))),
    ):
        side.tabs.setCurrentWidget(side.mark)
        page.desk.select(key)
        settle()
        yield name
    for name, panel in (("suggestions", side.suggestions), ("relations", side.relations), ("guide", side.guide)):
        side.tabs.setCurrentWidget(panel)
        if panel is side.relations:
            panel.view.setCurrentIndex(panel.model.index(0))
        settle()
        yield name


ONE = Command("view.light", "Light", "View", "", lambda: None)
DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "settings": lambda window: SettingsDialog(Settings(), {}, window),
    "export": lambda window: ExportDialog([Annotator(name="Ada")], window),
    "guide": lambda window: GuideDialog(window),
    "keys": lambda window: KeysDialog(read_schema(SCHEMA), window),
    "history": lambda window: HistoryDialog(window.desktop.session.project, window),
    "who": lambda window: WhoDialog(["Ada"], "Ada", window),
    "report": lambda window: ReportDialog("Import", "Two came.", ["a.txt: empty"], window),
    "crash": lambda window: CrashDialog("It broke.", window),
    "palette": lambda window: CommandPalette([ONE], parent=window),
    "note": lambda window: TextDialog(window, "Note on the article", "", lambda _: None),
}


@pytest.fixture(params=sorted(DIALOGS))
def dialog(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> Iterator[QDialog]:
    made = DIALOGS[request.param](window)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    settle()
    yield made
    made.close()


def focusable(root: QWidget) -> list[QWidget]:
    return [each for each in root.findChildren(QWidget) if each.window() is root.window() and takes_tab(each)]


def heard(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def complaints(root: QWidget) -> list[str]:
    """What of it a screen reader could not tell."""
    found: list[str] = []
    for each in focusable(root):
        told = QAccessible.queryAccessibleInterface(each)
        name = f"{type(each).__name__} {each.objectName()} “{heard(each)}”"
        if not heard(each).strip():
            found.append(f"{name} has no name")
        if isinstance(each, QComboBox) and not (each.accessibleName() or labelled(root, each)):
            found.append(f"{name} is named by its value only")
        roles = next((roles for kind, roles in FITTING if isinstance(each, kind)), set())
        if told.role() not in roles:
            found.append(f"{name} is a {told.role()}")
        if not told.state().focusable or told.state().invisible:
            found.append(f"{name} does not look as if one could get there")
    for label in root.findChildren(QLabel):
        said = QTextDocumentFragment.fromHtml(label.text()).toPlainText() if "<" in label.text() else label.text()
        if label.isVisible() and " ".join(said.split()) not in " ".join(heard(label).split()):
            found.append(f"the label “{said}” is read as “{heard(label)}”")
    return found


def labelled(root: QWidget, widget: QWidget) -> bool:
    return any(label.buddy() is widget for label in root.findChildren(QLabel))


def test_every_control_of_the_window_tells_its_name_and_role(window: MainWindow) -> None:
    for view in views(window):
        assert complaints(window) == [], view
        assert len(focusable(window)) > 10


def test_every_control_of_every_page_tells_its_name_and_role(window: MainWindow) -> None:
    for row in PAGES:
        window.desktop.pages.show_page(row.name)
        settle()
        assert complaints(window) == [], row.name


def test_every_control_of_the_start_page_tells_its_name_and_role(window: MainWindow) -> None:
    window.close_project()
    assert complaints(window) == []


def test_every_control_of_a_dialog_tells_its_name_and_role(dialog: QDialog) -> None:
    assert complaints(dialog) == []
    assert dialog.windowTitle()


def test_states_are_told_too(window: MainWindow) -> None:
    page = window.desktop.page
    page.desk.select(next(key for key, span in page.desk.work.own.spans.items() if span.label == "PLEDGE"))
    settle()
    form = page.side.mark.span_card.form("PLEDGE")
    checked = {
        choice: QAccessible.queryAccessibleInterface(button).state().checked
        for choice, button in form.fields["kind"].buttons.items()
    }
    assert checked == {"action": 1, "outcome": 0}
    assert QAccessible.queryAccessibleInterface(page.text).state().readOnly
    assert heard(page.side.mark.labels.buttons["PLEDGE"]).endswith("of the current span")
    page.side.tabs.setCurrentWidget(page.side.relations)
    page.side.relations.view.setCurrentIndex(page.side.relations.model.index(0))
    assert QAccessible.queryAccessibleInterface(page.side.relations.card.reverse_button).state().disabled


def test_the_rows_of_every_list_are_told(window: MainWindow) -> None:
    for view in views(window):
        for each in window.findChildren(QAbstractItemView):
            if each.isVisible() and each.model().rowCount():
                told = QAccessible.queryAccessibleInterface(each)
                rows = [told.child(number) for number in range(told.childCount())]
                names = [row.text(QAccessible.Text.Name) for row in rows if row.role() in ROWS]
                assert names, view
                assert all(name.strip() for name in names), view


# The Tab key


def chain(root: QWidget, start: QWidget, count: int) -> list[QWidget]:
    """Where Tab goes, from a widget on."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found = [QApplication.focusWidget()]
    for _ in range(count - 1):
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    return found


def reads_on(before: QWidget, after: QWidget, root: QWidget) -> bool:
    """Whether one comes after the other: below it, or beside it in the direction of reading."""
    one, other = (QRect(each.mapTo(root, each.rect().topLeft()), each.size()) for each in (before, after))
    return other.top() >= one.center().y() or other.left() >= one.center().x()


def test_tab_goes_through_the_panels_as_they_are_read(window: MainWindow) -> None:
    side = window.desktop.page.side
    for view in views(window):
        wanted = in_visual_order(side)
        assert wanted[0] is side.tabs.tabBar()
        assert chain(side, wanted[0], len(wanted)) == wanted, view
        assert all(reads_on(before, after, side) for before, after in pairwise(wanted[1:])), view
        QTest.keyClick(wanted[-1], Qt.Key.Key_Tab)
        assert not side.isAncestorOf(QApplication.focusWidget()), view


def test_shift_tab_goes_the_same_way_back(window: MainWindow) -> None:
    side = window.desktop.page.side
    for view in views(window):
        wanted = in_visual_order(side)
        wanted[-1].setFocus(Qt.FocusReason.TabFocusReason)
        found = [QApplication.focusWidget()]
        for _ in wanted[1:]:
            QTest.keyClick(found[-1], Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            found.append(QApplication.focusWidget())
        assert found == wanted[::-1], view


def test_a_window_from_the_right_is_read_from_there(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    grid = QGridLayout(pane)
    buttons = [QPushButton(str(number)) for number in range(4)]
    for number in (3, 0, 2, 1):  # not in the order in which they stand
        grid.addWidget(buttons[number], number // 2, number % 2)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        pane.setLayoutDirection(direction)
        pane.show()
        settle()
        assert in_visual_order(pane) == buttons


def test_tab_scrolls_to_where_it_goes(window: MainWindow) -> None:
    window.resize(1024, 500)
    side = window.desktop.page.side
    next(views(window))
    settle()
    last = in_visual_order(side)[-1]
    assert last.visibleRegion().isEmpty()
    in_visual_order(side)[-2].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()


def test_f6_goes_round_the_panes_and_into_each(window: MainWindow) -> None:
    page = window.desktop.page
    for view in views(window):
        page.text.setFocus()
        for pane in (page.side, page.list, page.text):
            page.handlers()["panel.next"]()
            focus = QApplication.focusWidget()
            assert pane is focus or pane.isAncestorOf(focus), view


def test_tab_goes_through_a_dialog_as_it_is_read(dialog: QDialog) -> None:
    wanted = in_visual_order(dialog)
    found = chain(dialog, wanted[0], len(wanted))
    assert [heard(each) for each in found] == [heard(each) for each in wanted]


# The focus is seen


def looks(root: QWidget, widget: QWidget) -> bytes:
    place = QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())
    image = root.grab(place).toImage()
    return bytes(image.constBits())


def unseen(root: QWidget) -> list[str]:
    """The widgets that look the same with the focus and without."""
    found: list[str] = []
    for each in focusable(root):
        if each.visibleRegion().isEmpty():
            continue
        other = next(one for one in focusable(root) if one is not each)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        without = looks(root, each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if looks(root, each) == without:
            found.append(f"{type(each).__name__} {each.objectName()} “{heard(each)}”")
    return found


def test_the_focus_is_seen_on_every_control(window: MainWindow) -> None:
    window.resize(1280, 1100)
    for view in views(window):
        assert unseen(window) == [], view


def test_the_focus_is_seen_in_every_dialog(dialog: QDialog) -> None:
    if len(focusable(dialog)) > 1:
        assert unseen(dialog) == []


# Larger fonts


def cut_off(root: QWidget) -> list[str]:
    """The labels, buttons and tabs that do not show all of their text."""
    found: list[str] = []
    for each in root.findChildren(QWidget):
        if not each.isVisible() or not isinstance(each, QLabel | QAbstractButton) or isinstance(each, ELIDED):
            continue
        wanted = each.sizeHint()
        wraps = isinstance(each, QLabel) and each.wordWrap()
        height = each.heightForWidth(each.width()) if wraps else wanted.height()
        if each.text() and (each.height() < height or (not wraps and each.width() < wanted.width())):
            found.append(f"“{each.text()}” has {each.size().toTuple()} and wants {wanted.toTuple()}")
        if each.text() and beyond(each):
            found.append(f"“{each.text()}” goes past the edge")
    for bar in root.findChildren(QTabBar):
        for at in range(bar.count()):
            room, text = bar.tabRect(at).width(), bar.tabText(at)
            if bar.isVisible() and room < bar.fontMetrics().horizontalAdvance(text):
                found.append(f"the tab “{text}” has {room}")
    return found


def beyond(widget: QWidget) -> bool:
    """Whether something around it cuts it off at the left or right."""
    around = widget.parentWidget()
    while around is not None:
        left = widget.mapTo(around, widget.rect().topLeft()).x()
        if left < 0 or left + widget.width() > around.width():
            return True
        around = None if around.isWindow() else around.parentWidget()
    return False


@pytest.fixture
def enlarge() -> Iterator[Callable[[float], None]]:
    """Makes the program's font larger, before the window is there."""
    app = application.make_application()
    usual = app.font()

    def to(scale: float) -> None:
        larger = QFont(usual)
        larger.setPointSizeF(usual.pointSizeF() * scale)
        app.setFont(larger)

    yield to
    app.setFont(usual)


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_text_is_cut_off_in_any_panel(
    enlarge: Callable[[float], None], request: pytest.FixtureRequest, scale: float, size: tuple[int, int]
) -> None:
    enlarge(scale)
    window: MainWindow = request.getfixturevalue("window")
    window.resize(*size)
    settle()
    for view in views(window):
        assert cut_off(window) == [], view


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_no_text_is_cut_off_in_a_dialog_with_a_larger_font(
    enlarge: Callable[[float], None], request: pytest.FixtureRequest, name: str
) -> None:
    enlarge(1.5)
    window: MainWindow = request.getfixturevalue("window")
    dialog = DIALOGS[name](window)
    dialog.show()
    settle()
    assert cut_off(dialog) == []
    dialog.close()
