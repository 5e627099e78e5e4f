"""`annotator [PROJECT]`: the window."""

from pathlib import Path

from annotator.cli.console import complain


def run(arguments: list[str]) -> int:
    """Open the window, with a project when one is named; the exit code."""
    try:
        from annotator.ui.application import run_window
    except ImportError as error:
        complain(f"The window cannot be opened: {error}. Run “annotator doctor” to see what is missing.")
        return 1
    return run_window(Path(arguments[0]) if arguments else None)
