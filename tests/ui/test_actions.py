import tomllib
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.model.schema_file import read_schema
from annotator.ui.actions import ACTIONS, BY_NAME, MENUS
from annotator.ui.start_page import StartPage
from annotator.ui.window_actions import Actions

# Typed with AltGr on AZERTY (France), QWERTZ (Germany) or a US keyboard, by no other keys, or as a dead key.
WITH_ALTGR = set("@#[]{}|\\~`^€´¨§")
EVERYWHERE = set("abcdefghijklmnopqrstuvwxyz0123456789") | set("?!.,;:-+=*/()\"'&%$<>_")
NAMED = {
    "Tab",
    "Backspace",
    "Return",
    "Enter",
    "Del",
    "Esc",
    "Space",
    "Left",
    "Right",
    "Up",
    "Down",
    "F1",
    "F2",
    "F6",
    "F11",
}
SCHEMA = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))


def last(key: str) -> str:
    """The key itself, without what is held with it."""
    return "+" if key.endswith("++") or key == "+" else key.rpartition("+")[2]


def test_names_are_used_once() -> None:
    assert [name for name, count in Counter(row.name for row in ACTIONS).items() if count > 1] == []
    assert len(BY_NAME) == len(ACTIONS)


@pytest.mark.parametrize("bare", [False, True])
def test_no_key_is_used_twice(bare: bool) -> None:
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS if row.bare == bare for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_a_window_key_is_no_bare_key() -> None:
    window = {QKeySequence(key).toString() for row in ACTIONS if not row.bare for key in row.keys}
    bare = {QKeySequence(key).toString() for row in ACTIONS if row.bare for key in row.keys}
    assert window & bare == set()


def test_a_window_key_is_held_with_another_or_types_nothing() -> None:
    for row in ACTIONS:
        for key in row.keys if not row.bare else ():
            assert "+" in key or key in NAMED, f"{row.name}: {key} would be typed into a field"


# Qt's bindings of caret keys on X11, beside the arrows: the text takes them before the window does.
X11_CARET = ["Ctrl+E", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+A", "Ctrl+C", "Ctrl+Ins"]


def test_no_window_key_is_one_that_moves_the_caret(qapp: object) -> None:
    bindings = [QKeySequence.keyBindings(each) for each in QKeySequence.StandardKey if "MoveTo" in each.name]
    taken = {*X11_CARET, *(key.toString() for keys in bindings for key in keys)}
    assert [(row.name, key) for row in ACTIONS if not row.bare for key in row.keys if key in taken] == []


@pytest.mark.parametrize("name", [row.name for row in ACTIONS if row.keys])
def test_every_key_of_an_action_is_typed_without_altgr(name: str) -> None:
    for key in BY_NAME[name].keys:
        assert QKeySequence(key).toString(), key
        assert last(key) not in WITH_ALTGR
        assert last(key) in NAMED or last(key).casefold() in EVERYWHERE, key
        assert "Ctrl+Alt" not in key, "AltGr is Ctrl+Alt on Windows"


def test_every_key_of_the_news_schema_is_typed_without_altgr() -> None:
    keys = [each.key for each in (*SCHEMA.labels, *SCHEMA.attributes, *SCHEMA.relations) if each.key]
    assert len(keys) > 20
    assert set("".join(keys).casefold()) <= EVERYWHERE - WITH_ALTGR
    assert all(len(key) == 1 for key in keys)


def test_no_label_or_attribute_has_the_key_of_an_action_or_of_a_label() -> None:
    bare = {key.casefold() for row in ACTIONS if row.bare for key in row.keys}
    labels = [label.key.casefold() for label in SCHEMA.labels if label.key]
    attributes = {each.key.casefold() for each in SCHEMA.attributes if each.key}
    assert len(set(labels)) == len(labels)
    assert (set(labels) | attributes) & bare == set()
    assert set(labels) & attributes == set()


def test_every_action_stands_in_a_menu_that_there_is() -> None:
    assert {row.menu for row in ACTIONS} == set(MENUS)
    assert all(row.text for row in ACTIONS)


def test_the_colours_that_the_schema_names_are_in_the_palette() -> None:
    palette = set(tomllib.loads(files.resource("themes", "palette.toml").read_text(encoding="utf-8")))
    assert {each.colour for each in (*SCHEMA.labels, *SCHEMA.relations)} <= palette - {"light", "dark"}


@pytest.fixture
def made(qtbot: QtBot) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.keep = window  # type: ignore[attr-defined]
    return actions


def test_an_action_does_nothing_until_it_is_connected_and_then_the_last_thing_it_was_told(made: Actions) -> None:
    called: list[str] = []
    assert not made["export"].isEnabled()
    made.connect_all({"export": lambda: called.append("first")})
    made.connect_all({"export": lambda: called.append("second")})
    assert made["export"].isEnabled()
    made["export"].trigger()
    assert called == ["second"]
    made.disable(["export", "import.files"])
    made["export"].trigger()
    assert called == ["second"]
    assert not made["export"].isEnabled()


def test_a_bare_key_is_no_shortcut_and_is_found_while_its_action_is_enabled(made: Actions) -> None:
    assert made["relation.start"].shortcuts() == []
    assert made.bare_action("R") is None
    made.connect_all({"relation.start": lambda: None})
    assert made.bare_action("R") is made["relation.start"]
    assert made.bare_action("X") is None
    assert [key.toString() for key in made["edit.redo"].shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]


def test_the_start_page_has_a_button_for_each_way_in(qtbot: QtBot, made: Actions) -> None:
    called: list[str] = []
    names = ("project.sample", "project.new", "project.open")
    made.connect_all({name: lambda name=name: called.append(name) for name in names})
    page = StartPage(made)
    qtbot.addWidget(page)
    buttons = page.findChildren(QPushButton)
    for button in buttons:
        button.click()
    assert called == list(names)
    assert [button.accessibleName() for button in buttons] == [made[name].text() for name in names]
    assert all(button.accessibleDescription() for button in buttons)
