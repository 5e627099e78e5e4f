"""Folders of brat files, made and read; and what brat itself accepts."""

import re
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Incoming, Outgoing, ReadOptions, Refused, WriteOptions
from annotator.exchange.tools.brat import READER, WRITER


def write(items: list[Outgoing], target: Path, **options: object) -> LossReport:
    return WRITER.write(items, target, options=WriteOptions(**options))


def read(path: Path, **options: object) -> list[Incoming | Refused]:
    """What a text, an annotation file, or all texts of a folder bring in."""
    chosen = ReadOptions(**options)
    paths = READER.pick(sorted(path.iterdir())) if path.is_dir() else [path]
    return [each for one in paths for each in READER.read(one, options=chosen)]


def lay(folder: Path, text: str | bytes, **annotations: str) -> Path:
    """A text a.txt with a.ann, or a_NAME.ann for each name; the text's path."""
    (folder / "a.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    for name, lines in annotations.items():
        (folder / f"{'a' if name == 'ann' else f'a_{name}'}.ann").write_text(lines, encoding="utf-8", newline="")
    return folder / "a.txt"


def accepted(text: str, lines: str) -> int:
    """How many lines there are, each as brat's server takes them (its server/src/annotation.py), which splits lines
    as Python does and wants the quoted text to be that of the fragments."""
    ids: set[str] = set()
    every = lines.splitlines()
    for line in every:
        id_, data, *tail = line.split("\t", 2)
        assert re.fullmatch(r"[TRA#]\d+", id_), line
        assert id_ not in ids, line
        if id_[0] == "T":
            _, where = data.split(" ", 1)
            pieces = [tuple(map(int, each.split(" "))) for each in where.split(";")]
            assert all(0 <= start < end <= len(text) for start, end in pieces), line
            assert all(one[1] <= two[0] for one, two in pairwise(pieces)), line
            assert tail == [" ".join(text[start:end] for start, end in pieces)], line
        elif id_[0] == "R":
            match = re.fullmatch(r"(\S+) Arg1:(T\d+) Arg2:(T\d+)", data)
            assert match, line
            assert {match[2], match[3]} <= ids, line
        elif id_[0] == "A":
            match = re.fullmatch(r"([\w-]+) ([TR]\d+)( .+)?", data, re.ASCII | re.DOTALL)
            assert match, line
            assert match[2] in ids, line
        else:
            assert re.fullmatch(r"AnnotatorNotes [TR]\d+", data), line
        ids.add(id_)
    return len(every)


def mutated(data: st.DataObject, content: bytes) -> bytes:
    """The bytes with some flipped, cut out or put in."""
    made = bytearray(content)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(made)))
        match data.draw(st.integers(0, 2)):
            case 0:
                made[at : at + 1] = data.draw(st.binary(min_size=1, max_size=1))
            case 1:
                del made[at : at + data.draw(st.integers(0, 40))]
            case 2:
                made[at:at] = data.draw(st.binary(max_size=6) | st.sampled_from([b"\t", b"\n", b";", b"9" * 20, b"\0"]))
    return bytes(made)
