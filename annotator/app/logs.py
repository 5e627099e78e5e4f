"""Logs: rotating, in the user's log folder, without anybody's text."""

import logging
from logging.handlers import RotatingFileHandler

from annotator.app.folders import log_folder

_SIZE = 1_000_000  # bytes
_KEPT = 5


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
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
