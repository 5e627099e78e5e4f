"""Runs rows one after another and prints them as a table, or gives them as plain data."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import agreement
import formats
import lists
import pledges
import scale
import suggesting
import text
import transfer
import window
from rows import ROWS, Bench, Row

AREAS = (window, suggesting, text, transfer, scale, formats, lists, pledges, agreement)
Line = dict[str, object]
_HEAD = f"{'row':<22}{'measured':>12}{'reference':>12}{'ratio':>8}  {'budget':<11}{'holds':<6}reference is; note"


def choose(names: list[str], *, full: bool) -> list[Row]:
    """The rows of these names, or whose names begin so; all of them without a name. Exits when a name fits none."""
    areas = [area.__name__ for area in AREAS]
    table = sorted(ROWS.values(), key=lambda row: areas.index(row.run.__module__))
    known = [row for row in table if full or not row.only_full]
    for name in names:
        if not any(row.name.startswith(name) for row in known):
            sys.exit(f"There is no row {name}. There are: {', '.join(row.name for row in known)}.")
    exact = {row.name for row in known} & set(names)
    starts = tuple(name for name in names if name not in exact)
    return [row for row in known if not names or row.name in exact or (starts and row.name.startswith(starts))]


def run(
    names: list[str],
    folder: Path,
    *,
    full: bool = False,
    say: Callable[[list[Line]], None] | None = None,
    only_list: bool = False,
) -> int:
    """Run rows and print them, or hand them to `say`; 1 when a budget does not hold, else 0."""
    rows = choose(names, full=full)
    if only_list:
        lines = [{"name": row.name, "budget": str(row.budget), "times": _about(row)} for row in rows]
        (say or _print_list)(lines)
        return 0
    bench, lines = Bench(folder, full), []
    if say is None:
        print(_HEAD)
    for row in rows:
        lines.append(line := _measure(row, bench))
        if say is None:
            print(_shown(line), flush=True)
    if say is not None:
        say(lines)
    return 0 if all(line["holds"] for line in lines) else 1


def _about(row: Row) -> str:
    return " ".join((row.run.__doc__ or "").split())


def _print_list(lines: list[Line]) -> None:
    for line in lines:
        print(f"{line['name']:<22}{line['budget']:<12}{line['times']}")


def _measure(row: Row, bench: Bench) -> Line:
    began = time.perf_counter()
    try:
        found = row.run(bench)
    except Exception as error:  # the other rows are measured all the same
        return {
            "name": row.name,
            "budget": str(row.budget),
            "holds": False,
            "error": f"{type(error).__name__}: {error}",
        }
    return {
        "name": row.name,
        "measured": round(found.measured, 4),
        "reference": round(found.reference, 4),
        "unit": found.unit,
        "reference_is": found.reference_is,
        "ratio": round(row.budget.ratio(found), 3),
        "budget": str(row.budget),
        "holds": row.budget.holds(found),
        "note": found.note,
        "seconds": round(time.perf_counter() - began, 1),
    }


def _shown(line: Line) -> str:
    if "error" in line:
        return f"{line['name']:<22}{line['error']}"
    values = "".join(f"{line[name]:>9.4g} {line['unit']:<2}" for name in ("measured", "reference"))
    holds = "yes" if line["holds"] else "NO"
    said = "; ".join(str(line[name]) for name in ("reference_is", "note") if line[name])
    return (
        f"{line['name']:<22}{values}{line['ratio']:>8.3g}  {line['budget']:<11}{holds:<6}{said} ({line['seconds']} s)"
    )
