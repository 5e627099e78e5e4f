"""WebAnno TSV 3 in and out: 3.0 to 3.3 are read, 3.3 is written, in folders as INCEpTION has them.

An export is a folder: annotation/ARTICLE/ANNOTATOR.tsv. See `layers` for the layers that are ours. What a comment
line holds that other tools pass over, the metadata of the article and the state of the set, comes back here.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace as altered

from annotator.exchange.files_out import folder_out, write_losses
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.exchange.ready import encodable, ready_items
from annotator.exchange.tools.layers_in import read_pages
from annotator.exchange.tools.layers_out import Pages
from annotator.exchange.tools.names import FOLDERS, NOBODY, Names, stems
from annotator.exchange.tools.webanno_in import read_tsv
from annotator.exchange.tools.webanno_out import TsvMaker, trimmed
from annotator.exchange.tools.webanno_rows import FORMAT
from annotator.model.annotation import AnnotationSet, Relation, Span, covered

WHITE_SPACE = LossKind("white_space", "span that begins or ends with white space")
UNENDED = LossKind("relation_end", "relation of which an end was left out")


class WebAnnoReader:
    """Reads WebAnno TSV 3."""

    name = "webanno"
    title = "WebAnno TSV 3 (INCEpTION)"
    suffixes = (".tsv",)

    def fits(self, head: bytes) -> bool:
        """Whether the first line names the format."""
        return head.removeprefix(b"\xef\xbb\xbf").startswith(FORMAT.encode())

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """The article of the file, or one of each file in an archive."""
        return read_pages(path, self.name, self.suffixes, read_tsv, options)


class WebAnnoWriter:
    """Writes WebAnno TSV 3.3."""

    name = "webanno"
    title = "WebAnno TSV 3 (INCEpTION)"
    suffix = ""
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One article after another, each in a folder of its own."""
        losses = LossReport()
        pages, names, maker = Pages(options.schema), Names(), TsvMaker(options.schema)
        with folder_out(target) as folder:
            for item in ready_items(items, target, options, losses):
                place = folder / FOLDERS[0] / names.article(item.article)
                place.mkdir(parents=True)
                for stem, text in _texts(item, losses, pages, maker):
                    (place / f"{stem}.tsv").write_bytes(text)
        write_losses(losses, target)
        return losses


def _texts(item: Outgoing, losses: LossReport, pages: Pages, maker: TsvMaker) -> Iterator[tuple[str, bytes]]:
    lost = Lost(losses, item.article.title)
    held: list[AnnotationSet | None] = [_held(each, item.article.text, lost) for each in item.sets]
    names = stems([each.annotator for each in item.sets]) or [NOBODY]
    with encodable(item.article):
        for stem, one in zip(names, held or [None], strict=True):
            yield stem, maker.write(pages.page(item.article, one)).encode("utf-8")


def _held(each: AnnotationSet, text: str, lost: Lost) -> AnnotationSet:
    """The set as far as the format holds it; the same one where nothing is lost."""
    spans = {key: _held_span(span, text, lost) for key, span in each.spans.items()}
    if all(spans[key] is span for key, span in each.spans.items()):
        return each
    kept = {key: span for key, span in spans.items() if span is not None}
    relations: dict[str, Relation] = {}
    for key, relation in each.relations.items():
        if relation.head in kept and relation.tail in kept:
            relations[key] = relation
        else:
            lost.relation(UNENDED, relation, each)
    return altered(each, spans=kept, relations=relations)


def _held_span(span: Span, text: str, lost: Lost) -> Span | None:
    if not any(text[end - 1].isspace() or text[start].isspace() for start, end in span.fragments):
        return span
    fragments = tuple(piece for each in span.fragments if (piece := trimmed(text, each)) is not None)
    lost.span(WHITE_SPACE, span, "written without the white space" if fragments else "left out")
    return altered(span, fragments=fragments, text=covered(text, fragments)) if fragments else None


READER: Reader = WebAnnoReader()
WRITER: Writer = WebAnnoWriter()
