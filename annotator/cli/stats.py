"""`stats`: how much is in a project, who did what when, and what the blind sample shows."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from annotator.app import wording
from annotator.cli.console import say, say_json, say_table, sentences
from annotator.cli.projects import Json, ProjectPath

if TYPE_CHECKING:
    from annotator.app.blind_compare import BlindSummary
    from annotator.store.counts import Counts
    from annotator.store.project import Project
    from annotator.store.statistics import Figures, Wanted

_DAY = ["%Y-%m-%d"]


class TableName(StrEnum):
    """What `--csv` takes: the names of `cli.stats_tables`, which nothing else here has to import."""

    DAYS = "days"
    SPANS = "spans"
    VERDICTS = "verdicts"
    BLIND = "blind"
    SEEING = "seeing"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(stats)


def stats(
    project: ProjectPath,
    annotator: Annotated[str, typer.Option(help="Only the work of this person.")] = "",
    first: Annotated[
        datetime | None, typer.Option("--from", formats=_DAY, metavar="YYYY-MM-DD", help="Only work from this day on.")
    ] = None,
    last: Annotated[
        datetime | None, typer.Option("--to", formats=_DAY, metavar="YYYY-MM-DD", help="Only work up to this day.")
    ] = None,
    table: Annotated[TableName | None, typer.Option("--csv", help="Print this table as CSV, and nothing else.")] = None,
    as_json: Json = False,
) -> None:
    """Print how much is in a project: articles, sets, spans, verdicts, work by day, and the blind sample."""
    from annotator.app.blind_compare import blind_summary
    from annotator.cli.stats_tables import tables
    from annotator.store import counts, statistics
    from annotator.store.project import open_project

    if first and last and first > last:
        raise typer.BadParameter("the day of --from is after that of --to.")
    with sentences(), open_project(project, read_only=True) as opened:
        wanted = _wanted(opened, annotator, first, last)
        figures, blind = statistics.read(opened, wanted), blind_summary(opened, wanted)
        counted = None if table or annotator or first or last else counts.count(opened)
    if as_json:
        say_json(_for_machines(counted, figures, blind))
    elif table:
        typer.echo(tables(figures, blind)[table].as_csv(), nl=False)
    else:
        _say_all(counted, figures, blind)


def _wanted(project: "Project", name: str, first: datetime | None, last: datetime | None) -> "Wanted":
    from annotator.cli.people import PERSON, named
    from annotator.store.statistics import Wanted

    number = next(iter(named(project, name, PERSON))) if name else None
    days = (each.date().isoformat() if each else "" for each in (first, last))
    return Wanted(annotator=number, first=next(days), last=next(days))


def _for_machines(counted: "Counts | None", figures: "Figures", blind: "BlindSummary") -> dict[str, object]:
    """What was counted, where nothing is narrowed, and the statistics beside it."""
    told = {"days": figures.days, "spans": figures.spans, "verdicts": figures.verdicts, "times": figures.times}
    return (msgspec.to_builtins(counted) if counted else {}) | {"statistics": told | {"blind": blind}}


def _say_all(counted: "Counts | None", figures: "Figures", blind: "BlindSummary") -> None:
    from annotator.app.statistics import median
    from annotator.cli.stats_tables import tables

    if counted:
        _say_counts(counted)
    for each in tables(figures, blind).values():
        if each.rows:
            say_table(each.title, each.header, each.rows)
    if figures.times:
        say(f"\nMedian active time an article: {median(figures.times) / 60:,.1f} minutes")
    if blind.articles:
        where, who = wording.count(blind.articles, "article"), wording.count(blind.annotators, "annotator")
        say(f"\nFinished blind: {where} by {who}")
    if not (counted or figures.days or figures.spans or blind.articles):
        say("There is no work of these days.")


def _say_counts(found: "Counts") -> None:
    say(f"{wording.count(found.articles, 'article')}, {wording.count(found.words, 'word')}")
    for each in found.annotators:
        say(f"\n{each.annotator} ({each.annotator.kind})")
        for what, numbers in (("sets", each.sets), ("spans", each.spans), ("relations", each.relations)):
            if numbers:
                say(f"  {what}: " + ", ".join(f"{name} {count:,}" for name, count in sorted(numbers.items())))
        for label, models in sorted(each.of_models.items()):
            for model, kinds in sorted(models.items()):
                told = ", ".join(f"{count:,} {kind}" for kind, count in sorted(kinds.items()))
                say(f"  verdicts on {label} of {model}: {told}")
        if each.active_seconds:
            say(f"  active time: {each.active_seconds / 3600:,.1f} hours")
