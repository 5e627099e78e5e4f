"""The status bar, the top bar and the start page, each alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.start_page import StartPage
from annotator.ui.status_bar import StatusBar
from annotator.ui.top_bar import TopBar
from annotator.ui.window_actions import Actions


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    return made


def test_saved_is_said_only_when_it_is(bar: StatusBar) -> None:
    bar.say("Marked.")
    bar.show_left(1, 2)
    bar.show_keys([("Tab", "next")])
    assert bar.saved.text() == ""
    bar.show_saved()
    assert bar.saved.text().startswith("✓ Saved ")
    assert any(char.isdigit() for char in bar.saved.text())


def test_a_project_that_is_only_read_never_looks_saved(bar: StatusBar) -> None:
    bar.show_saved()
    bar.show_read_only("It is open elsewhere.")
    assert (bar.saved.text(), bar.saved.toolTip()) == ("Read only", "It is open elsewhere.")


def test_nothing_of_a_project_stays_when_it_is_closed(bar: StatusBar) -> None:
    bar.show_read_only("It is open elsewhere.")
    bar.say("It is open elsewhere.", bad=True)
    bar.clear()
    for label in (bar.saved, bar.left, bar.message, bar.background, bar.keys):
        assert (label.text(), label.toolTip()) == ("", "")


def test_what_is_left_is_counted_or_there_is_nothing_to_judge(bar: StatusBar) -> None:
    bar.show_left(3, 7)
    assert bar.left.text() == "3 of 7 suggestions left"
    bar.show_left(0, 0)
    assert bar.left.text() == "No suggestions"


def test_what_is_wrong_is_set_off_from_what_was_done(bar: StatusBar) -> None:
    bar.say("It failed.", bad=True)
    assert bar.message.property("bad") is True
    bar.say("Done.")
    assert bar.message.property("bad") is False
    assert (bar.message.text(), bar.message.toolTip()) == ("Done.", "Done.")


def test_keys_are_shown_with_what_they_do_in_the_themes_colours(bar: StatusBar) -> None:
    bar.set_cap_colours("#111111", "#eeeeee")
    bar.show_keys([("Tab", "next"), ("R", "relation")])
    for each in ("Tab", "next", "R", "relation", "#111111", "#eeeeee"):
        assert each in bar.keys.text()


def test_every_part_of_the_bars_has_a_name_for_a_screen_reader(qtbot: QtBot, bar: StatusBar) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    parts = (bar.saved, bar.left, bar.message, bar.background, bar.keys, top.project, top.place)
    assert all(each.accessibleDescription() for each in parts)
    top.show_project("news.annodb", "Ada")
    bar.say("Done.")
    for part, name in ((top.project, "news.annodb"), (top.annotator, "Annotator: Ada"), (bar.message, "Done.")):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name) == name


def test_the_top_bar_shows_project_annotator_and_place_and_asks_for_another(qtbot: QtBot) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    top.show_place(2, 1000)
    assert top.place.text() == "Article 2 of 1,000"
    top.show_project("news.annodb", "Ada")
    assert (top.project.text(), top.annotator.text(), top.place.text()) == ("news.annodb", "Ada", "")
    with qtbot.waitSignal(top.annotator_clicked, timeout=1000):
        top.annotator.click()


def test_recent_projects_are_listed_and_chosen_by_mouse_or_key(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = StartPage(Actions(window), window)
    window.resize(800, 600)
    page.resize(800, 600)
    paths = [tmp_path / "b.annodb", tmp_path / "a.annodb"]
    page.show_recent(paths)
    window.show()
    assert page.recent.isVisible()
    assert page.recent.accessibleName() == "Recent projects"
    assert [page.recent.item(row).text().splitlines()[0] for row in range(2)] == ["b", "a"]
    chosen: list[str] = []
    page.chosen.connect(chosen.append)
    place = page.recent.visualItemRect(page.recent.item(1)).center()
    qtbot.mouseClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [str(paths[1])]
    page.recent.setCurrentRow(0)
    qtbot.keyClick(page.recent, Qt.Key.Key_Return)
    assert chosen == [str(paths[1]), str(paths[0])]
    page.show_recent([])
    assert not page.recent.isVisible()
    assert page.recent.count() == 0


def test_what_is_wrong_is_said_in_full_and_keys_make_room(qtbot: QtBot, bar: StatusBar) -> None:
    bar.resize(900, 30)
    bar.show()
    bar.show_left(66, 70)
    bar.show_keys([("Tab", "next suggestion"), ("Ctrl+Return", "done, next"), ("Space", "span at the caret")])
    everything = bar.keys.text()
    bar.say("66 suggestions are not judged. Ctrl+Return again sets the article done all the same.", bad=True)
    qtbot.waitUntil(lambda: bar.message.width() >= bar.message.sizeHint().width())
    assert bar.keys.text() != everything
    bar.say("Mark PLEDGE")
    assert bar.keys.text() == everything
