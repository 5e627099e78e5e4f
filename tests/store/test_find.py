"""Questions about spans, asked of a small project: which articles, which span, and what is shown of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.plans import relations, spans
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.model.query import parse
from annotator.store import articles, find, listing
from annotator.store.filtering import Filter
from annotator.store.project import create_project

TEXTS = (
    "Marr vowed to cut the income tax. “Taxes will fall,” Marr said.",
    "Osei promised Taxation reform. He said “no new levies”.",
    "The tax fell. Nobody vowed anything.",
    "Zoë Müller wird die Steuern senken.",
)
ADA = Annotator(name="Ada")


@pytest.fixture
def asked(tmp_path: Path, news_toml: str) -> Iterator[Session]:
    """Ada's spans in four articles; Bob has one of his own."""
    with create_project(tmp_path / "asked.annodb", news_toml) as project:
        articles.add(project, [make_article(id=new_id(), title=text[:12], text=text) for text in TEXTS])
        ada, bob = Session(project, ADA), Session(project, Annotator(name="Bob"))
        pledge = mark(ada, 1, "PLEDGE", "cut the income tax")
        quote = mark(ada, 1, "QUOTE", "“Taxes will fall,”")
        person = mark(ada, 1, "PERSON", "Marr")
        ada.perform(relations.relate, quote, "speaker", person)
        ada.perform(spans.set_attribute, pledge, "voice", "self")
        mark(ada, 2, "PLEDGE", "Taxation reform")
        mark(ada, 2, "QUOTE", "“no new levies”")
        unsure = mark(ada, 4, "PERSON", "Zoë Müller")
        ada.perform(spans.set_attribute, unsure, "unsure", True)
        ada.perform(spans.set_note, unsure, "which one?")
        mark(bob, 3, "PLEDGE", "tax fell")
        yield ada


def mark(session: Session, seq: int, label: str, words: str) -> str:
    text = session.open_article(seq).article.text
    start = text.index(words)
    return session.perform(spans.mark, label, [(start, start + len(words))]).select[0]


FOUND = {
    "PLEDGE: tax": [1, 2],
    'PLEDGE: "tax"': [1],
    "PLEDGE: income tax": [1],
    "PLEDGE: levies": [],
    "QUOTE with speaker": [1],
    "QUOTE without speaker": [2],
    "PERSON without speaker": [4],
    "PLEDGE voice=self": [1],
    "PLEDGE voice=reported": [2],
    'PERSON "zoe muller"': [4],
    "unsure": [4],
    "PERSON unsure=no": [1],
    "* with note": [4],
    "* : tax": [1, 2],
    "QUOTE": [1, 2],
    "ORG": [],
}


@pytest.mark.parametrize("line", FOUND)
def test_a_question_finds_the_articles_in_which_a_span_answers(asked: Session, line: str) -> None:
    query = parse(asked.schema, line)
    found = listing.numbers(asked.project, asked.number, Filter(query=query))
    assert list(found) == FOUND[line]
    assert sorted(find.places(asked.project, asked.number, query, range(1, 5))) == FOUND[line]
    assert sorted({seq for seq, _, _ in find.spans(asked.project, asked.number, query, limit=9)}) == FOUND[line]


def test_it_is_asked_of_the_annotator_that_is_chosen(asked: Session) -> None:
    query = parse(asked.schema, "PLEDGE: tax")
    assert list(listing.numbers(asked.project, asked.number + 1, Filter(query=query))) == [3]


def test_the_span_is_told_with_the_words_marked(asked: Session) -> None:
    def told(line: str) -> str:
        query = parse(asked.schema, line)
        return find.told(query, find.places(asked.project, asked.number, query, [1])[1])

    assert told("PLEDGE: tax") == "cut the income ‹tax›"
    assert told("* : fall") == "QUOTE: “Taxes will ‹fall›,”"


def test_a_question_goes_together_with_other_filters_and_words(asked: Session) -> None:
    query = parse(asked.schema, "PLEDGE: tax")
    for wanted, expected in (
        (Filter(query=query, labels=("PERSON",)), [1]),
        (Filter(query=query, words="osei"), [2]),
        (Filter(query=query, order="title", descending=True), [2, 1]),
        (Filter(query=query, statuses=("done",)), []),
    ):
        assert list(listing.numbers(asked.project, asked.number, wanted)) == expected


def test_what_is_typed_cannot_reach_the_database(asked: Session) -> None:
    for words in ('"); DROP TABLE span; --', "' OR 1=1", "%", '"', "*", "\x00", "\ud800"):
        query = parse(asked.schema, f"PLEDGE: {words} x")
        assert list(listing.numbers(asked.project, asked.number, Filter(query=query))) == []


def test_a_span_is_found_by_its_id_whosever_it_is(asked: Session) -> None:
    made = mark(Session(asked.project, Annotator(name="Bob")), 3, "DATE", "fell")
    found = find.place(asked.project, 3, made)
    assert found is not None
    assert (found.label, found.start, found.end, found.text) == ("DATE", 8, 12, "fell")
    assert find.place(asked.project, 2, made) is None
    assert find.place(asked.project, 3, "nowhere") is None
