"""The bar at the top: the project, where one is in it, the pages, and who annotates."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from annotator.ui.chosen_keys import KEYS
from annotator.ui.numbers import number
from annotator.ui.page_table import ANNOTATE, PAGES
from annotator.ui.parts.elided_label import ElidedLabel

_LEAST = 24  # pixels of the project's name, before anything else gives way


class TopBar(QWidget):
    """Emits `annotator_clicked` when the annotator's name is clicked, `page_chosen` with the name of a page."""

    annotator_clicked = Signal()
    page_chosen = Signal(str)
    palette_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.project = ElidedLabel()
        self.project.setMinimumWidth(_LEAST)
        self.project.setObjectName("projectName")
        self.project.setAccessibleDescription(self.tr("Project"))
        self.place = QLabel()
        self.place.setProperty("chip", True)
        self.place.setAccessibleDescription(self.tr("Article"))
        self.annotator = QToolButton()
        self.annotator.setProperty("chip", True)
        self.annotator.setToolTip(self.tr("Who annotates"))
        self.annotator.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.annotator.clicked.connect(self.annotator_clicked)
        self.palette_button = QToolButton()
        self.palette_button.setProperty("chip", True)
        self.palette_button.setAccessibleName(self.tr("Find a command"))
        self.palette_button.setToolTip(self.tr("Find a command"))
        self.palette_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.palette_button.clicked.connect(self.palette_wanted)
        self._show_keys()
        KEYS.changed.connect(self._show_keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(self.project)
        row.addWidget(self.place)
        row.addStretch(1)
        self._pages = QButtonGroup(self)
        for page in PAGES:
            row.addWidget(self._page_button(page.name, QCoreApplication.translate("Pages", page.title)))
        row.addStretch(1)
        row.addWidget(self.palette_button)
        row.addWidget(self.annotator)

    def _page_button(self, name: str, title: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"page_{name}")
        button.setText(title)
        button.setProperty("chip", True)
        button.setCheckable(True)
        button.setChecked(name == ANNOTATE)
        button.setVisible(len(PAGES) > 1)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.page_chosen.emit(name))
        self._pages.addButton(button)
        return button

    def _show_keys(self) -> None:
        self.palette_button.setText(KEYS.shown("help.palette") or "…")

    def show_page(self, name: str) -> None:
        """Say which page is in view."""
        for button in self._pages.buttons():
            button.setChecked(button.objectName() == f"page_{name}")

    def show_project(self, name: str, annotator: str) -> None:
        """Say which project is open and who annotates."""
        self.project.setText(name)
        self.project.setToolTip(name)
        self.annotator.setText(annotator)
        self.annotator.setAccessibleName(self.tr("Annotator: {name}").format(name=annotator))
        self.place.clear()

    def show_place(self, place: int, total: int) -> None:
        """Say which of the articles is at hand."""
        self.place.setText(self.tr("Article {place} of {total}").format(place=number(place), total=number(total)))
