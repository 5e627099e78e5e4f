from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from document_cases import read, read_all, refusal
from hypothesis import given
from wire_cases import texts

from annotator.exchange.newswire import xml
from annotator.exchange.newswire.nitf import READER
from annotator.exchange.protocols import Refused
from annotator.exchange.registry import reader_for

BODY = """<body><body.head><hedline><hl1>Ferry sails
  again</hl1><hl2>After a year</hl2></hedline><byline>By <person>Ada Brill</person>, <byttl>Reporter</byttl></byline>
<dateline><location>GULL ISLAND</location></dateline><abstract><p>In short.</p></abstract></body.head>
<body.content><p>The ferry &amp; the <em>crew</em>
   sail 😀.</p><media media-type="image"><media-caption>A pier.</media-caption></media><hl2>Tolls</hl2>
<block><p>A toll.</p><ul><li>one</li><li>two</li></ul></block><nitf-table/><table><tr><td>1</td><td>2</td></tr></table>
</body.content></body>"""
HEAD = """<head><title>Not this</title><tobject><tobject.subject tobject.subject.type="Transport"/></tobject><docdata>
<date.issue norm="20261124T100000Z"/><doc-id id-string="gull-1"/><doc.copyright holder="Gull Ltd" year="2026"/>
<key-list><keyword key="ferry"/><keyword key="storm"/></key-list></docdata>
<pubdata name="The Gull" position.section="Local" position.sequence="5"/></head>"""
NITF = f'<?xml version="1.0" encoding="UTF-8"?>\n<nitf xml:lang="en-GB">{HEAD}{BODY}</nitf>'
DOCTYPE = '<!DOCTYPE nitf SYSTEM "http://nitf.invalid/nitf-3-3.dtd">'


def wrapped(content: str) -> str:
    return f"<nitf><body><body.content>{content}</body.content></body></nitf>"


def test_an_article_comes_in_with_what_its_head_says(tmp_path: Path) -> None:
    item = read(READER, tmp_path, NITF)
    assert item.article.title == "Ferry sails again"
    assert item.article.text == "The ferry & the crew sail 😀.\n\nTolls\n\nA toll.\n\none\ntwo\n\n1 | 2"
    assert item.article.meta == {
        "source": "news.xml",
        "dateline": "GULL ISLAND",
        "subtitle": "After a year",
        "abstract": "In short.",
        "author": "Ada Brill",
        "outlet": "The Gull",
        "date": "2026-11-24",
        "section": "Local",
        "language": "en",
        "source_id": "gull-1",
        "page": "5",
        "copyright": "Gull Ltd",
        "subject": "Transport",
        "keywords": "ferry; storm",
    }
    assert item.notes == ("pictures and their captions were left out",)


def test_names_within_a_namespace_and_with_a_prefix_are_the_same(tmp_path: Path) -> None:
    space = NITF.replace("<nitf ", '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" ')
    prefixed = wrapped("<p>One.</p>").replace("</", "\0").replace("<", "<n:").replace("\0", "</n:")
    assert read(READER, tmp_path, space).article.title == "Ferry sails again"
    item = read(READER, tmp_path, prefixed.replace("<n:nitf", '<n:nitf xmlns:n="http://iptc.org/x"'))
    assert item.article.text == "One."


def test_a_doctype_is_allowed_and_never_fetched_and_html_names_of_letters_are_known(tmp_path: Path) -> None:
    item = read(READER, tmp_path, DOCTYPE + wrapped("<p>Caf&eacute;&nbsp;&mdash; 1&frac12;</p>"))
    assert item.article.text == "Café\u00a0— 1½"


def test_a_byline_without_a_person_loses_the_job_title(tmp_path: Path) -> None:
    head = "<body.head><byline>By Ada, <byttl>Cook</byttl></byline></body.head>"
    content = wrapped("<p>x</p>").replace("<body>", f"<body>{head}")
    assert read(READER, tmp_path, content).article.meta["author"] == "Ada"


def test_text_of_an_inner_article_is_there_once(tmp_path: Path) -> None:
    inner = "<p>a</p><note><body.content><p>b</p></body.content></note>"
    assert read(READER, tmp_path, wrapped(inner)).article.text == "a\n\nb"


def test_an_article_without_text_is_refused_by_its_place(tmp_path: Path) -> None:
    assert read_all(READER, tmp_path, wrapped("<media/>")) == [Refused(str(tmp_path / "news.xml"), "It has no text.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_encoding_is_the_one_that_is_declared(tmp_path: Path, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{wrapped("<p>L’été</p>")}'
    data = content.encode(encoding, "xmlcharrefreplace")
    assert READER.fits(data)
    assert read(READER, tmp_path, data).article.text == "L’été"


def test_an_encoding_given_is_used(tmp_path: Path) -> None:
    data = wrapped("<p>été</p>").encode("latin-1")
    assert read(READER, tmp_path, data, encoding="iso-8859-1").article.text == "été"


BOMB = "<!DOCTYPE nitf [" + '<!ENTITY a "aaaaaaaaaa">' + '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' + "]>"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (BOMB + wrapped("<p>&b;</p>"), "nitf.entities"),
        ('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + wrapped("<p>&x;</p>"), "nitf.entities"),
        ('<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://x.invalid/"> %x;]>' + wrapped("<p>x</p>"), "nitf.entities"),
        (DOCTYPE + wrapped("<p>&unheard;</p>"), "nitf.xml"),
        (wrapped("<p>&nbsp;</p>"), "nitf.xml"),
        (wrapped("<p>open"), "nitf.xml"),
        ("", "nitf.xml"),
        ("plain text", "nitf.xml"),
        (wrapped("<b>" * 300 + "</b>" * 300), "nitf.deep"),
        ("<html><body/></html>", "nitf.kind"),
        ('<?xml version="1.0" encoding="klingon"?><nitf/>', "nitf.encoding"),
        ('<?xml version="1.0" encoding="shift_jis"?><nitf/>', "nitf.encoding"),
        ('<?xml version="1.0" encoding="rot13"?><nitf/>', "nitf.encoding"),
    ],
)
def test_a_hostile_or_damaged_file_is_refused_by_name(tmp_path: Path, content: str, code: str) -> None:
    assert refusal(READER, tmp_path, content).code == code


def test_an_article_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "LARGEST", 100_000)
    content = wrapped("<p>word</p>" * 30_000)
    assert refusal(READER, tmp_path, content).code == "nitf.large"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (NITF, "nitf"),
        (f"\ufeff <!-- a <b> --><?pi <c>?>{DOCTYPE}<nitf>", "nitf"),
        ('<!DOCTYPE nitf PUBLIC "a" "b" [<!ATTLIST x y CDATA "z">]>\n<n:nitf x="1">', "nitf"),
        ("<rss><nitf>", "rss"),
        ("nitf", ""),
        ("", ""),
        ("<?a?>" * 800, ""),
        ("<!--" * 800, ""),
    ],
)
def test_the_outermost_element_tells_the_format(head: str, name: str) -> None:
    assert xml.root_name(head.encode()) == name
    assert READER.fits(head.encode()) is (name == "nitf")


def test_an_xml_file_finds_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(NITF, encoding="utf-8")
    assert reader_for(path) is READER


@given(texts)
def test_the_paragraphs_come_in_as_they_are(paragraphs: list[str]) -> None:
    with TemporaryDirectory() as folder:
        content = wrapped("\n  ".join(f"<p>{escape(each)}</p>" for each in paragraphs))
        assert read(READER, Path(folder), content).article.text == "\n\n".join(paragraphs)
