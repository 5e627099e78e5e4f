"""Annotation sets for the tests of agreement: spans written by their words in a text."""

from annotator.model.annotation import AnnotationSet, Annotator, Attributes, Fragments, Relation, Span, covered


class Made:
    """A set that is put together on a text, mark by mark; ids are the name with a number."""

    def __init__(self, text: str, name: str = "Ada") -> None:
        self._text = text
        self.set = AnnotationSet(annotator=Annotator(name=name), spans={}, relations={})

    def mark(self, label: str, *pieces: str, note: str = "", **attributes: str | bool) -> str:
        """A span on the first place of each piece; its id."""
        places = [(self._text.index(piece), self._text.index(piece) + len(piece)) for piece in pieces]
        return self.mark_at(label, tuple(places), attributes, note)

    def mark_at(self, label: str, places: Fragments, attributes: Attributes | None = None, note: str = "") -> str:
        """A span on places of the text; its id."""
        key = f"{self.set.annotator.name}-{len(self.set.spans)}"
        text = covered(self._text, places)
        made = Span(id=key, label=label, fragments=places, text=text, attributes=attributes or {}, note=note)
        self.set.spans[key] = made
        return key

    def link(self, head: str, kind: str, tail: str) -> str:
        """A relation; its id."""
        key = f"{self.set.annotator.name}-r{len(self.set.relations)}"
        self.set.relations[key] = Relation(id=key, type=kind, head=head, tail=tail)
        return key
