"""A text view on a screen of its own, as wide as in the window."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.text_view import TextView


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> None:
    """What tests of the window dressed the program in does not show here."""
    qapp.setStyleSheet("")


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    made = TextView()
    made.set_families(["DejaVu Serif"])
    made.resize(900, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made
