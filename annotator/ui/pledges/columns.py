"""The columns of the table of pledges as they are shown: what stands above them, how values read, how they sort.

What a role or an attribute is called, and its choices, are the schema's own words, as everywhere in the window.
"""

from typing import Literal

import msgspec
from PySide6.QtCore import QCoreApplication

from annotator.app import register
from annotator.app.register import Column
from annotator.model.schema import Attribute, Schema
from annotator.ui.numbers import day, number

Kind = Literal["text", "number", "date", "flag"]

_WIDTHS = {"text": 540, "role": 130, "attribute": 92, "fact": 100}
_WIDE = {"title": 220, "outlet": 120, "amount": 110, "mentions": 80}
MENTIONS = "mentions"
HEADINGS = {
    "pledge": "Pledge",
    MENTIONS: "Mentions",
    "outlet": "Outlet",
    "date": "Date",
    "annotator": "Annotator",
    "title": "Title",
}
_FACTS: dict[str, Kind] = {MENTIONS: "number", "date": "date"}


class Shown(msgspec.Struct, frozen=True):
    """A column in the window; `kind` says how its values read and sort, `width` is the usual one in pixels."""

    column: Column
    heading: str
    kind: Kind
    width: int

    def told(self, value: str) -> str:
        """A value as the window says it."""
        if self.kind == "date":
            return day(value)
        if self.kind == "flag":
            return flag_word(value)
        if self.column == Column("fact", MENTIONS):
            return number(int(value))
        return " ".join(value.split())  # in one line


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pledges", text)


def flag_word(value: str) -> str:
    """Yes or no in the language of the window; what is neither comes back as it is."""
    return {"yes": _tr("yes"), "no": _tr("no")}.get(value, value)


def shown_columns(schema: Schema) -> tuple[Shown, ...]:
    """The columns of the register, for the window."""
    kinds: dict[str, Kind] = {name: _kind(each) for name, each in attributes_of(schema).items()}
    return tuple(_shown(each, kinds) for each in register.columns(schema))


def attributes_of(schema: Schema) -> dict[str, Attribute]:
    """The attributes that pledges have, by name."""
    return {each.name: each for label in register.labels(schema) for each in schema.attributes_of_label(label)}


def _kind(attribute: Attribute) -> Kind:
    return "text" if attribute.kind == "choice" else attribute.kind


def _shown(column: Column, kinds: dict[str, Kind]) -> Shown:
    width = _WIDE.get(column.name, _WIDTHS[column.kind])
    if column.kind in ("text", "fact"):
        return Shown(column, _tr(HEADINGS[column.name]), _FACTS.get(column.name, "text"), width)
    kind = kinds.get(column.name, "text") if column.kind == "attribute" else "text"
    words = column.name.replace("_", " ")
    return Shown(column, words[:1].upper() + words[1:], kind, width)
