"""What a row of the benchmarks is, and the table of all rows: modules add theirs with `@row`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

Unit = Literal["ms", "s", "MB"]
Kind = Literal["at most", "at least", "absolute"]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured, and its reference in the same run, both in `unit`; `note` says what else is worth knowing."""

    measured: float
    reference: float
    unit: Unit
    reference_is: str = "calibration loop, ms"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A limit. `at most` limits measured by reference, `at least` reference by measured (speed), both without unit."""

    limit: float
    kind: Kind
    unit: str = "x"

    def ratio(self, found: Measured) -> float:
        """How what was measured stands to its reference; of an absolute budget, to the calibration loop."""
        if self.kind == "at least":
            return found.reference / found.measured
        return found.measured / found.reference

    def holds(self, found: Measured) -> bool:
        """Whether it is kept."""
        if self.kind == "absolute":
            return found.measured <= self.limit
        return self.ratio(found) >= self.limit if self.kind == "at least" else self.ratio(found) <= self.limit

    def __str__(self) -> str:
        return f"{'>=' if self.kind == 'at least' else '<='} {self.limit:g} {self.unit}"


@dataclass(slots=True)
class Bench:
    """One run: its temporary folder, whether it runs all sizes, and what rows share, made once."""

    folder: Path
    full: bool = False
    _kept: dict[object, object] = field(default_factory=dict)

    @property
    def articles(self) -> int:
        """How many articles the long list has."""
        return 100_000 if self.full else 20_000

    def kept(self, make: Callable[["Bench"], Made]) -> Made:
        """What `make` gives, made by the first row that asks."""
        if make not in self._kept:
            self._kept[make] = make(self)
        return self._kept[make]  # type: ignore[return-value]

    def fresh(self, name: str) -> Path:
        """A path in the folder that is not taken."""
        number = 0
        while (path := self.folder / f"{number:04}-{name}").exists():
            number += 1
        return path


@dataclass(frozen=True, slots=True)
class Row:
    """A budget with what measures it; `only_full` rows run with --full alone."""

    name: str
    budget: Budget
    run: Callable[[Bench], Measured]
    only_full: bool = False


ROWS: dict[str, Row] = {}
Run = Callable[[Bench], Measured]


def row(name: str, budget: Budget, *, only_full: bool = False) -> Callable[[Run], Run]:
    """Add a function to the table; its docstring says what is timed."""

    def add(run: Run) -> Run:
        ROWS[name] = Row(name, budget, run, only_full)
        return run

    return add


def at_most(limit: float) -> Budget:
    """So many times the reference, and no more."""
    return Budget(limit=limit, kind="at most")


def at_least(limit: float) -> Budget:
    """So many times the speed of the reference, and no less."""
    return Budget(limit=limit, kind="at least")


def absolute(limit: float, unit: Unit = "ms") -> Budget:
    """So much, and no more."""
    return Budget(limit=limit, kind="absolute", unit=unit)
