"""What `evaluate` prints: the counts as tables with headings, as lines for a spreadsheet, and for machines."""

import msgspec

from annotator.agreement.counts import CLOSE, Score
from annotator.app.evaluation import Evaluation
from annotator.app.statistics import Cell
from annotator.cli.stats_tables import Table

HEADER = ("table", "label", "what", "matched by", "right", "wanted", "found", "precision", "recall", "F1")
_COUNTS = ("P", "R", "F1", "right", "wanted", "found")
_UNDEFINED = "-"


def tables(found: Evaluation) -> list[Table]:
    """The tables for people; of those with many rows, only the ones of pairs that fit well."""
    return [
        Table("Spans by label", ("label", "matched by", *_COUNTS), [_row(each) for each in found.table("labels")]),
        Table("Quotes", ("quotes", "matched by", *_COUNTS), [_row(each) for each in found.table("quotes")]),
        _of_matched(found),
        Table("Relations", ("relation", "matched by", *_COUNTS), [_row(each) for each in found.table("relations")]),
        _rules(found),
    ]


def _row(score: Score) -> tuple[Cell, ...]:
    return score.what or score.label, score.matched, *_rates(score), score.right, score.wanted or 0, score.found


def _of_matched(found: Evaluation) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (each.label, each.what, *_rates(each), each.right, each.wanted or 0, each.found)
        for each in found.table("parts")
        if each.matched == CLOSE and each.wanted  # where nothing is wanted, nothing can be right
    ]
    return Table(f"Attributes and relations of matched spans ({CLOSE})", ("label", "what", *_COUNTS), rows)


def _rules(found: Evaluation) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (each.label, each.what or "(none named)", shown(each.precision), each.right, each.found)
        for each in sorted(found.table("rules"), key=lambda each: (each.label, -each.found))
        if each.matched == CLOSE
    ]
    return Table(f"By the rule that found it ({CLOSE})", ("label", "rule", "P", "right", "found"), rows)


def _rates(score: Score) -> tuple[str, str, str]:
    return shown(score.precision), shown(score.recall), shown(score.f1)


def shown(rate: float | None) -> str:
    """A rate to three places; what is 0/0 is no number."""
    return _UNDEFINED if rate is None else f"{rate:.3f}"


def cells(score: Score) -> list[str]:
    """A row for a spreadsheet, as `HEADER` has it; what is 0/0 is empty."""
    rates = ("" if rate is None else f"{rate:.6f}" for rate in (score.precision, score.recall, score.f1))
    counts = (str(score.right), "" if score.wanted is None else str(score.wanted), str(score.found))
    return [score.table, score.label, score.what, score.matched, *counts, *rates]


def for_machines(found: Evaluation) -> dict[str, object]:
    """Everything, each row with its rates."""
    rates = [{"precision": each.precision, "recall": each.recall, "f1": each.f1} for each in found.scores]
    rows = [msgspec.structs.asdict(each) | more for each, more in zip(found.scores, rates, strict=True)]
    return msgspec.structs.asdict(found) | {"scores": rows}
