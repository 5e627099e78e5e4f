"""Files of archives and agencies, built to their published structure with texts that are plainly made up."""

import io
from collections.abc import Iterable

import docx
from hypothesis import strategies as st

LETTERS = "abcdefgh XYZ é漢😀“”,.-"
lines = st.text(st.sampled_from(LETTERS), min_size=1, max_size=30).map(lambda text: f"T{' '.join(text.split())}")
texts = st.lists(lines, min_size=1, max_size=5)


def as_docx(paragraphs: Iterable[str]) -> bytes:
    """A Word document."""
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_rtf(paragraphs: Iterable[str]) -> bytes:
    """Rich text as archives write it, a paragraph each."""
    body = "".join(f"\\pard\\plain\\f0\\fs20 {_escaped(each)}\\par\n" for each in paragraphs)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0\\fcharset0 Arial;}}}}\n{body}}}".encode("ascii")


def as_rtf_table(rows: Iterable[tuple[str, str]]) -> bytes:
    """Rich text with a row of two cells each; a line feed in a cell parts paragraphs."""
    start = "\\trowd\\trgaph70\\cellx500\\cellx9000"
    body = "".join(
        f"{start}\\pard\\intbl {code}\\cell\\pard\\intbl {_escaped(value)}\\cell\\row\n" for code, value in rows
    )
    return f"{{\\rtf1\\ansi\n{body}\\pard\\par Search Summary\\par}}".encode("ascii")


def _escaped(text: str) -> str:
    made = []
    for character in text:
        if character == "\n":
            made.append("\\par ")
        elif ord(character) < 128:
            made.append(f"\\{character}" if character in "\\{}" else character)
        else:
            units = character.encode("utf-16-le")
            made += [f"\\u{units[at] + 256 * units[at + 1]}?" for at in range(0, len(units), 2)]
    return "".join(made)
