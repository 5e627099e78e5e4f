"""What the panels with a list have in common: rows drawn alike, and whether anything can be done with them."""

from PySide6.QtWidgets import QLabel, QWidget

from annotator.ui.parts.flow import role_label
from annotator.ui.parts.item_delegate import ItemDelegate
from annotator.ui.parts.rows_view import RowsView
from annotator.ui.text_view.marks import Look


class ListPanel(QWidget):
    """A list, what is said where it is empty, and buttons that `settle` switches."""

    view: RowsView

    def __init__(self, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = ItemDelegate()
        self.delegate.setParent(self)
        self.nothing: QLabel = role_label(nothing, "dim", wrap=True)
        self.nothing.setMargin(12)
        self.is_editable = True

    def settle(self) -> None:
        """Switch on what can be done now."""
        raise NotImplementedError

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self.is_editable = editable
        self.settle()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.delegate.look = look
        self.view.viewport().update()
