"""Work in a thread: only the last wish is told, a failure is a sentence, and closing waits."""

from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.errors import ExchangeError
from annotator.ui.parts.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


def test_what_work_gives_is_told_in_the_window_s_thread(background: Background, qtbot: QtBot) -> None:
    told: list[object] = []
    background.done.connect(lambda found: told.append((found, current_thread() is main_thread())))
    with qtbot.waitSignal(background.done):
        background.start(lambda: current_thread() is main_thread())
        assert background.is_busy
    assert told == [(False, True)]
    assert not background.is_busy


def test_a_newer_wish_overtakes_an_older_one(background: Background, qtbot: QtBot) -> None:
    told: list[object] = []
    background.done.connect(told.append)
    began, go_on, done = Event(), Event(), []

    def slow() -> str:
        began.set()
        assert go_on.wait(10)
        return "first"

    background.start(slow)
    assert began.wait(10)
    background.start(lambda: done.append("second"))
    background.start(lambda: "third")
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert (told, done) == (["third"], [])


def test_long_work_hears_that_nobody_waits_any_more(background: Background, qtbot: QtBot) -> None:
    began, asked = Event(), []

    def long(is_stale: Callable[[], bool]) -> None:
        asked.append(is_stale())
        began.set()
        while not is_stale():
            pass
        asked.append(True)

    background.start_long(long)
    assert began.wait(10)
    with qtbot.waitSignal(background.done) as told:
        background.start(lambda: "the next")
    assert (told.args, asked) == (["the next"], [False, True])


def test_an_error_is_told_as_its_sentence(background: Background, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ExchangeError("x", "It cannot be written.")

    with qtbot.waitSignal(background.failed) as told:
        background.start(fail)
    assert told.args == ["It cannot be written."]
    assert not background.is_busy


def test_closing_waits_for_the_work_and_tells_nothing(background: Background, qtbot: QtBot) -> None:
    told: list[object] = []
    background.done.connect(told.append)
    began, ended = Event(), []

    def work() -> str:
        began.set()
        ended.append(sum(number % 7 for number in range(2_000_000)))
        return "late"

    background.start(work)
    assert began.wait(10)
    background.close()
    assert len(ended) == 1
    with qtbot.waitSignal(background.done):
        background.start(lambda: "next")
    assert told == ["next"]
