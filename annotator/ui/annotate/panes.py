"""The annotate page's three panes side by side: the articles, the text under its heading, and the panels."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from annotator.model.article import Article, has_heading
from annotator.ui.annotate.panels.side import Side
from annotator.ui.article_list.article_list import ArticleList
from annotator.ui.look import scale
from annotator.ui.parts.flow import role_label
from annotator.ui.text_view import TextView

_WIDE = 1200  # pixels


class Heading(QWidget):
    """Title and facts of an article whose text does not begin with them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("articleHeading")
        self.title = role_label("", "article", wrap=True)
        self._meta = role_label("", "dim", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 14, 28, 6)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self._meta)

    def show_article(self, article: Article, meta: str) -> None:
        """Show an article's, or nothing where the text has its own."""
        self.title.setText(article.title)
        self._meta.setText(meta)
        self.setVisible(not has_heading(article))


class Panes(QSplitter):
    """Shares the width out until somebody moves a border: in a narrow window the sides take less."""

    def __init__(self, articles: ArticleList, text: TextView, side: Side) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("annotateSplitter")
        self.setHandleWidth(1)
        self.heading = Heading()
        self.guests: list[QWidget] = []  # panes of others, which the keys go to as well
        self._articles, self._text, self._side = articles, text, side
        self._moved, self._kept = False, ""
        for widget in (articles, _under(self.heading, text), side):
            self.addWidget(widget)
        self.setCollapsible(1, False)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._note_moved)
        articles.setMinimumWidth(180)
        side.setMinimumWidth(270)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        if self._kept:  # before the first real width they would be scaled with it
            self.restoreState(QByteArray.fromBase64(self._kept.encode("ascii")))
            self._kept = "" if self.isVisible() else self._kept
        elif not self._moved:
            left, right = _sides(self.width())
            self.setSizes([left, self.width() - left - right, right])

    def _note_moved(self) -> None:
        self._moved = True

    def sides_moved(self) -> str:
        """How wide somebody made the sides, in Qt's own form; "" when nobody did."""
        return bytes(self.saveState().toBase64().data()).decode("ascii") if self._moved else ""

    def restore_sides(self, kept: str) -> None:
        """Make the sides as wide as they were."""
        if kept and self.restoreState(QByteArray.fromBase64(kept.encode("ascii"))):
            self._moved, self._kept = True, kept

    def show_text_alone(self, alone: bool) -> None:
        """Hide the sides, or show them again."""
        self._articles.setVisible(not alone)
        self._side.setVisible(not alone)

    def focus_next(self, step: int) -> None:
        """Move the focus between the list, the text, the panel at the right and what else is there."""
        focus = QApplication.focusWidget()
        guests = [each for each in self.guests if each.isVisible()]
        panes: list[QWidget] = [self._articles, self._text, self._side, *guests]
        here = next((at for at, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), 1)
        wanted = (here + step) % len(panes)
        target = (self._articles.view, self._text, self._side.first_field(), *guests)[wanted]
        target.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)


def _under(heading: QWidget, text: QWidget) -> QWidget:
    middle = QWidget()
    middle.setObjectName("textPane")
    middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addWidget(text, 1)
    return middle


def _sides(width: int) -> tuple[int, int]:
    """The widths of the list and the panels: with a larger font more, but never most of a window."""
    left, right = (260, 350) if width >= _WIDE else (212, 308)
    more = scale()
    return max(left, min(round(left * more), width * 22 // 100)), max(
        right, min(round(right * more), width * 36 // 100)
    )
