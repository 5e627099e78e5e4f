"""Prodigy tasks to articles: the tasks of one text are one article, with a set for every annotator.

An accepted task is a set that is done, an ignored one is skipped, and one without an answer is in progress. Of a
rejected task the spans do not come in, for they were said to be wrong; its article is flagged, unless another
task of the same text and annotator was accepted.
"""

from dataclasses import dataclass, field, replace

import msgspec
from msgspec.structs import replace as altered

from annotator.exchange.admit import Admission
from annotator.exchange.foreign import Found, Ids, clean
from annotator.exchange.mapping import Labels, article_labels
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.tools.pieces import joined
from annotator.exchange.tools.prodigy_rows import SetPart, TaskRelation, TaskSpan, Token, extras
from annotator.exchange.tools.rows import Row, article_of, left_out_notes
from annotator.model.annotation import AnnotationSet, Annotator, Attributes, Relation, SetState, Span, Status

TOOL = "prodigy"
_STATUSES: dict[str, Status] = {"accept": "done", "ignore": "skipped", "reject": "flagged", "": "in progress"}
_BEST: tuple[Status, ...] = ("done", "in progress", "flagged", "skipped", "new")
_REJECTED = "rejected in Prodigy"

_spans = msgspec.json.Decoder(list[TaskSpan])
_relations = msgspec.json.Decoder(list[TaskRelation])
_tokens = msgspec.json.Decoder(list[Token])
_part = msgspec.json.Decoder(SetPart)
_name: msgspec.json.Decoder[str | int | None] = msgspec.json.Decoder(str | int | None)
_names = msgspec.json.Decoder(list[str | int])


@dataclass(slots=True)
class _Group:
    """The tasks of one text that follow each other."""

    raw: str
    first: Row
    found: dict[Annotator, Found] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class TaskReader:
    """Reads the tasks of one file."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._text = options.fields.get("text", "text")
        self._labels = Labels(options.labels)
        self._admission = Admission(options.schema)
        self._group: _Group | None = None

    def read(self, row: Row) -> list[Incoming | Refused]:
        """What is complete now that this task is there. Raises ExchangeError when it is not to be trusted."""
        raw = row.text(self._text)
        done: list[Incoming | Refused] = []
        if self._group is None or self._group.raw != raw:
            done = self.flush()
            self._group = _Group(raw, row)
        self._add(self._group, row)
        return done

    def flush(self) -> list[Incoming | Refused]:
        """The last article."""
        group, self._group = self._group, None
        if group is None:
            return []
        row, text = group.first, clean(group.raw)
        if not text.text.strip():
            return [Refused(row.place, "The article has no text.")]
        id_, title = row.word("article_id"), row.word("title")
        meta, left_out = row.rest()
        ids = Ids()
        sets: list[AnnotationSet] = []
        for found in group.found.values():
            made, refused = self._admission.admit(found, group.raw, text, row.place, ids)
            sets.append(made)
            group.refused += refused
        notes = (*left_out_notes(left_out), *group.notes, *text.changes)
        article = article_of(id_, title, text, meta)
        return [Incoming(article, tuple(sets), row.place, notes, ours=article.id == id_), *group.refused]

    def _add(self, group: _Group, row: Row) -> None:
        task = _Task(row, group.raw, self._labels)
        group.refused += task.refused
        who = task.annotator or self._options.annotator or Annotator(name=TOOL)
        rejected = task.answer == "reject"
        if rejected:
            group.notes.append(f"{_REJECTED}: {len(task.spans)} spans of {who} left out")
        names = [] if rejected else task.categories
        values, unknown = article_labels(self._admission.schema, names)
        if unknown:
            group.notes.append(f"left out, being no labels of an article here: {', '.join(unknown)}")
        if not (task.annotator or task.answer or task.spans or values):
            return
        found = Found(annotator=who, state=task.state(values), spans=list(task.spans), relations=task.relations)
        if rejected:
            found = replace(found, spans=[], relations=[])
        group.found[who] = _joined(group.found[who], found) if who in group.found else found


def _joined(one: Found, other: Found) -> Found:
    """Two answers of one annotator about one text: what both mark is there once."""
    known = {span.key: span.id for span in one.spans}
    same = {span.id: known[span.key] for span in other.spans if span.key in known}
    relations = [
        altered(each, head=same.get(each.head, each.head), tail=same.get(each.tail, each.tail))
        for each in other.relations
    ]
    said = {(each.type, each.head, each.tail) for each in one.relations}
    return replace(
        one,
        state=_joined_state(one.state, other.state),
        spans=[*one.spans, *(span for span in other.spans if span.id not in same)],
        relations=[*one.relations, *(each for each in relations if (each.type, each.head, each.tail) not in said)],
    )


def _joined_state(one: SetState, other: SetState) -> SetState:
    better = min((one, other), key=lambda state: _BEST.index(state.status))
    return altered(better, attributes={**other.attributes, **one.attributes})


class _Task:
    """One task: whose it is, and what it says."""

    def __init__(self, row: Row, raw: str, labels: Labels) -> None:
        self._row, self._raw = row, raw
        self.answer = row.word("answer")
        self._part = row.take("annotation_set", _part, SetPart())
        self.annotator = self._whose()
        self._tokens = row.later("tokens", _tokens, [])
        self._given = row.take("spans", _spans, [])
        self.refused: list[Refused] = []
        self._ids: dict[tuple[int, int, str], str] = {}
        self.spans = self._read_spans(labels)
        self.relations = list(self._read_relations(row.take("relations", _relations, []), labels))
        self.categories = self._categories()

    def _whose(self) -> Annotator | None:
        given = [self._row.take(key, _name, None) for key in ("_annotator_id", "_session_id")]
        name = next((each for each in given if each is not None), None)
        if name is None:
            return None
        return Annotator(name=str(name), kind=self._part.kind, version=self._part.version)

    def _categories(self) -> list[str]:
        """What the task says of the whole text: the choices taken, or the one label that it asks about."""
        chosen = [str(name) for name in self._row.take("accept", _names, [])]
        if not chosen and not self._given and self.answer == "accept" and "label" in self._row:
            chosen = [self._row.word("label")]
        return chosen

    def state(self, values: Attributes) -> SetState:
        """The state of the set."""
        part = self._part
        status = part.status or _STATUSES.get(self.answer, "in progress")
        flag = part.flag or (_REJECTED if self.answer == "reject" else "")
        return SetState(status=status, attributes={**values, **part.attributes}, note=part.note, flag=flag)

    def _read_spans(self, labels: Labels) -> list[Span]:
        made: dict[tuple[str, str], list[Span]] = {}
        left_out: list[str] = []
        for number, given in enumerate(self._given):
            start, end = self._bounds(given)
            if given.label is None or start is None or end is None:
                self.refused.append(Refused(self._row.place, f"Span {number + 1} has no label or no place."))
            elif (label := labels.ours(given.label)) is None:
                left_out.append(given.label)
            else:
                id_ = f"{self._row.place}, {number}" if given.id is None else str(given.id)
                text = self._raw[max(start, 0) : max(end, 0)] if given.text is None else given.text
                self._ids.setdefault((start, end, given.label), id_)
                piece = Span(id=id_, label=label, fragments=((start, end),), text=text)
                made.setdefault((id_, label), []).append(_with_extras(piece, given))
        self.refused += labels.left_out(left_out, self._row.place)
        return [joined(pieces) for pieces in made.values()]

    def _bounds(self, given: TaskSpan) -> tuple[int | None, int | None]:
        """Where a span is; by its tokens if it does not say."""
        if given.start is not None and given.end is not None:
            return given.start, given.end
        first, last = given.token_start, given.token_end
        if first is None or last is None or not 0 <= first <= last < len(tokens := self._tokens()):
            return None, None
        return tokens[first].start, tokens[last].end

    def _read_relations(self, given: list[TaskRelation], labels: Labels) -> list[Relation]:
        made: list[Relation] = []
        left_out: list[str] = []
        for number, each in enumerate(given):
            head, tail = self._end(each.head_span, each.head), self._end(each.child_span, each.child)
            if each.label is None or head is None or tail is None:
                reason = f"Relation {number + 1} ({each.label}) has no label, or an end that is no span."
                self.refused.append(Refused(self._row.place, reason))
            elif (kind := labels.ours(each.label)) is not None:
                id_ = f"{self._row.place}, relation {number}" if each.id is None else str(each.id)
                more = extras(each)
                made.append(
                    Relation(
                        id=id_,
                        type=kind,
                        head=head,
                        tail=tail,
                        attributes=more.attributes,
                        note=more.note,
                        score=more.score,
                        origin=more.origin,
                    )
                )
            else:
                left_out.append(each.label)
        self.refused += labels.left_out(left_out, self._row.place)
        return made

    def _end(self, span: TaskSpan | None, token: int | None) -> str | None:
        """The id of the span that is an end: by its own id, its place, or the token that it is named by."""
        if span is not None:
            if span.id is not None:
                return str(span.id)
            start, end = self._bounds(span)
            if start is not None and end is not None and span.label is not None:
                return self._ids.get((start, end, span.label))
        if token is None or not 0 <= token < len(tokens := self._tokens()):
            return None
        place = tokens[token]
        around = [bounds for bounds in self._ids if bounds[0] <= place.start and place.end <= bounds[1]]
        return self._ids[min(around, key=lambda bounds: bounds[1] - bounds[0])] if around else None


def _with_extras(span: Span, given: TaskSpan) -> Span:
    more = extras(given)
    return altered(span, attributes=more.attributes, note=more.note, score=more.score, origin=more.origin)
