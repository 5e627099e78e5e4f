"""Filters and orders: any combination gives what a walk over all rows in Python gives."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.plans import spans, states
from annotator.app.session import Session
from annotator.model.annotation import STATUSES, AnnotationSet, Annotator, Span
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.model.query import parse
from annotator.model.schema_file import read_schema
from annotator.store import articles, listing, runs, schemas, sets
from annotator.store.filtering import Filter, Order
from annotator.store.project import Project, create_project

TOML = (Path(__file__).parents[2] / "resources" / "schemas" / "news.toml").read_text(encoding="utf-8")
COUNT = 24
LABELS = ("ORG", "PLEDGE", "QUOTE")
ORDERS: tuple[Order, ...] = ("added", "title", "outlet", "date", "status", "spans", "unjudged", "notes", "doubt")
QUERIES = ("PLEDGE: every", "ORG unsure", "PLEDGE without pledger", "* with note", "QUOTE: number", "ORG: number3")


def text_of(n: int) -> str:
    return f"Everywhere a story, number{n} and mod{n % 7}."


def model_says(n: int) -> AnnotationSet:
    found = [
        Span(id=new_id(), label="ORG", fragments=((at, at + 5),), text=text_of(n)[at : at + 5], score=1 / (1 + n))
        for at in range(0, 3 * (n % 4), 3)
    ]
    model = Annotator(name="rules", kind="model", version="1")
    return AnnotationSet(annotator=model, spans={each.id: each for each in found})


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with create_project(tmp_path_factory.mktemp("filter") / "many.annodb", TOML) as project:
        made = [
            make_article(
                id=new_id(),
                title=("éA", "b", "B", "a", "")[n % 5] + str(n % 3),
                text=text_of(n),
                meta={"outlet": ("Wire", "Post", "")[n % 3], "date": f"2025-{1 + n % 4:02}-{1 + n % 28:02}"}
                if n % 6
                else {},
            )
            for n in range(COUNT)
        ]
        numbers = articles.add(project, made, step=runs.begin(project, "import", "Import"))
        run = runs.begin(project, "model run", "Run")
        for n, seq in enumerate(numbers[: COUNT // 2]):
            runs.store_suggestions(project, model_says(n), seq, run)
        for name in ("Ada", "Bob"):
            work(Session(project, Annotator(name=name)), numbers, len(name))
        yield project


def work(session: Session, numbers: list[int], shift: int) -> None:
    for n, seq in enumerate(numbers):
        if (n + shift) % 3 == 0:
            continue
        session.open_article(seq)
        key = session.perform(spans.mark, LABELS[n % 3], [(0, 10), (13, 25)][: 1 + n % 2]).select[0]
        if n % 4 == 0:
            session.perform(spans.mark, "ORG", [(20, 28)])
            session.perform(spans.set_attribute, key, "unsure", True)
        if n % 5 == 0:
            session.perform(states.set_note, "look again")
            session.perform(spans.set_note, key, "which?")
        session.perform(states.set_status, STATUSES[n % 5])


def facts(project: Project, who: int) -> list[dict[str, Any]]:
    every = listing.rows(project, who, list(articles.numbers(project)))
    found = []
    for seq, row in sorted(every.items()):
        own = sets.load(project, seq, who)
        held = list(own.spans.values()) if own else []
        found.append({"row": row, "own": held, "text": f"{row.title} {articles.get(project, seq).text}".lower()})
    return found


def fits(wanted: Filter, fact: dict[str, Any]) -> bool:
    row = fact["row"]
    day = row.date
    return (
        (not wanted.statuses or row.status in wanted.statuses)
        and (not wanted.outlets or row.outlet in wanted.outlets)
        and (not wanted.labels or any(span.label in wanted.labels for span in fact["own"]))
        and (not wanted.first_day or day >= wanted.first_day)
        and (not wanted.last_day or "" < day <= wanted.last_day)
        and (not wanted.noted or row.notes > 0)
        and (not wanted.unjudged or row.unjudged > 0)
        and all(any(each.startswith(word) for each in fact["text"].split()) for word in wanted.words.split())
        and (wanted.query is None or any(answers(wanted, span) for span in fact["own"]))
    )


def answers(wanted: Filter, span: Span) -> bool:
    asked = wanted.query
    assert asked
    return (
        (not asked.label or span.label == asked.label)
        and (not asked.words or asked.words in span.text.lower())
        and (not asked.flags or span.attributes.get("unsure") is True)
        and (not asked.having or bool(span.note))
    )


def key(wanted: Filter, row: listing.ArticleRow) -> object:
    empty = wanted.order in ("title", "outlet", "date") and not getattr(row, wanted.order)
    if wanted.order == "status":
        return STATUSES.index(row.status)
    if wanted.order == "added":
        return row.seq
    value = getattr(row, wanted.order)
    return (empty != wanted.descending, value) if isinstance(value, str) else value


def of_filters() -> st.SearchStrategy[Filter]:
    schema = read_schema(TOML)
    days = st.sampled_from(["", "", "2025-02-05", "2025-03-20"])
    return st.builds(
        Filter,
        statuses=st.lists(st.sampled_from(STATUSES), max_size=2, unique=True).map(tuple),
        labels=st.lists(st.sampled_from(LABELS), max_size=2, unique=True).map(tuple),
        outlets=st.lists(st.sampled_from(["Wire", "Post"]), max_size=2, unique=True).map(tuple),
        first_day=days,
        last_day=days,
        noted=st.booleans(),
        unjudged=st.booleans(),
        words=st.sampled_from(["", "", "everywh", "mod3", "story"]),
        query=st.none() | st.sampled_from([parse(schema, each) for each in QUERIES]),
        order=st.sampled_from(ORDERS),
        descending=st.booleans(),
    ) | st.builds(Filter, order=st.sampled_from(ORDERS), descending=st.booleans())


def test_every_combination_gives_what_a_walk_over_all_rows_gives(stories: Project) -> None:
    known = {who: facts(stories, who) for who in (2, 3)}

    @given(of_filters(), st.sampled_from([2, 3]), st.integers(1, COUNT))
    def same(wanted: Filter, who: int, limit: int) -> None:
        found = list(listing.numbers(stories, who, wanted))
        expected = [each["row"] for each in known[who] if fits(wanted, each)]
        assert sorted(found) == sorted(row.seq for row in expected)
        by_seq = {row.seq: row for row in expected}
        keys = [fold(key(wanted, by_seq[seq])) for seq in found]
        assert keys == sorted(keys, reverse=wanted.descending)
        assert list(listing.numbers(stories, who, wanted, limit=limit)) == found[:limit]

    same()


def fold(value: object) -> object:
    """As SQLite compares titles: ASCII letters without case."""
    if isinstance(value, tuple):
        return value[0], "".join(char.lower() if char.isascii() else char for char in value[1])
    return value


def test_the_annotators_are_the_second_and_third(stories: Project) -> None:
    assert [Session(stories, Annotator(name=name)).number for name in ("Ada", "Bob")] == [2, 3]
    assert schemas.current(stories)[0] == 1


def test_outlets_are_those_of_the_articles_in_order(stories: Project) -> None:
    assert listing.outlets(stories) == ["Post", "Wire"]


def test_reading_stops_when_its_time_is_over_and_says_so(stories: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_EVERY", 1)
    found = listing.read(stories, 2, Filter(order="title"), patience=0.0)
    assert not found.whole
    assert list(found.found) == list(listing.numbers(stories, 2, Filter(order="title")))[: len(found.found)]
    assert listing.read(stories, 2, Filter(order="title"), patience=60.0).whole
