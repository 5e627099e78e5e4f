"""Pledges out of the table: selected rows to the clipboard, all that are shown to a file, written in a thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from annotator.app import register
from annotator.exchange.tables.cells_out import harmless
from annotator.ui.numbers import number
from annotator.ui.parts.background import Background
from annotator.ui.parts.tables import ColumnTable
from annotator.ui.pledges.table_model import PledgeTable

_CSV, _XLSX = ".csv", ".xlsx"


class PledgesOut(QObject):
    """Files get the columns of the register and the rows that the table shows, in its order."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, project: Path, table: PledgeTable, view: ColumnTable) -> None:
        super().__init__(view)
        self._project, self._table, self._view = project, table, view
        self._waiting: Path | None = None  # for the table to be read
        self.writer = Background(self)
        self.writer.done.connect(lambda told: self.said.emit(str(told)))
        self.writer.failed.connect(self.failed)

    def copy(self) -> None:
        """The selected rows, from the top, as lines with tabs between the columns as they stand on the screen."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        if not rows:
            return
        header = self._view.horizontalHeader()
        columns = [header.logicalIndex(at) for at in range(header.count())]
        QGuiApplication.clipboard().setText("\n".join(self._line(row, columns) for row in rows))
        one, many = self.tr("1 pledge copied."), self.tr("{n} pledges copied.")
        self.said.emit(one if len(rows) == 1 else many.format(n=number(len(rows))))

    def _line(self, row: int, columns: list[int]) -> str:
        values = self._table.row(row).values
        return "\t".join(harmless(" ".join(values[column].split())) for column in columns)

    def export(self, *, is_ready: Callable[[], bool]) -> None:
        """Ask for a file; it is written now, or when the table says that it is `ready`."""
        if self.writer.is_busy:
            self.failed.emit(self.tr("The pledges are still being written."))
        elif is_ready() and not self._table.rowCount():
            self.failed.emit(self.tr("There is no pledge to write."))
        elif (path := self._ask()) is not None:
            self._waiting = path
            if is_ready():
                self.ready()

    def _ask(self) -> Path | None:
        proposed = str(self._project.with_name(f"{self._project.stem}-pledges{_CSV}"))
        kinds = {f"CSV (*{_CSV})": _CSV, f"XLSX (*{_XLSX})": _XLSX}
        title = self.tr("Export the pledges to")
        name, kind = QFileDialog.getSaveFileName(self._view.window(), title, proposed, ";;".join(kinds))
        path = Path(name)
        if not name or path.suffix.lower() in kinds.values():
            return path if name else None
        path = path.with_name(path.name + kinds.get(kind, _CSV))
        if path.exists():  # nobody was asked whether to replace it
            there = self.tr("There is a file {name} already: type its whole name to replace it.")
            self.failed.emit(there.format(name=path.name))
            return None
        return path

    def ready(self) -> None:
        """The table is read: write it, if somebody waits for that."""
        path, self._waiting = self._waiting, None
        if path is None:
            return
        rows = [self._table.row(at).values for at in range(self._table.rowCount())]
        if not rows:
            self.failed.emit(self.tr("There is no pledge to write."))
            return
        header = [each.column.name for each in self._table.columns]
        one, many = self.tr("1 pledge written to {name}."), self.tr("{n} pledges written to {name}.")
        told = (one if len(rows) == 1 else many).format(n=number(len(rows)), name=path.name)
        self.said.emit(self.tr("Writing {name} …").format(name=path.name))

        def write() -> str:
            register.export(path, header, rows)
            return told

        self.writer.start(write)

    def close(self) -> None:
        """Wait until what is being written is whole."""
        self._waiting = None
        self.writer.close()
