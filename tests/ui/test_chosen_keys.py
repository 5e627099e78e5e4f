from collections.abc import Iterator, Mapping, Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.actions import ACTIONS, BY_NAME
from annotator.ui.chosen_keys import KEYS, Problem, problem
from annotator.ui.window_actions import Actions

OWN: Mapping[str, Sequence[str]] = {row.name: row.keys for row in ACTIONS}


@pytest.fixture(autouse=True)
def own_keys() -> Iterator[None]:
    yield
    KEYS.choose({})


def test_an_action_has_its_own_keys_until_others_are_chosen() -> None:
    assert KEYS.of("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    KEYS.choose({"edit.redo": ["F9"], "quit": []})
    assert KEYS.of("edit.redo") == ("F9",)
    assert (KEYS.of("quit"), KEYS.shown("quit")) == ((), "")
    assert KEYS.chosen == {"edit.redo": ["F9"], "quit": []}


def test_what_does_not_exist_or_is_no_choice_is_left_out() -> None:
    KEYS.choose({"no.such.action": ["F9"], "edit.undo": ["Ctrl+Z"], "edit.redo": ["no key at all"]})
    assert KEYS.chosen == {"edit.redo": []}


def test_a_bare_key_can_be_moved_to_another_action() -> None:
    KEYS.choose({"relation.start": ["X"], "span.remove": ["R"]})
    assert KEYS.bare_action("X") == "relation.start"
    assert KEYS.bare_action("R") == "span.remove"
    assert KEYS.bare_action("Del") is None


def test_the_window_takes_chosen_keys_on_at_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    KEYS.choose({"edit.undo": ["F9"], "relation.start": ["X"]})
    assert [key.toString() for key in actions["edit.undo"].shortcuts()] == ["F9"]
    assert actions["relation.start"].text().endswith("\tX")
    KEYS.choose({})
    assert [key.toString() for key in actions["edit.undo"].shortcuts()] == ["Ctrl+Z"]


def test_a_change_is_told_once_and_only_if_there_is_one(qtbot: QtBot) -> None:
    with qtbot.waitSignal(KEYS.changed):
        KEYS.choose({"edit.undo": ["F9"]})
    with qtbot.assertNotEmitted(KEYS.changed):
        KEYS.choose({"edit.undo": ["F9"]})


@pytest.mark.parametrize("name", [row.name for row in ACTIONS if row.keys])
def test_nothing_speaks_against_the_keys_of_the_table(name: str) -> None:
    assert [problem(BY_NAME[name], key, OWN, {}) for key in BY_NAME[name].keys] == [None] * len(BY_NAME[name].keys)


def test_a_key_that_another_action_has_is_named_with_it() -> None:
    assert problem(BY_NAME["edit.undo"], "Ctrl+R", OWN, {}) == Problem(
        "Ctrl+R is the key of “Show all relations”.", "view.arcs"
    )


def test_a_letter_of_the_schema_cannot_be_a_bare_key() -> None:
    found = problem(BY_NAME["relation.start"], "P", OWN, {"p": "PLEDGE"})
    assert found == Problem("P is the key of PLEDGE in the schema.")


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("X", "X would be typed into a field: hold Ctrl or Alt with it."),
        ("Shift+X", "Shift+X would be typed into a field: hold Ctrl or Alt with it."),
        ("Ctrl+Left", "Ctrl+Left moves the caret in the text."),
        ("Ctrl+A", "Ctrl+A moves the caret in the text."),
        ("Ctrl+Alt+X", "Ctrl and Alt together are AltGr on many keyboards and type characters there."),
    ],
)
def test_a_key_that_does_something_else_in_a_field_is_no_key_of_the_window(key: str, why: str) -> None:
    assert problem(BY_NAME["edit.undo"], key, OWN, {}) == Problem(why)


@pytest.mark.parametrize("key", ["F12", "Ctrl+Shift+X", "Alt+X"])
def test_a_key_that_nothing_has_can_be_chosen(key: str) -> None:
    assert problem(BY_NAME["edit.undo"], key, OWN, {}) is None
