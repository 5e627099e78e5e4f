"""`import` and `export`: files into a project, annotation out of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from annotator.cli.console import FAILED, bar, complain, say, say_json, sentences
from annotator.cli.projects import Json, ProjectPath
from annotator.cli.release import ByDate, Mark, Pseudonyms, Seed, Split, Story, WithConfig, WithoutText, split_options

if TYPE_CHECKING:
    from annotator.app.importing import ImportReport
    from annotator.app.release.writing import Outcome
    from annotator.model.annotation import Annotator

FORMATS_OUT = (
    "jsonl (complete), spacy (DocBin), prodigy, doccano, label-studio, brat, conll, webanno, xmi, cas-json, "
    "huggingface, web-annotation, html, csv, xlsx, parquet, or one of a plug-in."
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(name="import")(import_)
    app.command()(export)


def import_(
    project: ProjectPath,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files and folders.")] = None,
    format: Annotated[str, typer.Option(help="The format; the file's ending decides without.")] = "",  # noqa: A002
    field: Annotated[
        list[str] | None, typer.Option(help="A name in the files for a name here: --field text=body. Repeatable.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="The encoding of text files; found out without.")] = None,
    no_language: Annotated[
        bool, typer.Option("--no-language", help="Guess no language of articles that do not say it.")
    ] = False,
    annotator: Annotated[
        str, typer.Option(help="Whose annotation it is where a file does not say: NAME, or NAME:model for suggestions.")
    ] = "",
    label: Annotated[
        list[str] | None,
        typer.Option("--map", help="A label in the files for one here: --map PER=PERSON; PER= leaves out. Repeatable."),
    ] = None,
    text: Annotated[
        Path | None, typer.Option(help="brat: the folder of the texts, where it is one of its own.")
    ] = None,
    ann: Annotated[Path | None, typer.Option(help="brat: the folder of the annotation of these texts.")] = None,
    annotator_suffix: Annotated[
        str, typer.Option(help="brat: what parts a text's name from an annotator's, as in NAME_ada.ann.")
    ] = "",
    skip_near: Annotated[bool, typer.Option("--skip-near", help="Leave near-duplicates out.")] = False,
    as_json: Json = False,
) -> None:
    """Bring articles, and annotation, into a project. Exit code 1 when a file could not be read."""
    from annotator.app.importing import ImportOptions, import_paths
    from annotator.store.project import open_project

    sources = [*(paths or []), *([text] if text else [])]
    if not sources:
        raise typer.BadParameter("Name the files and folders to import, or --text for those of brat.")
    if (text or ann or annotator_suffix) and format not in ("", "brat"):
        raise typer.BadParameter("--text, --ann and --annotator-suffix are for --format brat.")
    format = "brat" if text or ann or annotator_suffix else format  # noqa: A001
    with sentences(), open_project(project) as opened, bar("Importing") as report:
        options = ImportOptions(
            format=format,
            fields=_fields(field or []),
            encoding=encoding,
            annotator=_annotator(annotator),
            labels=_labels(label or []),
            annotations=ann,
            annotator_suffix=annotator_suffix,
            language=not no_language,
            skip_near=skip_near,
            report=report,
        )
        result = import_paths(opened, sources, options)
    _tell_import(result, as_json=as_json)
    raise typer.Exit(FAILED if result.failed else 0)


def _tell_import(result: "ImportReport", *, as_json: bool) -> None:
    from annotator.app.importing import walk_problems

    if as_json:
        say_json(result)
        return
    for problem in walk_problems(result):
        complain(f"{problem.place}: {problem.reason}")
    say(result.as_text())


def _fields(pairs: list[str]) -> dict[str, str]:
    fields = dict(pair.partition("=")[::2] for pair in pairs)
    if wrong := [name for name, value in fields.items() if not name or not value]:
        raise typer.BadParameter(f"--field needs NAME=NAME IN THE FILE, not “{wrong[0]}”.")
    return fields


def _labels(pairs: list[str]) -> dict[str, str]:
    labels = [pair.partition("=") for pair in pairs]
    if wrong := [name for name, sign, _ in labels if not name or not sign]:
        raise typer.BadParameter(f"--map needs LABEL IN THE FILE=LABEL, not “{wrong[0]}”.")
    return {name: label for name, _, label in labels}


def _annotator(told: str) -> "Annotator | None":
    """NAME or NAME:KIND."""
    from annotator.model.annotation import KINDS, Annotator

    name, sign, kind = told.rpartition(":")
    if not sign:
        return Annotator(name=told) if told else None
    if kind not in KINDS or not name:
        raise typer.BadParameter(f"--annotator is NAME or NAME:KIND, the kind one of {', '.join(KINDS)}, not “{told}”.")
    return Annotator(name=name, kind=kind)


def export(
    project: ProjectPath,
    out: Annotated[Path, typer.Option(help="The file, or folder, to write.")],
    format: Annotated[str, typer.Option(help=FORMATS_OUT)] = "jsonl",  # noqa: A002
    annotator: Annotated[list[str] | None, typer.Option(help="Whose sets; everybody's without. Repeatable.")] = None,
    kind: Annotated[list[str] | None, typer.Option(help="person, model or gold. Repeatable.")] = None,
    status: Annotated[list[str] | None, typer.Option(help="A status, or all; done without. Repeatable.")] = None,
    pipeline: Annotated[str, typer.Option(help="spaCy pipeline whose tokenizer is used.")] = "",
    align: Annotated[str, typer.Option(help="Spans off the tokens: strict, contract or expand.")] = "strict",
    ents: Annotated[str, typer.Option(help="Labels for doc.ents, with commas; the group entities without.")] = "",
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
    """Write a dataset and read it again. What the format could not hold is counted and listed."""
    from annotator.app.exporting import ExportOptions
    from annotator.app.release.writing import Wish, write
    from annotator.exchange.protocols import ALIGNMENTS, Alignment
    from annotator.model.annotation import KINDS, STATUSES, AnnotatorKind, Status
    from annotator.store.project import open_project

    statuses = _one_of("--status", status or ["done"], (*STATUSES, "all"))
    with sentences():
        wish = Wish(
            split=split_options(split, seed, by_date, story),
            seed=seed,
            pseudonyms=pseudonyms,
            without_text=without_text,
            with_config=with_config,
        )
    with sentences(), open_project(project, read_only=not wish.keeps) as opened, bar("Exporting") as report:
        options = ExportOptions(
            names=tuple(annotator or ()),
            kinds=cast("tuple[AnnotatorKind, ...]", _one_of("--kind", kind or [], KINDS)),
            statuses=STATUSES if "all" in statuses else cast("tuple[Status, ...]", statuses),
            pipeline=pipeline,
            alignment=cast("Alignment", _one_of("--align", [align], ALIGNMENTS)[0]),
            ents=tuple(label.strip() for label in ents.split(",")) if ents else None,
            mark=mark,
            check=True,
            report=report,
        )
        result = write(opened, out, format, options, wish)
    _tell_export(result, as_json=as_json)
    if any(each.checked and each.checked.differences for each in result.every):
        raise typer.Exit(FAILED)


def _tell_export(result: "Outcome", *, as_json: bool) -> None:
    if as_json:
        say_json(result)
        return
    say(result.as_text())
    for each in result.every:
        say(each.losses.as_text())


def _one_of(option: str, values: list[str], known: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if value not in known:
            raise typer.BadParameter(f"{option} is one of {', '.join(known)}, not “{value}”.")
    return tuple(values)
