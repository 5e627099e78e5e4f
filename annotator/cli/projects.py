"""`new`, `search`, `check`, `backup`, `restore`: a project and what is in it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from annotator import files
from annotator.app import wording
from annotator.cli.console import FAILED, complain, say, say_json, sentences

if TYPE_CHECKING:
    from annotator.model.query import SpanQuery
    from annotator.store.project import Project

ProjectPath = Annotated[Path, typer.Argument(help="The project file, NAME.annodb.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class FoundSpan(msgspec.Struct, frozen=True):
    """A span that `search` prints."""

    article: int
    title: str
    annotator: str
    label: str
    text: str


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (new, search, check, backup, restore):
        app.command()(command)


def new(
    project: ProjectPath,
    schema: Annotated[
        Path | None, typer.Option(help="A schema in TOML, or brat's annotation.conf, instead of the news schema.")
    ] = None,
) -> None:
    """Make a new, empty project."""
    from annotator.model.errors import SchemaError
    from annotator.store.project import SUFFIX, create_project

    path = project if project.suffix == SUFFIX else project.with_name(project.name + SUFFIX)
    with sentences():
        try:
            toml = _schema_text(schema or files.resource("schemas", "news.toml"))
        except (OSError, UnicodeDecodeError) as error:
            raise SchemaError("schema.read", f"The schema {schema} cannot be read: {error}.") from error
        create_project(path, toml).close()
    say(f"Made {path}.")


def _schema_text(path: Path) -> str:
    from annotator.exchange.tools.brat_conf_in import schema_of

    return schema_of(path) if path.suffix == ".conf" else path.read_text(encoding="utf-8")


def search(
    project: ProjectPath,
    words: Annotated[
        list[str],
        typer.Argument(help="Words that must all be there, “quoted” ones as a phrase; or spans, as in 'PLEDGE: tax'."),
    ],
    limit: Annotated[int, typer.Option(min=1, help="How many articles, or spans, at most.")] = 20,
    by: Annotated[str, typer.Option("--annotator", help="Whose spans; all persons' without.")] = "",
    as_json: Json = False,
) -> None:
    """Find articles by words in title and text, or spans by label, words, attributes and relations."""
    from annotator.model import query
    from annotator.store import schemas
    from annotator.store import search as searching
    from annotator.store.project import open_project

    with sentences(), open_project(project, read_only=True) as opened:
        schema = schemas.current(opened)[1]
        if query.is_query(schema, " ".join(words)):
            found = _found_spans(opened, query.parse(schema, " ".join(words)), by, limit)
            _say_spans(found, as_json=as_json)
            return
        hits = searching.search(opened, " ".join(words), limit=limit)
        total = searching.count(opened, " ".join(words))
    if as_json:
        say_json({"total": total, "hits": hits})
        return
    for hit in hits:
        say(f"{hit.seq:>7}  {hit.title}\n         {' '.join(hit.snippet.split())}")
    say(f"{wording.count(total, 'article')} found" + (f", the first {len(hits)} shown." if total > len(hits) else "."))


def _found_spans(project: "Project", asked: "SpanQuery", by: str, limit: int) -> "list[FoundSpan]":
    from annotator.cli.people import named
    from annotator.store import annotators, find

    persons = {number: each for number, each in annotators.everyone(project).items() if each.kind == "person"}
    found: list[FoundSpan] = []
    for number, each in (named(project, by) if by else persons).items():
        spans = find.spans(project, number, asked, limit=limit - len(found))
        found += [FoundSpan(seq, title, each.name, place.label, place.text) for seq, title, place in spans]
    return found


def _say_spans(found: "list[FoundSpan]", *, as_json: bool) -> None:
    if as_json:
        say_json({"spans": found})
        return
    for each in found:
        say(f"{each.article:>7}  {each.title}\n         {each.label}: {' '.join(each.text.split())} ({each.annotator})")
    say(f"{wording.count(len(found), 'span')} shown.")


def check(project: ProjectPath, as_json: Json = False) -> None:
    """Check a project: is the file whole, and does every span lie on the text it covers? Exit code 1 if not."""
    from annotator.store import check as checking
    from annotator.store.project import open_project

    with sentences(), open_project(project, read_only=True) as opened:
        found = list(checking.problems(opened))
    if as_json:
        say_json({"problems": found})
    else:
        for problem in found:
            complain(problem)
        say(f"{project.name}: {len(found)} problems." if found else f"{project.name} is whole.")
    raise typer.Exit(FAILED if found else 0)


def backup(
    project: ProjectPath,
    to: Annotated[Path | None, typer.Option(help="The file to write; a dated one beside the project without.")] = None,
) -> None:
    """Back a project up, also while it is open elsewhere."""
    from annotator.model.errors import ProjectError
    from annotator.store import backup as backups
    from annotator.store.project import open_project

    with sentences(), open_project(project, read_only=True) as opened:
        if to and to.resolve() == opened.path:
            raise ProjectError("backup.self", f"{to.name} is the project itself: choose another name for the backup.")
        made = backups.write_backup(opened.db, to) if to else backups.rotate(opened.db, opened.path)
    say(f"Backed up to {made}.")


def restore(
    project: ProjectPath,
    source: Annotated[Path | None, typer.Option("--from", help="The backup; the newest one without.")] = None,
) -> None:
    """Put a backup in the place of a project; what stood there is kept beside it."""
    from annotator.model.errors import ProjectError
    from annotator.store import backup as backups
    from annotator.store.lock import WriterLock

    project = project.resolve()  # the lock and the backups lie beside the file itself
    with sentences():
        chosen = source or next(iter(backups.backups_of(project)), None)
        if chosen is None:
            raise ProjectError("backup.none", f"There is no backup of {project.name}: name one with --from.")
        lock = WriterLock(project)
        lock.take()
        try:
            kept = backups.restore(project, chosen)
        finally:
            lock.give_back()
    say(f"Restored {project.name} from {chosen.name}." + (f" What stood there is now {kept.name}." if kept else ""))
