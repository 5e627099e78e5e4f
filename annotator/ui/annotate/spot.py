"""Where somebody stopped on the page, and going back there: article, scrolling, selection, current mark."""

from annotator.app.state import Spot
from annotator.ui.annotate.page import AnnotatePage


def spot_of(page: AnnotatePage) -> Spot | None:
    """Where the page is, or None without an article."""
    work = page.desk.work
    if work is None:
        return None
    selected = page.text.selection()
    caret = page.text.caret()
    start, end = selected[-1] if selected else (caret, caret)
    top, below = page.text.top()
    return Spot(
        article=work.seq,
        top=top,
        below=below,
        selection=(start, end),
        current=page.desk.current,
        tab=page.side.tabs.currentIndex(),
    )


def go_back(page: AnnotatePage, spot: Spot) -> bool:
    """Have the page as it was; False, and said, when the article cannot be opened."""
    if not page.open_article(spot.article):
        return False
    work = page.desk.work
    page.side.tabs.setCurrentIndex(min(max(spot.tab, 0), page.side.tabs.count() - 1))
    if work is not None:
        length = len(work.article.text)
        start, end = (max(0, min(at, length)) for at in spot.selection)
        if spot.current in work.own.spans or spot.current in work.left.spans or spot.current in work.left.relations:
            page.desk.select(spot.current)
        page.text.select(start, end)
        page.text.show_at_top(max(0, min(spot.top, length)), spot.below)
    return True
