"""What each plan does in one step, and that undo takes back all of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from strategies import RICH_TOML

from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.session import Session
from annotator.app.work import Update
from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.model.article import make_article
from annotator.model.edits import ChangeSet
from annotator.model.errors import AnnotatorError, EditError, SchemaError
from annotator.model.ids import new_id
from annotator.store import articles, check, runs, sets
from annotator.store.project import create_project

TEXT = "“We act,” said Bob of Acme. “Now.”"
ADA = Annotator(name="Ada")
MODEL = Annotator(name="rules", kind="model", version="1")
QUOTE, BOB, ACME, NOW = (0, 9), (15, 18), (22, 26), (28, 34)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Session]:
    """Ada at work on a short article; after the test, the file holds what memory holds and has no problem."""
    with create_project(tmp_path / "p.annodb", RICH_TOML) as project:
        articles.add(project, [make_article(id=new_id(), title="T", text=TEXT)])
        session = Session(project, ADA)
        session.open_article(1)
        yield session
        kept = sets.load(project, 1, session.number)
        assert kept == session.work.own or (kept is None and session.work.own.is_empty)
        assert list(check.problems(project)) == []


def mark(work: Session, label: str, *pieces: tuple[int, int]) -> str:
    return work.perform(spans.mark, label, pieces).select[0]


def suggest(work: Session, links: list[tuple[str, int, int]] | None = None, model: Annotator = MODEL) -> list[str]:
    """Have a model suggest the quote, Bob and Acme, and links between them; the ids of its spans and links."""
    places = [("QUOTE", QUOTE), ("PERSON", BOB), ("ORG", ACME)]
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


# Suggestions


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
    refused(work, "mark.double", suggestions.change, bob, label="ORG")


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
