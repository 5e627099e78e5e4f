"""What is copied from the page of pledges, and written to files."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from pledges_world import (
    Key,
    Mod,
    go_to,
    number_of,
    pages_of,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app import register
from annotator.model.errors import ExchangeError
from annotator.ui.main_window import MainWindow
from annotator.ui.pledges.page import PledgesPage

# Out of the table


def test_selected_rows_are_copied_as_they_stand_on_the_screen(page: PledgesPage, window: MainWindow) -> None:
    page.sort_by(number_of(page, "pledge"))
    page.view.horizontalHeader().moveSection(number_of(page, "date"), 0)
    page.view.selectAll()
    page.view.setFocus()
    QTest.keyClick(page.view, Key.Key_C, Mod.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [line[:3] for line in lines] == [
        ["2024-01-02", "Tom Osei", "build the port by June"],
        ["2025-10-26", "", "pay £9m for the quay"],
        ["2025-10-26", "Ann Lee", "reopen the lock by May"],
    ]
    assert {len(line) for line in lines} == {len(page.columns)}
    assert window.status_line.message.text() == "3 pledges copied."


def read(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    from openpyxl import load_workbook

    return [[cell or "" for cell in row] for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_filtered_and_sorted_is_what_is_written(
    page: PledgesPage,
    window: MainWindow,
    qtbot: QtBot,
    choose: Callable[..., None],
    tmp_path: Path,
    suffix: str,
) -> None:
    target = tmp_path / f"out{suffix}"
    choose(target)
    page.bar.search.setText("by")
    page.bar.changed.emit()
    page.sort_by(number_of(page, "pledge"))
    with qtbot.waitSignal(page.out.writer.done):
        QTest.mouseClick(page.bar.export_button, Qt.MouseButton.LeftButton)
    header, *rows = read(target)
    assert header == [each.column.name for each in page.columns]
    assert [row[1] for row in rows] == ["build the port by June", "reopen the lock by May"]
    assert [row[header.index("date")] for row in rows] == ["2024-01-02", "2025-10-26"]
    assert [row[header.index("mentions")] for row in rows] == ["1", "2"]
    assert window.status_line.message.text() == f"2 pledges written to out{suffix}."
    assert [each.name for each in tmp_path.glob("*.part")] == []


def test_the_command_goes_to_the_page_and_writes_when_it_is_read(
    window: MainWindow, qtbot: QtBot, choose: Callable[..., None], tmp_path: Path
) -> None:
    choose(tmp_path / "all.csv")
    window.actions_table["pledges.export"].trigger()
    page = pages_of(window).page("pledges")
    assert isinstance(page, PledgesPage)
    assert pages_of(window).current == "pledges"
    qtbot.waitUntil(lambda: window.status_line.message.text() == "3 pledges written to all.csv.")
    assert len(read(tmp_path / "all.csv")) == 4


def test_a_name_without_an_ending_gets_the_chosen_one_and_replaces_nothing(
    page: PledgesPage, window: MainWindow, qtbot: QtBot, choose: Callable[..., None], tmp_path: Path
) -> None:
    choose(tmp_path / "v1.2", "XLSX (*.xlsx)")
    with qtbot.waitSignal(page.out.writer.done):
        page.export()
    before = (tmp_path / "v1.2.xlsx").read_bytes()
    page.bar.search.setText("port")
    page.bar.changed.emit()
    page.export()
    assert "There is a file v1.2.xlsx already" in window.status_line.message.text()
    assert (tmp_path / "v1.2.xlsx").read_bytes() == before


def test_a_file_that_cannot_be_written_and_a_missing_library_are_said_plainly(
    page: PledgesPage,
    window: MainWindow,
    qtbot: QtBot,
    choose: Callable[..., None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "file").write_text("x")
    choose(tmp_path / "file" / "out.csv")
    with qtbot.waitSignal(page.failed):
        page.export()
    assert window.status_line.message.text().startswith("out.csv cannot be written: ")
    sentence = "To write XLSX, install openpyxl."

    def missing(*_: object) -> bytes:
        raise ExchangeError("register.openpyxl", sentence)

    monkeypatch.setattr(register, "as_xlsx", missing)
    choose(tmp_path / "out.xlsx")
    with qtbot.waitSignal(page.failed):
        page.export()
    assert window.status_line.message.text() == sentence
    assert not (tmp_path / "out.xlsx").exists()


def test_nothing_to_write_is_said_and_a_dialog_that_is_left_does_nothing(
    page: PledgesPage, window: MainWindow, choose: Callable[..., None]
) -> None:
    choose(None)
    page.export()
    assert not page.out.writer.is_busy
    page.bar.search.setText("nowhere")
    page.bar.changed.emit()
    page.export()
    assert window.status_line.message.text() == "There is no pledge to write."


def test_the_project_closes_while_it_is_read_and_written(
    window: MainWindow, qtbot: QtBot, choose: Callable[..., None], tmp_path: Path
) -> None:
    page = go_to(window, qtbot)
    choose(tmp_path / "last.csv")
    page.export()
    page.show_now()
    window.close_project()
    assert len(read(tmp_path / "last.csv")) == 4
