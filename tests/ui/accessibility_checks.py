"""What is asked of any widget: that a screen reader can tell it, Tab reaches it, and its focus and text are seen."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
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

from annotator.ui.focus_order import takes_tab
from annotator.ui.parts.elided_label import ElidedLabel
from annotator.ui.parts.link_button import LinkButton


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def focusable(root: QWidget) -> list[QWidget]:
    return [each for each in root.findChildren(QWidget) if each.window() is root.window() and takes_tab(each)]


def heard(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


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


ELIDED = (LinkButton, ElidedLabel)  # these end in an ellipsis, and tell the rest


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


def chain(root: QWidget, start: QWidget, count: int) -> list[QWidget]:
    """Where Tab goes, from a widget on."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found = [QApplication.focusWidget()]
    for _ in range(count - 1):
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    return found
