"""The command line: typer commands without logic of their own. Nothing heavy is imported before it is used."""

import sys


def main() -> None:
    """Run the command line."""
    if sys.argv[1:2] == ["worker"]:  # the child process: it must be ready as soon as its model is
        from annotator.app.worker.serve import main as serve

        sys.exit(serve())
    if sys.argv[1:2] == ["spacy-layout"]:  # another one: spaCy is not to be loaded in the window's process
        from annotator.app.release.spacy_layout import serve as write_layout

        sys.exit(write_layout())
    if _only_a_project(sys.argv[1:]):  # no commands are needed, so none are imported
        from annotator.cli.window import run

        sys.exit(run(sys.argv[1:]))
    from annotator.cli.commands import app

    app()


def _only_a_project(arguments: list[str]) -> bool:
    return not arguments or (len(arguments) == 1 and arguments[0].endswith(".annodb"))


def main_window() -> None:
    """Open the window; the entry point of desktop launchers."""
    from annotator.cli.window import run

    sys.exit(run(sys.argv[1:]))
