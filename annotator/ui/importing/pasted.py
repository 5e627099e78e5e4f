"""What the clipboard holds, as a file to import: files that were copied, a page of HTML, or text."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from annotator.app.importing import ImportOptions
from annotator.app.previewing import preview

_NAME = "clipboard"


def pasted(data: QMimeData, folder: Path) -> list[Path]:
    """The files to import, those that are made lie in the folder; none where there is no text.

    HTML is taken where an article is found in it; a piece of a page is better taken as its text.
    """
    if files := [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]:
        return files
    text = data.text()
    if data.hasHtml():
        page = folder / f"{_NAME}.html"
        page.write_text(data.html(), encoding="utf-8", errors="replace")
        if any(each.found and each.format == "html" for each in preview([page], ImportOptions()).files):
            return [page]
    if not text.strip():
        return []
    plain = folder / f"{_NAME}.txt"
    plain.write_text(text, encoding="utf-8", errors="replace", newline="")
    return [plain]
