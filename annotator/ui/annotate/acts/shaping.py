"""What a person does to the shape of spans: all mentions at once, one of two, two of one, a second label."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.app.plans import mentions, shaping
from annotator.app.remembering import without_doubts
from annotator.app.settings import Settings
from annotator.model.annotation import Attributes, SpanKey
from annotator.ui.annotate.acts.marking import Marking
from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.desk import Desk


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shaping", text)


class Shaping:
    """Acts on what is current, and on the selection or the caret."""

    def __init__(self, desk: Desk, canvas: Canvas, marking: Marking, settings: Callable[[], Settings]) -> None:
        self._desk, self._canvas, self._marking, self._settings = desk, canvas, marking, settings

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "span.mark_all": self.mark_all,
            "span.split": self.split,
            "span.merge": self.merge,
            "span.duplicate": self._marking.also,
        }

    def name_at_hand(self) -> tuple[str, str] | None:
        """The label and the words that "all mentions" means: of the selection, or else of what is current."""
        desk, selected = self._desk, self._canvas.selected()
        span = desk.span or (desk.suggested.span if desk.suggested else None)
        label = self._marking.last_label if selected else span.label if span else ""
        pieces = selected or (span.fragments if span else ())
        if desk.work is None or len(pieces) != 1 or not label:
            desk.failed.emit(_tr("Mark one mention first, in one piece: then all others can be marked like it."))
            return None
        return label, desk.work.article.text[slice(*pieces[0])]

    def mark_all(self) -> None:
        """Label all other mentions of the words in the article like this one."""
        desk, here = self._desk, self._place()
        if (name := self.name_at_hand()) is None:
            return
        label, words = name
        if desk.perform(mentions.mark_all, label, words, self._attributes(label)) is None:
            return
        self._canvas.text.clear_selection()
        found = desk.work.judging.marked(SpanKey(label=label, fragments=here)) if desk.work else None
        if found:
            desk.select(found.id)

    def _place(self) -> tuple[tuple[int, int], ...]:
        span = self._desk.span or (self._desk.suggested.span if self._desk.suggested else None)
        return self._canvas.selected() or (span.fragments if span else ())

    def _attributes(self, label: str) -> Attributes:
        """Those of the current span; for a selection, those given last."""
        span = self._desk.span
        if span and not self._canvas.text.selection():
            return without_doubts(span.attributes)
        return self._desk.session.last_values.of(label) if self._settings().remember_values else {}

    def split(self) -> None:
        """Make two spans of the current one, at the selection or else at the caret."""
        desk, text = self._desk, self._canvas.text
        if desk.span is None:
            desk.failed.emit(_tr("Nothing is selected: click a span, or press Space at the caret."))
            return
        selected = text.selection()
        cut = (selected[0][0], selected[-1][1]) if selected else (text.caret(), text.caret())
        self._shape(desk.perform(shaping.split, desk.span.id, cut) is not None)

    def merge(self) -> None:
        """Make one span of those in the selection, or else of the current one and its neighbour."""
        desk, selected = self._desk, self._canvas.text.selection()
        if desk.work is None:
            return
        joined = (selected[0][0], selected[-1][1]) if selected else (0, 0)
        keys = self._within(joined) if selected else []
        if not selected and desk.span:
            keys = [each for each in (desk.span.id, shaping.neighbour(desk.work, desk.span.id)) if each]
        if not keys:
            desk.failed.emit(_tr("Make a span current, or select the text that the spans to merge are in."))
            return
        update = desk.perform(shaping.merge, keys, joined)
        self._shape(update is not None)
        if update:
            desk.select(next(iter(update.select), ""))

    def _within(self, place: tuple[int, int]) -> list[str]:
        """The own spans that meet the selection, of the current span's label or else of the first one's."""
        assert self._desk.work is not None
        every = sorted(self._desk.work.own.spans.values(), key=lambda each: (each.start, each.end))
        met = [each for each in every if any(start < place[1] and end > place[0] for start, end in each.fragments)]
        current = self._desk.span
        label = current.label if current in met and current else met[0].label if met else ""
        return [each.id for each in met if each.label == label]

    def _shape(self, is_done: bool) -> None:
        if is_done:
            self._canvas.text.clear_selection()
