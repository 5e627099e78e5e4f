"""The bar at the top: the project, where one is in it, the pages, and who annotates."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget


class TopBar(QWidget):
    """Emits `annotator_clicked` when the annotator's name is clicked."""

    annotator_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.project = QLabel()
        self.project.setObjectName("projectName")
        self.project.setAccessibleName(self.tr("Project"))
        self.place = QLabel()
        self.place.setProperty("chip", True)
        self.place.setAccessibleName(self.tr("Article"))
        self.annotator = QToolButton()
        self.annotator.setProperty("chip", True)
        self.annotator.setAccessibleName(self.tr("Annotator"))
        self.annotator.setToolTip(self.tr("Who annotates"))
        self.annotator.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.annotator.clicked.connect(self.annotator_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(self.project)
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.annotator)

    def show_project(self, name: str, annotator: str) -> None:
        """Say which project is open and who annotates."""
        self.project.setText(name)
        self.annotator.setText(annotator)
        self.place.clear()

    def show_place(self, place: int, total: int) -> None:
        """Say which of the articles is at hand."""
        self.place.setText(self.tr("Article {place} of {total}").format(place=f"{place:,}", total=f"{total:,}"))
