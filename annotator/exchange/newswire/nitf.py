"""NITF in: the News Industry Text Format, a file an article, in XML. See https://iptc.org/standards/nitf/."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element  # only the type: files are read by `xml.elements`

from annotator.exchange.newswire.story import Story, incoming, joined
from annotator.exchange.newswire.xml import attribute, elements, first, readable, root_name, words
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.model.errors import ExchangeError


class NitfReader:
    """Reads a NITF document, or several that one file holds."""

    name = "nitf"
    title = "NITF (XML)"
    suffixes = (".xml", ".nitf")

    def fits(self, head: bytes) -> bool:
        """Whether the outermost element is NITF's."""
        return root_name(head) == "nitf"

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The article, with what its head says; pictures and their captions are left out."""
        number = 0
        for number, found in enumerate(elements(path, self.name, {"nitf"}, options.encoding), start=1):
            place = str(path) if number == 1 else f"{path}, item {number}"
            yield incoming(nitf_story(found), path, self.name, place)
        if not number:
            raise ExchangeError("nitf.kind", f"{path} is no NITF: no element in it is called nitf.")


def nitf_story(nitf: Element) -> Story:
    """The article of an element `nitf`. Its tags are changed."""
    media = next(nitf.iter("media"), None) is not None
    head = {key: words(first(nitf, path)) for key, path in _WORDS.items()}
    meta: dict[str, object] = {
        **head,
        "author": _author(nitf),
        "outlet": attribute(nitf, ".//pubdata", "name") or words(first(nitf, ".//body.head/distributor")),
        "date": _date(nitf),
        "section": attribute(nitf, ".//pubdata", "position.section"),
        "language": nitf.get("lang") or attribute(nitf, "./body", "lang"),
        "url": attribute(nitf, ".//pubdata", "ex-ref"),
        "source_id": attribute(nitf, ".//doc-id", "id-string"),
        "page": attribute(nitf, ".//pubdata", "position.sequence"),
        "edition": attribute(nitf, ".//pubdata", "edition.name"),
        "copyright": attribute(nitf, ".//doc.copyright", "holder"),
        "urgency": attribute(nitf, ".//urgency", "ed-urg"),
        "subject": joined(_subjects(nitf)),
        "keywords": joined(each.get("key") for each in nitf.iter("keyword")),
    }
    title = words(first(nitf, ".//hedline/hl1", "./head/title", ".//body.content//hl1"))
    text = "\n\n".join(part for each in nitf.iterfind("./body/body.content") if (part := readable(each)))
    return Story(title, text, meta, ("pictures and their captions were left out",) if media else ())


_WORDS = {
    "dateline": ".//body.head/dateline",
    "subtitle": ".//hedline/hl2",
    "abstract": ".//body.head/abstract",
    "series": ".//series",
    "tagline": ".//body.end/tagline",
}


def _author(nitf: Element) -> str:
    """The persons in the byline, else its words but for the job title."""
    bylines = list(nitf.iterfind(".//body.head/byline"))
    persons = joined(words(person) for each in bylines for person in each.iter("person"))
    return persons or joined(_without_title(each) for each in bylines)


def _without_title(byline: Element) -> str:
    parts = [byline.text or ""]
    for each in byline:
        parts += ["" if each.tag == "byttl" else words(each), each.tail or ""]
    return " ".join("".join(parts).split()).strip(" ,;") or words(byline)


def _date(nitf: Element) -> str:
    norm = ".//docdata/date.issue", ".//body.head/dateline/story.date", ".//body.head/story.date"
    said = next((day for path in norm if (day := attribute(nitf, path, "norm"))), "")
    return said or attribute(nitf, ".//pubdata", "date.publication") or words(first(nitf, ".//dateline/story.date"))


def _subjects(nitf: Element) -> Iterator[str]:
    for each in nitf.iter("tobject.subject"):
        names = (each.get(f"tobject.subject.{kind}") for kind in ("detail", "matter", "type"))
        yield next((name for name in names if name), "")


READER: Reader = NitfReader()
