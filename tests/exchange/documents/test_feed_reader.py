import socket
from pathlib import Path

import pytest
from document_cases import check_outcome, read_all, refusal

from annotator.exchange.newswire import feed
from annotator.exchange.newswire.feed import READER
from annotator.exchange.protocols import Refused

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Gull &amp; Co</title><language>en-gb</language><image><url>http://gull.example/x.png</url></image>
<item><title>Ferry &lt;b&gt;sails&lt;/b&gt;</title><link>http://gull.example/1</link><guid>g1</guid>
<pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate><dc:creator>Ada Brill</dc:creator>
<description>Short &lt;i&gt;summary&lt;/i&gt;.</description>
<content:encoded><![CDATA[<p>One long paragraph here.</p><script>alert("EVIL")</script>
<p>Two 😀.</p>]]></content:encoded></item><item><title>No text</title></item>
<item><description>Only a summary &amp;amp; more</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="ISO-8859-1"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>La Mouette</title><entry><title>Un été</title><updated>2026-01-02T03:04:05Z</updated><author><name>Béa</name>
</author><link href="http://mouette.example/2"/><id>urn:1</id><summary type="html">&lt;p&gt;L’été&lt;/p&gt;</summary>
</entry></feed>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", fail)


def test_each_entry_of_an_rss_feed_is_an_article_and_one_without_text_is_refused(tmp_path: Path) -> None:
    first, second, third = read_all(READER, tmp_path, RSS)
    assert first.article.title == "Ferry sails"
    assert first.article.text == "One long paragraph here.\n\nTwo 😀."
    assert first.article.meta == {
        "source": "news.rss",
        "author": "Ada Brill",
        "date": "2026-11-24",
        "outlet": "The Gull & Co",
        "url": "http://gull.example/1",
        "language": "en",
        "source_id": "g1",
    }
    assert first.place.endswith("news.rss, entry 1")
    assert second == Refused(f"{tmp_path / 'news.rss'}, entry 2", "The entry has no text.")
    assert third.article.text == "Only a summary & more"


def test_an_atom_feed_in_another_encoding_comes_in(tmp_path: Path) -> None:
    (item,) = read_all(READER, tmp_path, ATOM.encode("cp1252"))
    assert (item.article.title, item.article.text) == ("Un été", "L’été")
    assert item.article.meta["author"] == "Béa"
    assert item.article.meta["outlet"] == "La Mouette"
    assert item.article.meta["date"] == "2026-01-02"
    assert item.article.meta["language"] == "fr"
    assert item.notes == ("read as cp1252",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'<!DOCTYPE r [<!ENTITY a "b">]><rss/>', "feed.entities"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss/>'.encode("utf-16"), "feed.entities"),
        (b"<html>hi</html>", "feed.empty"),
        (b'<rss version="2.0"><channel><title>x</title></channel></rss>', "feed.empty"),
        (b'<rss version="2.0"><channel>' + b"<a>" * 100_000, "feed.deep"),
        (b"http://gull.example/feed.xml", "feed.empty"),
        (b"/etc/passwd", "feed.empty"),
        (b"", "feed.empty"),
    ],
)
def test_what_is_no_feed_or_does_harm_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    assert refusal(READER, tmp_path, content).code == code


def test_a_damaged_feed_gives_what_is_left_with_a_note_unless_it_is_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = RSS[: RSS.index("</channel>")]
    first, *_ = read_all(READER, tmp_path, cut)
    assert first.notes == ("the feed's XML is damaged: some of it may be missing",)
    monkeypatch.setattr(feed, "_MOST_DAMAGED", 10)
    assert refusal(READER, tmp_path, cut).code == "feed.damaged"


@pytest.mark.parametrize("declared", ['encoding="UTF-ipt>' * 2000, 'encoding="ISO-8859' + "9" * 5000 + '"?>'])
def test_a_declaration_without_an_end_or_sense_takes_no_minutes(tmp_path: Path, declared: str) -> None:
    content = f'<?xml version="1.0" {declared}' + RSS.partition("?>")[2]
    check_outcome(READER, content.encode())
    two = '<?xml version="1.0"?>' + '<?xml version="1.0" encoding="UTF-ipt' * 4000
    assert refusal(READER, tmp_path, two).code == "feed.empty"


def test_a_feed_is_told_from_other_xml() -> None:
    assert READER.fits(RSS.encode())
    assert READER.fits(ATOM.encode("utf-16"))
    assert not READER.fits(b'<?xml version="1.0"?><nitf><head/></nitf>')
    assert not READER.fits(b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">')
