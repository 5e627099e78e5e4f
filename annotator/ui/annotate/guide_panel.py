"""The guideline for what is current, out of the project's guideline files."""

import re
from functools import cache

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from annotator import files
from annotator.model.schema import Schema

RELATIONS = "relations.md"


@cache
def sections(name: str) -> dict[str, str]:
    """The sections of a guideline file by their heading, the introduction under ""; empty when it is missing."""
    path = files.resource("guidelines", name)
    if not name or not path.is_file():
        return {}
    parts = re.split(r"^## +(.+?) *$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {"": parts[0]} | dict(zip(parts[1::2], parts[2::2], strict=True))


def guideline(schema: Schema, label: str, relation: str = "") -> str:
    """The Markdown about a relation type or a label; what the schema says of it where no file does."""
    if relation:
        kind = schema.relation_by_name.get(relation)
        return _section(RELATIONS, relation, kind.about if kind else "")
    found = schema.label_by_name.get(label)
    if found is None:
        return ""
    group = schema.group_by_name.get(found.group)
    return _section(group.guideline if group else "", label, found.about)


def _section(name: str, heading: str, about: str) -> str:
    found = sections(name).get(heading)
    return f"## {heading}\n\n{found or about}"


class GuidePanel(QWidget):
    """Shows one section at a time, and reads it only when it is looked at."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._wanted = ("", "")
        self._shown: tuple[str, str] | None = None
        self.browser = QTextBrowser()
        self.browser.setObjectName("guideText")
        self.browser.setAccessibleName(self.tr("Guideline"))
        self.browser.setOpenExternalLinks(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.browser)

    def show_guide(self, label: str, relation: str = "") -> None:
        """Show the section about a label or a relation type; about nothing, the start."""
        self._wanted = label, relation
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Reads what was asked for while it was away."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self._shown != self._wanted:
            self._shown = self._wanted
            text = guideline(self._schema, *self._wanted)
            self.browser.setMarkdown(text or self.tr("Select a span to read the guideline of its label here."))
