"""A UIMA CAS as JSON, as INCEpTION and dkpro-cassis write it (JSON CAS 0.4): types, feature structures, views."""

from typing import Any

import msgspec

from annotator.exchange.tools.cas_nodes import SENTENCE, SOFA, TOKEN, VIEW, Node, nodes_of, number, page_of
from annotator.exchange.tools.cas_types import types
from annotator.exchange.tools.layers import Page
from annotator.model.schema import Schema

_SOFA = "uima.cas.Sofa"
_GRID = {name: Node(name) for name in (SENTENCE, TOKEN)}  # most of a file, and only to be referred to
_KEYS = (b'"%TYPES"', b'"%FEATURE_STRUCTURES"', b'"%VIEWS"')


def is_cas(head: bytes) -> bool:
    """Whether a file that begins like this holds a CAS."""
    return any(key in head for key in _KEYS)


def read_json(data: bytes) -> Page:
    """The page in a JSON CAS. Raises ValueError, as the end of a sentence, when it is none."""
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(f"is not valid JSON in UTF-8: {error}") from error
    structures = found.get("%FEATURE_STRUCTURES") if isinstance(found, dict) else None
    if isinstance(structures, dict):  # as older versions wrote them: by id
        structures = [{"%ID": key, **each} for key, each in structures.items() if isinstance(each, dict)]
    if not isinstance(structures, list):
        raise ValueError("is no JSON CAS: it has no list of %FEATURE_STRUCTURES")
    sofas: list[tuple[str, int, str]] = []
    nodes: dict[int, Node] = {}
    for each in structures:
        if not isinstance(each, dict) or not isinstance(each.get("%TYPE"), str):
            raise ValueError("has a feature structure without a %TYPE")
        id_ = number(each.get("%ID"))
        if each["%TYPE"] == _SOFA:
            sofas.append((str(each.get("sofaID", "")), id_, str(each.get("sofaString") or "")))
        else:
            nodes[id_] = _GRID.get(each["%TYPE"]) or _node(each)
    texts = [each for each in sofas if each[0] == VIEW] or [each for each in sofas if each[2]]
    if not texts:
        raise ValueError("has no text in it (no uima.cas.Sofa with a sofaString)")
    return page_of(nodes, *texts[0][1:])


def _node(each: dict[str, Any]) -> Node:
    values: dict[str, str | int] = {}
    for name, value in each.items():
        if name == "%ELEMENTS":
            values["elements"] = " ".join(map(str, value)) if isinstance(value, list) else str(value)
        elif not name.startswith("%") and value is not None:
            values[name.lstrip("@#^")] = _text(value)
    return Node(each["%TYPE"], values)


def _text(value: object) -> str | int:
    """A value as XMI has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, int) else str(value)


class JsonMaker:
    """Writes the pages of one export; the types are the same in all."""

    def __init__(self, schema: Schema | None) -> None:
        self._types = msgspec.Raw(msgspec.json.encode({name: _type(name, *rest) for name, *rest in types(schema)}))
        self._encode = msgspec.json.Encoder().encode

    def write(self, page: Page, name: str) -> bytes:
        """The page as a JSON file; ids run from 1."""
        sofa = {"%ID": SOFA, "%TYPE": _SOFA, "sofaNum": 1, "sofaID": VIEW}
        structures: list[dict[str, object]] = [{**sofa, "mimeType": "text/plain", "sofaString": page.text}]
        last = SOFA
        for last, node in nodes_of(page, name):
            made: dict[str, object] = {"%ID": last, "%TYPE": node.type, "@sofa": SOFA, **node.values}
            for feature, id_ in node.refs.items():
                made[f"@{feature}"] = id_
            structures.append(made)
        view = {"%SOFA": SOFA, "%MEMBERS": list(range(SOFA + 1, last + 1))}
        return self._encode({"%TYPES": self._types, "%FEATURE_STRUCTURES": structures, "%VIEWS": {VIEW: view}}) + b"\n"


def _type(name: str, supertype: Any, of: Any) -> dict[str, object]:  # noqa: ANN401  the rest of a type
    features = {feature: {"%NAME": feature, "%RANGE": kind} for feature, kind in of.items()}
    return {"%NAME": name, "%SUPER_TYPE": supertype, **features}
