"""A page of layers to an article and its set: our own layers whole, those of others as far as they say a span.

The label of a foreign mark is its feature `value` or `label`, else the short name of its layer; where the schema
knows only the latter, that. Its other features are attributes. What only describes the language (tokens, parts of
speech, lemmas, syntax) is left out, and named in the notes.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from annotator.exchange.admit import Admission
from annotator.exchange.foreign import Found, Ids, clean
from annotator.exchange.mapping import Labels
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.tools.documents_in import documents
from annotator.exchange.tools.layer_document import DocumentLayer, decoded
from annotator.exchange.tools.layers import (
    IDS,
    LABEL,
    MORE,
    NOTE,
    RELATION,
    SPAN,
    Link,
    Mark,
    More,
    Page,
    back,
    is_attribute,
    value_back,
)
from annotator.exchange.tools.names import annotator_of
from annotator.model.annotation import (
    AnnotationSet,
    Annotator,
    Attributes,
    Fragments,
    Relation,
    Span,
    covered,
    make_fragments,
)
from annotator.model.errors import ExchangeError
from annotator.model.schema import Attribute, Schema
from annotator.model.schema_file import value_problem
from annotator.model.text import Normalised, text_hash

_NAMES = ("value", LABEL)


class PageReader:
    """Reads the pages of one file. `fallback` is whose the annotation is where the page does not say."""

    def __init__(self, options: ReadOptions, format_name: str, fallback: Annotator | None = None) -> None:
        self._options = options
        self._format = format_name
        self._fallback = fallback or options.annotator or Annotator(name=format_name)
        self._admission = Admission(options.schema)
        self._labels, self._told = Labels(options.labels), set[str]()

    def read(self, page: Page, place: str, source: str) -> list[Incoming | Refused]:
        """The article of a page, and what was refused of it. Raises ExchangeError for a text that was changed."""
        text = clean(page.text)
        if not text.text.strip():
            return [Refused(place, "The article has no text.")]
        self._check_hash(page, text, place)
        refused = [Refused(place, reason) for reason in page.refused]
        document = DocumentLayer(page.document, place, refused)
        article = document.article(page, text, source)
        notes = list(page.notes)
        if page.passed:
            notes.append(f"left out, describing the language: {', '.join(sorted(page.passed))}")
        sets: tuple[AnnotationSet, ...] = ()
        if page.marks or document.annotator or page.links:
            found = self._found(page, document, place, refused)
            one, out = self._admission.admit(found, page.text, text, place, Ids())
            sets, refused = (one,), [*refused, *out]
        return [Incoming(article, sets, place, (*notes, *text.changes), ours=document.is_own), *refused]

    def _check_hash(self, page: Page, text: Normalised, place: str) -> None:
        given = page.document.get("sha256")
        if given and given not in (text_hash(text.text), _hash(page.text)):
            sentence = f"{place}: the text is not the one that was exported (its SHA-256 differs)"
            reason = f"{sentence}, so its annotation may have slipped. Export it again."
            raise ExchangeError(f"{self._format}.hash", reason)

    def _found(self, page: Page, document: DocumentLayer, place: str, refused: list[Refused]) -> Found:
        marks = _Marks(page, place, refused, self._options.schema, self._labels, self._told)
        return Found(
            annotator=document.annotator or self._fallback,
            state=document.state(),
            schema_version=document.version(),
            spans=marks.spans(),
            relations=marks.relations(),
            verdicts=document.verdicts(),
        )


def _hash(raw: str) -> str:
    try:
        return text_hash(raw)
    except UnicodeEncodeError:  # a lone surrogate
        return ""


class _Marks:
    """The marks and links of one page as spans and relations, offsets those of the raw text."""

    def __init__(
        self,
        page: Page,
        place: str,
        refused: list[Refused],
        schema: Schema | None,
        labels: Labels,
        told: set[str],
    ) -> None:
        self._page = page
        self._place = place
        self._refused = refused
        self._labels = labels
        self._schema = schema
        self._told = told
        self._span_of: list[str | None] = []  # for each mark, the id of its span

    def spans(self) -> list[Span]:
        """The spans, fragments put together."""
        groups: dict[tuple[str, str], list[Mark]] = {}
        for number, mark in enumerate(self._page.marks):
            if (label := self._label(mark)) is None:
                self._span_of.append(None)
                continue
            id_ = (back(mark.values.get(IDS[SPAN], "")) if mark.layer == SPAN else "") or f"mark {number}"
            groups.setdefault((id_, label), []).append(mark)
            self._span_of.append(id_)
        return [self._span(id_, label, marks) for (id_, label), marks in groups.items()]

    def _span(self, id_: str, label: str, marks: list[Mark]) -> Span:
        first = marks[0] if len(marks) == 1 else max(marks, key=lambda mark: len(mark.values))
        pieces = [(mark.start, mark.end) for mark in marks]
        fragments: Fragments = tuple(pieces) if len(pieces) == 1 else make_fragments(pieces)
        claimed = next((mark.text for mark in marks if mark.text is not None), None)
        note, more, attributes = self._rest(first.layer, first.values, label)
        return Span(
            id=id_,
            label=label,
            fragments=fragments,
            text=covered(self._page.text, fragments) if claimed is None else claimed,
            attributes=attributes,
            note=note,
            origin=more.origin,
            score=more.score,
        )

    def _label(self, mark: Mark) -> str | None:
        """The label in the schema's words, or None when it is to be left out."""
        if mark.layer == SPAN:
            names = [back(mark.values.get(LABEL, "")) or "Span"]
        else:
            named = [mark.values[name] for name in _NAMES if mark.values.get(name)]
            names = [*named[:1], _short(mark.layer)]
        mapped = [self._labels.ours(name) for name in names]
        if mapped[0] is None:
            self._refused += self._labels.left_out(names[:1], self._place)
            return None
        known = self._schema.label_by_name if self._schema else {}
        return next((each for each in mapped if each in known), mapped[0])

    def relations(self) -> list[Relation]:
        """The relations, of which the ends are named by the ids of spans."""
        made: list[Relation] = []
        for number, link in enumerate(self._page.links):
            head, tail = self._end(link.head), self._end(link.tail)
            if head is None or tail is None:
                self._tell("Relations of spans that were left out are left out with them.")
                continue
            made.append(self._relation(link, head, tail, f"link {number}"))
        return made

    def _relation(self, link: Link, head: str, tail: str, otherwise: str) -> Relation:
        if link.layer == RELATION:
            id_, type_ = back(link.values.get(IDS[RELATION], "")) or otherwise, back(link.values.get(LABEL, ""))
        else:
            named = (link.values[name] for name in _NAMES if link.values.get(name))
            id_, type_ = otherwise, next(named, _short(link.layer))
        note, more, attributes = self._rest(link.layer, link.values, type_)
        return Relation(
            id=id_,
            type=type_,
            head=head,
            tail=tail,
            attributes=attributes,
            note=note,
            origin=more.origin,
            score=more.score,
        )

    def _end(self, mark: int) -> str | None:
        """The span at an end; one that was left out takes its relations along."""
        return self._span_of[mark] if 0 <= mark < len(self._span_of) else None

    def _rest(self, layer: str, values: dict[str, str], label: str) -> tuple[str, More, Attributes]:
        """The note, what JSON says, and the attributes."""
        if layer not in IDS:
            return "", More(), self._foreign(layer, values, label, self._known(label))
        more = More()
        if MORE in values:
            more = decoded(values[MORE], More, more, f"“more” of a {label}", self._place, self._refused)
        attributes = {name: value_back(value) for name, value in values.items() if is_attribute(name)}
        return back(values.get(NOTE, "")), more, {**attributes, **more.attributes}

    def _foreign(self, layer: str, values: dict[str, str], label: str, known: dict[str, Attribute]) -> Attributes:
        """The features of a foreign layer as attributes; those that the schema lacks are left out, and told once."""
        named = next((name for name in _NAMES if values.get(name)), "")
        taken = bool(named) and self._labels.ours(values[named]) == label
        rest = {name: value for name, value in values.items() if not (taken and name == named)}
        if self._schema is None:
            return dict(rest)
        kept: Attributes = {}
        for name, text in rest.items():
            value = _typed(text, known.get(name))
            if name in known and value_problem(known[name], value) is None:
                kept[name] = value
            else:
                self._tell(f"The feature {name} of {_short(layer)} is no attribute of {label} in the schema: left out.")
        return kept

    def _known(self, label: str) -> dict[str, Attribute]:
        """The attributes that the schema has for a label, or a type of relation."""
        schema = self._schema
        if schema is None:
            return {}
        found = schema.known_of_label(label) if label in schema.label_by_name else schema.known_of_relation(label)
        return {each.name: each for each in found}

    def _tell(self, reason: str) -> None:
        """Say something once a file."""
        if reason not in self._told:
            self._told.add(reason)
            self._refused.append(Refused(self._place, reason))


def _typed(text: str, known: Attribute | None) -> Any:  # noqa: ANN401  what the attribute's kind asks for
    return value_back(text) if known is not None and known.kind in ("flag", "number") else text


def _short(layer: str) -> str:
    return layer.rpartition(".")[2]


def read_pages(
    path: Path, name: str, suffixes: tuple[str, ...], parse: Callable[[bytes], Page | None], options: ReadOptions
) -> Iterator[Incoming | Refused]:
    """The articles of a file, or of each file of a format in an archive; where `parse` gives None, there is none.

    `parse` raises ValueError with the end of a sentence: it becomes an ExchangeError, `NAME.syntax`.
    """
    for place, data in documents(path, suffixes, name):
        try:
            page = parse(data)
        except ValueError as error:
            sentence = f"{place} {error}. Export it again from the tool that wrote it."
            raise ExchangeError(f"{name}.syntax", sentence) from error
        if page is None:
            continue
        by_name, annotator = annotator_of(place)
        if by_name and annotator is None and not page.document:
            page.marks, page.links = [], []  # the text before anybody has annotated it
        source = place.parent.name if by_name else place.name
        yield from PageReader(options, name, annotator).read(page, str(place), source)
