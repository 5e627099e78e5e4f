"""Earlier versions of a guideline: what is different, and the way back."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app.session import Session
from annotator.store import guidelines
from annotator.ui import look
from annotator.ui.schema.dialog import SchemaDialog
from annotator.ui.schema.versions import VersionsDialog, differences, earlier

NAME = "entities.md"
LINES = st.lists(st.sampled_from(["## ORG", "- a rule", "", "one", "two", "three"]), max_size=12)


def test_the_versions_stand_newest_first_with_their_texts(session: Session) -> None:
    guidelines.put(session.project, {NAME: "first"})
    guidelines.put(session.project, {NAME: "second"}, by=session.number)
    found = [(each.version, each.by, each.text) for each in earlier(session.project, NAME)][:2]
    assert [text for _, _, text in found] == ["second", "first"]
    assert found[0][1] == session.annotator.name
    assert found[0][0] == found[1][0] + 1


def test_lines_say_whether_they_came_or_went() -> None:
    assert list(differences("a\nb\nc", "a\nB\nc")) == ["⋯", "  a", "- b", "+ B", "  c"]
    assert list(differences("a", "a")) == []


@given(LINES, LINES)
def test_the_differences_hold_all_that_came_and_went(old: list[str], new: list[str]) -> None:
    told = list(differences("\n".join(old), "\n".join(new)))
    came = sum(each.startswith("+") for each in told) - sum(each.startswith("-") for each in told)
    assert came == len("\n".join(new).splitlines()) - len("\n".join(old).splitlines())
    assert bool(told) == ("\n".join(old).splitlines() != "\n".join(new).splitlines())


def test_an_earlier_text_is_taken_back_and_saved_only_then(qtbot: QtBot, session: Session) -> None:
    guidelines.put(session.project, {NAME: "## ORG\n\nThe first text.\n"})
    guidelines.put(session.project, {NAME: "## ORG\n\nThe second text.\n"})
    dialog = SchemaDialog(session, look.theme("light").look)
    dialog.discard = lambda: True  # type: ignore[method-assign]
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.tabs.setCurrentWidget(dialog.guidelines)
    tab = dialog.guidelines
    tab.files.setCurrentText(NAME)
    QTest.mouseClick(tab.versions, Qt.MouseButton.LeftButton)
    shown = tab.findChild(VersionsDialog)
    assert shown.text.toPlainText().splitlines() == ["⋯", "  ## ORG", "", "- The first text.", "+ The second text."]
    shown.list.setCurrentRow(0)
    assert shown.text.toPlainText() == "The text is the same now."
    assert not shown.take.isEnabled()
    shown.list.setCurrentRow(1)
    QTest.mouseClick(shown.take, Qt.MouseButton.LeftButton)
    assert dialog.changed_texts() == {NAME: "## ORG\n\nThe first text.\n"}
    assert guidelines.text_of(session.project, NAME) == "## ORG\n\nThe second text.\n"
    tab.editor.undo()
    assert dialog.changed_texts() == {}


def test_a_guideline_that_was_never_written_has_no_versions(qtbot: QtBot, session: Session) -> None:
    guidelines.put(session.project, {NAME: "text"})
    dialog = SchemaDialog(session, look.theme("light").look)
    qtbot.addWidget(dialog)
    tab = dialog.guidelines
    for name, there in (("new.md", False), (NAME, True)):
        tab.files.addItem(name)
        tab.files.setCurrentText(name)
        assert tab.versions.isEnabled() is there
