"""The guide: what it finds, where its links lead, where it opens, and its pictures."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator import files
from annotator.app.state import State
from annotator.ui import look
from annotator.ui.dialogs.guide import FITTING, GuideDialog, offer_help
from annotator.ui.dialogs.guide_page import GuidePage
from annotator.ui.dialogs.guide_pages import anchor, find, read_pages

FIRST = """# First steps

Open it, and press `Tab`. See [the keys](2-keys.md#holding-ctrl), or [the site](https://example.org).

## Save

Nothing has to be **saved**.
"""
SECOND = (
    "# Keys\n\nPress them.\n\n"
    + "Words.\n\n" * 80
    + "## Holding Ctrl\n\nHold *Ctrl* while saving.\n\n"
    + "More.\n\n" * 80
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "1-start.md").write_text(FIRST, encoding="utf-8")
    (tmp_path / "2-keys.md").write_text(SECOND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def guide(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> GuideDialog:
    monkeypatch.setattr(files, "resource", lambda *_: folder)
    made = GuideDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def shown(guide: GuideDialog) -> str:
    return guide.page.source().fileName()


def top_heading(guide: GuideDialog) -> str:
    """The heading at which the page was last opened."""
    return guide.page.textCursor().block().text()


def test_pages_are_read_by_their_sections_without_markdown(folder: Path) -> None:
    first, second = read_pages(folder)
    assert [(each.heading, each.level) for each in first.sections] == [("First steps", 1), ("Save", 2)]
    assert first.sections[0].text == "Open it, and press Tab. See the keys, or the site."
    assert (second.title, second.sections[1].text[:25]) == ("Keys", "Hold Ctrl while saving. M")


@pytest.mark.parametrize(
    ("words", "headings"),
    [
        ("save", ["Save"]),
        ("SAV", ["Save", "Holding Ctrl"]),
        ("hold sav", ["Holding Ctrl"]),
        ("press tab", ["First steps"]),
        ("aved", []),
        ("nowhere", []),
        ("(", []),
        ("  ", []),
    ],
)
def test_a_search_finds_the_sections_in_which_all_words_begin_those_in_headings_first(
    folder: Path, words: str, headings: list[str]
) -> None:
    assert [each.section.heading for each in find(words, read_pages(folder))] == headings


def test_an_excerpt_has_the_first_of_the_words(folder: Path) -> None:
    (found,) = find("saving", read_pages(folder))
    assert "while saving" in found.excerpt
    assert len(found.excerpt) < 130


def test_what_is_found_is_shown_at_its_section_with_the_words_marked(guide: GuideDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide.search, "hold sav")
    assert guide.results.isVisible()
    qtbot.keyClick(guide.search, Qt.Key.Key_Return)
    assert (shown(guide), top_heading(guide)) == ("2-keys.md", "Holding Ctrl")
    assert guide.page.verticalScrollBar().value() > 0
    marked = [each.cursor.selectedText() for each in guide.page.extraSelections()]
    assert marked == ["Hold", "Hold", "sav"]
    assert guide.isVisible(), "Return closes nothing"
    guide.search.setText("nowhere")
    assert "Nothing is found" in guide.results.item(0).text()
    guide.search.clear()
    assert guide.contents.isVisible()
    assert guide.page.extraSelections() == []


def test_links_lead_to_other_pages_and_their_headings_and_back(
    guide: GuideDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    assert not guide.back.isEnabled()
    guide.page.anchorClicked.emit(QUrl("2-keys.md#holding-ctrl"))
    assert (shown(guide), top_heading(guide)) == ("2-keys.md", "Holding Ctrl")
    assert guide.contents.currentRow() == 1
    assert [guide.sections.item(row).text() for row in range(guide.sections.count())] == ["Holding Ctrl"]
    guide.page.anchorClicked.emit(QUrl("https://example.org"))
    assert (opened, shown(guide)) == (["https://example.org"], "2-keys.md")
    guide.back.click()
    assert (shown(guide), guide.contents.currentRow()) == ("1-start.md", 0)
    guide.forward.click()
    assert (shown(guide), guide.contents.currentRow()) == ("2-keys.md", 1)


def test_the_contents_of_a_page_lead_to_its_sections(guide: GuideDialog) -> None:
    guide.contents.setCurrentRow(1)
    assert guide.page.verticalScrollBar().value() == 0
    guide.sections.itemActivated.emit(guide.sections.item(0))
    assert guide.page.verticalScrollBar().value() > 0


def test_the_pages_that_fit_are_there() -> None:
    names = {page.path.name for page in read_pages(files.resource("guide"))}
    assert set(FITTING.values()) <= names


def test_every_link_of_the_guide_to_a_heading_leads_to_one() -> None:
    pages = {page.path.name: page for page in read_pages(files.resource("guide"))}
    for page in pages.values():
        for part in page.path.read_text(encoding="utf-8").split("](")[1:]:
            name, mark, heading = part.partition(")")[0].partition("#")
            if mark and "://" not in name:
                assert heading in {anchor(each.heading) for each in pages[name or page.path.name].sections}, part[:60]


def test_it_opens_where_one_is_and_at_the_page_that_was_left_there(qtbot: QtBot) -> None:
    left_at: dict[str, str] = {"export": "no-such-page.md"}
    for where, name in (("start", "01-start.md"), ("export", "05-exporting.md"), ("nowhere", "01-start.md")):
        guide = GuideDialog(where=where, left_at=left_at)
        qtbot.addWidget(guide)
        assert shown(guide) == name
    guide = GuideDialog(where="annotate", left_at=left_at)
    qtbot.addWidget(guide)
    guide.contents.setCurrentRow(5)
    again = GuideDialog(where="annotate", left_at=left_at)
    qtbot.addWidget(again)
    assert shown(again) == shown(guide) == "06-suggestions.md"
    again.show_for("export")
    assert shown(again) == "05-exporting.md"


def test_the_key_of_the_guide_opens_it_over_a_dialog_at_the_page_that_fits(qtbot: QtBot) -> None:
    window = QWidget()
    window.state = State()  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    dialog = QDialog(window)
    offer_help(dialog, "export")
    dialog.setModal(True)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    guide = dialog.findChild(GuideDialog)
    assert guide is not None
    assert guide.isVisible()
    assert shown(guide) == "05-exporting.md"
    assert window.state.guide == {"export": "05-exporting.md"}  # type: ignore[attr-defined]


@pytest.fixture
def picture_page(qtbot: QtBot, tmp_path: Path) -> Callable[..., GuidePage]:
    """A page with a picture of 400 pixels; the dark one is blue."""
    for name, colour in (("shot-light.png", "white"), ("shot-dark.png", "blue"), ("only-light.png", "white")):
        made = QImage(400, 100, QImage.Format.Format_RGB32)
        made.fill(QColor(colour))
        made.save(str(tmp_path / name))
    (tmp_path / "1-page.md").write_text("# Page\n\n![A](shot-light.png)\n\n![B](only-light.png)\n", encoding="utf-8")

    def make(width: int, *, dark: bool = False) -> GuidePage:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look.apply(app, look.theme("dark" if dark else "light"))
        page = GuidePage()
        qtbot.addWidget(page)
        page.resize(width, 400)
        page.show()
        page.show_file(tmp_path / "1-page.md")
        return page

    return make


def picture(page: GuidePage, name: str) -> QImage:
    return page.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))


def test_a_picture_is_as_large_as_it_was_taken_or_as_the_page_has_room(
    picture_page: Callable[..., GuidePage], qtbot: QtBot
) -> None:
    page = picture_page(700)
    assert picture(page, "shot-light.png").deviceIndependentSize().toTuple() == (400.0, 100.0)
    page.resize(340, 400)
    qtbot.waitUntil(lambda: picture(page, "shot-light.png").width() < 320)
    assert page.horizontalScrollBar().maximum() == 0
    page.resize(700, 400)
    qtbot.waitUntil(lambda: picture(page, "shot-light.png").width() == 400)


def test_a_dark_page_shows_the_dark_picture_where_there_is_one(picture_page: Callable[..., GuidePage]) -> None:
    page = picture_page(700, dark=True)
    assert picture(page, "shot-light.png").pixelColor(50, 50) == QColor("blue")
    assert picture(page, "only-light.png").pixelColor(50, 50) == QColor("white")
    assert picture(picture_page(700), "shot-light.png").pixelColor(50, 50) == QColor("white")
