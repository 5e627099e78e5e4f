"""Rows of the window as a process: how soon it is there, what it holds in memory, whether it stalls."""

import time
from pathlib import Path
from statistics import median

from lists import many_articles
from measuring import calibrate, child, compared, looped
from PySide6.QtCore import Qt, QTimer
from rows import Bench, Measured, absolute, at_most, row
from showing import SIZE, app, settle
from synthetic import PERSON, make_project, many

from annotator.app.state import State, save_state
from annotator.ui.main_window import MainWindow

_STARTS = 5
_BEAT = 5  # milliseconds
_READ = 60  # articles


def _forty(bench: Bench) -> Path:
    return make_project(bench.fresh("start.annodb"), many(40), 40)


@row("window.start", at_most(2.5))
def start_window(bench: Bench) -> Measured:
    """Start the program with a project of 40 articles, from the process's start to the first paint of an article.

    The reference is a process with a bare Qt window, painted once, and sqlite_utils imported.
    """
    path = str(bench.kept(_forty))
    save_state(State(annotator=PERSON.name))
    child("window", path), child("bare")  # bytecode is written and the disk's cache filled
    return compared(
        lambda: child("window", path)[0],
        lambda: child("bare")[0],
        rounds=_STARTS,
        unit="ms",
        reference_is="bare Qt window + sqlite_utils, ms",
    )


@row("memory.window", absolute(250, "MB"))
def hold_articles(bench: Bench) -> Measured:
    """VmRSS of a fresh window with 20,000 articles (100,000 with --full), one open, once the whole list is read.

    The reference is that of a bare Qt window with sqlite_utils.
    """
    path = str(bench.kept(many_articles))
    save_state(State(annotator=PERSON.name))
    found = [(float(child("memory", path)[1]), float(child("bare")[1])) for _ in range(3)]
    return Measured(
        measured=median(one for one, _ in found),
        reference=median(other for _, other in found),
        unit="MB",
        reference_is="bare Qt window + sqlite_utils, MB",
        note=f"{bench.articles:,} articles",
    )


class _Heart(QTimer):
    """Beats, and remembers the longest time beyond what was due between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.perf_counter()
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.setInterval(_BEAT)
        self.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - _BEAT / 1000)
        self._last = now


def _stall(path: Path) -> tuple[float, float, float]:
    """The longest stall while suggesting, that of as long a time idle, and how long it took, in seconds."""
    window = MainWindow(State(annotator=PERSON.name))
    window.resize(*SIZE)
    window.show()
    window.open_path(path)
    assert window.desktop
    link = window.desktop.link
    heard: list[str] = []
    link.ready.connect(heard.append)
    link.troubled.connect(heard.append)
    settle(lambda: bool(heard))
    told: list[str] = []
    link.run_over.connect(told.append)
    heart = _Heart()
    heart.start()
    began = time.perf_counter()
    total = link.suggesting.start_run()
    settle(lambda: bool(told) or not total)
    heart.stop()
    taken = time.perf_counter() - began
    if not total or not told[0].startswith(str(total)):
        raise RuntimeError(f"The run ended with: {told or heard}")
    idle, over = _Heart(), []
    idle.start()
    QTimer.singleShot(round(taken * 1000), lambda: over.append(True))
    settle(lambda: bool(over))
    idle.stop()
    window.close()
    window.deleteLater()
    settle()
    return heart.longest, idle.longest, taken


@row("stall.suggesting", absolute(50))
def stall(bench: Bench) -> Measured:
    """The longest gap between two beats of the real main window while its worker pre-highlights 60 articles.

    From the start of the run to its last result stored; the worker has its model loaded. A beat is due each 5 ms.
    """
    app()
    found = [(_stall(make_project(bench.fresh("stall.annodb"), many(_READ + 1), 10)), calibrate()) for _ in range(3)]
    idle = median(idle for (_, idle, _), _ in found) * 1000
    speed = median(_READ / taken for (_, _, taken), _ in found)
    note = f"as long idle {idle:.0f} ms; {speed:.0f} articles a second"
    return looped([(longest, loop) for (longest, _, _), loop in found], note=note)
