import itertools

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QTextLine
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.text_view import DEFAULT_DARK, DEFAULT_LIGHT, Arc, Mark, MarkState, TextView
from annotator.ui.text_view.scene import Scene

FAMILY = "👨‍👩‍👧"
ODD = f"Head 🧨 line\nOne{chr(0x2028)}two\u00a0three\tfour{chr(0x2029)}five {FAMILY} six\ufffcseven\n\neight"
HEBREW = "Title\nThe minister שלום עולם said היום again and אמר then stopped."


def mark(name: str, *fragments: tuple[int, int], state: MarkState = MarkState.OWN, tag: str = "TAG") -> Mark:
    return Mark(name, fragments, "LABEL", tag, "blue", state)


def over(text: str, part: str, name: str = "m", **more: object) -> Mark:
    start = text.index(part)
    return mark(name, (start, start + len(part)), **more)  # type: ignore[arg-type]


def grab(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def colours(image: QImage, box: QRectF) -> set[str]:
    area = box.toAlignedRect().intersected(image.rect())
    spots = itertools.product(range(area.left(), area.right()), range(area.top(), area.bottom()))
    return {image.pixelColor(x, y).name() for x, y in spots}


def geometry(view: TextView) -> list[QRectF]:
    found, block = [], view.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        found += [layout.lineAt(n).rect().translated(layout.position()) for n in range(layout.lineCount())]
        block = block.next()
    return found


def line_at(view: TextView, unit: int) -> tuple[QTextLine, int, float]:
    block = view.document().findBlock(unit)
    line = block.layout().lineForTextPosition(unit - block.position())
    return line, unit - block.position(), view.document().documentLayout().blockBoundingRect(block).left()


@pytest.mark.parametrize("text", [ODD, HEBREW, "", "\n", "x\n", "🧨"])
def test_every_offset_goes_through_the_widget_unchanged(view: TextView, text: str) -> None:
    view.set_article(text, heading=True, meta="meta")
    assert view.text() == text
    for position in range(len(text) + 1):
        view.select(position, position)
        assert view.caret() <= position
        assert view.textCursor().position() == len(text[: view.caret()].encode("utf-16-le")) // 2
    view.select(0, len(text))
    assert view.selection() == (((0, len(text)),) if text else ())


def test_a_selection_never_cuts_a_grapheme(view: TextView) -> None:
    view.set_article(ODD, heading=False)
    start = ODD.index(FAMILY)
    view.select(start + 1, start + 3)
    assert view.selection() == ((start, start + len(FAMILY)),)


def test_what_is_copied_is_the_text_of_the_article(view: TextView) -> None:
    view.set_article(ODD, heading=False)
    view.select(0, len(ODD))
    assert view.createMimeDataFromSelection().text() == ODD


def test_a_box_sits_on_its_text(view: TextView) -> None:
    text = "Heading\n" + "word 🧨 and more words go on here, " * 12
    for start, end in [(8, 12), (13, 14), (13, 22), (70, 90), (8, len(text) - 1)]:
        view.set_article(text, heading=True)
        view.set_marks([mark("m", (start, end))])
        boxes = view.mark_boxes("m")
        first, last = (len(text[:at].encode("utf-16-le")) // 2 for at in (start, end))
        line, at, origin = line_at(view, first)
        assert boxes[0].left() == pytest.approx(origin + line.cursorToX(at)[0])
        line, at, origin = line_at(view, last)
        assert boxes[-1].right() == pytest.approx(origin + line.cursorToX(at)[0])
        lines = {box.top() for box in boxes}
        assert len(lines) == len(boxes)


def test_right_to_left_text_has_the_boxes_of_its_glyphs(view: TextView) -> None:
    view.set_article(HEBREW, heading=True)
    for part in ("minister שלום", "שלום עולם", "עולם said היום", "said"):
        view.set_marks([over(HEBREW, part)])
        start = HEBREW.index(part)
        line, at, origin = line_at(view, start)
        # One run for each font, all with the rectangle of the whole stretch.
        runs = list({run.boundingRect().left(): run.boundingRect() for run in line.glyphRuns(at, len(part))}.values())
        boxes = view.mark_boxes("m")
        assert sum(box.width() for box in boxes) == pytest.approx(sum(run.width() for run in runs))
        assert min(box.left() for box in boxes) == pytest.approx(origin + min(run.left() for run in runs))
        assert all(one.right() < other.left() for one, other in itertools.pairwise(boxes))


def test_a_span_across_two_directions_has_a_box_in_each(view: TextView) -> None:
    view.set_article(HEBREW, heading=True)
    start = HEBREW.index("minister")
    view.set_marks([mark("m", (start, HEBREW.index("עולם")))])
    assert len(view.mark_boxes("m")) == 2


def test_a_right_to_left_paragraph_stands_at_the_right(view: TextView) -> None:
    text = "וזירת האנרגיה התחייבה להוריד מחירים"
    view.set_article(text, heading=False)
    view.set_marks([mark("m", (0, 5))])
    assert view.mark_boxes("m")[0].right() == pytest.approx(view.viewport().width() - 28, abs=1)


def test_setting_all_marks_and_changing_some_look_the_same(view: TextView) -> None:
    text = "Alpha beta gamma delta epsilon zeta eta theta."
    old = [over(text, "beta gamma", "a"), over(text, "delta", "b"), over(text, "zeta", "c")]
    new = [over(text, "gamma delta", "a"), over(text, "eta theta", "d", state=MarkState.SUGGESTION)]
    view.set_article(text, heading=False)
    view.set_marks(old)
    grab(view)
    view.change_marks(new, ["b"])
    changed = grab(view)
    view.set_article(text, heading=False)
    view.set_marks([*new, old[2]])
    assert grab(view) == changed


def test_what_changed_is_repainted_and_what_did_not_is_left_alone(view: TextView, qtbot: QtBot) -> None:
    text = "\n".join(["Some words in a paragraph."] * 10)
    view.set_article(text, heading=False)
    view.set_marks([])
    grab(view)
    areas: list[QRectF] = []
    paint = view.paintEvent
    view.paintEvent = lambda event: (areas.append(QRectF(event.rect())), paint(event))[1]  # type: ignore[method-assign]
    QApplication.processEvents()
    areas.clear()
    view.change_marks([mark("m", (30, 36))], [])
    qtbot.waitUntil(lambda: bool(areas))
    assert areas[0].height() < view.viewport().height() / 4
    assert areas[0].contains(view.mark_boxes("m")[0])


def test_a_suggestion_is_outlined_and_never_filled(view: TextView) -> None:
    text = "Some words, of which some are suggested."
    look = DEFAULT_LIGHT.swatches["blue"]
    view.set_article(text, heading=False)
    view.set_marks([over(text, "words", state=MarkState.SUGGESTION)])
    box = view.mark_boxes("m")[0]
    assert look.tint not in colours(grab(view), box)
    assert look.ink in colours(grab(view), box.adjusted(-2, -2, 2, 2))
    view.set_marks([over(text, "words")])
    assert look.tint in colours(grab(view), box)


def test_the_current_mark_is_framed_and_no_text_moves(view: TextView) -> None:
    text = "Heading\n" + "Some words that go on and on. " * 20
    view.set_article(text, heading=True, meta="meta")
    view.set_marks([mark("a", (8, 60)), mark("b", (13, 18)), mark("c", (200, 210))])
    view.set_arcs(
        [Arc("r", "a", "b", "role", "blue", MarkState.OWN), Arc("s", "a", "c", "role", "blue", MarkState.OWN)]
    )
    before, height = geometry(view), view.document().size()
    plain = grab(view)
    view.set_current("a")
    framed = grab(view)
    assert DEFAULT_LIGHT.accent in colours(framed, view.mark_boxes("a")[0].adjusted(-4, -4, 4, 4))
    view.select(8, 30)
    view.set_hints({"b": "K"})
    grab(view)
    assert (geometry(view), view.document().size()) == (before, height)
    view.set_current(None)
    view.set_hints({})
    view.clear_selection()
    view.select(0, 0)
    assert grab(view) == plain


def test_arcs_are_shown_for_the_current_mark_only_until_all_are_wanted(view: TextView) -> None:
    text = "Alpha beta gamma delta epsilon zeta eta theta."
    ink = DEFAULT_LIGHT.swatches["pink"].ink
    view.set_article(text, heading=False)
    view.set_marks([over(text, "beta", "a"), over(text, "epsilon", "b")])
    view.set_arcs([Arc("r", "a", "b", "role", "pink", MarkState.OWN)])
    everywhere = QRectF(view.viewport().rect())
    assert ink not in colours(grab(view), everywhere)
    view.set_current("b")
    assert ink in colours(grab(view), everywhere)
    view.set_current(None)
    view.set_all_arcs(True)
    assert ink in colours(grab(view), everywhere)


def test_an_arc_to_a_mark_that_is_not_there_is_not_drawn(view: TextView) -> None:
    view.set_article("Alpha beta", heading=False)
    view.set_marks([mark("a", (0, 5))])
    view.set_arcs([Arc("r", "a", "gone", "role", "pink", MarkState.OWN)])
    view.set_current("a")
    assert DEFAULT_LIGHT.swatches["pink"].ink not in colours(grab(view), QRectF(view.viewport().rect()))


def test_the_fragments_of_a_mark_are_joined_over_the_lines_between_them(view: TextView) -> None:
    text = "Some words that go on and on and on. " * 12
    view.set_article(text, heading=False)
    view.set_marks([mark("m", (0, 10), (300, 310), (390, 400))])
    pictures = [view._scene.picture(line) for line in view._lines(0, 700)]
    for picture in pictures:
        joined = sum(right - left for _mark, left, right in picture.joints)
        marked = sum(piece.right - piece.left for piece in picture.pieces)
        inside = picture.line.end <= 390
        assert joined + marked == pytest.approx(picture.line.box.width() if inside else joined + marked, abs=6)
    assert any(picture.joints and not picture.pieces for picture in pictures)
    view.change_marks([], ["m"])
    assert not any(view._scene.picture(line).joints for line in view._lines(0, 700))


def test_an_arc_that_is_judged_looks_different_at_once(view: TextView) -> None:
    text = "Alpha beta gamma delta epsilon zeta eta theta."
    view.set_article(text, heading=False)
    view.set_marks([over(text, "beta", "a"), over(text, "epsilon", "b")])
    view.set_current("a")
    shown = []
    for state in (MarkState.SUGGESTION, MarkState.OWN):
        view.set_arcs([Arc("r", "a", "b", "role", "pink", state)])
        shown.append(view._scene.picture(next(iter(view._lines(0, 10)))))
        grab(view)
    assert shown[0] != shown[1]


def test_hints_are_badges_above_their_marks(view: TextView) -> None:
    view.set_article("Alpha beta", heading=False)
    view.set_marks([mark("a", (6, 10))])
    view.set_hints({"a": "k"})
    box = view.mark_boxes("a")[0]
    above = QRectF(box.left(), box.top() - 16, 20, 14)
    assert DEFAULT_LIGHT.accent in colours(grab(view), above)


def test_the_marks_at_a_place_are_told_from_the_inside_out(view: TextView) -> None:
    view.set_article("Alpha beta gamma delta", heading=False)
    view.set_marks([mark("out", (0, 16)), mark("in", (6, 10)), mark("two", (0, 5), (11, 16))])
    assert view.mark_at(7) == ("in", "out")
    assert view.mark_at(12) == ("two", "out")
    assert view.mark_at(17) == ()


def test_dark_and_light_have_their_colours(view: TextView) -> None:
    view.set_article("Alpha beta", heading=False)
    view.set_look(DEFAULT_DARK)
    image = grab(view)
    assert image.pixelColor(2, 2) == QColor(DEFAULT_DARK.background)
    assert DEFAULT_DARK.ink in colours(image, QRectF(view.viewport().rect()))


def test_dimmed_text_has_another_ink_and_what_was_dimmed_before_has_not(view: TextView) -> None:
    text = "Alpha beta\nSources"
    view.set_article(text, heading=False)
    everywhere = QRectF(view.viewport().rect())
    plain = grab(view)
    view.set_dimmed([(11, 18)])
    assert DEFAULT_LIGHT.dim in colours(grab(view), everywhere)
    view.set_dimmed([])
    assert grab(view) == plain


def test_the_meta_line_is_drawn_but_is_no_text(view: TextView) -> None:
    view.set_article("Heading\nbody", heading=True, meta="Sample Wire")
    with_meta = grab(view)
    assert view.text() == "Heading\nbody"
    assert view.document().characterCount() == len("Heading\nbody") + 1
    assert DEFAULT_LIGHT.dim in colours(with_meta, QRectF(view.viewport().rect()))


def test_zooming_keeps_the_caret_and_the_line_at_the_top(view: TextView, qtbot: QtBot) -> None:
    text = "\n".join(f"Paragraph {n} with some words" for n in range(200))
    view.set_article(text, heading=False)
    view.select(5, 9)
    view.reveal(2000, 2001)
    start = view.visible_range()[0]
    with qtbot.waitSignal(view.zoomed) as told:
        view.set_zoom(1.5)
    assert told.args == [1.5]
    assert view.zoom() == 1.5
    assert view.selection() == ((5, 9),)
    assert abs(view.visible_range()[0] - start) < 90
    view.set_zoom(100)
    assert view.zoom() == 4.0


def test_revealing_scrolls_only_if_need_be(view: TextView) -> None:
    text = "\n".join(f"Paragraph {n} with some words" for n in range(2000))
    view.set_article(text, heading=False)
    view.reveal(30, 40)
    assert view.verticalScrollBar().value() == 0
    view.reveal(len(text) - 20, len(text) - 10)
    first, last = view.visible_range()
    assert first <= len(text) - 20 < len(text) - 10 <= last
    view.reveal(0, 5)
    assert view.visible_range()[0] == 0


def test_a_wider_window_centres_the_column_and_breaks_no_line_anew(view: TextView) -> None:
    view.set_article("Some words that go on and on. " * 40, heading=False)
    view.set_marks([mark("a", (0, 4))])
    before = geometry(view)
    view.resize(1400, 700)
    assert geometry(view) == before
    left = view.viewport().x() + view.mark_boxes("a")[0].left()
    assert left == pytest.approx((1400 - 720) / 2, abs=20)
    view.set_column_width(400)
    assert view.viewport().width() < 500


def test_a_paragraph_of_300000_characters_shows_its_marks_anywhere(view: TextView) -> None:
    text = ("Lorem ipsum dolor sit amet consetetur " * 8000)[:300_000] + "W" * 300
    view.set_article(text, heading=False)
    view.set_marks([mark(f"m{at}", (at, at + 9)) for at in range(0, 299_000, 100)])
    view.reveal(150_000, 150_010)
    first, last = view.visible_range()
    assert first <= 150_000 < 150_010 <= last
    assert last - first < 3000
    box = view.mark_boxes("m150000")[0]
    assert DEFAULT_LIGHT.swatches["blue"].tint in colours(grab(view), box)


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Tab, Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Space, Qt.Key.Key_BracketLeft],
)
def test_keys_that_do_not_move_the_caret_are_left_to_the_window(view: TextView, key: Qt.Key) -> None:
    view.set_article("Alpha beta", heading=False)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "p")
        event.setAccepted(False)
        (view.keyPressEvent if kind == QEvent.Type.KeyPress else view.event)(event)
        assert not event.isAccepted()


def test_the_caret_moves_and_selects_by_key_and_copies(view: TextView, qtbot: QtBot) -> None:
    view.set_article("Alpha 👍🏽 beta", heading=False)
    view.setFocus()
    for _ in range(7):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.caret() == 8
    with qtbot.waitSignal(view.selection_changed):
        qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == ((6, 8),)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "👍🏽"


def test_between_paragraphs_the_next_one_is_meant_also_before_all_is_laid_out(view: TextView) -> None:
    text = "\n".join(f"Paragraph {n}" for n in range(2000))
    view.set_article(text, heading=False)
    bar = view.verticalScrollBar()
    for top in range(300, 420, 7):
        bar.setValue(top)
        first, last = view.visible_range()
        assert 0 < first < last < 600
        point = QPointF(60, top)
        assert view._page.position_at(point) < 600
        assert any(line.start <= view._page.position_at(point) <= line.end for line in view._lines(top, top + 60))


def test_another_current_or_hovered_mark_draws_its_lines_anew_and_no_others(
    view: TextView, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n".join(f"Paragraph {n} with some words" for n in range(12))
    view.set_article(text, heading=False)
    view.set_marks([over(text, f"Paragraph {n}", f"m{n}") for n in range(10)])
    view.set_arcs([Arc("r", "m2", "m7", "role", "pink", MarkState.OWN)])
    view.set_current("m2")
    grab(view)
    drawn: list[int] = []
    draw = Scene._draw
    monkeypatch.setattr(Scene, "_draw", lambda self, line: (drawn.append(line.block), draw(self, line))[1])
    view.set_current("m5")
    assert drawn == [2, 5]
    view._hover("m7")
    assert drawn == [2, 5, 7]
    changed = grab(view)
    view._scene.forget()
    assert grab(view) == changed, "what was kept is what is drawn anew"
