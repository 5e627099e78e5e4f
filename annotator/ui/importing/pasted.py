"""What the clipboard holds, as a file to import: files that were copied, a page of HTML, or text."""

import re
from pathlib import Path

from PySide6.QtCore import QMimeData

from annotator.exchange import registry
from annotator.exchange.documents.markup import plain

_NAME = "clipboard"
_PAGE = re.compile(r"<article\b|<title>\s*[^<\s]|property=.og:", re.IGNORECASE)


def pasted(data: QMimeData, folder: Path) -> list[Path]:
    """The files to import, those that are made lie in the folder; none where there is no text.

    A whole page of HTML is left to its reader, which finds title, date and main text. Of a piece of one, the text is
    taken as it was selected.
    """
    if files := [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]:
        return files
    html = data.html() if data.hasHtml() else ""
    if _PAGE.search(html) and "html" in registry.readers().loaded:
        return [_written(folder / f"{_NAME}.html", html)]
    text = data.text() if data.hasText() else plain(html)
    return [_written(folder / f"{_NAME}.txt", text)] if text.strip() else []


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    return path
