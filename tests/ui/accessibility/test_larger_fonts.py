"""No text is cut off, in a small window or with a larger font."""

from collections.abc import Callable, Iterator

import pytest
from accessibility_world import DIALOGS, settle, views
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QTabBar,
    QWidget,
)

from annotator.ui import application
from annotator.ui.annotate.link_button import LinkButton
from annotator.ui.main_window import MainWindow
from annotator.ui.status_bar import ElidedLabel

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
