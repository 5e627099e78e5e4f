"""The commands, run in this process."""

from pathlib import Path

import pytest
from cli_cases import Run, make_project
from typer.testing import CliRunner, Result

from annotator.cli.commands import app


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; what nobody caught is raised here."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)

    return invoke


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The project of `cli_cases.make_project`, closed."""
    return make_project(tmp_path / "news.annodb")
