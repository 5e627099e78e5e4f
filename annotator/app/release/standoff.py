"""A dataset without its texts: offsets, hashes and addresses; and joining it to somebody's own copies of the texts.

One JSON object an article: `{"standoff": 1, "id", "sha256", "length", "url", "sets": [...]}`, the sets as in JSON
lines but for the texts of spans and all notes. Titles and all metadata but the address are left out too.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace as altered

from annotator.app.sources import FileProblem, find_files
from annotator.app.wording import count
from annotator.exchange import registry
from annotator.exchange.admit import Admission
from annotator.exchange.finite import finite
from annotator.exchange.foreign import Ids, clean
from annotator.exchange.jsonl import JsonlWriter
from annotator.exchange.jsonl_row import SetRow, set_row
from annotator.exchange.lines import read_lines
from annotator.exchange.lines_out import write_json_lines
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Incoming, Outgoing, ReadOptions, Refused, WriteOptions, Writer
from annotator.model.annotation import AnnotationSet, covered
from annotator.model.article import Article
from annotator.model.errors import ExchangeError

FORMAT = 1
METADATA = LossKind("standoff_metadata", "article whose metadata was left out but for its address")
NOTES = LossKind("standoff_notes", "note left out, since it may quote the text")
_ADDRESSES = ("url", "uri", "link")


class StandoffRow(msgspec.Struct, kw_only=True):
    """An article without its text."""

    standoff: int
    id: str
    sha256: str
    length: int  # code points
    url: str = ""
    sets: list[SetRow] = []


class StandoffWriter:
    """Writes what may be handed on where the texts may not."""

    name = "standoff"
    title = "Stand-off JSON lines, without the texts"
    suffix = ".jsonl"
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One line after another, in constant memory."""
        losses = LossReport()
        return write_json_lines(items, target, options, losses, lambda item: [_bare(item, losses)])

    def verify(self, target: Path, items: Iterator[Outgoing], options: WriteOptions, losses: LossReport) -> None:
        """Raise ExchangeError at the first article that is not as it went out."""
        del options, losses
        rows = read_standoff(target)
        for item in items:
            (place, row), wanted = next(rows, ("", None)), _bare(finite(item, LossReport()), LossReport())
            if row != wanted:
                where = place or f"{target}, at its end"
                raise ExchangeError("standoff.differs", f"{where}, is not what went out: export again.")


WRITER: Writer = StandoffWriter()


def _bare(item: Outgoing, losses: LossReport) -> StandoffRow:
    article, lost = item.article, Lost(losses, item.article.title)
    url = next((str(article.meta[name]) for name in _ADDRESSES if article.meta.get(name)), "")
    if set(article.meta) - set(_ADDRESSES):
        lost.add(METADATA, "metadata")
    rows = [set_row(_bare_set(each, lost)) for each in item.sets]
    return StandoffRow(
        standoff=FORMAT, id=article.id, sha256=article.sha256, length=len(article.text), url=url, sets=rows
    )


def _bare_set(each: AnnotationSet, lost: Lost) -> AnnotationSet:
    noted = [(span.label, f"{span.start}-{span.end}") for span in each.spans.values() if span.note]
    noted += [(relation.type, "relation") for relation in each.relations.values() if relation.note]
    noted += [("", f"set of {each.annotator}")] if each.state.note or each.state.flag else []
    for label, place in noted:
        lost.add(NOTES, place, label=label)
    return altered(
        each,
        state=altered(each.state, note="", flag=""),
        spans={key: altered(span, text="", note="") for key, span in each.spans.items()},
        relations={key: altered(relation, note="") for key, relation in each.relations.items()},
    )


_decode = msgspec.json.Decoder(StandoffRow).decode


def read_standoff(path: Path) -> Iterator[tuple[str, StandoffRow]]:
    """The articles of a stand-off file, each with its place. Raises ExchangeError where it is none."""
    for number, line in read_lines(path, None):
        place = f"{path}, line {number}"
        try:
            row = _decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            sentence = f"{place} is no stand-off row: {error}. Give a file that was exported with --without-text."
            raise ExchangeError("standoff.row", sentence) from error
        if row.standoff > FORMAT:
            raise ExchangeError("standoff.newer", f"{place} is of a newer format: update the program.")
        yield place, row


class Rehydrated(msgspec.Struct):
    """What joining did: how many articles have their text again, which have not, and which texts were refused."""

    joined: int = 0
    missing: list[str] = []  # ids
    refused: list[FileProblem] = []

    def as_text(self) -> str:
        """The report in a sentence."""
        told = f"{count(self.joined, 'article')} joined to the text"
        if self.missing:
            told += f", {count(len(self.missing), 'article has no text', 'articles have no text')}"
        if self.refused:
            told += f", {count(len(self.refused), 'place was', 'places were')} left out"
        return f"{told}."


def rehydrate(standoff: Path, texts: Iterable[Path], out: Path) -> Rehydrated:
    """Write JSON lines with the texts; a text is taken when its hash, once normalised, is that of an article.

    Raises ExchangeError where the stand-off file cannot be read or the target not be written.
    """
    rows = {row.sha256: row for _, row in read_standoff(standoff)}
    files, problems = find_files(texts)
    report = Rehydrated(refused=problems)
    JsonlWriter().write(_joined(rows, files, report), out, options=WriteOptions())
    report.missing = [row.id for row in rows.values()]
    return report


def _joined(rows: dict[str, StandoffRow], files: Iterable[Path], report: Rehydrated) -> Iterator[Outgoing]:
    """The articles in the order of the texts; what was joined is taken out of the rows."""
    admission = Admission(None)
    ids = {row.id: row for row in rows.values()}
    done: set[str] = set()
    for path in files:
        try:
            for item in registry.reader_for(path).read(path, options=ReadOptions()):
                if isinstance(item, Refused):
                    report.refused.append(FileProblem(item.place, item.reason))
                elif (row := rows.pop(item.article.sha256, None)) is not None:
                    done.add(item.article.sha256)
                    report.joined += 1
                    yield _one(row, item, admission, report)
                elif item.article.sha256 not in done:
                    report.refused.append(FileProblem(item.place, _no_match(item.article, path, ids)))
        except ExchangeError as error:
            report.refused.append(FileProblem(str(path), error.sentence))


def _no_match(article: Article, path: Path, ids: dict[str, StandoffRow]) -> str:
    """Why a text is refused: it is the copy of an article, but another text, or of none."""
    address = next((article.meta[name] for name in _ADDRESSES if article.meta.get(name)), None)
    meant = ids.get(article.id) or ids.get(path.stem)
    meant = meant or next((row for row in ids.values() if row.url and row.url == address), None)
    if meant is None:
        return "The text is none of those that were annotated: its SHA-256 is that of no article."
    return f"The text is not the one that was annotated as {meant.id}: its SHA-256 differs."


def _one(row: StandoffRow, item: Incoming, admission: Admission, report: Rehydrated) -> Outgoing:
    text, ids = item.article.text, Ids()
    sets = []
    for each in row.sets:
        each.spans = [altered(span, text=covered(text, span.fragments)) for span in each.spans]
        made, refused = admission.admit(each.found(), text, clean(text), item.place, ids)
        report.refused += [FileProblem(one.place, one.reason) for one in refused]
        sets.append(made)
    meta = {**item.article.meta, **({"url": row.url} if row.url else {})}
    return Outgoing(altered(item.article, id=row.id, meta=meta), tuple(sets))
