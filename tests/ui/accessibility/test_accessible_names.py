"""What a screen reader finds in the real window and in the dialogs: names, roles, states and rows."""

from accessibility_world import focusable, heard, settle, views
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)

from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES

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


ROWS = {Role.Cell, Role.ListItem, Role.TreeItem}


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
