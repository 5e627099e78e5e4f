"""brat standoff in and out: texts (.txt) with annotation files (.ann) beside them, or in a folder of their own.

A text comes in with all its annotation files: NAME.ann, and one for each annotator, NAME_ada.ann, where the suffix "_"
is told. What goes out is such a folder, with `annotation.conf` and `visual.conf` made from the schema.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from annotator.exchange.admit import Admission
from annotator.exchange.files_out import folder_out, write_losses
from annotator.exchange.foreign import Ids, clean
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.reading import text_of
from annotator.exchange.ready import encodable, ready_items
from annotator.exchange.tools.brat_conf import annotation_conf, visual_conf
from annotator.exchange.tools.brat_files import ANN, TEXT, Listings, text_beside
from annotator.exchange.tools.brat_in import take
from annotator.exchange.tools.brat_lines import parse
from annotator.exchange.tools.brat_names import SchemaNames, file_part, free_name, slug
from annotator.exchange.tools.brat_out import Lines
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import headline, make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.schema import Schema
from annotator.model.text import Normalised

NAME = "brat"
SUFFIX = "_"  # between a text's name and an annotator's, in what goes out
WHOSE = LossKind("annotator", "name, kind or version of an annotator left out")
RENAMED = LossKind("renamed", "name that brat cannot hold")
EMPTY = LossKind("empty", "set without spans")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text on its way in."""

    path: Path
    raw: str
    normalised: Normalised


class BratReader:
    """Reads a text with its annotation files, or one annotation file with its text."""

    name = NAME
    title = "brat standoff"
    suffixes = (ANN,)
    beside = (TEXT,)

    def __init__(self) -> None:
        self._listings = Listings()
        self._names: tuple[Schema | None, SchemaNames] = None, SchemaNames(None)

    def fits(self, head: bytes) -> bool:
        """Whether the file begins like an annotation file; an empty one has no annotation yet."""
        return not head.strip() or b"\t" in head

    def pick(self, files: list[Path]) -> list[Path]:
        """Of all files of a folder, those to be read: the texts, and annotation files where there are no texts."""
        texts = [each for each in files if each.suffix.lower() == TEXT]
        folders = {each.parent for each in texts}
        return texts + [each for each in files if each.suffix.lower() == ANN and each.parent not in folders]

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One article with the sets of its annotation files; those of no text are told with a folder's first text."""
        orphans: list[Path] = []
        if path.suffix.lower() == ANN:
            text, name = text_beside(path, options.annotator_suffix)
            files = [(name, path)]
        else:
            known = self._listings.of(path.parent, options.annotations or path.parent, options.annotator_suffix)
            text, files = path, known.of(path)
            orphans = known.orphans if path.stem == known.first else []
        yield from _article(text, files, options, self._names_of(options.schema))
        for each in orphans:
            yield Refused(str(each), "The annotation file belongs to no text: there is none of its name.")

    def _names_of(self, schema: Schema | None) -> SchemaNames:
        """The names of the schema that the last file was read under, too: they take longer than a file."""
        if self._names[0] is not schema:
            self._names = schema, SchemaNames(schema)
        return self._names[1]


def _article(
    path: Path, files: list[tuple[str, Path]], options: ReadOptions, names: SchemaNames
) -> Iterator[Incoming | Refused]:
    raw = text_of(path, NAME, options.encoding)
    text = _Text(path, raw, clean(raw))
    if not text.normalised.text.strip():
        raise ExchangeError("brat.empty", f"{path} has no text in it: there is nothing to import.")
    sets: dict[Annotator, AnnotationSet] = {}
    notes, refused = list(text.normalised.changes), []
    ids, admission, events = Ids(), Admission(options.schema), 0
    for name, each in files:
        annotator = _annotator(name, options)
        if annotator in sets:
            refused.append(Refused(str(each), f"There is a second set of {annotator}."))
            continue
        lines = text_of(each, NAME, options.encoding)
        if not lines.strip() and not name:
            notes.append(f"{each.name} is empty: nobody has annotated it")
            continue
        taken = take(parse(lines), annotator, raw, text.normalised, options, names)
        moved = text.normalised if taken.raw is raw else clean(taken.raw)
        sets[annotator], out = admission.admit(taken.found, taken.raw, moved, str(each), ids)
        refused += [Refused(f"{each}, line {at}" if at else str(each), reason) for at, reason in taken.left_out]
        refused += out
        notes += taken.notes
        events += taken.events
    if events:
        notes.append(f"events taken as spans, with a relation for each argument: {events}")
    title = headline(text.normalised.text) or ""
    article = make_article(id=new_id(), title=title, text=text.normalised.text, meta={"source": path.name})
    yield Incoming(article, tuple(sets.values()), str(path), tuple(notes))
    yield from refused


def _annotator(name: str, options: ReadOptions) -> Annotator:
    """Whose a file is: as its name tells, else as the options do. A kind told is that of all."""
    given = options.annotator or Annotator(name=NAME)
    return Annotator(name=name, kind=given.kind, version=given.version) if name else given


class BratWriter:
    """Writes a folder: one text an article, and one annotation file, or one for each annotator."""

    name = NAME
    title = "brat standoff"
    suffix = ""
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One article after another, in constant memory."""
        losses, names = LossReport(), SchemaNames(options.schema)
        with folder_out(target) as folder:
            for number, item in enumerate(ready_items(items, target, options, losses), start=1):
                with encodable(item.article):
                    _write_article(item, folder, number, names, losses)
            for name, text in (
                ("annotation.conf", annotation_conf(options.schema, names)),
                ("visual.conf", visual_conf(options.schema, names)),
            ):
                (folder / name).write_text(text, encoding="utf-8", newline="\n")
        _report_names(names, losses)
        write_losses(losses, target)
        return losses


def _write_article(item: Outgoing, folder: Path, number: int, names: SchemaNames, losses: LossReport) -> None:
    article, lost = item.article, Lost(losses, item.article.title)
    lost.article(article)
    stem = "-".join(part for part in (f"{number:05}", slug(article.title)) if part)
    (folder / f"{stem}{TEXT}").write_bytes(article.text.encode("utf-8"))
    taken, used = set[str](), set[str]()
    for each in sorted(item.sets, key=lambda each: each.annotator):
        name = f"{stem}{SUFFIX}{file_part(free_name(each.annotator.name, used), taken)}" if len(item.sets) > 1 else stem
        lines = Lines(article.text, each, names, lost).lines()
        (folder / f"{name}{ANN}").write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8"))
        lost.state(each)
        lost.verdicts(each)
        _report_whose(each, item, name, lost)
    if not item.sets:
        (folder / f"{stem}{ANN}").write_bytes(b"")


def _report_whose(each: AnnotationSet, item: Outgoing, name: str, lost: Lost) -> None:
    who = each.annotator
    told = unquote(name.partition(SUFFIX)[2]) == who.name != ""
    if len(item.sets) == 1:
        lost.add(WHOSE, f"{who}", f"{name}{ANN} names nobody: import it with --annotator")
        if not each.spans:
            lost.add(EMPTY, f"set of {who}", "comes back as nobody's")
    elif who.kind != "person" or who.version or not told:
        lost.add(WHOSE, f"{who}", f"{name}{ANN} tells no more than a name")


def _report_names(names: SchemaNames, losses: LossReport) -> None:
    for every in (names.labels, names.relations, names.attributes):
        for ours in every.all:
            if (brats := every.brat(ours)) != ours:
                Lost(losses, "annotation.conf").add(RENAMED, "", f"written as {brats}", label=ours)


READER: Reader = BratReader()
WRITER: Writer = BratWriter()
