"""What each plan does in one step, and that undo takes back all of it."""

import pytest
from plan_cases import ACME, BOB, NOW, QUOTE, kinds, linked, mark, refused, said, suggest, undone

from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.session import Session
from annotator.app.work import Update
from annotator.model.annotation import SetState
from annotator.model.edits import ChangeSet

# Marking


def test_a_mark_has_the_label_the_covered_text_and_its_defaults(work: Session) -> None:
    update = work.perform(spans.mark, "QUOTE", [NOW, QUOTE])
    span = work.work.own.spans[update.select[0]]
    assert (span.label, span.fragments, span.text) == ("QUOTE", (QUOTE, NOW), "“We act,” “Now.”")
    assert span.attributes == {"type": "direct"}
    assert (span.origin, span.score) == (None, None)
    assert update.title == "Mark QUOTE ““We act,” “Now.””"


def test_the_first_step_sets_the_article_in_progress_and_its_undo_makes_it_new_again(work: Session) -> None:
    mark(work, "PERSON", BOB)
    assert work.work.own.state.status == "in progress"
    assert undone(work).is_empty


def test_saying_that_a_new_article_is_done_leaves_it_done(work: Session) -> None:
    work.perform(states.set_status, "done")
    assert work.work.own.state == SetState(status="done")
    mark(work, "PERSON", BOB)
    assert work.work.own.state.status == "done"


def test_a_note_on_a_new_article_sets_it_in_progress_in_the_same_edit(work: Session) -> None:
    work.perform(states.set_note, "To do.")
    assert work.work.own.state == SetState(status="in progress", note="To do.")
    assert undone(work).state == SetState()


def test_the_same_mark_twice_an_empty_one_and_one_past_the_text_are_refused(work: Session) -> None:
    mark(work, "PERSON", BOB)
    assert refused(work, "mark.double", spans.mark, "PERSON", [BOB]) == "“Bob” is marked as PERSON already."
    refused(work, "mark.empty", spans.mark, "PERSON", [(3, 3)])
    assert "goes past the text" in refused(work, "rule.span", spans.mark, "PERSON", [(3, 99)])
    assert "goes past the text" in refused(work, "rule.span", spans.mark, "PERSON", [(-3, 2)])
    assert "is not in the schema" in refused(work, "rule.span", spans.mark, "LAW", [BOB])
    mark(work, "ORG", BOB)  # the same place under another label is another mark


def test_marking_what_is_suggested_in_just_that_way_accepts_the_suggestion(work: Session) -> None:
    quote, bob, acme, link = suggest(work)
    made = mark(work, "PERSON", BOB)
    origin = work.work.own.spans[made].origin
    assert (origin.suggestion, origin.annotator, origin.version) == (bob, "rules", "1")
    assert kinds(work) == ["accepted"]
    assert [*work.work.left.spans, *work.work.left.relations] == [quote, acme, link]
    assert work.work.undoable == "Accept PERSON “Bob”"


# Changing


def test_relabelling_keeps_the_attributes_that_both_have_and_gives_the_new_defaults(work: Session) -> None:
    key = mark(work, "PERSON", BOB)
    work.perform(spans.set_attribute, key, "unsure", True)
    work.perform(spans.set_attribute, key, "wikidata", "Q1")
    work.perform(spans.relabel, key, "QUOTE")
    assert work.work.own.spans[key].attributes == {"type": "direct", "unsure": True}
    assert undone(work).spans[key].attributes == {"unsure": True, "wikidata": "Q1"}


def test_relabelling_drops_relations_that_the_label_cannot_have_in_the_same_step_and_says_so(work: Session) -> None:
    quote, bob, acme = mark(work, "QUOTE", QUOTE), mark(work, "PERSON", BOB), mark(work, "ORG", ACME)
    work.perform(relations.relate, quote, "speaker", bob)
    work.perform(relations.relate, bob, "coref", acme)
    update = work.perform(spans.relabel, bob, "ORG")
    assert (update.remark, len(work.work.own.relations)) == ("", 2)
    update = work.perform(spans.relabel, bob, "QUOTE")
    assert update.remark == "2 relations that a QUOTE cannot have were removed."
    assert len(update.changes.relations) == 2
    assert work.work.own.relations == {}
    assert len(undone(work).relations) == 2
    work.undo()
    assert linked(work) == {("speaker", "“We act,”", "Bob"), ("coref", "Bob", "Acme")}


def test_relabelling_or_moving_to_what_is_marked_already_is_refused(work: Session) -> None:
    person, org = mark(work, "PERSON", BOB), mark(work, "ORG", BOB)
    refused(work, "mark.double", spans.relabel, person, "ORG")
    there = mark(work, "ORG", ACME)
    refused(work, "mark.double", spans.move, org, [ACME])
    refused(work, "mark.empty", spans.move, there, [])
    assert "goes past" in refused(work, "rule.span", spans.move, there, [(30, 60)])
    assert "is not in the schema" in refused(work, "rule.span", spans.relabel, there, "LAW")


def test_moving_keeps_what_else_is_known_of_the_span(work: Session) -> None:
    quote, bob = mark(work, "QUOTE", QUOTE), mark(work, "PERSON", BOB)
    work.perform(relations.relate, quote, "speaker", bob)
    work.perform(spans.set_note, quote, "long")
    work.perform(spans.move, quote, [QUOTE, NOW])
    span = work.work.own.spans[quote]
    assert (span.text, span.note, len(work.work.own.relations)) == ("“We act,” “Now.”", "long", 1)


def test_a_wrong_attribute_or_value_is_refused_and_none_takes_it_away(work: Session) -> None:
    key = mark(work, "QUOTE", QUOTE)
    assert "is none of direct, indirect" in refused(work, "rule.span", spans.set_attribute, key, "type", "loud")
    assert "There is no attribute since" in refused(work, "rule.span", spans.set_attribute, key, "since", "2026-01-01")
    refused(work, "rule.span", spans.set_attribute, key, "weight", float("nan"))
    work.perform(spans.set_attribute, key, "type", None)
    assert work.work.own.spans[key].attributes == {}
    assert "is no date" in refused(work, "rule.state", states.set_attribute, "since", "soon")


def test_a_note_is_stored_as_texts_are(work: Session) -> None:
    key = mark(work, "QUOTE", QUOTE)
    work.perform(spans.set_note, key, "one\r\ntwo\ud800")
    assert work.work.own.spans[key].note == "one\ntwo\ufffd"
    work.perform(states.set_note, "\ud83d")
    assert work.work.own.state.note == "\ufffd"


def test_what_changes_nothing_is_no_step(work: Session) -> None:
    key = mark(work, "QUOTE", QUOTE)
    work.undo()
    work.redo()
    work.undo()
    assert work.perform(states.set_note, "") == Update(changes=ChangeSet())
    assert work.perform(spans.remove, []) == Update(changes=ChangeSet())
    assert work.work.own.is_empty
    assert work.work.redoable is not None
    work.redo()
    work.perform(spans.set_attribute, key, "type", "direct")
    work.perform(spans.set_note, key, "")
    assert work.work.undoable == "Mark QUOTE ““We act,””"


def test_removing_spans_removes_their_relations_and_says_so(work: Session) -> None:
    quote, bob, acme = mark(work, "QUOTE", QUOTE), mark(work, "PERSON", BOB), mark(work, "ORG", ACME)
    work.perform(relations.relate, quote, "speaker", bob)
    work.perform(relations.relate, bob, "coref", acme)
    update = work.perform(spans.remove, [bob, bob])
    assert update.remark == "Its 2 relations were removed too."
    assert update.title == "Remove PERSON “Bob”"
    assert said(work) == {("QUOTE", "“We act,”"), ("ORG", "Acme")}
    assert len(undone(work).relations) == 2
    assert work.perform(spans.remove, [quote, acme]).title == "Remove 2 spans"


@pytest.mark.parametrize(
    ("code", "plan", "args"),
    [
        ("span.gone", spans.relabel, ("gone", "ORG")),
        ("span.gone", spans.move, ("gone", [BOB])),
        ("span.gone", spans.set_attribute, ("gone", "unsure", True)),
        ("span.gone", spans.set_note, ("gone", "x")),
        ("span.gone", spans.remove, (["gone"],)),
        ("span.gone", relations.relate, ("gone", "coref", "gone")),
        ("relation.gone", relations.remove, ("gone",)),
        ("relation.gone", relations.set_attribute, ("gone", "unsure", True)),
        ("judge.gone", suggestions.accept, (["gone"],)),
        ("judge.gone", suggestions.reject, (["gone"],)),
        ("judge.gone", suggestions.change, ("gone",)),
    ],
)
def test_what_is_gone_is_refused_with_a_sentence(work: Session, code: str, plan: object, args: tuple[object]) -> None:
    mark(work, "PERSON", BOB)
    assert refused(work, code, plan, *args).endswith(".")


# Relations


def test_a_relation_that_the_schema_forbids_is_refused_by_name(work: Session) -> None:
    quote, bob = mark(work, "QUOTE", QUOTE), mark(work, "PERSON", BOB)
    sentence = refused(work, "rule.relation", relations.relate, bob, "speaker", quote)
    assert sentence == "PERSON “Bob” cannot be the head of speaker: only QUOTE can."
    assert "is not in the schema" in refused(work, "rule.relation", relations.relate, quote, "owns", bob)
    assert "to itself" in refused(work, "rule.relation", relations.relate, bob, "coref", bob)


def test_the_same_relation_twice_is_refused_and_a_symmetric_one_either_way_round(work: Session) -> None:
    quote, now = mark(work, "QUOTE", QUOTE), mark(work, "QUOTE", NOW)
    bob, acme = mark(work, "PERSON", BOB), mark(work, "ORG", ACME)
    work.perform(relations.relate, now, "continues", quote)
    work.perform(relations.relate, quote, "continues", now)
    refused(work, "relate.double", relations.relate, now, "continues", quote)
    work.perform(relations.relate, bob, "coref", acme)
    refused(work, "relate.double", relations.relate, bob, "coref", acme)
    refused(work, "relate.double", relations.relate, acme, "coref", bob)
    assert sorted(each.type for each in work.work.own.relations.values()) == ["continues", "continues", "coref"]


def test_targets_are_the_spans_that_the_schema_allows(work: Session) -> None:
    quote, bob, now = mark(work, "QUOTE", QUOTE), mark(work, "PERSON", BOB), mark(work, "QUOTE", NOW)
    found = {key: [each.name for each in types] for key, types in relations.targets(work.work, quote).items()}
    assert found == {bob: ["speaker"], now: ["continues"]}


def test_a_relation_takes_attributes_and_goes_by_itself(work: Session) -> None:
    quote, bob = mark(work, "QUOTE", QUOTE), mark(work, "PERSON", BOB)
    (link,) = work.perform(relations.relate, quote, "speaker", bob).changes.relations
    work.perform(relations.set_attribute, link, "weight", 0.5)
    assert work.work.own.relations[link].attributes == {"weight": 0.5}
    refused(work, "rule.relation", relations.set_attribute, link, "since", "2026-01-01")
    work.perform(relations.set_attribute, link, "weight", None)
    assert work.perform(relations.remove, link).select == (quote,)
    assert len(work.work.own.spans) == 2
