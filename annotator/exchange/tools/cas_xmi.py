"""A UIMA CAS as XMI: read without entities, DTDs or network, and written in one go."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from annotator.exchange.tools.cas_nodes import SENTENCE, SOFA, TOKEN, VIEW, Node, nodes_of, number, page_of
from annotator.exchange.tools.layers import Page

_XMI, _ID = "{http://www.omg.org/XMI}XMI", "{http://www.omg.org/XMI}id"
_CAS = "{http:///uima/cas.ecore}"
_HEAD, _TAIL = "{http:///", ".ecore}"
_TYPES = "typeSystemDescription"
_NO_NAMESPACE = "uima.noNamespace."
_GRID = {name: Node(name) for name in (SENTENCE, TOKEN)}  # most of a file, and only to be referred to
_DEEPEST = 4  # the root, a feature structure, a string of an array
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)


def is_types(head: bytes) -> bool:
    """Whether a file that begins like this describes types, and holds no text."""
    return _TYPES.encode() in head


def read_xmi(data: bytes) -> Page:
    """The page in an XMI file. Raises ValueError, as the end of a sentence, when it is none."""
    sofas: dict[int, tuple[str, str]] = {}
    nodes: dict[int, Node] = {}
    try:
        for element in _elements(data):
            id_ = number(element.attrib.pop(_ID, None))
            if element.tag == f"{_CAS}Sofa":
                sofas[id_] = element.attrib.get("sofaID", ""), element.attrib.get("sofaString", "")
            elif not element.tag.startswith(_CAS) or element.tag.endswith("Array"):
                nodes[id_] = _node(element)
    except (ParseError, DefusedXmlException, LookupError) as error:
        raise ValueError(f"is not well-formed XML without a DTD: {error}") from error
    found = [(id_, text) for id_, (name, text) in sofas.items() if name == VIEW] or [
        (id_, text) for id_, (_, text) in sofas.items() if text
    ]
    if not found:
        raise ValueError("has no text in it (no Sofa with a sofaString)")
    return page_of(nodes, *found[0])


def _elements(data: bytes) -> Iterator[Element]:
    """The elements right below the root, each forgotten when the next is asked for."""
    depth = 0
    root: Element | None = None
    for event, element in ElementTree.iterparse(BytesIO(data), events=("start", "end"), forbid_dtd=True):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise ValueError("is nested too deeply for XMI")
        if root is None:
            root = element
            if element.tag != _XMI:
                raise ValueError(f"is no XMI: it begins with {element.tag[:80]}")
        if depth == 1 and event == "end":
            yield element
            root.clear()


def _node(element: Element) -> Node:
    type_ = _type(element.tag)
    if type_ in _GRID:
        return _GRID[type_]
    values: dict[str, str | int] = dict(element.attrib)
    for child in element:
        before = values.get(child.tag)
        values[child.tag] = f"{before}, {child.text or ''}" if before else child.text or ""
    return Node(type_, values)


@lru_cache(maxsize=1000)
def _type(tag: str) -> str:
    """The name of the type that a tag such as {http:///webanno/custom.ecore}Span stands for."""
    space, _, name = tag.rpartition("}")
    space = f"{space}}}".removeprefix(_HEAD).removesuffix(_TAIL)
    return f"{space.replace('/', '.')}.{name}".removeprefix(_NO_NAMESPACE)


def write_xmi(page: Page, name: str) -> str:
    """The page as an XMI file; ids run from 1."""
    spaces: dict[str, str] = {}
    lines: list[str] = []
    last = SOFA
    for last, node in nodes_of(page, name):
        package, _, short = node.type.rpartition(".")
        prefix = spaces.get(package) or spaces.setdefault(package, f"t{len(spaces)}")
        lines.append(f'<{prefix}:{short} xmi:id="{last}" sofa="{SOFA}"{_attributes(node)}/>')
    known = "".join(f' xmlns:{prefix}="http:///{space.replace(".", "/")}.ecore"' for space, prefix in spaces.items())
    text = page.text.translate(_ESCAPES)
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"{known} xmi:version="2.0">',
            '<cas:NULL xmi:id="0"/>',
            *lines,
            f'<cas:Sofa xmi:id="{SOFA}" sofaNum="1" sofaID="{VIEW}" mimeType="text/plain" sofaString="{text}"/>',
            f'<cas:View sofa="{SOFA}" members="{" ".join(map(str, range(SOFA + 1, last + 1)))}"/>',
            "</xmi:XMI>\n",
        ]
    )


def _attributes(node: Node) -> str:
    values = [
        f' {name}="{value}"' if isinstance(value, int) else f' {name}="{value.translate(_ESCAPES)}"'
        for name, value in node.values.items()
    ]
    return "".join(values + [f' {name}="{id_}"' for name, id_ in node.refs.items()])
