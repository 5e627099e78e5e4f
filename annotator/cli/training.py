"""`train`: learn from the annotators of a project; the result is a folder with a spaCy pipeline."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli.console import bar, complain, say, say_json, say_table, sentences
from annotator.cli.projects import Json, ProjectPath

if TYPE_CHECKING:
    from annotator.app.training import Teacher
    from annotator.store.project import Project
    from annotator.suggest.training.outcome import LabelOutcome, Outcome

_HEADER = ("Label", "Matched by", "Wanted", "P", "R", "F1", "P before", "R before", "F1 before", "From now on")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(train)


def train(
    project: ProjectPath,
    out: Annotated[Path, typer.Option(help="The folder to make.")],
    annotator: Annotated[list[str] | None, typer.Option(help="Whose finished sets; everybody's without.")] = None,
    gold: Annotated[bool, typer.Option("--gold", help="Learn from the gold sets.")] = False,
    base: Annotated[str, typer.Option(help="The pipeline to start from; the best one without.")] = "",
    dev: Annotated[float, typer.Option(min=0.05, max=0.9, help="The share of articles held out.")] = 0.2,
    seed: Annotated[int, typer.Option(help="Decides which articles are held out.")] = 0,
    max_steps: Annotated[int, typer.Option(min=1, help="Steps of training at most.")] = 800,
    as_json: Json = False,
) -> None:
    """Learn from finished sets: a spaCy pipeline in a folder, and how good it is on articles held out."""
    from annotator.app import training
    from annotator.app.training_described import told_of
    from annotator.store.project import open_project
    from annotator.suggest.training.lessons import Wish

    with sentences(), open_project(project, read_only=True) as opened, bar("Training") as report:
        if annotator and gold:
            raise typer.BadParameter("Give either --annotator or --gold.")
        chosen = _chosen(opened, annotator or [], gold=gold)
        told = told_of(chosen, project.name)
        wish = Wish(name=out.name, base=base, held_out=dev, seed=seed, most_steps=max_steps, told=told)
        outcome = training.train(opened, chosen, out, wish, lambda _stage, steps, most, _score: report(steps, most))
    if as_json:
        say_json(outcome)
    else:
        _show(outcome, out)


def _chosen(project: "Project", names: list[str], *, gold: bool) -> "list[Teacher]":
    from annotator.app import training
    from annotator.cli import people

    every = training.teachers(project)
    if gold:
        return [each for each in every if each.annotator.kind == "gold"]
    wanted = {number for name in names for number in people.named(project, name, people.PERSON_OR_GOLD)}
    persons = [each for each in every if each.annotator.kind == "person"]
    return [each for each in every if each.number in wanted] if names else persons


def _show(outcome: "Outcome", out: Path) -> None:
    from annotator.app.wording import count

    rows = [row for each in outcome.labels for row in _rows(each)]
    held = count(outcome.held_out, "article")
    say_table(f"On the {held} held out, counted as by annotator evaluate", _HEADER, rows)
    for loss in outcome.losses:
        complain(loss)
    learned = count(outcome.learned_from, "article")
    say(f"Trained on {learned} in {outcome.seconds:.0f} seconds: {out}.")
    say(f"Use it: annotator suggest PROJECT --pipeline {out}")


def _rows(of: "LabelOutcome") -> list[tuple[object, ...]]:
    from annotator.agreement.counts import CLOSE, EXACT

    now = "trained" if of.speaks else "as before"
    both = ((EXACT, of.before.exact, of.after.exact), (CLOSE, of.before.close, of.after.close))
    return [
        (of.label, matched, new.there, new.precision, new.recall, new.f1, old.precision, old.recall, old.f1, now)
        for matched, old, new in both
    ]
