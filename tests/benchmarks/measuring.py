"""Clocks: medians of interleaved runs, the calibration loop, and fresh processes that tell when they are there."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from rows import Measured, Unit

_FACTOR = {"ms": 1000.0, "s": 1.0}
_HERE = Path(__file__).parent


def timed(act: Callable[[], object]) -> float:
    """Seconds that something takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def calibrate() -> float:
    """Seconds of a fixed loop in plain Python: how fast this machine is just now."""
    return timed(lambda: sum(number * number % 7 for number in range(100_000)))


def interleaved(measured: Callable[[], float], reference: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The medians of two measures that are taken in turn, A B A B; each gives seconds."""
    pairs = [(measured(), reference()) for _ in range(rounds)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def compared(
    measured: Callable[[], float],
    reference: Callable[[], float],
    *,
    rounds: int,
    unit: Unit,
    reference_is: str,
    note: str = "",
) -> Measured:
    """A row that stands against a reference."""
    one, other = interleaved(measured, reference, rounds)
    factor = _FACTOR[unit]
    return Measured(measured=one * factor, reference=other * factor, unit=unit, reference_is=reference_is, note=note)


def against_loop(measured: Callable[[], float], *, rounds: int, unit: Unit = "ms", note: str = "") -> Measured:
    """A row with an absolute budget: the loop is run in turn with it."""
    return looped([(measured(), calibrate()) for _ in range(rounds)], unit=unit, note=note)


def looped(pairs: list[tuple[float, float]], *, unit: Unit = "ms", note: str = "") -> Measured:
    """As `against_loop`, of pairs of seconds that were taken already."""
    factor = _FACTOR[unit]
    values = sorted(one * factor for one, _ in pairs)
    spread = f"{values[0]:.1f} to {values[-1]:.1f} {unit} in {len(values)} runs"
    return Measured(
        measured=median(values),
        reference=median(other for _, other in pairs) * factor,
        unit=unit,
        reference_is=f"calibration loop, {unit}",
        note=f"{spread}; {note}" if note else spread,
    )


def child(*arguments: str, script: str = "children.py", timeout: float = 120) -> tuple[float, str]:
    """Run a fresh process of a script: seconds until the moment that it tells, and what else it tells.

    Raises RuntimeError when it failed.
    """
    began = time.monotonic_ns()
    command = [sys.executable, str(_HERE / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout)
    told = next((line.split() for line in done.stdout.splitlines() if line.startswith("there ")), None)
    if told is None:
        raise RuntimeError(f"{' '.join(arguments)} failed with {done.returncode}:\n{done.stderr[-2000:]}")
    return (int(told[1]) - began) / 1e9, " ".join(told[2:])
