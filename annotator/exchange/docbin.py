"""spaCy DocBin out: what `spacy train` takes. See `docbin_doc` for what stands where in a doc.

Up to 2,000 articles are one `.spacy` file; more are a folder of that name with files 00000.spacy, 00001.spacy
and so on, because a DocBin is held in memory whole. spaCy's corpus reader takes either. Read one file with
`DocBin().from_disk(path).get_docs(nlp.vocab)`.
"""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.exchange.docbin_doc import DocMaker, align_set, tokenised
from annotator.exchange.files_out import file_or_folder_out, write_losses
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Alignment, Outgoing, WriteOptions, Writer
from annotator.exchange.ready import ready_items
from annotator.model.annotation import Fragments
from annotator.model.errors import ExchangeError

if TYPE_CHECKING:
    from spacy.language import Language

FILE_SIZE = 2000  # articles


class Misaligned(msgspec.Struct, frozen=True, kw_only=True):
    """A span that an export would move or leave out; `bounds` are the code points it would cover."""

    article: str  # its id
    title: str
    span: str  # its id
    label: str
    text: str
    fragments: Fragments
    bounds: Fragments


class DocBinWriter:
    """Writes one set an article."""

    name = "spacy"
    title = "spaCy DocBin"
    suffix = ".spacy"
    one_set = True
    needs_spacy = True

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One file after another; memory stays flat from the second on."""
        nlp = pipeline(options)
        losses = LossReport()
        docs = DocMaker(nlp, options, losses)
        with file_or_folder_out(target) as folder:
            for number, some in enumerate(_chunks(ready_items(items, target, options, losses))):
                # In a memory zone the tokenizer caches nothing and is ten times slower, but knows what it had
                # cached before: so the first file teaches it the common words, for good.
                with nlp.memory_zone() if number else nullcontext():
                    _write_file(some, folder / f"{number:05}.spacy", docs)
        write_losses(losses, target)
        return losses


def _write_file(items: Iterable[Outgoing], path: Path, docs: DocMaker) -> None:
    from spacy.tokens import DocBin

    found = DocBin(store_user_data=True)
    for item in items:
        found.add(docs.doc(item))
    found.to_disk(path)


def _chunks(items: Iterator[Outgoing]) -> Iterator[Iterator[Outgoing]]:
    """The items, as many as go into one file; one empty lot when there are none."""
    yield islice(items, FILE_SIZE)
    for first in items:
        yield chain([first], islice(items, FILE_SIZE - 1))


def align(items: Iterable[Outgoing], nlp: object, mode: Alignment) -> Iterator[Misaligned]:
    """The spans that an export in this mode would move or leave out: the preview before it."""
    language = _language(nlp)
    for item in items:
        for each in align_set(item, tokenised(item.article, language), mode):
            if not each.is_exact:
                span = each.span
                yield Misaligned(
                    article=item.article.id,
                    title=item.article.title,
                    span=span.id,
                    label=span.label,
                    text=span.text,
                    fragments=span.fragments,
                    bounds=each.bounds,
                )


def pipeline(options: WriteOptions) -> "Language":
    """The pipeline whose tokenizer the options ask for. Raises ExchangeError when it cannot be loaded."""
    import spacy

    if options.nlp is not None:
        return _language(options.nlp)
    if options.pipeline:
        try:
            return spacy.load(options.pipeline)
        except (OSError, ImportError, ValueError) as error:
            sentence = f"The spaCy pipeline {options.pipeline} cannot be loaded: {error}"
            raise ExchangeError("docbin.pipeline", f"{sentence} Install it, or name another.") from error
    language = (options.schema.language if options.schema else "").partition("-")[0] or "xx"
    try:
        return spacy.blank(language)
    except ImportError as error:
        sentence = f"spaCy has no tokenizer for the language “{language}” of the schema"
        raise ExchangeError("docbin.language", f"{sentence}: name a pipeline.") from error


def _language(nlp: object) -> "Language":
    from spacy.language import Language

    if not isinstance(nlp, Language):
        raise TypeError(f"nlp is {type(nlp).__name__}, not a spaCy pipeline")
    return nlp


WRITER: Writer = DocBinWriter()
