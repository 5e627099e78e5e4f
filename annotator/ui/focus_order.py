"""Tab goes through a pane as it is read, whenever its widgets were made: row by row, from where reading begins.

PySide takes a widget for the owner of what its `focusProxy` and `nextInFocusChain` give: later the rubbish collection
ends those with it, such as the headers of a table in view. So the one is asked of controls only, the other never.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QWidget

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox)  # what is inside belongs to Qt, and to no Tab


def in_visual_order(widget: QWidget) -> list[QWidget]:
    """The widgets inside that Tab can get to now."""
    # Not `children()`: it would hand out the layouts too, whose items then die with the Python objects for them.
    inside = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    found: list[QWidget] = []
    for each in _as_read([each for each in inside if each.isVisible() and not each.isWindow()], mirrored=mirrored):
        found += [each] if takes_tab(each) else []
        found += in_visual_order(each) if not isinstance(each, _WHOLE) else []
    return found


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops here."""
    able = widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return able and widget.focusProxy() is None


def _as_read(widgets: list[QWidget], *, mirrored: bool) -> list[QWidget]:
    """By rows: what begins above the middle of the first of a row stands in that row."""
    rows: list[list[QWidget]] = []
    for each in sorted(widgets, key=lambda widget: widget.geometry().top()):
        if rows and each.geometry().top() < rows[-1][0].geometry().center().y():
            rows[-1].append(each)
        else:
            rows.append([each])
    side = -1 if mirrored else 1
    return [each for row in rows for each in sorted(row, key=lambda widget: side * widget.geometry().center().x())]


def follow_reading(pane: QWidget) -> None:
    """Let Tab go through a pane as it is read."""
    # Not by `focusNextPrevChild`: Qt calls that too while it hides what has the focus.
    for key, forward in (("Tab", True), ("Shift+Tab", False)):
        keys = QShortcut(QKeySequence(key), pane, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(partial(go_on, pane, forward=forward))


def go_on(pane: QWidget, *, forward: bool) -> bool:
    """Move the focus inside a pane, and out of it at its ends; False when the focus is not in it."""
    order, here = in_visual_order(pane), QApplication.focusWidget()
    if here is None or here not in order:
        return False
    at = order.index(here) + (1 if forward else -1)
    target = order[at] if 0 <= at < len(order) else _outside(pane, forward=forward)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _show(target)
    return True


def _outside(pane: QWidget, *, forward: bool) -> QWidget | None:
    """The next one in the window that is not in the pane, from where the pane ends, or back from where it begins."""
    order = in_visual_order(pane.window())
    inside = [at for at, each in enumerate(order) if pane.isAncestorOf(each)]
    if not inside:
        return None
    start = inside[-1] + 1 if forward else inside[0]
    around = order[start:] + order[:start]
    return next((each for each in (around if forward else around[::-1]) if not pane.isAncestorOf(each)), None)


def _show(widget: QWidget) -> None:
    """Scroll it into view, wherever it lies."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
