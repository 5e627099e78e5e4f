"""An export in parts: NAME-train, NAME-dev and NAME-test of any format, by the division that the project keeps."""

from pathlib import Path

import msgspec

from annotator.app.exporting import ExportOptions, ExportReport, Write, export, numbered
from annotator.app.release.splits import Division, SplitOptions, divide, gather
from annotator.exchange import registry
from annotator.exchange.protocols import Writer
from annotator.model.errors import ExchangeError, ProjectError
from annotator.store import articles, splits
from annotator.store.project import Project
from annotator.store.splits import PARTS, Part


class PartsReport(msgspec.Struct):
    """What an export in parts did: how the articles were divided, and the report of each part that was written."""

    division: Division
    parts: dict[Part, ExportReport]

    def as_text(self) -> str:
        """The division, then a line for each part."""
        lines = [f"{part}: {report.as_text()}" for part, report in self.parts.items()]
        empty = [f"{part}: no article, so nothing is written." for part in PARTS if part not in self.parts]
        return "\n".join([self.division.as_text(), *lines, *empty])


def division_of(project: Project, options: ExportOptions, split: SplitOptions, *, one_set: bool) -> Division:
    """The division of what goes out; nothing is kept yet."""
    items = numbered(project, options, ExportReport(), one_set=one_set)
    total = articles.count(project)
    return divide(gather(items, split, options.report, total), splits.parts(project), split)


def part_path(target: Path, part: Part) -> Path:
    """Where a part is written: `news.jsonl` becomes `news-train.jsonl`."""
    return target.with_name(f"{target.stem}-{part}{target.suffix}")


def export_parts(
    project: Project,
    target: Path,
    format: str | Writer,  # noqa: A002
    options: ExportOptions,
    split: SplitOptions,
    *,
    elsewhere: Write | None = None,
) -> PartsReport:
    """Write each part, then keep the division in the project, so that the next release does not shuffle anew.

    Raises ProjectError where the project can only be read, ExchangeError as `export` does.
    """
    refuse_read_only(project)
    writer = registry.writer_for(format) if isinstance(format, str) else format
    division = division_of(project, options, split, one_set=writer.one_set)
    report = write_parts(project, target, writer, options, division, elsewhere=elsewhere)
    splits.give(project, division.parts)
    return report


def refuse_read_only(project: Project) -> None:
    """Raise ProjectError where the division could not be kept."""
    if project.read_only:
        sentence = f"{project.path.name} is open for reading only, and a division into parts is kept in it"
        raise ProjectError("split.readonly", f"{sentence}: close it elsewhere, then export again.")


def write_parts(
    project: Project,
    target: Path,
    writer: Writer,
    options: ExportOptions,
    division: Division,
    *,
    elsewhere: Write | None = None,
) -> PartsReport:
    """Write each part that has articles. Raises ExchangeError where none has."""
    if not division.parts:
        raise ExchangeError("split.empty", "No article has a fitting set, so there is nothing to divide.")
    report = PartsReport(division, {})
    for part in PARTS:
        only = frozenset(seq for seq, given in division.parts.items() if given == part)
        if only:
            chosen = msgspec.structs.replace(options, only=only)
            report.parts[part] = export(project, part_path(target, part), writer, chosen, elsewhere=elsewhere)
    return report
