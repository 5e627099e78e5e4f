"""The lines of WebAnno TSV 3: which characters stand for themselves, and what a cell says.

After the INCEpTION user guide, “WebAnno TSV 3.3 File format”. In a cell, `|` parts annotations that are stacked on a
unit, `[3]` names one that reaches over several, `_` is no annotation and `*` one without a value.
"""

import re

FORMAT = "#FORMAT=WebAnno TSV "
TEXT, SPANS, RELATIONS, CHAINS = "#Text=", "#T_SP=", "#T_RL=", "#T_CH="
OURS = "#news-annotator="  # a comment to other tools: the article and its set as JSON
BASE, ROLE = "BT_", "ROLE_"
NONE, EMPTY = "_", "*"

_IN_VALUE = re.compile(r"->|[\\\[\]|_;*\t\n]")
_NAMED = {"\t": "\\t", "\n": "\\n"}
_IN_TEXT = re.compile(r"[\x00-\x0a\x0c-\x1f\\]")
_TEXT_NAMED = {"\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", "\b": "\\b"}
_FROM_VALUE = re.compile(r"\\([\\\[\]|_;*tn]|->)")
_FROM_TEXT = re.compile(r"\\([\x00-\x1f\\tnfrb])")
_JAVA = re.compile(r"\\(u[0-9a-fA-F]{4}|[\\tnfrb\"'])")
_LETTERS = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_STACKED = re.compile(r"(?:[^\\|]|\\.|\\$)+")
_SLOTS = re.compile(r"(?:[^\\;]|\\.|\\$)+")
_PARTS = re.compile(r"((?:[^\\\[]|\\.|\\$)*)(?:\[(\d+(?:_\d+)?)\])?")


def value_out(value: str) -> str:
    """A feature's value as it stands in a cell."""
    return _IN_VALUE.sub(lambda match: _NAMED.get(match[0], f"\\{match[0]}"), value)


def value_back(value: str) -> str:
    """The value of a cell."""
    return _FROM_VALUE.sub(lambda match: _LETTERS.get(match[1], match[1]), value)


def text_out(text: str) -> str:
    """A line of text as it stands after #Text=."""
    return _IN_TEXT.sub(lambda match: _TEXT_NAMED.get(match[0], f"\\{match[0]}"), text)


def text_back(text: str, *, java: bool) -> str:
    """The line of text; up to version 3.1 it was escaped as in Java."""
    if java:
        return _JAVA.sub(lambda match: _java(match[1]), text)
    return _FROM_TEXT.sub(lambda match: _LETTERS.get(match[1], match[1]), text)


def _java(escape: str) -> str:
    return chr(int(escape[1:], 16)) if len(escape) > 1 else _LETTERS.get(escape, escape)


def split_stack(cell: str) -> list[str]:
    """The annotations that are stacked in a cell, as they stand."""
    return [] if cell in (NONE, "") else _STACKED.findall(cell)


def stacked(cell: str) -> list[tuple[str, str]]:
    """The annotations of a cell: of each its value, still escaped, and what stands in brackets after it."""
    return [parts(each) for each in split_stack(cell)]


def slots(value: str) -> list[tuple[str, str]]:
    """The same for the slots of one annotation, which `;` parts."""
    return [parts(each) for each in _SLOTS.findall(value)]


def parts(value: str) -> tuple[str, str]:
    """A value, still escaped, and the number in brackets after it, or ""."""
    match = _PARTS.fullmatch(value)
    return (match[1], match[2] or "") if match else (value, "")
