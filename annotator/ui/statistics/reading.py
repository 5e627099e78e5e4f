"""What the page shows, read in a thread. What draws it is not loaded there: modules of Qt belong to the window's."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from annotator.app.blind_compare import BlindSummary, blind_summary
from annotator.model.errors import EditError
from annotator.store.project import open_project
from annotator.store.statistics import Figures, Wanted, apart


class Read(msgspec.Struct, frozen=True):
    """The figures, and the blind sample; where its history has a hole, None and the sentence that says so."""

    figures: Figures
    blind: BlindSummary | None
    trouble: str = ""


def read(path: Path, wanted: Wanted, is_stale: Callable[[], bool]) -> Read | None:
    """Read all; None when nobody waits for it any more. Raises ProjectError."""
    figures = apart(path, wanted, unless=is_stale)
    if figures is None:
        return None
    try:
        with open_project(path, read_only=True) as project:
            return Read(figures, blind_summary(project, wanted, unless=is_stale))
    except EditError as error:
        return Read(figures, None, error.sentence)
