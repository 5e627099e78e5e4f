"""Files made to do harm: how each of some kinds of them looks in each format."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from mutations import unzipped, zipped
from seed_files import Files, seeds

SECRET = "the-secret-of-the-house"
LAUGHS = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 20 if at else "ha" * 50}">' for at in range(9))

# How a file of the format begins before something that has no end.
HEADS = {
    "text": b"",
    "markdown": b"# ",
    "html": b"<p>",
    "rtf": rb"{\rtf1 ",
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-1.4\n",
    "csv": b"title,text\na,",
    "tsv": b"title\ttext\na\t",
    "xlsx": b"PK\x03\x04",
    "parquet": b"PAR1",
    "json": b'[{"text": "',
    "jsonl": b'{"text": "',
    "ninjs": b'{"uri": "u", "headline": "',
    "newsml": b"<newsItem><p>",
    "nitf": b"<nitf><body><body.content><p>",
    "feed": b"<rss><channel><item><description>",
    "nexis": rb"{\rtf1 ",
    "factiva": b'<div class="article">',
    "spacy": b"\x78\x9c",
    "prodigy": b'{"text": "',
    "doccano": b'{"text": "',
    "label-studio": b'[{"data": {"text": "',
    "brat": b"T1\tPER 0 3\t",
    "conll": b"Ada ",
    "webanno": b"#FORMAT=WebAnno TSV 3.3\n#T_SP=a|b\n\n#Text=",
    "xmi": b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" a="',
    "cas-json": b'{"%FEATURE_STRUCTURES": "',
    "archive": b"PK\x03\x04",
}
SUFFIXES = {"html": ".html", "factiva": ".html", "nexis": ".rtf", "brat": ".ann", "archive": ".zip"}
IN_JSON = ("json", "jsonl", "ninjs", "prodigy", "doccano", "label-studio", "cas-json")
IN_XML = ("newsml", "nitf", "feed", "xmi", "html", "factiva")
IN_ZIP = ("docx", "xlsx", "nexis", "xmi", "cas-json", "webanno", "archive")


def first(name: str, within: bytes = b"") -> tuple[str, bytes]:
    """The name and content of the first sound file of a reader's that begins so."""
    return next((key, data) for files in seeds(name) for key, data in files.items() if data.startswith(within))


def with_entity(declared: str, used: str) -> Callable[[bytes], bytes]:
    """XML with entities declared before its outermost element, and one used in each text that it has."""

    def made(xml: bytes) -> bytes:
        text = xml.decode("utf-8", "replace")
        start = text.find("?>") + 2 if text.startswith("<?") else 0
        if (doctype := text.find("<!DOCTYPE")) >= 0:
            text = text[:doctype] + text[text.index(">", doctype) + 1 :]
        root = text[text.index("<", start) + 1 :].split()[0].split(">")[0]
        body = text[start:].replace("</", f"{used}</").replace('="1"', f'="{used}"')
        return f"{text[:start]}<!DOCTYPE {root} [{declared}]>{body}".encode()

    return made


def entities(folder: str) -> Iterator[Callable[[bytes], bytes]]:
    """A billion laughs, a file of the house, one from the network, and a DTD of another's."""
    yield with_entity(LAUGHS, "&a8;")
    yield with_entity(f'<!ENTITY x SYSTEM "file://{folder}/secret.txt">', "&x;")
    yield with_entity('<!ENTITY x SYSTEM "http://127.0.0.1:9/secret.txt">', "&x;")
    yield with_entity(f'<!ENTITY % y SYSTEM "file://{folder}/secret.dtd"> %y;', "&x;")


def in_members(data: bytes, change: Callable[[bytes], bytes], suffixes: tuple[str, ...] = (".xml", ".rels")) -> bytes:
    """A zip archive with some of its members changed."""
    return zipped([(name, change(part) if name.endswith(suffixes) else part) for name, part in unzipped(data)])


def deep_json() -> Iterator[str]:
    """JSON without an end to its nesting, on its own and where something else should stand."""
    for deep in ("[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000, "[" * 5000 + "]" * 5000):
        yield deep
        yield f"[{deep}"
        for key in ("text", "spans", "sets", "meta", "label", "data", "headlines", "%FEATURE_STRUCTURES"):
            yield f'{{"text": "One", "uri": "u", "{key}": {deep}'
            yield f'[{{"text": "One", "data": {{"text": "One"}}, "{key}": {deep}}}]'


def odd_numbers() -> Iterator[str]:
    """Sound lines and lists of every format in JSON with numbers that no program expects where numbers stand."""
    for number in ("9" * 5000, "-" + "9" * 400, "1e999", "-1e999", "1" + "0" * 30, "9223372036854775808", "NaN", "-0"):
        span = f'{{"start": {number}, "end": {number}, "label": "A", "start_offset": 0, "end_offset": {number}}}'
        marks = f'"spans": [{span}], "entities": [{span}], "label": [[0, {number}, "A"]]'
        yield f'{{"text": "One", "n": {number}, {marks}}}'
        yield f'{{"uri": "u", "headline": "H", "body_text": "One", "urgency": {number}, "version": {number}}}'
        said = f'{{"result": [{{"id": {number}, "type": "labels", "value": {span}}}]}}'
        yield f'[{{"id": {number}, "data": {{"text": "One", "n": {number}}}, "annotations": [{said}]}}]'
        yield f'[{{"text": "One", "n": {number}}}]'


def misread(data: bytes) -> Iterator[bytes]:
    """The bytes in encodings that nobody says, under marks that lie, and with NULs."""
    text = data.decode("utf-8", "replace")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        yield mark + data
        yield mark + text.encode("utf-16-le")
        yield mark
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "cp037", "utf-7", "koi8-r"):
        yield text.encode(encoding, "replace")
    middle = len(data) // 2
    yield from (data[:middle] + b"\0" + data[middle:], data.replace(b" ", b"\0"), b"\0" * 3000, data + b"\0" * 3000)


def laid(name: str, content: bytes | str) -> Files:
    """A file of the format; of brat, with its text."""
    files = {f"a{SUFFIXES.get(name, f'.{name}')}": content.encode() if isinstance(content, str) else content}
    return {**files, "a.txt": b"Ada said."} if name == "brat" else files


_MEGABYTE = bytes(2**20)


@cache
def _exploding() -> tuple[bytes, int]:
    """What deflate makes of 300 megabytes of zeros, the same megabyte again and again, and their checksum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(_MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    sum_of = 0
    for _ in range(300):
        sum_of = zlib.crc32(_MEGABYTE, sum_of)
    return first * 300 + packer.flush(), sum_of


def with_bomb(data: bytes, name: str) -> bytes:
    """A zip archive in which the member of that name, a new one where there is none, unpacks to 300 megabytes."""
    packed, sum_of = _exploding()
    made = bytearray(zipped(list({**dict(unzipped(data)), name: packed}.items()), ZIP_STORED))
    with ZipFile(io.BytesIO(made)) as archive:
        local, central = archive.getinfo(name).header_offset, archive.start_dir
    while bytes(made[central + 46 : central + 46 + len(name)]) != name.encode():
        central = made.index(b"PK\x01\x02", central + 4)
    for at in (local + 8, central + 10):
        struct.pack_into("<H", made, at, ZIP_DEFLATED)
        struct.pack_into("<III", made, at + 6, sum_of, len(packed), 300 * len(_MEGABYTE))
    return bytes(made)
