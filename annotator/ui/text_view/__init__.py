"""The text view: an article with its marks, arcs and selection. Offsets are code points of the text."""

from annotator.ui.text_view.marks import DEFAULT_DARK, DEFAULT_LIGHT, Arc, Look, Mark, MarkState, Swatch
from annotator.ui.text_view.view import TextView

__all__ = ["DEFAULT_DARK", "DEFAULT_LIGHT", "Arc", "Look", "Mark", "MarkState", "Swatch", "TextView"]
