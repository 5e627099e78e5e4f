"""The guide: the pages of resources/guide, with a list of them at the left."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from annotator import files


class GuideDialog(QDialog):
    """Stays beside the main window; pages are Markdown files, in the order of their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guide"))
        self.resize(860, 640)
        self._pages = sorted(files.resource("guide").glob("*.md"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Pages of the guide"))
        self.contents.setMaximumWidth(220)
        self.contents.addItems([_title(page.read_text(encoding="utf-8")) for page in self._pages])
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setAccessibleName(self.tr("Page"))
        self.page.document().setDocumentMargin(18)
        self.contents.currentRowChanged.connect(self._show)
        self.page.sourceChanged.connect(self._follow)
        row = QHBoxLayout(self)
        row.addWidget(self.contents)
        row.addWidget(self.page, 1)
        self.contents.setCurrentRow(0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            page = self._pages[row]
            self.page.setSource(QUrl.fromLocalFile(str(page)), QTextDocument.ResourceType.MarkdownResource)

    def _follow(self, url: QUrl) -> None:
        """A link was followed: show in the list where it led."""
        names = [page.name for page in self._pages]
        if url.fileName() in names:
            self.contents.setCurrentRow(names.index(url.fileName()))


def _title(markdown: str) -> str:
    return markdown.lstrip().partition("\n")[0].lstrip("# ")
