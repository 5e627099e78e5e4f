"""How long a person is active in an article: the gaps between what she does, each of a minute at most.

Somebody who reads for a minute without touching anything is active; somebody who is away for an hour is so for a
minute. The clock and the day come from outside; whoever hears the keys and the mouse calls `touch`.
"""

from collections.abc import Callable
from datetime import datetime

from annotator.store import activity
from annotator.store.project import Project

LONGEST_GAP = 60.0  # seconds


def today() -> str:
    """The day where the person is, as YYYY-MM-DD."""
    return datetime.now().astimezone().date().isoformat()


class ActiveTime:
    """Seconds by article and day that are not written yet. `clock` counts seconds and never goes back."""

    def __init__(self, clock: Callable[[], float], day: Callable[[], str] = today) -> None:
        self._clock, self._day = clock, day
        self._article: int | None = None
        self._last: float | None = None
        self.spent: dict[tuple[int, str], float] = {}

    def enter(self, article: int | None, *, resting: bool = False) -> None:
        """Another article is at hand, or none; the time until now belongs to the one before.

        Where nobody is in the window (`resting`), time runs from the first touch.
        """
        self.touch()
        self._article = article
        self._last = None if article is None or resting else self._clock()

    def touch(self) -> None:
        """Something was done in the article at hand."""
        if self._article is None:
            return
        now = self._clock()
        if self._last is not None and now > self._last:
            key = (self._article, self._day())
            self.spent[key] = self.spent.get(key, 0.0) + min(now - self._last, LONGEST_GAP)
        self._last = now

    def rest(self) -> None:
        """The window is left: time runs again from the next touch."""
        self.touch()
        self._last = None

    def write(self, project: Project, annotator: int) -> None:
        """Write what was spent. Raises ProjectError; then it is kept for the next time."""
        if self.spent and annotator and not project.read_only:
            activity.add(project, annotator, self.spent)
            self.spent.clear()
