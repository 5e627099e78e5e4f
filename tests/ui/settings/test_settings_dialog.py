import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.app.settings import Settings
from annotator.ui.settings.dialog import SettingsDialog
from annotator.ui.settings.keys_tab import KeysTab

Key, Mod = Qt.Key, Qt.KeyboardModifier
CHANGED = Settings(
    look="dark",
    text_width=90,
    line_spacing=1.3,
    snap_to_words=False,
    when_left="reject",
    order="doubt",
    remember_values=False,
    keys={"edit.undo": ["F9"]},
    language="fr",
)


@pytest.fixture
def keys(qtbot: QtBot) -> KeysTab:
    tab = KeysTab({"p": "PLEDGE"})
    qtbot.addWidget(tab)
    tab.show_keys({})
    tab.show()
    return tab


def test_what_is_shown_is_what_is_chosen(qtbot: QtBot) -> None:
    for settings in (Settings(), CHANGED):
        dialog = SettingsDialog(settings, {})
        qtbot.addWidget(dialog)
        assert dialog.chosen == settings


def test_the_defaults_come_back_on_request(qtbot: QtBot) -> None:
    dialog = SettingsDialog(CHANGED, {})
    qtbot.addWidget(dialog)
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    box.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert dialog.chosen == Settings()


def press(qtbot: QtBot, tab: KeysTab, key: Key, held: Mod = Mod.NoModifier) -> None:
    qtbot.keyClick(tab.field, key, held)


def test_a_pressed_key_becomes_the_key_of_the_action(keys: KeysTab, qtbot: QtBot) -> None:
    keys.select("edit.undo")
    press(qtbot, keys, Key.Key_F9)
    assert keys.problem_line.text() == ""
    keys.use.click()
    assert keys.chosen == {"edit.undo": ["F9"]}


def test_tab_and_return_are_keys_like_any_other(keys: KeysTab, qtbot: QtBot) -> None:
    keys.select("suggestion.accept")
    keys.none.click()
    keys.select("span.at_caret")
    press(qtbot, keys, Key.Key_Return)
    assert keys.field.key == "Return"
    keys.use.click()
    assert keys.chosen == {"suggestion.accept": [], "span.at_caret": ["Return"]}
    press(qtbot, keys, Key.Key_Tab)
    assert keys.field.key == "Tab"


def test_a_key_of_another_action_is_said_and_taken_from_it(keys: KeysTab, qtbot: QtBot) -> None:
    keys.select("edit.undo")
    press(qtbot, keys, Key.Key_R, Mod.ControlModifier)
    assert keys.problem_line.text() == "Ctrl+R is the key of “Show all relations”. Used here, it is taken from there."
    keys.use.click()
    assert keys.chosen == {"edit.undo": ["Ctrl+R"], "view.arcs": []}
    keys.select("view.arcs")
    keys.own.click()
    assert keys.chosen == {"edit.undo": ["Ctrl+R"], "view.arcs": []}, "no key is given twice"


def test_a_key_that_cannot_be_is_said_and_not_given(keys: KeysTab, qtbot: QtBot) -> None:
    keys.select("relation.start")
    press(qtbot, keys, Key.Key_P)
    assert keys.problem_line.text() == "P is the key of PLEDGE in the schema."
    assert not keys.use.isEnabled()


def test_an_action_is_found_by_a_part_of_its_name(keys: KeysTab, qtbot: QtBot) -> None:
    qtbot.keyClicks(keys.filter, "undo")
    assert [name for name, item in keys._items.items() if not item.isHidden()] == ["edit.undo"]
