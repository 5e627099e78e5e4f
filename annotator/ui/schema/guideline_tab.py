"""The guidelines as text at the left and as they will be read at the right."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotator.app.schema_draft import Draft
from annotator.store.guidelines import RELATIONS, sections
from annotator.ui.parts.typed import typed_text
from annotator.ui.schema.versions import Kept, VersionsDialog

VersionsOf = Callable[[str], list[Kept]]

_PAUSE = 250  # milliseconds of rest before the preview follows


class GuidelineTab(QWidget):
    """`texts` are the guidelines by name as they stand here; `kept` gives the versions that the project has of one."""

    def __init__(self, draft: Draft, texts: dict[str, str], kept: VersionsOf, *, editable: bool) -> None:
        super().__init__()
        self._draft, self._kept = draft, kept
        self.texts = dict(texts)
        self._name = ""
        self.files = QComboBox()
        self.files.setAccessibleName(self.tr("Guideline file"))
        self.sections = QComboBox()
        self.sections.setAccessibleName(self.tr("Section"))
        self.sections.setMinimumContentsLength(24)
        self.versions = QPushButton(self.tr("Versions …"))
        self.versions.clicked.connect(self._ask_version)
        self.editor = QPlainTextEdit()
        self.editor.setAccessibleName(self.tr("Guideline as Markdown"))
        self.editor.setReadOnly(not editable)
        self.editor.setTabChangesFocus(True)
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(self.tr("Guideline as it is read"))
        self.preview.setOpenExternalLinks(True)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self.show_preview)
        self._editable = editable
        self._arrange()
        self.files.currentTextChanged.connect(self._open)
        self.sections.activated.connect(lambda _: self._go_to(str(self.sections.currentData())))
        self.editor.textChanged.connect(self._changed)
        self.editor.cursorPositionChanged.connect(self._rest.start)
        self.fill()

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.files)
        above.addWidget(self.sections, 1)
        above.addWidget(self.versions)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.editor)
        splitter.addWidget(self.preview)
        splitter.setHandleWidth(1)
        splitter.setSizes([420, 420])
        splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 4)
        column.addLayout(above)
        column.addWidget(splitter, 1)

    def fill(self) -> None:
        """List the files that there are, and those that the schema names."""
        schema = self._draft.schema
        named = [group.guideline for group in schema.groups if group.guideline]
        names = dict.fromkeys([*named, *([RELATIONS] if schema.relations else []), *self.texts])
        if list(names) != [self.files.itemText(row) for row in range(self.files.count())]:
            kept = self._name
            self.files.blockSignals(True)
            self.files.clear()
            self.files.addItems(list(names))
            self.files.setCurrentText(kept if kept in names else next(iter(names), ""))
            self.files.blockSignals(False)
        self._open(self.files.currentText())

    def _open(self, name: str) -> None:
        self._name = name
        self.editor.blockSignals(True)
        self.editor.setPlainText(self.texts.get(name, ""))
        self.editor.blockSignals(False)
        versions = self._kept(name)
        self.versions.setEnabled(bool(versions))
        self.editor.setToolTip(versions[0].told() if versions else "")
        self._list_sections()
        self.show_preview()

    def _headings(self) -> Iterable[str]:
        """What the file should speak of: the labels of its groups, or the relation types."""
        schema = self._draft.schema
        if self._name == RELATIONS:
            return [each.name for each in schema.offered_relations]
        groups = {group.name for group in schema.groups if group.guideline == self._name}
        return [label.name for label in schema.offered_labels if label.group in groups]

    def _list_sections(self) -> None:
        there = sections(typed_text(self.editor))
        self.sections.clear()
        for heading in there:
            self.sections.addItem(heading or self.tr("Introduction"), heading)
        for heading in self._headings():
            if heading not in there and self._editable:
                self.sections.addItem(self.tr("{name}: write a section").format(name=heading), heading)

    def _go_to(self, heading: str) -> None:
        """Bring a section into view; one that is not there yet is begun."""
        text = typed_text(self.editor)
        if heading and heading not in sections(text):
            cursor = self.editor.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(f"{'' if text.endswith(chr(10)) or not text else chr(10)}\n## {heading}\n\n")
            self._list_sections()
        block = self.editor.document().begin()
        while heading and block.isValid() and block.text().removeprefix("## ").strip() != heading:
            block = block.next()
        cursor = QTextCursor(block if block.isValid() else self.editor.document().begin())
        self.editor.moveCursor(QTextCursor.MoveOperation.End)  # so that the section comes to the top
        self.editor.setTextCursor(cursor)
        self.editor.setFocus()
        self.show_preview()

    def _ask_version(self) -> None:
        """Show what changed since an earlier version, and take its text when that is wanted."""
        dialog = VersionsDialog(self._kept(self._name), typed_text(self.editor), editable=self._editable, parent=self)
        dialog.taken.connect(self.take)
        dialog.open()

    def take(self, text: str) -> None:
        """Put an earlier text into the editor: Ctrl+Z takes it back, and nothing is written before it is saved."""
        cursor = QTextCursor(self.editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._list_sections()
        self.show_preview()

    def _changed(self) -> None:
        self.texts[self._name] = typed_text(self.editor)
        self._rest.start()

    def show_preview(self) -> None:
        """Show the section in which the caret is as it will be read."""
        text = typed_text(self.editor)
        cursor = self.editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        place = len(text.encode("utf-16-le")[: cursor.position() * 2].decode("utf-16-le", "ignore"))
        start = f"\n{text}".rfind("\n## ", 0, place + 1)
        end = text.find("\n## ", max(start, 0) + 1)
        section = text[max(start, 0) : end if end >= 0 else len(text)]
        self.preview.setMarkdown(section)
        heading = section.partition("\n")[0].removeprefix("## ").strip() if start >= 0 else ""
        self.sections.setCurrentIndex(self.sections.findData(heading))
