import tracemalloc
from pathlib import Path

import pytest
from document_cases import read, read_all, refusal

from annotator.exchange.newswire.newsml import READER
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.registry import reader_for

SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
META = """<rightsInfo><copyrightHolder><name>Gull Ltd</name></copyrightHolder></rightsInfo><itemMeta>
<itemClass qcode="ninat:text"/><provider qcode="prov:gull"><name>The Gull</name></provider>
<versionCreated>2026-11-25T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta>
<urgency>4</urgency><contentCreated>2026-11-24T10:00:00Z</contentCreated><located><name>Gull Island</name></located>
<creator><name>Not Her</name></creator><creditline>GULL/HERON</creditline><language tag="en-GB"/>
<genre><name>News</name></genre><keyword>ferry</keyword><keyword>storm</keyword>
<subject qcode="medtop:1"><name>transport</name></subject><subject><name>islands</name></subject>
<slugline>ferry-sails</slugline><headline> Ferry sails </headline><by>By Ada Brill</by></contentMeta>"""
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<head><pubdata position.section="Local" name="Not this"/></head><body><body.head><hedline><hl1>Inner</hl1></hedline>
</body.head><body.content><p>The ferry 😀.</p><p>A toll.</p></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script/></head>
<body><h2>Tolls</h2><p>One<br/>two</p></body></html></inlineXML>"""
PLAIN = '<inlineData contenttype="text/plain">First.\n\nSecond &lt;b&gt;.</inlineData>'
REMOTE = '<remoteContent href="a.jpg"/>'


def item(content: str, meta: str = META, guid: str = "urn:gull:1") -> str:
    return (
        f'<newsItem {SPACE} guid="{guid}" version="2"><catalogRef/>{meta}<contentSet>{content}</contentSet></newsItem>'
    )


def message(*items: str) -> str:
    return f"<newsMessage {SPACE}><header><sent/></header><itemSet>{''.join(items)}</itemSet></newsMessage>"


def test_an_item_comes_in_with_what_it_says_of_itself(tmp_path: Path) -> None:
    found = read(READER, tmp_path, item(NITF))
    assert (found.article.title, found.article.text) == ("Ferry sails", "The ferry 😀.\n\nA toll.")
    assert found.article.meta == {
        "source": "news.xml",
        "outlet": "The Gull",
        "section": "Local",
        "creditline": "GULL/HERON",
        "slugline": "ferry-sails",
        "urgency": "4",
        "place": "Gull Island",
        "genre": "News",
        "author": "Ada Brill",
        "date": "2026-11-24",
        "language": "en",
        "subject": "transport; islands",
        "keywords": "ferry; storm",
        "version": "2",
        "source_id": "urn:gull:1",
        "copyright": "Gull Ltd",
        "status": "usable",
    }


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (NITF, "The ferry 😀.\n\nA toll."),
        (XHTML, "Tolls\n\nOne\ntwo"),
        (PLAIN, "First.\n\nSecond <b>."),
        ('<inlineData contenttype="text/html">&lt;p&gt;a&lt;/p&gt;b</inlineData>', "a\n\nb"),
        (REMOTE + PLAIN, "First.\n\nSecond <b>."),
        ("<inlineXML><nitf/></inlineXML>" + XHTML, "Tolls\n\nOne\ntwo"),
    ],
)
def test_the_text_may_be_nitf_xhtml_or_data(tmp_path: Path, content: str, text: str) -> None:
    assert read(READER, tmp_path, item(content)).article.text == text


def test_where_the_item_is_silent_its_nitf_and_its_codes_speak(tmp_path: Path) -> None:
    meta = '<itemMeta><provider qcode="prov:gull"/><versionCreated>2026-11-25</versionCreated></itemMeta>'
    found = read(READER, tmp_path, item(NITF, meta, "https://gull.example/1"))
    assert found.article.title == "Inner"
    assert found.article.meta["outlet"] == "gull"
    assert found.article.meta["date"] == "2026-11-25"
    assert found.article.meta["url"] == "https://gull.example/1"


def test_a_message_brings_its_items_one_by_one_and_what_is_no_article_is_refused(tmp_path: Path) -> None:
    package = "<packageItem><itemMeta/><groupSet><group/></groupSet></packageItem>"
    first, second, third, fourth, fifth = read_all(
        READER, tmp_path, message(item(NITF), package, item(REMOTE), item("", ""), item(XHTML))
    )
    assert (first.article.text, fifth.article.text) == ("The ferry 😀.\n\nA toll.", "Tolls\n\nOne\ntwo")
    place = f"{tmp_path / 'news.xml'}, item"
    assert second == Refused(
        f"{place} 2", "It is no article but a package, which only lists other items: import these."
    )
    assert third == Refused(f"{place} 3", "Its content (text) lies in another file, so it has no text.")
    assert fourth == Refused(f"{place} 4", "It has no text.")


def test_a_package_alone_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (found,) = read_all(READER, tmp_path, f"<packageItem {SPACE}><itemMeta/></packageItem>")
    assert "a package" in found.reason


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("<NewsML><NewsItem/></NewsML>", "newsml.kind", "NewsML 1 is another format"),
        ("<rss/>", "newsml.kind", "Is it NewsML-G2?"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + item(NITF), "newsml.entities", "remove them first"),
        (message(item(NITF))[:-20], "newsml.xml", "damaged"),
    ],
)
def test_another_file_is_refused_by_name(tmp_path: Path, content: str, code: str, words: str) -> None:
    error = refusal(READER, tmp_path, content)
    assert error.code == code
    assert words in error.sentence


def test_the_readers_of_xml_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    for content in (item(NITF), message(item(NITF))):
        path.write_text(content, encoding="utf-8")
        assert reader_for(path) is READER
    path.write_text("<nitf/>", encoding="utf-8")
    assert reader_for(path).name == "nitf"


def peak(path: Path, count: int) -> int:
    """The bytes that reading so many items takes at most."""
    one = item(NITF.replace("<p>A toll.</p>", "<p>The ferry sails.</p>" * 100))
    path.write_text(message(*[one] * count), encoding="utf-8")
    tracemalloc.start()
    try:
        assert sum(isinstance(each, Incoming) for each in READER.read(path, options=ReadOptions())) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_large_message_is_read_in_flat_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.xml"
    peak(path, 1)
    assert peak(path, 160) < 1.3 * peak(path, 40)
