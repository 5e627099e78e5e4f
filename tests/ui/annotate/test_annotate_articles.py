from annotate_world import World
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, runs
from annotator.store.filtering import Filter
from annotator.ui.annotate.ask import TextDialog
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.article_list.article_model import ArticleModel, Progress, Role

RETURN, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def titles(page: AnnotatePage) -> list[str]:
    model = page.list.model
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def judge_all(page: AnnotatePage) -> None:
    page.judge.next()
    while page.desk.at_suggestion:
        page.judge.accept()


def test_the_list_shows_all_articles_and_the_one_at_hand(page: AnnotatePage) -> None:
    model = page.list.model
    assert len(titles(page)) == 5
    assert model.data(model.index(0), Role.AT_HAND)
    assert page.list.view.currentIndex().row() == 0


def test_a_click_opens_an_article_and_the_keys_are_in_its_text(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    place = page.list.view.visualRect(page.list.model.index(2)).center()
    with qtbot.waitSignal(page.article_opened):
        QTest.mouseClick(page.list.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.desk.work.seq == world.seqs[2]
    assert page.text.text() == "The ferry number 0 was late."
    assert page.text.hasFocus()


def test_an_article_without_its_title_in_the_text_shows_it_above(page: AnnotatePage, world: World) -> None:
    assert not page.panes.heading.isVisible()
    page.open_article(world.seqs[2])
    assert page.panes.heading.isVisible()
    assert page.panes.heading.title.text() == "Ferry 0"


def test_opening_an_article_that_is_gone_says_so(page: AnnotatePage, heard: list[str]) -> None:
    assert not page.open_article(999)
    assert heard == ["The article number 999 is not in lock.annodb any more."]


def test_the_chips_count_and_filter(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.list.chips[None].text() == "all 5")
    page.handlers()["article.skip"]()
    assert page.list.chips["skipped"].text() == "skipped 1"
    assert page.list.chips["new"].text() == "new 4"
    QTest.mouseClick(page.list.chips["skipped"], Qt.MouseButton.LeftButton)
    assert titles(page) == ["Minister vows to reopen the lock"]
    QTest.mouseClick(page.list.chips["done"], Qt.MouseButton.LeftButton)
    assert titles(page) == []
    assert page.list._nothing.text() == "No article fits."


def test_searching_waits_for_the_end_of_typing_and_shows_where_it_was_found(page: AnnotatePage, qtbot: QtBot) -> None:
    page.focus_search()
    with qtbot.waitSignal(page.list.model.loaded):
        QTest.keyClicks(page.list.search, "ferry 2")
    assert titles(page) == ["Ferry 2"]
    model = page.list.model
    assert "‹ferry›" in model.data(model.index(0), Role.SNIPPET).casefold()
    page.list.search.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 5)


def test_enter_in_the_search_opens_the_first_that_was_found(page: AnnotatePage, world: World) -> None:
    page.focus_search()
    QTest.keyClicks(page.list.search, "ferry")
    QTest.keyClick(page.list.search, RETURN)
    assert page.desk.work.seq == world.seqs[2]
    assert world.labels() == {}


def test_done_goes_to_the_next_open_article(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    judge_all(page)
    with qtbot.waitSignal(page.article_opened):
        page.handlers()["article.done"]()
    assert page.desk.work.seq == world.seqs[1]
    model = page.list.model
    assert model.data(model.index(0), Role.ROW).status == "done"


def test_doubtful_first_orders_the_list_and_what_comes_next(page: AnnotatePage, world: World, qtbot: QtBot) -> None:
    doubt = {world.seqs[3]: 700, world.seqs[1]: 400}
    with world.project.writing() as db:
        sql = "UPDATE standing SET doubt = ? WHERE article = ? AND annotator = ?"
        db.executemany(sql, [(much, seq, page.desk.session.number) for seq, much in doubt.items()])
    page.list.doubtful.click()
    assert [page.list.model.seq(row) for row in range(2)] == [world.seqs[3], world.seqs[1]]
    judge_all(page)
    for following in (world.seqs[3], world.seqs[1], world.seqs[2]):
        with qtbot.waitSignal(page.article_opened):
            page.handlers()["article.done"]()
        assert page.desk.work.seq == following
    page.list.doubtful.click()
    assert [page.list.model.seq(row) for row in range(2)] == world.seqs[:2]


def test_done_warns_once_while_suggestions_are_left(page: AnnotatePage, world: World, heard: list[str]) -> None:
    done = page.handlers()["article.done"]
    done()
    assert heard[-1].startswith("5 suggestions are not judged.")
    assert page.desk.work.seq == world.seqs[0]
    page.judge.next()
    page.judge.reject()
    done()
    assert page.desk.work.seq == world.seqs[0]  # something was done since: warned again
    done()
    assert page.desk.work.seq == world.seqs[1]


def test_when_no_article_is_left_it_says_so(page: AnnotatePage, world: World, heard: list[str]) -> None:
    for _ in world.seqs[:-1]:
        page.handlers()["article.skip"]()
    assert page.desk.work.seq == world.seqs[-1]
    page.handlers()["article.skip"]()
    assert heard[-1] == "No open article is left."
    assert page.desk.work.seq == world.seqs[-1]


def test_a_flag_needs_a_reason_and_goes_with_an_empty_one(page: AnnotatePage) -> None:
    for reason, status in (("which date?", "flagged"), ("", "in progress")):
        page.handlers()["article.flag"]()
        dialog = page.findChild(TextDialog)
        field = dialog.findChild(QPlainTextEdit)
        field.setPlainText(reason)
        dialog.accept()
        dialog.setParent(None)
        assert page.desk.work.own.state.status == status
        assert page.desk.work.own.state.flag == reason


def test_next_and_previous_follow_the_list(page: AnnotatePage, world: World, heard: list[str]) -> None:
    act = page.handlers()
    act["article.next"]()
    assert page.desk.work.seq == world.seqs[1]
    act["article.previous"]()
    act["article.previous"]()
    assert page.desk.work.seq == world.seqs[0]
    assert heard[-1] == "This is the first article."


def test_the_row_says_how_many_suggestions_are_left(page: AnnotatePage) -> None:
    model = page.list.model
    assert model.data(model.index(0), Role.PROGRESS) == Progress(5, 5)
    page.judge.next()
    page.judge.accept()
    assert model.data(model.index(0), Role.PROGRESS) == Progress(4, 5)
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole).endswith("in progress, 4 suggestions left")


def inked(page: AnnotatePage, row: int) -> tuple[int, int]:
    """How many dark pixels the title of a row has in its left and its right half."""
    option = QStyleOptionViewItem()
    option.rect.setRect(0, 0, 240, 64)
    option.palette = page.palette()
    image = QImage(240, 64, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    page.list.delegate.paint(painter, option, page.list.model.index(row))
    painter.end()
    dark = [(x, y) for x in range(4, 236) for y in range(6, 22) if image.pixelColor(x, y).lightness() < 128]
    return sum(x < 120 for x, _ in dark), sum(x >= 120 for x, _ in dark)


def test_a_title_that_runs_from_the_right_stands_at_the_right(page: AnnotatePage) -> None:
    left, right = inked(page, 2)  # "Ferry 0"
    assert left > 0
    assert right == 0
    left, right = inked(page, 1)
    assert right > 0
    assert left == 0


def test_an_article_from_the_right_is_shown(page: AnnotatePage, world: World) -> None:
    page.open_article(world.seqs[1])
    assert page.text.text().startswith("وزيرة")


def test_a_long_list_is_there_at_once_and_whole_soon(world: World, qtbot: QtBot) -> None:
    step = runs.begin(world.project, "import", "More")
    many = [make_article(id=new_id(), title=f"T {n}", text=f"Text {n}.") for n in range(450)]
    articles.add(world.project, many, step=step)
    model = ArticleModel(world.project, world.session.number)
    with qtbot.waitSignal(model.loaded):
        model.show(Filter())
        assert model.rowCount() == 200
    assert model.rowCount() == 455
    assert model.data(model.index(454)) == "T 449"
    assert model.row_of(model.seq(300)) == 300
    model.close()


def test_articles_that_came_are_listed_when_told(page: AnnotatePage, world: World) -> None:
    step = runs.begin(world.project, "import", "More")
    articles.add(world.project, [make_article(id=new_id(), title="Late", text="Late news.")], step=step)
    page.refresh_articles()
    assert titles(page)[-1] == "Late"


def test_reading_the_article_again_keeps_the_page_right(page: AnnotatePage, world: World) -> None:
    page.text.select(*world.at("London"))
    QTest.keyClicks(page.text, "7")
    world.session.refresh()
    assert world.labels() == {"London": "LOC"}
    assert page.desk.current == ""
    assert page.text.mark_at(world.at("London")[0]) == (world.own("London").id, world.suggested("London"))


def test_closing_the_page_ends_what_it_hears(page: AnnotatePage, world: World) -> None:
    page.close_page()
    assert world.session._listeners == []
