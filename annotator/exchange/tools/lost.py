"""What formats of plain labels cannot hold of an article and its sets, told in one way."""

from dataclasses import dataclass

from annotator.exchange.losses import Loss, LossKind, LossReport
from annotator.model.annotation import AnnotationSet, Relation, Span
from annotator.model.article import Article, first_line, headline

ARTICLE = LossKind("article", "title or metadata of an article left out")
STATE = LossKind("set_state", "status, article label, note or flag of a set left out")
VERDICT = LossKind("verdict", "verdict on a suggestion left out")
ORIGIN = LossKind("origin", "origin in a suggestion left out")
SCORE = LossKind("score", "score of a suggestion left out")


@dataclass(frozen=True, slots=True)
class Lost:
    """Adds to a loss report what is lost of one article."""

    losses: LossReport
    title: str

    def add(self, kind: LossKind, place: str, done: str = "left out", *, label: str = "") -> None:
        """Report something that is no span."""
        self.losses.add(kind, Loss(article=self.title, place=place, done=done, label=label))

    def span(self, kind: LossKind, span: Span, done: str = "left out", *, what: str = "") -> None:
        """Report a span, or `what` of it."""
        place = " ".join(f"{start}-{end}" for start, end in span.fragments)
        place = f"{place}, {what}" if what else place
        self.losses.add(kind, Loss(article=self.title, label=span.label, text=span.text, place=place, done=done))

    def relation(self, kind: LossKind, relation: Relation, ends: AnnotationSet, done: str = "left out") -> None:
        """Report a relation of the set."""
        head, tail = ends.spans[relation.head], ends.spans[relation.tail]
        place = f"{head.label} {head.start} → {tail.label} {tail.start}"
        self.losses.add(kind, Loss(article=self.title, label=relation.type, place=place, done=done))

    def article(self, article: Article) -> None:
        """The title, where the text does not give it again, and the metadata."""
        if article.title != (headline(article.text) or first_line(article.text)):
            self.add(ARTICLE, "title")
        for name in sorted(article.meta):
            self.add(ARTICLE, f"metadata {name}")

    def state(self, each: AnnotationSet) -> None:
        """What the set says of the article as a whole, and its verdicts."""
        state, whose = each.state, f"set of {each.annotator}"
        if state.status != "done":
            self.add(STATE, f"{whose}, status {state.status}")
        for what, value in (("note", state.note), ("flag", state.flag)):
            if value:
                self.add(STATE, f"{whose}, {what}")
        for name in sorted(state.attributes):
            self.add(STATE, f"{whose}, article label {name}")
        for _ in each.verdicts:
            self.add(VERDICT, whose)

    def record(self, record: Span | Relation, each: AnnotationSet) -> None:
        """Where a span or relation came from."""
        for kind, there in ((ORIGIN, record.origin is not None), (SCORE, record.score is not None)):
            if there and isinstance(record, Span):
                self.span(kind, record)
            elif there and isinstance(record, Relation):
                self.relation(kind, record, each)
