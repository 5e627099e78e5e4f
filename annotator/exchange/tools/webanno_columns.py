"""The columns of WebAnno TSV 3: layers of spans (with slots), relations and chains, to marks and links.

An annotation is known again on its next unit by the number in brackets; without one it ends with its unit. A
relation stands where its tail begins, and names the unit where its head does.
"""

import re
from dataclasses import dataclass, field

from annotator.exchange.tools.layers import Link, Mark, Page
from annotator.exchange.tools.webanno_rows import (
    BASE,
    CHAINS,
    EMPTY,
    NONE,
    RELATIONS,
    ROLE,
    SPANS,
    slots,
    split_stack,
    stacked,
    value_back,
)

_LANGUAGE = tuple(f"de.tudarmstadt.ukp.dkpro.core.api.{name}." for name in ("segmentation", "lexmorph", "syntax"))
_ANYTHING = "uima.tcas.Annotation"
_NOTHING = frozenset((NONE, ""))
_CHAIN = re.compile(r"(.*)(?<!\\)->(\d{1,9})-(\d{1,9})", re.DOTALL)


@dataclass(slots=True)
class Row:
    """A token or sub-token; `form` is the text it names, and `fits` whether it lies on that."""

    name: str
    start: int
    end: int
    form: str
    cells: list[str]
    fits: bool = True


@dataclass(slots=True)
class _Layer:
    """A layer with its features; they stand in the columns from `first` on."""

    kind: str
    name: str
    features: list[str]
    first: int

    @property
    def last(self) -> int:
        return self.first + len(self.features)


@dataclass(slots=True)
class _Later:
    """A reference that is looked up when all marks are known."""

    layer: str
    values: dict[str, str]
    head: tuple[str, str, str] | int  # a layer, a unit and a number; or a mark
    tail: tuple[str, str, str]


@dataclass(slots=True)
class Columns:
    """The layers that the head of a file declares, and what the rows say of them."""

    count: int = 0
    _layers: list[_Layer] = field(default_factory=list)
    _known: dict[tuple[str, str], int] = field(default_factory=dict)  # marks by layer and number
    _on: dict[tuple[str, str], list[int]] = field(default_factory=dict)  # marks by layer and unit
    _later: list[_Later] = field(default_factory=list)
    _chains: dict[tuple[str, int, int], tuple[int, str]] = field(default_factory=dict)

    def declare(self, line: str) -> None:
        """Take a line such as #T_SP=webanno.custom.Quote|type. Raises ValueError for another kind of layer."""
        kind = next((each for each in (SPANS, RELATIONS, CHAINS) if line.startswith(each)), None)
        if kind is None:
            raise ValueError(f"declares a layer of a kind that is not known: “{line[:60]}”")
        name, *features = line.removeprefix(kind).strip().split("|")
        features = [each for each in features if each] or [""]
        self._layers.append(_Layer(kind, name, features, self.count))
        self.count += len(features)

    def read(self, rows: list[Row], page: Page) -> None:
        """Put all marks and links of the rows on the page."""
        for layer in self._layers:
            if layer.name.startswith(_LANGUAGE):
                page.passed.add(layer.name.rpartition(".")[2])
                continue
            read = {SPANS: self._spans, RELATIONS: self._relations, CHAINS: self._elements}[layer.kind]
            for row in rows:
                cells = row.cells[layer.first : layer.last]
                if not _NOTHING.issuperset(cells):
                    read(layer, row, cells, page)
        self._link_chains(page)
        for each in self._later:
            self._link(each, page)

    def _spans(self, layer: _Layer, row: Row, cells: list[str], page: Page) -> None:
        targets = {place for place in range(1, len(cells)) if layer.features[place - 1].startswith(ROLE)}
        columns = [
            [(raw, "") for raw in split_stack(cell)] if place in targets else stacked(cell)
            for place, cell in enumerate(cells)
        ]
        for stack in range(max(map(len, columns))):
            found = [column[stack] if stack < len(column) else (EMPTY, "") for column in columns]
            number = next((id_ for _, id_ in found if id_), "")
            marks = len(page.marks)
            mark = self._mark(layer.name, row, number, page)
            values = page.marks[mark].values
            for place, (feature, (value, _)) in enumerate(zip(layer.features, found, strict=True)):
                if place in targets and mark < marks:
                    continue  # each unit of a mark tells its slots again
                if place in targets:
                    self._slots(layer, mark, found[place - 1][0], value, feature)
                elif feature and not feature.startswith(ROLE) and value != EMPTY:
                    values.setdefault(feature, value_back(value))

    def _mark(self, layer: str, row: Row, number: str, page: Page) -> int:
        """The mark of that number, made longer; or a new one."""
        known = self._known.get((layer, number)) if number else None
        if known is None:
            known = len(page.marks)
            page.marks.append(Mark(layer, row.start, row.end))
            if number:
                self._known[layer, number] = known
        mark = page.marks[known]
        mark.start, mark.end = min(mark.start, row.start), max(mark.end, row.end)
        if not row.fits or mark.text is not None:
            mark.text = f"{mark.text or ''} {row.form}".strip()
        self._on.setdefault((layer, row.name), []).append(known)
        return known

    def _slots(self, layer: _Layer, mark: int, roles: str, targets: str, base: str) -> None:
        """The slots of a mark, one for each role."""
        named = [value_back(role) for role, _ in slots(roles)]
        for role, (unit, number) in zip(named, slots(targets), strict=False):
            later = _Later(layer.name, {"value": role} if role != EMPTY else {}, mark, (base, unit, number))
            if unit not in (EMPTY, NONE):
                self._later.append(later)

    def _relations(self, layer: _Layer, row: Row, cells: list[str], page: Page) -> None:
        del page
        base = layer.features[-1].removeprefix(BASE)
        columns = [stacked(cell) for cell in cells]
        for stack, (unit, numbers) in enumerate(columns[-1]):
            head, _, tail = numbers.partition("_")
            values: dict[str, str] = {}
            for feature, column in zip(layer.features[:-1], columns[:-1], strict=True):
                if feature and stack < len(column) and column[stack][0] != EMPTY:
                    value, number = column[stack]
                    values[feature] = value_back(value) + (f"[{number}]" if number else "")
            self._later.append(_Later(layer.name, values, (base, unit, head), (base, row.name, tail)))

    def _elements(self, layer: _Layer, row: Row, cells: list[str], page: Page) -> None:
        """The elements of chains: a type with the chain's number, and a relation with that and the link's."""
        kinds = stacked(cells[0])
        for stack, raw in enumerate(split_stack(cells[-1])):
            if (match := _CHAIN.fullmatch(raw)) is None:
                continue
            chain, place = int(match[2]), int(match[3])
            mark = self._mark(layer.name, row, f"{chain}-{place}", page)
            kind = kinds[stack][0] if stack < len(kinds) else EMPTY
            if kind != EMPTY:
                page.marks[mark].values["value"] = value_back(kind)
            self._chains[layer.name, chain, place] = mark, value_back(match[1])

    def _link_chains(self, page: Page) -> None:
        for (layer, chain, place), (mark, kind) in self._chains.items():
            if (after := self._chains.get((layer, chain, place + 1))) is not None:
                page.links.append(Link(layer, mark, after[0], {} if kind == EMPTY else {"value": kind}))

    def _link(self, each: _Later, page: Page) -> None:
        if each.tail[0].startswith(_LANGUAGE):
            return
        head = each.head if isinstance(each.head, int) else self._found(*each.head)
        tail = self._found(*each.tail)
        if head is None or tail is None:
            unit = each.tail[1] if tail is None or isinstance(each.head, int) else each.head[1]
            short = each.layer.rpartition(".")[2]
            page.refused.append(f"A {short} has an end at {unit}, where nothing is annotated: left out.")
        else:
            page.links.append(Link(each.layer, head, tail, each.values))

    def _found(self, layer: str, unit: str, number: str) -> int | None:
        """The mark that is referred to: by its number, else the first on the unit."""
        layers = [each.name for each in self._layers] if layer == _ANYTHING else [layer]
        for name in layers:
            if number not in ("", "0"):
                if (name, number) in self._known:
                    return self._known[name, number]
            elif (name, unit) in self._on:
                return self._on[name, unit][0]
        return None
