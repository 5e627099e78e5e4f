import json
from pathlib import Path
from typing import Any

import pytest
from document_cases import check_outcome, read, read_all, refusal
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.newswire import ninjs
from annotator.exchange.newswire.ninjs import READER
from annotator.exchange.newswire.ninjs_item import read_item
from annotator.exchange.protocols import Incoming, Refused
from annotator.exchange.registry import reader_for
from annotator.model.text import normalise

ONE = {
    "uri": "http://news.example/ferry",
    "type": "text",
    "versioncreated": "2026-11-24T10:00:00Z",
    "headline": "Ferry sails again",
    "byline": "By Ada Brill",
    "language": "en-GB",
    "provider": "The Gull",
    "subject": [{"code": "1", "name": "Transport"}, {"name": "Islands"}],
    "keywords": ["ferry", "storm"],
    "urgency": 4,
    "slugline": "ferry-sails",
    "body_text": "The ferry sails.\n\nFrom Monday 😀.",
    "body_xhtml": "<p>Never read.</p>",
    "renditions": {"main": {"href": "http://news.example/a.jpg"}},
}
TWO = {
    "uri": "urn:gull:2",
    "standard": {"name": "ninjs", "version": "3.0"},
    "contentCreated": "2026-11-23T10:00:00Z",
    "versionCreated": "2026-11-24T10:00:00Z",
    "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "A bridge &amp; a toll"}],
    "by": "Béa Crane",
    "infoSources": [{"name": "The Heron"}],
    "bodies": [
        {"role": "short", "contentType": "text/plain", "value": "Short."},
        {
            "role": "main",
            "contentType": "text/html",
            "value": "<p>A <b>bridge</b>.</p><script>1</script><p>A toll.</p>",
        },
    ],
}


def body_of(**fields: object) -> str:
    return read_item({"uri": "urn:1", "headline": "H", **fields}).text


def test_an_item_of_the_first_version_comes_in(tmp_path: Path) -> None:
    item = read(READER, tmp_path, json.dumps(ONE, indent=2))
    assert (item.article.title, item.article.text) == ("Ferry sails again", ONE["body_text"])
    assert item.article.meta == {
        "source": "news.json",
        "type": "text",
        "versioncreated": "2026-11-24T10:00:00Z",
        "language": "en",
        "provider": "The Gull",
        "subject": "Transport; Islands",
        "keywords": "ferry; storm",
        "urgency": "4",
        "slugline": "ferry-sails",
        "author": "Ada Brill",
        "date": "2026-11-24",
        "outlet": "The Gull",
        "url": "http://news.example/ferry",
    }
    assert item.notes == ("left out: renditions",)


def test_an_item_of_the_second_and_third_version_comes_in_by_its_main_body(tmp_path: Path) -> None:
    item = read(READER, tmp_path, json.dumps(TWO))
    assert (item.article.title, item.article.text) == ("A bridge & a toll", "A bridge.\n\nA toll.")
    meta = item.article.meta
    assert (meta["author"], meta["date"], meta["outlet"]) == ("Béa Crane", "2026-11-23", "The Heron")
    assert meta["source_id"] == "urn:gull:2"
    assert "url" not in meta


def test_the_text_is_the_plain_one_else_the_main_body_else_what_html_says() -> None:
    html = {"contenttype": "text/html", "value": "<p>H</p>"}
    plain = {"contenttype": "text/plain", "value": "P <p>"}
    nitf = {"contenttype": "text/vnd.IPTC.NITF", "value": "<?xml version='1.0'?><nitf><head><title>T</title></head>"}
    nitf["value"] += "<body><body.head>B</body.head><body.content><p>N</p></body.content></body></nitf>"
    assert body_of(body_text=" ", bodies=[html, plain]) == "P <p>"
    assert body_of(bodies=[plain, {**html, "role": "main"}]) == "H"
    assert body_of(bodies=[nitf, html]) == "H"
    assert body_of(bodies=[nitf]) == "N"
    assert body_of(bodies=[{"value": "a < b"}]) == "a < b"
    assert body_of(body_html="<div>D</div>", body_xhtml="<p>X</p>") == "D"
    assert body_of(body_custom="<p>C</p>") == "C"
    assert body_of(bodies="none", body_text=7) == ""


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=1),
        json.dumps({"items": [ONE, TWO]}),
        f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n",
        "\ufeff" + json.dumps([ONE, TWO]),
    ],
)
def test_items_come_in_a_list_or_a_line_each(tmp_path: Path, content: str) -> None:
    first, second = read_all(READER, tmp_path, content)
    assert (first.article.title, second.article.title) == ("Ferry sails again", "A bridge & a toll")
    assert first.place != second.place


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(tmp_path: Path, encoding: str) -> None:
    assert READER.fits(json.dumps(TWO).encode(encoding)[:4096])
    assert (
        read(READER, tmp_path, json.dumps(TWO, ensure_ascii=False).encode(encoding)).article.meta["author"]
        == "Béa Crane"
    )


def test_a_picture_is_refused_by_its_place_and_the_others_come_in(tmp_path: Path) -> None:
    picture = {"uri": "urn:3", "type": "picture", "headline": "Pier"}
    first, second, third = read_all(READER, tmp_path, json.dumps([picture, 7, ONE]))
    assert first == Refused(f"{tmp_path / 'news.json'}, item 1", "It has no text, being of the type picture.")
    assert "no news item" in second.reason
    assert isinstance(third, Incoming)


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        (ONE, True),
        (TWO, True),
        ([ONE], True),
        ({"guid": "urn:1", "headline": "H", "body_html": ""}, True),
        ({"uri": "urn:1", "headline": "H", "text": "T"}, False),
        ({"uri": "urn:1", "title": "H"}, False),
        ({"text": "T", "links": [{"uri": "u", "headline": "h", "body_text": "b"}]}, False),
        ({"links": [{"uri": "u", "headline": "h"}], "data": {"uri": "u", "bodies": []}}, False),
        ([], False),
        ("uri headline", False),
    ],
)
def test_ninjs_is_told_from_other_json_by_the_keys_of_its_first_item(value: object, fits: bool) -> None:
    assert READER.fits(json.dumps(value).encode()) is fits


def test_a_ninjs_file_finds_its_reader_and_other_json_lines_theirs(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(ONE)}\n", encoding="utf-8")
    assert reader_for(path) is READER
    path.write_text('{"text": "T", "uri": "u", "headline": "h"}\n', encoding="utf-8")
    assert reader_for(path).name == "jsonl"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"uri": "u",', "ninjs.syntax"),
        (b'[{"uri": "u"}, {]', "ninjs.syntax"),
        (b'{"uri": "u"}\n{"uri": \n', "ninjs.syntax"),
        (b"\xff\xfe\xfd", "ninjs.encoding"),
        (b"[" * 100_000, "ninjs.deep"),
        (b'{"uri":' * 100_000, "ninjs.deep"),
        (b"[]", "ninjs.empty"),
        (b"", "ninjs.syntax"),
        (b'[{"n": ' + b"9" * 5000 + b"}, 1", "ninjs.syntax"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    assert refusal(READER, tmp_path, content).code == code


def test_a_file_beyond_the_bound_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ninjs, "_LARGEST", 100)
    assert refusal(READER, tmp_path, json.dumps([ONE])).code == "ninjs.large"


def test_lone_surrogates_become_the_replacement_character(tmp_path: Path) -> None:
    content = r'[{"uri": "u", "headline": "a \ud800", "body_text": "b \udc00 😀"}]'
    item = read(READER, tmp_path, content)
    assert (item.article.title, item.article.text) == ("a \ufffd", "b \ufffd 😀")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
KEYS = [
    "uri",
    "headline",
    "headlines",
    "bodies",
    "body_text",
    "body_html",
    "by",
    "language",
    "subject",
    "title",
    "provider",
]


@given(st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), json_values, max_size=8))
def test_whatever_lies_under_the_keys_an_item_comes_in_or_is_refused(item: dict[str, Any]) -> None:
    check_outcome(READER, json.dumps([item]).encode())


@given(st.text(min_size=1, max_size=40).filter(lambda text: text.strip("\ufeff \n\r\t") != ""))
def test_a_plain_text_comes_in_as_it_is_but_for_normalising(text: str) -> None:
    found = read_item({"uri": "u", "body_text": text}).text
    assert normalise(found).text == normalise(text).text
