"""Plans carried out on a short article, and what the set then says."""

import pytest
from msgspec.structs import replace

from annotator.app.plans import spans
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, Relation, Span
from annotator.model.errors import AnnotatorError
from annotator.model.ids import new_id
from annotator.store import runs

TEXT = "“We act,” said Bob of Acme. “Now.”"
ADA = Annotator(name="Ada")
MODEL = Annotator(name="rules", kind="model", version="1")
QUOTE, BOB, ACME, NOW = (0, 9), (15, 18), (22, 26), (28, 34)


def mark(work: Session, label: str, *pieces: tuple[int, int]) -> str:
    return work.perform(spans.mark, label, pieces).select[0]


def suggest(
    work: Session,
    links: list[tuple[str, int, int]] | None = None,
    model: Annotator = MODEL,
    labels: tuple[str, str, str] = ("QUOTE", "PERSON", "ORG"),
) -> list[str]:
    """Have a model suggest the quote, Bob and Acme, and links between them; the ids of its spans and links."""
    places = zip(labels, (QUOTE, BOB, ACME), strict=True)
    made = [Span(id=new_id(), label=label, fragments=((s, e),), text=TEXT[s:e]) for label, (s, e) in places]
    wanted = [("speaker", 0, 1)] if links is None else links
    linked = [Relation(id=new_id(), type=kind, head=made[a].id, tail=made[b].id, score=0.5) for kind, a, b in wanted]
    found = AnnotationSet(
        annotator=model, spans={each.id: each for each in made}, relations={each.id: each for each in linked}
    )
    step = runs.begin(work.project, "model run", "Run")
    article = work.work.article
    work.receive([(article.id, article.sha256, found)], step)
    return [*(each.id for each in made), *(each.id for each in linked)]


def said(work: Session) -> set[tuple[str, str]]:
    return {(each.label, each.text) for each in work.work.own.spans.values()}


def linked(work: Session) -> set[tuple[str, str, str]]:
    own = work.work.own
    return {(each.type, own.spans[each.head].text, own.spans[each.tail].text) for each in own.relations.values()}


def kinds(work: Session) -> list[str]:
    return sorted(each.kind for each in work.work.own.verdicts.values())


def undone(work: Session) -> AnnotationSet:
    """The set with the last step taken back; then the step is done again."""
    own = work.work.own
    after = replace(own, spans=dict(own.spans), relations=dict(own.relations), verdicts=dict(own.verdicts))
    assert work.undo() is not None
    before = replace(own, spans=dict(own.spans), relations=dict(own.relations), verdicts=dict(own.verdicts))
    assert work.redo() is not None
    assert work.work.own == after
    return before


def refused(work: Session, code: str, plan: object, *args: object, **options: object) -> str:
    """The sentence with which a plan is refused; nothing has changed then."""
    before = dict(work.work.own.spans), dict(work.work.own.relations), work.work.own.state, work.work.undoable
    with pytest.raises(AnnotatorError) as caught:
        work.perform(plan, *args, **options)
    assert caught.value.code == code
    assert (work.work.own.spans, work.work.own.relations, work.work.own.state, work.work.undoable) == before
    return str(caught.value)
