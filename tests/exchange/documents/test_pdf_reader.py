import io
from pathlib import Path

import pypdf
import pytest
from document_cases import read, refusal
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.documents import pdf as module
from annotator.exchange.documents.pdf import READER
from annotator.exchange.documents.pdf_lines import joined

PAGES = (
    (
        "The Gull, 26 October 2026",
        "Ferry sails again",
        "The ferry sails again from Monday, the harbour master told the coun-",
        "cil of the island. It is a well-known boat, and it had been out of the",
        "water since the storm.",
        "The council promised a bridge. It would be built within ten years and",
        "Page 1",
    ),
    (
        "The Gull, 26 October 2026",
        "would be paid for by tolls, said the mayor of the town that is well-",
        "known.",
        "Page 2",
    ),
    ("The Gull, 26 October 2026", "The end of it came on Friday.", "Page 3"),
)


def a_pdf(*pages: tuple[str, ...], info: str = "", extra: str = "") -> bytes:
    """A PDF with these lines on its pages, written by hand: objects, cross references, trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>", ""]
    kids = []
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
    for lines in pages:
        escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
        shown = " T* ".join(f"({line}) Tj" for line in escaped)
        stream = f"BT /F1 12 Tf 14 TL 50 800 Td {shown} ET{extra}"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {font} /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


FILE = a_pdf(*PAGES, info="/Title (Ferry sails) /Author (Ada Brill) /CreationDate (D:20261026100000Z)")


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(FILE))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_lines_become_paragraphs_over_pages_without_running_lines(tmp_path: Path) -> None:
    item = read(READER, tmp_path, FILE)
    assert item.article.title == "Ferry sails"
    assert item.article.meta == {
        "source": "news.pdf",
        "author": "Ada Brill",
        "created": "2026-10-26",
        "language": "en",
    }
    assert item.article.text.split("\n\n") == [
        "Ferry sails again",
        "The ferry sails again from Monday, the harbour master told the council of the island. It is a well-known "
        "boat, and it had been out of the water since the storm.",
        "The council promised a bridge. It would be built within ten years and would be paid for by tolls, said the "
        "mayor of the town that is well-known.",
        "The end of it came on Friday.",
    ]
    assert item.notes == (
        "repeated lines at the edges of pages left out: 6",
        "words divided at the end of a line joined: 1",
    )


def test_a_file_name_for_a_title_gives_way_to_the_headline(tmp_path: Path) -> None:
    content = a_pdf(PAGES[0][1:6], info="/Title (Microsoft Word - ferry.doc)")
    assert read(READER, tmp_path, content).article.title == "Ferry sails again"


def test_pages_without_text_are_noted_and_a_file_of_such_refused(tmp_path: Path) -> None:
    assert "pages without text: 1" in read(READER, tmp_path, a_pdf(PAGES[0], ())).notes
    error = refusal(READER, tmp_path, a_pdf((), ()))
    assert error.code == "pdf.scan"
    assert "text recognition" in error.sentence


def test_a_password_is_asked_for_only_where_it_is_needed(tmp_path: Path) -> None:
    assert refusal(READER, tmp_path, locked("secret")).code == "pdf.encrypted"
    assert read(READER, tmp_path, locked("")).article.title == "Ferry sails"


def test_reading_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", -1.0)
    assert refusal(READER, tmp_path, FILE).code == "pdf.slow"
    monkeypatch.setattr(module, "_MOST_PAGES", 2)
    assert refusal(READER, tmp_path, FILE).code == "pdf.large"


@pytest.mark.parametrize("content", [b"", b"plain text", b"\x00" * 2000])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(READER, tmp_path, content).code == "pdf.kind"


def test_a_pdf_cut_off_is_refused_with_the_reason(tmp_path: Path) -> None:
    assert refusal(READER, tmp_path, b"%PDF-1.4\n%%EOF").code == "pdf.damaged"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("the coun-\ncil met", "the council met"),
        ("the COUN-\nCIL met", "the COUNCIL met"),
        ("said Jean-\nPierre", "said Jean-Pierre"),
        ("a well-known and well-\nknown", "a well-known and well-known"),
        ("the coun\u00ad\ncil met", "the council met"),
        ("from 1990 -\nto 1991", "from 1990 - to 1991"),
        ("the ﬁnal ﬂood", "the final flood"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_joined_as_it_is_written(lines: str, text: str) -> None:
    assert joined([lines])[0] == text


def test_two_pages_show_no_pattern() -> None:
    text, notes = joined(["Same\nOne.", "Same\nTwo."])
    assert text.count("Same") == 2
    assert notes == ()


@given(st.lists(st.lists(st.text(st.sampled_from("abc .,é-"), max_size=9), max_size=6), max_size=2))
def test_no_letter_is_lost_or_added_where_no_line_runs(pages: list[list[str]]) -> None:
    text, _ = joined("\n".join(page) for page in pages)
    raw = "".join("".join(page) for page in pages)
    assert [each for each in text if each not in " \n-"] == [each for each in raw if each not in " -"]
