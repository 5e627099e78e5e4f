"""A page of layers as WebAnno TSV 3.3: sentences of tokens, one a line, and our layers in the columns.

A sentence holds all white space up to the next, so that the text comes back; only the white space before the first
token becomes spaces for other tools. Where a span begins or ends within a token, a sub-token stands under it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from annotator.exchange.tools.layers import IDS, LABEL, RELATION, SPAN, Mark, Page, as_json, features
from annotator.exchange.tools.tokens import sentences
from annotator.exchange.tools.utf16 import Units
from annotator.exchange.tools.webanno_rows import (
    BASE,
    EMPTY,
    FORMAT,
    NONE,
    OURS,
    RELATIONS,
    SPANS,
    TEXT,
    text_out,
    value_out,
)
from annotator.model.annotation import Fragment
from annotator.model.schema import Schema

VERSION = "3.3"


@dataclass(slots=True)
class _Row:
    """A token or sub-token with the marks on it, and the links that end in it."""

    name: str
    start: int
    end: int
    marks: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)


class TsvMaker:
    """Writes the pages of one export. A column is there where a mark or link has a value in it."""

    def __init__(self, schema: Schema | None) -> None:
        self._features = {layer: features(schema, layer) for layer in (SPAN, RELATION)}

    def write(self, page: Page) -> str:
        """The page as a TSV file. Every mark must cover a token: see `trimmed`."""
        return "\n".join(self._lines(page))

    def _used(self, layer: str, values: Iterable[dict[str, str]]) -> list[str]:
        used = {LABEL, IDS[layer]}.union(*values)
        return [name for name in self._features[layer] if name in used]

    def _lines(self, page: Page) -> Iterator[str]:
        spans = self._used(SPAN, (mark.values for mark in page.marks))
        relations = self._used(RELATION, (link.values for link in page.links))
        yield f"{FORMAT}{VERSION}"
        yield f"{SPANS}{'|'.join([SPAN, *spans])}"
        yield f"{RELATIONS}{'|'.join([RELATION, *relations, f'{BASE}{SPAN}'])}"
        yield ""
        yield from _Body(page, spans, relations).lines()
        yield ""


class _Body:
    """The sentences of a page under the head that names the columns."""

    def __init__(self, page: Page, spans: list[str], relations: list[str]) -> None:
        self._page = page
        self._spans = spans
        self._relations = relations
        self._grid = _Grid(page)
        self._no_span, self._no_link = [NONE] * len(spans), [NONE] * (len(relations) + 1)
        self._nothing = "\t".join([*self._no_span, *self._no_link, ""])  # as most rows have it

    def lines(self) -> Iterator[str]:
        """All lines, each sentence after an empty one."""
        text, sentences_ = self._page.text, self._grid.sentences
        units = Units(text)
        starts = [*(tokens[0][0] for tokens in sentences_), len(text)]
        head = {**self._page.document, "lead": text[: starts[0]]} if starts[0] else self._page.document
        comment = f"{OURS}{as_json(head)}"
        if not sentences_:
            yield f"\n{comment}"
        for number, (start, end) in enumerate(pairwise(starts)):
            yield "" if number else f"\n{comment}"
            yield from (f"{TEXT}{text_out(line)}" for line in text[start:end].split("\n"))
            for row in self._grid.rows(number):
                place = f"{units.unit(row.start)}-{units.unit(row.end)}"
                yield f"{row.name}\t{place}\t{text[row.start : row.end]}\t{self._cells_of(row)}"

    def _cells_of(self, row: _Row) -> str:
        if not row.marks and not row.links:
            return self._nothing
        return "\t".join([*self._cells(row), *self._link_cells(row), ""])

    def _cells(self, row: _Row) -> list[str]:
        if not row.marks:
            return self._no_span
        on = [(self._page.marks[number].values, number + 1) for number in row.marks]
        return ["|".join(f"{_cell(values.get(name))}[{number}]" for values, number in on) for name in self._spans]

    def _link_cells(self, row: _Row) -> list[str]:
        if not row.links:
            return self._no_link
        links = [self._page.links[number] for number in row.links]
        heads = [f"{self._grid.first[each.head]}[{each.head + 1}_{each.tail + 1}]" for each in links]
        values = ["|".join(_cell(each.values.get(name)) for each in links) for name in self._relations]
        return [*values, "|".join(heads)]


def _cell(value: str | None) -> str:
    return EMPTY if value is None else value_out(value)


class _Grid:
    """The rows of a page, and on which of them each mark and link lies."""

    def __init__(self, page: Page) -> None:
        self.sentences = list(sentences(page.text))
        self._before = [0, *accumulate(map(len, self.sentences))]
        self.first: dict[int, str] = {}  # for each mark, the row that it begins on
        self._tokens = [
            (_Row(f"{number}-{place}", *token), list[_Row]())
            for number, tokens in enumerate(self.sentences, start=1)
            for place, token in enumerate(tokens, start=1)
        ]
        self._starts = [token.start for token, _ in self._tokens]
        self._ends = [token.end for token, _ in self._tokens]
        firsts = [self._place(number, mark) for number, mark in enumerate(page.marks)]
        for _, within in self._tokens:
            within.sort(key=lambda row: (row.start, row.end))
        self._name()
        self.first = {number: row.name for number, row in enumerate(firsts)}
        for number, link in enumerate(page.links):
            firsts[link.tail].links.append(number)

    def _place(self, number: int, mark: Mark) -> _Row:
        """Put a mark on its rows; the first of them."""
        one = bisect_right(self._starts, mark.start) - 1
        last = bisect_left(self._ends, mark.end)
        rows = [self._row(place, mark) for place in range(one, last + 1)]
        for row in rows:
            row.marks.append(number)
        return rows[0]

    def _row(self, place: int, mark: Mark) -> _Row:
        token, within = self._tokens[place]
        start, end = max(mark.start, token.start), min(mark.end, token.end)
        if (start, end) == (token.start, token.end):
            return token
        known = next((row for row in within if (row.start, row.end) == (start, end)), None)
        if known is None:
            known = _Row("", start, end)
            within.append(known)
        return known

    def _name(self) -> None:
        for token, within in self._tokens:
            for place, row in enumerate(within, start=1):
                row.name = f"{token.name}.{place}"

    def rows(self, sentence: int) -> Iterator[_Row]:
        """The rows of one sentence, sub-tokens under their tokens."""
        before = self._before[sentence]
        for token, within in self._tokens[before : before + len(self.sentences[sentence])]:
            yield token
            yield from within


def trimmed(text: str, piece: Fragment) -> Fragment | None:
    """The piece without white space at its ends, which the format has no place for; None when nothing is left."""
    start, end = piece
    covers = text[start:end]
    start += len(covers) - len(covers.lstrip())
    end -= len(covers) - len(covers.rstrip())
    return (start, end) if start < end else None
