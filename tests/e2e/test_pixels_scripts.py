"""Marks in scripts of every kind: beside each other without spaces, of several code points, in both directions."""

from itertools import pairwise
from pathlib import Path

import pytest
from pixels import ALLOWED, cuts_ink, sides_of_glyphs, tinted
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from typist import new_project, opened

from annotator.app.plans import spans
from annotator.model.annotation import Span
from annotator.model.offsets import next_grapheme
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("no_model")
FAMILY, THUMB, FLAG, ENGLAND = (
    "👨‍👩‍👧‍👦",
    "👍🏽",
    "🇺🇦",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
)
COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitän"

# A text, and what is marked in it.
CASES = {
    "chinese": ("北京市长周一宣布，新桥将于五月开放。", ["北京", "周一", "新桥", "五月"]),
    "japanese": ("東京都知事は十日、新しい橋を発表した。", ["東京都", "十日", "新しい橋", "発表"]),
    "beyond 16 bits": ("他姓𠮷，名 𠀋 。", ["𠮷", "𠀋"]),
    "emoji": (
        f"The {FAMILY} met {THUMB} and {FLAG} or {ENGLAND} ❤️‍🔥 and 1️⃣ said.",
        [FAMILY, THUMB, FLAG, f"{ENGLAND} ❤️‍🔥", "1️⃣"],
    ),
    "emoji without spaces": (f"a{FAMILY}{FLAG}{THUMB}b", [FAMILY, THUMB]),
    "vietnamese, decomposed": (
        "Thu\u0309 tu\u031bo\u031b\u0301ng Vie\u0323\u0302t Nam pha\u0301t bie\u0302\u0309u.",
        ["Thu\u0309", "tu\u031bo\u031b\u0301ng", "Vie\u0323\u0302t Nam", "bie\u0302\u0309u"],
    ),
    "devanagari": ("प्रधानमंत्री ने क्षेत्र में स्त्री शक्ति की घोषणा की।", ["प्रधानमंत्री", "क्षेत्र", "स्त्री शक्ति"]),
    "thai": ("นายกรัฐมนตรีประกาศว่าจะเปิดสะพาน", ["นายกรัฐมนตรี", "สะพาน"]),
    "hebrew in english": (
        "The minister שלום עולם said היום again and אמר then.",
        ["minister", "שלום", "היום", "אמר then"],
    ),
    "english in arabic": (
        "قالت الحكومة Mary Smith إنه سيفتح 25 جسراً في London قريباً",
        ["الحكومة", "Mary Smith", "25", "London"],
    ),
    "tabs": ("One\ttwo three\tfour\t\tfive six", ["two", "four\t\tfive"]),
    "long words": (f"x {COMPOUND * 4} y {'東京都' * 60} z", [COMPOUND * 4, "東京都" * 60]),
}


def marked(window: MainWindow, path: Path, text: str, pieces: list[str]) -> tuple[AnnotatePage, QImage, list[Span]]:
    """The article in the window with its pieces marked, a picture of it before that, and the spans."""
    window.resize(1300, 780)
    page = opened(window, new_project(path, f"News\n\n{text}\n\nEnd"))
    page.text.select(0, 0)  # the caret covers nothing
    QApplication.processEvents()
    plain = page.text.viewport().grab().toImage()
    whole = page.text.text()
    for piece in pieces:
        page.desk.perform(spans.mark, "PERSON", [(whole.index(piece), whole.index(piece) + len(piece))])
    page.desk.select("")
    QApplication.processEvents()
    assert page.desk.work
    return page, plain, list(page.desk.work.own.spans.values())


@pytest.mark.parametrize("case", CASES)
def test_a_mark_is_as_wide_as_its_glyphs_and_cuts_none(window: MainWindow, tmp_path: Path, case: str) -> None:
    text, pieces = CASES[case]
    page, plain, made = marked(window, tmp_path / "a.annodb", text, pieces)
    assert sorted(span.text for span in made) == sorted(pieces)
    image = page.text.viewport().grab().toImage()
    tint = QColor(page.text.look.swatch(page.text._scene.marks[made[0].id].colour).tint)
    for span in made:
        boxes = page.text.mark_boxes(span.id)
        assert boxes
        for box in boxes:
            assert (box.left(), box.right()) == pytest.approx(sides_of_glyphs(page, span, box), abs=ALLOWED), span.text
            assert tinted(image, box, tint) == pytest.approx((box.left(), box.right()), abs=ALLOWED), span.text
            if case != "emoji without spaces":
                assert not cuts_ink(plain, box, box.left()), span.text
                assert not cuts_ink(plain, box, box.right()), span.text


def test_the_middle_of_an_emoji_would_be_seen_as_a_cut(window: MainWindow, tmp_path: Path) -> None:
    page, plain, made = marked(window, tmp_path / "a.annodb", *CASES["emoji"])
    family = next(span for span in made if span.text == FAMILY)
    (box,) = page.text.mark_boxes(family.id)
    assert cuts_ink(plain, box, box.center().x())


def test_marks_that_touch_share_an_edge_and_leave_no_gap(window: MainWindow, tmp_path: Path) -> None:
    text = f"東京都知事{FAMILY}{FLAG}{THUMB}क्षिe\u0301\u0323x"
    stops = [0]
    while stops[-1] < len(text):
        stops.append(next_grapheme(text, stops[-1]))
    pieces = [text[start:end] for start, end in pairwise(stops)]
    page, _, made = marked(window, tmp_path / "a.annodb", text, pieces)
    boxes = [box for span in sorted(made, key=lambda each: each.start) for box in page.text.mark_boxes(span.id)]
    assert len(boxes) == len(pieces)
    for one, other in pairwise(boxes):
        assert one.width() > ALLOWED
        assert one.right() == pytest.approx(other.left(), abs=0.1)


def test_a_word_broken_over_lines_is_marked_on_each_to_its_end(window: MainWindow, tmp_path: Path) -> None:
    text, pieces = CASES["long words"]
    page, _, made = marked(window, tmp_path / "a.annodb", text, pieces)
    for span in made:
        boxes = page.text.mark_boxes(span.id)
        assert len(boxes) > 2
        lines = [
            page.text._page.line_of(page.text._page.position_at(box.center() + page.text._scrolled())) for box in boxes
        ]
        for line, box in list(zip(lines, boxes, strict=True))[1:-1]:
            assert line is not None
            assert (box.left(), box.right()) == pytest.approx((line.box.left(), line.box.right()), abs=ALLOWED)


@pytest.mark.parametrize(
    ("text", "piece"), [("The minister שלום עולם said.", "minister שלום"), ("قال Smith Mary اليوم", "قال Smith")]
)
def test_a_span_across_two_directions_leaves_out_what_is_between_its_boxes(
    window: MainWindow, tmp_path: Path, text: str, piece: str
) -> None:
    page, plain, (span,) = marked(window, tmp_path / "a.annodb", text, [piece])
    image = page.text.viewport().grab().toImage()
    tint = QColor(page.text.look.swatch(page.text._scene.marks[span.id].colour).tint)
    boxes = page.text.mark_boxes(span.id)
    assert len(boxes) == 2
    left, right = sorted(boxes, key=lambda box: box.left())
    height = round(left.center().y())
    between = range(round(left.right() + ALLOWED), round(right.left() - ALLOWED))
    assert len(between) > 5
    assert not any(image.pixelColor(column, height) == tint for column in between)
    for box in boxes:
        assert not cuts_ink(plain, box, box.left())
        assert not cuts_ink(plain, box, box.right())
