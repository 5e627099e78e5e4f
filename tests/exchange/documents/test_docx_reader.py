import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest
from document_cases import BOATS, FERRY, read, refusal
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.documents import docx as module
from annotator.exchange.documents.docx import READER


def saved(document: "docx.document.Document") -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def repacked(content: bytes, part: str, change: "object") -> bytes:
    """The file with one part changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data) if info.filename == part else data)
    return target.getvalue()


def a_file() -> bytes:
    made = docx.Document()
    properties = made.core_properties
    properties.title, properties.author, properties.language = "The ferry", "Ada Brill", "en-GB"
    properties.created = datetime.datetime(2026, 10, 26, tzinfo=datetime.UTC)
    made.add_heading("Ferry sails", 1)
    made.add_paragraph(FERRY)
    made.add_paragraph("Tab\there\nand a line")
    table = made.add_table(2, 2)
    for row, column, text in ((0, 0, "a"), (0, 1, "b"), (1, 0, "c\nd"), (1, 1, "e")):
        table.cell(row, column).text = text
    made.add_paragraph(BOATS)
    return saved(made)


FILE = a_file()


def test_paragraphs_tables_and_properties_come_in(tmp_path: Path) -> None:
    item = read(READER, tmp_path, FILE)
    assert item.article.title == "The ferry"
    assert item.article.meta == {
        "source": "news.docx",
        "author": "Ada Brill",
        "language": "en",
        "created": "2026-10-26",
    }
    assert item.article.text.split("\n\n") == ["Ferry sails", FERRY, "Tab\there\nand a line", "a | b\nc d | e", BOATS]
    assert item.notes == ()


def test_of_tracked_changes_what_was_inserted_counts_and_what_was_left_out_is_noted(tmp_path: Path) -> None:
    made = docx.Document()
    inner = (
        "<w:r><w:t>Kept </w:t></w:r><w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:del w:id='2'><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t xml:space='preserve'> link</w:t></w:r></w:hyperlink>"
        "<w:r><w:footnoteReference w:id='2'/></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>BOX</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t> control</w:t></w:r></w:sdtContent></w:sdt>"
    )
    made.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    item = read(READER, tmp_path, saved(made))
    assert item.article.text == "Kept new link control"
    assert item.notes == (
        "footnotes were left out",
        "text boxes were left out",
        "deleted text of tracked changes was left out",
    )


@given(st.lists(st.text(st.sampled_from("abc é😀ł漢“’.")).map(str.strip).filter(bool), min_size=1))
def test_the_paragraphs_come_back_as_they_were_written(paragraphs: list[str]) -> None:
    from tempfile import TemporaryDirectory

    made = docx.Document()
    for each in paragraphs:
        made.add_paragraph(each)
    with TemporaryDirectory() as folder:
        assert read(READER, Path(folder), saved(made)).article.text == "\n\n".join(paragraphs)


def test_a_zip_bomb_is_refused_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = repacked(FILE, "word/document.xml", lambda data: data + b" " * (module._TEXT_PART + 1))
    assert len(bomb) < 1_000_000
    assert refusal(READER, tmp_path, bomb).code == "docx.large"
    monkeypatch.setattr(module, "_LARGEST", 10)
    assert refusal(READER, tmp_path, FILE).code == "docx.large"


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    def with_entity(data: bytes) -> bytes:
        start, rest = data.split(b"?>", 1)
        doctype = b'<!DOCTYPE w [<!ENTITY a "EVIL"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        return start + b"?>" + doctype + rest.replace(b"<w:t>Ferry sails", b"<w:t>&a;&f;Ferry", 1)

    item = read(READER, tmp_path, repacked(FILE, "word/document.xml", with_entity))
    assert "EVIL" not in item.article.text
    assert "root:" not in item.article.text
    assert FERRY in item.article.text


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", FILE[:3000], b"plain text"])
def test_what_is_no_word_document_is_refused(tmp_path: Path, content: bytes) -> None:
    error = refusal(READER, tmp_path, content)
    assert error.code == "docx.damaged"
    assert "Save it again in Word." in error.sentence


def test_another_zip_archive_is_refused(tmp_path: Path) -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "text")
    assert refusal(READER, tmp_path, other.getvalue()).code == "docx.damaged"
    assert refusal(READER, tmp_path, saved(docx.Document())).code == "docx.empty"
