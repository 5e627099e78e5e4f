"""Keeps the text view in line with the work at hand, mark by mark."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale

from annotator.app.work import Update, Work
from annotator.model.annotation import Fragments
from annotator.model.article import Article, has_heading
from annotator.model.trailer import trailer_start
from annotator.store.find import Place
from annotator.ui.annotate.acts.boundaries import without_space
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.marks_of import arcs_of, changed_marks, end_mark, marks_of, touches_arcs
from annotator.ui.text_view import Mark, TextView


class Canvas:
    """What the text view shows, and where it is."""

    def __init__(self, desk: Desk, text: TextView) -> None:
        self._desk, self.text = desk, text
        self._marks: dict[str, Mark] = {}
        self._arcs: frozenset[str] = frozenset()
        self._article = ""
        self.alone, self._alone_with = False, ""  # whether only the current mark is shown, and which
        self.gone: list[Mark] = []  # what the last update took out

    def show_work(self, work: Work, meta: str) -> None:
        """Show another article, or the same one read anew."""
        article = work.article
        if self._article != article.id:
            self._article = article.id
            self.text.set_article(article.text, heading=has_heading(article), meta=meta)
            start = trailer_start(article.text)
            self.text.set_dimmed([(start, len(article.text))] if start < len(article.text) else [])
        self._marks = {mark.id: mark for mark in marks_of(work)}
        self.gone = []
        self.text.set_marks(self._visible(self._marks.values()))
        self._show_arcs(work)

    def show_update(self, work: Work, update: Update) -> None:
        """Show what an update changed."""
        put, drop = changed_marks(work, update)
        self.gone = [self._marks.pop(key) for key in drop if key in self._marks]
        self._marks.update((mark.id, mark) for mark in put)
        if put or drop:
            self.text.change_marks(self._visible(put), drop)
        if touches_arcs(work, update, self._arcs):
            self._show_arcs(work)

    def _visible(self, marks: Iterable[Mark]) -> list[Mark]:
        """Those of the marks that are shown: all, or the current one alone."""
        return [mark for mark in marks if not self.alone or mark.id == self._alone_with]

    def set_alone(self, alone: bool) -> None:
        """Show the current mark alone, or all marks."""
        self.alone = alone
        mark = self.mark_of(self._desk.current)
        self._alone_with = mark.id if mark else ""
        self.text.set_marks(self._visible(self._marks.values()))

    def preview(self, key: str, fragments: Fragments) -> None:
        """Show a mark as it would be with other fragments, until `end_preview`."""
        if mark := self._marks.get(key):
            self.text.change_marks([replace(mark, fragments=fragments)], [])

    def end_preview(self, key: str) -> None:
        """Show a mark as it is again."""
        if mark := self._marks.get(key):
            self.text.change_marks([mark], [])

    def _show_arcs(self, work: Work) -> None:
        arcs = arcs_of(work)
        self._arcs = frozenset(arc.id for arc in arcs)
        self.text.set_arcs(arcs)

    def mark_of(self, key: str) -> Mark | None:
        """The mark of a span or suggestion; of a suggested relation, that of its head."""
        work = self._desk.work
        relation = work.left.relations.get(key) if work else None
        if work and relation:
            return self._marks.get(end_mark(work, relation.head) or end_mark(work, relation.tail) or "")
        return self._marks.get(key)

    def show_current(self) -> None:
        """Frame what is current."""
        mark = self.mark_of(self._desk.current)
        if self.alone:
            before, self._alone_with = self._alone_with, mark.id if mark else ""
            self.text.change_marks([mark] if mark else [], [before] if before != self._alone_with else [])
        self.text.set_current(mark.id if mark else None)

    def selected(self) -> Fragments:
        """What is selected as it is to be marked: words that are selected by keys bring the space after them along."""
        return without_space(self.text.text(), self.text.selection())

    def go_to(self, key: str) -> None:
        """Make something current and have it in view, the caret at its start."""
        self._desk.select(key)
        mark = self.mark_of(key)
        if mark is None:
            return
        start, end = mark.fragments[0][0], mark.fragments[-1][1]
        self.text.select(start, start)
        self.text.reveal(start, min(end, start + 400))

    def go_to_found(self, place: Place) -> None:
        """Go to a span that was searched for; where its text is when it is somebody else's."""
        self.go_to(place.span)
        if self.mark_of(place.span) is None:
            self.text.select(place.start, place.end)
            self.text.reveal(place.start, min(place.end, place.start + 400))

    def show_place(self, mark: Mark) -> None:
        """Select the text where a mark was."""
        start, end = mark.fragments[0][0], mark.fragments[-1][1]
        self.text.select(start, end)
        self.text.reveal(start, min(end, start + 400))


def meta_line(article: Article, words: str) -> str:
    """Outlet, date, length and language of an article: `Sample Wire · 26 October 2025 · 638 words · en`."""
    meta = article.meta
    date = QDate.fromString(str(meta.get("date") or "")[:10], "yyyy-MM-dd")
    told = QLocale().toString(date, "d MMMM yyyy") if date.isValid() else str(meta.get("date") or "")
    parts = (meta.get("outlet"), told, words, meta.get("language"))
    isolated = (f"\u2068{part}\u2069" for part in parts if part)  # each in its own direction
    return " · ".join(isolated)
