import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.command_palette.commands import Command
from annotator.ui.command_palette.dialog import CommandPalette

Key = Qt.Key


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def palette(qtbot: QtBot, ran: list[str]) -> CommandPalette:
    def command(name: str, title: str) -> Command:
        return Command(name, title, "Edit", "Ctrl+X", lambda: ran.append(title))

    def articles(words: str) -> list[Command]:
        return [command("", f"article about {words}")]

    made = CommandPalette([command("a", "Undo"), command("b", "Redo"), command("c", "Export")], articles)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def titles(palette: CommandPalette) -> list[str]:
    return [str(palette.model.index(row, 0).data()) for row in range(palette.model.rowCount())]


def test_return_runs_the_first_that_fits_and_closes(palette: CommandPalette, qtbot: QtBot, ran: list[str]) -> None:
    qtbot.keyClicks(palette.field, "r")
    assert titles(palette) == ["Redo", "Export"]
    with qtbot.waitSignal(palette.done_with) as told:
        qtbot.keyClick(palette.field, Key.Key_Return)
    assert (told.args, ran) == (["b"], ["Redo"])
    assert not palette.isVisible()


def test_the_arrows_go_round_while_one_types(palette: CommandPalette, qtbot: QtBot, ran: list[str]) -> None:
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Return):
        qtbot.keyClick(palette.field, key)
    assert ran == ["Redo"]


def test_articles_come_after_the_commands_once_two_letters_are_typed(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "u")
    assert titles(palette) == ["Undo"]
    qtbot.keyClicks(palette.field, "n")
    assert titles(palette) == ["Undo", "article about un"]


def test_escape_runs_nothing(palette: CommandPalette, qtbot: QtBot, ran: list[str]) -> None:
    qtbot.keyClick(palette.field, Key.Key_Escape)
    assert (ran, palette.isVisible()) == ([], False)


def test_return_does_nothing_when_nothing_fits(qtbot: QtBot) -> None:
    palette = CommandPalette([])
    palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClick(palette.field, Key.Key_Return)
    assert palette.nothing.isVisible()
    assert palette.isVisible()
