"""`evaluate`: one annotator's sets held against another's, as tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.app import wording
from annotator.cli.console import bar, say, say_json, say_table, sentences
from annotator.cli.projects import Json, ProjectPath

if TYPE_CHECKING:
    from annotator.app.evaluation import Evaluation


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(evaluate)


def evaluate(
    project: ProjectPath,
    against: Annotated[str, typer.Option(help="Whose sets are held to be right: a person, gold, or a model.")],
    of: Annotated[str, typer.Option(help="Whose sets are looked at; those of the only model without.")] = "",
    label: Annotated[list[str] | None, typer.Option(help="Only spans with this label. Repeatable.")] = None,
    csv: Annotated[Path | None, typer.Option("--csv", help="Also write all counts into this file, NAME.csv.")] = None,
    as_json: Json = False,
) -> None:
    """Hold one annotator's sets against another's, in the articles that both finished: precision, recall, F1."""
    from annotator.app import evaluation
    from annotator.app.register import export
    from annotator.cli.evaluating_tables import HEADER, cells, for_machines
    from annotator.store.project import open_project

    if csv and csv.suffix.lower() != ".csv":
        raise typer.BadParameter("the file of --csv has to end in .csv.")
    with sentences(), open_project(project, read_only=True) as opened, bar("Comparing") as report:
        found = evaluation.evaluate(opened, against=against, of=of, labels=label or (), report=report)
        if csv:
            export(csv, HEADER, [cells(each) for each in found.scores])
    if as_json:
        say_json(for_machines(found))
    else:
        _say_all(found)
        if csv:
            say(f"\nWrote {csv}.")


def _say_all(found: "Evaluation") -> None:
    from annotator.cli.evaluating_tables import tables

    where = wording.count(found.articles, "article")
    say(f"{found.of} (found) against {found.against} (wanted), in {where} that both finished.")
    _say_left_out(found)
    if found.unsure:
        rest = f"that {found.against} is unsure of: counted neither as missed nor as wrong."
        say(wording.count(found.unsure, f"span {rest}", f"spans {rest}"))
    if found.never_wanted:
        names = ", ".join(found.never_wanted)
        say(f"{found.against} never marked {names}: all that was found of it counts as wrong. Choose with --label.")
    for each in tables(found):
        if each.rows:
            say_table(each.title, each.header, each.rows)


def _say_left_out(found: "Evaluation") -> None:
    whose = ((found.only_of, found.of), (found.only_against, found.against))
    told = [f"{number:,} only by {name}" for number, name in whose if number]
    told += [f"{found.neither:,} by neither"] if found.neither else []
    left = found.only_of + found.only_against + found.neither
    if left:
        say(f"Left out: {wording.count(left, 'article')} (finished {', '.join(told)}).")
