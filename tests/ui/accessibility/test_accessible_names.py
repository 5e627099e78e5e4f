"""What a screen reader finds in the real window and in the dialogs: names, roles, states and rows."""

from accessibility_checks import Role, complaints, focusable, heard, settle
from accessibility_world import views
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
)

from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES

ROWS = {Role.Cell, Role.ListItem, Role.TreeItem}


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
