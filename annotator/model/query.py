"""What one asks of annotation, in a line: `PLEDGE: tax`, `QUOTE without speaker`, `PLEDGE voice=reported`.

    LABEL, or * for any, or nothing before the name of a flag
    with NAME, without NAME     a relation type of the schema, or "note"
    NAME=VALUE                  an attribute; the name of a flag alone asks for those that have it
    : WORDS                     to the end: what the span's text holds (see `model.words`); "WORDS" alone do too

Reading a line is here, and writing one; running it is `store.find`'s.
"""

import re
from collections.abc import Collection

import msgspec

from annotator.model.errors import AnnotatorError
from annotator.model.schema import Attribute, Schema

ANY = "*"
NOTE = "note"
_PIECE = re.compile(r'"([^"]*)"|([:=])|([^\s:="]+)')
_PLAIN = re.compile(r'[^\s:="]+')
_NAMED = 8  # names told in a sentence
_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


class QueryError(AnnotatorError):
    """The line cannot be read; the sentence says what is expected."""


class SpanQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Spans that are looked for. `label` is "" for any; `values` are pairs of attribute and value."""

    label: str = ""
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    words: str = ""


def is_query(schema: Schema, line: str) -> bool:
    """Whether the line asks for spans and not for words in articles: it begins with a label, a flag, or a star."""
    first = re.match(r"\s*([^\s:=\"]+)\s*(:?)", line)
    if first is None:
        return False
    name, colon = first.groups()
    if name == ANY or name in schema.label_by_name or (colon and name.upper() in schema.label_by_name):
        return True
    return name in _flags(schema, "") and line.strip() == name


def parse(schema: Schema, line: str) -> SpanQuery:
    """Read a line. Raises QueryError, which says what is expected where it goes wrong."""
    pieces = list(_PIECE.finditer(line))
    reading = _Reading(schema, line, pieces)
    return reading.whole()


def format_query(query: SpanQuery) -> str:
    """The line that asks this."""
    parts = [query.label or ANY]
    parts += [f"with {name}" for name in query.having]
    parts += [f"without {name}" for name in query.lacking]
    parts += [f"{name}={_quoted(value)}" for name, value in query.values]
    parts += query.flags
    return " ".join(parts) + (f": {query.words}" if query.words else "")


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else f'"{value}"'


def completions(schema: Schema) -> list[str]:
    """Beginnings of lines that make sense in this schema."""
    found = [f"{label.name}: " for label in schema.labels]
    for label in schema.labels:
        found += [f"{label.name} {how} {name}" for name in _relations(schema, label.name) for how in _HOW]
        for each in schema.attributes_of_label(label.name):
            found += [f"{label.name} {each.name}={value}" for value in each.choices]
            found += [f"{label.name} {each.name}"] if each.kind == "flag" else []
    return found + sorted(_flags(schema, ""))


_HOW = ("with", "without")


def _relations(schema: Schema, label: str) -> list[str]:
    """The types of relation that a span of the label may be an end of."""
    ends = {each.name: schema.heads[each.name] | schema.tails[each.name] for each in schema.relations}
    return [name for name, labels in ends.items() if not label or label in labels]


def _attributes(schema: Schema, label: str) -> dict[str, list[Attribute]]:
    """By name, the attributes that spans of the label may have."""
    found: dict[str, list[Attribute]] = {}
    labels = [label] if label else list(schema.label_by_name)
    for each in (each for name in labels for each in schema.attributes_of_label(name)):
        found.setdefault(each.name, []).append(each)
    return found


def _flags(schema: Schema, label: str) -> set[str]:
    return {name for name, found in _attributes(schema, label).items() if found[0].kind == "flag"}


class _Reading:
    """One line as it is read, piece by piece."""

    def __init__(self, schema: Schema, line: str, pieces: list[re.Match[str]]) -> None:
        self._schema, self._line, self._pieces, self._at = schema, line, pieces, 0
        self._label = ""
        self._lists: dict[str, list[str]] = {"having": [], "lacking": [], "flags": []}
        self._values: list[tuple[str, str]] = []
        self._words = ""

    def whole(self) -> SpanQuery:
        """All of it."""
        self._begin()
        while self._at < len(self._pieces):
            self._clause()
        lists = {name: tuple(dict.fromkeys(found)) for name, found in self._lists.items()}
        values = tuple(dict.fromkeys(self._values))
        return SpanQuery(label=self._label, values=values, words=self._words, **lists)

    def _next(self) -> tuple[str, str]:
        """The next piece and its kind: quoted, sign, name, or end."""
        if self._at >= len(self._pieces):
            return "", "end"
        quoted, sign, name = self._pieces[self._at].groups()
        self._at += 1
        if name is not None:
            return name, "name"
        return (sign, "sign") if sign else (quoted, "quoted")

    def _begin(self) -> None:
        name, kind = self._next()
        labels = self._schema.label_by_name
        if kind == "name" and name != ANY:
            if name in _flags(self._schema, "") and name not in labels:
                self._at -= 1
            elif (found := name if name in labels else name.upper()) in labels:
                self._label = found
            else:
                raise QueryError("query.label", f"“{name}” is no label: begin with {_some(labels)}, or * for any.")
        elif name != ANY:
            raise QueryError("query.label", f"Begin with a label, such as {_some(labels)}, or with * for any.")

    def _clause(self) -> None:
        piece, kind = self._next()
        if kind == "sign" and piece == ":":
            self._rest()
        elif kind == "quoted":
            self._words = f'{self._words} "{piece}"'.strip() if piece.strip() else self._words
        elif kind == "name" and piece in _HOW:
            self._link("having" if piece == "with" else "lacking", piece)
        elif kind == "name":
            self._attribute(piece)
        else:
            raise QueryError("query.clause", self._expected(piece))

    def _rest(self) -> None:
        rest = self._line[self._pieces[self._at - 1].end() :].strip()
        if not rest:
            raise QueryError("query.words", "After the colon, give words that the span's text holds.")
        self._words = " ".join(f"{self._words} {rest}".split())
        self._at = len(self._pieces)

    def _link(self, to: str, how: str) -> None:
        name, kind = self._next()
        known = [*_relations(self._schema, self._label), NOTE]
        if kind != "name" or name not in known:
            told = f"“{name}” does not fit here" if name else "Something is missing"
            raise QueryError("query.relation", f"{told}: after “{how}”, give {_some(known)}.")
        self._lists[to].append(name)

    def _attribute(self, name: str) -> None:
        known = _attributes(self._schema, self._label)
        if name not in known:
            raise QueryError("query.clause", self._expected(name))
        sign, _ = self._next()
        if sign == "=":
            self._values.append((name, self._value(name, known[name])))
            return
        self._at -= bool(sign)
        if known[name][0].kind != "flag":
            told = _some(known[name][0].choices) if known[name][0].choices else "a value"
            raise QueryError("query.value", f"After “{name}”, give = and {told}.")
        self._lists["flags"].append(name)

    def _value(self, name: str, known: list[Attribute]) -> str:
        value, kind = self._next()
        choices = list(dict.fromkeys(choice for each in known for choice in each.choices))
        is_flag = known[0].kind == "flag"
        if kind in ("end", "sign") or (choices and value not in choices) or (is_flag and value.lower() not in _YES):
            told = _some(choices or (["yes", "no"] if is_flag else ["a value"]))
            raise QueryError("query.value", f"After “{name}=”, give {told}.")
        return ("yes" if _YES[value.lower()] else "no") if is_flag else value

    def _expected(self, found: str) -> str:
        who = self._label or ANY
        names = list(_attributes(self._schema, self._label))
        told = f"“{found}” does not fit here: after {who} comes a colon and words, with or without a relation"
        return f"{told}, or an attribute such as {_some(names)}." if names else f"{told}."


def _some(names: Collection[str]) -> str:
    """Names as one reads them: a, b or c."""
    shown = list(names)[:_NAMED]
    more = [] if len(names) <= _NAMED else ["another"]
    every = [*shown, *more]
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} or {every[-1]}"
