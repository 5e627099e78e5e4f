"""A line of doccano's to an article with one set."""

import msgspec

from annotator.exchange.admit import Admission
from annotator.exchange.foreign import Found, Ids, clean
from annotator.exchange.mapping import Labels, article_labels
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.tools.doccano_rows import LISTS, TOOL, Entity, Link
from annotator.exchange.tools.rows import Row, article_of, left_out_notes
from annotator.model.annotation import (
    AnnotationSet,
    Annotator,
    AnnotatorKind,
    Attributes,
    Relation,
    SetState,
    Span,
    Status,
)
from annotator.model.text import Normalised

_entities = msgspec.json.Decoder(list[Entity])
_links = msgspec.json.Decoder(list[Link])
_triples = msgspec.json.Decoder(list[tuple[int, int, str] | str])
_strings = msgspec.json.Decoder(list[str])
_name: msgspec.json.Decoder[str | None] = msgspec.json.Decoder(str | None)
_kind: msgspec.json.Decoder[AnnotatorKind] = msgspec.json.Decoder(AnnotatorKind)
_status: msgspec.json.Decoder[Status] = msgspec.json.Decoder(Status)


class LineReader:
    """Reads the lines of one file."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._labels = Labels(options.labels)
        self._admission = Admission(options.schema)

    def read(self, row: Row) -> list[Incoming | Refused]:
        """The article of a line, and what was refused of it. Raises ExchangeError when it is not to be trusted."""
        raw = row.text(self._options.fields.get("text", "text"))
        text = clean(raw)
        if not text.text.strip():
            return [Refused(row.place, "The article has no text.")]
        entities, categories = _marks(row)
        values, unknown = article_labels(self._admission.schema, categories)
        annotator, state = _whose(row), _state(row, values)
        spans, refused = self._spans(entities, raw, row.place)
        relations = self._relations(row.take("relations", _links, []), row.place, refused)
        sets: list[AnnotationSet] = []
        if annotator or spans or values or state.note:
            who = annotator or self._options.annotator or Annotator(name=TOOL)
            found = Found(annotator=who, state=state, spans=spans, relations=relations)
            made, out = self._admission.admit(found, raw, text, row.place, Ids())
            sets.append(made)
            refused += out
        return [_incoming(row, text, sets, unknown), *refused]

    def _spans(self, entities: list[Entity], raw: str, place: str) -> tuple[list[Span], list[Refused]]:
        spans: list[Span] = []
        left_out: list[str] = []
        for number, each in enumerate(entities):
            label = self._labels.ours(each.label)
            if label is None:
                left_out.append(each.label)
                continue
            start, end = each.start_offset, each.end_offset
            id_ = f"#{number}" if each.id is None else str(each.id)
            text = raw[max(start, 0) : max(end, 0)]
            spans.append(Span(id=id_, label=label, fragments=((start, end),), text=text))
        return spans, self._labels.left_out(left_out, place)

    def _relations(self, links: list[Link], place: str, refused: list[Refused]) -> list[Relation]:
        made: list[Relation] = []
        for number, each in enumerate(links):
            kind = self._labels.ours(each.type)
            if kind is None:
                refused += self._labels.left_out([each.type], place)
            else:
                id_ = f"r{number}" if each.id is None else f"r{each.id}"
                made.append(Relation(id=id_, type=kind, head=str(each.from_id), tail=str(each.to_id)))
        return made


def _marks(row: Row) -> tuple[list[Entity], list[str]]:
    """The spans of either shape, and the labels of the whole text."""
    entities = row.take("entities", _entities, [])
    categories = row.take("cats", _strings, [])
    for key in LISTS:
        for each in row.take(key, _triples, []):
            if isinstance(each, str):
                categories.append(each)
            else:
                entities.append(Entity(start_offset=each[0], end_offset=each[1], label=each[2]))
    return entities, categories


def _whose(row: Row) -> Annotator | None:
    name = row.take("annotator", _name, None)
    kind, version = row.take("annotator_kind", _kind, "person"), row.word("annotator_version")
    return None if name is None else Annotator(name=name, kind=kind, version=version)


def _state(row: Row, values: Attributes) -> SetState:
    """What doccano exports is taken as done, unless the line says otherwise; comments are the note."""
    comments = row.take("Comments", _strings, []) or row.take("comments", _strings, [])
    status, flag = row.take("status", _status, "done"), row.word("flag")
    return SetState(status=status, attributes=values, note="\n".join(comments), flag=flag)


def _incoming(row: Row, text: Normalised, sets: list[AnnotationSet], unknown: list[str]) -> Incoming:
    ids = [row.word("article_id"), row.word("id")]
    title = row.word("title")
    meta, left_out = row.rest()
    notes = [*left_out_notes(left_out), *text.changes]
    if unknown:
        notes.append(f"left out, being no labels of an article here: {', '.join(unknown)}")
    article = article_of(next(filter(None, ids), ""), title, text, meta)
    return Incoming(article, tuple(sets), row.place, tuple(notes), ours=article.id in ids)
