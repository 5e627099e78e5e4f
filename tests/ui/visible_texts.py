"""Walks the widgets of a window: what can be read in them, and what is cut off."""

import re
from collections.abc import Iterator
from itertools import count, takewhile

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QSizePolicy,
    QTabBar,
    QWidget,
)

_ROWS = 12


def visible(window: QWidget) -> Iterator[QWidget]:
    """The window and what it shows."""
    if window.isVisible():
        yield window
    yield from (each for each in window.findChildren(QWidget) if each.isVisible() and each.window() is window)


def texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Every text with the class of the widget that has it; menus too."""
    for widget in visible(window):
        for text in _of_widget(widget):
            if text.strip():
                yield type(widget).__name__, _plain(text)
    for bar in window.findChildren(QMenuBar):
        for action in bar.actions():
            yield from _of_action(action)


def _of_widget(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QGroupBox():
            yield widget.title()
        case QAbstractItemView() if widget.model() is not None:
            yield from _of_rows(widget.model())
    if widget.isWindow():
        yield widget.windowTitle()


def _of_rows(model: QAbstractItemModel) -> Iterator[str]:
    """The first rows, as they are shown, pointed at and read aloud, and what stands above them."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for column in takewhile(lambda each: model.hasIndex(0, each), count()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in takewhile(lambda each, column=column: model.hasIndex(each, column), range(_ROWS)):
            yield from (str(model.index(row, column).data(role) or "") for role in roles)


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "QAction", action.text()
    menu = action.menu()
    for each in menu.actions() if menu else ():  # type: ignore[attr-defined]
        yield from _of_action(each)


def _plain(text: str) -> str:
    if not re.search(r"<[a-z]+[ >]", text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def words(text: str) -> set[str]:
    """Words of three letters and more, in small letters."""
    return {word.lower() for word in re.findall(r"[^\W\d_]{3,}", text)}


def clipped(window: QWidget) -> Iterator[str]:
    """Buttons, labels, fields and tabs that have less room than they need, or stick out of what holds them."""
    for widget in visible(window):
        kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QTabBar)
        why = isinstance(widget, kinds) and (_too_small(widget) or _sticks_out(widget, window))
        if why:
            shown = getattr(widget, "text", widget.accessibleName)()
            yield f"{type(widget).__name__} {widget.objectName()} {shown!r}: {why}"


def _too_small(widget: QWidget) -> str:
    if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored or isinstance(widget, QLineEdit):
        return ""  # cut short by design, with an ellipsis or by scrolling
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        return "" if widget.height() >= needed else f"{widget.height()} high, {needed} needed"
    elides = isinstance(widget, QTabBar) and widget.elideMode() != Qt.TextElideMode.ElideNone
    wanted = widget.minimumSizeHint() if elides or isinstance(widget, QComboBox) else widget.sizeHint()
    room = widget.size()
    if room.width() >= wanted.width() and room.height() >= wanted.height():
        return ""
    return f"{room.toTuple()}, {wanted.toTuple()} needed"


def _sticks_out(widget: QWidget, window: QWidget) -> str:
    holder = widget.parentWidget()
    while holder is not None:
        left = widget.mapTo(holder, QPoint(0, 0))
        if left.x() < 0 or left.x() + widget.width() > holder.width():
            return f"sticks out of {type(holder).__name__} {holder.objectName()}"
        if holder is window or isinstance(holder.parentWidget(), QAbstractScrollArea):
            return ""
        holder = holder.parentWidget()
    return ""
