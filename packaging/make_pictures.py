"""Take the pictures of the guide and the README: the real window on the sample, in a home of its own.

    python packaging/make_pictures.py [FOLDER]

It needs the program to be importable, its model, and fonts (DejaVu at least). Nothing of the person who runs it is
read or written but the pictures, in resources/guide/pictures unless another folder is named.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPixmap

    from annotator.app.settings import LookName
    from annotator.ui.annotate.page import AnnotatePage
    from annotator.ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "guide" / "pictures"
WIDE, NARROW = (1280, 760), (1070, 760)
HEIGHT = 464  # of the pictures in the guide, which show the text only: its pages are 564 pixels wide
PATIENCE = 120_000  # milliseconds for the model to load and read an article
LARGEST = 150_000  # bytes

PLEDGE = "to expedite the production of long-range missiles for Ukraine"


def main() -> int:
    """Take all pictures; 1 when one is too large."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="annotator-pictures-") as home:
        _isolate(Path(home))
        made = [_take(shot, Path(home), target) for shot in (_workbench_light, _suggestions_dark, _relation_light)]
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


def _take(shot: Callable[[Path], "Iterator[QPixmap]"], home: Path, target: Path) -> Path:
    """One picture, in its own 256 most frequent colours and packed as tightly as PNG can."""
    path = target / f"{shot.__name__.strip('_').replace('_', '-')}.png"
    for picture in shot(home):
        _in_few_colours(picture.toImage()).save(str(path), "PNG", 0)
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
    from annotator.app.settings import Settings
    from annotator.app.state import State
    from annotator.ui.application import make_application
    from annotator.ui.main_window import MainWindow

    make_application()
    path = home / who / "sample.annodb"
    path.parent.mkdir()
    _make_sample(path)
    window = MainWindow(State(annotator=who), Settings(look=look))
    window.resize(*size)
    window.show()
    window.open_path(path)
    window.activateWindow()
    yield window
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


def _open_seed(page: "AnnotatePage") -> None:
    page.open_article(page.list.model.seq(0))
    _settle()


def _workbench_light(home: Path) -> "Iterator[QPixmap]":
    """An article that is done, one pledge selected."""
    with _window(home, "Ada", "light", WIDE) as window:
        page = _page(window)
        _open_seed(page)
        _await_suggestions(window)
        page.canvas.go_to(_find(page, "PLEDGE", PLEDGE))
        _settle()
        yield window.grab()


def _suggestions_dark(home: Path) -> "Iterator[QPixmap]":
    """An article that nobody has touched, pre-highlighted; three suggestions are judged, the fourth is current."""
    with _window(home, "Dana", "dark") as window:
        page = _page(window)
        _open_seed(page)
        _await_suggestions(window)
        page.judge.next()
        for judge in (page.judge.accept, page.judge.reject, page.judge.accept):
            judge()
        yield _text(page)


def _relation_light(home: Path) -> "Iterator[QPixmap]":
    """Choosing the target of a relation."""
    with _window(home, "Ben", "light") as window:
        page = _page(window)
        _open_seed(page)
        _await_suggestions(window)
        work = page.desk.work
        assert work is not None
        pledge = min((span for span in work.own.spans.values() if span.label == "PLEDGE"), key=lambda span: span.start)
        page.canvas.go_to(pledge.id)
        page.relating.start()
        yield _text(page)


if __name__ == "__main__":
    sys.exit(main())
