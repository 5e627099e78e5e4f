"""The part of the guide that one reads: a page of Markdown with pictures that fit it, in light and in dark."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRegularExpression, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from annotator.ui.dialogs.guide_pages import anchor

_MARGIN = 18
_OF_ANY_CASE = (
    QRegularExpression.PatternOption.CaseInsensitiveOption | QRegularExpression.PatternOption.UseUnicodePropertiesOption
)
_LEAST = 200  # pixels: a picture is made no narrower
_DARK = 128  # lightness of the ground below which it is dark


class GuidePage(QTextBrowser):
    """Shows one page. Where it leads to, and back, is Qt's own; headings are its anchors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document().setDocumentMargin(_MARGIN)
        self._room = 0

    def show_file(self, path: Path, heading: str = "") -> None:
        """Show a file from its start, or from a heading."""
        if self.source().toLocalFile() != str(path):
            self.setSource(QUrl.fromLocalFile(str(path)), QTextDocument.ResourceType.MarkdownResource)
        self.go_to(heading)

    def go_to(self, heading: str) -> None:
        """Scroll to a heading, by its words or as an anchor; to the start where it is not there."""
        block = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and anchor(block.text()) == anchor(heading):
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top) - _MARGIN // 2)
                return
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_words(self, words: str) -> None:
        """Mark every place where one of the words begins."""
        found: list[QTextEdit.ExtraSelection] = []
        ground, ink = (self.palette().color(role) for role in (_Role.Highlight, _Role.HighlightedText))
        for word in words.split():
            pattern = QRegularExpression(rf"\b{QRegularExpression.escape(word)}", _OF_ANY_CASE)
            cursor = self.document().find(pattern)
            while not cursor.isNull():
                each = QTextEdit.ExtraSelection()
                each.cursor = cursor
                each.format.setBackground(ground)
                each.format.setForeground(ink)
                found.append(each)
                cursor = self.document().find(pattern, cursor)
        self.setExtraSelections(found)

    # Pictures

    @property
    def is_dark(self) -> bool:
        """Whether the ground is dark."""
        return self.palette().color(_Role.Base).lightness() < _DARK

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, N802  so it is in Qt
        """Pictures fit the page, have a frame, and are dark ones where the page is dark and there are such."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        path = Path(self.source().resolved(QUrl(name)).toLocalFile())
        dark = path.with_name(path.name.replace("-light.", "-dark."))
        picture = QImage(str(dark if self.is_dark and dark.exists() else path))
        return self._framed(picture) if not picture.isNull() else super().loadResource(kind, name)

    def _framed(self, picture: QImage) -> QImage:
        """The picture as large as it was taken, or as there is room, sharp on every display."""
        ratio = self.devicePixelRatioF()
        width = min(picture.width(), max(self._room_for_pictures(), _LEAST))
        made = picture
        if width < picture.width():
            made = picture.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
            made.setDevicePixelRatio(ratio)
        made = made.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(made)
        painter.setPen(QColor(self.palette().color(_Role.Mid)))
        size = made.deviceIndependentSize().toSize()
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
        painter.end()
        return made

    def _room_for_pictures(self) -> int:
        return self.viewport().width() - 2 * _MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other pictures; one reads on where one was."""
        super().resizeEvent(event)
        if self._room != self._room_for_pictures():
            self._room = self._room_for_pictures()
            if not self.source().isEmpty():
                place = self.verticalScrollBar().value()
                self.reload()
                self.verticalScrollBar().setValue(place)


_Role = QPalette.ColorRole
