"""Articles without annotation as files of the kinds that come in: the plainest that each reader takes."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from annotator.model.article import Article

Maker = Callable[[Sequence[Article], Path], None]


def _one_file(ending: str, content: Callable[[Article], str | bytes]) -> Maker:
    """A folder with a file each."""

    def make(items: Sequence[Article], target: Path) -> None:
        target.mkdir()
        for number, each in enumerate(items):
            made = content(each)
            data = made.encode("utf-8") if isinstance(made, str) else made
            (target / f"{number:05}{ending}").write_bytes(data)

    return make


def _whole(head: str, content: Callable[[Article], str], tail: str) -> Maker:
    """One file with all of them."""

    def make(items: Sequence[Article], target: Path) -> None:
        with target.open("w", encoding="utf-8") as file:
            file.write(head)
            file.writelines(map(content, items))
            file.write(tail)

    return make


def _paragraphs(each: Article) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in each.text.split("\n\n"))


def _html(each: Article) -> str:
    head = f"<html><head><title>{escape(each.title)}</title></head>"
    return (
        f"{head}<body><nav>Home</nav><article><h1>{escape(each.title)}</h1>{_paragraphs(each)}</article></body></html>"
    )


def _rtf_lines(lines: Sequence[str]) -> str:
    return "".join(f"\\pard\\plain\\f0\\fs20 {line}\\par\n" for line in lines)


def _rtf(each: Article) -> str:
    return f"{{\\rtf1\\ansi\\ansicpg1252\n{_rtf_lines(each.text.split(chr(10)))}}}"


def _docx(each: Article) -> bytes:
    import io

    import docx

    document, out = docx.Document(), io.BytesIO()
    for part in each.text.split("\n\n"):
        document.add_paragraph(part)
    document.save(out)
    return out.getvalue()


def _ninjs(each: Article) -> str:
    return json.dumps({"uri": f"urn:{each.id}", "type": "text", "headline": each.title, "body_text": each.text})


def _nitf(each: Article) -> str:
    head = f"<body.head><hedline><hl1>{escape(each.title)}</hl1></hedline></body.head>"
    return f"<nitf><body>{head}<body.content>{_paragraphs(each)}</body.content></body></nitf>"


_SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def _newsml(each: Article) -> str:
    data = f'<inlineData contenttype="text/plain">{escape(each.text)}</inlineData>'
    meta = '<itemMeta><itemClass qcode="ninat:text"/></itemMeta>'
    headline = f"<contentMeta><headline>{escape(each.title)}</headline></contentMeta>"
    content = f"{meta}{headline}<contentSet>{data}</contentSet>"
    return f'<newsItem {_SPACE} guid="urn:{each.id}" version="1">{content}</newsItem>'


def _rss(each: Article) -> str:
    said = escape(_paragraphs(each))
    return f"<item><title>{escape(each.title)}</title><guid>{each.id}</guid><description>{said}</description></item>\n"


def _nexis(each: Article) -> str:
    head = [
        each.title,
        "The Gull",
        "November 24, 2026 Tuesday",
        "Copyright 2026 Gull Ltd",
        "",
        "Length: 400 words",
        "Body",
    ]
    return _rtf_lines([*head, *each.text.split("\n"), "Classification", "Language: ENGLISH", "End of Document"])


def _factiva(each: Article) -> str:
    number = f"Document GULL000020261124{each.id.replace('-', '')[-9:]}"
    said = [("HD", each.title), ("WC", "400 words"), ("SN", "The Gull"), ("TD", each.text), ("AN", number)]
    rows = ((code, value.replace("\n", "\\par ")) for code, value in said)
    return "".join(
        f"\\trowd\\cellx500\\cellx9000\\pard\\intbl {code}\\cell\\pard\\intbl {value}\\cell\\row\n"
        for code, value in rows
    )


_COLUMNS = ("title", "text", "outlet")


def _cells(items: Sequence[Article]) -> Iterator[list[str]]:
    return ([each.title, each.text, str(each.meta["outlet"])] for each in items)


def _separated(separator: str) -> Maker:
    def make(items: Sequence[Article], target: Path) -> None:
        with target.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, delimiter=separator)
            out.writerow(_COLUMNS)
            out.writerows(_cells(items))

    return make


def _xlsx(items: Sequence[Article], target: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(_COLUMNS)
    for cells in _cells(items):
        sheet.append(cells)
    book.save(target)


def _parquet(items: Sequence[Article], target: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    columns = zip(*_cells(items), strict=True)
    parquet.write_table(pa.table(dict(zip(_COLUMNS, map(list, columns), strict=True))), target)


def _json(items: Sequence[Article], target: Path) -> None:
    rows = [dict(zip(_COLUMNS, cells, strict=True)) for cells in _cells(items)]
    target.write_text(json.dumps(rows), encoding="utf-8")


def _jsonl(each: Article) -> str:
    return json.dumps({"title": each.title, "text": each.text, "outlet": each.meta["outlet"]}) + "\n"


JSONL: tuple[str, Maker] = (".jsonl", _whole("", _jsonl, ""))
# By reader: the ending of the file, "" for a folder of files.
MAKERS: dict[str, tuple[str, Maker]] = {
    "text": ("", _one_file(".txt", lambda each: each.text)),
    "markdown": ("", _one_file(".md", lambda each: f"# {each.text}")),
    "html": ("", _one_file(".html", _html)),
    "rtf": ("", _one_file(".rtf", _rtf)),
    "docx": ("", _one_file(".docx", _docx)),
    "csv": (".csv", _separated(",")),
    "tsv": (".tsv", _separated("\t")),
    "xlsx": (".xlsx", _xlsx),
    "parquet": (".parquet", _parquet),
    "json": (".json", _json),
    "ninjs": ("", _one_file(".json", _ninjs)),
    "newsml": ("", _one_file(".xml", _newsml)),
    "nitf": ("", _one_file(".xml", _nitf)),
    "feed": (".xml", _whole('<rss version="2.0"><channel><title>Gull</title>', _rss, "</channel></rss>")),
    "nexis": (".rtf", _whole("{\\rtf1\\ansi\\ansicpg1252\n", _nexis, "}")),
    "factiva": (".rtf", _whole("{\\rtf1\\ansi\\ansicpg1252\n", _factiva, "}")),
}
