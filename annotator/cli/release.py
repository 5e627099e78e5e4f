"""`release`, `rehydrate`, `duplicates`: a dataset that can be handed on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli.console import FAILED, bar, complain, say, say_json, sentences
from annotator.cli.projects import Json, ProjectPath

if TYPE_CHECKING:
    from annotator.app.release.splits import SplitOptions

Split = Annotated[str, typer.Option(help="Train, dev and test in percent, as in 80/10/10; undivided without.")]
Seed = Annotated[int, typer.Option(help="Decides between equals.")]
ByDate = Annotated[bool, typer.Option("--by-date", help="Divide by date: train is the past.")]
Story = Annotated[str, typer.Option(help="The metadata that says of which story an article is.")]
Pseudonyms = Annotated[bool, typer.Option("--pseudonyms", help="A1, A2 … for annotators' names, and no notes.")]
Mark = Annotated[bool, typer.Option("--mark", help="CSV: a byte order mark, by which some spreadsheets know UTF-8.")]
WithoutText = Annotated[bool, typer.Option("--without-text", help="Offsets, hashes and addresses only.")]
WithConfig = Annotated[bool, typer.Option("--with-config", help="Beside a DocBin in parts: what spacy train needs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (release, rehydrate, duplicates):
        app.command()(command)


def split_options(split: str, seed: int, by_date: bool, story: str) -> "SplitOptions | None":
    """How to divide; None for not at all. Raises ExchangeError."""
    from annotator.app.release.splits import SplitOptions, read_shares

    if not split:
        if by_date:
            raise typer.BadParameter("--by-date needs --split, as in --split 80/10/10.")
        return None
    return SplitOptions(shares=read_shares(split), seed=seed, by_date=by_date, story=story)


def release(
    project: ProjectPath,
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    format: Annotated[str, typer.Option(help="Formats, with commas.")] = "jsonl",  # noqa: A002
    annotator: Annotated[list[str] | None, typer.Option(help="Whose sets; everybody's without. Repeatable.")] = None,
    licence: Annotated[str, typer.Option(help="The licence, for the card.")] = "",
    mark: Mark = False,
    split: Split = "",
    seed: Seed = 0,
    by_date: ByDate = False,
    story: Story = "story",
    pseudonyms: Pseudonyms = False,
    without_text: WithoutText = False,
    with_config: WithConfig = False,
    as_json: Json = False,
) -> None:
    """Write a release: the dataset in some formats, with its card, schema, guidelines and a content hash."""
    from annotator.app.exporting import ExportOptions
    from annotator.app.release.making import ReleaseOptions, make_release
    from annotator.store.project import open_project

    with sentences():
        divided = split_options(split, seed, by_date, story)
        keeps = divided is not None or pseudonyms
        with open_project(project, read_only=not keeps) as opened, bar("Releasing") as report:
            options = ReleaseOptions(
                formats=tuple(name.strip() for name in format.split(",")),
                export=ExportOptions(names=tuple(annotator or ()), mark=mark, report=report),
                split=divided,
                licence=licence,
                seed=seed,
                pseudonyms=pseudonyms,
                without_text=without_text,
                with_config=with_config,
            )
            made = make_release(opened, out, options)
    if as_json:
        say_json(made)
    else:
        say(made.as_text())
    if any(each.report.checked and each.report.checked.differences for each in made.files):
        raise typer.Exit(FAILED)


def rehydrate(
    standoff: Annotated[Path, typer.Argument(help="What was exported with --without-text.")],
    texts: Annotated[list[Path], typer.Argument(help="Files and folders with your copies of the texts.")],
    out: Annotated[Path, typer.Option(help="The JSON lines to write.")],
    as_json: Json = False,
) -> None:
    """Join a dataset without texts to your own copies of them. Exit code 1 when an article has no text."""
    from annotator.app.release.standoff import rehydrate as join

    with sentences():
        report = join(standoff, texts, out)
    if as_json:
        say_json(report)
    else:
        for problem in report.refused:
            complain(f"{problem.place}: {problem.reason}")
        for key in report.missing:
            complain(f"The article {key} has no text.")
        say(report.as_text())
    raise typer.Exit(FAILED if report.missing else 0)


def duplicates(project: ProjectPath, as_json: Json = False) -> None:
    """List groups of near-duplicates: wire copy, and updates of an article."""
    from annotator.app.release.duplicates import groups
    from annotator.app.wording import count
    from annotator.store.project import open_project

    with sentences(), open_project(project, read_only=True) as opened, bar("Comparing") as report:
        found = groups(opened, report)
    if as_json:
        say_json({"groups": found})
        return
    for group in found:
        say("\n".join(f"{each.article:>7}  {each.title}  {each.outlet} {each.date}".rstrip() for each in group))
        say("")
    say(f"{count(len(found), 'group')} of near-duplicates." if found else "No near-duplicates.")
