"""Reading an exported DocBin again, and comparing it with what was exported."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.exchange.docbin_doc import MISALIGNED, USER_DATA, read_user_data
from annotator.exchange.losses import LossReport
from annotator.model.annotation import AnnotationSet
from annotator.model.errors import ExchangeError

if TYPE_CHECKING:
    from spacy.tokens import Doc


def verify(path: Path, wanted: Mapping[str, AnnotationSet], losses: LossReport) -> tuple[int, int]:
    """Compare a strict export with the sets, by the text of their articles; how many docs and spans there are.

    Raises ExchangeError that names the first difference: a text that is missing or another, a span that is not
    the set's, a count that the loss report does not explain.
    """
    seen: set[str] = set()
    spans = 0
    for doc in _docs(path):
        if doc.text not in wanted or doc.text in seen:
            raise _differs(path, f"it has a text that was not exported, or twice: “{doc.text[:60]}”")
        seen.add(doc.text)
        spans += _verify_doc(path, doc, wanted[doc.text])
    if missing := len(wanted) - len(seen):
        raise _differs(path, f"{missing} articles are not in it")
    if spans + losses.count(MISALIGNED) != sum(len(each.spans) for each in wanted.values()):
        raise _differs(path, "it has another number of spans than the project and the loss report say")
    return len(seen), spans


def _docs(path: Path) -> "Iterator[Doc]":
    import spacy
    from spacy.tokens import DocBin

    vocab = spacy.blank("xx").vocab
    for each in sorted(path.glob("*.spacy")) if path.is_dir() else [path]:
        yield from DocBin(store_user_data=True).from_disk(each).get_docs(vocab)


def _verify_doc(path: Path, doc: "Doc", own: AnnotationSet) -> int:
    pieces: dict[str, list[tuple[int, int]]] = {}
    for group in doc.spans.values():
        for span in group:
            if span.id_ not in own.spans or own.spans[span.id_].label != span.label_:
                raise _differs(path, f"it has a span that the project has not: {span.label_} “{span.text}”")
            pieces.setdefault(span.id_, []).append((span.start_char, span.end_char))
    for key, found in pieces.items():
        if tuple(found) != own.spans[key].fragments:
            raise _differs(path, f"a span is elsewhere: {own.spans[key].label} “{own.spans[key].text}”")
    kept = read_user_data(doc.user_data[USER_DATA]).set
    if {each.id for each in kept.spans} != own.spans.keys() or {
        each.id for each in kept.relations
    } != own.relations.keys():
        raise _differs(path, "the set in its user data is not the project's")
    return len(pieces)


def _differs(path: Path, how: str) -> ExchangeError:
    return ExchangeError("docbin.differs", f"{path.name} is not what was exported: {how}. Export again.")
