"""A UIMA CAS as XMI: read without entities, DTDs or network, and written in one go."""

from functools import lru_cache
from xml.parsers import expat

from annotator.exchange.tools.cas_nodes import SENTENCE, SOFA, TOKEN, VIEW, Node, nodes_of, number, page_of
from annotator.exchange.tools.layers import Page

_XMI, _ID = "http://www.omg.org/XMI}XMI", "http://www.omg.org/XMI}id"
_CAS = "http:///uima/cas.ecore}"
_HEAD, _TAIL = "http:///", ".ecore}"
_TYPES = "typeSystemDescription"
_NO_NAMESPACE = "uima.noNamespace."
_GRID = {name: Node(name) for name in (SENTENCE, TOKEN)}  # most of a file, and only to be referred to
_STRUCTURE, _DEEPEST = 2, 3  # below the root; the strings of an array
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)


def is_types(head: bytes) -> bool:
    """Whether a file that begins like this describes types, and holds no text."""
    return _TYPES.encode() in head


def read_xmi(data: bytes) -> Page:
    """The page in an XMI file. Raises ValueError, as the end of a sentence, when it is none."""
    found = _Structures()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = found.start, found.end
    parser.CharacterDataHandler = found.text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError(f"is not well-formed XML: {error}") from error
    texts = [(id_, text) for id_, (name, text) in found.sofas.items() if name == VIEW] or [
        (id_, text) for id_, (_, text) in found.sofas.items() if text
    ]
    if not texts:
        raise ValueError("has no text in it (no Sofa with a sofaString)")
    return page_of(found.nodes, *texts[0])


def _refuse(*_: object) -> None:
    """Without a DTD there are no entities: none that grow, and none that are fetched."""
    raise ValueError("has a DTD, which XMI has no use for: it may be an attack")


class _Structures:
    """The feature structures of a file, which stand right below the root; below them only the strings of arrays."""

    def __init__(self) -> None:
        self.sofas: dict[int, tuple[str, str]] = {}
        self.nodes: dict[int, Node] = {}
        self._depth = 0
        self._values: dict[str, str | int] = {}
        self._text: list[str] = []

    def start(self, tag: str, values: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("is nested too deeply for XMI")
        if self._depth == 1 and tag != _XMI:
            raise ValueError(f"is no XMI: it begins with {tag[:80]}")
        if self._depth == _STRUCTURE:
            self._take(tag, values)
        self._text.clear()

    def _take(self, tag: str, values: dict[str, str]) -> None:
        self._values = {}
        id_ = number(values.pop(_ID, None))
        if tag == f"{_CAS}Sofa":
            self.sofas[id_] = values.get("sofaID", ""), values.get("sofaString", "")
        elif not tag.startswith(_CAS) or tag.endswith("Array"):
            type_ = _type(tag)
            if type_ in _GRID:
                self.nodes[id_] = _GRID[type_]
            else:
                self._values = {**values}
                self.nodes[id_] = Node(type_, self._values)

    def text(self, text: str) -> None:
        """Text between tags; most of it is white space."""
        if self._depth > _STRUCTURE:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """An element ends; a string is put to those before it."""
        if self._depth > _STRUCTURE:
            before = self._values.get(tag)
            text = "".join(self._text)
            self._values[tag] = text if before is None else f"{before}, {text}"
        self._depth -= 1


@lru_cache(maxsize=1000)
def _type(tag: str) -> str:
    """The name of the type that a tag such as http:///webanno/custom.ecore}Span stands for."""
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
