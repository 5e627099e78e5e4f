"""The first thing one sees: new project, open, the sample, and the projects last open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator import files
from annotator.ui.parts.elided_label import ElidedLabel
from annotator.ui.window_actions import Actions

_WIDTH = 560


class StartPage(QWidget):
    """Offers the ways in; emits `chosen` with the path of a recent project."""

    chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.recent = QListWidget()
        self.recent.setObjectName("recentProjects")
        self.recent.setAccessibleName(self.tr("Recent projects"))
        self.recent.itemActivated.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.recent.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._none = QLabel(self.tr("Projects that you open appear here."))
        self._none.setProperty("role", "dim")
        self._lay_out(actions)

    def _lay_out(self, actions: Actions) -> None:
        column = QVBoxLayout()
        column.setSpacing(14)
        heading_row = QWidget()
        heading_row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        heading_row.setLayout(self._heading())
        column.addWidget(heading_row)
        column.addSpacing(6)
        primary = self._button(actions["project.sample"], self.tr("A dozen articles to try everything on"))
        primary.setProperty("kind", "primary")
        column.addWidget(primary)
        row = QHBoxLayout()
        row.addWidget(self._button(actions["project.new"], self.tr("Choose a name, then import articles")))
        row.addWidget(self._button(actions["project.open"], self.tr("A file NAME.annodb")))
        column.addLayout(row)
        column.addSpacing(10)
        heading = QLabel(self.tr("Recent projects"))
        heading.setProperty("role", "heading")
        column.addWidget(heading)
        column.addWidget(self._none)
        column.addWidget(self.recent, 10)
        column.addStretch(1)
        frame = QFrame()
        frame.setMaximumWidth(_WIDTH)
        frame.setMinimumWidth(320)
        frame.setLayout(column)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 48, 24, 24)
        outer.addStretch(1)
        outer.addWidget(frame, 100)
        outer.addStretch(1)

    def _heading(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setPixmap(QIcon(str(files.resource("icons", "annotator.svg"))).pixmap(QSize(56, 56)))
        title = QLabel(self.tr("News annotator"))
        title.setObjectName("startTitle")
        about = QLabel(self.tr("Build labelled news datasets: pledges, quotes, entities and relations."))
        about.setProperty("role", "dim")
        about.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(about)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(icon)
        row.addLayout(words, 1)
        return row

    def _button(self, action: QAction, about: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "card")
        button.setAccessibleName(action.text())
        button.setAccessibleDescription(about)
        button.clicked.connect(action.trigger)
        button.setToolTip(about)
        title, told = QLabel(action.text()), ElidedLabel(about)
        told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        title.setProperty("role", "title")
        column = QVBoxLayout(button)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        for label in (title, told):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        button.setMinimumHeight(column.sizeHint().height())
        return button

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the projects last open."""
        self.recent.clear()
        for path in paths:
            item = QListWidgetItem(f"{path.stem}\n{path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            item.setToolTip(str(path))
            self.recent.addItem(item)
        self._none.setVisible(not paths)
        self.recent.setVisible(bool(paths))
