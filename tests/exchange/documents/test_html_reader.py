import socket
from pathlib import Path

import pytest
from document_cases import BOATS, BRIDGE, FERRY, read, refusal

from annotator.exchange.documents import html
from annotator.exchange.documents.html import READER
from annotator.exchange.documents.markup import plain

PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry sails again | The Gull</title>
<meta property="og:site_name" content="The Gull"><meta name="author" content="Ada Brill">
<meta property="article:published_time" content="2026-10-26T10:00:00Z">
<link rel="canonical" href="https://gull.example/ferry"><script>document.write("EVIL")</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Ferry sails again</h1>
<p>{FERRY}</p><p>{BOATS} <a href="x">{BRIDGE}</a></p><h2>What comes next</h2><p>{BRIDGE}<br>{FERRY}</p></article>
<img src="http://gull.example/x.png"><footer>All rights reserved</footer></body></html>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", fail)


def test_the_main_text_and_what_the_page_says_of_itself_come_in(tmp_path: Path) -> None:
    item = read(READER, tmp_path, PAGE)
    assert item.article.title == "Ferry sails again"
    assert item.article.meta == {
        "source": "news.html",
        "language": "en",
        "author": "Ada Brill",
        "date": "2026-10-26",
        "outlet": "The Gull",
        "url": "https://gull.example/ferry",
    }
    paragraphs = item.article.text.split("\n\n")
    assert paragraphs[-4:] == [FERRY, f"{BOATS} {BRIDGE}", "What comes next", f"{BRIDGE}\n{FERRY}"]
    assert "EVIL" not in item.article.text
    assert "Home" not in item.article.text
    assert item.notes == ()


def test_a_page_without_a_main_text_gives_all_that_can_be_read_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "_main", lambda _: None)
    page = "<title>T</title><body>One<script>no</script><div>two<p>three</div><style>no</style><ul><li>a<li>b</ul>"
    item = read(READER, tmp_path, page)
    assert (item.article.title, item.article.text) == ("T", "One\n\ntwo\n\nthree\n\na\nb")
    assert item.notes == ("no main text was found: all that can be read was taken",)


@pytest.mark.parametrize("limit", ["_MOST_SEARCHED", "_MOST_TAGS"])
def test_a_page_that_is_too_large_is_read_without_looking_for_its_main_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(html, limit, 20)
    item = read(READER, tmp_path, PAGE)
    assert item.notes == ("too large to look for the main text: all that can be read was taken",)
    assert FERRY in item.article.text


@pytest.mark.parametrize(
    ("head", "encoding", "kept"),
    [
        ('<meta charset="windows-1250">', "cp1250", "cp1250"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", "cp1252"),
        ('<meta charset="windows-1251">', "utf-8", None),
        ('<meta charset="utf-8">', "utf-8-sig", None),
        ("", "utf-16", "utf-16"),
        ('<meta charset="klingon">', "utf-8", None),
    ],
)
def test_the_encoding_is_as_marked_or_declared_unless_that_is_a_lie(
    tmp_path: Path, head: str, encoding: str, kept: str | None
) -> None:
    page = PAGE.replace('<meta charset="utf-8">', head).replace("Ada Brill told", "Ádá „Bríll“ told")
    item = read(READER, tmp_path, page.encode(encoding))
    assert "Ádá „Bríll“ told" in item.article.text
    assert item.article.meta.get("encoding") == kept


def test_what_lies_too_deep_is_left_out_and_noted(tmp_path: Path) -> None:
    item = read(READER, tmp_path, f"<p>{FERRY}</p>" + "<div>" * 5000 + "deep")
    assert "nested too deeply: the text after that was left out" in item.notes
    assert FERRY in item.article.text


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"<script>x</script>", b"<!-- -->"])
def test_a_page_without_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(READER, tmp_path, content).code == "html.empty"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    assert refusal(READER, tmp_path, b"%PDF-1.7 ...").code == "html.encoding"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("no <b>markup</b> &amp; <i>some</i>", "no markup & some"),
        ("<p> one\n two </p>\n<p>three</p>", "one two\n\nthree"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>after", "a | b\nc | d\n\nafter"),
        ("a<br><br/>b", "a\nb"),
        ("<pre>x\n y</pre>", "x\ny"),
        ("", ""),
    ],
)
def test_a_piece_of_html_becomes_plain_text(markup: str, text: str) -> None:
    assert plain(markup) == text
