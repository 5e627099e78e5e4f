"""`doctor`: is everything there that the program needs?"""

import typer

from annotator.cli.console import FAILED, say, say_json
from annotator.cli.projects import Json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(doctor)


def doctor(as_json: Json = False) -> None:
    """Say which versions, model, libraries and folders are used, and what is missing. Exit code 1 if something is."""
    from annotator.app.doctor import findings

    found = findings()
    if as_json:
        say_json({"findings": found, "well": all(each.is_well for each in found)})
    else:
        for each in found:
            say(f"{'✓' if each.is_well else '✗'} {each.name}: {each.found}")
            if each.remedy:
                say(f"    {each.remedy}")
    raise typer.Exit(0 if all(each.is_well for each in found) else FAILED)
