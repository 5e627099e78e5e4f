"""A stream of edits that is the same every time, and the program that makes it until it is killed.

`python stream.py PROJECT ARTICLE ANNOTATOR` writes the number of each step on a line once it is reported saved.
It imports the store only, so that starting it costs little.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.model.edits import Edit, RelationEdit, SpanEdit, StateEdit, apply
from annotator.store import history
from annotator.store.project import open_project

TEXT = "“We act,” said Bob. " * 20
SEED = 20261124


def empty_set() -> AnnotationSet:
    return AnnotationSet(annotator=Annotator(name="Ada"))


def stream() -> Iterator[tuple[tuple[Edit, ...], AnnotationSet]]:
    """Steps without end, each with the set as it is after it."""
    chance = random.Random(SEED)
    own = empty_set()
    for count in range(1_000_000):
        edits = _step(own, chance, count)
        apply(own, edits)
        yield edits, own


def _step(own: AnnotationSet, chance: random.Random, count: int) -> tuple[Edit, ...]:
    spans = list(own.spans.values())
    wish = chance.random()
    if len(spans) > 4 and wish < 0.2:
        gone = chance.choice(spans)
        return (*(RelationEdit(each, None) for each in own.relations_of(gone.id)), SpanEdit(gone, None))
    if spans and wish < 0.4:
        old = chance.choice(spans)
        return (SpanEdit(old, replace(old, note=f"note {count} " + "x" * chance.randrange(3000))),)
    if wish < 0.5:
        return (StateEdit(own.state, SetState(status=chance.choice(["done", "in progress"]), note=str(count))),)
    start = chance.randrange(len(TEXT) - 12)
    end = start + chance.randrange(1, 12)
    quote = Span(id=f"q{count}", label="QUOTE", fragments=((start, end),), text=TEXT[start:end])
    bob = Span(id=f"b{count}", label="PERSON", fragments=((15, 18),), text="Bob")
    link = Relation(id=f"r{count}", type="speaker", head=quote.id, tail=bob.id)
    return SpanEdit(None, quote), SpanEdit(None, bob), RelationEdit(None, link)


def main(path: str, article: str, annotator: str) -> None:
    place = history.Place(article=int(article), annotator=int(annotator), schema_version=1)
    with open_project(Path(path)) as project:
        for count, (edits, _) in enumerate(stream(), 1):
            history.record(project, place, edits, f"Step {count}")
            sys.stdout.write(f"{count}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
