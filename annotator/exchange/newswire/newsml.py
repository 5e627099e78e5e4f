"""NewsML-G2 in: news items in XML, alone or many in a message. See https://iptc.org/standards/newsml-g2/.

The text is NITF, XHTML or plain within the item; an item that only points to another file has none.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element  # only the type: files are read by `xml.elements`

from annotator.exchange.documents.markup import plain
from annotator.exchange.newswire.nitf import nitf_story
from annotator.exchange.newswire.story import Story, incoming, joined, named
from annotator.exchange.newswire.xml import attribute, elements, first, readable, root_name, words
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.model.errors import ExchangeError

_OTHERS = {
    "packageItem": "a package, which only lists other items: import these",
    "planningItem": "a plan for coverage",
    "conceptItem": "a concept of a vocabulary",
    "knowledgeItem": "a vocabulary",
    "catalogItem": "a catalogue of vocabularies",
}
_ROOTS = {"newsItem", "newsMessage", "itemSet", *_OTHERS}


class NewsmlReader:
    """Reads the news items of a file, each an article."""

    name = "newsml"
    title = "NewsML-G2 (XML)"
    suffixes = (".xml", ".newsml")

    def fits(self, head: bytes) -> bool:
        """Whether the outermost element is one of NewsML-G2's."""
        return root_name(head) in _ROOTS

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """An article an item, read one by one; packages, plans and items without text are refused by their place."""
        number = 0
        for number, item in enumerate(elements(path, self.name, {"newsItem", *_OTHERS}, options.encoding), start=1):
            place = f"{path}, item {number}"
            if item.tag in _OTHERS:
                yield Refused(place, f"It is no article but {_OTHERS[item.tag]}.")
            else:
                yield incoming(_story(item), path, self.name, place, why=_why(item))
        if not number:
            hint = "A file of NewsML 1 is another format, which is not read." if _is_old(path) else "Is it NewsML-G2?"
            raise ExchangeError("newsml.kind", f"{path} has no news items in it. {hint}")


def _is_old(path: Path) -> bool:
    with path.open("rb") as file:
        return root_name(file.read(4096)) == "NewsML"


def _why(item: Element) -> str:
    """Why there is no text."""
    if next(item.iterfind("./contentSet/remoteContent"), None) is not None:
        kind = attribute(item, "./itemMeta/itemClass", "qcode", "uri").rpartition(":")[2]
        return f"Its content{f' ({kind})' if kind else ''} lies in another file, so it has no text."
    return "It has no text."


def _story(item: Element) -> Story:
    """The article of a news item; what NITF within it says counts where the item itself says nothing."""
    content, about = "./contentMeta", "./itemMeta"
    title = words(first(item, f"{content}/headline", f"{about}/title"))
    meta: dict[str, object] = {key: words(first(item, f"{content}/{path}")) for key, path in _WORDS.items()}
    meta.update(
        author=words(first(item, f"{content}/by", f"{content}/creator/name")),
        outlet=_outlet(item),
        date=words(first(item, f"{content}/contentCreated", f"{about}/versionCreated", f"{about}/firstCreated")),
        language=attribute(item, f"{content}/language", "tag") or item.get("lang"),
        section=attribute(item, f"{about}/service", "qcode") and words(first(item, f"{about}/service/name")),
        subject=joined(words(first(each, "./name")) for each in item.iterfind(f"{content}/subject")),
        keywords=joined(words(each) for each in item.iterfind(f"{content}/keyword")),
        version=item.get("version"),
        **named(item.get("guid")),
    )
    meta["copyright"] = words(first(item, "./rightsInfo/copyrightNotice", "./rightsInfo/copyrightHolder/name"))
    meta["status"] = attribute(item, f"{about}/pubStatus", "qcode", "uri").rpartition(":")[2]
    for part in _contents(item):
        if part.text.strip():
            said = {key: value for key, value in meta.items() if value}
            return Story(title or part.title, part.text, {**part.meta, **said}, part.notes)
    return Story(title, "", meta)


_WORDS = {
    "creditline": "creditline",
    "slugline": "slugline",
    "dateline": "dateline",
    "urgency": "urgency",
    "place": "located/name",
    "genre": "genre/name",
    "description": "description",
}


def _outlet(item: Element) -> str:
    """Who provides it: by name, else the credit line, else the short code."""
    provider = words(first(item, "./itemMeta/provider/name"))
    name = provider or words(first(item, "./contentMeta/infoSource/name", "./contentMeta/creditline"))
    return name or attribute(item, "./itemMeta/provider", "literal", "qcode", "uri").rpartition(":")[2]


def _contents(item: Element) -> Iterator[Story]:
    """What may be the text: XML within the item first, then data."""
    for xml in item.iterfind("./contentSet/inlineXML"):
        nitf = next(xml.iter("nitf"), None)
        if nitf is not None:
            yield nitf_story(nitf)
        else:
            body = next(xml.iter("body"), xml)
            yield Story(text=readable(body))
    for data in item.iterfind("./contentSet/inlineData"):
        kind, text = data.get("contenttype", ""), "".join(data.itertext())
        if not data.get("encoding"):  # such as base64: a picture
            yield Story(text=plain(text) if "html" in kind else text)


READER: Reader = NewsmlReader()
