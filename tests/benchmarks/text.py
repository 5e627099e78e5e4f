"""Rows of the text: opening articles, painting the text view, and keys that mark."""

from collections.abc import Iterator
from pathlib import Path

from measuring import against_loop, calibrate, looped
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from rows import Bench, Measured, absolute, row
from showing import PaintWatch, app, page_on, settle
from synthetic import annotated, article, make_project, schema

from annotator.ui import look
from annotator.ui.annotate.marks_of import mark_of
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.text_view import Mark, TextView

_OPENINGS = 9
_KEYS = 40
_STEPS = 60
_SMALL, _LARGE = (1000, 150), (100_000, 20_000)


def _pair(bench: Bench, words: int, spans: int) -> Path:
    """A project of two such articles, half of the spans suggested by a model and half the person's own."""
    items = [article(seed, words) for seed in (1, 2)]
    return make_project(bench.fresh(f"{words}.annodb"), items, spans - spans // 2, suggested=spans // 2)


def _opening(bench: Bench, words: int, spans: int, rounds: int = _OPENINGS) -> Measured:
    with page_on(_pair(bench, words, spans)) as page:
        watch = PaintWatch(page.text.viewport())
        turn = iter([1, 2] * rounds)

        def once() -> float:
            seconds = watch.until_painted(lambda: page.open_article(next(turn)))
            settle()
            return seconds

        once()  # fonts and caches are there when an article is opened in earnest
        return against_loop(once, rounds=rounds)


@row("open.1000", absolute(30))
def open_thousand(bench: Bench) -> Measured:
    """Open another article of 1,000 words with 150 spans on the annotate page: read, laid out, listed, painted."""
    return _opening(bench, *_SMALL)


@row("open.645", absolute(20))
def open_short(bench: Bench) -> Measured:
    """As open.1000, of articles with 645 words and 40 spans."""
    return _opening(bench, 645, 40)


@row("open.10000", absolute(40))
def open_long(bench: Bench) -> Measured:
    """As open.1000, of articles with 10,000 words and 1,500 spans."""
    return _opening(bench, 10_000, 1500)


@row("open.50000", absolute(100))
def open_longer(bench: Bench) -> Measured:
    """As open.1000, of articles with 50,000 words and 5,000 spans."""
    return _opening(bench, 50_000, 5000)


def _view() -> TextView:
    app()
    view = TextView()
    view.set_look(look.wanted("light").look)
    view.resize(900, 700)
    view.show()
    settle()
    return view


def _marks(seed: int) -> tuple[str, list[Mark]]:
    """The text and marks of the largest article."""
    source = article(seed, _LARGE[0])
    spans = annotated(source, _LARGE[1], seed=seed).spans.values()
    return source.text, [mark_of(schema(), span) for span in spans]


def _both(_: Bench) -> list[tuple[str, list[Mark]]]:
    return [_marks(1), _marks(2)]


@row("text.open.100000", absolute(150))
def open_view(bench: Bench) -> Measured:
    """Give the text view 100,000 words and 20,000 marks that are there in memory, until it is painted."""
    view, texts = _view(), bench.kept(_both)
    watch = PaintWatch(view.viewport())
    turn = iter(texts * _OPENINGS)

    def show() -> None:
        text, marks = next(turn)
        view.set_article(text, heading=True, meta="Synthetic Wire")
        view.set_marks(marks)

    def once() -> float:
        seconds = watch.until_painted(show)
        settle()
        return seconds

    once()
    return against_loop(once, rounds=_OPENINGS)


@row("text.paint.100000", absolute(8))
def paint_view(bench: Bench) -> Measured:
    """Scroll the text view with 100,000 words and 20,000 marks to places never painted before, all over it.

    The text is laid out before. Timed is from the new place to the end of the paint of the whole viewport.
    """
    view, (text, marks) = _view(), bench.kept(_both)[0]
    view.set_article(text, heading=True, meta="Synthetic Wire")
    view.set_marks(marks)
    watch, bar = PaintWatch(view.viewport()), view.verticalScrollBar()
    _lay_out(view)
    places = [1 + round(bar.maximum() * step / _STEPS) for step in range(_STEPS)]
    return looped([(watch.until_painted(lambda at=at: bar.setValue(at)), calibrate()) for at in places])


def _lay_out(view: TextView) -> None:
    """Have the whole text laid out."""
    end = len(view.text())
    view.select(end, end)
    view.reveal(end - 1, end)
    settle()


def _words(page: AnnotatePage, seed: int) -> Iterator[tuple[int, int]]:
    """Words of the article at hand that nobody marked as a person, spread over it."""
    assert page.desk.work
    work, source = page.desk.work, page.desk.work.article.text
    marked = [span.fragments[0] for span in work.own.spans.values()]
    marked += [each.span.fragments[0] for each in work.left.spans.values()]
    starts = {start for start, _ in marked}
    step = max(len(source) // (_KEYS * 3), 1)
    for near in range(seed, len(source) - 50, step):
        start = source.find(" ", near) + 1
        end = source.find(" ", start)
        if start and end > start and start not in starts and source[start:end].isalpha():
            yield start, end


def _pressing(bench: Bench, words: int, spans: int) -> Measured:
    with page_on(_pair(bench, words, spans)) as page:
        page.open_article(1)
        settle()
        if words >= _LARGE[0]:
            _lay_out(page.text)
        assert page.desk.work
        own, watch = page.desk.work.own.spans, PaintWatch(page.text.viewport())
        pairs = []
        for start, end in list(_words(page, 200))[:_KEYS]:
            page.text.reveal(start, end)
            page.text.select(start, end)
            settle()
            before = len(own)
            seconds = watch.until_painted(lambda: QTest.keyPress(page.text, Qt.Key.Key_1))
            if len(own) != before + 1:
                raise RuntimeError(f"The key marked {len(own) - before} spans at {start}.")
            pairs.append((seconds, calibrate()))
            settle()
        return looped(pairs[2:])


@row("key", absolute(16))
def press_key(bench: Bench) -> Measured:
    """Press the key of a label on a selected word, 1,000 words with 150 spans: marked, committed to disk, painted."""
    return _pressing(bench, *_SMALL)


@row("key.100000", absolute(16))
def press_key_long(bench: Bench) -> Measured:
    """As key, in an article of 100,000 words with 20,000 spans."""
    return _pressing(bench, *_LARGE)
