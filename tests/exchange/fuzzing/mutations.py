"""Files made wrong: their bytes, or what is built of these, JSON, XML, rows, zip archives and MessagePack.

Everything is drawn from one `random.Random`, so that the same seed makes the same file on every machine.
"""

import codecs
import io
import json
import re
import warnings
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import msgspec

MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "cp037", "utf-7")
NUMBERS = (b"-1", b"0", b"1", b"3", b"1.5", b"1e999", b"NaN", b"2147483648", b"9" * 20, b"9" * 5000, b"\xd9\xa3")
PIECES = (
    *(b"\0", b"\0" * 40, b"\xff", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r", b"\n", b"\n\n", b"\t", b"\x1a", b"\x85"),
    *(b'"', b"'", b"\\", b"{", b"}", b"[", b"]", b",", b";", b":", b"|", b"_", b"*", b"#", b"&", b"<", b">", b"</"),
    *(b"<a>", b"<!--", b"<![CDATA[", b"]]>", b"<?", b"&#0;", b"&#xD800;", b"&x;", b"\\ud800", b"\\u", b"\\'"),
    *(b"[" * 300, b"{\\" * 300, b"<a>" * 300, b"\\bin9 ", b"e\xcc\x81", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b" " * 99),
)  # fmt: skip
OTHERS = (None, True, 7, -1, 10**30, 2**63, 1.5, 1e308, "", "x", "\ud800", "\0", [], [7], [[1, 2]], {}, {"a": 1}, [{}])
NAMES = (
    "../out.txt",
    "/out.txt",
    "..\\out.txt",
    "C:\\out.txt",
    "a\0b",
    "",
    ".",
    "a/",
    "a" * 300,
    "ü.txt",
    "CON",
    "a:b",
)
LARGEST = 1 << 20  # bytes: more than this and only time is lost

_TAG = re.compile(rb"<[^<>]+>")
_ATTRIBUTE = re.compile(rb'="[^"]*"')
_NUMBER = re.compile(rb"-?[0-9]+")
_CELL = re.compile(rb"[\t ,;|]")

Change = Callable[[Random, bytes, Sequence[bytes]], bytes]


def mutant(random: Random, seeds: Sequence[dict[str, bytes]]) -> dict[str, bytes]:
    """The files of one seed with one to four changes to one of them; the first is that which is read."""
    files = dict(random.choice(seeds))
    names = list(files)
    name = names[0] if random.random() < 0.6 else random.choice(names)
    others = [data for each in seeds for data in each.values()]
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        files[name] = changed(random, files[name], others)[:LARGEST]
    return files


def changed(random: Random, data: bytes, others: Sequence[bytes] = (b"",)) -> bytes:
    """The data with one change, to its structure where it has one that is known."""
    inside = _structure(data)
    if inside is not None and random.random() < 0.6:
        with suppress(Exception):  # of what was damaged before the structure may be gone
            return inside(random, data, others)
    return random.choice(_IN_BYTES)(random, data, others)


def _structure(data: bytes) -> Change | None:
    if data.startswith(b"PK"):
        return _in_zip
    if data.startswith((b"\x78\x9c", b"\x78\xda", b"\x78\x01")):
        return _in_packed
    if data.startswith((b"%PDF", b"{\\rtf", b"PAR1")):
        return _number
    start = data[:200].lstrip()
    if start.startswith((b"{", b"[")):
        return _in_json
    return _in_tags if start.startswith(b"<") else _in_rows


# Bytes


def _place(random: Random, data: bytes) -> tuple[int, int]:
    """A place, and one that is not far after it."""
    start = random.randint(0, len(data))
    return start, min(start + int(random.expovariate(1 / 20)), len(data))


def _flip(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return b"\0"
    made = bytearray(data)
    for _ in range(random.choice((1, 1, 4))):
        made[random.randrange(len(made))] ^= 1 << random.randrange(8)
    return bytes(made)


def _cut(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _place(random, data)
    return data[:start] + data[end + 1 :]


def _end(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data[: random.randint(0, len(data))]


def _insert(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, _ = _place(random, data)
    return data[:start] + random.choice((random.randbytes(random.randint(1, 12)), random.choice(PIECES))) + data[start:]


def _replace(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _place(random, data)
    return data[:start] + random.choice(PIECES) + data[end:]


def _repeat(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _place(random, data)
    return data[:end] + data[start:end] * random.choice((1, 1, 2, 50)) + data[end:]


def _swap(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    a, b, c = sorted(random.randint(0, len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def _splice(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    return data[: random.randint(0, len(data))] + other[random.randint(0, len(other)) :]


def _recode(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")


def _mark(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """A byte order mark that lies."""
    return random.choice(MARKS) + data


def _nuls(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _place(random, data)
    return data[:start] + b"\0" * random.choice((1, 9, 5000)) + data[end:]


def _number(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data + random.choice(NUMBERS)
    one = random.choice(found)
    other = random.choice((random.choice(NUMBERS), random.choice(found)[0], b"%d" % random.randint(0, 300)))
    return data[: one.start()] + other + data[one.end() :]


_IN_BYTES: tuple[Change, ...] = (
    *(_flip, _cut, _end, _insert, _insert, _replace, _repeat, _swap),
    *(_splice, _recode, _mark, _nuls, _number),
)  # fmt: skip


# What is built of them


def _in_json(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """JSON, or one line of it, with other values than should stand in some places; keys dropped, items repeated."""
    lines = data.split(b"\n")
    try:
        return _json(reshaped(random, json.loads(data)))
    except ValueError:
        at = random.randrange(len(lines))
        lines[at] = _json(reshaped(random, json.loads(lines[at])))
        return b"\n".join(lines)


def _json(value: object) -> bytes:
    return json.dumps(value).encode("ascii")


def reshaped(random: Random, value: Any) -> Any:  # noqa: ANN401  whatever JSON or MessagePack holds
    for _ in range(random.choice((1, 1, 2, 3))):
        places = list(_places(value))
        if not places:
            return random.choice(OTHERS)
        inside, key = random.choice(places)
        how = random.random()
        if how < 0.6:
            inside[key] = _another(random, inside[key])
        elif how < 0.75:
            inside[key] = random.choice(random.choice(places)[:1])
            value = _without_loops(value)
        elif how < 0.9 or not isinstance(inside, list):
            del inside[key]
        else:
            inside.insert(key, inside[key])
    return value


def _another(random: Random, old: object) -> object:
    if isinstance(old, bytes) and random.random() < 0.8:
        return random.choice(_IN_BYTES)(random, old, (b"",))
    if isinstance(old, int) and not isinstance(old, bool) and random.random() < 0.5:
        return old + random.choice((-1, 1, 2, 100, -100))
    return random.choice(OTHERS)


def _without_loops(value: Any) -> Any:  # noqa: ANN401
    """The value as JSON or MessagePack can say it; raises ValueError or RecursionError where it holds itself."""
    try:
        return json.loads(json.dumps(value))
    except TypeError:
        return msgspec.msgpack.decode(msgspec.msgpack.encode(value))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    for key in list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from _places(value[key])


def _in_tags(random: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """An element or tag dropped, repeated or nested, an attribute changed."""
    one = random.choice(list(_TAG.finditer(data)))
    name = one[0].strip(b"<>/").split()[0]
    end = data.find(b"</" + name, one.end())
    close = data.find(b">", end) + 1 if end >= 0 else one.end()
    element = data[one.start() : close]
    match random.randrange(6):
        case 0:
            return data[: one.start()] + data[one.end() :]
        case 1:
            return data[: one.start()] + data[close:]
        case 2:
            return data[:close] + element * random.choice((1, 2, 40)) + data[close:]
        case 3:
            return data[: one.start()] + one[0] * random.choice((2, 250, 5000)) + data[one.end() :]
        case 4:
            inner = random.choice(PIECES + NUMBERS)
            return data[: one.end()] + inner + data[max(end, one.end()) :]
        case _:
            found = random.choice(list(_ATTRIBUTE.finditer(data)))
            return data[: found.start()] + b'="' + random.choice(PIECES + NUMBERS) + b'"' + data[found.end() :]


def _in_rows(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A line dropped, repeated, moved or from elsewhere, or another value in one of its cells."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    match random.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(random.randrange(len(lines)), lines.pop(at))
        case 3:
            lines.insert(at, random.choice(random.choice(others).split(b"\n")))
        case _:
            cells = list(_CELL.finditer(lines[at]))
            if not cells:
                return _number(random, data, others)
            cell = random.choice(cells)
            end = next((each.start() for each in cells if each.start() > cell.start()), len(lines[at]))
            other = random.choice((b"", random.choice(PIECES), random.choice(NUMBERS), lines[at][: cell.start()]))
            lines[at] = lines[at][: cell.end()] + other + lines[at][end:]
    return b"\n".join(lines)


def _in_packed(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """MessagePack below zlib: a change of the bytes within would nearly always be caught by the checksum."""
    inside = zlib.decompress(data)
    if random.random() < 0.5:
        return zlib.compress(random.choice(_IN_BYTES)(random, inside, [data, inside]), 1)
    return zlib.compress(msgspec.msgpack.encode(reshaped(random, msgspec.msgpack.decode(inside))), 1)


def _in_zip(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A member changed, dropped, twice there, renamed, or told lies about."""
    members = unzipped(data)
    at = random.randrange(len(members))
    name, content = members[at]
    match random.randrange(9):
        case 0:
            del members[at]
        case 1:
            members.insert(at, (name, random.choice(members)[1]))
        case 2:
            members[at] = (random.choice(NAMES), content)
        case 3:
            return _lie(random, data)
        case _:
            members[at] = (name, changed(random, content))
    return zipped(members, ZIP_STORED if random.random() < 0.2 else ZIP_DEFLATED)


def unzipped(data: bytes) -> list[tuple[str, bytes]]:
    """The members of a zip archive."""
    with ZipFile(io.BytesIO(data)) as archive:
        return [(each.filename, archive.read(each)) for each in archive.infolist()]


def zipped(members: Sequence[tuple[str, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    """A zip archive of these, the same bytes whenever it is made; names as they are, however wrong."""
    target = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in members:
            info = ZipInfo("x")
            info.filename = name
            archive.writestr(info, content, compress_type=method, compresslevel=1)
    return target.getvalue()


def _lie(random: Random, data: bytes) -> bytes:
    """One field of a member's entry in the list at the end: its method, flags, sizes, checksum or place."""
    entry = random.choice([each.start() for each in re.finditer(b"PK\x01\x02", data)])
    at = entry + random.choice((6, 8, 10, 16, 20, 24, 28, 30, 42))
    return data[:at] + random.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", random.randbytes(4))) + data[at + 4 :]
