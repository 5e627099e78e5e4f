"""Tells a screen reader what happens without the focus moving: what is current, what was saved, what went wrong.

Nothing is put together while no screen reader listens.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from annotator.app.work import Work
from annotator.model.annotation import Span
from annotator.model.rules import shorten
from annotator.model.suggestions import SuggestedRelation, SuggestedSpan
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.panels.relation_text import in_full
from annotator.ui.sentences import translated

_LENGTH = 120  # of a span's text
Say = Callable[[QWidget, str, bool], None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Announcing", text)


def announce(widget: QWidget, sentence: str, urgent: bool = False) -> None:
    """Have a sentence read out: when there is time, or at once."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    levels = QAccessible.AnnouncementPoliteness
    event.setPoliteness(levels.Assertive if urgent else levels.Polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Listens to the desk. `listening` says whether there is a screen reader."""

    def __init__(
        self,
        desk: Desk,
        widget: QWidget,
        say: Say = announce,
        listening: Callable[[], bool] = QAccessible.isActive,
    ) -> None:
        super().__init__(widget)
        self._desk, self._widget, self._say, self._listening = desk, widget, say, listening
        self._saved = False
        desk.current_changed.connect(self._tell_current)
        desk.saved.connect(self._note_saved)
        desk.said.connect(self._tell)
        desk.failed.connect(self._complain)

    def _note_saved(self) -> None:
        """What was saved is said next."""
        self._saved = True

    def _tell(self, sentence: str) -> None:
        saved, self._saved = self._saved, False
        if self._listening():
            sentence = translated(sentence)
            words = _tr("Saved: {what}").format(what=sentence) if saved else sentence
            self._say(self._widget, words, False)

    def _complain(self, sentence: str) -> None:
        if self._listening():
            self._say(self._widget, translated(sentence), True)

    def _tell_current(self) -> None:
        if self._listening() and (words := current_words(self._desk)):
            self._say(self._widget, words, False)


def current_words(desk: Desk) -> str:
    """What is current, in words: `PLEDGE, to expedite the production, 2 relations`; "" when nothing is."""
    work, each = desk.work, desk.suggested or desk.suggested_relation
    if work is None:
        return ""
    if desk.span:
        return _of_span(work, desk.span)
    return _of_suggestion(each) if each else ""


def _of_span(work: Work, span: Span) -> str:
    count = len(work.judging.relations_of(span.id))
    told = {0: _tr("no relations"), 1: _tr("1 relation")}.get(count, _tr("{n} relations").format(n=count))
    return ", ".join(part for part in (span.label, shorten(span.text, _LENGTH), told, span.note) if part)


def _of_suggestion(each: SuggestedSpan | SuggestedRelation) -> str:
    if isinstance(each, SuggestedSpan):
        said, score = f"{each.span.label}, {shorten(each.span.text, _LENGTH)}", each.span.score
    else:
        said, score = in_full(each.head, each.relation.type, each.tail), each.relation.score
    words = _tr("Suggested: {what}").format(what=said)
    return words if score is None else f"{words}, {score:.0%}"
