"""What the formats of other tools cannot hold, told in the same words for each of them."""

from collections.abc import Collection

from annotator.exchange.losses import Loss, LossKind, LossReport
from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import AnnotationSet, Relation, Span

IN_PIECES = LossKind("in_pieces", "span in fragments, written as one span a fragment")
VERDICTS = LossKind("verdicts", "verdict on a suggestion")
ATTRIBUTES = LossKind("attributes", "attribute of a span or relation")
NOTES = LossKind("notes", "note on a span or relation")
ORIGINS = LossKind("origins", "suggestion that a span or relation was accepted from")
SCORES = LossKind("scores", "score of a span or relation")
ARTICLE_LABELS = LossKind("article_labels", "label of an article that the format has no form for")
METADATA = LossKind("metadata", "metadata whose name the format uses itself")

_OUT = "left out"


class Losing:
    """Reports for one article."""

    def __init__(self, losses: LossReport, item: Outgoing) -> None:
        self._losses = losses
        self._title = item.article.title

    def add(self, kind: LossKind, place: str, done: str = _OUT, *, label: str = "", text: str = "") -> None:
        """Something that is no span: an article label, a name."""
        self._losses.add(kind, Loss(article=self._title, place=place, done=done, label=label, text=text))

    def span(self, kind: LossKind, span: Span, done: str = _OUT) -> None:
        """Something of a span."""
        self.add(kind, place(span), done, label=span.label, text=span.text)

    def pieces(self, annotation: AnnotationSet) -> None:
        """Spans in several fragments."""
        for span in annotation.spans.values():
            if len(span.fragments) > 1:
                self.span(IN_PIECES, span, f"written as {len(span.fragments)} spans")

    def verdicts(self, annotation: AnnotationSet) -> None:
        """Verdicts, which no other tool knows."""
        for each in annotation.verdicts.values():
            self.add(VERDICTS, f"set of {annotation.annotator}, {each.kind}")

    def details(self, annotation: AnnotationSet, kinds: Collection[LossKind], *, of_spans: bool = True) -> None:
        """Attributes, notes, origins and scores (of those kinds) of the relations, and of the spans as well."""
        for span in annotation.spans.values() if of_spans else ():
            for kind in _present(span, kinds):
                self.span(kind, span)
        for relation in annotation.relations.values():
            head = annotation.spans[relation.head]
            for kind in _present(relation, kinds):
                self.add(kind, f"relation from {place(head)}", label=relation.type, text=head.text)


def _present(record: Span | Relation, kinds: Collection[LossKind]) -> list[LossKind]:
    """Which of these the record has; an attribute counts once, however many there are."""
    has = {ATTRIBUTES: bool(record.attributes), NOTES: bool(record.note), ORIGINS: record.origin is not None}
    has[SCORES] = record.score is not None
    return [kind for kind in kinds if has[kind]]


def place(span: Span) -> str:
    """Where a span is, in code points."""
    return " ".join(f"{start}-{end}" for start, end in span.fragments)
