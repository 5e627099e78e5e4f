"""The export dialog in the real window: formats in groups, what is wished beside, where it goes, and what is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from main_window_world import TEXTS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from annotator.app import state as states
from annotator.app.release.splits import SplitOptions
from annotator.app.state import ExportChoice
from annotator.exchange import registry
from annotator.exchange.files_out import MARK
from annotator.store import splits
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.export import target as targets
from annotator.ui.export.formats import about, in_order
from annotator.ui.export.release_dialog import ReleaseDialog
from annotator.ui.export.target import FolderDialog
from annotator.ui.main_window import MainWindow

Reports = list[tuple[str, list[str]]]


@pytest.fixture
def dialog(qtbot: QtBot) -> ExportDialog:
    made = ExportDialog([])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def finished(window: MainWindow, path: Path) -> MainWindow:
    """Both articles are done, with a span each."""
    window.open_path(path)
    assert window.desktop is not None
    for number, word in ((1, "London"), (2, "Tom Osei")):
        window.desktop.page.open_article(number)
        start = TEXTS[number - 1].index(word)
        window.desktop.page.text.select(start, start + len(word))
        QTest.keyClicks(window.desktop.page.text, "3" if number == 1 else "1")
        window.desktop.session.finish("done")
    return window


# Formats


def test_every_format_stands_in_a_group_with_a_sentence(dialog: ExportDialog) -> None:
    assert sorted(in_order()) == sorted(registry.writers().loaded)
    assert [name for name in in_order() if not about(name)] == []
    box = dialog._formats
    model = box.model()
    headings = [box.itemText(at) for at in range(box.count()) if not model.flags(model.index(at, 0)) & ENABLED]
    assert headings == ["Complete", "For training", "For other tools", "Tables", "To read"]
    box.choose("conll")
    assert dialog._about.text() == about("conll")


ENABLED = Qt.ItemFlag.ItemIsEnabled


def test_the_keys_pass_over_headings(dialog: ExportDialog) -> None:
    assert dialog.format == "jsonl"
    QTest.keyClick(dialog._formats, Qt.Key.Key_Down)
    assert dialog.format == "spacy"
    QTest.keyClick(dialog._formats, Qt.Key.Key_Up)
    assert dialog.format == "jsonl"


@pytest.mark.parametrize(
    ("format", "is_folder"), [("brat", True), ("webanno", True), ("huggingface", True), ("csv", True), ("xlsx", False)]
)
def test_the_button_says_whether_a_folder_is_asked_for(dialog: ExportDialog, format: str, is_folder: bool) -> None:  # noqa: A002
    dialog._formats.choose(format)
    assert dialog._ok.text() == ("Choose the folder …" if is_folder else "Choose the file …")


def test_spans_off_the_tokens_are_asked_about_for_every_format_of_tokens(dialog: ExportDialog) -> None:
    shown = []
    for name in in_order():
        dialog._formats.choose(name)
        if dialog._align.isVisible():
            shown.append(name)
    assert shown == ["spacy", "conll"]


# More


def test_what_does_not_fit_the_format_is_disabled_with_the_reason(dialog: ExportDialog) -> None:
    QTest.mouseClick(dialog.more, Qt.MouseButton.LeftButton)
    wishes = dialog.wishes
    assert wishes.isVisible()
    assert wishes.without_text.isEnabled()
    assert wishes.with_config.accessibleDescription() == "Only beside a spaCy DocBin."
    dialog._formats.choose("spacy")
    assert not wishes.without_text.isEnabled()
    assert wishes._reasons[wishes.without_text].text() == "Only as JSON lines."
    assert wishes.with_config.accessibleDescription() == "Only for a DocBin in parts: choose these first."
    wishes.in_parts.click()
    assert wishes.with_config.isEnabled()
    assert not wishes._reasons[wishes.with_config].isVisible()
    dialog._formats.choose("csv")
    assert wishes.mark.isEnabled()
    assert not wishes.with_config.isEnabled()


def test_a_wish_that_does_not_fit_is_kept_but_not_wished(dialog: ExportDialog) -> None:
    dialog.wishes.without_text.click()
    assert dialog.wish.without_text
    dialog._formats.choose("brat")
    assert not dialog.wish.without_text
    assert dialog.choice.without_text


def test_the_shares_always_add_up(dialog: ExportDialog) -> None:
    wishes = dialog.wishes
    wishes.in_parts.click()
    wishes.train.setValue(95)
    assert wishes.dev.value() == 5
    assert wishes.test.text() == "Test 0\u00a0%"
    wishes.seed.setValue(7)
    wishes.by_date.click()
    wishes.story.setText("thread")
    assert dialog.wish.split == SplitOptions(shares=(0.95, 0.05, 0.0), seed=7, by_date=True, story="thread")


def test_a_project_that_is_only_read_keeps_no_parts(qtbot: QtBot) -> None:
    kept = ExportChoice(in_parts=True, pseudonyms=True)
    made = ExportDialog([], kept=kept, read_only=True)
    qtbot.addWidget(made)
    assert (made.wish.split, made.wish.pseudonyms) == (None, False)
    assert "reading only" in made.wishes.in_parts.accessibleDescription()


def test_what_was_chosen_is_there_the_next_time(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog._formats.choose("csv")
    dialog.wishes.mark.click()
    dialog._statuses["flagged"].click()
    again = ExportDialog([], kept=dialog.choice)
    qtbot.addWidget(again)
    assert (again.format, again.options().mark, again.options().statuses) == ("csv", True, ("done", "flagged"))
    assert again.more.isChecked(), "what is wished is not hidden"
    odd = ExportDialog([], kept=ExportChoice(format="gone", alignment="odd", statuses=("gone",)))
    qtbot.addWidget(odd)
    assert (odd.format, odd.options().alignment, odd.options().statuses) == ("jsonl", "strict", ("done",))


# Where to


@pytest.fixture
def folder_dialog(qtbot: QtBot, tmp_path: Path) -> Callable[..., FolderDialog]:
    def make(name: str, *, in_parts: bool = False) -> FolderDialog:
        made = FolderDialog("Export", tmp_path / name, in_parts=in_parts)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_a_folder_is_asked_for_by_name(folder_dialog: Callable[..., FolderDialog], tmp_path: Path) -> None:
    made = folder_dialog("news-brat")
    assert made.path == tmp_path / "news-brat"
    assert made.ok.isEnabled()
    for wrong in ("", "  ", "a/b", "..", "a:b"):
        made.name.setText(wrong)
        assert not made.ok.isEnabled(), wrong
    made.name.setText("other")
    made.place.setText(str(tmp_path / "nowhere"))
    assert not made.ok.isEnabled()
    assert "nowhere" in made.told.text()


def test_a_folder_of_somebody_else_is_not_taken_and_an_earlier_export_is_replaced(
    folder_dialog: Callable[..., FolderDialog], tmp_path: Path
) -> None:
    for name in ("theirs", "ours", "ours-train"):
        (tmp_path / name).mkdir()
        (tmp_path / name / ("x.txt" if name == "theirs" else MARK)).write_text("x", encoding="utf-8")
    assert not folder_dialog("theirs").ok.isEnabled()
    ours = folder_dialog("ours")
    assert ours.ok.isEnabled()
    assert ours.told.text() == "An earlier export is there and is replaced: ours."
    assert folder_dialog("ours", in_parts=True).told.text().endswith("is replaced: ours-train.")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert not folder_dialog("file").ok.isEnabled()


def test_the_ending_is_added_and_files_that_nobody_was_asked_about_are(
    monkeypatch: pytest.MonkeyPatch, dialog: ExportDialog, tmp_path: Path
) -> None:
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", question)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "o"), ""))
    proposed = tmp_path / "news.jsonl"
    assert targets.ask_file(proposed, in_parts=False, parent=dialog) == tmp_path / "o.jsonl"
    (tmp_path / "o.jsonl").write_text("x", encoding="utf-8")
    assert targets.ask_file(proposed, in_parts=False, parent=dialog) is None
    (tmp_path / "o-dev.jsonl").write_text("x", encoding="utf-8")
    assert targets.ask_file(proposed, in_parts=True, parent=dialog) is None
    assert asked == ["o.jsonl would be replaced. Go on?", "o-dev.jsonl would be replaced. Go on?"]


# In the window


def choosing(monkeypatch: pytest.MonkeyPatch, choose: Callable[[ExportDialog], None], path: Path) -> None:
    """Answer the dialogs of an export."""

    def answer(dialog: ExportDialog) -> QDialog.DialogCode:
        dialog.show()
        choose(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    def take(dialog: FolderDialog) -> QDialog.DialogCode:
        dialog.name.setText(path.name)
        assert dialog.ok.isEnabled()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FolderDialog, "exec", take)


def test_an_export_to_a_folder_and_what_was_chosen_is_kept(
    finished: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reports: Reports
) -> None:
    choosing(monkeypatch, lambda dialog: dialog._formats.choose("brat"), tmp_path / "mine")
    finished.actions_table["export"].trigger()
    assert len(list((tmp_path / "mine").glob("*.ann"))) == 2
    assert "Verified" in reports[-1][0]
    assert states.load_state().export.format == "brat"


def test_an_export_in_parts_under_pseudonyms(
    finished: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reports: Reports
) -> None:
    def choose(dialog: ExportDialog) -> None:
        dialog.wishes.in_parts.click()
        dialog.wishes.train.setValue(50)
        dialog.wishes.dev.setValue(50)
        dialog.wishes.pseudonyms.click()

    choosing(monkeypatch, choose, tmp_path / "o.jsonl")
    finished.actions_table["export"].trigger()
    written = {each.name: each.read_text(encoding="utf-8") for each in tmp_path.glob("o-*.jsonl")}
    assert set(written) == {"o-train.jsonl", "o-dev.jsonl"}
    assert all('"name":"A1"' in text and "Dana" not in text for text in written.values())
    assert "Divided: train 1, dev 1, test 0." in reports[-1][0]
    assert finished.desktop is not None
    assert len(splits.parts(finished.desktop.session.project)) == 2


def test_csv_with_a_byte_order_mark(
    finished: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reports: Reports
) -> None:
    def choose(dialog: ExportDialog) -> None:
        dialog._formats.choose("csv")
        dialog.wishes.mark.click()

    choosing(monkeypatch, choose, tmp_path / "tables")
    finished.actions_table["export"].trigger()
    assert (tmp_path / "tables" / "spans.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert reports


def test_a_release_is_made_in_the_window(
    finished: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reports: Reports
) -> None:
    def answer(dialog: ReleaseDialog) -> QDialog.DialogCode:
        dialog.show()
        for at in range(dialog.formats.count()):
            if dialog.formats.item(at).text() == "brat standoff":
                dialog.formats.item(at).setCheckState(Qt.CheckState.Checked)
        dialog.licence.setEditText("CC BY 4.0")
        assert dialog.ok.isEnabled()
        return QDialog.DialogCode.Accepted

    choosing(monkeypatch, lambda _: None, tmp_path / "out")
    monkeypatch.setattr(ReleaseDialog, "exec", answer)
    finished.actions_table["export.release"].trigger()
    made = {each.name for each in (tmp_path / "out").iterdir()}
    assert {"README.md", "snapshot.json", "schema.toml", "jsonl", "brat"} <= made
    assert "CC BY 4.0" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "content hash" in reports[-1][0]
    assert states.load_state().export.licence == "CC BY 4.0"


def test_a_release_without_texts_has_one_format(qtbot: QtBot) -> None:
    made = ReleaseDialog([], ExportChoice(formats=()))
    qtbot.addWidget(made)
    made.show()
    assert not made.ok.isEnabled()
    made.wishes.without_text.click()
    assert made.ok.isEnabled()
    assert not made.formats.isEnabled()
    assert made.options().without_text
