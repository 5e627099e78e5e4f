"""A filter in words, part by part, each with the filter that is left without it. No widgets."""

import msgspec
from PySide6.QtCore import QCoreApplication

from annotator.store.filtering import Filter
from annotator.ui.numbers import day

_MOST = 22  # characters of a name that a chip shows


class Part(msgspec.Struct, frozen=True):
    """One thing that is filtered by."""

    text: str
    without: Filter
    is_annotator: bool = False


def parts_of(chosen: Filter, annotator: str = "") -> list[Part]:
    """What a filter asks for beside words; `annotator` names whose list it is when it is another's."""
    found = [Part(_tr("by {name}").format(name=_short(annotator)), chosen, is_annotator=True)] if annotator else []

    def add(text: str, **left: object) -> None:
        found.append(Part(text, msgspec.structs.replace(chosen, **left)))

    for name in ("statuses", "labels", "outlets"):
        values: tuple[str, ...] = getattr(chosen, name)
        for each in values:
            text = QCoreApplication.translate("Status", each) if name == "statuses" else _short(each)
            add(text, **{name: tuple(other for other in values if other != each)})
    if chosen.first_day:
        add(_tr("from {day}").format(day=day(chosen.first_day)), first_day="")
    if chosen.last_day:
        add(_tr("until {day}").format(day=day(chosen.last_day)), last_day="")
    if chosen.noted:
        add(_tr("with notes"), noted=False)
    if chosen.unjudged:
        add(_tr("suggestions left"), unjudged=False)
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("Filter", text)


def _short(name: str) -> str:
    return name if len(name) <= _MOST else f"{name[: _MOST - 1]}…"
