"""One annotator's set of an article, made ready for being compared: its spans on positions without white space.

Whether a span ends before or after a line break says nothing about what was meant; so a position is a character
that is no white space, and the others do not count.
"""

from collections.abc import Collection, Sequence
from itertools import accumulate

from annotator.agreement.pairs import Pair, shared
from annotator.model.annotation import AnnotationSet, Fragments, Span, SpanKey, make_fragments, text_order

UNSURE = "unsure"  # the flag by which an annotator says that she is in doubt


class Bare:
    """Counts the characters of a text that are no white space."""

    def __init__(self, text: str) -> None:
        self._before = [0, *accumulate(not each.isspace() for each in text)]

    def fragments(self, fragments: Fragments) -> Fragments:
        """The same fragments, counted without white space; none where they cover nothing else."""
        return make_fragments((self._before[start], self._before[end]) for start, end in fragments)


class Side:
    """The spans with some labels, in text order, beside the same as marks on bare positions."""

    def __init__(self, said: AnnotationSet, bare: Bare, labels: Collection[str]) -> None:
        self.said = said
        self.spans = sorted((each for each in said.spans.values() if each.label in labels), key=text_order)
        self.marks = [SpanKey(label=each.label, fragments=bare.fragments(each.fragments)) for each in self.spans]
        self.unsure = frozenset(n for n, each in enumerate(self.spans) if each.attributes.get(UNSURE))
        self._bare = bare
        self._tails: dict[tuple[str, str], list[Fragments]] = {}
        for relation in said.relations.values():
            tail = bare.fragments(said.spans[relation.tail].fragments)
            self._tails.setdefault((relation.head, relation.type), []).append(tail)

    def tails(self, span: Span, relation: str) -> list[Fragments]:
        """What the relations of a type lead to from a span, on bare positions."""
        return self._tails.get((span.id, relation), [])


def counted(wanted: Side, found: Side, pairs: Sequence[Pair]) -> tuple[list[Pair], list[Span], list[Span]]:
    """The pairs that count, and the spans of both sides that do.

    What the wanted side is unsure of counts neither as missed nor, where it is found, as wrong.
    """
    free = {pair.b for pair in pairs if pair.a in wanted.unsure}
    return (
        [pair for pair in pairs if pair.a not in wanted.unsure],
        [span for n, span in enumerate(wanted.spans) if n not in wanted.unsure],
        [span for n, span in enumerate(found.spans) if n not in free],
    )


def overlap(a: Sequence[Fragments], b: Sequence[Fragments]) -> bool:
    """Whether anything of the one lies on anything of the other."""
    return any(shared(one, other) for one in a for other in b)


def same(wanted: Sequence[Fragments], found: Sequence[Fragments]) -> bool:
    """Whether all that was found together is one of what was wanted, or all of it together."""
    together = _together(found)
    return bool(together) and (together in wanted or together == _together(wanted))


def _together(several: Sequence[Fragments]) -> Fragments:
    return make_fragments(piece for fragments in several for piece in fragments)
