"""The guide: its pages with a table of contents, a search, and ways back; opened at the page that fits.

`guide_pages` reads and searches, `guide_page` shows.
"""

from collections.abc import MutableMapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator import files
from annotator.ui.chosen_keys import KEYS
from annotator.ui.dialogs.guide_page import GuidePage
from annotator.ui.dialogs.guide_pages import Section, find, read_pages

# Where the guide opens, by where one is: the pages of the window and its dialogs. Elsewhere it is the first page.
FITTING = {
    "start": "01-start.md",
    "annotate": "02-annotating.md",
    "pledges": "02-annotating.md",
    "history": "03-projects.md",
    "who": "03-projects.md",
    "import": "04-importing.md",
    "export": "05-exporting.md",
    "release": "12-releases.md",
    "settings": "08-settings.md",
    "keys": "08-settings.md",
    "statistics": "09-statistics.md",
}
_SIDE = 236  # pixels


class GuideDialog(QDialog):
    """Stays beside the window. `left_at` keeps, by where one is, the page that was read there last."""

    def __init__(
        self, parent: QWidget | None = None, *, where: str = "start", left_at: MutableMapping[str, str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guide"))
        self.resize(880, 660)
        self._where, self._left_at = where, left_at if left_at is not None else {}
        self._pages = read_pages(files.resource("guide"))
        self._names = [page.path.name for page in self._pages]
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the guide"))
        self.search.setAccessibleName(self.tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        for button in self.search.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self.contents, self.sections, self.results = QListWidget(), QListWidget(), QListWidget()
        self.page = GuidePage()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Page"))
        self.back = self._way(self.tr("Back"), "←")
        self.forward = self._way(self.tr("Forward"), "→")
        self._arrange()
        self._connect()
        self.contents.addItems([page.title for page in self._pages])
        self.show_for(where)

    def _way(self, name: str, sign: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setProperty("quiet", True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setEnabled(False)
        return button

    def _arrange(self) -> None:
        self.contents.setAccessibleName(self.tr("Pages of the guide"))
        self.sections.setAccessibleName(self.tr("On this page"))
        self.results.setAccessibleName(self.tr("Found in the guide"))
        self.results.setWordWrap(True)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        on_page = QLabel(self.tr("On this page"))
        on_page.setProperty("role", "heading")
        both = QWidget()
        lists = QVBoxLayout(both)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.addWidget(self.contents, 3)
        lists.addWidget(on_page)
        lists.addWidget(self.sections, 4)
        self._lists = QStackedWidget()
        self._lists.addWidget(both)
        self._lists.addWidget(self.results)
        ways = QHBoxLayout()
        ways.addWidget(self.back)
        ways.addWidget(self.forward)
        ways.addWidget(self.search, 1)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(ways)
        column.addWidget(self._lists, 1)
        row = QHBoxLayout(self)
        row.addWidget(side)
        row.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self._chosen)
        self.sections.itemClicked.connect(self._go_to_section)
        self.sections.itemActivated.connect(self._go_to_section)
        self.results.currentItemChanged.connect(lambda item, _: self._go_to_section(item))
        self.page.sourceChanged.connect(self._follow)
        self.page.anchorClicked.connect(self._clicked)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.forwardAvailable.connect(self.forward.setEnabled)
        self.back.clicked.connect(self.page.backward)
        self.forward.clicked.connect(self.page.forward)
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(self._first_found)
        for key, act in ((QKeySequence.StandardKey.Back, self.back), (QKeySequence.StandardKey.Forward, self.forward)):
            QShortcut(QKeySequence(key), self, act.click)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._go_search)

    # Pages

    def show_for(self, where: str) -> None:
        """Show the page that was read last where one is now, or else the one that fits there."""
        self._where = where
        wanted = self._left_at.get(where, "")
        self.show_page(wanted if wanted in self._names else FITTING.get(where, ""))

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a page by the name of its file; the first one where there is none of that name."""
        if self._pages:
            page = self._pages[self._names.index(name) if name in self._names else 0]
            self.page.show_file(page.path, heading)

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            self.show_page(self._names[row])

    def _follow(self, url: QUrl) -> None:
        """Another page is shown: the lists say which, and what is on it."""
        if url.fileName() not in self._names:
            return
        row = self._names.index(url.fileName())
        self._left_at[self._where] = self._names[row]
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)
        self.sections.clear()
        for section in self._pages[row].sections[1:]:
            self.sections.addItem(_item(section, section.heading))
        self.page.show_words(self.search.text())

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        else:
            target = self.page.source().resolved(url)
            self.show_page(target.fileName(), url.fragment())

    def _go_to_section(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            section: Section = item.data(Qt.ItemDataRole.UserRole)
            self.show_page(section.page, section.heading)

    # Search

    def _go_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _look_for(self, words: str) -> None:
        self._lists.setCurrentIndex(int(bool(words.strip())))
        self.results.clear()
        titles = {page.path.name: page.title for page in self._pages}
        for found in find(words, self._pages):
            title = titles[found.section.page]
            where = title if found.section.level == 1 else f"{title}: {found.section.heading}"
            self.results.addItem(_item(found.section, f"{where}\n{found.excerpt}"))
        if words.strip() and not self.results.count():
            nothing = QListWidgetItem(self.tr("Nothing is found: try fewer or shorter words."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.results.addItem(nothing)
        self.page.show_words(words)

    def _first_found(self) -> None:
        item = self.results.item(0) if self.search.text().strip() else None
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.results.setCurrentRow(0)
            self.results.setFocus(Qt.FocusReason.TabFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Next time it opens without a search."""
        self.search.clear()
        super().closeEvent(event)


def _item(section: Section, text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setData(Qt.ItemDataRole.UserRole, section)
    return item


def offer_help(dialog: QDialog, where: str) -> None:
    """Let the key of the guide open it over a dialog, at the page that fits: the window's own does not reach there."""
    for key in KEYS.of("help.guide"):
        QShortcut(QKeySequence(key), dialog, lambda: _open_over(dialog, where))


def _open_over(dialog: QDialog, where: str) -> None:
    above = dialog.parentWidget()
    state = getattr(above.window(), "state", None) if above else None
    guide = GuideDialog(dialog, where=where, left_at=state.guide if state else None)
    guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    guide.show()
