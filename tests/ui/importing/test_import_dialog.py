"""The import dialog in the real window: what it shows, what can be chosen, and what comes in then."""

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from main_window_world import accept_import, drop, shown_import
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from annotator.exchange import registry
from annotator.exchange.text import READER as TEXT_READER
from annotator.store import articles, sets
from annotator.store.project import Project
from annotator.ui.importing import pasted
from annotator.ui.importing.dialog import ImportDialog
from annotator.ui.main_window import MainWindow

Reports = list[tuple[str, list[str]]]
Ask = Callable[..., ImportDialog]


@pytest.fixture
def project(window: MainWindow, path: Path) -> Project:
    window.open_path(path)
    assert window.desktop is not None
    return window.desktop.session.project


@pytest.fixture
def ask(qtbot: QtBot, window: MainWindow, project: Project) -> Ask:
    """Ask about files as the window does."""

    def make(*paths: Path) -> ImportDialog:
        assert window.desktop is not None
        window.desktop.transfer.ask(list(paths))
        return shown_import(qtbot, window)

    return make


def choose(qtbot: QtBot, dialog: ImportDialog, box: QComboBox, data: object) -> None:
    """Choose in a list, as a person does, and wait until the files have been looked into again."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: not dialog.is_busy)


def table(path: Path) -> Path:
    path.write_text("story,kind,paper\nNews of the lock.,a,Gull\nMore news.,b,Gull\n", encoding="utf-8")
    return path


def last(project: Project, back: int = 0) -> object:
    return articles.get(project, articles.count(project) - back)


def test_nothing_is_stored_before_it_is_wanted(
    qtbot: QtBot, window: MainWindow, project: Project, ask: Ask, tmp_path: Path, reports: Reports
) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nThe news.", encoding="utf-8")
    dialog = ask(tmp_path / "a.txt")
    assert dialog.files.item(0).text() == "a.txt\nPlain text, articles: 1"
    assert dialog.file.articles.item(0).text().startswith("Headline\n")
    assert "Files: 1, articles: 1." in dialog.told.text()
    dialog.reject()
    assert articles.count(project) == 2
    assert reports == []
    ask(tmp_path / "a.txt")
    accept_import(qtbot, window)
    assert articles.count(project) == 3
    assert reports[-1][0] == "1 article imported."


def test_a_table_whose_text_is_unknown_comes_in_once_its_columns_are_chosen(
    qtbot: QtBot, window: MainWindow, project: Project, ask: Ask, tmp_path: Path
) -> None:
    dialog = ask(table(tmp_path / "t.csv"))
    assert not dialog.take.isEnabled()
    assert dialog.files.item(0).text() == "t.csv\nTable (CSV): say which column is the text"
    assert "no column that is known to hold the text" in dialog.file.problem.text()
    choices = dialog.file.columns.choices
    choose(qtbot, dialog, choices["story"], "text")
    assert dialog.take.isEnabled()
    assert dialog.file.articles.count() == 2
    choose(qtbot, dialog, dialog.file.columns.choices["paper"], "outlet")
    choose(qtbot, dialog, dialog.file.columns.choices["kind"], "-")
    assert "outlet: Gull" in dialog.file.articles.item(0).text()
    assert "kind" not in dialog.file.articles.item(0).text()
    accept_import(qtbot, window)
    assert last(project).meta == {"outlet": "Gull"}


def test_a_part_is_one_column_only_and_the_other_becomes_metadata(qtbot: QtBot, ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("text,body\nNot this.,This one.\n", encoding="utf-8")
    dialog = ask(path)
    choose(qtbot, dialog, dialog.file.columns.choices["body"], "text")
    assert dialog.file.columns.choices["text"].currentData() == "+"
    assert dialog.file.articles.item(0).text() == "This one.\ntext (2): Not this.\nThis one."


def test_tables_with_the_same_columns_are_read_alike(
    qtbot: QtBot, window: MainWindow, project: Project, ask: Ask, tmp_path: Path
) -> None:
    table(tmp_path / "t.csv")
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/u.csv", "story,kind,paper\nPacked news.,a,Heron\n")
    (tmp_path / "other.csv").write_text("text\nOther news.\n", encoding="utf-8")
    dialog = ask(tmp_path / "a.zip", tmp_path / "other.csv", tmp_path / "t.csv")
    choose(qtbot, dialog, dialog.file.columns.choices["story"], "text")
    assert [file.found for file in dialog.found.files] == [1, 1, 2]
    accept_import(qtbot, window)
    texts = {articles.get(project, seq).text for seq in range(3, 7)}
    assert texts == {"Packed news.", "Other news.", "News of the lock.", "More news."}


def test_the_format_and_the_encoding_can_be_chosen(
    qtbot: QtBot, window: MainWindow, project: Project, ask: Ask, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("text\nЖуки\n".encode("cp1251"))
    dialog = ask(path)
    choose(qtbot, dialog, dialog.file.encoding, "cp1251")
    choose(qtbot, dialog, dialog.file.format, "csv")
    assert dialog.file.articles.item(0).text() == "Жуки\nЖуки"
    accept_import(qtbot, window)
    assert last(project).text == "Жуки"


def annotated(path: Path) -> Path:
    spans = [
        {"id": "1", "label": "PER", "fragments": [[0, 4]], "text": "Keir"},
        {"id": "2", "label": "JUNK", "fragments": [[5, 9]], "text": "went"},
        {"id": "3", "label": "ODD", "fragments": [[10, 12]], "text": "to"},
    ]
    row = {"text": "Keir went to London.", "sets": [{"annotator": {"name": "anna"}, "spans": spans}]}
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


def test_labels_that_the_schema_lacks_are_asked_about(
    qtbot: QtBot, window: MainWindow, project: Project, ask: Ask, tmp_path: Path, reports: Reports
) -> None:
    dialog = ask(annotated(tmp_path / "a.jsonl"))
    assert dialog.tabs.isTabVisible(1)
    assert "anna" in dialog.annotation.told.text()
    assert list(dialog.annotation.choices) == ["JUNK", "ODD", "PER"]
    choose(qtbot, dialog, dialog.annotation.choices["PER"], "PERSON")
    choose(qtbot, dialog, dialog.annotation.choices["JUNK"], "")
    accept_import(qtbot, window)
    (made,) = sets.of_article(project, 3)
    assert [(span.label, span.text) for span in made.spans.values()] == [("PERSON", "Keir")]
    left_out = " ".join(reports[-1][1])
    assert "The label JUNK is left out" in left_out
    assert "The label ODD is not in the schema" in left_out


def test_a_label_in_other_letters_is_taken_for_the_schemas_own(ask: Ask, tmp_path: Path) -> None:
    path = annotated(tmp_path / "a.jsonl")
    path.write_text(path.read_text(encoding="utf-8").replace("PER", "Person"), encoding="utf-8")
    assert ask(path).options.labels == {"Person": "PERSON"}


def test_the_first_file_shown_is_one_that_needs_a_choice(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("News.", encoding="utf-8")
    dialog = ask(tmp_path / "a.txt", table(tmp_path / "t.csv"))
    assert dialog.current is not None
    assert dialog.current.place.endswith("t.csv")


def test_annotation_can_come_in_as_suggestions(ask: Ask, tmp_path: Path) -> None:
    dialog = ask(annotated(tmp_path / "a.jsonl"))
    assert dialog.options.annotator is None
    dialog.annotation.name.setText("Dana")
    assert str(dialog.options.annotator) == "Dana"
    dialog.annotation.whose.setCurrentIndex(1)
    assert dialog.options.annotator.kind == "model"


def test_without_annotation_nobody_asks_about_it(ask: Ask, tmp_path: Path) -> None:
    assert not ask(table(tmp_path / "t.csv")).tabs.isTabVisible(1)


@pytest.mark.parametrize("action", ["import.files", "import.folder"])
def test_chosen_files_and_folders_lead_to_the_dialog(
    qtbot: QtBot,
    window: MainWindow,
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    action: str,
) -> None:
    del project
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("News.", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "in" / "a.txt")], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "in"))
    window.actions_table[action].trigger()
    assert [file.found for file in shown_import(qtbot, window).found.files] == [1]


def test_folders_and_archives_can_be_dropped(
    qtbot: QtBot, window: MainWindow, project: Project, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    with ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        archive.writestr("a.txt", "News.")
    assert drop(window, tmp_path / "in")
    dialog = shown_import(qtbot, window)
    assert dialog.windowModality() != 0
    assert dialog.files.item(0).text().startswith("a.txt\n")
    accept_import(qtbot, window)
    assert last(project).text == "News."


# The clipboard


def test_text_of_the_clipboard_becomes_an_article(
    qtbot: QtBot, window: MainWindow, project: Project, reports: Reports
) -> None:
    QGuiApplication.clipboard().setText("Headline\n\nNews that was copied 🚀.")
    window.actions_table["import.paste"].trigger()
    (kept,) = shown_import(qtbot, window).paths
    assert kept.exists()
    accept_import(qtbot, window)
    assert not kept.parent.exists()
    assert (last(project).title, last(project).text) == ("Headline", "Headline\n\nNews that was copied 🚀.")
    assert reports[-1][0] == "1 article imported."


def test_an_empty_clipboard_is_told_in_words(window: MainWindow, project: Project, reports: Reports) -> None:
    del project
    QGuiApplication.clipboard().setText(" ")
    window.actions_table["import.paste"].trigger()
    assert "The clipboard holds no text" in reports[-1][0]


def test_files_of_the_clipboard_are_imported_themselves(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv"))])
    assert pasted.pasted(data, tmp_path) == [tmp_path / "a.csv"]
    assert pasted.pasted(QMimeData(), tmp_path) == []


def test_of_a_piece_of_a_page_the_text_is_taken_and_a_whole_page_as_html(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = QMimeData()
    data.setHtml("<p>One <b>bold</b></p><p>Two</p>")
    (made,) = pasted.pasted(data, tmp_path)
    assert made.read_text(encoding="utf-8") == "One bold\n\nTwo"
    data.setText("One bold\n\nTwo")
    (made,) = pasted.pasted(data, tmp_path)
    assert made.read_text(encoding="utf-8") == "One bold\n\nTwo"
    data.setHtml("<title>News</title><article><p>One</p></article>")
    formats = registry.Formats({**registry.readers().loaded, "html": TEXT_READER}, {})
    monkeypatch.setattr(registry, "readers", lambda: formats)
    (made,) = pasted.pasted(data, tmp_path)
    assert made.name == "clipboard.html"
    assert "<article>" in made.read_text(encoding="utf-8")


def test_a_dialog_that_is_closed_early_waits_for_nothing(
    qtbot: QtBot, window: MainWindow, project: Project, tmp_path: Path
) -> None:
    del project
    assert window.desktop is not None
    for at in range(50):
        table(tmp_path / f"{at}.csv")
    window.desktop.transfer.ask([tmp_path])
    dialog = window.desktop.transfer.dialog
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished) as over:
        dialog.reject()
    assert over.args == [QDialog.DialogCode.Rejected]


def test_files_of_several_annotators_come_in_as_their_sets(
    qtbot: QtBot, window: MainWindow, project: Project, ask: Ask, tmp_path: Path
) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "news.txt").write_text("Tom Osei went to Geneva.", encoding="utf-8")
    for name in ("ada", "bob"):
        (folder / f"news_{name}.ann").write_text("T1\tPERSON 0 8\tTom Osei\n", encoding="utf-8")
    dialog = ask(folder)
    assert dialog.tabs.isTabVisible(1), "it asks how the files are called, for none of them could be read"
    dialog.tabs.setCurrentIndex(1)
    dialog.annotation.suffix.setText("_")
    with qtbot.waitSignal(dialog.looked):
        dialog.annotation.suffix.editingFinished.emit()
    (found,) = dialog.found.files
    assert found.people == ["ada", "bob"]
    accept_import(qtbot, window)
    (seq,) = [number for number, article in articles.walk(project) if article.text.endswith("Geneva.")]
    assert [each.annotator.name for each in sets.of_article(project, seq)] == ["ada", "bob"]
