"""What formats cannot hold of an article and its sets, told in the same words for each of them.

`ready` is what a writer asks first; these are the kinds of loss that several formats share, and who reports them. A
writer that keeps some of it reports only the rest.
"""

from collections.abc import Collection

from annotator.exchange.losses import Loss, LossKind, LossReport
from annotator.model.annotation import AnnotationSet, Relation, Span, places
from annotator.model.article import Article, first_line, headline

TEXT = LossKind("text", "article text")
META = LossKind("meta", "title or metadata of an article")
STATE = LossKind("set_state", "status, article label, note or flag of a set")
VERDICT = LossKind("verdicts", "verdict on a suggestion")
IN_PIECES = LossKind("in_pieces", "span in fragments, written as one span a fragment")
ATTRIBUTE = LossKind("attributes", "attribute of a span or relation")
NOTE = LossKind("notes", "note on a span or relation")
ORIGIN = LossKind("origins", "suggestion that a span or relation was accepted from")
SCORE = LossKind("scores", "score of a span or relation")

_OUT = "left out"


class Lost:
    """Adds to a loss report what is lost of one article."""

    def __init__(self, losses: LossReport, title: str) -> None:
        self._losses = losses
        self._title = title

    def add(self, kind: LossKind, place: str, done: str = _OUT, *, label: str = "", text: str = "") -> None:
        """Something that is neither span nor relation: an article label, a name."""
        self._losses.add(kind, Loss(article=self._title, place=place, done=done, label=label, text=text))

    def span(self, kind: LossKind, span: Span, done: str = _OUT, *, what: str = "") -> None:
        """A span, or `what` of it."""
        place = places(span.fragments)
        self.add(kind, f"{place}, {what}" if what else place, done, label=span.label, text=span.text)

    def relation(self, kind: LossKind, relation: Relation, among: AnnotationSet, done: str = _OUT) -> None:
        """A relation of a set, named by its ends."""
        head, tail = among.spans[relation.head], among.spans[relation.tail]
        place = f"{head.label} {head.start} → {tail.label} {tail.start}"
        self.add(kind, place, done, label=relation.type, text=head.text)

    def record(self, kind: LossKind, record: Span | Relation, among: AnnotationSet) -> None:
        """A span or relation, whichever it is."""
        if isinstance(record, Span):
            self.span(kind, record)
        else:
            self.relation(kind, record, among)

    def text(self, article: Article) -> None:
        """The article's text."""
        self.add(TEXT, f"0-{len(article.text)}")

    def article(self, article: Article) -> None:
        """The title, where the text does not give it again, and the metadata."""
        if article.title != (headline(article.text) or first_line(article.text)):
            self.add(META, "title")
        for name in sorted(article.meta):
            self.add(META, f"metadata {name}")

    def state(self, each: AnnotationSet) -> None:
        """What a set says of the article as a whole; a set that comes in as done has lost no status."""
        state, whose = each.state, f"set of {each.annotator}"
        if state.status != "done":
            self.add(STATE, f"{whose}, status {state.status}")
        for what, value in (("note", state.note), ("flag", state.flag)):
            if value:
                self.add(STATE, f"{whose}, {what}")
        for name in sorted(state.attributes):
            self.add(STATE, f"{whose}, article label {name}")

    def verdicts(self, each: AnnotationSet) -> None:
        """The verdicts of a set, which hardly another tool knows."""
        for verdict in each.verdicts.values():
            self.add(VERDICT, f"{verdict.kind} by {each.annotator}")

    def pieces(self, each: AnnotationSet) -> None:
        """Spans in several fragments, of a format that has a span for each."""
        for span in each.spans.values():
            if len(span.fragments) > 1:
                self.span(IN_PIECES, span, f"written as {len(span.fragments)} spans")

    def details(self, each: AnnotationSet, kinds: Collection[LossKind], *, of_spans: bool = True) -> None:
        """Attributes, notes, origins and scores (of those kinds) of the relations, and of the spans as well.

        The attributes of one span count once, however many there are.
        """
        for record in (*(each.spans.values() if of_spans else ()), *each.relations.values()):
            self.detail(record, each, kinds)

    def detail(self, record: Span | Relation, among: AnnotationSet, kinds: Collection[LossKind]) -> None:
        """The same of one of them."""
        for kind in _present(record, kinds):
            self.record(kind, record, among)


def _present(record: Span | Relation, kinds: Collection[LossKind]) -> list[LossKind]:
    has = {ATTRIBUTE: bool(record.attributes), NOTE: bool(record.note), ORIGIN: record.origin is not None}
    has[SCORE] = record.score is not None
    return [kind for kind in kinds if has[kind]]
