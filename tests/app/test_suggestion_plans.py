"""What judging suggestions does in one step, and that undo takes back all of it."""

import pytest
from plan_cases import BOB, NOW, QUOTE, kinds, linked, mark, refused, said, suggest, undone

from annotator.app.plans import relations, spans, suggestions
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.errors import AnnotatorError, EditError, SchemaError


def test_accepting_a_relation_accepts_its_ends_in_the_same_step(work: Session) -> None:
    quote, bob, acme, link = suggest(work)
    update = work.perform(suggestions.accept, [link])
    assert said(work) == {("QUOTE", "“We act,”"), ("PERSON", "Bob")}
    assert linked(work) == {("speaker", "“We act,”", "Bob")}
    assert kinds(work) == ["accepted"] * 3
    assert update.suggestions == {quote, bob, link}
    assert list(work.work.left.spans) == [acme]
    (kept,) = work.work.own.relations.values()
    assert (kept.origin.suggestion, kept.score) == (link, 0.5)
    assert undone(work).is_empty


def test_accepting_everything_at_once_accepts_nothing_twice(work: Session) -> None:
    every = suggest(work, [("speaker", 0, 1), ("coref", 1, 2)])
    update = work.perform(suggestions.accept, [*every, *every])
    assert (len(work.work.own.spans), len(work.work.own.relations), len(work.work.own.verdicts)) == (3, 2, 5)
    assert update.title == "Accept 5 suggestions"
    assert len(work.work.left) == 0


def test_an_accepted_relation_leads_to_what_its_ends_were_changed_to(work: Session) -> None:
    quote, bob, _, link = suggest(work)
    work.perform(suggestions.change, quote, fragments=(QUOTE, NOW))
    work.perform(suggestions.change, bob, label="ORG")
    assert kinds(work) == ["changed", "changed"]
    work.perform(suggestions.accept, [link])
    assert linked(work) == {("speaker", "“We act,” “Now.”", "Bob")}
    assert said(work) == {("QUOTE", "“We act,” “Now.”"), ("ORG", "Bob")}


def test_an_accepted_relation_that_was_linked_by_hand_between_changed_ends_is_not_made_twice(work: Session) -> None:
    quote, bob, _, link = suggest(work)
    changed = work.perform(suggestions.change, quote, fragments=(QUOTE, NOW)).select[0]
    person = work.perform(suggestions.accept, [bob]).select[0]
    (by_hand,) = work.perform(relations.relate, changed, "speaker", person).changes.relations
    work.perform(suggestions.accept, [link])
    assert list(work.work.own.relations) == [by_hand]
    assert by_hand in {each.result for each in work.work.own.verdicts.values()}
    assert link not in work.work.left.relations


def test_two_models_that_suggest_a_symmetric_relation_either_way_round_make_one(work: Session) -> None:
    suggest(work, [("coref", 1, 2)])
    suggest(work, [("coref", 2, 1)], Annotator(name="other", kind="model", version="1"))
    assert len(work.work.left.relations) == 2
    work.perform(suggestions.accept, list(work.work.left.relations))
    assert len(work.work.own.relations) == 1
    assert len(work.work.left.relations) == 0


def test_a_relation_whose_end_became_something_else_is_refused(work: Session) -> None:
    _quote, bob, _, link = suggest(work)
    work.perform(suggestions.change, bob, label="QUOTE")
    assert "cannot be the tail of speaker" in refused(work, "rule.relation", suggestions.accept, [link])
    work.perform(suggestions.reject, [link])


def test_changing_to_what_is_marked_already_is_refused(work: Session) -> None:
    _, bob, _, _ = suggest(work)
    mark(work, "ORG", BOB)
    sentence = refused(work, "mark.double", suggestions.change, bob, label="ORG")
    assert "ORG" in sentence
    assert bob in work.work.left.spans, "it is still to be judged"


def test_rejecting_a_span_rejects_its_relations_whichever_model_said_them(work: Session) -> None:
    _, _, _, link = suggest(work)
    quote, bob, _, coref = suggest(work, [("coref", 1, 2)], Annotator(name="other", kind="model", version="1"))
    assert set(work.work.left.relations) == {link, coref}
    update = work.perform(suggestions.reject, [bob])
    assert update.title == "Reject 3 suggestions"
    assert update.suggestions == {bob, link, coref}
    assert kinds(work) == ["rejected"] * 3
    assert next(iter(work.work.left.spans)) == quote
    mark(work, "PERSON", BOB)  # the relations stay judged, though the span is marked after all
    assert len(work.work.left.relations) == 0
    work.undo()
    assert undone(work).verdicts == {}


def test_verdicts_survive_a_new_run_of_another_version_with_new_ids(work: Session) -> None:
    quote, bob, _, _ = suggest(work)
    work.perform(suggestions.reject, [quote])
    work.perform(suggestions.accept, [bob])
    suggest(work, model=Annotator(name="rules", kind="model", version="2"))
    assert [each.span.text for each in work.work.left.spans.values()] == ["Acme"]
    assert len(work.work.left.relations) == 0
    work.undo()
    assert [each.span.text for each in work.work.left.spans.values()] == ["Bob", "Acme"]


def test_plans_change_nothing_by_themselves(work: Session) -> None:
    suggest(work)
    left = len(work.work.left)
    spans.mark(work.work, "PERSON", [BOB])
    suggestions.reject(work.work, list(work.work.left.spans))
    assert work.work.own.is_empty
    assert len(work.work.left) == left


def test_a_refused_plan_is_an_error_of_the_model(work: Session) -> None:
    assert issubclass(EditError, AnnotatorError)
    assert issubclass(SchemaError, AnnotatorError)
    with pytest.raises(EditError, match="Select some text first"):
        work.perform(spans.mark, "PERSON", [])
