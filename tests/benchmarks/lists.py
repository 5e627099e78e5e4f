"""Rows of the list of articles: opening it, filtering, searching, and going to the next open article."""

import shutil
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from measuring import calibrate, looped, timed
from PySide6.QtWidgets import QWidget
from rows import Bench, Measured, absolute, row
from showing import SIZE, PaintWatch, app, page_on, settle
from synthetic import PERSON, annotated, make_project, many, schema_toml, vocabulary

from annotator.app.session import Session
from annotator.model.annotation import STATUSES
from annotator.model.article import Article
from annotator.store import annotators, articles, sets
from annotator.store.project import Project, create_project, open_project
from annotator.ui.article_list.article_list import ArticleList
from annotator.ui.articles.page import ArticlesPage
from annotator.ui.articles.table_model import COLUMNS
from annotator.ui.text_view.marks import DEFAULT_LIGHT

_ROUNDS = 9
_MILLION = 1_000_000


def _make(bench: Bench, count: int) -> Path:
    """A project of so many articles, of all statuses."""
    path = make_project(bench.fresh(f"{count}.annodb"), many(count))
    with open_project(path) as project:
        Session(project, PERSON)
        with project.writing() as db:
            for rest, status in enumerate(STATUSES[1:], start=1):
                db.execute("UPDATE standing SET status = ? WHERE article % 7 = ?", (status, rest))
    return path


def many_articles(bench: Bench) -> Path:
    """The project of the long list, made once a run."""
    return _make(bench, bench.articles)


_SPANS = 20  # an article, of the list that is sorted and asked for spans


def many_spans(bench: Bench) -> Path:
    """As many articles, all annotated by one person, made once a run."""
    path = bench.fresh(f"{bench.articles}-annotated.annodb")
    with create_project(path, schema_toml()) as project:
        who = annotators.add(project, PERSON)
        items = many(bench.articles)
        while batch := list(islice(items, 1000)):
            made = [sets.NewSet(seq, who, annotated(each, _SPANS, seed=seq)) for seq, each in _added(project, batch)]
            with project.writing() as db:
                sets.insert(db, made, step=None)
    return path


def _added(project: Project, batch: list[Article]) -> list[tuple[int, Article]]:
    return list(zip(articles.add(project, batch), batch, strict=True))


def million_articles(bench: Bench) -> Path:
    """The project of a million articles, made once a run."""
    return _make(bench, _MILLION)


def _show(path: Path) -> tuple[ArticleList, QWidget, Callable[[], None]]:
    project = open_project(path)
    session = Session(project, PERSON)
    shown = ArticleList(session)
    shown.resize(300, SIZE[1])
    shown.show()

    def close() -> None:
        shown.model.close()
        shown.close()
        project.close()
        shown.deleteLater()
        settle()

    return shown, shown.view.viewport(), close


def _open(path: Path) -> Measured:
    app()

    def once() -> tuple[float, float]:
        whole: list[float] = []
        made: list[tuple[ArticleList, QWidget, Callable[[], None]]] = []
        painted = timed(lambda: made.append(_opened(path, whole)))
        rest = timed(lambda: settle(lambda: bool(whole)))
        made[0][2]()
        return painted, painted + rest

    once()
    runs = [(once(), calibrate()) for _ in range(_ROUNDS)]
    return _told([((painted, whole), loop) for (painted, whole), loop in runs])


def _opened(path: Path, whole: list[float]) -> tuple[ArticleList, QWidget, Callable[[], None]]:
    shown, viewport, close = _show(path)
    shown.model.loaded.connect(lambda: whole.append(0.0))
    PaintWatch(viewport).until_painted(viewport.update)
    return shown, viewport, close


def _told(runs: list[tuple[tuple[float, float], float]]) -> Measured:
    """The time to the first paint, and in the note the time to the whole list with its counts."""
    whole = median(whole for (_, whole), _ in runs) * 1000
    return looped([(painted, loop) for (painted, _), loop in runs], note=f"all rows and counts after {whole:.0f} ms")


def _refreshed(path: Path, wishes: list[Callable[[ArticleList], object]]) -> Measured:
    """The worst of the wishes, each by its median."""
    app()
    shown, viewport, close = _show(path)
    whole: list[float] = [0.0]
    shown.model.loaded.connect(lambda: whole.append(0.0))
    settle(lambda: len(whole) > 1)
    watch = PaintWatch(viewport)
    runs: list[list[tuple[tuple[float, float], float]]] = [[] for _ in wishes]
    for _ in range(_ROUNDS):
        for wish, found in zip(wishes, runs, strict=True):
            wish(shown)
            whole.clear()
            painted = watch.until_painted(shown.refresh)
            rest = timed(lambda: settle(lambda: bool(whole)))
            found.append(((painted, painted + rest), calibrate()))
    close()
    return max((_told(found) for found in runs), key=lambda told: told.measured)


def _filter(path: Path) -> Measured:
    statuses = (None, *STATUSES)
    return _refreshed(path, [lambda shown, each=each: shown.chips[each].setChecked(True) for each in statuses])


def _search(path: Path) -> Measured:
    known, _ = vocabulary()
    rare, middle = known[9000], known[900]
    words = (rare, rare[:4], middle, f"{known[3]} {middle}", "the", "t", f'"{known[0]} {known[1]}"', "nowhereatall")
    return _refreshed(path, [lambda shown, each=each: shown.search.setText(each) for each in words])


_ASKED = (
    "PLEDGE: {rare}", "PERSON: {middle}", "PLEDGE: {middle}", "QUOTE: the", "QUOTE without speaker",
    "QUOTE with speaker", "PLEDGE voice=self", 'PERSON "{first} {second}"', "unsure", "* with note",
)  # fmt: skip


def _find(path: Path) -> Measured:
    known, _ = vocabulary()
    words = {"rare": known[9000], "middle": known[900], "first": known[0], "second": known[1]}
    lines = [each.format(**words) for each in _ASKED]
    return _refreshed(path, [lambda shown, each=each: shown.search.setText(each) for each in lines])


def _sort(path: Path) -> Measured:
    """The worst of all columns, up and down, alone and with a filter, each by its median."""
    app()
    project = open_project(path)
    page = ArticlesPage(Session(project, PERSON), DEFAULT_LIGHT)
    page.resize(1100, SIZE[1])
    page.show()
    whole: list[float] = []
    page.model.loaded.connect(lambda: whole.append(0.0))
    page.show_now()
    settle(lambda: bool(whole))
    watch = PaintWatch(page.view.viewport())
    runs: dict[tuple[int, int], list[tuple[tuple[float, float], float]]] = {}
    for _ in range(_ROUNDS):
        for column in range(len(COLUMNS)):
            for turn in range(2):
                whole.clear()
                painted = watch.until_painted(lambda column=column: page.sort_by(column))
                rest = timed(lambda: settle(lambda: bool(whole)))
                runs.setdefault((column, turn), []).append(((painted, painted + rest), calibrate()))
    page.close_page()
    page.close()
    project.close()
    page.deleteLater()
    settle()
    return max((_told(found) for found in runs.values()), key=lambda told: told.measured)


def _next(path: Path, *, doubtful_first: bool = False) -> Measured:
    with page_on(path) as page:
        page.desk.session.doubtful_first = doubtful_first
        whole: list[float] = []
        page.list.model.loaded.connect(lambda: whole.append(0.0))
        if page.list.model.rowCount() <= 200:
            settle(lambda: bool(whole))
        page.open_article(1)
        settle()
        watch, pairs = PaintWatch(page.text.viewport()), []

        def go() -> None:
            seq = page.desk.session.next_open()
            assert seq
            page.open_article(seq)

        count = page.list.model.rowCount()
        for start in islice(cycle([1, count // 3, count // 2, count - 100]), 4 * _ROUNDS):
            page.open_article(start + len(pairs))
            settle()
            pairs.append((watch.until_painted(go), calibrate()))
            settle()
    return looped(pairs[1:])


@row("list.open", absolute(150))
def open_list(bench: Bench) -> Measured:
    """Open the project of 20,000 articles (100,000 with --full) and its list, until rows are painted."""
    return _open(bench.kept(many_articles))


@row("list.filter", absolute(100))
def filter_list(bench: Bench) -> Measured:
    """Choose another status, until its rows are painted; the slowest status."""
    return _filter(bench.kept(many_articles))


@row("list.search", absolute(100))
def search_list(bench: Bench) -> Measured:
    """Search, from the moment that typing has paused, until rows are painted; the slowest of common and rare words."""
    return _search(bench.kept(many_articles))


@row("list.sort", absolute(100))
def sort_list(bench: Bench) -> Measured:
    """Sort the table of all articles, each with 20 spans, by a column, until it is painted; the slowest column."""
    return _sort(bench.kept(many_spans))


@row("list.find", absolute(100))
def find_spans(bench: Bench) -> Measured:
    """Ask for spans (label, words, attributes, relations) in these, until rows are painted; the slowest question."""
    return _find(bench.kept(many_spans))


@row("list.next", absolute(20))
def go_on(bench: Bench) -> Measured:
    """Find the next open article and open it on the annotate page, until it is painted."""
    return _next(bench.kept(many_articles))


@row("list.open.million", absolute(150), only_full=True)
def open_million(bench: Bench) -> Measured:
    """As list.open, of 1,000,000 articles."""
    return _open(bench.kept(million_articles))


@row("list.filter.million", absolute(100), only_full=True)
def filter_million(bench: Bench) -> Measured:
    """As list.filter, of 1,000,000 articles."""
    return _filter(bench.kept(million_articles))


@row("list.search.million", absolute(100), only_full=True)
def search_million(bench: Bench) -> Measured:
    """As list.search, of 1,000,000 articles."""
    return _search(bench.kept(million_articles))


@row("list.next.doubt", absolute(20))
def next_doubted(bench: Bench) -> Measured:
    """As list.next, the most doubted one of the open articles, of which every second is doubted."""
    return _next(bench.kept(_doubted_articles), doubtful_first=True)


def _doubted_articles(bench: Bench) -> Path:
    path = bench.fresh("doubted.annodb")
    shutil.copy(bench.kept(many_articles), path)
    with open_project(path) as project, project.writing() as db:
        db.execute("UPDATE standing SET doubt = article * 7919 % 1000 WHERE article % 2 = 0")
    return path


@row("list.next.million", absolute(20), only_full=True)
def go_on_million(bench: Bench) -> Measured:
    """As list.next, of 1,000,000 articles."""
    return _next(bench.kept(million_articles))
