"""A lead changes the schema of a project in which people have annotated, and everybody's work goes on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from annotator.store import check
from annotator.store.project import open_project
from annotator.ui import transfer_acts
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.schema.asking import ImpactDialog, IntoDialog
from annotator.ui.schema.dialog import SchemaDialog

TEXT = "Ada Brill went to London.\n\nTom Osei pledged to open the lock by May.\n"


@pytest.fixture(autouse=True)
def no_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transfer_acts, "show_report", lambda *_: None)


@pytest.fixture
def path(window: MainWindow, tmp_path: Path) -> Path:
    """A project with one article in which Dana has marked two persons, a place and a pledge with its pledger."""
    made = window.opening.make(tmp_path / "lock.annodb")
    assert made is not None
    (tmp_path / "lock.txt").write_text(TEXT, encoding="utf-8")
    window.open_path(made)
    assert window.desktop is not None
    window.desktop.transfer.import_paths([tmp_path / "lock.txt"])
    for words, key in (("Ada Brill", "1"), ("London", "3"), ("Tom Osei", "1"), ("to open the lock by May", "p")):
        mark(window, words, key)
    assert window.desktop.session.work is not None
    osei = next(each.id for each in window.desktop.session.work.own.spans.values() if each.text == "Tom Osei")
    QTest.keyClicks(window.desktop.page.text, "r")
    QTest.keyClicks(window.desktop.page.text, window.desktop.page.relating._hints[osei])
    if window.desktop.page.relating.choosing_type:
        QTest.keyClicks(window.desktop.page.text, "1")
    return made


def mark(window: MainWindow, words: str, key: str) -> None:
    assert window.desktop is not None
    start = TEXT.index(words)
    window.desktop.page.text.select(start, start + len(words))
    QTest.keyClicks(window.desktop.page.text, key)


def labels(window: MainWindow) -> dict[str, str]:
    assert window.desktop is not None
    assert window.desktop.session.work is not None
    return {span.text: span.label for span in window.desktop.session.work.own.spans.values()}


def edit(monkeypatch: pytest.MonkeyPatch, shown: list[str]) -> None:
    """As the lead does in the dialog: rename PERSON with the keyboard, remove GPE and keep its spans, save."""

    def work(dialog: SchemaDialog) -> int:
        dialog.show()
        choose(dialog, "PERSON")
        assert dialog.schema.form is not None
        name = dialog.schema.form.fields["name"]
        assert isinstance(name, QLineEdit)
        name.setFocus()
        name.selectAll()
        QTest.keyClicks(name, "HUMAN")
        QTest.keyClick(name, Qt.Key.Key_Return)
        choose(dialog, "GPE")
        dialog.schema.remove.click()
        dialog.save()
        return dialog.result()

    def confirm(dialog: ImpactDialog) -> bool:
        shown.extend(dialog.touched.item(row).text() for row in range(dialog.touched.count()))
        return True

    monkeypatch.setattr(SchemaDialog, "exec", work)
    monkeypatch.setattr(IntoDialog, "exec", lambda self: True)
    monkeypatch.setattr(ImpactDialog, "exec", confirm)


def choose(dialog: SchemaDialog, name: str) -> None:
    at = next(n for n, each in enumerate(dialog.draft.schema.labels) if each.name == name)
    dialog.schema.fill(("labels", at))


def test_a_schema_with_annotation_is_changed_used_and_changed_back(
    window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = labels(window)
    assert window.desktop is not None
    window.desktop.page.canvas.go_to(
        next(each.id for each in window.desktop.session.work.own.spans.values() if each.text == "Ada Brill")  # type: ignore[union-attr]
    )
    current = window.desktop.page.desk.current
    shown: list[str] = []
    edit(monkeypatch, shown)
    window.actions_table["project.schema"].trigger()
    assert shown[:2] == [
        "2 spans of 1 annotator in 1 article: PERSON becomes HUMAN.",
        "1 span of 1 annotator in 1 article: they keep GPE, which is retired.",
    ]
    assert labels(window) == before | {"Ada Brill": "HUMAN", "Tom Osei": "HUMAN"}
    assert window.desktop is not None
    page = window.desktop.page
    assert page.desk.current == current, "the same span is current"
    assert "HUMAN" in page.side.mark.labels.buttons
    assert "GPE" not in page.side.mark.labels.buttons
    window.actions_table["edit.undo"].trigger()
    assert window.status_line.message.text().startswith("Earlier steps cannot be undone any more: “Change the schema")
    assert labels(window)["Ada Brill"] == "HUMAN"

    def undo_the_newest(dialog: HistoryDialog) -> int:
        rows = [dialog.steps.item(row).text() for row in range(dialog.steps.count())]
        at = next(n for n, text in enumerate(rows) if "Change the schema" in text)
        dialog.steps.setCurrentRow(at)
        dialog.undo.click()
        assert dialog.changed, dialog.said.text()
        return 0

    monkeypatch.setattr(HistoryDialog, "exec", undo_the_newest)
    window.actions_table["project.history"].trigger()
    assert labels(window) == before
    assert window.desktop is not None
    assert "GPE" in window.desktop.page.side.mark.labels.buttons
    window.actions_table["edit.undo"].trigger()
    assert window.desktop.session.work is not None
    assert not window.desktop.session.work.own.relations, "the relation, the last step before the schema's"
    window.actions_table["edit.redo"].trigger()
    window.actions_table["project.schema"].trigger()
    mark(window, "May", "4")
    assert labels(window) == before | {"Ada Brill": "HUMAN", "Tom Osei": "HUMAN", "May": "DATE"}
    window.close_project()
    with open_project(path) as project:
        assert list(check.problems(project)) == []
