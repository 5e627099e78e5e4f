"""What keys and menus do to the view of the text: zoom, arcs, the caret's sentences, the text alone."""

from collections.abc import Callable

from annotator.ui.annotate.canvas import Canvas
from annotator.ui.annotate.panes import Panes

_ZOOM_STEP = 1.1


class ViewActs:
    """Changes how an article is seen and never what is said of it; `told` hears whether the text is alone."""

    def __init__(self, canvas: Canvas, panes: Panes, told: Callable[[bool], object]) -> None:
        self._canvas, self._text, self._panes, self._told = canvas, canvas.text, panes, told
        self._all_arcs = False

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        text = self._text
        return {
            "caret.sentence_next": lambda: text.move_by_sentence(1),
            "caret.sentence_previous": lambda: text.move_by_sentence(-1),
            "caret.select_sentence_next": lambda: text.move_by_sentence(1, select=True),
            "caret.select_sentence_previous": lambda: text.move_by_sentence(-1, select=True),
            "panel.next": lambda: self._panes.focus_next(1),
            "panel.previous": lambda: self._panes.focus_next(-1),
            "view.arcs": self._toggle_arcs,
            "view.focus": lambda: self.set_focus_mode(not self._canvas.alone),
            "view.larger": lambda: text.set_zoom(text.zoom() * _ZOOM_STEP),
            "view.smaller": lambda: text.set_zoom(text.zoom() / _ZOOM_STEP),
            "view.normal": lambda: text.set_zoom(1.0),
        }

    def _toggle_arcs(self) -> None:
        self._all_arcs = not self._all_arcs
        self._text.set_all_arcs(self._all_arcs)

    def set_focus_mode(self, on: bool) -> None:
        """Show only the text and the current mark, or all again."""
        if on != self._canvas.alone:
            self._canvas.set_alone(on)
            self._panes.show_text_alone(on)
            self._told(on)
            self._text.setFocus()
