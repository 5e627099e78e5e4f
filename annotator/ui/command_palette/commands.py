"""What the palette offers: the enabled actions, the labels of the schema, and articles by their words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from annotator.app.session import Session
from annotator.model.schema import Schema
from annotator.store import listing
from annotator.store.filtering import Filter
from annotator.ui.actions import ACTIONS
from annotator.ui.chosen_keys import KEYS
from annotator.ui.window_actions import Actions, action_text

PALETTE = "help.palette"
_ARTICLES = 6


@dataclass(frozen=True, slots=True)
class Command:
    """One row: what it does, where else it is found, its key, and `run`. `name` is what is remembered of it."""

    name: str
    title: str
    place: str
    key: str
    run: Callable[[], object]


def of_actions(actions: Actions, recent: Sequence[str]) -> list[Command]:
    """The actions that can be done now, those done last first."""
    order = {name: place for place, name in enumerate(recent)}
    rows = [row for row in ACTIONS if row.name != PALETTE and actions[row.name].isEnabled()]
    rows.sort(key=lambda row: order.get(row.name, len(order)))
    return [
        Command(
            row.name,
            action_text(row).removesuffix(" …"),
            QCoreApplication.translate("Actions", row.menu),
            KEYS.shown(row.name),
            actions[row.name].trigger,
        )
        for row in rows
    ]


def of_labels(schema: Schema, mark: Callable[[str], object]) -> list[Command]:
    """The labels: to mark the selection with, or to give what is current."""
    title = QCoreApplication.translate("CommandPalette", "Label {name}")
    place = QCoreApplication.translate("CommandPalette", "Labels")
    return [
        Command(
            f"label.{label.name}",
            title.format(name=label.name),
            place,
            label.key.upper(),
            partial(mark, label.name),
        )
        for label in schema.labels
    ]


def of_articles(session: Session, words: str, go: Callable[[int], object]) -> Iterator[Command]:
    """The first articles in which the words are found."""
    place = QCoreApplication.translate("CommandPalette", "Article")
    seqs = list(listing.numbers(session.project, session.number, Filter(words=words), limit=_ARTICLES))
    rows = listing.rows(session.project, session.number, seqs) if seqs else {}
    for seq in seqs:
        if row := rows.get(seq):
            where = f"{place} · {row.outlet}" if row.outlet else place
            yield Command("", row.title, where, "", partial(go, seq))
