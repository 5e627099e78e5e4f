"""Files that were cut, flipped and patched: an ExchangeError, or articles; never anything else, and soon."""

import tempfile
import warnings
from functools import cache
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, annotation, article, quoted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layer_cases import write
from test_cas_foreign import archive, news, saved
from test_webanno_foreign import ENTITIES

from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, Writer
from annotator.exchange.tools import cas, webanno
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError

PAIRS = {
    "xmi": (cas.XMI_READER, cas.XMI_WRITER),
    "cas-json": (cas.JSON_READER, cas.JSON_WRITER),
    "webanno": (webanno.READER, webanno.WRITER),
}
PATCHES = [
    b"",
    b"\0",
    b"\xff",
    b"-1",
    b"99999999999999999999",
    b"[",
    b"]",
    b"|",
    b"\t",
    b"\n",
    b"\\",
    b'"',
    b"*",
    b"_",
    b"<a>",
]


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Real files of a format: ours, those of others, and an archive."""
    reader, writer = PAIRS[name]
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        place = Path(folder)
        model = annotation(by=Annotator(name="m", kind="model", version="1"))
        paths, _ = write([quoted(), Outgoing(article(), (model,))], place / "out", writer)
        if name == "webanno":
            (place / "a.tsv").write_text(ENTITIES, encoding="utf-8")
            paths.append(place / "a.tsv")
        else:
            paths.append(saved(news(), place / f"a{reader.suffixes[0]}"))
        zipped = archive(place / "a.zip", {f"annotation/a/b{reader.suffixes[0]}": paths[0].read_bytes()})
        return tuple(path.read_bytes() for path in (*paths, zipped))


@st.composite
def mutated(draw: st.DrawFn, name: str) -> bytes:
    data = bytearray(draw(st.sampled_from(seeds(name))))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 30))
        kind = draw(st.sampled_from(["flip", "patch", "insert", "copy", "cut"]))
        if kind == "flip" and place < len(data):
            data[place] ^= 1 << draw(st.integers(0, 7))
        elif kind == "patch":
            data[place : place + length] = draw(st.sampled_from(PATCHES))
        elif kind == "insert":
            data[place:place] = draw(st.binary(max_size=8))
        elif kind == "copy":
            data[place:place] = data[place : place + length * 10]
        else:
            del data[place + draw(st.integers(0, 200)) :]
    return bytes(data)


@pytest.mark.parametrize("name", PAIRS)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_a_mutated_file_gives_articles_or_an_exchange_error(name: str, data: st.DataObject) -> None:
    reader: Reader
    reader, _ = PAIRS[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{reader.suffixes[0]}"
        path.write_bytes(data.draw(mutated(name)))
        schema = data.draw(st.sampled_from([None, SCHEMA]))
        try:
            for each in reader.read(path, options=ReadOptions(schema=schema)):
                assert isinstance(each, Incoming | Refused)
                if isinstance(each, Incoming):
                    each.article.text.encode("utf-8")
                    _check(each)
        except ExchangeError as caught:
            sentence = caught.sentence
        else:
            sentence = str(path)
        assert str(path) in sentence
        assert [each.name for each in Path(folder).iterdir()] == [path.name]


def _check(item: Incoming) -> None:
    for each in item.sets:
        for span in each.spans.values():
            assert span.text == " ".join(item.article.text[start:end] for start, end in span.fragments)
        for relation in each.relations.values():
            assert {relation.head, relation.tail} <= set(each.spans)


def test_every_pair_is_there() -> None:
    assert all(isinstance(writer, Writer) and isinstance(reader, Reader) for reader, writer in PAIRS.values())
