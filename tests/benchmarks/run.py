"""Measure the budgets of the program: `python tests/benchmarks/run.py [NAME ...] [--json] [--full] [--list]`.

A row a budget: what was measured, its reference in the same run, their ratio, the budget, whether it holds.
A NAME is that of a row or how some begin (`open`, `list.`). Exit code 1 when a budget does not hold.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


def _prepare(folder: Path) -> None:
    """See this checkout, here and in child processes, no screen, and none of the user's own settings.

    Bytecode is kept, as it is of an installed program, but out of the checkout.
    """
    sys.path.insert(0, str(_ROOT))
    os.environ["PYTHONPATH"] = os.pathsep.join([str(_ROOT), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(folder / "home")


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="annotator-bench-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="rows to run: a name, or how names begin")
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    parser.add_argument("--full", action="store_true", help="all sizes: 100,000 and 1,000,000 articles")
    parser.add_argument("--list", action="store_true", help="name the rows and say what each times")
    return parser.parse_args()


def main() -> int:
    """Run the rows that were asked for; the exit code."""
    chosen = _arguments()
    with _folder() as folder:
        _prepare(folder)
        import table

        return table.run(
            chosen.names, folder, full=chosen.full, say=_say_json if chosen.json else None, only_list=chosen.list
        )


def _say_json(lines: list[dict[str, object]]) -> None:
    print(json.dumps(lines, indent=1))


if __name__ == "__main__":
    sys.exit(main())
