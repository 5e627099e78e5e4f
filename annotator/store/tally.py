"""What the list says of every article is kept beside it, in the transaction that changes it: lists never count.

`standing` holds, for every person and article, her spans, her notes (on spans, on relations, on the article) and
the suggestions that she has not judged; `article.suggested` what the models suggest to somebody who judged
nothing, which is what a person who comes later starts from. Beside either stands how much the models doubt it.
Spans and notes move by what a step of edits adds and takes away. What is left to judge is exact by asking
`model.suggestions.pending`, the one place that knows:

- a step in the article at hand brings the number with it, `Work` has it;
- a stored set of a model, or an imported one, is counted when it is stored, from memory: once for all who have
  no set of the article, once more for each person who has one (`sets.judged_again`);
- after an undone run, the articles that models still say something of are counted again.

`annotator check` counts everything anew and tells what differs.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.edits import Edit, RelationEdit, SpanEdit, StateEdit
from annotator.model.suggestions import Pending, pending

_NOBODY = AnnotationSet(annotator=Annotator(name=""))
_THOUSAND = 1000


class Tally(msgspec.Struct, frozen=True):
    """What is counted of one person's set."""

    spans: int
    notes: int


def of_set(content: AnnotationSet) -> Tally:
    """Count a set."""
    on_spans = sum(1 for each in content.spans.values() if each.note)
    on_relations = sum(1 for each in content.relations.values() if each.note)
    return Tally(len(content.spans), on_spans + on_relations + bool(content.state.note))


class Left(NamedTuple):
    """How many suggestions are not judged, and the models' doubt about them in thousandths."""

    unjudged: int
    doubt: int


def left_for(own: AnnotationSet | None, models: Iterable[AnnotationSet]) -> Left:
    """What is not judged; `own` is None for somebody who has no set."""
    return left_of(pending(own or _NOBODY, models))


def left_of(waiting: Pending) -> Left:
    """Count it. Doubt is the mean of 1 - score over the spans that have a score; 0 where none has."""
    doubts = [1.0 - each.span.score for each in waiting.spans.values() if each.span.score is not None]
    mean = _THOUSAND * sum(doubts) / len(doubts) if doubts else 0.0
    return Left(len(waiting), min(max(round(mean), 0), _THOUSAND))


def shift(db: sqlite3.Connection, aset: int, edits: Iterable[Edit]) -> None:
    """Bring the counts in line with edits that were written to the set."""
    spans = notes = 0
    for edit in edits:
        match edit:
            case SpanEdit(before=before, after=after):
                spans += (after is not None) - (before is not None)
                notes += bool(after and after.note) - bool(before and before.note)
            case RelationEdit(before=before, after=after):
                notes += bool(after and after.note) - bool(before and before.note)
            case StateEdit(before=old, after=new):
                notes += bool(new.note) - bool(old.note)
    if spans or notes:
        row = db.execute("SELECT annotator, article FROM annotation_set WHERE id = ?", (aset,)).fetchone()
        sql = "UPDATE standing SET spans = spans + ?, notes = notes + ? WHERE annotator = ? AND article = ?"
        db.execute(sql, (spans, notes, *row))


def put(db: sqlite3.Connection, sets: Iterable[tuple[int, int, AnnotationSet]]) -> None:
    """Write status and counts of whole sets: rows of annotator and article, by number, and the set."""
    sql = "UPDATE standing SET status = ?, spans = ?, notes = ? WHERE annotator = ? AND article = ?"
    counted = ((who, seq, each, of_set(each)) for who, seq, each in sets)
    db.executemany(sql, ((each.state.status, found.spans, found.notes, who, seq) for who, seq, each, found in counted))


def put_left(db: sqlite3.Connection, annotator: int, article: int, left: Left) -> None:
    """Write what one person has not judged."""
    sql = "UPDATE standing SET (unjudged, doubt) = (?, ?) WHERE annotator = ? AND article = ?"
    db.execute(f"{sql} AND (unjudged, doubt) <> (?, ?)", (*left, annotator, article, *left))


def judge(db: sqlite3.Connection, article: int, models: list[AnnotationSet], owns: Mapping[int, AnnotationSet]) -> None:
    """Count what is left to judge in an article: of what these models say, for these persons and all others."""
    left = left_for(None, models)
    values = (*left, article, *left)
    db.execute("UPDATE article SET (suggested, doubt) = (?, ?) WHERE seq = ? AND (suggested, doubt) <> (?, ?)", values)
    db.execute(
        "UPDATE standing SET (unjudged, doubt) = (?, ?) WHERE article = ? AND (unjudged, doubt) <> (?, ?)", values
    )
    for number, own in owns.items():
        put_left(db, number, article, left_for(own, models))


def forget(db: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Nothing is suggested of these articles any more."""
    numbers = [(seq,) for seq in articles]
    db.executemany("UPDATE article SET suggested = 0, doubt = 0 WHERE seq = ? AND suggested > 0", numbers)
    db.executemany("UPDATE standing SET unjudged = 0, doubt = 0 WHERE article = ? AND unjudged > 0", numbers)
