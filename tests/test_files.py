import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import annotator
from annotator import files

PACKAGE = Path(annotator.__file__).parent
ASK = (
    "from annotator import files; print(files.__file__); "
    "print(files.resource('schemas', 'news.toml')); print(files.dataset('seed'))"
)


def test_the_folders_are_found_where_the_tests_run() -> None:
    assert files.resource("schemas", "news.toml").read_text(encoding="utf-8").startswith("#")
    assert list(files.dataset("seed").glob("*.txt"))
    assert files.resource() == files.resource("schemas").parent


def test_in_a_checkout_they_lie_beside_the_package(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "annotator", ignore=shutil.ignore_patterns("resources", "datasets", "*.pyc"))
    module, schema, seed = ask(tmp_path)
    assert module == str(tmp_path / "annotator" / "files.py")
    assert schema == str(tmp_path / "resources" / "schemas" / "news.toml")
    assert seed == str(tmp_path / "datasets" / "seed")


def test_in_an_installed_wheel_they_lie_in_the_package(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "annotator", ignore=shutil.ignore_patterns("resources", "datasets", "*.pyc"))
    shutil.copytree(files.resource(), tmp_path / "annotator" / "resources")
    shutil.copytree(files.dataset(), tmp_path / "annotator" / "datasets")
    module, schema, seed = ask(tmp_path)
    assert module == str(tmp_path / "annotator" / "files.py")
    assert schema == str(tmp_path / "annotator" / "resources" / "schemas" / "news.toml")
    assert seed == str(tmp_path / "annotator" / "datasets" / "seed")
    assert Path(schema).is_file()


def ask(place: Path) -> list[str]:
    """Where a program that finds the package at `place` has its folders."""
    code = f"import sys; sys.path.insert(0, {str(place)!r}); {ASK}"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, cwd=place, check=True)
    return done.stdout.splitlines()


def test_in_a_frozen_program_they_lie_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert files.resource("icons") == tmp_path / "annotator" / "resources" / "icons"
    assert files.dataset("seed") == tmp_path / "annotator" / "datasets" / "seed"


def test_the_program_is_started_again_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.program() == [sys.executable, "-m", "annotator"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert files.program() == [sys.executable]
