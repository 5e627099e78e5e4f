from pathlib import Path

import pytest
from document_cases import FERRY, read, refusal
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.documents.rtf import READER

FILE = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Arial;}{\f1\fcharset238 Times;}{\f2\fcharset204 X;}}
{\colortbl;\red0\green0\blue0;}{\info{\title Caf\'e9 \u233?t\'e9}{\author Ada \{B\}}{\creatim\yr2026\mo3\dy4\hr1}}
\f0 Headline\par\par He said \ldblquote no\rdblquote  \u-10179?\u-8704? \'e9{\f1 \'b3}{\f2 \'cf\'f0\'e8}\par
{\field{\*\fldinst{HYPERLINK "http://x.example/z"}}{\fldrslt{the link}}} after\line b\tab c
{\pict\pngblip 89504e47}{\*\unknown hidden}\u8212- dash}"""


def rtf(body: str) -> bytes:
    return ("{\\rtf1\\ansi " + body + "}").encode()


def test_text_letters_and_the_information_group_come_in(tmp_path: Path) -> None:
    item = read(READER, tmp_path, FILE)
    assert item.article.title == "Café été"
    assert item.article.meta == {"source": "news.rtf", "author": "Ada {B}", "created": "2026-03-04"}
    assert item.article.text == "Headline\n\nHe said “no” 😀 éłПри\nthe link after\nb\tc— dash"
    assert item.notes == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"{\\rtf1\\ansi\\ansicpg1250 \xbelu\x9dou\xe8k\xfd}", "ľluťoučký"),
        ("{\\rtf1\\ansi Žluťoučký 😀 raw}".encode(), "Žluťoučký 😀 raw"),
        (rtf("\\uc2\\u233xx after \\uc0\\u233  end"), "é after é end"),
        (b"\xef\xbb\xbf" + rtf("marked"), "marked"),
        (rtf("a\\~b\\_c \\{d\\}"), "a\u00a0b\u2011c {d}"),
    ],
)
def test_letters_are_read_however_they_are_written(tmp_path: Path, content: bytes, text: str) -> None:
    assert read(READER, tmp_path, content).article.text == text


def test_a_letter_that_its_code_page_does_not_have_is_noted(tmp_path: Path) -> None:
    item = read(READER, tmp_path, rtf("a \\'81 b"))
    assert item.article.text == "a \ufffd b"
    assert item.notes == ("letters that its code page does not have became U+FFFD",)


def test_an_encoding_given_is_that_of_letters_of_no_code_page(tmp_path: Path) -> None:
    assert read(READER, tmp_path, rtf("\\'cf\\'f0\\'e8"), encoding="cp1251").article.text == "При"


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    assert refusal(READER, tmp_path, b"{\\rtf1 " + b"{" * 100_000).code == "rtf.deep"


@pytest.mark.parametrize(
    "hostile",
    [
        b"{\\fonttbl" + b"\\f1" * 5000 + b"\\fcharset1" * 5000 + b"}",
        b"{\\field{\\*\\fldinst{a}}{b}}" * 20_000,
        b"\\uc\\u99999999 x\\binfoo {\\pict \\bin} hi",
        b"\\ansicpg99999 \\'e9",
    ],
)
def test_what_would_trip_the_library_is_read(tmp_path: Path, hostile: bytes) -> None:
    assert FERRY in read(READER, tmp_path, b"{\\rtf1 " + hostile + b" " + FERRY.encode() + b"}").article.text


@pytest.mark.parametrize("fonts", [b"{\\fonttbl{\\f1 A;}{\\f2\\fcharset", b"\\fonttbl\\f1\\fcharset"])
def test_a_table_of_fonts_without_an_end_takes_no_minutes(tmp_path: Path, fonts: bytes) -> None:
    assert refusal(READER, tmp_path, b"{\\rtf1 " + fonts + b"9" * 5000 + b" X").code == "rtf.empty"


def test_what_is_no_rich_text_or_has_no_text_is_refused(tmp_path: Path) -> None:
    assert refusal(READER, tmp_path, b"plain").code == "rtf.kind"
    assert refusal(READER, tmp_path, rtf("\\par")).code == "rtf.empty"
    assert READER.fits(FILE)
    assert not READER.fits(b"plain")


@given(st.text(st.sampled_from("abc é😀ł\u2028漢“’\U0001f680"), min_size=1).filter(str.strip))
def test_any_letters_come_back_from_escapes(text: str) -> None:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    units = text.encode("utf-16-le")
    numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    with TemporaryDirectory() as folder:
        item = read(READER, Path(folder), rtf("".join(f"\\u{each}?" for each in numbers)))
    assert item.article.text == text.strip()
