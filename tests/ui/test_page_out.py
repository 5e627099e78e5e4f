"""Saving the article at hand as a page, in the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from main_window_world import TEXTS, mark, new_project
from PySide6.QtWidgets import QFileDialog

from annotator.ui.main_window import MainWindow

Choose = Callable[[str], list[str]]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Answers the file dialog; gives the names that it proposed."""

    def choose(name: str) -> list[str]:
        proposed: list[str] = []

        def ask(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
            proposed.append(Path(place).name)
            return name, ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return choose


def test_the_article_at_hand_goes_into_the_file_with_its_marks(
    window: MainWindow, path: Path, tmp_path: Path, choose: Choose
) -> None:
    window.open_path(path)
    mark(window, 0, 9, "1")
    proposed = choose(str(tmp_path / "page.html"))
    window.actions_table["article.page"].trigger()
    assert proposed == ["Ada-Brill-went-to-London.html"]
    source = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert 'data-l="PERSON"' in source
    assert TEXTS[0].removeprefix("Ada Brill") in source
    assert window.status_line.message.text() == "The article is saved as page.html."


def test_a_name_without_an_ending_gets_one_and_replaces_nothing(
    window: MainWindow, path: Path, tmp_path: Path, choose: Choose
) -> None:
    window.open_path(path)
    choose(str(tmp_path / "page"))
    window.actions_table["article.page"].trigger()
    (tmp_path / "page.html").write_text("mine", encoding="utf-8")
    window.actions_table["article.page"].trigger()
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "mine"
    assert "There is a file page.html already" in window.status_line.message.text()


def test_no_name_writes_nothing_and_a_bad_place_is_said(
    window: MainWindow, path: Path, tmp_path: Path, choose: Choose
) -> None:
    window.open_path(path)
    before = sorted(tmp_path.rglob("*.html"))
    choose("")
    window.actions_table["article.page"].trigger()
    choose(str(tmp_path / "none" / "page.html"))
    window.actions_table["article.page"].trigger()
    assert "cannot be written" in window.status_line.message.text()
    assert sorted(tmp_path.rglob("*.html")) == before


def test_without_an_article_it_is_said(window: MainWindow, tmp_path: Path, choose: Choose) -> None:
    window.open_path(new_project(tmp_path / "empty.annodb"))
    proposed = choose(str(tmp_path / "page.html"))
    window.actions_table["article.page"].trigger()
    assert proposed == []
    assert window.status_line.message.text() == "Open an article first."
