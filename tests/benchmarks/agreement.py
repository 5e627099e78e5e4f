"""Rows of agreement: matching the spans of many articles, and of one in which very many overlap."""

from random import Random

from measuring import against_loop, timed
from rows import Bench, Measured, absolute, row

from annotator.agreement.matching import match
from annotator.model.annotation import SpanKey

_ARTICLES, _SPANS, _DENSE = 1000, 30, 3000
Marks = list[SpanKey]


def _mark(label: str, start: int, end: int) -> SpanKey:
    return SpanKey(label=label, fragments=((start, end),))


def _first(random: Random) -> Marks:
    starts = (random.randrange(4000) for _ in range(_SPANS))
    return [_mark(random.choice("ABCDE"), start, start + random.randint(1, 60)) for start in starts]


def _like(marks: Marks, random: Random) -> Marks:
    """What another annotator says: a tenth is missed, a tenth has another label, a third other ends."""
    made = []
    for each in marks:
        ((start, end),) = each.fragments
        longer = random.randint(1, 5) if random.random() < 0.3 else 0
        label = random.choice("ABCDE") if random.random() < 0.1 else each.label
        if random.random() >= 0.1:
            made.append(_mark(label, start, end + longer))
    return made


@row("agreement.match", absolute(500))
def match_many(_: Bench) -> Measured:
    """Match the spans of three annotators, 30 each in 1,000 articles, all pairs of them."""
    random = Random(1)
    every = []
    for _number in range(_ARTICLES):
        one = _first(random)
        every.append((one, _like(one, random), _like(one, random)))

    def act() -> None:
        for a, b, c in every:
            match(a, b), match(a, c), match(b, c)

    return against_loop(lambda: timed(act), rounds=5, unit="ms")


@row("agreement.dense", absolute(15, "s"))
def match_dense(_: Bench) -> Measured:
    """Match 3,000 spans of one label with 3,000 others in one article, all of which overlap."""
    random = Random(2)
    a, b = (
        [_mark("A", random.randrange(5000), random.randrange(5000, 10_000)) for _ in range(_DENSE)] for _side in "ab"
    )
    return against_loop(lambda: timed(lambda: match(a, b)), rounds=1, unit="s")
