"""Going through the suggestions: the next one, the one before, accepted, rejected."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.app.plans import belonging, suggestions
from annotator.app.plans.plan import Plan
from annotator.ui.annotate.acts.walk import Walk
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Judge", text)


def hidden_sentence() -> str:
    """What is said of an article of the blind sample."""
    return _tr("Suggestions are hidden in this article until you have finished.")


class Judge:
    """Walks through what is left; `walk` gives the order as it is now."""

    def __init__(self, desk: Desk, canvas: Canvas, walk: Callable[[], Walk]) -> None:
        self._desk, self._canvas, self._walk = desk, canvas, walk

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "suggestion.next": self.next,
            "suggestion.previous": self.previous,
            "suggestion.accept": self.accept,
            "suggestion.reject": self.reject,
            "suggestion.accept_whole": self.accept_whole,
            "suggestion.reject_whole": self.reject_whole,
        }

    def _here(self) -> str | int:
        """The current suggestion, or else where one reads."""
        if self._desk.at_suggestion:
            return self._desk.current
        span = self._desk.span
        return span.start if span else self._canvas.text.caret()

    def next(self) -> None:
        """Go to the next suggestion, from the end round to the start."""
        self._go(self._walk().after(self._here()))

    def previous(self) -> None:
        """Go to the suggestion before, from the start round to the end."""
        self._go(self._walk().before(self._here()))

    def _go(self, key: str | None) -> None:
        if key is None:
            is_blind = self._desk.work is not None and self._desk.work.is_blind
            self._desk.said.emit(hidden_sentence() if is_blind else _tr("No suggestion is left."))
            if self._desk.at_suggestion:
                self._desk.select("")
        else:
            self._canvas.go_to(key)

    def accept(self) -> None:
        """Accept the current suggestion and go to the next; from an own span, only go on."""
        if self._desk.span is not None:
            self.next()
        else:
            self._judge(suggestions.accept)

    def reject(self) -> None:
        """Reject the current suggestion and go to the next."""
        self._judge(suggestions.reject)

    def accept_whole(self) -> None:
        """Accept the current suggestion, or complete the current span, with the relations that go out from it."""
        if self._desk.span is not None:
            self.answer(belonging.accept_whole, self._desk.current)
        else:
            self._judge(belonging.accept_whole, whole=True)

    def reject_whole(self) -> None:
        """Reject the current suggestion with what is there for its sake alone."""
        self._judge(belonging.reject_whole, whole=True)

    def change_label(self, label: str) -> None:
        """Accept the current suggestion with another label and go to the next."""
        self.answer(suggestions.change, self._desk.current, label=label)

    def _judge(self, plan: Callable[..., Plan], *, whole: bool = False) -> None:
        if not self._desk.at_suggestion:
            self._desk.failed.emit(_tr("No suggestion is selected: Tab goes to the next one."))
        else:
            self.answer(plan, self._desk.current if whole else [self._desk.current])

    def answer(self, plan: Callable[..., Plan], *args: object, **options: object) -> None:
        """Say something of suggestions, and go from here to the next that is left."""
        walk, here = self._walk(), self._here()
        mark = self._canvas.mark_of(self._desk.current)
        place = mark.fragments[0][0] if mark else 0
        following = walk.after(here)
        if self._desk.perform(plan, *args, **options) is None:
            return
        walk = self._walk()
        if following is None or walk.row(following) is None:
            following = walk.after(place)
        if following is None:
            self._desk.select("")
        else:
            self._canvas.go_to(following)
