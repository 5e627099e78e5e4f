"""What fresh processes do that import and export: each prints `there NANOSECONDS JSON`, the last what it took.

`seconds` is the import or export alone, `peak` the most memory while it went on and `before` what the process had just
before, in megabytes; `stopped` the seconds from the cancel to the return, where it was stopped half-way.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from synthetic import schema_toml

from annotator.app.exporting import ExportOptions, export
from annotator.app.importing import ImportOptions, import_paths
from annotator.app.release.duplicates import groups
from annotator.exchange.protocols import CancelledError
from annotator.store.project import create_project, open_project

_WARM = 3  # articles of the run before, which loads all that is loaded once


def memory(name: str) -> float:
    """VmRSS or VmHWM (its peak) in megabytes; 0 where there is no /proc."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:")), 0.0)


def _reset_peak() -> None:
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return


class _Stop:
    """Says no until it was asked so often, then yes, and notes when; 0 is never."""

    def __init__(self, after: int) -> None:
        self._left = after
        self.at = 0.0

    def __call__(self) -> bool:
        self._left -= 1
        if self._left == 0:
            self.at = time.perf_counter()
        return bool(self.at)


def _measured(act: Callable[[], object], stop: _Stop) -> None:
    before = memory("VmRSS")
    _reset_peak()
    began = time.perf_counter()
    act()
    ended = time.perf_counter()
    stopped = ended - stop.at if stop.at else 0.0
    found = {"seconds": ended - began, "before": before, "peak": memory("VmHWM"), "stopped": stopped}
    print("there", time.monotonic_ns(), json.dumps(found), flush=True)


def importing(project: str, source: str, stop_after: str, near: str = "") -> None:
    """Import a file into a new project, or stop after so many articles."""
    stop = _Stop(int(stop_after))
    options = ImportOptions(cancelled=stop, skip_near=bool(near))
    with create_project(Path(project), schema_toml()) as opened:
        _measured(lambda: import_paths(opened, [Path(source)], options), stop)


def exporting(project: str, target: str, kind: str, stop_after: str) -> None:
    """Export a whole project, or stop after so many articles."""
    stop = _Stop(int(stop_after))

    def run() -> None:
        try:
            export(opened, Path(target), kind, ExportOptions(cancelled=stop))
        except CancelledError:
            assert stop.at

    with open_project(Path(project)) as opened:
        _measured(run, stop)


def duplicates(project: str) -> None:
    """Group the near-duplicates of a project."""
    with open_project(Path(project), read_only=True) as opened:
        _measured(lambda: groups(opened), _Stop(0))


if __name__ == "__main__":
    {"import": importing, "export": exporting, "duplicates": duplicates}[sys.argv[1]](*sys.argv[2:])
