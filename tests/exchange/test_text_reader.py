import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.decode import NotTextError, decode
from annotator.exchange.foreign import clean
from annotator.exchange.protocols import Incoming, ReadOptions
from annotator.exchange.text import READER
from annotator.files import dataset
from annotator.model.errors import ExchangeError
from annotator.model.text import normalise


def read(folder: Path, content: bytes, **options: object) -> Incoming:
    path = folder / "news.txt"
    path.write_bytes(content)
    (item,) = READER.read(path, options=ReadOptions(**options))
    assert isinstance(item, Incoming)
    return item


def refusal(folder: Path, content: bytes, **options: object) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        read(folder, content, **options)
    assert "news.txt" in caught.value.sentence
    return caught.value


def test_the_seed_article_comes_in_as_it_is_with_its_headline() -> None:
    path = dataset("seed", "uk-france-missiles.txt")
    (item,) = READER.read(path, options=ReadOptions())
    assert item.article.text == path.read_bytes().decode("utf-8")
    assert item.article.title.startswith("UK and France Propose")
    assert item.article.meta == {"source": "uk-france-missiles.txt"}
    assert item.notes == ()


def test_a_text_without_a_headline_is_named_by_its_first_line(tmp_path: Path) -> None:
    assert read(tmp_path, b"It rained today.\nA lot.").article.title == "It rained today."


def test_line_ends_and_a_byte_order_mark_are_normalised_and_noted(tmp_path: Path) -> None:
    item = read(tmp_path, "\ufeffOne\r\ntwo\rthree 😀".encode())
    assert item.article.text == "One\ntwo\nthree 😀"
    assert item.article.meta == {"source": "news.txt"}
    assert item.notes == ("byte order mark removed", "line ends made LF")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("« Nous sommes déterminés à agir », a déclaré le président à l’Élysée – une première.\n", "cp1252"),
        ("El alcalde señaló que mañana habrá más información sobre la situación económica.\n", "cp1252"),
        ("The minister said: “We won’t stop now” – and left. It cost £5 million.\n", "cp1252"),
        ("Der Bürgermeister erklärte: „Wir müssen jetzt handeln“, so Müller in Köln.\n", "cp1252"),
        ("Premier powiedział, że „rząd zrobi wszystko, żeby obniżyć ceny energii” – podała agencja.\n", "cp1250"),
        ("Президент заявил, что переговоры продолжатся на следующей неделе в Москве.\n", "cp1251"),
        ("Ο πρωθυπουργός δήλωσε ότι η κυβέρνηση θα μειώσει τους φόρους.\n", "cp1253"),
        ("首相は月曜日に記者会見を開き、新しい経済対策を発表した。\n", "cp932"),
        ("Headline\n\nHe said “no” 😀.\n", "utf-16"),
        ("Headline\n\nHe said “no”.\n", "utf-16-le"),
        ("Headline\n\nHe said “no” 😀.\n", "utf-32"),
    ],
)
def test_other_encodings_are_detected_and_noted(tmp_path: Path, text: str, encoding: str) -> None:
    item = read(tmp_path, text.encode(encoding))
    assert item.article.text == text
    assert item.article.meta["encoding"] == encoding
    assert f"read as {encoding}" in item.notes


def test_an_encoding_given_is_used_and_one_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, "señal".encode("cp1252"), encoding="cp1252").article.text == "señal"
    assert "no encoding called klingon" in refusal(tmp_path, b"a", encoding="klingon").sentence
    assert "is not in the encoding ascii" in refusal(tmp_path, "é".encode(), encoding="ascii").sentence


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 8,
        b"PK\x03\x04" + bytes(200) + b"word/document.xml" * 3,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200)),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20,
        b"\x00" * 1000,
    ],
)
def test_a_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path, content).code == "text.encoding"


def test_a_single_stray_nul_is_replaced_not_refused(tmp_path: Path) -> None:
    item = read(tmp_path, b"A long enough text " * 20 + b"\x00")
    assert item.article.text.endswith("\ufffd")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", "\ufeff\n".encode()])
def test_a_file_without_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path, content).code == "text.empty"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 2**30)
    with pytest.raises(ExchangeError, match="has 1,073,741,824 bytes") as caught:
        list(READER.read(path, options=ReadOptions()))
    assert caught.value.code == "text.large"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="cannot be read: No such file"):
        list(READER.read(tmp_path / "none.txt", options=ReadOptions()))


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])))
def test_any_text_in_utf_8_is_read_as_it_is_unless_it_looks_binary(text: str) -> None:
    try:
        assert decode(text.encode("utf-8")) == (text, "utf-8")
    except NotTextError:
        assert any(ord(each) < 32 or 127 <= ord(each) < 160 for each in text)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except NotTextError:
        return
    assert isinstance(text, str)


@given(st.text(st.sampled_from("a\r\n\x00\ufeff\ufdd0\ufffe\U0001ffff\ud800é😀\ufffd\ufb00"), max_size=20))
def test_the_quick_way_to_normalise_gives_what_the_model_gives(raw: str) -> None:
    quick, model = clean(raw), normalise(raw)
    assert (quick.text, quick.changes) == (model.text, model.changes)
    assert [quick.offsets(at) for at in range(len(raw) + 1)] == [model.offsets(at) for at in range(len(raw) + 1)]
