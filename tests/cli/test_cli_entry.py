import sys
from pathlib import Path

import pytest
import typer
from cli_cases import Run

import annotator
from annotator import cli
from annotator.cli import window
from annotator.cli.commands import app

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the window was opened with; it ends with exit code 7."""
    calls: list[list[str]] = []
    monkeypatch.setattr(window, "run", lambda arguments: calls.append(arguments) or 7)
    return calls


def test_all_commands_are_there() -> None:
    making = {"new", "import", "suggest", "export", "backup", "restore"}
    assert set(COMMANDS) == making | {
        *("open", "demo", "register", "stats", "evaluate", "train", "search", "schema", "check", "doctor"),
        *("release", "rehydrate", "duplicates"),
    }


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(run: Run, name: str) -> None:
    result = run(name, "-h")
    assert result.exit_code == 0
    about = COMMANDS[name].help.splitlines()[0]
    assert about in " ".join(result.stdout.split())
    for parameter in COMMANDS[name].params:
        told = getattr(parameter, "help", "")
        assert told, f"{name} {parameter.name} has no help"


def test_the_program_explains_itself_with_its_commands(run: Run) -> None:
    result = run("-h")
    assert result.exit_code == 0
    for name in COMMANDS:
        assert f" {name} " in result.stdout


def test_the_version_is_printed(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"annotator {annotator.__version__}\n")


def test_a_word_that_is_no_command_is_a_project_to_open(run: Run, opened: list[list[str]]) -> None:
    assert run("letters.annodb").exit_code == 7
    assert run("open", "letters.annodb").exit_code == 7
    assert run().exit_code == 7
    assert opened == [["letters.annodb"], ["letters.annodb"], []]


def test_an_unknown_option_is_a_mistake_in_the_call(run: Run, opened: list[list[str]], path: Path) -> None:
    assert run("--nonsense").exit_code == 2
    assert run("stats", path, "--nonsense").exit_code == 2
    assert run("stats").exit_code == 2
    assert opened == []


def test_the_entry_point_of_launchers_opens_the_window(
    monkeypatch: pytest.MonkeyPatch, opened: list[list[str]]
) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator-window", "letters.annodb"])
    with pytest.raises(SystemExit) as ended:
        cli.main_window()
    assert (ended.value.code, opened) == (7, [["letters.annodb"]])


def test_the_entry_point_runs_the_commands(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", "--version"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"annotator {annotator.__version__}\n"


def test_the_word_worker_starts_the_child_process(monkeypatch: pytest.MonkeyPatch) -> None:
    from annotator.app.worker import serve

    monkeypatch.setattr(sys, "argv", ["annotator", "worker"])
    monkeypatch.setattr(serve, "main", lambda: 5)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 5


def test_a_window_that_cannot_be_loaded_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "annotator.ui.application", None)
    assert window.run([]) == 1
    told = capsys.readouterr().err
    assert told.startswith("The window cannot be opened: ")
    assert "annotator doctor" in told


def test_without_a_screen_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert window.run([]) == 1
    told = "There is no screen to open the window on. “annotator demo --no-window” needs none.\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("arguments", [[], ["letters.annodb"]])
def test_only_a_project_opens_the_window_without_the_commands(
    monkeypatch: pytest.MonkeyPatch, opened: list[list[str]], arguments: list[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", *arguments])
    monkeypatch.setitem(sys.modules, "annotator.cli.commands", None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert (ended.value.code, opened) == (7, [arguments])
