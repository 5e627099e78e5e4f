"""Names as brat can hold them (letters of ASCII, digits, "_" and "-"), and ours for those again.

Both ways follow from the schema alone, so what goes out comes in again by the same names.
"""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from annotator.model.schema import Attribute, Schema

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_UNSAFE_VALUE = re.compile(r"[|,:<>\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSAFE_FILE = re.compile(r"[^\w .,;()+=@#&'!-]|[\x80-\x9f]")
_LONGEST_FILE = 150  # bytes of an annotator's name in that of a file
_LONGEST_SLUG = 40
_NAMELESS = "unnamed"


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _UNSAFE.sub("_", plain).strip("_")


class Names:
    """One name space of brat, and ours."""

    def __init__(self, known: Iterable[str] = (), *, values: bool = False) -> None:
        self._values = values
        self._brats: dict[str, str] = {}
        self._ours: dict[str, str] = {}
        every = list(dict.fromkeys(known))
        for name in sorted(every, key=lambda each: self._fitting(each) != each):  # those that can stay do
            self.brat(name)

    def _fitting(self, name: str) -> str:
        return _UNSAFE_VALUE.sub("_", name).strip() if self._values else _plain(name)

    def brat(self, name: str) -> str:
        """The name for brat, the same one again for the same name."""
        if name not in self._brats:
            stem = self._fitting(name) or "unnamed"
            made, number = stem, 1
            while made in self._ours:
                number += 1
                made = f"{stem}_{number}"
            self._brats[name], self._ours[made] = made, name
        return self._brats[name]

    def ours(self, name: str) -> str:
        """The name that brat's stands for; itself where it stands for none."""
        return self._ours.get(name, name)

    @property
    def all(self) -> list[str]:
        """Ours, in the order in which they came."""
        return list(self._brats)


class SchemaNames:
    """The names of a schema for brat; names that it does not have join as they come."""

    def __init__(self, schema: Schema | None) -> None:
        self._schema = schema
        self._kinds: dict[tuple[str, bool], dict[str, str]] = {}
        self._offered: dict[tuple[str, bool], list[Attribute]] = {}
        self.labels = Names(each.name for each in schema.labels) if schema else Names()
        self.groups = Names([*(each.name for each in schema.groups)] if schema else ())
        self.relations = Names(each.name for each in schema.relations) if schema else Names()
        self.attributes = Names(each.name for each in schema.attributes) if schema else Names()
        choices: dict[str, list[str]] = {}
        for each in schema.attributes if schema else ():
            choices.setdefault(each.name, []).extend(each.choices)
        self._values = {name: Names(values, values=True) for name, values in choices.items()}

    def kinds(self, name: str, *, of_relation: bool) -> dict[str, str]:
        """The kinds of the attributes that spans of a label, or relations of a type, have or may still have."""
        key = name, of_relation
        if key not in self._kinds:
            schema = self._schema
            known = (schema.known_of_relation(name) if of_relation else schema.known_of_label(name)) if schema else []
            self._kinds[key] = {each.name: each.kind for each in known}
        return self._kinds[key]

    def offered(self, name: str, *, of_relation: bool) -> list[Attribute] | None:
        """The attributes that spans of a label, or relations of a type, may come in with; None without a schema."""
        if self._schema is None:
            return None
        key = name, of_relation
        if key not in self._offered:
            schema = self._schema
            found = schema.attributes_of_relation(name) if of_relation else schema.attributes_of_label(name)
            self._offered[key] = found
        return self._offered[key]

    def values(self, attribute: str) -> Names | None:
        """The choices of an attribute."""
        return self._values.get(attribute)


def slug(title: str) -> str:
    """A title in the name of a file: a few words of ASCII between hyphens, or nothing."""
    words = _plain(title).lower().replace("_", "-")
    return words[:_LONGEST_SLUG].strip("-")


def free_name(name: str, used: set[str]) -> str:
    """An annotator's name for the name of a file: another one where it is used, by a model say, or is none at all.

    `used`, to which it is added, holds those of the other sets of an article.
    """
    made, number = name or _NAMELESS, 1
    while made in used:
        number += 1
        made = f"{name or _NAMELESS} {number}"
    used.add(made)
    return made


def file_part(name: str, taken: set[str]) -> str:
    """An annotator's name in that of a file: what no file may be called by is %-encoded, as in a URL.

    `taken`, to which it is added, holds what else is taken in the folder, whatever the case.
    """
    made = _UNSAFE_FILE.sub(lambda found: _percent(found[0]), name)
    if made.casefold() in taken:
        made = _percent(name)
    if len(made.encode("utf-8")) > _LONGEST_FILE:
        made = sha256(name.encode("utf-8")).hexdigest()[:16]
    taken.add(made.casefold())
    return made


def _percent(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode("utf-8"))
