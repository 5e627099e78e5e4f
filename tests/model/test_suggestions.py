from msgspec.structs import replace

from annotator.model.annotation import AnnotationSet, Annotator, Relation, Span, SpanKey
from annotator.model.suggestions import SuggestedRelation, SuggestedSpan, make_verdict, pending, said_by

ADA = Annotator(name="Ada")
ONE = Annotator(name="rules", kind="model", version="1")
TWO = Annotator(name="rules", kind="model", version="2")
TEXT = "“We act,” said Bob."


def span(id_: str, label: str, start: int, end: int) -> Span:
    return Span(id=id_, label=label, fragments=((start, end),), text=TEXT[start:end])


QUOTE, BOB = span("q", "QUOTE", 0, 9), span("b", "PERSON", 15, 18)
LINK = Relation(id="r", type="speaker", head="q", tail="b")


def model(annotator: Annotator = ONE, mark: str = "") -> AnnotationSet:
    """What a model says of the text; `mark` makes the ids of another run."""
    spans = [replace(QUOTE, id=f"q{mark}"), replace(BOB, id=f"b{mark}")]
    link = replace(LINK, id=f"r{mark}", head=f"q{mark}", tail=f"b{mark}")
    return AnnotationSet(annotator=annotator, spans={each.id: each for each in spans}, relations={link.id: link})


def own(*spans: Span, link: Relation | None = None) -> AnnotationSet:
    relations = {link.id: link} if link else {}
    return AnnotationSet(annotator=ADA, spans={each.id: each for each in spans}, relations=relations)


def judge(target: AnnotationSet, kind: str, subject: SuggestedSpan | SuggestedRelation) -> AnnotationSet:
    verdict = make_verdict(kind, subject)
    target.verdicts[verdict.id] = verdict
    return target


SUGGESTED_QUOTE, SUGGESTED_LINK = SuggestedSpan(QUOTE, ONE), SuggestedRelation(LINK, QUOTE, BOB, ONE)


def left(target: AnnotationSet, *models: AnnotationSet) -> list[str]:
    found = pending(target, models or [model()])
    return [*found.spans, *found.relations]


def test_all_that_a_model_says_is_pending_at_first_in_text_order() -> None:
    assert left(own()) == ["q", "b", "r"]
    assert len(pending(own(), [model()])) == 3


def test_a_suggestion_equal_to_a_span_that_the_person_has_counts_as_judged() -> None:
    assert left(own(span("mine", "PERSON", 15, 18))) == ["q", "r"]
    assert left(own(span("mine", "ORG", 15, 18))) == ["q", "b", "r"]
    assert left(own(span("mine", "PERSON", 14, 18))) == ["q", "b", "r"]


def test_a_relation_equal_in_type_and_ends_counts_as_judged() -> None:
    mine = own(replace(QUOTE, id="x"), replace(BOB, id="y"), link=replace(LINK, head="x", tail="y"))
    assert left(mine) == []


def test_rejecting_a_span_hides_its_relations_until_it_is_marked_by_hand() -> None:
    rejected = judge(own(), "rejected", SUGGESTED_QUOTE)
    assert left(rejected) == ["b"]
    rejected.spans["x"] = replace(QUOTE, id="x")
    assert left(rejected) == ["b", "r"]


def test_accepting_a_span_leaves_its_relations_to_judge() -> None:
    assert left(judge(own(), "accepted", SUGGESTED_QUOTE)) == ["b", "r"]
    assert left(judge(own(), "changed", SUGGESTED_QUOTE)) == ["b", "r"]


def test_verdicts_survive_a_new_run_with_new_ids_of_another_version() -> None:
    judged = judge(judge(own(), "rejected", SUGGESTED_QUOTE), "rejected", SUGGESTED_LINK)
    assert left(judged, model(TWO, "2")) == ["b2"]


def test_what_two_models_say_alike_appears_once_as_the_first_has_it() -> None:
    other = Annotator(name="other", kind="model", version="1")
    assert left(own(), model(), model(other, "2")) == ["q", "b", "r"]
    assert said_by([model(), model(other, "2")]).spans[QUOTE.key].model == ONE


def test_a_verdict_names_the_suggestion_by_what_it_says_and_where_it_came_from() -> None:
    verdict = make_verdict("rejected", SUGGESTED_LINK)
    assert (verdict.subject, verdict.result) == (SUGGESTED_LINK.key, None)
    assert (verdict.origin.annotator, verdict.origin.version, verdict.origin.suggestion) == ("rules", "1", "r")
    assert make_verdict("accepted", SUGGESTED_QUOTE, "x").subject == SpanKey(label="QUOTE", fragments=((0, 9),))
