"""The second page of the export dialog: by itself, and in the real window with an article to go to."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from main_window_world import TEXTS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.app.exporting import ExportOptions
from annotator.app.release.preview import Kind, Place, Preview
from annotator.app.release.writing import Wish
from annotator.exchange import docbin
from annotator.exchange.losses import Loss, LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.main_window import MainWindow

OFF = Loss(article="The lock", label="GPE", text="Lond", place="18-22", done="left out")
NO_SPAN = Loss(article="The lock", place="metadata", done="left out")
FOUND = Preview(
    [
        Kind("span off token boundaries", 3, [Place(OFF, 7, ((18, 22),))]),
        Kind("value that is no finite number", 2, [Place(NO_SPAN, 7), Place(NO_SPAN)]),
    ]
)


def shown(qtbot: QtBot, preview: Callable[[str, ExportOptions, Wish], Preview], format: str = "spacy") -> ExportDialog:  # noqa: A002
    """The dialog on its second page."""
    dialog = ExportDialog([Annotator(name="Ada")], preview=preview)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._formats.setCurrentIndex(dialog._formats.findData(format))
    QTest.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    return dialog


def rows(dialog: ExportDialog) -> list[str]:
    """All rows as they are read, those of a kind indented."""
    found = []
    tree = dialog.losses.tree
    for at in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(at)
        found.append(head.text(0))
        children = [head.child(number) for number in range(head.childCount())]
        found += ["  " + " | ".join(each.text(column) for column in range(3) if each.text(column)) for each in children]
    return found


def test_losses_are_grouped_by_kind_with_their_number(qtbot: QtBot) -> None:
    dialog = shown(qtbot, lambda *_: FOUND)
    assert dialog.losses.isVisible()
    assert not dialog._formats.isVisible()
    assert rows(dialog) == [
        "3 × span off token boundaries",
        "  GPE “Lond” | The lock | left out",
        "  … and 2 more",
        "2 × value that is no finite number",
        "  metadata | The lock | left out",
        "  metadata | The lock | left out",
    ]
    assert dialog.losses.said.text().startswith("Would be changed or left out: 5.")
    row = dialog.losses.tree.topLevelItem(0).child(0)
    assert row.data(0, Qt.ItemDataRole.AccessibleTextRole) == "GPE “Lond” in The lock: left out"


def test_the_keys_go_to_the_place_of_a_loss_and_close_the_dialog(qtbot: QtBot) -> None:
    dialog = shown(qtbot, lambda *_: FOUND)
    assert dialog.losses.tree.currentItem().text(0) == "GPE “Lond”"
    with qtbot.waitSignal(dialog.went) as went:
        QTest.keyClick(dialog.losses.tree, Qt.Key.Key_Return)
    assert went.args == [7, 18, 22]
    assert not dialog.isVisible()


def test_what_has_no_article_leads_nowhere(qtbot: QtBot) -> None:
    dialog = shown(qtbot, lambda *_: FOUND)
    tree, allowed = dialog.losses.tree, []
    spans, values = tree.topLevelItem(0), tree.topLevelItem(1)
    for item in (spans, spans.child(1), values.child(0), values.child(1)):
        tree.setCurrentItem(item)
        allowed.append(dialog.losses.go.isEnabled())
    assert allowed == [False, False, True, False]


def test_another_alignment_is_looked_at_at_once_and_back_leads_to_the_questions(qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []

    def preview(format: str, options: ExportOptions, wish: Wish) -> Preview:  # noqa: A002
        asked.append((format, options.alignment))
        return FOUND if options.alignment == "strict" else Preview([])

    dialog = shown(qtbot, preview)
    dialog._align.setCurrentIndex(dialog._align.findData("expand"))
    assert asked == [("spacy", "strict"), ("spacy", "expand")]
    assert dialog.losses.said.text().startswith("The format holds everything")
    assert not dialog.losses.tree.isVisible()
    dialog.look.click()
    assert dialog._formats.isVisible()
    assert dialog.look.text() == "See what would be lost"
    dialog._align.setCurrentIndex(dialog._align.findData("contract"))
    assert len(asked) == 2


def test_a_choice_that_is_to_be_made_first_is_told(qtbot: QtBot) -> None:
    def preview(*_: object) -> Preview:
        raise ExchangeError("export.several_sets", "Two sets fit.")

    dialog = shown(qtbot, preview)
    assert dialog.losses.said.text() == "Two sets fit."
    assert not dialog.losses.go.isVisible()


def test_without_a_preview_there_is_no_second_page(qtbot: QtBot) -> None:
    dialog = ExportDialog([])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.look.isVisible()


# In the window


@pytest.fixture
def working(window: MainWindow, path: Path) -> MainWindow:
    """Somebody has marked a piece of a word, and finished the article."""
    window.open_path(path)
    assert window.desktop is not None
    window.desktop.page.text.select(13, 16)
    start = TEXTS[0].index("London")
    window.desktop.page.text.select(start, start + 4)
    QTest.keyClicks(window.desktop.page.text, "3")
    window.desktop.session.finish("done")

    def here(items: Iterator[Outgoing], target: Path, options: WriteOptions) -> LossReport:
        return docbin.WRITER.write(items, target, options=options)

    window.desktop.exports.elsewhere = here
    return window


def test_one_goes_from_a_loss_to_its_article_mends_it_and_nothing_is_lost(
    working: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert working.desktop is not None
    page = working.desktop.page
    page.open_article(2)
    seen: list[list[str]] = []

    def look(dialog: ExportDialog) -> QDialog.DialogCode:
        dialog.show()
        dialog._formats.setCurrentIndex(dialog._formats.findData("spacy"))
        dialog.look.click()
        seen.append(rows(dialog))
        if dialog.losses.go.isEnabled():
            dialog.losses.go.click()
        dialog.close()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ExportDialog, "exec", look)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("no file is asked for"))
    before = sorted(tmp_path.iterdir())
    working.actions_table["export"].trigger()
    assert seen[0][0] == "1 × span off token boundaries"
    assert working.desktop.session.work is not None
    assert working.desktop.session.work.article.text == TEXTS[0]
    assert page.desk.current is not None
    QTest.keyClick(page.text, Qt.Key.Key_Delete)
    working.actions_table["export"].trigger()
    assert seen[1] == []
    assert sorted(tmp_path.iterdir()) == before


def test_an_export_in_the_window_is_verified(
    working: MainWindow, reports: list[tuple[str, list[str]]], qtbot: QtBot, tmp_path: Path
) -> None:
    assert working.desktop is not None
    dialog = ExportDialog([Annotator(name="Dana")])
    qtbot.addWidget(dialog)
    working.desktop.exports.export_to(tmp_path / "o.jsonl", dialog)
    assert "Verified: read again, it has 1 article with 1 span." in reports[-1][0]
