"""The real window in French, and in a language of longer words that is read from the right."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from language_world import CLOSED, OPENED, french, pseudo
from no_worker import NoWorker
from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot
from visible_texts import clipped, texts, words
from window_states import as_they_are, data_of, dialogs_of, english, fill, page_of, settle, states_of

import annotator
from annotator import files
from annotator.app import settings as chosen
from annotator.app import state as states
from annotator.app.settings import Settings
from annotator.app.state import State
from annotator.model.errors import EditError
from annotator.model.schema_file import read_schema
from annotator.ui import application, model_link
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.annotate.panels.label_panel import LabelButton
from annotator.ui.announcing import Announcer
from annotator.ui.article_list.article_delegate import ArticleDelegate
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.parts.item_delegate import ItemDelegate

SMALL = (1024, 700)


@pytest.fixture
def app() -> QApplication:
    return application.make_application()


@pytest.fixture
def window(
    app: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], MainWindow]]:
    """Opens the window on a project with suggestions, in the language of the moment."""
    monkeypatch.setattr(chosen, "settings_file", lambda: tmp_path / "settings.toml")
    monkeypatch.setattr(states, "state_file", lambda: tmp_path / "state.json")
    monkeypatch.setattr(model_link, "WorkerClient", NoWorker)
    made: list[MainWindow] = []

    def make() -> MainWindow:
        path = tmp_path / "lock.annodb"
        fill(path)
        window = MainWindow(State(annotator="Dana"), Settings(look="light"))
        made.append(window)
        qtbot.addWidget(window)
        window.resize(*SMALL)
        with qtbot.waitExposed(window):
            window.show()
        window.open_path(path)
        settle()
        return window

    yield make
    for window in made:
        window.close_project()


# French


def test_no_english_word_is_left_in_the_window_and_its_dialogs(
    app: QApplication, window: Callable[[], MainWindow]
) -> None:
    with french(app):
        made = window()
        foreign = english(made)
        assert {"undo", "settings", "saved", "search"} <= foreign
        kept = as_they_are()
        left: dict[str, set[str]] = {}

        def look(where: str, shown: QWidget) -> None:
            for kind, text in texts(shown):
                if (found := words(text) & foreign) and text not in kept:
                    left[f"{where}: {kind} {text!r}"] = found

        for state in states_of(made):
            look(state, made)
        for dialog in dialogs_of(made):
            look(type(dialog).__name__, dialog)
        assert not left, "\n".join(map(str, sorted(left)))


def test_menus_bars_and_dialogs_are_french(app: QApplication, window: Callable[[], MainWindow]) -> None:
    with french(app):
        made = window()
        menus = [action.text() for action in made.menuBar().actions()]
        assert menus == ["Projet", "Édition", "Annoter", "Affichage", "Aide"]
        page = page_of(made)
        page.judge.next()
        page.judge.accept()
        assert made.status_line.message.text() == "Accepter PERSON “Ysolde Marr”"
        assert made.status_line.saved.text().startswith("✓ Enregistré à ")
        assert made.top_bar.place.text() == "Article 1 sur 2"
        page.history.undo()
        assert made.status_line.message.text() == "Annulé\u202f: Accepter PERSON “Ysolde Marr”"
        history = HistoryDialog(made.desktop.session.project, made)  # type: ignore[union-attr]
        assert [history.steps.item(at).text().split("   ")[1] for at in range(2)] == [
            "Suggestions de tiny 1",
            "Importation d’articles",
        ]


def test_a_screen_reader_reads_french(app: QApplication, window: Callable[[], MainWindow]) -> None:
    with french(app):
        made = window()
        page = page_of(made)
        heard: list[str] = []
        Announcer(page.desk, page, lambda _widget, sentence, _urgent: heard.append(sentence), lambda: True)
        page.judge.next()
        page.judge.accept()
        page.desk.failed.emit(EditError("x", "This span is not there any more.").sentence)
    assert "Enregistré\u202f: Accepter PERSON “Ysolde Marr”" in heard
    assert heard[-1] == "Ce passage n’est plus là."


def test_an_error_from_below_the_window_is_shown_in_french(
    app: QApplication, window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QMessageBox

    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    with french(app):
        window().open_path(tmp_path / "nowhere.annodb")
    assert told == [f"Il n’y a pas de projet nowhere.annodb dans {tmp_path}."]


def test_numbers_are_written_as_the_language_writes_them(app: QApplication, window: Callable[[], MainWindow]) -> None:
    from annotator.ui.numbers import number

    with french(app):
        assert number(1234567) == "1\u202f234\u202f567"
        bar = window().top_bar
        bar.show_place(2000, 10_000)
        assert bar.place.text() == "Article 2\u202f000 sur 10\u202f000"
    assert number(1234567) == "1,234,567"


def test_no_number_of_the_window_is_written_in_english_whatever_its_language() -> None:
    """`number` knows how: a thousands sign in a format is the one of English."""
    window = Path(annotator.__file__).parent / "ui"
    assert not [path for path in window.rglob("*.py") if ":,}" in path.read_text(encoding="utf-8")]


def test_taking_french_off_again_leaves_the_program_as_it_was(app: QApplication) -> None:
    before = QLocale(), app.layoutDirection()
    with french(app):
        assert QLocale().language() == QLocale.Language.French
    assert (QLocale(), app.layoutDirection()) == before
    assert app.translate("Actions", "Undo") == "Undo"


# A language of longer words, read from the right


_SAID = re.compile(f"{OPENED}[^{OPENED}{CLOSED}]*{CLOSED}")


def _unsaid(text: str) -> str:
    """What of a text is in no brackets; these may stand within others."""
    while _SAID.search(text):
        text = _SAID.sub(" ", text)
    return text


def test_everything_that_can_be_read_is_translated(app: QApplication, window: Callable[[], MainWindow]) -> None:
    with pseudo(app):
        made = window()
        known, kept = words(data_of(made)) | {"marr", "osei"}, as_they_are()
        left: set[str] = set()

        def look(where: str, shown: QWidget) -> None:
            for kind, text in texts(shown):
                if words(_unsaid(text)) - known and text not in kept:
                    left.add(f"{where}: {kind} {text!r}")

        for state in states_of(made):
            look(state, made)
        for dialog in dialogs_of(made):
            look(type(dialog).__name__, dialog)
        assert not left, "\n".join(map(str, sorted(left)))


def test_nothing_is_cut_off_in_a_small_window(app: QApplication, window: Callable[[], MainWindow]) -> None:
    with pseudo(app):
        made = window()
        cut: list[str] = []
        for state in states_of(made):
            cut += [f"{state}: {each}" for each in clipped(made)]
        for dialog in dialogs_of(made):
            assert dialog.width() <= SMALL[0]
            assert dialog.height() <= SMALL[1]
            cut += [f"{type(dialog).__name__}: {each}" for each in clipped(dialog)]
        assert not cut, "\n".join(cut)


def test_french_is_not_cut_off_in_a_small_window(app: QApplication, window: Callable[[], MainWindow]) -> None:
    with french(app):
        made = window()
        cut = [f"{state}: {each}" for state in states_of(made) for each in clipped(made)]
        cut += [f"{type(dialog).__name__}: {each}" for dialog in dialogs_of(made) for each in clipped(dialog)]
        assert not cut, "\n".join(cut)


def _left(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def test_the_window_is_mirrored_but_the_text_follows_its_own_direction(
    app: QApplication, window: Callable[[], MainWindow]
) -> None:
    with pseudo(app):
        made = window()
        page = page_of(made)
        order = [_left(each, made) for each in (page.side, page.text, page.list)]
        assert order == sorted(order)
        assert len(set(order)) == 3
        bar = made.top_bar
        assert _left(bar.annotator, made) < _left(bar.place, made) < _left(bar.project, made)
        headings = [each for each in page.side.mark.labels.findChildren(QLabel) if each.isVisible()]
        assert headings
        assert all(each.alignment() & Qt.AlignmentFlag.AlignRight for each in headings)
        assert _left(made.status_line.keys, made) < _left(made.status_line.saved, made)
        assert page.text.document().firstBlock().textDirection() == Qt.LayoutDirection.LeftToRight
        assert _first_ink(page) < page.text.viewport().width() / 4
        page.open_article(2)
        settle()
        assert page.text.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft


def _first_ink(page: AnnotatePage) -> float:
    """Where the caret stands before the first letter."""
    return float(page.text.cursorRect().left())


def test_the_text_of_an_article_is_set_alike_whichever_way_the_window_is_read(
    app: QApplication, window: Callable[[], MainWindow]
) -> None:
    made = window()
    page = page_of(made)
    page.judge.next()
    settle()
    ordinary = page.text.viewport().grab().toImage()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    mirrored = page.text.viewport().grab().toImage()
    width = min(ordinary.width(), mirrored.width()) - 20
    assert ordinary.size() == mirrored.size()
    assert ordinary.copy(0, 0, width, 300) == mirrored.copy(0, 0, width, 300)


def test_columns_of_the_key_sheet_begin_at_the_side_where_one_reads(app: QApplication, qtbot: QtBot) -> None:
    schema = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))

    def about_before_key() -> bool:
        dialog = KeysDialog(schema, None)
        qtbot.addWidget(dialog)
        plain = dialog.sheet.toPlainText()
        return plain.index(schema.labels[0].about) < plain.index(schema.labels[0].name)

    assert not about_before_key()
    with pseudo(app):
        assert about_before_key()


# What is painted by hand


def _ink(image: QImage) -> list[int]:
    """How many pixels of each column are not of the ground."""
    ground = image.pixel(image.width() // 2, 0)
    rows = range(image.height())
    return [sum(image.pixel(x, y) != ground for y in rows) for x in range(image.width())]


def _spread(columns: list[int]) -> list[float]:
    """Where so much of the ink lies at the left of it, as shares of the width."""
    whole, so_far, found = sum(columns), 0, []
    wanted = [0.05, 0.25, 0.5, 0.75, 0.95]
    for x, ink in enumerate(columns):
        so_far += ink
        while wanted and so_far >= wanted[0] * whole:
            found.append(x / len(columns))
            wanted.pop(0)
    return found


def _is_mirrored(one: QImage, other: QImage) -> bool:
    """Whether the ink lies as in a mirror, as far as letters allow."""
    there, here = _spread(_ink(one)), _spread(_ink(other)[::-1])
    return there[0] < there[-1] and all(abs(a - b) < 0.05 for a, b in zip(there, here, strict=True))


@pytest.mark.parametrize("compact", [False, True])
def test_a_label_is_mirrored(app: QApplication, qtbot: QtBot, window: Callable[[], MainWindow], compact: bool) -> None:
    schema = window().desktop.session.schema  # type: ignore[union-attr]
    pictures = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        button = LabelButton(schema.labels[0], compact=compact)
        qtbot.addWidget(button)
        button.setLayoutDirection(direction)
        button.show_count(7)
        button.resize(button.sizeHint() if compact else QSize(240, button.sizeHint().height()))
        pictures.append(button.grab().toImage())
    assert _is_mirrored(*pictures)


def test_rows_of_the_lists_are_mirrored(app: QApplication, window: Callable[[], MainWindow]) -> None:
    page = page_of(window())
    page.judge.next()
    page.judge.accept()
    articles = page.list.model.index(0)
    suggestions = page.side.suggestions.view.model().index(0, 0)
    for delegate, index in ((ArticleDelegate(), articles), (ItemDelegate(), suggestions)):
        pictures = []
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            option = QStyleOptionViewItem()
            option.initFrom(page)
            option.direction = direction
            option.state = QStyle.StateFlag.State_None
            option.rect = QImage(300, delegate.sizeHint(option, index).height(), QImage.Format.Format_RGB32).rect()
            image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
            image.fill(Qt.GlobalColor.white)
            painter = QPainter(image)
            painter.setLayoutDirection(direction)
            delegate.paint(painter, option, index)
            painter.end()
            pictures.append(
                image.copy(0, image.height() - 20, 300, 18) if index is articles else image.copy(0, 2, 300, 20)
            )
        assert _is_mirrored(*pictures), delegate
