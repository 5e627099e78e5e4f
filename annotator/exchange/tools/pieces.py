"""Spans that another tool knows only as pieces: one for every fragment."""

from collections.abc import Sequence

from msgspec.structs import replace as altered

from annotator.model.annotation import Span


def joined(pieces: Sequence[Span]) -> Span:
    """One span of pieces that share an id; all but the place is the first's."""
    if len(pieces) == 1:
        return pieces[0]
    ordered = sorted(pieces, key=lambda piece: piece.fragments)
    fragments = tuple(fragment for piece in ordered for fragment in piece.fragments)
    return altered(pieces[0], fragments=fragments, text=" ".join(piece.text for piece in ordered))
