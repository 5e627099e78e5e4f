import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from document_cases import read_all
from hypothesis import given
from hypothesis import strategies as st
from wire_cases import as_docx, as_rtf, lines, texts

from annotator.exchange.newswire.nexis import READER
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.registry import reader_for
from annotator.model.errors import ExchangeError

COVER = [
    "User Name: Ada Brill",
    "Date and Time: \u00a0Thursday, November 26, 2026 10:00:00 AM CET",
    "Job Number: \u00a0123456789",
    "Documents (2)",
    "1. Ferry sails again",
    "Client/Matter: -None-",
    "Search Terms: ferry OR toll",
    "Search Type: Terms and Connectors",
    "Narrowed by:",
    "Content Type\tNarrowed by",
    "News\t-None-",
    "2. A toll for the bridge",
    "Client/Matter: -None-",
    "Search Terms: ferry OR toll",
]
FERRY = [
    "Ferry sails again",
    "The Gull (Gull Island)",
    "November 24, 2026 Tuesday, Final Edition",
    "Copyright 2026 Gull Ltd",
    "All Rights Reserved",
    "",
    "Section: NEWS; Pg. 5",
    "Length:\u00a0512 words",
    "Byline: By Ada Brill",
    "Dateline: GULL ISLAND",
    "Highlight: After a year",
    "and a storm.",
    "Body",
    "",
    "The harbour master said: “It sails 😀.”",
    "Language: nobody asked for it in the middle.",
    "It sails on Monday.",
    "Graphic",
    "",
    "A pier. Photo: Béa Crane",
    "Classification",
    "Language: ENGLISH",
    "Publication-Type: Newspaper",
    "Subject: FERRIES (90%);",
    "ISLANDS (80%)",
    "Load-Date:\u00a0November 25, 2026",
    "End of Document",
]
TOLL = [
    "A toll",
    "for the bridge",
    "The Heron",
    "23. November 2026 Montag",
    "Copyright 2026 Heron",
    "Length: 3 words",
    "Nobody pays.",
    "Load-Date: November 24, 2026",
    "End of Document",
]
FILE = as_docx([*COVER, *FERRY, "", *TOLL])
RICH = as_rtf([*COVER, *FERRY, "", *TOLL])


def read(folder: Path, paragraphs: list[str], *, rich: bool = False) -> list[Incoming | Refused]:
    path = folder / ("news.rtf" if rich else "news.docx")
    path.write_bytes((as_rtf if rich else as_docx)(paragraphs))
    return list(READER.read(path, options=ReadOptions()))


@pytest.mark.parametrize("rich", [False, True])
def test_an_export_is_split_and_its_cover_and_contents_are_left_out(tmp_path: Path, rich: bool) -> None:
    first, second = read(tmp_path, [*COVER, *FERRY, "", *TOLL], rich=rich)
    assert first.article.title == "Ferry sails again"
    assert first.article.text == (
        "The harbour master said: “It sails 😀.”\n\nLanguage: nobody asked for it in the middle.\n\nIt sails on Monday."
    )
    assert first.article.meta == {
        "source": "news.rtf" if rich else "news.docx",
        "outlet": "The Gull (Gull Island)",
        "date": "2026-11-24",
        "edition": "Final Edition",
        "copyright": "Copyright 2026 Gull Ltd All Rights Reserved",
        "section": "NEWS; Pg. 5",
        "length": "512 words",
        "author": "Ada Brill",
        "dateline": "GULL ISLAND",
        "highlight": "After a year and a storm.",
        "language": "en",
        "publication-type": "Newspaper",
        "subject": "FERRIES (90%); ISLANDS (80%)",
        "load-date": "November 25, 2026",
        "graphic": "A pier. Photo: Béa Crane",
    }
    assert first.place.endswith(", article 1")
    assert (second.article.title, second.article.text) == ("A toll for the bridge", "Nobody pays.")
    assert second.article.meta["outlet"] == "The Heron"
    assert second.article.meta["date"] == "2026-11-23"


def test_one_article_without_a_cover_comes_in(tmp_path: Path) -> None:
    (item,) = read(tmp_path, FERRY)
    assert (item.article.title, item.article.meta["outlet"]) == ("Ferry sails again", "The Gull (Gull Island)")


def test_labels_in_german_french_and_dutch_are_known(tmp_path: Path) -> None:
    headers = (
        (
            "Die Fähre",
            "Der Reiher",
            "24. November 2026",
            "Rubrik: Lokales",
            "Länge: 9 Wörter",
            "Autor: Von Bea Kranich",
        ),
        ("Le bac", "Le Héron", "24 novembre 2026", "Rubrique: LOCAL", "Longueur: 9 mots", "Auteur: Par Béa"),
        ("De pont", "De Reiger", "24 november 2026 dinsdag", "Sectie: LOKAAL", "Lengte: 9 woorden", "Byline: Door Bea"),
    )
    ends = ("Ende des Dokuments", "Fin du document", "End of Document")
    made = [line for header, end in zip(headers, ends, strict=True) for line in (*header, "Body", "x", end)]
    found = read(tmp_path, made)
    assert [each.article.meta["author"] for each in found] == ["Bea Kranich", "Béa", "Bea"]
    assert [each.article.meta["section"] for each in found] == ["Lokales", "LOCAL", "LOKAAL"]
    assert {each.article.meta["date"] for each in found} == {"2026-11-24"}


def test_without_a_day_the_first_two_lines_are_headline_and_outlet(tmp_path: Path) -> None:
    (item,) = read(tmp_path, ["Ferry sails", "The Gull", "Length: 2 words", "Body", "It sails.", "End of Document"])
    assert (item.article.title, item.article.meta["outlet"]) == ("Ferry sails", "The Gull")
    assert "date" not in item.article.meta


def test_after_a_cover_the_contents_tell_the_headline_where_no_day_does(tmp_path: Path) -> None:
    article = ["Ferry sails again", "The Gull", "Length: 2 words", "Body", "It sails.", "End of Document"]
    (item,) = read(tmp_path, [*COVER, *article])
    assert (item.article.title, item.article.meta["outlet"]) == ("Ferry sails again", "The Gull")


def test_a_day_as_nobody_can_read_it_and_a_missing_headline_stay_out(tmp_path: Path) -> None:
    header = ["No Headline In Original", "The Gull", "November 24, 2026", "Copyright 2026 Gull"]
    (item,) = read(tmp_path, [*header, "Body", "It sails.", "It rains.", "End of Document"])
    assert item.article.title == "It sails."
    assert item.article.meta["outlet"] == "The Gull"


def test_a_picture_without_text_and_what_is_no_article_are_refused_by_their_place(tmp_path: Path) -> None:
    picture = ["Pier", "The Gull", "May 3, 2026", "Length: 0 words", "Graphic", "A pier.", "End of Document"]
    first, second, third, fourth = read(tmp_path, [*picture, "Advertisement", "End of Document", *TOLL, "cut off here"])
    place = str(tmp_path / "news.docx")
    assert first == Refused(f"{place}, article 1", "It has no text.")
    assert second == Refused(f"{place}, article 2", "Neither “Body” nor “Length” was found in it: is it an article?")
    assert isinstance(third, Incoming)
    assert fourth == Refused(f"{place}, after article 3", "12 characters after the last article's end.")


def test_an_end_marker_that_shares_its_line_is_found_too(tmp_path: Path) -> None:
    first, second = read(tmp_path, [*FERRY[:-1], "Classified. End of Document", *TOLL[:-1], "x End of Document"])
    assert (first.article.title, second.article.title) == ("Ferry sails again", "A toll for the bridge")


@pytest.mark.parametrize("name", ["a.docx", "b.DOCX", "c.rtf"])
def test_an_export_finds_its_reader_and_other_documents_theirs(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(RICH if name.endswith("rtf") else FILE)
    assert reader_for(path) is READER
    plain = ["A document", "Length: of the ferry, 20 m", "It ends."]
    path.write_bytes((as_rtf if name.endswith("rtf") else as_docx)(plain))
    assert reader_for(path).name == ("rtf" if name.endswith("rtf") else "docx")


def test_the_mark_of_rich_text_may_be_in_its_first_bytes() -> None:
    assert READER.fits(as_rtf(TOLL))
    assert not READER.fits(FILE[:4096])


def test_looking_into_a_file_survives_what_is_no_document(tmp_path: Path) -> None:
    for content in (b"", b"PK\x03\x04", FILE[:2000], FILE.replace(b"word/", b"work/")):
        path = tmp_path / "a.docx"
        path.write_bytes(content)
        assert not READER.fits_file(path, content[:4096])
    assert not READER.fits_file(tmp_path / "none.docx", b"PK")


def test_looking_into_a_zip_bomb_reads_no_more_than_its_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 2**28)
    path.write_bytes(out.getvalue())
    assert not READER.fits_file(path, b"PK")
    with pytest.raises(ExchangeError):
        list(READER.read(path, options=ReadOptions()))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (as_docx(["Only a document"]), "nexis.kind"),
        (as_rtf(["Only a document"]), "nexis.kind"),
        (b"plain text", "nexis.kind"),
        (b"", "nexis.kind"),
        (FILE[:3000], "docx.damaged"),
    ],
)
def test_another_file_is_refused_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_all(READER, tmp_path, content)
    assert caught.value.code == code
    assert "news.docx" in caught.value.sentence


articles = st.lists(st.tuples(lines, lines, st.dates(), lines, texts), min_size=1, max_size=4)


@given(articles, st.booleans(), st.booleans())
def test_what_goes_into_an_export_comes_out(found: list[tuple], covered: bool, rich: bool) -> None:
    made = list(COVER) if covered else []
    for title, outlet, day, author, text in found:
        made += [title, outlet, f"{day:%B} {day.day}, {day.year:04}", "Copyright 2026", f"Byline: {author}"]
        made += ["Length: 9 words", "Body", *text, "Load-Date: May 1, 2026", "End of Document", ""]
    with TemporaryDirectory() as folder:
        items = read(Path(folder), made, rich=rich)
    assert [
        (each.article.title, each.article.meta["outlet"], each.article.meta["date"], each.article.meta["author"])
        for each in items
    ] == [(title, outlet, day.isoformat(), author) for title, outlet, day, author, _ in found]
    assert [each.article.text for each in items] == ["\n\n".join(text) for *_, text in found]
