"""The same state gives the same bytes, in every format that goes out: two processes write it, some seconds apart."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from release_cases import ADA, BOB, new_release_project

from annotator.exchange import registry

_WRITE = """
import sys
from pathlib import Path
from annotator.app.exporting import ExportOptions, export
from annotator.app.release import standoff
from annotator.exchange import registry
from annotator.model.errors import ExchangeError
from annotator.store.project import open_project
out = Path(sys.argv[2])
with open_project(Path(sys.argv[1]), read_only=True) as project:
    for writer in [*registry.writers().loaded.values(), standoff.WRITER]:
        folder = out / writer.name
        folder.mkdir(parents=True)
        try:
            export(project, folder / f"news{writer.suffix}", writer, ExportOptions(names=("Ada Brill",)))
        except ExchangeError as error:
            if error.code != "format.library":
                raise
            (folder / "missing").touch()
"""


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders with an export in each format, of processes whose hashes, clocks and names of files differ."""
    folder = tmp_path_factory.mktemp("bytes")
    new_release_project(folder / "news.annodb", 6, (ADA, BOB)).close()
    made = [folder / "one", folder / "two"]
    for seed, out in enumerate(made):
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": f"UTC{seed}"}
        command = [sys.executable, "-c", _WRITE, str(folder / "news.annodb"), str(out)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False, env=environment)
        assert done.returncode == 0, done.stderr
    return made


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize("name", [*registry.BUILT_IN[registry.WRITERS], "standoff"])
def test_the_same_state_gives_the_same_bytes(twice: list[Path], name: str) -> None:
    if name in registry.writers().failed:
        pytest.skip(f"{name} cannot be loaded")
    one, two = (tree(folder / name) for folder in twice)
    if "missing" in one:
        pytest.skip(f"{name} needs a library that is not here")
    assert one
    assert one == two
