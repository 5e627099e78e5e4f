"""No text is cut off, in a small window or with a larger font."""

from collections.abc import Callable, Iterator

import pytest
from accessibility_checks import cut_off, settle
from accessibility_world import DIALOGS, views
from PySide6.QtGui import QFont

from annotator.ui import application
from annotator.ui.main_window import MainWindow


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
