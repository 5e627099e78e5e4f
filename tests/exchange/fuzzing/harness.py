"""One input to one reader, watched: articles that hold, or an ExchangeError that names the file, and nothing else.

Nothing else means no other exception, no warning, no word on the screen, no socket, no program started, no file made
or touched but in a folder for temporary ones, which is empty again afterwards, and an end within seconds.
"""

import faulthandler
import io
import logging
import os
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.model.errors import ExchangeError
from annotator.model.text import normalise, text_hash

MEGABYTE = 2**20
SECONDS = 10  # for one input: the first page with an odd date makes a library load all languages, for some seconds
# Whose metadata is text of the file; that in JSON and tables stays as it is written.
CLEAN = ("annotator.exchange.documents.", "annotator.exchange.newswire.")
_STUCK = 60  # seconds after which code that is not Python's own is not waited for: the run is ended with a trace
_HEAD = 4096  # bytes, as the registry looks at
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_TOUCHES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
_REACHES = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "ftplib.", "webbrowser.")


class TooSlowError(BaseException):
    """No reader may catch it."""


@dataclass
class _Watch:
    """What is seen of one input; `allowed` is where files may be made."""

    allowed: str
    seen: list[str] = field(default_factory=list)

    def hear(self, event: str, args: tuple[object, ...]) -> None:
        if event.startswith(_REACHES):
            self.seen.append(f"{event} {args!r:.200}")
        elif (event == "open" and isinstance(args[2], int) and args[2] & _WRITES) or (
            event in _TOUCHES and args[-1] in (-1, None)
        ):
            self._check(event, args[0])

    def _check(self, event: str, path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            place = os.path.realpath(os.fsdecode(path))
            if place != os.devnull and not place.startswith(self.allowed):
                self.seen.append(f"{event} {place}")


class _Hook:
    """The interpreter keeps a hook for good, so there is one, which listens only while an input is read."""

    watch: _Watch | None = None
    installed = False

    @classmethod
    def hear(cls, event: str, args: tuple[object, ...]) -> None:
        if cls.watch is not None:
            cls.watch.hear(event, args)

    @classmethod
    def install(cls) -> None:
        if not cls.installed:
            sys.addaudithook(cls.hear)
            cls.installed = True


@contextmanager
def _limited() -> Iterator[None]:
    """Raise TooSlowError after the seconds, wherever the code is; end the run where it does not come back at all."""

    def stop(*_: object) -> None:
        raise TooSlowError(f"not read within {SECONDS} seconds")

    faulthandler.dump_traceback_later(_STUCK, exit=True, file=sys.__stderr__)
    started = time.monotonic()
    try:
        if hasattr(signal, "setitimer"):
            old = signal.signal(signal.SIGALRM, stop)
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
        yield
        if time.monotonic() - started > SECONDS:
            stop()
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, old)
        faulthandler.cancel_dump_traceback_later()


@contextmanager
def watched(folder: Path) -> Iterator[list[str]]:
    """What happens in the block that must not, filled at its end; raises TooSlowError.

    The folder is made the one for temporary files.
    """
    _Hook.install()
    heard = _Watch(os.path.realpath(folder))
    screen = io.StringIO()
    old = tempfile.tempdir, sys.dont_write_bytecode, logging.root.handlers
    tempfile.tempdir, sys.dont_write_bytecode, logging.root.handlers = str(folder), True, []
    try:
        with warnings.catch_warnings(record=True) as warned, redirect_stdout(screen), redirect_stderr(screen):
            warnings.simplefilter("always")
            with _limited():
                _Hook.watch = heard
                try:
                    yield heard.seen
                finally:
                    _Hook.watch = None
    finally:
        tempfile.tempdir, sys.dont_write_bytecode, logging.root.handlers = old
    heard.seen += [f"warned: {each.message}" for each in warned]
    heard.seen += [f"printed: {screen.getvalue():.300}"] if screen.getvalue() else []


def outcome(reader: Reader, path: Path, options: ReadOptions) -> str:
    """Read all of a file; what is wrong with how that went, "" for nothing. Raises what the reader should not."""
    temporary = path.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    before = _listing(path.parent)
    with watched(temporary) as seen:
        wrong = _read(reader, path, options)
    if _listing(path.parent) != before:
        seen.append(f"files were made: {sorted(_listing(path.parent) - before)}")
    return "; ".join([*seen, wrong] if wrong else seen)


def _listing(folder: Path) -> set[str]:
    return {str(Path(place, name)) for place, folders, files in os.walk(folder) for name in (*folders, *files)}


def _read(reader: Reader, path: Path, options: ReadOptions) -> str:
    head = path.read_bytes()[:_HEAD]
    look = getattr(reader, "fits_file", None)
    fits = reader.fits(head) if look is None else look(path, head)
    if not isinstance(fits, bool):
        return f"fits says {fits!r}"
    if (sample := getattr(reader, "sample", None)) is not None:
        try:
            sample(path, options=options)
        except ExchangeError as error:
            if told := _told(error, path):
                return told
    found = False
    try:
        for item in reader.read(path, options=options):
            found = True
            if wrong := _fault(item, path) or (_unclean(item) if type(reader).__module__.startswith(CLEAN) else ""):
                return wrong
    except ExchangeError as error:
        return _told(error, path)
    return "" if found else "neither articles nor an error"


def _told(error: ExchangeError, path: Path) -> str:
    """An error has a code and a sentence that names the file."""
    good = "." in error.code and str(path.parent) in error.sentence and error.sentence.endswith((".", "?", ")", "”"))
    _encoded(error.sentence)
    on_one_line = len(error.sentence.splitlines()) == 1 and "\0" not in error.sentence
    return "" if good and on_one_line else f"badly told ({error.code}): {error.sentence!r:.500}"


def _fault(item: Incoming | Refused, path: Path) -> str:
    """What is wrong with what a reader yields."""
    if not item.place.startswith(str(path.parent)):
        return f"the place is {item.place!r}"
    if isinstance(item, Refused):
        return "" if _encoded(item.reason).strip() else "refused without a reason"
    article = item.article
    _encoded(article)
    _encoded(item.sets)
    _encoded(item.notes)
    if not article.text.strip() or not (article.title or item.ours):
        return "an article without a text or title"
    if normalise(article.text).text != article.text or article.sha256 != text_hash(article.text):
        return "the text is not normalised"
    for each in item.sets:
        for span in each.spans.values():
            if span.text != " ".join(article.text[start:end] for start, end in span.fragments):
                return f"the span {span} does not cover what it says"
        for relation in each.relations.values():
            if not {relation.head, relation.tail} <= set(each.spans):
                return f"the relation {relation} has no ends"
    return ""


def _unclean(item: Incoming | Refused) -> str:
    """What is wrong with the title and metadata that were taken out of text."""
    if isinstance(item, Refused):
        return ""
    values = (item.article.title, *map(str, item.article.meta.values()))
    return next((f"not normalised: {each!r}" for each in values if normalise(each).text != each), "")


def _encoded(value: object) -> bytes:
    """As the project stores it; raises where it cannot."""
    return msgspec.json.encode(value)


@contextmanager
def memory() -> Iterator[list[int]]:
    """How many bytes the block took at its height beyond what there was before, filled at its end; 0 but on Linux."""
    taken: list[int] = []
    before = _status("VmRSS")
    if before:
        Path("/proc/self/clear_refs").write_text("5")  # forgets the height that there was
    yield taken
    taken.append(_status("VmHWM") - before)


def _status(name: str) -> int:
    """A figure of this process that Linux gives, in bytes."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))
