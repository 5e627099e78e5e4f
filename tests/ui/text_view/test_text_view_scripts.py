"""Caret and mouse in scripts of every kind: words without spaces, graphemes of several code points, from the right."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.model.offsets import is_grapheme_boundary, next_grapheme
from annotator.ui.text_view import TextView

Key, Mod = Qt.Key, Qt.KeyboardModifier
NONE, WORD, GROW, EXACT = Mod.NoModifier, Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier
FAMILY, THUMB, FLAG, ENGLAND = (
    "👨‍👩‍👧‍👦",
    "👍🏽",
    "🇺🇦",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
)
VIETNAMESE = "Thu\u0309 tu\u031bo\u031b\u0301ng Vie\u0323\u0302t"
DEVANAGARI = "क्षेत्र में स्त्री शक्ति"
ODD = f"a{FAMILY}{THUMB} {FLAG}🇬🇧{ENGLAND}x {VIETNAMESE} {DEVANAGARI} 東京\tวันนี้ 각"
HEBREW, ARABIC = "ראש הממשלה אמר היום", "قالت الحكومة إنها سترد"
CHINESE = "北京市长宣布，新桥将开放。"


def graphemes(text: str) -> list[int]:
    found = [0]
    while found[-1] < len(text):
        found.append(next_grapheme(text, found[-1]))
    return found


def ready(view: TextView, text: str, caret: int = 0) -> None:
    view.set_article(text, heading=False)
    view.setFocus()
    view.select(caret, caret)


def walk(view: TextView, key: Key, held: Mod = NONE) -> list[int]:
    """The places of the caret, from where it is until it goes no further."""
    places = [view.caret()]
    while len(places) < 500:
        QTest.keyClick(view, key, held)
        if view.caret() == places[-1]:
            return places
        places.append(view.caret())
    raise AssertionError("the caret never arrives")


def send(view: TextView, kind: QEvent.Type, at: QPointF, held: Mod) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    buttons = none if kind == QEvent.Type.MouseButtonRelease else left
    there = QPointF(view.viewport().mapToGlobal(QPoint(0, 0))) + at
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, at, there, button, buttons, held))


def drag(view: TextView, start: float, end: float, height: float, held: Mod) -> None:
    send(view, QEvent.Type.MouseButtonPress, QPointF(start, height), held)
    send(view, QEvent.Type.MouseMove, QPointF((start + end) / 2, height), held)
    send(view, QEvent.Type.MouseMove, QPointF(end, height), held)
    send(view, QEvent.Type.MouseButtonRelease, QPointF(end, height), held)


@pytest.mark.parametrize("way", [Key.Key_Right, Key.Key_Left])
def test_an_arrow_goes_over_one_grapheme_also_when_it_selects(view: TextView, way: Key) -> None:
    onwards = way == Key.Key_Right
    wanted = graphemes(ODD) if onwards else graphemes(ODD)[::-1]
    for held in (NONE, GROW):
        ready(view, ODD, wanted[0])
        assert walk(view, way, held) == wanted
    assert view.selection() == ((0, len(ODD)),)


def test_each_selection_by_shift_and_arrows_is_of_whole_graphemes(view: TextView) -> None:
    for start in graphemes(ODD)[:-1]:
        ready(view, ODD, start)
        QTest.keyClick(view, Key.Key_Right, GROW)
        assert view.selection() == ((start, next_grapheme(ODD, start)),)


@pytest.mark.parametrize("held", [NONE, EXACT])
def test_a_drag_from_and_to_anywhere_takes_no_half_grapheme(view: TextView, held: Mod) -> None:
    """All of the line, every few pixels: also in the middle of an emoji."""
    ready(view, ODD)
    line = view._page.line_of(0)
    assert line is not None
    left, right, height = line.box.left(), line.box.right(), line.box.center().y()
    taken = set()
    for start in range(int(left), int(right), 37):
        for width in (5, 11, 23, 90, -14, -60):
            drag(view, start, start + width, height, held)
            for piece in view.selection():
                assert all(is_grapheme_boundary(ODD, edge) for edge in piece), ODD[slice(*piece)]
                taken.add(ODD[slice(*piece)])
    assert len(taken) > 20


@pytest.mark.parametrize("emoji", [FAMILY, THUMB, FLAG, ENGLAND, "क्षि", "e\u0323\u0302"])
def test_a_drag_that_begins_within_a_grapheme_takes_it_whole_or_not_at_all(view: TextView, emoji: str) -> None:
    text = f"ab {emoji} cd"
    ready(view, text)
    (left, right), *_ = view._page.boxes(view._page.line_of(0), 3, 3 + len(emoji))
    height = view._page.line_of(0).box.center().y()
    for start, wanted in ((left + 1, f"{emoji} c"), (right - 1, " c")):
        end = view._page.boxes(view._page.line_of(0), len(text) - 2, len(text) - 1)[0][1]
        drag(view, start, end + 1, height, EXACT)
        assert view.selection()
        assert text[slice(*view.selection()[0])] == wanted


@pytest.mark.parametrize(("text", "second"), [(CHINESE, "市"), ("วันนี้", "นี้"), ("One long-range plan", "plan")])
def test_by_words_the_caret_stops_where_a_drag_would(view: TextView, text: str, second: str) -> None:
    ready(view, text)
    for _ in range(2):
        QTest.keyClick(view, Key.Key_Right, WORD)
    assert text[view.caret() :].startswith(second)
    QTest.keyClick(view, Key.Key_Right, WORD | GROW)
    assert text[slice(*view.selection()[0])] == second
    QTest.keyClick(view, Key.Key_Left, WORD | GROW)
    assert view.selection() == ()


@pytest.mark.parametrize("text", [CHINESE, ODD, HEBREW, ARABIC, "Said. \n\n“So, don't.”"])
def test_by_words_the_way_back_is_the_way_there(view: TextView, text: str) -> None:
    ready(view, text)
    first, second = (Key.Key_Left, Key.Key_Right) if view.runs_leftwards(0) else (Key.Key_Right, Key.Key_Left)
    for held in (WORD, WORD | GROW):
        ready(view, text)
        there = walk(view, first, held)
        assert there[-1] == len(text)
        assert len(there) > 4
        assert walk(view, second, held) == there[::-1]


@pytest.mark.parametrize("held", [NONE, WORD])
@pytest.mark.parametrize(
    ("text", "first"), [(HEBREW, Key.Key_Left), (ARABIC, Key.Key_Left), ("One two", Key.Key_Right)]
)
def test_left_is_left_on_the_screen(view: TextView, text: str, first: Key, held: Mod) -> None:
    ready(view, text)
    for key in (first, Key.Key_Left if first == Key.Key_Right else Key.Key_Right):
        places = [view.cursorRect().x()]
        for _ in range(2):
            QTest.keyClick(view, key, held)
            places.append(view.cursorRect().x())
        assert all((other < one) == (key == Key.Key_Left) for one, other in pairwise(places)), places


def test_by_words_selected_text_stays_selected_from_its_anchor(view: TextView) -> None:
    ready(view, "One two three four")
    view.select(8, 13)
    QTest.keyClick(view, Key.Key_Right, WORD | GROW)
    assert view.selection() == ((8, 14),)
    QTest.keyClick(view, Key.Key_Left, WORD)
    assert (view.selection(), view.caret()) == ((), 8)


def test_by_words_the_caret_stays_in_view(view: TextView) -> None:
    text = "\n".join(f"Paragraph {n}" for n in range(200))
    ready(view, text, view.visible_range()[0])
    for _ in range(120):
        QTest.keyClick(view, Key.Key_Right, WORD)
    first, last = view.visible_range()
    assert 0 < first <= view.caret() <= last
