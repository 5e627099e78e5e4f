"""The list of articles, "next" and search: what they give, and that no query walks through a table."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from query_plans import plan_of, scans, watched

from annotator.app.plans import spans, states
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.model.query import parse
from annotator.model.schema_file import read_schema
from annotator.store import annotators, articles, find, history, listing, runs, search, sets
from annotator.store.filtering import Filter, Order
from annotator.store.project import Project, create_project

ADA = Annotator(name="Ada")
MODEL = Annotator(name="rules", kind="model", version="1")


def fill(project: Project, count: int) -> None:
    made = [
        make_article(
            id=new_id(),
            title=f"Story {n}",
            text=f"Everywhere a story, number{n} and mod{n % 7}.",
            meta={"outlet": "The Wire", "date": "2026-11-24"} if n == 3 else None,
        )
        for n in range(1, count + 1)
    ]
    articles.add(project, made, step=runs.begin(project, "import", "Import"))


@pytest.fixture
def ten(tmp_path: Path, news_toml: str) -> Iterator[Project]:
    with create_project(tmp_path / "ten.annodb", news_toml) as made:
        fill(made, 10)
        yield made


def give(session: Session, **statuses: list[int]) -> None:
    for status, numbers in statuses.items():
        for seq in numbers:
            session.open_article(seq)
            session.perform(states.set_status, status.replace("_", " "))


def test_the_list_holds_all_articles_or_those_with_a_status_or_words(ten: Project) -> None:
    ada = Session(ten, ADA)
    give(ada, done=[2, 9], in_progress=[5], flagged=[3])
    who = ada.number
    assert list(listing.numbers(ten, who)) == list(range(1, 11))
    assert list(listing.numbers(ten, who, limit=3)) == [1, 2, 3]
    assert list(listing.numbers(ten, who, Filter(statuses=("done",)))) == [2, 9]
    assert list(listing.numbers(ten, who, Filter(statuses=("new",)))) == [1, 4, 6, 7, 8, 10]
    assert list(listing.numbers(ten, who, Filter(words="mod2"))) == [2, 9]
    assert list(listing.numbers(ten, who, Filter(words="every"), limit=2)) == [1, 2]
    assert list(listing.numbers(ten, who, Filter(statuses=("new",), words="mod1"))) == [1, 8]
    assert list(listing.numbers(ten, who, Filter(statuses=("done",), words="mod1"))) == []
    assert list(listing.numbers(ten, who, Filter(words=" "))) == list(range(1, 11))


def test_the_counts_are_those_of_the_filters(ten: Project) -> None:
    ada = Session(ten, ADA)
    give(ada, done=[2, 9], skipped=[5])
    found = listing.counts(ten, ada.number)
    assert found == {"new": 7, "done": 2, "skipped": 1}
    assert {status: len(listing.numbers(ten, ada.number, Filter(statuses=(status,)))) for status in found} == found


def test_the_list_is_each_persons_own_also_when_she_comes_later(ten: Project) -> None:
    give(Session(ten, ADA), done=[2])
    bob = Session(ten, Annotator(name="Bob"))
    assert listing.counts(ten, bob.number) == {"new": 10}
    fill(ten, 0)
    articles.add(ten, [make_article(id=new_id(), title="", text="Late news.")])
    assert listing.counts(ten, bob.number) == {"new": 11}


def test_rows_show_what_the_list_needs_and_leave_out_what_is_gone(ten: Project) -> None:
    ada = Session(ten, ADA)
    give(ada, flagged=[3])
    found = listing.rows(ten, ada.number, [3, 99, 1])
    assert sorted(found) == [1, 3]
    row = found[3]
    assert (row.title, row.outlet, row.date, row.words, row.status) == (
        "Story 3",
        "The Wire",
        "2026-11-24",
        6,
        "flagged",
    )
    assert listing.rows(ten, 99, [1])[1].status == "new"
    assert listing.rows(ten, ada.number, []) == {}


def test_next_goes_round_from_the_end_to_the_start_and_ends_when_all_is_done(ten: Project) -> None:
    ada = Session(ten, ADA)
    give(ada, done=[2, 3, 5, 6, 7, 8, 9, 10], in_progress=[4])
    assert listing.next_open(ten, ada.number, 1) == 4
    assert listing.next_open(ten, ada.number, 4) == 1
    assert listing.next_open(ten, ada.number, 10) == 1
    assert listing.next_open(ten, ada.number, 0) == 1
    give(ada, skipped=[1])
    assert listing.next_open(ten, ada.number, 7) == 4
    give(ada, flagged=[4])
    assert listing.next_open(ten, ada.number, 7) is None


def test_the_most_doubted_open_article_comes_next_and_then_the_others(ten: Project) -> None:
    ada = Session(ten, ADA)
    doubt = {2: 300, 5: 900, 7: 500, 9: 900}
    with ten.writing() as db:
        sql = "UPDATE standing SET doubt = ?, unjudged = 1 WHERE article = ? AND annotator = ?"
        db.executemany(sql, [(much, seq, ada.number) for seq, much in doubt.items()])
    assert listing.next_doubted(ten, ada.number, 1) == 9
    assert listing.next_doubted(ten, ada.number, 9) == 5, "not the one at hand"
    assert listing.numbers(ten, ada.number, Filter(order="doubt", descending=True)).tolist()[:6] == [9, 5, 7, 2, 1, 3]
    ada.doubtful_first = True
    for seq, following in ((9, 5), (5, 7), (7, 2), (2, 3)):
        ada.open_article(seq)
        assert ada.finish().following == following


# Query plans


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """2,000 articles, never analysed: the plans must be good without statistics."""
    toml = (Path(__file__).parents[2] / "resources" / "schemas" / "news.toml").read_text(encoding="utf-8")
    with create_project(tmp_path_factory.mktemp("many") / "many.annodb", toml) as made:
        fill(made, 2000)
        ada = Session(made, ADA)
        give(ada, done=[5, 6], in_progress=[9])
        ada.perform(spans.mark, "ORG", [(0, 10)])
        step = runs.begin(made, "model run", "Run")
        for seq in range(1, 50):
            runs.store_suggestions(made, AnnotationSet(annotator=MODEL), seq, step)
        yield made


ACTS: dict[str, Callable[[Project], object]] = {
    "the first articles": lambda it: listing.rows(it, 1, list(range(1, 200))),
    "a status": lambda it: listing.numbers(it, 1, Filter(statuses=("done",))),
    "a word": lambda it: listing.numbers(it, 1, Filter(words="mod3")),
    "a word that is everywhere": lambda it: listing.numbers(it, 1, Filter(words="everywhere")),
    "a word and a status": lambda it: listing.numbers(it, 1, Filter(statuses=("done",), words="everywhere")),
    "some statuses": lambda it: listing.numbers(it, 1, Filter(statuses=("done", "flagged"))),
    "a label": lambda it: listing.numbers(it, 1, Filter(labels=("ORG", "GPE"))),
    "an outlet": lambda it: listing.numbers(it, 1, Filter(outlets=("The Wire",))),
    "outlets and a status": lambda it: listing.numbers(it, 1, Filter(outlets=("The Wire", ""), statuses=("new",))),
    "days": lambda it: listing.numbers(it, 1, Filter(first_day="2026-11-01", last_day="2026-12-31")),
    "notes": lambda it: listing.numbers(it, 1, Filter(noted=True)),
    "suggestions left": lambda it: listing.numbers(it, 1, Filter(unjudged=True, statuses=("new", "done"))),
    "a question": lambda it: listing.numbers(it, 1, Filter(query=ORGS)),
    "a question with words": lambda it: listing.numbers(it, 1, Filter(query=ORGS_SAYING)),
    "spans": lambda it: find.spans(it, 1, ORGS, limit=20),
    "spans with words": lambda it: find.spans(it, 1, ORGS_SAYING, limit=20),
    "where spans are": lambda it: find.places(it, 1, ORGS_SAYING, [5, 6, 9]),
    "the outlets": lambda it: listing.outlets(it),
    "the places found": lambda it: search.snippets(it, "mod3", [3, 10, 17]),
    "the order of statuses": lambda it: listing.numbers(it, 1, Filter(order="status")),
    "what has spans first": lambda it: listing.numbers(it, 1, Filter(order="spans", descending=True), limit=2),
    "what is left first": lambda it: listing.numbers(it, 1, Filter(order="unjudged", descending=True), limit=2),
    "what is doubted first": lambda it: listing.numbers(it, 1, Filter(order="doubt", descending=True), limit=2),
    "what has notes first": lambda it: listing.numbers(it, 1, Filter(order="notes", descending=True), limit=2),
    "the counts": lambda it: listing.counts(it, 1),
    "next": lambda it: listing.next_open(it, 1, 1000),
    "next at the end": lambda it: listing.next_open(it, 1, 2000),
    "next by doubt": lambda it: listing.next_doubted(it, 1, 1000),
    "search": lambda it: search.search(it, "mod3"),
    "the count of a search": lambda it: search.count(it, "everywh"),
    "an article": lambda it: articles.get(it, 1000),
    "an article by its id": lambda it: articles.number_of_text(it, "x", "y"),
    "whether an article is new": lambda it: articles.find(it, make_article(id="x", title="", text="New.")),
    "a set": lambda it: sets.load(it, 9, 1),
    "all sets of an article": lambda it: sets.of_article(it, 9),
    "suggestions": lambda it: sets.of_models(it, 9),
    "the sets that an article has": lambda it: list(sets.facts(it, article=9)),
    "undo stacks": lambda it: history.stacks(it, 9, 1),
    "the history of the project": lambda it: history.project_steps(it),
    "what the model has not seen": lambda it: runs.without_suggestions(it, MODEL, after=40),
    "an edit": lambda it: _edit(it),
    "a page of all articles": lambda it: next(articles.walk(it, after=1900)),
    "an undone import": lambda it: runs.undo(it, _import(it)),
    "a person that comes": lambda it: annotators.find(it, Annotator(name="Nobody")),
}

SCHEMA = read_schema((Path(__file__).parents[2] / "resources" / "schemas" / "news.toml").read_text(encoding="utf-8"))
ORGS = parse(SCHEMA, "ORG without coref")
ORGS_SAYING = parse(SCHEMA, "ORG: everywhere")

# What is no walk, though SQLite calls it so, or sorts only what it gives.
ALLOWED: dict[str, set[str]] = {
    # what is found between two days, or has notes, or has something left, is put in the order of import
    **{each: {"USE TEMP B-TREE FOR ORDER BY"} for each in ("days", "notes", "suggestions left")},
    # what has none follows in the order of import: a walk in order, that ends with the first
    **{f"what {each} first": {"SCAN article"} for each in ("has spans", "is left", "is doubted", "has notes")},
    # the spans of one set, a handful of them
    "where spans are": {"USE TEMP B-TREE FOR ORDER BY"},
    # the names that the steps into the index gave
    "the outlets": {"SCAN each"},
    # the few sets of models of one article, the newest run first
    "suggestions": {"USE TEMP B-TREE FOR ORDER BY"},
    # those, and the newest of the few versions of the schema: one row from the end of the table
    "an edit": {"USE TEMP B-TREE FOR ORDER BY", "SCAN schema_version"},
    # the articles that the import brought, found by index before, are counted; named once each if refused
    "an undone import": {"SCAN (subquery-2)", "USE TEMP B-TREE FOR DISTINCT"},
}


def _edit(project: Project) -> None:
    ada = Session(project, ADA)
    ada.open_article(9)
    made = ada.perform(spans.mark, "ORG", [(3, 8)]).select
    ada.perform(spans.remove, made)
    ada.undo()


def _import(project: Project) -> int:
    step = runs.begin(project, "import", "Import")
    articles.add(project, [make_article(id=new_id(), title="", text=new_id())], step=step)
    return step


@pytest.mark.parametrize("what", ACTS)
def test_no_query_walks_through_a_table(many: Project, what: str) -> None:
    assert scans(many, lambda: ACTS[what](many)) <= ALLOWED.get(what, set())


def test_the_list_of_all_articles_is_one_walk_down_an_index_in_order(many: Project) -> None:
    found = scans(many, lambda: listing.numbers(many, 1))
    assert len(found) == 1
    assert re.fullmatch(r"SCAN article( USING COVERING INDEX \w+)?", found.pop())


@pytest.mark.parametrize("order", ["title", "outlet", "date"])
@pytest.mark.parametrize("descending", [False, True])
def test_an_order_is_a_walk_down_its_index_that_ends_after_the_first(
    many: Project, order: Order, descending: bool
) -> None:
    def act() -> None:
        listing.numbers(many, 1, Filter(order=order, descending=descending, statuses=("new",)), limit=20)

    assert scans(many, act) == set()
    with watched(many) as seen:
        act()
    steps = [step for statement in seen for step in plan_of(many, statement)]
    assert f"SEARCH article USING COVERING INDEX article_by_{order} ({order}>?)" in steps


@pytest.mark.parametrize("order", ["spans", "unjudged", "notes", "doubt"])
def test_a_count_sorts_down_its_index(many: Project, order: Order) -> None:
    with watched(many) as seen:
        listing.numbers(many, 1, Filter(order=order, descending=True), limit=20)
    steps = [step for statement in seen for step in plan_of(many, statement)]
    assert any(f"standing_by_{order}" in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)


def test_next_seeks_the_number_itself_and_does_not_walk_through_what_is_done_or_open(many: Project) -> None:
    with watched(many) as seen:
        listing.next_open(many, 1, 2000)
    steps = [step for statement in seen for step in plan_of(many, statement)]
    sought = "SEARCH standing USING PRIMARY KEY (annotator=? AND status=? AND article{}?)"
    assert set(steps) - {"SEARCH"} == {sought.format(">"), sought.format("<")}


def test_the_watch_sees_a_walk(many: Project) -> None:
    walks = scans(many, lambda: many.db.conn.execute("SELECT * FROM span WHERE start = 3 ORDER BY text").fetchall())
    assert walks == {"SCAN span", "USE TEMP B-TREE FOR ORDER BY"}
