"""All that is counted when one annotator's sets are held against another's: article by article into one tally.

Tables: "labels" (spans, per label and all together), "quotes" (see `quotes`), "parts" (attributes and relations of
spans that are matched), "relations" (those both of whose ends are matched), "rules" (spans by the rule that found
them, which is their note).
"""

from collections.abc import Collection, Iterator, Sequence

from annotator.agreement.counts import LEVELS, Score, Tally
from annotator.agreement.matching import match
from annotator.agreement.pairs import Pair
from annotator.agreement.quotes import QUOTE, count_quotes
from annotator.agreement.relations import match_relations
from annotator.agreement.side import UNSURE, Bare, Side, counted, overlap
from annotator.model.annotation import AnnotationSet, Span
from annotator.model.schema import Attribute, Schema

ALL = "all labels"
ENDS = "both ends matched"
TABLES = ("labels", "quotes", "parts", "relations", "rules")


class Quality:
    """The counts so far; spans with one of `labels` and the relations that lead from them are counted."""

    def __init__(self, schema: Schema, labels: Collection[str]) -> None:
        self._schema = schema
        self._labels = [name for name in schema.label_by_name if name in labels]
        self._tally = Tally()
        self.unsure = 0  # spans of the wanted sides that count neither way
        for label in (*self._labels, ALL):
            for level in LEVELS:
                self._tally.add("labels", label, "", level)

    def add(self, text: str, wanted: AnnotationSet, found: AnnotationSet) -> None:
        """Count an article: its text, the set that is held to be true, and the one that is looked at."""
        bare = Bare(text)
        sides = Side(wanted, bare, self._labels), Side(found, bare, self._labels)
        pairs = match(sides[0].marks, sides[1].marks).pairs
        self.unsure += len(sides[0].unsure)
        for level, fits in LEVELS.items():
            self._count_level(level, *sides, [pair for pair in pairs if fits(pair)])
        if QUOTE in self._labels:
            quotes = Side(wanted, bare, [QUOTE]), Side(found, bare, [QUOTE])
            count_quotes(self._tally, text, *quotes, match(quotes[0].marks, quotes[1].marks).pairs)
        self._count_relations(bare, wanted, found)

    def scores(self) -> list[Score]:
        """The rows of all tables."""
        rows = (self._tally.scores(table, misses=table != "rules") for table in TABLES)
        labels, quotes, parts, relations, rules = ([*each] for each in rows)
        if len({row.label for row in labels}) == 2:  # one label: all together is the same
            labels = [row for row in labels if row.label != ALL]
        order = list(LEVELS)
        for each in (parts, relations, rules):
            each.sort(key=lambda row: (row.label, row.what, order.index(row.matched) if row.matched in order else 0))
        return [*labels, *quotes, *parts, *relations, *rules]

    def _count_level(self, level: str, wanted: Side, found: Side, pairs: Sequence[Pair]) -> None:
        right, want, got = counted(wanted, found, pairs)
        for pair in right:
            span = found.spans[pair.b]
            self._count_span(level, span.label, right=1)
            self._tally.add("rules", span.label, span.note, level, right=1)
            self._count_parts(level, wanted, found, pair)
        for span in want:
            self._count_span(level, span.label, wanted=1)
        for span in got:
            self._count_span(level, span.label, found=1)
            self._tally.add("rules", span.label, span.note, level, found=1)

    def _count_span(self, level: str, label: str, *, right: int = 0, wanted: int = 0, found: int = 0) -> None:
        for each in (label, ALL):
            self._tally.add("labels", each, "", level, right=right, wanted=wanted, found=found)

    def _count_parts(self, level: str, wanted: Side, found: Side, pair: Pair) -> None:
        want, got = wanted.spans[pair.a], found.spans[pair.b]
        for attribute in self._schema.attributes_of_label(want.label):
            if attribute.name != UNSURE:
                counts = _attribute(attribute, want, got)
                self._tally.add("parts", want.label, attribute.name, level, **counts)
        for relation in self._roles(want.label):
            ours, theirs = wanted.tails(want, relation), found.tails(got, relation)
            right = bool(ours and theirs) and overlap(ours, theirs)
            counts = {"right": right, "wanted": bool(ours), "found": bool(theirs)}
            self._tally.add("parts", want.label, relation, level, **counts)

    def _roles(self, label: str) -> Iterator[str]:
        """The relations that say something of a span of this label."""
        every = self._schema.relation_by_name.values()
        return (each.name for each in every if not each.symmetric and label in self._schema.heads[each.name])

    def _count_relations(self, bare: Bare, wanted: AnnotationSet, found: AnnotationSet) -> None:
        """Ends may be matched with another label of their group, as long as they overlap."""
        known = self._schema.label_by_name
        sides = Side(wanted, bare, known), Side(found, bare, known)
        matching = match(sides[0].marks, sides[1].marks, within=lambda label: known[label].group)
        partners = {sides[0].spans[pair.a].id: sides[1].spans[pair.b].id for pair in matching.pairs}
        symmetric = {each.name for each in self._schema.relations if each.symmetric}
        for each, _ in match_relations(wanted, found, partners, symmetric=symmetric):
            if wanted.spans[each.head].label in self._labels:
                self._tally.add("relations", "", each.type, ENDS, right=1)
        for each in wanted.relations.values():
            if wanted.spans[each.head].label in self._labels:
                self._tally.add("relations", "", each.type, ENDS, wanted=1)
        for each in found.relations.values():
            if found.spans[each.head].label in self._labels:
                self._tally.add("relations", "", each.type, ENDS, found=1)


def _attribute(attribute: Attribute, wanted: Span, found: Span) -> dict[str, int]:
    """A flag that is not set says no; another attribute that is not set says nothing."""
    want, got = wanted.attributes.get(attribute.name), found.attributes.get(attribute.name)
    if attribute.kind == "flag":
        return {"right": bool(want) == bool(got), "wanted": 1, "found": 1}
    return {"right": want is not None and want == got, "wanted": want is not None, "found": got is not None}
