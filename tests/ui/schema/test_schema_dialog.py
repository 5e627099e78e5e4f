"""The window in which schema and guidelines are edited, on a project with annotation."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextBrowser,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.store import check, guidelines, history, schemas
from annotator.store.project import Project, open_project
from annotator.ui import look
from annotator.ui.schema import dialog as dialogs
from annotator.ui.schema.asking import ImpactDialog
from annotator.ui.schema.dialog import SchemaDialog
from annotator.ui.schema.lists import ChoiceList, TickList


@pytest.fixture
def session(session: Session) -> Session:
    """Ada has marked one organisation."""
    session.perform(spans.mark, "ORG", [(0, 2)])
    return session


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What is shown before a change is made; it is accepted."""
    seen: list[list[str]] = []

    def accept(dialog: ImpactDialog) -> bool:
        lists = (dialog.differences, dialog.touched)
        seen.append([each.item(row).text() for each in lists for row in range(each.count())])
        return True

    monkeypatch.setattr(ImpactDialog, "exec", accept)
    return seen


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> SchemaDialog:
    """Open, and thrown away unasked at the end."""
    monkeypatch.setattr(SchemaDialog, "discard", lambda self: True)
    made = SchemaDialog(session, look.theme("light").look)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def choose(dialog: SchemaDialog, kind: str, name: str) -> None:
    things = dialog.draft.things(kind)  # type: ignore[arg-type]
    at = next(n for n, each in enumerate(things) if each.name == name)
    dialog.schema.fill((kind, at))  # type: ignore[arg-type]


def field(dialog: SchemaDialog, name: str) -> QWidget:
    assert dialog.schema.form is not None
    return dialog.schema.form.fields[name]


def type_into(dialog: SchemaDialog, name: str, text: str) -> None:
    line = field(dialog, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    if text:
        QTest.keyClicks(line, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_everything_that_one_can_use_has_a_name_for_a_screen_reader(dialog: SchemaDialog) -> None:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QTextBrowser, QTreeWidget)
    for place in (("groups", "quotes"), ("labels", "ORG"), ("relations", "speaker"), ("attributes", "type")):
        choose(dialog, *place)
        for tab in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(tab)
            found = [each for kind in kinds for each in dialog.findChildren(kind) if each.isVisible()]
            used = [each for each in found if not isinstance(each.parentWidget(), QComboBox)]
            names = {each: QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in used}
            assert [type(each).__name__ for each, name in names.items() if not name] == []


def test_a_rename_with_the_keyboard_is_shown_with_what_it_touches_and_saved(
    dialog: SchemaDialog, session: Session, shown: list[list[str]]
) -> None:
    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "BODY")
    assert schemas.current(session.project)[1].label_by_name["ORG"], "nothing is written before Save"
    dialog.save()
    assert "1 span of 1 annotator in 1 article: ORG becomes BODY." in shown[0]
    assert dialog.schema_saved
    assert schemas.current(session.project)[1].label_by_name["BODY"].key == "2"
    assert list(check.problems(session.project)) == []


def test_what_is_not_confirmed_is_not_written(
    dialog: SchemaDialog, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImpactDialog, "exec", lambda self: False)
    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "BODY")
    dialog.save()
    assert not dialog.schema_saved
    assert dialog.isVisible()
    assert schemas.current(session.project)[0] == 1


def test_enter_ends_a_field_and_what_is_typed_counts_without_it(dialog: SchemaDialog, shown: list[list[str]]) -> None:
    choose(dialog, "labels", "ORG")
    name = field(dialog, "name")
    assert isinstance(name, QLineEdit)
    name.selectAll()
    QTest.keyClicks(name, "BODY")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert "BODY" in dialog.draft.schema.label_by_name
    assert dialog.isVisible()
    assert shown == []
    name.selectAll()
    QTest.keyClicks(name, "FIRM")
    dialog.save()
    assert "The label ORG is renamed FIRM." in shown[0]


def test_what_was_edited_is_not_thrown_away_unasked(dialog: SchemaDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [False, True]
    monkeypatch.setattr(SchemaDialog, "discard", lambda self: answers.pop(0))
    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "BODY")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert answers == []


def test_nothing_to_save_asks_nothing(dialog: SchemaDialog, session: Session, shown: list[list[str]]) -> None:
    dialog.save()
    assert shown == []
    assert not dialog.isVisible()
    assert schemas.current(session.project)[0] == 1


def test_a_key_that_is_taken_is_told_at_once_and_keeps_it_from_being_saved(
    dialog: SchemaDialog, shown: list[list[str]]
) -> None:
    choose(dialog, "labels", "ORG")
    type_into(dialog, "key", "1")
    assert dialog.schema.trouble.text() == "The schema “news” gives the key 1 to two labels."
    dialog.save()
    assert shown == []
    assert dialog.said.text() == "The schema “news” gives the key 1 to two labels."
    type_into(dialog, "key", "r")
    assert dialog.schema.trouble.text().startswith("The key R of ORG is that of “Relation from the selected span” too")
    type_into(dialog, "key", "2")
    assert dialog.schema.trouble.text() == ""


def test_a_name_that_is_taken_is_refused(dialog: SchemaDialog) -> None:
    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "PERSON")
    assert dialog.schema.trouble.text() == "The name PERSON is taken."
    assert "ORG" in dialog.draft.schema.label_by_name


def test_the_fields_of_a_label_change_it(dialog: SchemaDialog) -> None:
    choose(dialog, "labels", "ORG")
    dialog.schema.form.fields["colour"].buttons["teal"].click()  # type: ignore[union-attr, attr-defined]
    about = field(dialog, "about")
    assert isinstance(about, QPlainTextEdit)
    about.setPlainText("A body, with a no-break\u00a0space.")
    group = field(dialog, "group")
    assert isinstance(group, QComboBox)
    group.setCurrentText("quotes")
    group.activated.emit(group.currentIndex())
    found = dialog.draft.schema.label_by_name["ORG"]
    assert (found.colour, found.about, found.group) == ("teal", "A body, with a no-break\u00a0space.", "quotes")


def test_the_fields_of_relations_and_attributes_change_them(dialog: SchemaDialog) -> None:
    choose(dialog, "relations", "deadline")
    tails = field(dialog, "tail")
    assert isinstance(tails, TickList)
    tails.findItems("MONEY", Qt.MatchFlag.MatchExactly)[0].setCheckState(Qt.CheckState.Checked)
    assert dialog.draft.schema.relation_by_name["deadline"].tail == ("DATE", "MONEY")
    choose(dialog, "attributes", "polarity")
    choices = field(dialog, "choices")
    assert isinstance(choices, ChoiceList)
    choices.list.item(0).setText("given")
    found = next(each for each in dialog.draft.schema.attributes if each.name == "polarity")
    assert (found.choices, found.default) == (("given", "refused", "withdrawn"), "given")
    assert dialog.draft.renames().choices == {"polarity": {"made": "given"}}
    choices = field(dialog, "choices")
    assert isinstance(choices, ChoiceList)
    choices.list.setCurrentRow(0)
    choices.remove.click()
    found = next(each for each in dialog.draft.schema.attributes if each.name == "polarity")
    assert (found.choices, found.default) == (("refused", "withdrawn"), None)


def test_things_are_added_moved_and_removed(dialog: SchemaDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    menu = dialog.schema.add.menu()
    for action in menu.actions():
        action.trigger()
    schema = dialog.draft.schema
    assert schema.label_by_name["LABEL"].group == "entities"
    assert "group" in schema.group_by_name
    assert "relation" in schema.relation_by_name
    assert schema.attributes[-1].on == ("article",)
    assert dialog.draft.problem() == ""
    choose(dialog, "labels", "LABEL")
    dialog.schema.up.click()
    entities = [each.name for each in dialog.draft.schema.labels if each.group == "entities"]
    assert entities[-2:] == ["LABEL", "PRODUCT"]
    dialog.schema.remove.click()
    assert "LABEL" not in dialog.draft.schema.label_by_name


def test_removing_a_label_in_use_asks_what_becomes_of_its_spans(
    dialog: SchemaDialog, session: Session, shown: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def become(question: dialogs.IntoDialog) -> bool:
        asked.append(question.windowTitle())
        question.choice.setCurrentIndex(question.choice.findData("NORP"))
        return True

    monkeypatch.setattr(dialogs.IntoDialog, "exec", become)
    choose(dialog, "labels", "ORG")
    dialog.schema.remove.click()
    choose(dialog, "labels", "LAW")
    dialog.schema.remove.click()
    assert asked == ["Remove ORG"], "nobody uses LAW"
    dialog.save()
    assert "1 span of 1 annotator in 1 article: ORG becomes NORP." in shown[0]
    work = Session(session.project, session.annotator).open_article(1)
    assert [each.label for each in work.own.spans.values()] == ["NORP"]


def test_a_retired_label_has_no_key_and_says_so_in_the_tree(dialog: SchemaDialog) -> None:
    choose(dialog, "labels", "ORG")
    box = field(dialog, "retired")
    assert isinstance(box, QCheckBox)
    box.click()
    assert dialog.draft.schema.label_by_name["ORG"].key == ""
    assert dialog.schema.tree.currentItem().text(0) == "ORG (retired)"


def test_toml_that_is_wrong_is_told_with_its_line_and_keeps_the_tab(dialog: SchemaDialog) -> None:
    dialog.tabs.setCurrentWidget(dialog.toml)
    good = dialog.toml.text.toPlainText()
    dialog.toml.text.setPlainText(good.replace('key = "1"', "key = ", 1))
    line = good[: good.index('key = "1"')].count("\n")
    dialog.tabs.setCurrentWidget(dialog.schema)
    assert dialog.tabs.currentWidget() is dialog.toml
    assert f"line {line + 1}" in dialog.toml.trouble.text()
    assert dialog.toml.text.textCursor().blockNumber() == line
    dialog.toml.text.setPlainText(good.replace('colour = "blue"', 'colour = "lime"', 1))
    dialog.tabs.setCurrentWidget(dialog.schema)
    assert dialog.tabs.currentWidget() is dialog.schema
    assert dialog.draft.schema.labels[0].colour == "lime"


def test_a_rename_is_still_one_after_a_look_at_the_toml(dialog: SchemaDialog) -> None:
    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "BODY")
    dialog.tabs.setCurrentWidget(dialog.toml)
    dialog.toml.text.appendPlainText("# a remark")
    dialog.tabs.setCurrentWidget(dialog.schema)
    assert dialog.draft.renames().labels == {"ORG": "BODY"}


def test_guidelines_are_edited_section_by_section_and_saved_as_a_version(
    dialog: SchemaDialog, session: Session, shown: list[list[str]]
) -> None:
    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "BODY")
    dialog.tabs.setCurrentWidget(dialog.guidelines)
    tab = dialog.guidelines
    tab.files.setCurrentText("pledges.md")
    tab.sections.setCurrentIndex(tab.sections.findData("PLEDGE"))
    tab.sections.activated.emit(tab.sections.currentIndex())
    assert tab.editor.textCursor().block().text() == "## PLEDGE"
    assert "could find kept or broken" in tab.preview.toPlainText()
    tab.files.setCurrentText("entities.md")
    tab.editor.setPlainText("# Ours\n\n## ORG\n\nA body.\n")
    dialog.save()
    assert "The guideline entities.md." in shown[0]
    assert dialog.guidelines_saved
    assert guidelines.text_of(session.project, "entities.md") == "# Ours\n\n## BODY\n\nA body.\n"
    assert guidelines.versions(session.project, "entities.md")[0].by == "Ada"


def test_a_section_that_a_label_lacks_is_begun(dialog: SchemaDialog) -> None:
    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "BODY")
    dialog.tabs.setCurrentWidget(dialog.guidelines)
    tab = dialog.guidelines
    row = tab.sections.findData("BODY")
    assert tab.sections.itemText(row) == "BODY: write a section"
    tab.sections.setCurrentIndex(row)
    tab.sections.activated.emit(row)
    assert tab.texts["entities.md"].endswith("\n\n## BODY\n\n")
    assert tab.sections.currentData() == "BODY"


def test_in_a_project_that_is_read_only_everything_is_shown_and_nothing_saved(
    qtbot: QtBot, project: Project, session: Session
) -> None:
    with open_project(project.path, read_only=True) as opened:
        made = SchemaDialog(Session(opened, Annotator(name="Ada")), look.theme("light").look)
        qtbot.addWidget(made)
        made.show()
        choose(made, "labels", "ORG")
        assert field(made, "name").text() == "ORG"  # type: ignore[attr-defined]
        assert not field(made, "name").isEnabled()
        assert not made.buttons.button(QDialogButtonBox.StandardButton.Save).isEnabled()
        assert made.guidelines.editor.isReadOnly()
        assert made.toml.text.isReadOnly()
        assert made.said.text() == "The project is open for reading only: nothing can be changed."


def test_the_step_in_the_history_can_be_undone_from_there(
    dialog: SchemaDialog, session: Session, shown: list[list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    from annotator.ui.dialogs.history import HistoryDialog

    choose(dialog, "labels", "ORG")
    type_into(dialog, "name", "BODY")
    dialog.save()
    steps = HistoryDialog(session.project)
    qtbot.addWidget(steps)
    steps.steps.setCurrentRow(0)
    steps.undo.click()
    assert steps.said.text() == "Undone. It had touched 1 articles."
    assert "ORG" in schemas.current(session.project)[1].label_by_name
    assert history.project_steps(session.project)[0].action == "undo schema"
