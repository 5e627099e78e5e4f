"""Take the pictures of the guide and the README: the real window on the sample, in a home of its own.

    python packaging/make_pictures.py [FOLDER]

It needs the program to be importable, its model, and fonts (DejaVu at least). Nothing of the person who runs it is
read or written but the pictures, in resources/guide/pictures unless another folder is named.

One more picture is one more function below: `@shot("light")`, and what it returns is NAME-light.png. It gets the
window on the sample, its first article open and read by the model.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPixmap
    from PySide6.QtWidgets import QWidget

    from annotator.app.settings import LookName
    from annotator.ui.annotate.page import AnnotatePage
    from annotator.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "guide" / "pictures"
WIDE, NARROW = (1280, 760), (1070, 760)
HEIGHT = 464  # of the pictures in the guide that show the text only
GUIDE = 564  # pixels that a page of the guide has for a picture
PATIENCE = 120_000  # milliseconds for the model to load and read an article
LARGEST = 150_000  # bytes
SETTLING = 150  # milliseconds for the card of the tour to find its place

PLEDGE = "to expedite the production of long-range missiles for Ukraine"


Taker = Callable[["MainWindow"], "QPixmap"]


@dataclass
class Shot:
    """A picture: in which looks, of a window how large, as which annotator, and whether the model is waited for."""

    take: Taker
    looks: "tuple[LookName, ...]"
    size: tuple[int, int] = NARROW
    who: str = "Dana"
    read: bool = True

    @property
    def name(self) -> str:
        """As in the name of its files."""
        return self.take.__name__.replace("_", "-")


SHOTS: list[Shot] = []


def shot(
    *looks: "LookName", size: tuple[int, int] = NARROW, who: str = "Dana", read: bool = True
) -> Callable[[Taker], Taker]:
    """Have what the function returns kept as a picture."""

    def add(take: Taker) -> Taker:
        SHOTS.append(Shot(take, looks, size, who, read))
        return take

    return add


def main() -> int:
    """Take all pictures; 1 when one is too large."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for each in SHOTS:
        for look in each.looks:
            with tempfile.TemporaryDirectory(prefix="annotator-pictures-") as home:
                _isolate(Path(home))
                made.append(_take(each, look, Path(home), target))
    for path in made:
        print(f"{path.name}: {path.stat().st_size:,} bytes")  # noqa: T201  this is what it is asked for
    return int(any(path.stat().st_size > LARGEST for path in made))


def _isolate(home: Path) -> None:
    """A home of its own, for this process and the worker that it starts; drawn nowhere unless told otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update(HOME=str(home), USERPROFILE=str(home), LC_ALL="C.UTF-8")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
        os.environ[name] = str(home / name.lower())
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    sys.path.insert(0, str(ROOT))


def _take(each: Shot, look: "LookName", home: Path, target: Path) -> Path:
    """One picture, in its own 256 most frequent colours and packed as tightly as PNG can."""
    path = target / f"{each.name}-{look}.png"
    with _window(home, each.who, look, each.size) as window:
        page = _page(window)
        page.open_article(page.list.model.seq(0))
        _settle()
        if each.read:
            _await_suggestions(window)
        _in_few_colours(each.take(window).toImage()).save(str(path), "PNG", 0)
    return path


def _in_few_colours(image: "QImage") -> "QImage":
    """The image with a palette: every colour becomes the nearest of the most frequent ones."""
    import numpy
    from PySide6.QtGui import QImage

    rgb = image.convertToFormat(QImage.Format.Format_RGB32)
    width, height = rgb.width(), rgb.height()
    pixels = numpy.frombuffer(rgb.constBits(), numpy.uint32).reshape(height, width)
    colours, where, counts = numpy.unique(pixels, return_inverse=True, return_counts=True)
    palette = colours[numpy.argsort(-counts, kind="stable")[:256]]
    every, chosen = (each.view(numpy.uint8).reshape(-1, 4)[:, :3].astype(int) for each in (colours, palette))
    nearest = numpy.array([((chosen - one) ** 2).sum(axis=1).argmin() for one in every], numpy.uint8)
    indices = numpy.ascontiguousarray(nearest[where].reshape(height, width))
    made = QImage(indices.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    made.setColorTable([int(colour) for colour in palette])
    return made.copy()


@contextmanager
def _window(home: Path, who: str, look: "LookName", size: tuple[int, int] = NARROW) -> "Iterator[MainWindow]":
    """The main window on a new sample."""
    from PySide6.QtWidgets import QApplication

    from annotator.app.settings import Settings
    from annotator.app.state import State
    from annotator.ui.application import make_application
    from annotator.ui.main_window import MainWindow

    make_application()
    path = home / who / "sample.annodb"
    path.parent.mkdir()
    _make_sample(path)
    window = MainWindow(State(annotator=who, tour_seen=True), Settings(look=look))
    window.resize(*size)
    window.show()
    window.open_path(path)
    window.activateWindow()
    yield window
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window:
            dialog.close()
    window.close()


def _make_sample(path: Path) -> None:
    """The sample but for the article with emoji in its title: not every machine has a font for them."""
    from annotator import files
    from annotator.app.importing import import_paths
    from annotator.app.sample import sample_files
    from annotator.store.project import create_project

    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as project:
        import_paths(project, [each for each in sample_files() if "emoji" not in each.name])


def _page(window: "MainWindow") -> "AnnotatePage":
    assert window.desktop is not None
    return window.desktop.page


def _text(page: "AnnotatePage") -> "QPixmap":
    """The upper part of the text."""
    from PySide6.QtCore import QRect

    _settle()
    return page.text.grab(QRect(0, 0, page.text.width(), HEIGHT))


def _settle() -> None:
    from PySide6.QtWidgets import QApplication

    for _ in range(3):
        QApplication.processEvents()


def _await_suggestions(window: "MainWindow") -> None:
    """Until the worker has read the article on screen."""
    from PySide6.QtCore import QEventLoop, QTimer

    page = _page(window)
    if page.desk.work is not None and len(page.desk.work.left):
        return
    loop = QEventLoop()
    page.suggestions_left.connect(lambda left, _total: left and loop.quit())
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()
    if page.desk.work is None or not len(page.desk.work.left):
        raise SystemExit("The model gave no suggestions: run “annotator doctor”.")


def _find(page: "AnnotatePage", label: str, words: str) -> str:
    work = page.desk.work
    assert work is not None
    spans = work.own.spans.items()
    return next(key for key, span in spans if span.label == label and span.text.startswith(words))


def _dialog(kind: "type[QWidget]", size: tuple[int, int] = (GUIDE, HEIGHT)) -> "QPixmap":
    """A dialog that is open."""
    from PySide6.QtWidgets import QApplication

    found = next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())
    found.resize(*size)
    _settle()
    picture = found.grab()
    return _in_guide(picture) if picture.width() > GUIDE else picture


def _in_guide(picture: "QPixmap") -> "QPixmap":
    """A wide picture, as wide as a page of the guide."""
    from PySide6.QtCore import Qt

    return picture.scaledToWidth(GUIDE, Qt.TransformationMode.SmoothTransformation)


# The pictures


@shot("light", size=WIDE, who="Ada")
def workbench(window: "MainWindow") -> "QPixmap":
    """An article that is done, one pledge selected."""
    page = _page(window)
    page.canvas.go_to(_find(page, "PLEDGE", PLEDGE))
    _settle()
    return window.grab()


@shot("light", size=(1128, 700), who="Ada")
def overview(window: "MainWindow") -> "QPixmap":
    """The same, small: what is where."""
    return _in_guide(workbench(window))


@shot("light", "dark")
def suggestions(window: "MainWindow") -> "QPixmap":
    """An article that nobody has touched, pre-highlighted; three suggestions are judged, the fourth is current."""
    page = _page(window)
    page.judge.next()
    for judge in (page.judge.accept, page.judge.reject, page.judge.accept):
        judge()
    return _text(page)


@shot("light", who="Ben")
def relation(window: "MainWindow") -> "QPixmap":
    """Choosing the target of a relation."""
    page = _page(window)
    work = page.desk.work
    assert work is not None
    pledge = min((span for span in work.own.spans.values() if span.label == "PLEDGE"), key=lambda span: span.start)
    page.canvas.go_to(pledge.id)
    page.relating.start()
    return _text(page)


@shot("light", "dark", size=(1070, 520))
def tour(window: "MainWindow") -> "QPixmap":
    """The tour at its third card: the right part of the window."""
    from PySide6.QtCore import QRect
    from PySide6.QtTest import QTest

    window.actions_table["help.tour"].trigger()
    assert window.tour.tour is not None
    window.tour.tour.go_on()
    _page(window).judge.next()
    QTest.qWait(SETTLING)
    centre = window.centralWidget()
    return centre.grab(QRect(centre.width() - GUIDE, 0, GUIDE, centre.height()))


@shot("light", read=False)
def settings(window: "MainWindow") -> "QPixmap":
    """The settings: how it looks."""
    from annotator.ui.settings.dialog import SettingsDialog

    window.program.ask_settings()
    return _dialog(SettingsDialog)


@shot("light", read=False)
def keys(window: "MainWindow") -> "QPixmap":
    """The settings: a key is changed."""
    from annotator.ui.settings.dialog import SettingsDialog

    window.program.ask_settings(tab=2)
    return _dialog(SettingsDialog)


@shot("light", read=False)
def sheet(window: "MainWindow") -> "QPixmap":
    """All keys."""
    from annotator.ui.dialogs.keys import KeysDialog

    window.actions_table["help.keys"].trigger()
    return _dialog(KeysDialog)


@shot("light", read=False)
def palette(window: "MainWindow") -> "QPixmap":
    """Finding a command."""
    from annotator.ui.command_palette.dialog import CommandPalette

    window.actions_table["help.palette"].trigger()
    window.findChild(CommandPalette).field.setText("next")
    return _dialog(CommandPalette, (560, 300))


@shot("light", read=False)
def export(window: "MainWindow") -> "QPixmap":
    """What is asked before an export."""
    from annotator.store import annotators
    from annotator.ui.dialogs.export import ExportDialog

    assert window.desktop is not None
    dialog = ExportDialog(annotators.everyone(window.desktop.session.project).values(), window)
    dialog._formats.setCurrentIndex(dialog._formats.findData("spacy"))
    dialog.show()
    return _dialog(ExportDialog, (480, 300))


@shot("light", size=WIDE, who="Ada", read=False)
def articles(window: "MainWindow") -> "QPixmap":
    """All articles as a table, sorted by spans."""
    assert window.desktop is not None
    window.desktop.pages.show_page("articles")
    page = window.desktop.pages.page("articles")
    page.sort_by(4)  # type: ignore[attr-defined]
    _settle()
    return _in_guide(window.grab())


@shot("light", size=WIDE, who="Ada", read=False)
def pledges(window: "MainWindow") -> "QPixmap":
    """The table of all pledges, Ada's."""
    return _page_once(window, "pledges", "loaded")


@shot("light", "dark", size=(1280, 860), who="Ada", read=False)
def statistics(window: "MainWindow") -> "QPixmap":
    """Two weeks of work."""
    _fortnight(window)
    return _page_once(window, "statistics", "shown")


def _page_once(window: "MainWindow", name: str, signal: str) -> "QPixmap":
    """A page of the project, once it tells that all is there."""
    from PySide6.QtCore import QEventLoop, QTimer

    assert window.desktop is not None
    loop, page = QEventLoop(), window.desktop.pages.page(name)
    getattr(page, signal).connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    QTimer.singleShot(0, lambda: window.desktop and window.desktop.pages.show_page(name))
    loop.exec()
    _settle()
    return _in_guide(window.grab())


def _fortnight(window: "MainWindow") -> None:
    """Three people take up their articles again and finish them, on several days, in some minutes each."""
    from datetime import UTC, datetime, timedelta
    from random import Random
    from unittest.mock import patch

    from annotator.app.plans import states
    from annotator.app.session import Session
    from annotator.store import activity, annotators

    assert window.desktop is not None
    project, draw = window.desktop.session.project, Random(7)  # noqa: S311  the same picture each time
    people = [(number, each) for number, each in annotators.everyone(project).items() if each.kind == "person"]
    for number, who in people:
        session, day = Session(project, who), datetime.now(UTC) - timedelta(days=14)
        for seq in range(1, 9):
            day += timedelta(hours=draw.choice((2, 24, 30)))
            with patch("annotator.store.history.now", lambda at=day: at.isoformat(timespec="milliseconds")):
                session.open_article(seq)
                for status in ("in progress", "done"):
                    session.perform(states.set_status, status)
            activity.add(project, number, {(seq, day.astimezone().date().isoformat()): draw.uniform(240, 1500)})


if __name__ == "__main__":
    sys.exit(main())
