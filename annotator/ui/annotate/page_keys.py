"""Hands the keys that reach the page to what they mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QKeyEvent

from annotator.ui.annotate.acts.edge_mode import EdgeMode
from annotator.ui.annotate.acts.marking import Marking
from annotator.ui.annotate.acts.relating import Relating
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.keys import KeyMap, Meaning, Means

# Bare actions that work outside the text too; the others mean something else in a list or on a button.
_ELSEWHERE = frozenset({"relation.start", "mode.leave"})


class HasHandlers(Protocol):
    """A part of the page that says what some actions do."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""


@dataclass(frozen=True, slots=True)
class Acts:
    """What keys can do: the actions by name, and `type_in`, which goes to the field of an attribute."""

    desk: Desk
    marking: Marking
    relating: Relating
    edge: EdgeMode
    handlers: Mapping[str, Callable[[], object]]
    type_in: Callable[[str], None]


class PageKeys:
    """The keys of the page, where no field is typed into."""

    def __init__(self, keys: KeyMap, acts: Acts) -> None:
        self._keys, self._acts = keys, acts

    def take(self, event: QKeyEvent, *, in_text: bool) -> bool:
        """Do what a key means; False when it is not the page's."""
        acts = self._acts
        if acts.relating.active and acts.relating.key(event):
            return True
        if acts.edge.active and acts.edge.key(event):
            return True
        work, span = acts.desk.work, acts.desk.span
        if work is None:
            return False
        attributes = work.schema.attributes_of_label(span.label) if span else ()
        meaning = self._keys.meaning(event, attributes)
        if meaning is not None:
            return self._act(meaning, in_text=in_text)
        return event.isAutoRepeat() and self._keys.is_ours(event, attributes)

    def _act(self, meaning: Meaning, *, in_text: bool) -> bool:
        acts = self._acts
        if meaning.kind is Means.LABEL:
            acts.marking.label(meaning.name)
        elif meaning.kind is Means.ATTRIBUTE:
            if not acts.marking.attribute(meaning.name):
                acts.type_in(meaning.name)
        else:
            handler = acts.handlers.get(meaning.name)
            if handler is None or not (in_text or meaning.name in _ELSEWHERE):
                return False
            handler()
        return True
