from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app.exporting import ExportOptions
from annotator.model.annotation import AnnotationSet, Annotator, SetState
from annotator.model.article import make_article
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema
from annotator.store import articles, runs
from annotator.store.project import Project, create_project, open_project
from annotator.ui.actions import ACTIONS
from annotator.ui.annotate.ask import TextDialog
from annotator.ui.dialogs import report as reports
from annotator.ui.dialogs import who
from annotator.ui.dialogs.crash import CrashDialog, report_of
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.who import WhoDialog, ask_who

NEWS = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
SECRET = "The minister's secret plan"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project with two imports and a model run."""
    with create_project(tmp_path / "news.annodb", NEWS) as made:
        for text in ("One.", "Two."):
            step = runs.begin(made, "import", f"Import of {text}")
            articles.add(made, [make_article(id=new_id(), title="", text=text)], step=step)
        model = Annotator(name="tiny", kind="model", version="1")
        found = AnnotationSet(annotator=model, state=SetState(status="done"))
        runs.store_suggestions(made, found, 1, runs.begin(made, "model run", "Suggestions of tiny 1"))
        yield made


def names_of(dialog: QDialog) -> dict[QWidget, str]:
    """What a screen reader reads of everything that one can use in a dialog."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QTextBrowser)
    found = [each for kind in kinds for each in dialog.findChildren(kind)]
    used = [each for each in found if not isinstance(each.parentWidget(), QComboBox)]
    return {each: QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name) for each in used}


def button(dialog: QDialog, text: str) -> QPushButton:
    (found,) = (each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)
    return found


@pytest.mark.parametrize("name", ["who", "export", "history", "keys", "guide", "report", "crash"])
def test_everything_that_one_can_use_has_a_name_for_a_screen_reader(qtbot: QtBot, project: Project, name: str) -> None:
    makers = {
        "who": lambda: WhoDialog(["Ada"], ""),
        "export": lambda: ExportDialog([Annotator(name="Ada")]),
        "history": lambda: HistoryDialog(project),
        "keys": lambda: KeysDialog(read_schema(NEWS)),
        "guide": GuideDialog,
        "report": lambda: ReportDialog("Import", "Done.", ["a.txt: It is empty."]),
        "crash": lambda: CrashDialog("report"),
    }
    dialog = makers[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    names = names_of(dialog)
    assert names
    assert [type(each).__name__ for each, told in names.items() if not told] == []


def test_who_annotates_must_have_a_name(qtbot: QtBot) -> None:
    dialog = WhoDialog(["Ada", "Bob"], "")
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.name.setEditText("   ")
    assert not ok.isEnabled()
    dialog.name.setEditText("  Eve ")
    assert ok.isEnabled()
    assert dialog.chosen() == "Eve"
    assert [dialog.name.itemText(row) for row in range(dialog.name.count())] == ["Ada", "Bob"]


def test_who_would_not_say_is_nobody(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who.WhoDialog, "exec", lambda self: QDialog.DialogCode.Rejected)
    assert ask_who([], "Ada", None) is None
    monkeypatch.setattr(who.WhoDialog, "exec", lambda self: QDialog.DialogCode.Accepted)
    assert ask_who([], "Ada", None) == "Ada"


def test_an_export_as_proposed_is_everybodys_finished_sets(qtbot: QtBot) -> None:
    dialog = ExportDialog([])
    qtbot.addWidget(dialog)
    assert (dialog.format, dialog.suffix) == ("jsonl", ".jsonl")
    assert dialog.options().names == ()
    assert dialog.options().statuses == ExportOptions().statuses


def test_an_export_is_what_was_chosen(qtbot: QtBot) -> None:
    dialog = ExportDialog([Annotator(name="Ada"), Annotator(name="tiny", kind="model", version="1")])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._align.isVisible()
    dialog._formats.setCurrentIndex(dialog._formats.findData("spacy"))
    assert dialog._align.isVisible()
    dialog._whose.setCurrentIndex(2)
    dialog._align.setCurrentIndex(dialog._align.findData("expand"))
    dialog._statuses["in progress"].setChecked(True)
    options = dialog.options()
    assert (dialog.format, dialog.suffix) == ("spacy", ".spacy")
    assert (options.names, options.alignment) == (("tiny 1",), "expand")
    assert set(options.statuses) == {"done", "in progress"}


def test_an_export_of_no_status_cannot_be_asked_for(qtbot: QtBot) -> None:
    dialog = ExportDialog([])
    qtbot.addWidget(dialog)
    dialog._statuses["done"].setChecked(False)
    assert not button(dialog, "Choose the file …").isEnabled()
    dialog._statuses["skipped"].setChecked(True)
    assert button(dialog, "Choose the file …").isEnabled()


def test_a_step_is_undone_whole_once(qtbot: QtBot, project: Project) -> None:
    dialog = HistoryDialog(project)
    qtbot.addWidget(dialog)
    titles = [dialog.steps.item(row).text().partition("   ")[2] for row in range(dialog.steps.count())]
    assert titles == ["Suggestions of tiny 1", "Import of Two.", "Import of One."]
    assert not dialog.undo.isEnabled(), "nothing is chosen"
    dialog.steps.setCurrentRow(1)
    dialog.undo.click()
    assert dialog.changed
    assert dialog.said.text() == "Undone. It had touched 1 articles."
    assert articles.count(project) == 1
    assert dialog.steps.item(0).text().endswith("Undone: Import of Two.")
    for row in (0, 2):  # the undoing, and what was undone
        dialog.steps.setCurrentRow(row)
        assert not dialog.undo.isEnabled()


def test_a_step_that_cannot_be_undone_says_why(qtbot: QtBot, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise ProjectError("history.edited", "Work was done since on “One.”.")

    monkeypatch.setattr(runs, "undo", refuse)
    dialog = HistoryDialog(project)
    qtbot.addWidget(dialog)
    dialog.steps.setCurrentRow(0)
    dialog.undo.click()
    assert dialog.said.text() == "Work was done since on “One.”."
    assert not dialog.changed


def test_nothing_is_undone_in_a_project_opened_for_reading(qtbot: QtBot, project: Project) -> None:
    with open_project(project.path, read_only=True) as reading:
        dialog = HistoryDialog(reading)
        qtbot.addWidget(dialog)
        dialog.steps.setCurrentRow(0)
        assert not dialog.undo.isEnabled()


def test_the_sheet_of_keys_has_every_action_and_the_keys_of_the_schema(qtbot: QtBot) -> None:
    schema = read_schema(NEWS)
    with_schema, without = KeysDialog(schema), KeysDialog(None)
    for dialog in (with_schema, without):
        qtbot.addWidget(dialog)
        for row in ACTIONS:
            assert (row.text in dialog.sheet.toPlainText()) == bool(row.keys), row.name
    told = with_schema.sheet.toPlainText()
    assert all(each.name in told for each in (*schema.labels, *schema.attributes) if each.key)
    assert "PLEDGE" not in without.sheet.toPlainText()


def test_the_guide_shows_its_pages_in_order(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "2-keys.md").write_text("# Keys\n\nPress them.\n", encoding="utf-8")
    (tmp_path / "1-start.md").write_text("# First steps\n\nOpen it.\n", encoding="utf-8")
    monkeypatch.setattr(files, "resource", lambda *_: tmp_path)
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    assert [dialog.contents.item(row).text() for row in range(dialog.contents.count())] == ["First steps", "Keys"]
    assert "Open it." in dialog.page.toPlainText()
    dialog.contents.setCurrentRow(1)
    assert "Press them." in dialog.page.toPlainText()


def test_every_page_of_the_guide_can_be_read_with_its_pictures(qtbot: QtBot) -> None:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    pages = sorted(files.resource("guide").glob("*.md"))
    assert dialog.contents.count() == len(pages)
    for row, page in enumerate(pages):
        dialog.contents.setCurrentRow(row)
        assert dialog.contents.item(row).text()
        assert dialog.page.toPlainText().strip()
        for part in page.read_text(encoding="utf-8").split("](")[1:]:
            target = part.partition(")")[0].partition("#")[0]
            assert target.startswith("http") or not target or (page.parent / target).exists(), (page.name, target)


def test_a_report_lists_what_was_left_out_and_is_copied_whole(qtbot: QtBot) -> None:
    dialog = ReportDialog("Import", "1 article imported.", ["a.txt: It is empty.", "b.txt: It is no text."])
    qtbot.addWidget(dialog)
    assert dialog.list.toPlainText() == "a.txt: It is empty.\nb.txt: It is no text."
    assert dialog.list.isReadOnly()
    button(dialog, "Copy").click()
    copied = QGuiApplication.clipboard().text()
    assert copied == "1 article imported.\na.txt: It is empty.\nb.txt: It is no text."


def test_a_report_of_nothing_left_out_has_no_list(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = ReportDialog("Import", "1 article imported.", [])
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QPlainTextEdit) == []
    shown: list[str] = []
    monkeypatch.setattr(reports.ReportDialog, "exec", lambda self: shown.append(self.windowTitle()))
    reports.show_report("Export", "Done.", [], None)
    assert shown == ["Export"]


def report_on(given: Exception) -> str:
    try:
        raise given
    except Exception as error:
        return report_of(error)


@pytest.mark.parametrize(
    "error",
    [ValueError(f"invalid literal: {SECRET}"), KeyError(SECRET), ProjectError("article.changed", f"“{SECRET}”")],
)
def test_a_crash_report_names_the_error_and_the_place_and_quotes_nobodys_text(error: Exception) -> None:
    told = report_on(error)
    assert type(error).__name__ in told
    assert "test_dialogs.py" in told
    assert "in report_on" in told
    assert SECRET not in told


def test_a_crash_report_keeps_what_is_about_code() -> None:
    nothing: Any = None
    with pytest.raises(AttributeError) as caught:
        nothing.spans()
    assert "AttributeError: 'NoneType' object has no attribute 'spans'" in report_of(caught.value)
    assert "ProjectError: project.full" in report_on(ProjectError("project.full", "The disk is full."))


def test_a_crash_report_tells_what_led_to_it_without_quoting_it() -> None:
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as cause:
            raise RuntimeError("the view is gone") from cause
    except RuntimeError as error:
        told = report_of(error)
    assert told.index("ValueError") < told.index("which led to:") < told.index("RuntimeError: the view is gone")
    assert SECRET not in told


def test_a_crash_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("the report")
    qtbot.addWidget(dialog)
    assert dialog.report.toPlainText() == "the report"
    button(dialog, "Copy the report").click()
    assert QGuiApplication.clipboard().text() == "the report"


def test_a_note_is_kept_as_it_was_typed(qtbot: QtBot) -> None:
    window, told = QWidget(), list[str]()
    qtbot.addWidget(window)
    dialog = TextDialog(window, "Note", "5\u00a0km\nof road", told.append)
    dialog.open()
    dialog.accept()
    assert told == ["5\u00a0km\nof road"]
