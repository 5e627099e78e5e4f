"""The results of one annotation or prediction of Label Studio's to a set.

A user of Label Studio is called by the e-mail address or number in `completed_by`, unless a text field
`set_annotator` (see `label_studio_config`) names somebody. Offsets are code points, as its front end writes them;
where only offsets in UTF-16 units, as older versions wrote, give the text of a result, these are taken.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cache
from math import isfinite
from typing import Any

import msgspec

from annotator.exchange.foreign import Found
from annotator.exchange.mapping import Labels, article_labels
from annotator.exchange.protocols import ReadOptions, Refused
from annotator.exchange.tools import label_studio_config as config
from annotator.exchange.tools.label_studio_rows import FRAGMENT_OF, TOOL, Result, Said
from annotator.exchange.tools.pieces import joined
from annotator.exchange.tools.utf16 import Units
from annotator.model.annotation import (
    STATUSES,
    Annotator,
    AnnotatorKind,
    Attributes,
    Origin,
    Relation,
    SetState,
    Span,
    Status,
    Value,
)
from annotator.model.rules import shorten
from annotator.model.schema import Attribute
from annotator.model.schema_file import value_problem

_SINGLE = {"choices": "choices", "textarea": "text", "number": "number", "datetime": "datetime", "rating": "rating"}


@dataclass(slots=True)
class _Region:
    """What the results say of one span."""

    pieces: list[Span] = field(default_factory=list)
    attributes: Attributes = field(default_factory=dict)


class ResultReader:
    """Reads one annotation or prediction."""

    def __init__(self, options: ReadOptions, labels: Labels, raw: str, place: str) -> None:
        self._options, self._labels, self._raw, self._place = options, labels, raw, place
        self._schema = options.schema
        self._regions: dict[str, _Region] = {}
        self._part_of: dict[str, str] = {}  # the ids of further fragments, and of what they are part
        self._relations: list[Relation] = []
        self._of_article: Attributes = {}
        self._of_set: dict[str, list[str]] = {}
        self._units = cache(lambda: Units(raw))  # seldom of use
        self.refused: list[Refused] = []
        self.notes: list[str] = []

    def found(self, said: Said, *, is_model: bool, used: Container[Annotator]) -> Found:
        """The set, nothing checked but what admission does not know."""
        results = sorted(said.result, key=lambda each: each.type != "labels")  # regions first: others name them
        for number, each in enumerate(results):
            self._take(each, number)
        who = self._whose(said, is_model=is_model, used=used)
        usual: Status = "skipped" if said.was_cancelled else "new" if is_model else "done"
        status = next((each for each in STATUSES if [each] == self._of_set.get(config.STATUS)), usual)
        note, flag = ("\n".join(self._of_set.get(name, ())) for name in (config.NOTE, config.FLAG))
        state = SetState(status=status, attributes=self._of_article, note=note, flag=flag)
        spans = [self._span(region) for region in self._regions.values()]
        return Found(annotator=who, state=state, spans=spans, relations=self._relations)

    def _refuse(self, reason: str) -> None:
        self.refused.append(Refused(self._place, reason))

    def _take(self, each: Result, number: int) -> None:
        id_ = f"result {number}" if each.id is None else str(each.id)
        if each.type == "labels":
            self._region(each, id_)
        elif each.type == "relation":
            self._relation(each, number)
        elif (values := _values(each)) is None:
            self._refuse(f"A result of the type “{shorten(each.type)}” cannot stand here: only those about text can.")
        elif each.from_name in (config.ANNOTATOR, config.STATUS, config.NOTE, config.FLAG):
            self._of_set[each.from_name] = [str(value) for value in values]
        elif id_ in self._regions:
            self._attribute(each, values, self._regions[id_])
        else:
            self._article_label(each, values)

    def _region(self, each: Result, id_: str) -> None:
        start, end = each.value.get("start"), each.value.get("end")
        labels = each.value.get("labels")
        if not isinstance(start, int) or not isinstance(end, int) or not isinstance(labels, list) or not labels:
            self._refuse(f"The result {shorten(id_)} has no label, or no place in characters.")
            return
        start, end, text = self._placed(start, end, each.value.get("text"))
        meta = each.meta if isinstance(each.meta, dict) else {}
        whole = str(meta.get(FRAGMENT_OF) or id_)
        self._part_of[id_] = whole
        for number, foreign in enumerate(map(str, labels)):
            label = self._labels.ours(foreign)
            if label is None:
                self.refused += self._labels.left_out([foreign], self._place)
                continue
            key = f"{whole}, {foreign}" if number else whole
            piece = Span(
                id=key,
                label=label,
                fragments=((start, end),),
                text=text,
                note=_note(meta),
                origin=_origin(meta),
                score=_score(each.score),
            )
            self._regions.setdefault(key, _Region()).pieces.append(piece)

    def _placed(self, start: int, end: int, text: object) -> tuple[int, int, str]:
        """Where a result lies in code points, and what it covers or says that it covers."""
        covers = self._raw[max(start, 0) : max(end, 0)]
        if not isinstance(text, str) or covers == text:
            return start, end, covers
        first, last = (self._units().point(each) for each in (start, end))
        for said in (text, text.replace("\\n", "\n")):  # some versions escape line ends in what is covered
            if covers == said:
                return start, end, covers
            if self._raw[max(first, 0) : max(last, 0)] == said:
                return first, last, said
        return start, end, text

    def _relation(self, each: Result, number: int) -> None:
        head, tail = (self._part_of.get(str(end), str(end)) for end in (each.from_id, each.to_id))
        if each.direction == "left":
            head, tail = tail, head
        if not each.labels:
            self._refuse(f"The relation from {shorten(head)} to {shorten(tail)} has no type.")
        for index, foreign in enumerate(each.labels or ()):
            kind = self._labels.ours(foreign)
            if kind is None:
                self.refused += self._labels.left_out([foreign], self._place)
                continue
            id_ = f"relation {number}" if each.id is None else str(each.id)
            self._relations.append(Relation(id=f"{id_}, {index}" if index else id_, type=kind, head=head, tail=tail))

    def _attribute(self, each: Result, values: list[Value], region: _Region) -> None:
        name, label = (each.from_name or "").removeprefix(config.SPAN), region.pieces[0].label
        known = _named(self._schema.known_of_label(label), name) if self._schema else None
        self._put(region.attributes, name, _flags(each, values, known), known, label)

    def _article_label(self, each: Result, values: list[Value]) -> None:
        name = (each.from_name or "").removeprefix(config.ARTICLE)
        known = _named(self._schema.known_of_article, name) if self._schema else None
        if known or self._schema is None:
            self._put(self._of_article, name, _flags(each, values, known), known, "the article")
            return
        found, unknown = article_labels(self._schema, [str(value) for value in values])
        self._of_article.update(found)
        if unknown:
            self.notes.append(f"left out, being no labels of an article here: {', '.join(unknown)}")

    def _put(self, where: Attributes, name: str, values: list[Value], known: list[Attribute] | None, what: str) -> None:
        """Put an attribute where it belongs; one that cannot stand there must not take its span away."""
        if len(values) != 1:
            self._refuse(f"{name} has {len(values)} values on {what}, and one is possible.")
            return
        value = values[0]
        if known == []:
            self._refuse(f"There is no attribute {name} on {what}.")
        elif known and (problem := value_problem(known[0], value)):
            self._refuse(f"The value “{shorten(str(value))}” of {name} on {what} {problem}.")
        else:
            where[name] = value

    def _span(self, region: _Region) -> Span:
        return msgspec.structs.replace(joined(region.pieces), attributes=region.attributes)

    def _whose(self, said: Said, *, is_model: bool, used: Container[Annotator]) -> Annotator:
        kind: AnnotatorKind = "model" if is_model else "gold" if said.ground_truth else "person"
        if named := self._of_set.get(config.ANNOTATOR):
            return Annotator(name=named[0], kind=kind, version=" ".join(named[1:]))
        if name := (said.model_version or "" if is_model else _user(said.completed_by)):
            return Annotator(name=name, kind=kind)
        default = self._options.annotator
        if default is None or (is_model and default.kind != "model"):
            default = Annotator(name=TOOL, kind=kind)
        found, number = default, 1
        while found in used:  # nobody is named, so they are told apart by number
            number += 1
            found = msgspec.structs.replace(default, name=f"{default.name} {number}")
        return found


def _values(each: Result) -> list[Value] | None:
    """What a result says that is no region; None for a kind that is not about text."""
    found = each.value.get(_SINGLE.get(each.type, ""))
    values = found if isinstance(found, list) else [found]
    good = [value for value in values if isinstance(value, str | int | float) and _is_finite(value)]
    if found is None or len(good) < len(values):
        return None
    return ["\n".join(map(str, good))] if each.type == "textarea" and each.from_name != config.ANNOTATOR else good


def _flags(each: Result, values: list[Value], known: list[Attribute] | None) -> list[Value]:
    """The choices `true` and `false` of a flag, or of what no schema says is none, as these."""
    if each.type != "choices" or (known is not None and not any(one.kind == "flag" for one in known)):
        return values
    return [value == "true" if value in ("true", "false") else value for value in values]


def _is_finite(value: object) -> bool:
    return not isinstance(value, float) or isfinite(value)


def _named(attributes: list[Attribute], name: str) -> list[Attribute]:
    return [each for each in attributes if each.name == name]


def _note(meta: dict[str, Any]) -> str:
    found = meta.get("text")
    return "\n".join(map(str, found)) if isinstance(found, list) else found if isinstance(found, str) else ""


def _origin(meta: dict[str, Any]) -> Origin | None:
    try:
        return msgspec.convert(meta["origin"], Origin) if "origin" in meta else None
    except msgspec.ValidationError:
        return None


def _score(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and isfinite(value) else None  # type: ignore[arg-type]


def _user(completed_by: object) -> str:
    """What a user is called: an e-mail address, a name, or a number."""
    if isinstance(completed_by, dict):
        for key in ("email", "username", "id"):
            if completed_by.get(key) not in (None, ""):
                return _user(completed_by[key])
        return ""
    if isinstance(completed_by, int) and not isinstance(completed_by, bool):
        return f"user {completed_by}"
    return completed_by if isinstance(completed_by, str) else ""
