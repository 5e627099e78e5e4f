"""Logs: rotating, in the user's log folder, without anybody's text."""

import logging
from logging.handlers import RotatingFileHandler
from types import TracebackType

from annotator.app.folders import log_folder

_SIZE = 1_000_000  # bytes
_KEPT = 5
_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WithoutText(logging.Formatter):
    """Writes of an error what `traces` keeps of it: a message may quote an article."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802  logging's own name
        """The trace without messages that may quote text."""
        from annotator.app.traces import trace_of

        return trace_of(ei[1]) if ei[1] is not None else ""


def start_logging() -> None:
    """Write warnings and worse, and what the program does, to the log; a folder that cannot be written is no matter."""
    logger = logging.getLogger("annotator")
    logger.setLevel(logging.INFO)
    if any(isinstance(each, RotatingFileHandler) for each in logger.handlers):
        return
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_folder() / "annotator.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(_WithoutText("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
