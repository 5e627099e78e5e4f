"""`schema`: print the schema of a project, save it with the guidelines, or replace either."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli.console import FAILED, complain, say, say_json, sentences
from annotator.cli.projects import Json, ProjectPath

Renamed = Annotated[
    list[str] | None, typer.Option("--rename", help="OLD=NEW: what only has another name. May be given several times.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(schema)


def schema(
    project: ProjectPath,
    replacement: Annotated[
        Path | None, typer.Option("--set", help="A schema in TOML, or brat's annotation.conf, that replaces it.")
    ] = None,
    guidelines: Annotated[
        Path | None, typer.Option(help="A folder: guidelines are written to it, or with --set read from it.")
    ] = None,
    rename: Renamed = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """Print the schema, save the guidelines, or replace both after showing what of the annotation that touches."""
    with sentences():
        if replacement is None:
            _show(project, guidelines, as_json=as_json)
        else:
            _replace(project, replacement, guidelines, rename or [], yes=yes, as_json=as_json)


def _show(path: Path, folder: Path | None, *, as_json: bool) -> None:
    from annotator.store import guidelines, schemas
    from annotator.store.project import open_project

    with open_project(path, read_only=True) as project:
        version, toml = schemas.current_toml(project)
        texts = guidelines.texts(project)
    if folder is not None:
        _write(folder, texts)
    if as_json:
        say_json({"version": version, "schema": toml, "guidelines": texts})
    else:
        say(toml.rstrip("\n"))


def _write(folder: Path, texts: dict[str, str]) -> None:
    from annotator.app.atomic import write_whole
    from annotator.model.errors import SchemaError

    for name, text in texts.items():
        try:
            write_whole(folder / Path(name).name, text.encode())
        except OSError as error:
            raise SchemaError("guideline.write", f"{folder / name} cannot be written: {error.strerror}.") from error


def _replace(path: Path, source: Path, folder: Path | None, pairs: list[str], *, yes: bool, as_json: bool) -> None:
    from annotator.app import schema_editing
    from annotator.model.schema_file import read_schema
    from annotator.store import schemas
    from annotator.store.project import open_project

    toml = _read_schema(source)
    texts = {each.name: _read(each) for each in sorted(folder.glob("*.md"))} if folder else {}
    new = read_schema(toml)
    with open_project(path) as project:
        told = schema_editing.read_renames(schemas.current(project)[1], new, pairs)
        found = schema_editing.examine(project, new, told)
        if not as_json:
            say(found.as_text() or "The schema is the same.")
        if found.touched and not yes:
            _ask(as_json=as_json)
        step = schema_editing.apply(project, new, told, toml=toml, texts=texts)
        version = schemas.current(project)[0]
    if as_json:
        told_so = {"differences": found.differences, "touched": found.touched, "changed": step is not None}
        say_json({**told_so, "version": version})
    elif step:
        say(f"This is version {version} of the schema.")


def _read_schema(path: Path) -> str:
    """The TOML of a file, or made of brat's configuration."""
    from annotator.exchange.tools.brat_conf_in import schema_of

    return schema_of(path) if path.suffix == ".conf" else _read(path)


def _read(path: Path) -> str:
    from annotator.model.errors import SchemaError

    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError("schema.read", f"{path} cannot be read: {error}.") from error


def _ask(*, as_json: bool) -> None:
    """Go on only when somebody says so; who cannot be asked has to say `--yes`."""
    import sys

    if as_json or not sys.stdin.isatty():
        complain("Annotation is touched: say --yes to change the schema all the same.")
        raise typer.Exit(FAILED)
    if not typer.confirm("Change the schema?", err=True):
        complain("Nothing was changed.")
        raise typer.Exit(FAILED)
