"""CoNLL columns in and out: a token a line with its entity tag last, a blank line after a sentence.

Out go two columns in IOB2, or in IOBES where the target is called .iobes or .bioes; `-DOCSTART-` begins an article.
In come any of IOB1, IOB2, IOBES, BILOU, in two columns or more. The format is that of the CoNLL-2003 shared task
(Tjong Kim Sang and De Meulder 2003): it has tokens and no text, so the text of an article is made of its tokens.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.exchange.admit import Admission
from annotator.exchange.files_out import file_out, write_losses
from annotator.exchange.losses import LossReport
from annotator.exchange.mapping import Labels
from annotator.exchange.protocols import (
    Incoming,
    Outgoing,
    Reader,
    ReadOptions,
    Refused,
    WriteOptions,
    Writer,
)
from annotator.exchange.ready import ready_items
from annotator.exchange.tools.conll_in import TAG, incoming, read_documents
from annotator.exchange.tools.conll_out import ArticleLines
from annotator.model.errors import ExchangeError

NAME = "conll"
DOCUMENT = "-DOCSTART- -X- O O"
_IOBES = (".iobes", ".bioes")


class ConllReader:
    """Reads entities in columns."""

    name = NAME
    title = "CoNLL columns"
    suffixes = (".conll", ".iob", ".iob2", ".bio", *_IOBES)

    def fits(self, head: bytes) -> bool:
        """Whether one of the first lines has a token and a tag."""
        lines = head.decode("utf-8", "replace").splitlines()[:-1]
        return any(len(line.split()) > 1 and TAG.fullmatch(line.split()[-1]) for line in lines)

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One article after another: what stands between two `-DOCSTART-` lines, or the whole file."""
        admission, labels = Admission(options.schema), Labels(options.labels)
        count = 0
        for document in read_documents(path, options.encoding):
            count += 1
            yield from incoming(document, path, options, admission, labels)
        if not count:
            raise ExchangeError("conll.empty", f"{path} has no tokens in it: there is nothing to import.")


class ConllWriter:
    """Writes the entities of one set an article."""

    name = NAME
    title = "CoNLL columns"
    suffix = ".conll"
    one_set = True
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One article after another, in constant memory."""
        losses = LossReport()
        lines = ArticleLines(options, losses, iobes=target.suffix.lower() in _IOBES)
        with file_out(target) as file:
            for item in ready_items(items, target, options, losses):
                file.write(f"{DOCUMENT}\n\n".encode())
                file.write("".join(f"{line}\n" for line in lines.lines(item)).encode("utf-8"))
        write_losses(losses, target)
        return losses


READER: Reader = ConllReader()
WRITER: Writer = ConllWriter()
