"""Rows of every format, with --full: how much slower it is than our JSON lines, out and in."""

from collections.abc import Iterable
from pathlib import Path

from kinds import JSONL, MAKERS, Maker
from measuring import timed
from rows import Bench, Measured, Run, at_most, row
from synthetic import make_project, many, schema_toml

from annotator.app.exporting import export
from annotator.app.importing import ImportOptions, import_paths
from annotator.exchange.registry import BUILT_IN, READERS, WRITERS, writer_for
from annotator.store.project import create_project, open_project

_COUNT, _SPANS = 2000, 40
_OURS = "jsonl"


def _project(bench: Bench) -> Path:
    return make_project(bench.fresh("formats.annodb"), many(_COUNT), _SPANS)


def _exported(bench: Bench, name: str) -> tuple[float, Path]:
    target = bench.fresh(f"out-{name}{writer_for(name).suffix}")
    with open_project(bench.kept(_project)) as project:
        return timed(lambda: export(project, target, name)), target


def _imported(bench: Bench, name: str, source: Path) -> float:
    path = bench.fresh("in.annodb")
    with create_project(path, schema_toml()) as project:
        reports = []
        seconds = timed(lambda: reports.append(import_paths(project, [source], ImportOptions(format=name))))
        if len(reports[0].added) != _COUNT or reports[0].failed:
            raise RuntimeError(f"{reports[0].as_text()} {reports[0].failed[:1]}{reports[0].refused[:1]}")
    path.unlink()
    return seconds


def _made(bench: Bench, kind: tuple[str, Maker]) -> Path:
    target = bench.fresh(f"made{kind[0]}")
    kind[1](list(many(_COUNT)), target)
    return target


def _ours_out(bench: Bench) -> tuple[float, Path]:
    return _exported(bench, _OURS)


def _ours_in(bench: Bench) -> float:
    return _imported(bench, _OURS, bench.kept(_ours_out)[1])


def _ours_plain(bench: Bench) -> float:
    return _imported(bench, _OURS, _made(bench, JSONL))


def _told(seconds: float, reference: float) -> Measured:
    note = f"{_COUNT / seconds:.0f} articles a second"
    return Measured(
        measured=seconds, reference=reference, unit="s", reference_is="the same as our JSON lines, s", note=note
    )


def _out(name: str) -> Run:
    def run(bench: Bench) -> Measured:
        """Export 2,000 articles with 80,000 spans, against our JSON lines."""
        return _told(_exported(bench, name)[0], bench.kept(_ours_out)[0])

    return run


def _back(name: str) -> Run:
    def run(bench: Bench) -> Measured:
        """Import what was exported of 2,000 articles with 80,000 spans, against our JSON lines."""
        return _told(_imported(bench, name, _exported(bench, name)[1]), bench.kept(_ours_in))

    return run


def _in(name: str) -> Run:
    def run(bench: Bench) -> Measured:
        """Import 2,000 articles without annotation, against JSON lines of the same."""
        return _told(_imported(bench, name, _made(bench, MAKERS[name])), bench.kept(_ours_plain))

    return run


def _add(names: Iterable[str]) -> None:
    for name in names:
        if name in BUILT_IN[WRITERS] and name != "spacy":  # which has a row of its own
            row(f"out.{name}", at_most(_SLOWEST_OUT), only_full=True)(_out(name))
        if name in MAKERS:
            row(f"in.{name}", at_most(_SLOWEST_IN), only_full=True)(_in(name))
        elif name in BUILT_IN[WRITERS] and name in BUILT_IN[READERS]:
            row(f"in.{name}", at_most(_SLOWEST_IN), only_full=True)(_back(name))


_SLOWEST_OUT, _SLOWEST_IN = 40.0, 20.0
_add(name for name in dict.fromkeys([*BUILT_IN[WRITERS], *BUILT_IN[READERS]]) if name != _OURS)
