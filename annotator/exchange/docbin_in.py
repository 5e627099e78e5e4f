"""spaCy DocBin in: a `.spacy` file, or a folder of them, of this program or of anybody.

A doc that this program wrote comes back complete from its user data. Of any other come the spans of `doc.spans` and
`doc.ents`, each once; pieces of one label that share a span id are fragments of one span; `doc.cats` become labels of
the article where the schema has them; single values of the user data and of extensions (`doc._`) become metadata.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from annotator.exchange.admit import Admission
from annotator.exchange.docbin_doc import USER_DATA, UserData, read_user_data
from annotator.exchange.docbin_file import Piece, PlainDoc, docs_of
from annotator.exchange.foreign import Found, Ids, clean
from annotator.exchange.jsonl_row import FORMAT
from annotator.exchange.mapping import Labels, renamed, scored_labels
from annotator.exchange.protocols import Incoming, Reader, ReadOptions, Refused
from annotator.exchange.tools.rows import article_of, as_meta
from annotator.model.annotation import AnnotationSet, Annotator, Attributes, SetState, Span, covered
from annotator.model.article import Article
from annotator.model.errors import ExchangeError
from annotator.model.text import text_hash

_EXTENSION = "._."  # spaCy's name for what stands in `doc._`


class DocBinReader:
    """Reads without spaCy, so that the window can."""

    name = "spacy"
    title = "spaCy DocBin"
    suffixes = (".spacy",)

    def fits(self, head: bytes) -> bool:
        """Whether it begins as compressed data."""
        return head.startswith(b"x")

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        """One file after another, each in memory whole."""
        files = sorted(path.glob("*.spacy")) if path.is_dir() else [path]
        if not files:
            raise ExchangeError("docbin.empty", f"{path} is a folder without .spacy files: there is nothing to import.")
        reader = _DocReader(options)
        for file in files:
            for number, doc in enumerate(docs_of(file, enough=USER_DATA), start=1):
                yield from reader.read(doc, f"{file}, doc {number}")


class _DocReader:
    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._labels = Labels(options.labels)
        self._admission = Admission(options.schema)

    def read(self, doc: PlainDoc, place: str) -> list[Incoming | Refused]:
        """The article of a doc, and what was refused of it."""
        own = doc.user_data.get(USER_DATA)
        return self._exported(doc, own, place) if isinstance(own, str) else self._foreign(doc, place)

    def _exported(self, doc: PlainDoc, data: str, place: str) -> list[Incoming | Refused]:
        own = _user_data(data, place)
        head = own.article
        if text_hash(doc.text) != head.sha256:
            sentence = f"{place}: the text of the article “{head.title}” is not the one that was exported"
            raise ExchangeError("docbin.hash", f"{sentence}, so its annotation may have slipped. Export it again.")
        article = Article(id=head.id, title=head.title, text=doc.text, sha256=head.sha256, meta=head.meta)
        return self._admitted(article, doc.text, own.set.found(), place, [], ours=True)

    def _foreign(self, doc: PlainDoc, place: str) -> list[Incoming | Refused]:
        text = clean(doc.text)
        if not text.text.strip():
            return [Refused(place, "The article has no text.")]
        values, unknown = scored_labels(self._admission.schema, doc.cats)
        meta, _ = as_meta(_said(doc.user_data))
        title = meta.pop("title", "")
        notes = [f"left out, being no labels of an article here: {', '.join(unknown)}"] if unknown else []
        if doc.links:
            notes.append(f"left out: {doc.links} links to a knowledge base")
        found = self._found(doc, values)
        if pieces := [each for each in found.spans if len(each.fragments) > 1]:  # a rule's id may mean something else
            notes.append(f"read as fragments of one span, for they share its id: pieces of {len(pieces)} spans")
        article = article_of("", str(title or ""), text, meta)
        if not (found.spans or values):
            return [Incoming(article, (), place, (*notes, *text.changes))]
        return self._admitted(article, doc.text, found, place, notes)

    def _found(self, doc: PlainDoc, values: Attributes) -> Found:
        who = self._options.annotator or Annotator(name=DocBinReader.name)
        state = SetState(status="new" if who.kind == "model" else "done", attributes=values)
        return Found(annotator=who, state=state, spans=_spans(doc))

    def _admitted(
        self, article: Article, raw: str, found: Found, place: str, notes: list[str], *, ours: bool = False
    ) -> list[Incoming | Refused]:
        text = clean(raw)
        found, names = renamed(found, self._labels)
        left_out = self._labels.left_out(names, place)
        made, refused = self._admission.admit(found, raw, text, place, Ids())
        sets: tuple[AnnotationSet, ...] = (made,)
        return [Incoming(article, sets, place, (*notes, *text.changes), ours=ours), *left_out, *refused]


def _user_data(data: str, place: str) -> UserData:
    try:
        own = read_user_data(data)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        sentence = f"{place}: its user data “{USER_DATA}” are not this program's ({error})"
        raise ExchangeError("docbin.shape", f"{sentence}: remove them, and import again.") from error
    if own.format > FORMAT:
        sentence = f"{place} has the format {own.format}, and this program knows up to {FORMAT}: update the program."
        raise ExchangeError("docbin.format", sentence)
    return own


def _spans(doc: PlainDoc) -> list[Span]:
    """The spans of all groups, then the entities that are not among them."""
    pieces: dict[tuple[str, str], list[Piece]] = {}
    for each in dict.fromkeys(piece for group in doc.groups.values() for piece in group):
        key = each.id or f"{each.start}-{each.end}"
        pieces.setdefault((key, each.label), []).append(each)
    seen = {(each.label, each.start, each.end) for some in pieces.values() for each in some}
    for each in doc.ents:
        if (each.label, each.start, each.end) not in seen:
            pieces[f"entity {each.start}", each.label] = [each]
    return [_span(f"{key} {label}" if key else key, some, doc.text) for (key, label), some in pieces.items()]


def _span(id_: str, pieces: list[Piece], text: str) -> Span:
    fragments = tuple(sorted((each.start, each.end) for each in pieces))
    return Span(id=id_, label=pieces[0].label, fragments=fragments, text=covered(text, fragments))


def _said(user_data: dict[Any, Any]) -> dict[str, Any]:
    """What stands in the user data under a name, and in extensions of the whole doc."""
    found: dict[str, Any] = {}
    for key, value in user_data.items():
        if isinstance(key, str):
            found.setdefault(key, value)
        elif isinstance(key, tuple) and len(key) == 4 and key[0] == _EXTENSION and key[2:] == (None, None):
            found[str(key[1])] = value
    return {key: value for key, value in found.items() if isinstance(value, str | int | float | bool | None)}


READER: Reader = DocBinReader()
