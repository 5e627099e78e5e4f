"""The steps of the tour, as data: what is said, where it points, and what has to happen before it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from annotator.model.schema import Schema
from annotator.ui.chosen_keys import KEYS


class Happening(Enum):
    """What a person does that the tour waits for."""

    AT_SUGGESTION = auto()
    ACCEPTED = auto()
    REJECTED = auto()
    MARKED = auto()
    LINKED = auto()
    UNDONE = auto()
    FINISHED = auto()


class Place(Enum):
    """What a step points at."""

    TEXT = auto()
    CURRENT = auto()  # the current mark; the text, where none is current
    LABELS = auto()
    BAR = auto()


class Needs(Enum):
    """What there must be for a step to make sense."""

    NOTHING = auto()
    MODEL = auto()
    NO_MODEL = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One card of the tour. It goes on at `until`, or with its button."""

    title: str
    words: str
    place: Place
    until: Happening | None = None
    needs: Needs = Needs.NOTHING


def _tr(text: str) -> str:
    return QCoreApplication.translate("Tour", text)


def _key(action: str) -> str:
    return KEYS.shown(action) or QCoreApplication.translate("Tour", "(no key)")


def steps(schema: Schema) -> list[Step]:
    """All steps, with the keys that are in force."""
    keys = {label.name: label.key.upper() for label in schema.labels}
    return [*_first(), *_judging(), *_marking(keys.get("PERSON", ""), keys.get("PLEDGE", "")), *_ending()]


def _first() -> Iterator[Step]:
    words = _tr(
        "In two minutes you will have tried all that matters. Every step can be taken back, so nothing can go wrong. "
        "Do what the card says, or go on with the button."
    )
    yield Step(_tr("Welcome: a short tour"), words, Place.TEXT)


def _judging() -> Iterator[Step]:
    words = _tr("A model has outlined names in the text, dashed. They count for nothing yet. Press {key} to go to one.")
    words = words.format(key=_key("suggestion.next"))
    yield Step(_tr("Suggestions"), words, Place.TEXT, Happening.AT_SUGGESTION, Needs.MODEL)
    words = _tr("The framed one is current, and explained in the panel. Press {key} to accept it; the next one comes.")
    words = words.format(key=_key("suggestion.accept"))
    yield Step(_tr("Accept"), words, Place.CURRENT, Happening.ACCEPTED, Needs.MODEL)
    words = _tr("What you accept is filled. What is wrong you reject: press {key}. It is gone, and the next one comes.")
    words = words.format(key=_key("suggestion.reject"))
    yield Step(_tr("Reject"), words, Place.CURRENT, Happening.REJECTED, Needs.MODEL)


def _marking(person: str, pledge: str) -> Iterator[Step]:
    words = _tr(
        "Select somebody's name: drag over it, or move the caret with the arrows and hold Shift. "
        "Then press {key}, the key of PERSON."
    )
    yield Step(_tr("Mark a name"), words.format(key=person), Place.LABELS, Happening.MARKED, Needs.NO_MODEL)
    words = _tr(
        "Now mark what no model finds. Select what somebody promises, by dragging or with Shift and the arrows, "
        "and press {key}, the key of PLEDGE."
    )
    yield Step(_tr("Mark a pledge"), words.format(key=pledge), Place.LABELS, Happening.MARKED)
    words = _tr(
        "Who promised it? Press {key}: whatever the current mark can be linked to shows a letter. Type the letter "
        "on the name, and a number if you are asked for the relation."
    )
    yield Step(_tr("Relate"), words.format(key=_key("relation.start")), Place.CURRENT, Happening.LINKED)


def _ending() -> Iterator[Step]:
    words = _tr("Each edit is saved as you make it. {key} takes the last one back, then the one before it, and so on.")
    yield Step(_tr("Take back"), words.format(key=_key("edit.undo")), Place.BAR, Happening.UNDONE)
    words = _tr(
        "{key} sets the article done and opens the next one. While suggestions are left you are told so first: "
        "press it again."
    )
    yield Step(_tr("Done, next"), words.format(key=_key("article.done")), Place.BAR, Happening.FINISHED)
    words = _tr(
        "That was the tour; it stays in the Help menu. The keys that matter now are always at the bottom. "
        "{keys} shows all keys, {palette} finds any command, {guide} opens the guide."
    )
    shown = {"keys": _key("help.keys"), "palette": _key("help.palette"), "guide": _key("help.guide")}
    yield Step(_tr("You know it now"), words.format(**shown), Place.BAR)
