import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from annotator import files
from annotator.model.schema import Schema
from annotator.model.schema_file import read_schema
from annotator.ui.annotate.keys import KeyMap, Meaning, Means, physical_digit, sequence, shown_key

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def schema() -> Schema:
    return read_schema(files.resource("schemas", "news.toml").read_text("utf-8"))


def press(key: Qt.Key, text: str = "", mod: Qt.KeyboardModifier = Mod.NoModifier, **more: int) -> QKeyEvent:
    scan, virtual = more.get("scan", 0), more.get("virtual", 0)
    repeat = bool(more.get("repeat", 0))
    return QKeyEvent(QEvent.Type.KeyPress, key, mod, scan, virtual, 0, text, repeat)


def label(name: str) -> Meaning:
    return Meaning(Means.LABEL, name)


@pytest.mark.parametrize(("text", "mod"), [("p", Mod.NoModifier), ("P", Mod.ShiftModifier)])
def test_a_letter_means_its_label_in_either_case(
    qapp: QApplication, schema: Schema, text: str, mod: Qt.KeyboardModifier
) -> None:
    assert KeyMap(schema).meaning(press(Key.Key_P, text, mod)) == label("PLEDGE")


def test_a_digit_of_the_keypad_is_a_digit(qapp: QApplication, schema: Schema) -> None:
    assert KeyMap(schema).meaning(press(Key.Key_1, "1", Mod.KeypadModifier)) == label("PERSON")


@pytest.mark.parametrize(
    ("char", "scan", "name"), [("&", 10, "PERSON"), ("é", 11, "ORG"), ("à", 19, "MONEY"), ("ç", 18, "EVENT")]
)
def test_the_upper_row_of_azerty_means_digits(
    qapp: QApplication, schema: Schema, monkeypatch: pytest.MonkeyPatch, char: str, scan: int, name: str
) -> None:
    monkeypatch.setattr("annotator.ui.annotate.keys.QGuiApplication.platformName", lambda: "xcb")
    assert KeyMap(schema).meaning(press(Key.Key_Ampersand, char, scan=scan)) == label(name)


@pytest.mark.parametrize(
    ("platform", "code", "digit"),
    [
        ("xcb", {"scan": 10}, "1"),
        ("wayland", {"scan": 19}, "0"),
        ("windows", {"scan": 2}, "1"),
        ("windows", {"scan": 11}, "0"),
        ("windows", {"scan": 12}, ""),
        ("cocoa", {"virtual": 18}, "1"),
        ("cocoa", {"virtual": 29}, "0"),
        ("cocoa", {"virtual": 0}, ""),
        ("xcb", {"scan": 24}, ""),
    ],
)
def test_each_system_numbers_its_keys(qapp: QApplication, platform: str, code: dict[str, int], digit: str) -> None:
    assert physical_digit(press(Key.Key_unknown, "x", **code), platform) == digit


def test_a_sign_typed_on_a_digit_key_keeps_its_meaning(
    qapp: QApplication, schema: Schema, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.ui.annotate.keys.QGuiApplication.platformName", lambda: "xcb")
    event = press(Key.Key_Question, "?", Mod.ShiftModifier, scan=15)
    assert KeyMap(schema).meaning(event) == Meaning(Means.ACTION, "help.keys")


def test_an_attribute_key_counts_only_with_its_span(qapp: QApplication, schema: Schema) -> None:
    keys, event = KeyMap(schema), press(Key.Key_K, "k")
    assert keys.meaning(event) is None
    pledge = schema.attributes_of_label("PLEDGE")
    assert keys.meaning(event, pledge) == Meaning(Means.ATTRIBUTE, "kind")


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(Key.Key_Tab, "\t"), "suggestion.next"),
        (press(Key.Key_Backtab, "", Mod.ShiftModifier), "suggestion.previous"),
        (press(Key.Key_Return, "\r"), "suggestion.accept"),
        (press(Key.Key_Enter, "\r", Mod.KeypadModifier), "suggestion.accept"),
        (press(Key.Key_Backspace, "\b"), "suggestion.reject"),
        (press(Key.Key_Return, "\r", Mod.ShiftModifier), "suggestion.accept_whole"),
        (press(Key.Key_Enter, "\r", Mod.ShiftModifier | Mod.KeypadModifier), "suggestion.accept_whole"),
        (press(Key.Key_Backspace, "\b", Mod.ShiftModifier), "suggestion.reject_whole"),
        (press(Key.Key_Space, " "), "span.at_caret"),
        (press(Key.Key_R, "r"), "relation.start"),
        (press(Key.Key_R, "R", Mod.ShiftModifier), "relation.start"),
        (press(Key.Key_Delete, "\x7f"), "span.remove"),
        (press(Key.Key_Escape, "\x1b"), "mode.leave"),
    ],
)
def test_bare_keys_mean_actions(qapp: QApplication, schema: Schema, event: QKeyEvent, name: str) -> None:
    assert KeyMap(schema).meaning(event) == Meaning(Means.ACTION, name)


@pytest.mark.parametrize("mod", [Mod.ControlModifier, Mod.AltModifier, Mod.MetaModifier])
def test_with_a_held_modifier_a_letter_means_nothing_here(
    qapp: QApplication, schema: Schema, mod: Qt.KeyboardModifier
) -> None:
    assert KeyMap(schema).meaning(press(Key.Key_P, "p", mod)) is None


def test_a_held_key_marks_and_judges_once_but_walks_on(qapp: QApplication, schema: Schema) -> None:
    keys = KeyMap(schema)
    assert keys.meaning(press(Key.Key_Return, "\r", repeat=1)) is None
    assert keys.meaning(press(Key.Key_P, "p", repeat=1)) is None
    assert keys.is_ours(press(Key.Key_P, "p", repeat=1))
    assert keys.meaning(press(Key.Key_Tab, "\t", repeat=1)) == Meaning(Means.ACTION, "suggestion.next")


def test_a_key_is_named_as_in_the_table(qapp: QApplication) -> None:
    assert sequence(press(Key.Key_Question, "?", Mod.ShiftModifier)).toString() == "?"
    assert shown_key("relation.start") == "R"
