"""One export with all that may be wished of it: in parts, under pseudonyms, without texts, with a configuration."""

from pathlib import Path

import msgspec

from annotator.app.exporting import ExportOptions, ExportReport, Write, export, outgoing
from annotator.app.release import pseudonyms, standoff
from annotator.app.release.parts import PartsReport, export_parts, part_path
from annotator.app.release.spacy_layout import write_layout
from annotator.app.release.splits import SplitOptions
from annotator.exchange import registry
from annotator.model.errors import ExchangeError
from annotator.store import schemas
from annotator.store.project import Project


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is wished beyond the options of an export."""

    split: SplitOptions | None = None
    seed: int = 0
    pseudonyms: bool = False
    without_text: bool = False
    with_config: bool = False

    @property
    def keeps(self) -> bool:
        """Whether something is kept in the project, which must then be open for writing."""
        return self.split is not None or self.pseudonyms


class Outcome(ExportReport):
    """The report of the export, or of all parts together where it is in parts."""

    parts: PartsReport | None = None

    @property
    def every(self) -> list[ExportReport]:
        """The reports of what was written, one for each part."""
        return [*self.parts.parts.values()] if self.parts else [self]

    def as_text(self) -> str:
        """The report in some sentences, without the losses."""
        return self.parts.as_text() if self.parts else super().as_text()


def write(
    project: Project,
    target: Path,
    format: str,  # noqa: A002
    options: ExportOptions,
    wish: Wish,
    *,
    elsewhere: Write | None = None,
) -> Outcome:
    """Export as wished. Raises ExchangeError and ProjectError."""
    writer = registry.writer_for(format)
    if wish.without_text:
        if format != "jsonl":
            sentence = f"The format {format} holds the texts: leave out --format, and stand-off JSON lines are written."
            raise ExchangeError("export.text", sentence)
        writer = standoff.WRITER
    if wish.with_config and (format != "spacy" or wish.split is None):
        sentence = "A configuration is for a DocBin in parts: add --format spacy and --split 80/10/10."
        raise ExchangeError("release.config", sentence)
    if wish.pseudonyms:
        hiding = pseudonyms.hiding(pseudonyms.names(project, wish.seed))
        options = msgspec.structs.replace(options, alter=hiding)
    if wish.split is None:
        return _outcome(export(project, target, writer, options, elsewhere=elsewhere))
    parts = export_parts(project, target, writer, options, wish.split, elsewhere=elsewhere)
    if wish.with_config:
        items = outgoing(project, options, ExportReport(), one_set=True)
        schema = schemas.current(project)[1]
        train, dev = part_path(target, "train"), part_path(target, "dev")
        layout, apart = target.with_name(f"{target.stem}-config"), elsewhere is not None
        write_layout(layout, items, schema, train, dev, options, wish.seed, apart=apart)
    return _together(parts)


def _outcome(report: ExportReport, parts: PartsReport | None = None) -> Outcome:
    return Outcome(**msgspec.structs.asdict(report), parts=parts)


def _together(parts: PartsReport) -> Outcome:
    """All parts in one: the sums, and the losses of each part in its own report."""
    made = Outcome(parts=parts)
    for each in parts.parts.values():
        made.articles += each.articles
        made.sets += each.sets
        made.spans += each.spans
        made.relations += each.relations
    return made
