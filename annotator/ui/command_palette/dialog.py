"""The palette itself: a line to type into, and the commands that fit below it."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.command_palette.commands import Command
from annotator.ui.command_palette.matching import rank
from annotator.ui.parts.rows_view import Index

_PLACE, _KEY, _COMMAND = (Qt.ItemDataRole.UserRole + n for n in range(3))
_WIDTH, _HEIGHT, _PAD = 560, 420, 12
_LEAST_LETTERS = 2  # before articles are looked for
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandDelegate(QStyledItemDelegate):
    """A row: what it does at the reading side, its place dim behind it, its key at the far side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """A line with air."""
        return QSize(200, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        area: QRect = option.rect
        if chosen:
            painter.fillRect(area, palette.highlight())
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        ink, dim = palette.color(role), palette.color(QPalette.ColorRole.PlaceholderText)
        metrics, line = option.fontMetrics, area.adjusted(_PAD, 0, -_PAD, 0)
        side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        far = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        key, place = str(index.data(_KEY)), str(index.data(_PLACE))
        painter.setPen(ink)
        room = line.width() - metrics.horizontalAdvance(key) - _PAD
        kept = min(metrics.horizontalAdvance(place), room // 4) + _PAD
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room - kept)
        painter.drawText(line, side, title)
        painter.drawText(line, far, key)
        used = metrics.horizontalAdvance(title) + _PAD
        painter.setPen(ink if chosen else dim)
        rest = line.adjusted(0, 0, -used, 0) if rtl else line.adjusted(used, 0, 0, 0)
        painter.drawText(rest, side, metrics.elidedText(place, Qt.TextElideMode.ElideRight, room - used))
        painter.restore()


class CommandPalette(QDialog):
    """Emits `done` with the name of the command that was chosen, after it is closed and before it is run."""

    done_with = Signal(str)

    def __init__(
        self,
        commands: Sequence[Command],
        found: Callable[[str], Iterable[Command]] = lambda _: (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle(self.tr("Find a command"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands, self._found = commands, found
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What do you want to do? A command, a label, words of an article"))
        self.field.setAccessibleName(self.tr("Find a command"))
        self.field.textChanged.connect(self._show_fitting)
        self.field.installEventFilter(self)
        self.model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CommandDelegate(self.view))
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.tr("Commands"))
        self.view.clicked.connect(self._run)
        self.nothing = QLabel(self.tr("Nothing fits."))
        self.nothing.setProperty("role", "dim")
        self.nothing.setMargin(_PAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        for widget in (self.field, self.nothing, self.view):
            column.addWidget(widget)
        self.resize(_WIDTH, _HEIGHT)
        self._place()
        self._show_fitting("")

    def _place(self) -> None:
        """In the upper part of the window, in its middle."""
        if above := self.parentWidget():
            area = above.window().geometry()
            self.resize(min(_WIDTH, area.width() - 40), min(_HEIGHT, area.height() - 120))
            self.move(area.center().x() - self.width() // 2, area.top() + 70)

    def _show_fitting(self, typed: str) -> None:
        fitting = rank(typed, self._commands, lambda each: f"{each.title} {each.place}")
        if len(typed.strip()) >= _LEAST_LETTERS:
            fitting += self._found(typed)
        self.model.clear()
        for each in fitting:
            self.model.appendRow(_item(each))
        self.nothing.setVisible(not fitting)
        self.view.setCurrentIndex(self.model.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._move(_MOVES[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = self.view.currentIndex().row() + step
            row = row % rows if abs(step) == 1 else max(0, min(row, rows - 1))
            self.view.setCurrentIndex(self.model.index(row, 0))

    def _run(self, index: Index) -> None:
        command: Command | None = index.data(_COMMAND)
        if command is not None:
            self.close()
            self.done_with.emit(command.name)
            command.run()


def _item(command: Command) -> QStandardItem:
    item = QStandardItem(command.title)
    item.setData(command.place, _PLACE)
    item.setData(command.key, _KEY)
    item.setData(command, _COMMAND)
    said = ", ".join(part for part in (command.title, command.place, command.key) if part)
    item.setData(said, Qt.ItemDataRole.AccessibleTextRole)
    return item
