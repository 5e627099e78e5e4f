"""What the import dialog calls things: the parts that a column may be, and what is said of a file."""

from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from annotator.app.previewing import ArticlePreview, FilePreview
from annotator.app.sources import FileProblem
from annotator.exchange import registry
from annotator.exchange.tables.columns import HINT, LEAVE_OUT
from annotator.ui.numbers import number
from annotator.ui.sentences import each_translated, translated

META = "+"  # a column that is metadata under its own name
PARTS = ("text", "title", "date", "outlet", "author", "url", "language", "id", META, LEAVE_OUT)


def part_titles() -> dict[str, str]:
    """What a column may be, as people read it."""
    titles = (
        _tr("Text"),
        _tr("Title"),
        _tr("Date"),
        _tr("Outlet"),
        _tr("Author"),
        _tr("Link"),
        _tr("Language"),
        _tr("Number or id"),
        _tr("Other metadata"),
        _tr("Leave out"),
    )
    return dict(zip(PARTS, titles, strict=True))


def part_of(column: str, fields: Mapping[str, str]) -> str:
    """Which part a column is, by the fields that a file is read with."""
    part = next((part for part, name in fields.items() if name == column), META)
    return LEAVE_OUT if part.startswith(LEAVE_OUT) else part if part in PARTS else META


def fields_of(parts: Mapping[str, str]) -> dict[str, str]:
    """The fields to read a file with, by the part that each column is."""
    fields: dict[str, str] = {}
    for at, (column, part) in enumerate(parts.items()):
        if part == LEAVE_OUT:
            fields[f"{LEAVE_OUT}{at}"] = column
        elif part == META:  # named, so that nobody guesses what it is
            fields[f"{column} (2)" if column in ("text", "title", "id") else column] = column
    return fields | {part: column for column, part in parts.items() if part not in (LEAVE_OUT, META)}


def format_title(name: str) -> str:
    """What a format is called."""
    reader = registry.readers().loaded.get(name)
    return translated(reader.title) if reader else name


def file_told(file: FilePreview) -> str:
    """What a file is, in a line."""
    if file.lacks_text:
        return _tr("{format}: say which column is the text").format(format=format_title(file.format))
    if not file.found:
        return _tr("{format}: nothing to import").format(format=format_title(file.format) or _tr("Unknown format"))
    told = _tr("{format}, articles: {n} or more") if file.more else _tr("{format}, articles: {n}")
    told = told.format(format=format_title(file.format), n=number(file.found))
    return _tr("{told}, problems: {n}").format(told=told, n=number(len(file.problems))) if file.problems else told


def article_told(article: ArticlePreview) -> str:
    """An article as it would come in: title, metadata and beginning, a line each."""
    meta = " · ".join(f"{name}: {value}" for name, value in article.meta.items())
    begin = article.begin.removeprefix(" ".join(article.title.split())).strip() or article.begin
    return "\n".join(line for line in (article.title, meta, begin) if line)


def problem_told(problem: FileProblem, file: FilePreview) -> str:
    """What is wrong with a file or in it, without saying again which file it is."""
    told = each_translated(problem.reason.removesuffix(f" {HINT}")).replace(file.place, short_name(file.place))
    where = translated(problem.place).removeprefix(file.place).lstrip(", ")
    return f"{where}: {told}" if where else told


def short_name(place: str) -> str:
    """The last part of a file's place."""
    return PurePath(place).name


def _tr(text: str) -> str:
    return QCoreApplication.translate("Importing", text)
