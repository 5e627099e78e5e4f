"""What tests of documents share: a file read, a file refused, a file damaged at random."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.model.errors import ExchangeError
from annotator.model.text import normalise, text_hash

FERRY = "The ferry sails again from Monday, the harbour master Ada Brill told the council of the island."
BOATS = "The boats had lain in the harbour since the storm of last winter, when two piers were lost to the sea."
BRIDGE = "The council promised on Friday that a bridge would be built within ten years, and paid for by tolls."


def read_all(reader: Reader, folder: Path, content: bytes | str, **options: object) -> list[Incoming | Refused]:
    path = folder / f"news{reader.suffixes[0]}"
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return list(reader.read(path, options=ReadOptions(**options)))


def read(reader: Reader, folder: Path, content: bytes | str, **options: object) -> Incoming:
    (item,) = read_all(reader, folder, content, **options)
    assert isinstance(item, Incoming)
    return item


def refusal(reader: Reader, folder: Path, content: bytes | str, **options: object) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read_all(reader, folder, content, **options)
    assert f"news{reader.suffixes[0]}" in caught.value.sentence
    assert caught.value.code.startswith(f"{reader.name}.")
    return caught.value


def check_outcome(reader: Reader, content: bytes) -> None:
    """Whatever the bytes are: items that hold, or an error that names the file."""
    with TemporaryDirectory() as folder:
        try:
            items = read_all(reader, Path(folder), content)
        except ExchangeError as error:
            items, told = [], error.sentence
        else:
            told = ""
        assert items or f"news{reader.suffixes[0]}" in told
        for item in items:
            if isinstance(item, Incoming):
                article = item.article
                assert article.text.strip()
                assert normalise(article.text).text == article.text
                assert article.sha256 == text_hash(article.text)
                assert article.title
                assert all(normalise(str(value)).text == str(value) for value in article.meta.values())
