"""From an article to a labelled dataset, as a person does it: with the window, the worker, keys and clicks."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app.state import State
from annotator.app.work import Work
from annotator.model.annotation import Span
from annotator.store import check
from annotator.store.project import open_project
from annotator.ui import transfer_acts
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.export import acts as export_acts
from annotator.ui.main_window import MainWindow

SEED = "uk-france-missiles.txt"
PLEDGE = "to expedite the production of long-range missiles for Ukraine"
QUOTE = (
    '"We are determined to act now to increase pressure on Putin and finally bring him to the negotiating table '
    'in good faith,"'
)
LONG = 60_000  # milliseconds: the model is loaded in a process of its own


@pytest.fixture(autouse=True)
def no_reports(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """What the reports at the end of imports and exports say, which otherwise wait for somebody to close them."""
    told: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(transfer_acts, "show_report", lambda _, sentence, lines, __: told.append((sentence, lines)))
    monkeypatch.setattr(export_acts, "show_written", lambda written, *_: told.append((written.told, [])))
    return told


def opened(window: MainWindow, path: Path) -> tuple[AnnotatePage, Work]:
    window.open_path(path)
    assert window.desktop is not None
    work = window.desktop.session.work
    assert work is not None
    return window.desktop.page, work


def project_with_seed(window: MainWindow, tmp_path: Path) -> Path:
    path = window.opening.make(tmp_path / "missiles.annodb")
    assert path is not None
    window.open_path(path)
    assert window.desktop is not None
    window.desktop.transfer.import_paths([files.dataset("seed", SEED)])
    return path


def own(work: Work, text: str) -> Span:
    return next(span for span in work.own.spans.values() if span.text == text)


def mark(page: AnnotatePage, work: Work, text: str, key: str) -> Span:
    start = work.article.text.index(text)
    page.text.select(start, start + len(text))
    QTest.keyClicks(page.text, key)
    return own(work, text)


def link(page: AnnotatePage, head: Span, kind: str, target: str) -> None:
    page.canvas.go_to(head.id)
    QTest.keyClicks(page.text, "r")
    QTest.keyClicks(page.text, page.relating._hints[target])
    if page.relating.choosing_type:
        kinds = [each.name for each in page.desk.work.schema.relations_between(head.label, label_of(page, target))]
        QTest.keyClicks(page.text, str(kinds.index(kind) + 1))


def label_of(page: AnnotatePage, key: str) -> str:
    work = page.desk.work
    return work.own.spans[key].label if key in work.own.spans else work.left.spans[key].span.label


def told(work: Work) -> set[tuple[str, str, str]]:
    spans = work.own.spans
    return {(spans[each.head].text, each.type, spans[each.tail].text) for each in work.own.relations.values()}


def annotate(qtbot: QtBot, window: MainWindow) -> Work:
    """Suggestions arrive; accept, reject, mark, link, undo, redo."""
    page = window.desktop.page
    work = window.desktop.session.work
    qtbot.waitUntil(lambda: len(work.left) > 10, timeout=LONG)
    first, second = list(work.left.spans)[:2]
    accepted, rejected = work.left.spans[first].span, work.left.spans[second].span
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    assert page.desk.current == first
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert own(work, accepted.text).origin.suggestion == first
    assert page.desk.current == second
    QTest.keyClick(page.text, Qt.Key.Key_Backspace)
    assert rejected.text not in {span.text for span in work.own.spans.values()}
    pledge = mark(page, work, PLEDGE, "p")
    for name in ("Keir Starmer", "Emmanuel Macron"):
        link(page, pledge, "pledger", next(key for key, each in work.left.spans.items() if each.span.text == name))
    start = work.article.text.index(QUOTE) + len(QUOTE) + 1
    page.text.select(start, start + 2)
    QTest.keyClicks(page.text, "m")
    quote = mark(page, work, QUOTE, "q")
    link(page, quote, "speaker", own(work, "he").id)
    page.canvas.go_to(pledge.id)
    suggested = specificity(work)
    QTest.keyClicks(page.text, "s")
    assert {suggested, specificity(work)} == {"specific", "vague"}
    window.actions_table["edit.undo"].trigger()
    assert specificity(work) == suggested
    window.actions_table["edit.redo"].trigger()
    window.actions_table["edit.undo"].trigger()
    return work


def specificity(work: Work) -> object:
    return own(work, PLEDGE).attributes["specificity"]


RELATIONS = {
    (PLEDGE, "pledger", "Keir Starmer"),
    (PLEDGE, "pledger", "Emmanuel Macron"),
    (QUOTE, "speaker", "he"),
}


def test_a_person_goes_from_an_article_to_a_dataset(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_reports: list
) -> None:
    path = project_with_seed(window, tmp_path)
    assert window.focusWidget() is window.desktop.page.text
    assert no_reports[-1] == ("1 article imported.", [])
    work = annotate(qtbot, window)
    assert told(work) == RELATIONS
    assert window.status_line.saved.text().startswith("✓ Saved")
    before = work.own
    window.close_project()

    _page, work = opened(window, path)
    assert work.own == before
    suggested = specificity(work)
    window.actions_table["edit.redo"].trigger()
    assert {suggested, specificity(work)} == {"specific", "vague"}
    window.actions_table["edit.undo"].trigger()
    window.actions_table["article.done"].trigger()
    window.actions_table["article.done"].trigger()  # the first time it warns of suggestions that are left
    assert work.own.state.status == "done"

    monkeypatch.setattr(ExportDialog, "exec", lambda self: QDialog.DialogCode.Accepted)
    for format_, name in (("jsonl", "missiles.jsonl"), ("spacy", "missiles.spacy")):
        dialog = ExportDialog([work.own.annotator])
        dialog._formats.setCurrentIndex(dialog._formats.findData(format_))
        dialog._whose.setCurrentIndex(1)
        window.desktop.exports.export_to(tmp_path / name, dialog)
        assert no_reports[-1][0].startswith("1 article exported"), no_reports[-1]
    assert_exports_hold(work, tmp_path)
    assert list(check.problems(window.desktop.session.project)) == []


def assert_exports_hold(work: Work, folder: Path) -> None:
    """The exported DocBin and JSONL hold exactly what was annotated."""
    import spacy
    from spacy.tokens import DocBin

    (line,) = (folder / "missiles.jsonl").read_text(encoding="utf-8").splitlines()
    row = json.loads(line)
    (exported,) = row["sets"]
    assert row["text"] == work.article.text
    assert {each["id"]: each["text"] for each in exported["spans"]} == {
        span.id: span.text for span in work.own.spans.values()
    }
    texts = {each["id"]: each["text"] for each in exported["spans"]}
    assert {(texts[each["head"]], each["type"], texts[each["tail"]]) for each in exported["relations"]} == RELATIONS
    (doc,) = DocBin().from_disk(folder / "missiles.spacy").get_docs(spacy.blank("en").vocab)
    found = {(span.label_, span.start_char, span.end_char) for group in doc.spans.values() for span in group}
    assert found == {(span.label, span.start, span.end) for span in work.own.spans.values()}
    assert json.loads(doc.user_data["annotator"])["set"]["relations"] == exported["relations"]


def test_the_windows_process_never_imports_spacy(window: MainWindow, tmp_path: Path) -> None:
    """In a process of its own, since the other tests of this one may have imported it."""
    import subprocess
    import sys

    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from annotator.app.state import State\n"
        "from annotator.ui.application import make_application\n"
        "from annotator.ui.main_window import MainWindow\n"
        "make_application()\n"
        "window = MainWindow(State(annotator='Dana'))\n"
        "path = window.opening.make(Path(sys.argv[1]))\n"
        "window.open_path(path)\n"
        "assert window.desktop is not None\n"
        "window.close()\n"
        "heavy = {'spacy', 'thinc', 'pyqtgraph'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.annodb")], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_second_window_opens_read_only_and_says_why(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = project_with_seed(window, tmp_path)
    other = MainWindow(State(annotator="Eve"))
    qtbot.addWidget(other)
    page, work = opened(other, path)
    assert other.desktop.session.project.read_only
    assert "open for writing in another window" in other.status_line.message.text()
    start = work.article.text.index(PLEDGE)
    page.text.select(start, start + len(PLEDGE))
    QTest.keyClicks(page.text, "p")
    assert not work.own.spans
    other.close()


def test_a_project_that_is_none_is_refused_in_words(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(type(window.opening), "_fail", lambda _, sentence: said.append(sentence))
    path = tmp_path / "letter.annodb"
    path.write_text("Dear reader", encoding="utf-8")
    window.open_path(path)
    assert said == ["letter.annodb is not a project of this program."]
    assert path.read_text(encoding="utf-8") == "Dear reader"
    assert window.desktop is None


def test_the_sample_opens_from_the_start_page_with_highlights(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.app import folders

    monkeypatch.setattr(folders, "documents_folder", lambda: tmp_path / "documents")
    window.actions_table["project.sample"].trigger()
    assert window.desktop is not None
    work = window.desktop.session.work
    assert work.article.title.startswith("UK and France")
    qtbot.waitUntil(lambda: len(work.left) > 10, timeout=LONG)
    assert not any(each.span.end > work.article.text.index("Related Sources") for each in work.left.spans.values())
    with open_project(window.desktop.session.project.path, read_only=True) as project:
        assert list(check.problems(project)) == []


def test_all_articles_are_pre_highlighted_on_request_and_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, no_reports: list
) -> None:
    project_with_seed(window, tmp_path)
    window.desktop.transfer.import_paths(sorted(files.dataset("samples").glob("co*.jsonl")))
    with qtbot.waitSignal(window.desktop.link.run_over, timeout=LONG) as over:
        window.actions_table["suggest.all"].trigger()
    assert "pre-highlighted" in over.args[0]
    qtbot.waitUntil(lambda: not window.desktop.link.suggesting.is_running)
    window.actions_table["suggest.all"].trigger()
    assert window.status_line.message.text() == "Every article has the model's suggestions already."
