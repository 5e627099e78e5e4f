"""The guideline for what is current, out of the newest version of the project's guidelines."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from annotator.model.schema import Schema
from annotator.store.guidelines import RELATIONS, sections

NOTHING = ("", "")
_MARGIN = 12  # pixels around the text


def guideline(schema: Schema, texts: Mapping[str, str], label: str, relation: str = "") -> str:
    """The Markdown about a relation type or a label; what the schema says of it where no guideline does.

    About nothing, the introduction of the first guideline that there is.
    """
    if relation:
        kind = schema.relation_by_name.get(relation)
        return _section(texts.get(RELATIONS, ""), relation, kind.about if kind else "")
    if not label:
        names = (group.guideline for group in schema.groups)
        return next((sections(texts[name])[""] for name in names if name in texts), "")
    found = schema.label_by_name.get(label)
    if found is None:
        return ""
    group = schema.group_by_name.get(found.group)
    return _section(texts.get(group.guideline, "") if group else "", label, found.about)


def _section(text: str, heading: str, about: str) -> str:
    return f"## {heading}\n\n{sections(text).get(heading) or about}"


class GuidePanel(QWidget):
    """Shows one section at a time, and reads it only when it is looked at.

    It is that of what is current; when nothing is, of what the pointer is on, else of what was current last.
    """

    def __init__(self, schema: Schema, read: Callable[[], Mapping[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema, self._texts = schema, read
        self._current = self._last = NOTHING
        self._hovered = ""
        self._shown: tuple[str, str] | None = None
        self.browser = QTextBrowser()
        self.browser.setObjectName("guideText")
        self.browser.setAccessibleName(self.tr("Guideline"))
        self.browser.setOpenExternalLinks(True)
        self.browser.document().setDocumentMargin(_MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.browser)

    def show_guide(self, label: str, relation: str = "") -> None:
        """Show the section about the label or relation type that is current, if any is."""
        self._current = label, relation
        if self._current != NOTHING:
            self._last = self._current
        self._read()

    def show_hovered(self, label: str) -> None:
        """The pointer is on a mark with this label, or on none."""
        self._hovered = label
        self._read()

    def refresh(self) -> None:
        """Read anew: the guidelines were changed."""
        self._shown = None
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what was asked for while it was away."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        pointed = (self._hovered, "") if self._hovered else self._last
        wanted = self._current if self._current != NOTHING else pointed
        if self.isVisible() and self._shown != wanted:
            self._shown = wanted
            text = guideline(self._schema, self._texts(), *wanted)
            self.browser.setMarkdown(text or self.tr("Select a span to read the guideline of its label here."))
