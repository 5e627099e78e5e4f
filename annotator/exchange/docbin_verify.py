"""Reading an exported DocBin again, and comparing it with what was exported."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.exchange.docbin_doc import MISALIGNED, USER_DATA, read_user_data
from annotator.exchange.finite import finite
from annotator.exchange.jsonl_row import SetRow, set_row
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing, the_set
from annotator.model.annotation import AnnotationSet, Fragments
from annotator.model.errors import ExchangeError
from annotator.model.text import text_hash

if TYPE_CHECKING:
    from spacy.tokens import Doc

_encode = msgspec.json.Encoder(order="deterministic").encode


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


# While it is written


def noted(items: Iterable[Outgoing], prints: list[bytes]) -> Iterator[Outgoing]:
    """The items, with the fingerprint of each taken down as it goes."""
    for item in items:
        prints.append(fingerprint(item.article.sha256, set_row(the_set(finite(item, LossReport())))))
        yield item


def fingerprint(sha256: str, row: SetRow) -> bytes:
    """Sixteen bytes for a text and all that a set says of it."""
    return hashlib.sha256(sha256.encode() + _encode(row)).digest()[:16]


def verify_prints(path: Path, prints: list[bytes], losses: LossReport) -> tuple[int, int]:
    """Compare an export with the fingerprints of what went out, in its order; how many docs and spans there are.

    Raises ExchangeError that names the first difference: a text or set that is another, a span of `doc.spans` that is
    not the set's, a number of spans that were left out or moved other than the loss report says.
    """
    number = spans = changed = 0
    for number, doc in enumerate(_docs(path), start=1):
        kept = read_user_data(doc.user_data[USER_DATA])
        sha256 = text_hash(doc.text)
        if number > len(prints) or fingerprint(sha256, kept.set) != prints[number - 1]:
            raise _differs(path, f"the article “{kept.article.title}” or its set is another")
        found = _pieces(path, doc, {each.id: each.label for each in kept.set.spans})
        spans += len(found)
        own = {each.id: each.fragments for each in kept.set.spans}
        changed += sum(found.get(key) != fragments for key, fragments in own.items())
    if number < len(prints):
        raise _differs(path, f"{len(prints) - number} articles are not in it")
    if changed != losses.count(MISALIGNED):
        raise _differs(path, f"{changed} of its spans are moved or missing, and the loss report names another number")
    return number, spans


def _pieces(path: Path, doc: "Doc", labels: Mapping[str, str]) -> dict[str, Fragments]:
    """The bounds of the spans in `doc.spans`, by id, those of one span's fragments together."""
    found: dict[str, list[tuple[int, int]]] = {}
    for group in doc.spans.values():
        for span in group:
            if labels.get(span.id_) != span.label_:
                raise _differs(path, f"it has a span that the project has not: {span.label_} “{span.text}”")
            found.setdefault(span.id_, []).append((span.start_char, span.end_char))
    return {key: tuple(pieces) for key, pieces in found.items()}
