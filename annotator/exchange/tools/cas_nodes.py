"""A page of layers as the feature structures of a UIMA CAS, and back. Offsets in a CAS count UTF-16 units.

How these are written down is left to `cas_xmi` and `cas_json`. Of a CAS with several views, the first is read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from annotator.exchange.tools.layers import ARTICLE, Link, Mark, Page
from annotator.exchange.tools.tokens import sentences
from annotator.exchange.tools.utf16 import NOWHERE, Units

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
META = f"{_DKPRO}metadata.type.DocumentMetaData"
SENTENCE, TOKEN = f"{_DKPRO}segmentation.type.Sentence", f"{_DKPRO}segmentation.type.Token"
VIEW = "_InitialView"
SOFA = 1  # the id of the text

_LANGUAGE = tuple(f"{_DKPRO}{name}." for name in ("segmentation", "lexmorph", "syntax", "morph"))
_PASSED = (
    *_LANGUAGE,
    f"{_DKPRO}metadata.",
    "uima.",
    "de.tudarmstadt.ukp.clarin.webanno.api.",
    "org.dkpro.core.api.xml.",
)
_ENDS = ("Governor", "Dependent")
_GRID = frozenset(("begin", "end", "sofa"))
_MOST_DIGITS = 12

Feature = str | int


@dataclass(slots=True)
class Node:
    """A feature structure: its features, and those that name another by its id."""

    type: str
    values: dict[str, Feature] = field(default_factory=dict)
    refs: dict[str, int] = field(default_factory=dict)


def nodes_of(page: Page, name: str) -> Iterator[tuple[int, Node]]:
    """All but the text itself, each with its id, from 2 on; `name` is the document's."""
    units = Units(page.text)
    meta: dict[str, Feature] = {"begin": 0, "end": units.unit(len(page.text))}
    meta |= {"language": page.language or "x-unspecified", "documentTitle": page.document["title"], "documentId": name}
    yield 2, Node(META, meta)
    numbers = count(3)
    for tokens in sentences(page.text):
        yield next(numbers), _placed(SENTENCE, tokens[0][0], tokens[-1][1], units)
        for start, end in tokens:
            yield next(numbers), _placed(TOKEN, start, end, units)
    ids: list[int] = []
    for mark in page.marks:
        node = _placed(mark.layer, mark.start, mark.end, units)
        node.values |= mark.values
        ids.append(next(numbers))
        yield ids[-1], node
    for link in page.links:
        tail = page.marks[link.tail]
        node = _placed(link.layer, tail.start, tail.end, units)
        node.values |= link.values
        node.refs = dict(zip(_ENDS, (ids[link.head], ids[link.tail]), strict=True))
        yield next(numbers), node
    yield next(numbers), Node(ARTICLE, dict(page.document))


def _placed(layer: str, start: int, end: int, units: Units) -> Node:
    return Node(layer, {"begin": units.unit(start), "end": units.unit(end)})


def page_of(nodes: Mapping[int, Node], sofa: int, text: str) -> Page:
    """The page that a CAS holds. Raises ValueError when a reference leads nowhere."""
    return _Reading(nodes, sofa, text).page()


class _Reading:
    """One CAS as it is read."""

    def __init__(self, nodes: Mapping[int, Node], sofa: int, text: str) -> None:
        self._nodes = nodes
        self._sofa = str(sofa)
        self._units = Units(text)
        self._page = Page(text)
        self._places: dict[int, int] = {}  # of the marks, by the node's id

    def page(self) -> Page:
        """The page: marks first, for links name them."""
        linked: list[Node] = []
        for id_, node in self._nodes.items():
            if node.type == ARTICLE:
                self._page.document = {name: str(value) for name, value in node.values.items() if name not in _GRID}
            elif node.type == META:
                self._describe(node)
            elif node.type.startswith(_PASSED):
                self._pass(node.type)
            elif all(name in node.values for name in _ENDS):
                linked.append(node)
            elif "begin" in node.values and str(node.values.get("sofa", self._sofa)) == self._sofa:
                self._add_mark(id_, node)
        for node in linked:
            self._add_link(node)
        for id_, place in self._places.items():
            self._add_slots(self._nodes[id_], place)
        return self._page

    def _describe(self, node: Node) -> None:
        language = str(node.values.get("language", ""))
        self._page.language = "" if language == "x-unspecified" else language
        self._page.title = str(node.values.get("documentTitle", ""))

    def _pass(self, layer: str) -> None:
        if layer.startswith(_LANGUAGE) and layer not in (SENTENCE, TOKEN):
            self._page.passed.add(layer.rpartition(".")[2])

    def _add_mark(self, id_: int, node: Node) -> None:
        values = {name: str(value) for name, value in node.values.items() if name not in _GRID}
        if "referenceType" in values or "referenceRelation" in values:
            values = {"value": values["referenceType"]} if "referenceType" in values else {}
        start, end = (self._units.point(number(node.values.get(name))) for name in ("begin", "end"))
        self._places[id_] = len(self._page.marks)
        self._page.marks.append(Mark(node.type, start, end, values))

    def _add_link(self, node: Node) -> None:
        head, tail = (self._place(node.values[name]) for name in _ENDS)
        gone = {*_GRID, *_ENDS}
        values = {name: str(value) for name, value in node.values.items() if name not in gone}
        self._link(node, head, tail, values)

    def _place(self, reference: Feature) -> int | None:
        """The mark that is referred to; None for one that was left out, such as a token."""
        id_ = number(reference)
        if id_ not in self._nodes:
            raise ValueError(f"it refers to the annotation {reference}, which is not there")
        return self._places.get(id_)

    def _add_slots(self, node: Node, place: int) -> None:
        """Links that stand in the features of a mark: slots with a role each, and the next of a chain."""
        for name, value in node.values.items():
            ids = [number(part) for part in self._listed(value)] if name not in _GRID else []
            slots = [self._nodes.get(id_) for id_ in ids]
            roles = [slot for slot in slots if slot is not None and _is_slot(slot)]
            if name == "next" and "next" not in self._page.marks[place].values:
                kind = str(node.values.get("referenceRelation", ""))
                self._link(node, place, self._place(value), {"value": kind} if kind else {})
            elif roles and len(roles) == len(slots):
                self._page.marks[place].values.pop(name, None)
                for slot in roles:
                    role = {"value": str(slot.values.get("role", name))}
                    self._link(node, place, self._place(slot.values["target"]), role)

    def _link(self, node: Node, head: int | None, tail: int | None, values: dict[str, str]) -> None:
        if head is None or tail is None:
            reason = "has an end on a layer that is left out, such as tokens: left out."
            self._page.refused.append(f"A {node.type.rpartition('.')[2]} {reason}")
        else:
            self._page.links.append(Link(node.type, head, tail, values))

    def _listed(self, value: Feature) -> list[str]:
        """The ids in a feature, inline or in an array of its own; none for any other value."""
        parts = str(value).split()
        if len(parts) == 1 and (array := self._nodes.get(number(parts[0]))) and array.type.endswith(("FSArray", "[]")):
            parts = str(array.values.get("elements", "")).split()
        return parts if all(number(part) in self._nodes for part in parts) else []


def _is_slot(node: Node) -> bool:
    return "target" in node.values and "begin" not in node.values


def number(value: object) -> int:
    """A whole number as XML or JSON gives it; NOWHERE for anything else."""
    if isinstance(value, int):
        return value
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else NOWHERE
