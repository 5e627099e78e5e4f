"""Judging many suggestions in one step: those in view, those of a label, those above a score."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from annotator.app.plans import suggestions
from annotator.app.work import Work
from annotator.ui.annotate.acts.judge import Judge
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Many", text)


class Many:
    """Acts on several suggestions; `judge` goes on to the next that is left."""

    def __init__(self, desk: Desk, canvas: Canvas, judge: Judge, parent: QWidget) -> None:
        self._desk, self._canvas, self._judge, self._parent = desk, canvas, judge, parent
        self._score = 90  # per cent, as it was asked for last

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "suggestion.accept_view": self.accept_in_view,
            "suggestion.accept_label": self.accept_label,
            "suggestion.accept_above": self.ask_score,
            "suggestion.reject_label": self.reject_label,
        }

    def accept_in_view(self) -> None:
        """Accept every suggestion that can be seen; a relation when both its ends can."""
        if work := self._desk.work:
            self._accept(seen(work, self._canvas.text.visible_range()), "")

    def accept_label(self) -> None:
        """Accept every suggestion with the label of the current one."""
        if (label := self._label()) and (work := self._desk.work):
            self._accept(of_label(work, label), f" of {label}")

    def reject_label(self) -> None:
        """Reject every suggestion with the label of the current one."""
        if (label := self._label()) and (work := self._desk.work):
            self._judge.answer(suggestions.reject, of_label(work, label), f" of {label}")

    def ask_score(self) -> None:
        """Ask above which score suggestions are accepted."""
        from annotator.ui.dialogs.score import ScoreDialog

        work, desk = self._desk.work, self._desk
        if work is None or self._is_none([*work.left.spans, *work.left.relations]):
            return
        if desk.read_only:
            desk.failed.emit(_tr("The project is open for reading only."))
            return
        ScoreDialog(self._parent, self._score, lambda score: len(above(work, score)), self._accept_above).open()

    def _accept_above(self, score: int) -> None:
        self._score = score
        if work := self._desk.work:
            self._accept(above(work, score), "")

    def _accept(self, keys: list[str], which: str) -> None:
        if not self._is_none(keys):
            self._judge.answer(suggestions.accept_all, keys, which)

    def _is_none(self, keys: list[str]) -> bool:
        if not keys:
            self._desk.said.emit(_tr("There is no such suggestion."))
        return not keys

    def _label(self) -> str:
        desk = self._desk
        if desk.suggested_relation:
            return desk.suggested_relation.relation.type
        if span := desk.suggested.span if desk.suggested else desk.span:
            return span.label
        desk.failed.emit(_tr("Go to a suggestion of the label first: Tab goes to the next one."))
        return ""


def seen(work: Work, view: tuple[int, int]) -> list[str]:
    """The suggestions in a range of the text, spans first."""
    spans = [key for key, each in work.left.spans.items() if _is_in(each.span.fragments, view)]
    links = work.left.relations.items()
    both = [key for key, each in links if all(_is_in(end.fragments, view) for end in (each.head, each.tail))]
    return spans + both


def _is_in(fragments: Iterable[tuple[int, int]], view: tuple[int, int]) -> bool:
    return any(start < view[1] and end > view[0] for start, end in fragments)


def of_label(work: Work, label: str) -> list[str]:
    """The suggested spans with a label, or the suggested relations of a type."""
    spans = [key for key, each in work.left.spans.items() if each.span.label == label]
    return spans + [key for key, each in work.left.relations.items() if each.relation.type == label]


def above(work: Work, score: int) -> list[str]:
    """The suggestions with a score of at least so many per cent; those without a score are not among them."""
    every = [(key, each.span.score) for key, each in work.left.spans.items()]
    every += [(key, each.relation.score) for key, each in work.left.relations.items()]
    return [key for key, found in every if found is not None and found * 100 >= score]
