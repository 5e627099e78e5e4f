"""A release: a folder with the dataset in some formats, its card, schema, guidelines, and a content hash.

It is a snapshot: the same state of the project gives the same bytes. The folder is there whole or not at all.
"""

import hashlib
from pathlib import Path

import msgspec

from annotator.app.exporting import ExportOptions, ExportReport, Write, export, outgoing
from annotator.app.release import pseudonyms, snapshot, standoff
from annotator.app.release.card import Card, Written, agreements
from annotator.app.release.parts import PartsReport, division_of, part_path, refuse_read_only, write_parts
from annotator.app.release.spacy_layout import write_layout
from annotator.app.release.splits import Division, SplitOptions
from annotator.app.wording import count
from annotator.exchange import registry
from annotator.exchange.files_out import MARK, folder_out
from annotator.exchange.protocols import Writer
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError
from annotator.store import annotators, guidelines, schemas, splits
from annotator.store.project import Project

CARD, FACTS = "README.md", "snapshot.json"


class ReleaseOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a release is to be. `split` None leaves it undivided; `export` chooses whose sets."""

    formats: tuple[str, ...] = ("jsonl",)
    export: ExportOptions = ExportOptions()
    split: SplitOptions | None = None
    licence: str = ""
    seed: int = 0
    pseudonyms: bool = False
    without_text: bool = False
    with_config: bool = False


class Release(msgspec.Struct, kw_only=True):
    """What was made."""

    sha256: str
    articles: int
    files: list[Written] = []
    division: Division | None = None

    def as_text(self) -> str:
        """The release in some lines."""
        lines = [f"{each.path}: {each.report.as_text()}" for each in self.files]
        if self.division is not None:
            lines.insert(0, self.division.as_text())
        return "\n".join([*lines, f"Released {count(self.articles, 'article')}, content hash {self.sha256}."])


def make_release(project: Project, folder: Path, options: ReleaseOptions, *, elsewhere: Write | None = None) -> Release:
    """Write the release into a folder, which is replaced if an earlier release stands there.

    Raises ExchangeError and ProjectError; the folder is then as it was before.
    """
    writers = _writers(options)
    names: pseudonyms.Names = {}
    chosen = msgspec.structs.replace(options.export, check=True)
    if options.pseudonyms:
        names = pseudonyms.names(project, options.seed)
        chosen = msgspec.structs.replace(chosen, alter=pseudonyms.hiding(names))
    if options.split is not None:
        refuse_read_only(project)
    with folder_out(folder) as made:
        release = _fill(project, made, options, chosen, writers, names, elsewhere)
    if release.division is not None:
        splits.give(project, release.division.parts)
    return release


def _writers(options: ReleaseOptions) -> list[Writer]:
    if options.without_text:
        if options.with_config:
            raise ExchangeError("release.text", "A dataset without texts trains nothing: leave out --with-config.")
        return [standoff.WRITER]
    writers = [registry.writer_for(name) for name in dict.fromkeys(options.formats)]
    if options.with_config and (options.split is None or all(each.name != "spacy" for each in writers)):
        sentence = "A configuration is for a DocBin in parts: add --format spacy and --split 80/10/10."
        raise ExchangeError("release.config", sentence)
    return writers


def _fill(
    project: Project,
    folder: Path,
    options: ReleaseOptions,
    chosen: ExportOptions,
    writers: list[Writer],
    names: pseudonyms.Names,
    elsewhere: Write | None,
) -> Release:
    _, schema = schemas.current(project)
    schema_text = schemas.current_toml(project)[1]
    shot = snapshot.take(outgoing(project, chosen, ExportReport(), one_set=False), schema_text)
    division = division_of(project, chosen, options.split, one_set=False) if options.split else None
    written: list[Written] = []
    for writer in writers:
        written += _write(project, folder, writer, chosen, division, elsewhere)
    if options.with_config:
        train, dev = (part_path(folder / "spacy" / f"{project.name}.spacy", part) for part in ("train", "dev"))
        items = outgoing(project, chosen, ExportReport(), one_set=True)
        layout, apart = folder / "spacy" / f"{project.name}-config", elsewhere is not None
        write_layout(layout, items, schema, train, dev, chosen, options.seed, apart=apart)
    texts = guidelines.texts(project)
    (folder / "schema.toml").write_text(schema_text, encoding="utf-8")
    for name, text in texts.items():
        (folder / "guidelines").mkdir(exist_ok=True)
        (folder / "guidelines" / Path(name).name).write_text(text, encoding="utf-8")
    card = Card(
        name=project.name,
        language=schema.language,
        snapshot=shot,
        written=written,
        labels={label.name: label.about for label in schema.labels},
        agreements=agreements(project, _people(project, chosen), names),
        guidelines=sorted(Path(name).name for name in texts),
        licence=options.licence,
        division=division.state() if division else "",
        without_text=options.without_text,
    )
    (folder / CARD).write_text(card.as_text(), encoding="utf-8")
    _write_facts(folder, shot, options)
    return Release(sha256=shot.sha256, articles=shot.articles, files=written, division=division)


def _write(
    project: Project,
    folder: Path,
    writer: Writer,
    chosen: ExportOptions,
    division: Division | None,
    elsewhere: Write | None,
) -> list[Written]:
    """The dataset in one format, in a folder of its name."""
    place = folder / writer.name
    place.mkdir()
    target = place / f"{project.name}{writer.suffix}"
    if division is None:
        reports = {target: export(project, target, writer, chosen, elsewhere=elsewhere)}
    else:
        parts: PartsReport = write_parts(project, target, writer, chosen, division, elsewhere=elsewhere)
        reports = {part_path(target, part): report for part, report in parts.parts.items()}
    return [
        Written(format=writer.title, path=path.relative_to(folder).as_posix(), report=report)
        for path, report in reports.items()
    ]


def _people(project: Project, chosen: ExportOptions) -> list[Annotator]:
    everyone = annotators.everyone(project).values()
    return [each for each in everyone if not chosen.names or {each.name, str(each)} & set(chosen.names)]


def _write_facts(folder: Path, shot: snapshot.Snapshot, options: ReleaseOptions) -> None:
    """`snapshot.json`: the content hash, and the SHA-256 of every file, so that one can see whether all is whole."""
    files = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.name != MARK):
        with path.open("rb") as file:
            files[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    facts = {
        "content": shot.sha256,
        "articles": shot.articles,
        "sets": shot.sets,
        "spans": shot.spans,
        "licence": options.licence,
        "files": files,
    }
    (folder / FACTS).write_bytes(msgspec.json.format(msgspec.json.encode(facts), indent=2) + b"\n")
