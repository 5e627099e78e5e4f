"""A quote or pledge is judged with what belongs to it, in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import new_project
from plan_cases import ADA, QUOTE, TEXT, kinds, linked, refused, said, suggest, undone

from annotator.app.plans import belonging, suggestions
from annotator.app.session import Session

LINKS = [("speaker", 0, 1), ("coref", 1, 2)]


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Session]:
    """Ada at work on a short article with the schema of news."""
    with new_project(tmp_path / "p.annodb", TEXT) as project:
        session = Session(project, ADA)
        session.open_article(1)
        yield session


def test_names_lead_to_nothing_and_serve_nobody(work: Session) -> None:
    schema = work.work.schema
    assert belonging.leading(schema) == {"QUOTE", "PLEDGE"}
    assert belonging.serving(schema) == {"CUE", "MENTION", "BENEFICIARY"}


def test_a_quote_is_accepted_with_its_speaker_and_who_that_is(work: Session) -> None:
    quote, *_ = suggest(work, LINKS)
    update = work.perform(belonging.accept_whole, quote)
    assert linked(work) == {("speaker", "“We act,”", "Bob"), ("coref", "Bob", "Acme")}
    assert said(work) == {("QUOTE", "“We act,”"), ("PERSON", "Bob"), ("ORG", "Acme")}
    assert update.title == "Accept 5 suggestions"
    assert undone(work).is_empty


def test_who_else_is_said_to_be_the_speaker_is_left(work: Session) -> None:
    quote, *_ = suggest(work, [("speaker", 0, 1), ("coref", 2, 1)])
    work.perform(belonging.accept_whole, quote)
    assert linked(work) == {("speaker", "“We act,”", "Bob")}


def test_what_is_left_is_added_to_a_quote_that_was_accepted_or_changed_before(work: Session) -> None:
    quote, *_ = suggest(work)
    own = work.perform(suggestions.change, quote, fragments=((QUOTE[0], QUOTE[1] - 1),)).select[0]
    work.perform(belonging.accept_whole, own)
    assert linked(work) == {("speaker", "“We act,", "Bob")}
    refused(work, "judge.none", belonging.accept_whole, own)


def test_a_name_is_accepted_without_the_quotes_that_it_speaks(work: Session) -> None:
    _, bob, *_ = suggest(work)
    work.perform(belonging.accept_whole, bob)
    assert said(work) == {("PERSON", "Bob")}


def test_another_quote_or_pledge_is_taken_in_only_where_it_is_accepted(work: Session) -> None:
    first, second, *_ = suggest(work, [("continues", 0, 1)], labels=("QUOTE", "QUOTE", "ORG"))
    work.perform(belonging.accept_whole, first)
    assert said(work) == {("QUOTE", "“We act,”")}
    work.perform(suggestions.accept, [second])
    (own,) = [each.id for each in work.work.own.spans.values() if each.text == "“We act,”"]
    work.perform(belonging.accept_whole, own)
    assert linked(work) == {("continues", "“We act,”", "Bob")}


def test_a_quote_is_rejected_with_the_mention_that_is_there_for_it_alone(work: Session) -> None:
    quote, *_ = suggest(work, labels=("QUOTE", "MENTION", "ORG"))
    work.perform(belonging.reject_whole, quote)
    assert kinds(work) == ["rejected"] * 3
    assert [each.span.text for each in work.work.left.spans.values()] == ["Acme"]
    assert undone(work).verdicts == {}


def test_a_mention_that_another_quote_needs_and_a_name_are_left(work: Session) -> None:
    quote, *_ = suggest(work, [("speaker", 0, 1), ("speaker", 2, 1)], labels=("QUOTE", "MENTION", "QUOTE"))
    work.perform(belonging.reject_whole, quote)
    assert [each.span.text for each in work.work.left.spans.values()] == ["Bob", "Acme"]


def test_a_name_is_left_when_its_quote_is_rejected(work: Session) -> None:
    quote, *_ = suggest(work)
    work.perform(belonging.reject_whole, quote)
    assert [each.span.label for each in work.work.left.spans.values()] == ["PERSON", "ORG"]


def test_a_relation_is_judged_by_itself(work: Session) -> None:
    *_, link = suggest(work)
    work.perform(belonging.reject_whole, link)
    assert len(work.work.left.spans) == 3
    work.undo()
    work.perform(belonging.accept_whole, link)
    assert linked(work) == {("speaker", "“We act,”", "Bob")}


def test_what_was_judged_already_is_refused(work: Session) -> None:
    quote, *_ = suggest(work)
    work.perform(suggestions.reject, [quote])
    assert "goes out from here" in refused(work, "judge.none", belonging.accept_whole, quote)
    assert "judged already" in refused(work, "judge.gone", belonging.reject_whole, quote)
