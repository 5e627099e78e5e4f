"""A listener for tests: it keeps what it is told and can be waited for."""

import threading
from typing import TypeVar

from annotator.app.worker.messages import Event

TIMEOUT = 60.0  # seconds, for a slow and busy machine
Some = TypeVar("Some")


class Heard:
    """A listener that keeps everything it is told."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = threading.Condition()

    def __call__(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait(self, kind: type[Some], **fields: object) -> Some:
        """The first event of the kind with these fields, as soon as it is there."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.all(kind, **fields), TIMEOUT), self.events[-5:]
            return self.all(kind, **fields)[0]

    def all(self, kind: type[Some], **fields: object) -> list[Some]:
        """The events of the kind with these fields so far."""
        found = [event for event in self.events if isinstance(event, kind)]
        return [event for event in found if all(getattr(event, name) == value for name, value in fields.items())]
