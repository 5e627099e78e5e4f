from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from document_cases import read_all
from hypothesis import given
from hypothesis import strategies as st
from wire_cases import as_rtf, as_rtf_table, lines, texts

from annotator.exchange.newswire.factiva import READER
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.registry import reader_for
from annotator.model.errors import ExchangeError

FIELDS = {
    "SE": "Local",
    "HD": "Ferry sails again",
    "BY": "By Ada Brill.",
    "WC": "512 words",
    "PD": "24 November 2026",
    "ET": "06:30",
    "SN": "The Gull",
    "SC": "GULL",
    "PG": "5",
    "LA": "English",
    "CY": "(c) 2026 Gull Ltd",
    "LP": "The ferry sails 😀.\nFrom Monday.",
    "TD": "It ends | it begins.\nHD of the harbour: none.",
    "NS": "gtrans : Transport | gisl : Islands",
    "PUB": "Gull Ltd",
    "AN": "Document GULL000020261124ebbo0001x",
}
META = {
    "section": "Local",
    "author": "Ada Brill",
    "length": "512 words",
    "date": "2026-11-24",
    "time": "06:30",
    "outlet": "The Gull",
    "source-code": "GULL",
    "page": "5",
    "language": "en",
    "copyright": "(c) 2026 Gull Ltd",
    "subject": "gtrans : Transport | gisl : Islands",
    "publisher": "Gull Ltd",
    "source_id": "GULL000020261124ebbo0001x",
}
TEXT = "The ferry sails 😀.\n\nFrom Monday.\n\nIt ends | it begins.\n\nHD of the harbour: none."
DISPLAY = """<div id="article-1" class="article"><div class="article deArticle"><p>
<div>Lokales</div><div id="hd"><span class='deHeadline'>Die Fähre   </span></div>
<div class="author">Von BEA KRANICH.   </div>
<div>1.574 Wörter</div><div>4 Dezember 2026</div><div>Der Reiher</div><div>REIHR</div><div>Spät</div><div>13</div>
<div>Deutsch</div><div>(c) 2026 Reiher</div></p><p class="articleParagraph dearticleParagraph">Die <b>Fähre</b>.</p>
<pre class="articleParagraph">1  2
3  4</pre><p class="articleParagraph dearticleParagraph">Montag.</p><p>Reiher GmbH</p>
<p>Dokument REIHR00020261204ecc40002h</p></div></div>"""


def table(fields: dict[str, str], language: str = "en") -> str:
    rows = ""
    for code, value in fields.items():
        cell = "".join(f'<p class="articleParagraph">{escape(line)}</p>' for line in value.split("\n"))
        cell = cell if code in ("LP", "TD") else f"<span>{escape(value)}</span>"
        rows += f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{cell}</td></tr>\n'
    return f'<div class="article"><div class="article {language}Article"><p><table>{rows}</table></p></div></div><br/>'


def page(*articles: str) -> str:
    start = '<html><head><meta charset="utf-8"/><title>Factiva</title><script>var a = "<div>";</script></head>'
    return f'{start}<body><div id="headlines">2 headlines</div>{"".join(articles)}</body></html>'


def read(folder: Path, name: str, content: bytes | str) -> list[Incoming | Refused]:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return list(READER.read(path, options=ReadOptions()))


def test_a_page_with_the_codes_of_fields_comes_in(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.html", page(table(FIELDS), table({**FIELDS, "HD": "Two"}, "zhtw")))
    assert (first.article.title, first.article.text) == ("Ferry sails again", TEXT)
    assert first.article.meta == {"source": "a.html", **META}
    assert first.place.endswith("a.html, article 1")
    assert second.article.title == "Two"


def test_a_page_without_codes_comes_in_by_classes_and_order(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "a.htm", page(DISPLAY))
    assert (item.article.title, item.article.text) == ("Die Fähre", "Die Fähre.\n\n1 2\n3 4\n\nMontag.")
    assert item.article.meta == {
        "source": "a.htm",
        "section": "Lokales",
        "author": "BEA KRANICH",
        "length": "1.574 Wörter",
        "date": "2026-12-04",
        "outlet": "Der Reiher",
        "source-code": "REIHR",
        "edition": "Spät",
        "page": "13",
        "language": "de",
        "copyright": "(c) 2026 Reiher",
        "source_id": "REIHR00020261204ecc40002h",
    }


def test_rich_text_with_codes_comes_in_and_the_summary_of_the_search_is_left_out(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "a.rtf", as_rtf_table(FIELDS.items()))
    assert (item.article.title, item.article.text) == ("Ferry sails again", TEXT)
    assert item.article.meta == {"source": "a.rtf", **META}


def test_rich_text_without_codes_comes_in_by_order(tmp_path: Path) -> None:
    one = ["Factiva", "", "Local", "Ferry sails", "By Ada Brill", "512 words", "24 November 2026", "The Gull", "GULL"]
    one += ["English", "(c) 2026", "It sails.", "", "On Monday.", "Document GULL000020261124ebbo0001x"]
    two = ["A toll", "9 mots", "24 novembre 2026", "Le Héron", "HERON", "Français", "(c)", "Oui."]
    two += ["Document HERON00020261124ebbo0001y"]
    three = ["Above", "A bridge", "Bea Crane", "3 words", "May 2, 2026", "Gull", "English", "c", "No."]
    three += ["Document GULL000020261124ebbo0001z"]
    first, second, third = read(tmp_path, "a.rtf", as_rtf([*one, "", *two, *three, "Search Summary"]))
    assert (first.article.title, first.article.text) == ("Ferry sails", "It sails.\n\nOn Monday.")
    assert first.article.meta["author"] == "Ada Brill"
    assert (second.article.title, second.article.meta["language"]) == ("A toll", "fr")
    assert second.article.meta["outlet"] == "Le Héron"
    assert third.article.meta["section"] == "Above"
    assert (third.article.title, third.article.meta["author"]) == ("A bridge", "Bea Crane")


def test_an_article_without_text_is_refused_by_its_place(tmp_path: Path) -> None:
    empty = {code: value for code, value in FIELDS.items() if code not in ("LP", "TD")}
    first, second = read(tmp_path, "a.html", page(table(empty), table(FIELDS)))
    assert first == Refused(f"{tmp_path / 'a.html'}, article 1", "It has no text.")
    assert isinstance(second, Incoming)


def test_a_table_within_the_text_names_no_fields(tmp_path: Path) -> None:
    inner = "<table><tr><td>HD</td><td>no headline</td></tr></table>"
    content = table(FIELDS).replace("It ends | it begins.", f"It ends.</p>{inner}<p>")
    (item,) = read(tmp_path, "a.html", page(content))
    assert item.article.title == "Ferry sails again"
    assert "no headline" in item.article.text


def test_an_article_within_an_article_is_read_once(tmp_path: Path) -> None:
    found = read(tmp_path, "a.html", page(f'<div class="enArticle">{table(FIELDS)}</div>'))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("name", "content", "other"),
    [
        ("a.html", page("<style>" + "a{}" * 5000 + "</style>", table(FIELDS)), "html"),
        ("a.htm", page(DISPLAY), "html"),
        ("a.rtf", as_rtf_table(FIELDS.items()), "rtf"),
    ],
)
def test_an_export_finds_its_reader_and_other_files_theirs(
    tmp_path: Path, name: str, content: bytes | str, other: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert reader_for(path) is READER
    path.write_bytes(as_rtf(["Document 20261124"]) if other == "rtf" else b'<html><div class="article">x</div></html>')
    assert reader_for(path).name == other


def test_an_article_in_the_first_bytes_is_enough() -> None:
    assert READER.fits(page(table(FIELDS)).encode())
    assert not READER.fits(b"<html><p>Document of 20261124</p></html>")


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"plain", page().encode()])
def test_another_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_all(READER, tmp_path, content)
    assert caught.value.code in ("factiva.kind", "factiva.encoding")
    assert "news.html" in caught.value.sentence


def test_other_rich_text_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"a\.rtf has no article in it"):
        read(tmp_path, "a.rtf", as_rtf(["Only a text"]))


articles = st.lists(st.tuples(lines, lines, st.dates(), texts), min_size=1, max_size=4)


@given(articles, st.sampled_from(["codes", "table", "order"]))
def test_what_goes_into_an_export_comes_out(found: list[tuple], layout: str) -> None:
    made = []
    for number, (title, outlet, day, text) in enumerate(found):
        written = f"{day.day} {day:%B} {day.year:04}"
        key = f"GULL0000{day.year:04}{day:%m%d}ebbo{number:05}"
        made.append({"HD": title, "WC": "9 words", "PD": written, "SN": outlet, "LA": "English", "CY": "(c)"})
        made[-1] |= {"TD": "\n".join(text), "AN": f"Document {key}"}
    with TemporaryDirectory() as folder:
        if layout == "codes":
            items = read(Path(folder), "a.html", page(*map(table, made)))
        elif layout == "table":
            items = read(Path(folder), "a.rtf", as_rtf_table([row for each in made for row in each.items()]))
        else:
            items = read(
                Path(folder), "a.rtf", as_rtf("\n".join("\n".join(each.values()) for each in made).split("\n"))
            )
    assert [(each.article.title, each.article.meta["outlet"], each.article.meta["date"]) for each in items] == [
        (title, outlet, day.isoformat()) for title, outlet, day, _ in found
    ]
    assert [each.article.text for each in items] == ["\n\n".join(text) for *_, text in found]
