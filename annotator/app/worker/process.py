"""The child process as its parent holds it: a pipe each way, and the last lines that it complained in."""

import logging
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import IO

import msgspec

from annotator.app.traces import line_of
from annotator.app.worker.messages import Reply, Request, Stop, decode_reply, encode

_log = logging.getLogger(__name__)
_KEPT_LINES = 50
_LONGEST_LINE = 2000  # bytes
_FATAL = ("Fatal Python error", "MemoryError")
_REAPED = 5.0  # seconds for a killed process to be gone


class Child:
    """One run of the worker. `on_reply` and `on_end` are called from its reading thread."""

    def __init__(
        self,
        command: list[str],
        on_reply: "Callable[[Child, Reply], None]",
        on_end: "Callable[[Child], None]",
    ) -> None:
        """Start it. Raises OSError when it cannot be started."""
        self._on_reply = on_reply
        self._on_end = on_end
        self._errors: deque[str] = deque(maxlen=_KEPT_LINES)
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(  # noqa: S603  the command is this program
            command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=_creation_flags()
        )
        self._threads = [
            threading.Thread(target=target, name=f"worker {target.__name__}", daemon=True)
            for target in (self._read_errors, self._read_replies)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, message: Request) -> None:
        """Send a request. To a process that has ended nothing is sent: `on_end` says so.

        Raises UnicodeEncodeError, with nothing sent, for a text with a lone surrogate.
        """
        line = encode(message)
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line)
            self._process.stdin.flush()
        except (OSError, ValueError):
            _log.debug("the worker %s takes no more requests", self.pid)

    def close(self, grace: float) -> None:
        """Ask it to end, wait so many seconds, then kill it. Afterwards it is gone, and so are its threads."""
        self.send(Stop())
        self._close_input()
        try:
            self._process.wait(grace)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(_REAPED)
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(_REAPED)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    @property
    def epitaph(self) -> str:
        """How it ended, as part of a sentence: the exit code, and what it last complained of."""
        code = self._process.returncode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        fatal = [line for line in self._errors if line.startswith(_FATAL)]
        last = (fatal or list(self._errors))[-1:]
        return f"{how}; {last[0]}" if last else how

    def _close_input(self) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.close()
        except OSError:
            _log.debug("the worker %s had closed its input", self.pid)

    def _read_replies(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            for line in iter(stream.readline, b""):
                try:
                    reply = decode_reply(line)
                except msgspec.DecodeError:
                    _log.exception("the worker %s said what cannot be understood; it is ended", self.pid)
                    self._process.kill()
                    break
                self._on_reply(self, reply)
        self._process.wait()
        self._threads[0].join(_REAPED)
        self._close_input()
        self._on_end(self)

    def _read_errors(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as stream:
            for line in _lines(stream):
                _log.info("worker %s: %s", self.pid, line_of(line))  # it may quote an article
                self._errors.append(line)


def _lines(stream: IO[bytes]) -> Iterator[str]:
    """Lines that are not empty, each cut to a length that memory can bear."""
    raw = iter(lambda: stream.readline(_LONGEST_LINE), b"")
    return filter(None, (line.decode("utf-8", "replace").strip() for line in raw))


def _creation_flags() -> int:
    """On Windows: no console window, and less urgent than the window. Elsewhere the child sees to it."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0
