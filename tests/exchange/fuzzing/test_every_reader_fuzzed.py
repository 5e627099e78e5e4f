"""Every reader, given thousands of files that went wrong: articles, or an ExchangeError; see `harness`.

200 inputs for each reader; ANNOTATOR_FUZZ=10000 makes more of them, ANNOTATOR_FUZZ_FROM=1234 begins there (with
ANNOTATOR_FUZZ=1, one input is tried again). An input is known by its reader and number, on every machine.
"""

import os
import shutil
from dataclasses import fields
from pathlib import Path
from random import Random

import pytest
from exchange_cases import SCHEMA
from harness import TooSlowError, memory, outcome
from mutations import mutant
from seed_files import SEEDS, Files, readers, seeds

from annotator.exchange.protocols import Incoming, Reader, ReadOptions
from annotator.model.annotation import Annotator

INPUTS = int(os.environ.get("ANNOTATOR_FUZZ", "200"))
FIRST = int(os.environ.get("ANNOTATOR_FUZZ_FROM", "0"))
MOST_MEMORY = 400 * 2**20  # bytes that a reader may add to what the tests hold
MOST_FAILURES = 10  # that are shown
CHOICES: tuple[dict[str, object], ...] = (
    *({}, {}, {}, {"schema": SCHEMA}, {"schema": SCHEMA}),
    {"annotator": Annotator(name="m", kind="model", version="1")},
    {"schema": SCHEMA, "labels": {"PERSON": "ORG", "ORG": "", "PER": "PERSON"}},
    *({"encoding": "utf-8"}, {"encoding": "latin-1"}, {"encoding": "utf-16"}, {"encoding": "nonsense"}),
    {"fields": {"text": "title", "date": "text"}},
)  # fmt: skip


def lay(folder: Path, files: Files) -> Path:
    """The files in a folder; the path of that which is read."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / next(iter(files))


def tried(reader: Reader, files: Files, folder: Path, options: ReadOptions) -> str:
    """What is wrong with how the files are read; "" for nothing."""
    path = lay(folder, files)
    try:
        wrong = outcome(reader, path, options)
    except (Exception, TooSlowError) as error:
        wrong = f"{type(error).__name__}: {error}"[:500]
    for name in files:
        (folder / name).unlink()
    return wrong


def _told(options: ReadOptions) -> str:
    """The options that are not as ever; of the schema only that there is one."""
    given = {field.name: getattr(options, field.name) for field in fields(ReadOptions)}
    return str({name: value if name != "schema" else "news" for name, value in given.items() if value})


def number_of(name: str, number: int) -> tuple[Files, ReadOptions]:
    """The input of a reader with that number, and how to read it."""
    random = Random(f"{name} {number}")
    return mutant(random, seeds(name)), ReadOptions(**random.choice(CHOICES))


def test_every_reader_has_sound_files() -> None:
    assert SEEDS.keys() == readers().keys()


@pytest.mark.parametrize("name", readers())
def test_the_sound_files_come_in_and_are_the_same_each_time(name: str, tmp_path: Path) -> None:
    for files in seeds(name):
        path = lay(tmp_path, files)
        found = list(readers()[name].read(path, options=ReadOptions()))
        assert any(isinstance(each, Incoming) for each in found)
    assert number_of(name, 7) == number_of(name, 7)


@pytest.mark.parametrize("name", readers())
def test_a_file_that_went_wrong_gives_articles_or_an_error_and_nothing_else(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    reader = readers()[name]
    for files in seeds(name):
        assert tried(reader, files, tmp_path / "sound", ReadOptions()) == ""
    failures: list[str] = []
    with memory() as taken:
        for number in range(FIRST, FIRST + INPUTS):
            files, options = number_of(name, number)
            if wrong := tried(reader, files, tmp_path / "input", options):
                kept = lay(tmp_path / "kept" / f"{name}-{number}", files)
                failures.append(f"input {number}, kept as {kept}, {_told(options)}:\n  {wrong}")
    shutil.rmtree(tmp_path / "input", ignore_errors=True)
    assert not failures, f"{len(failures)} of {INPUTS} inputs\n" + "\n".join(failures[:MOST_FAILURES])
    assert taken[0] < MOST_MEMORY
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("faulty", "told"),
    [
        (lambda _: 1 / 0, "ZeroDivisionError"),
        (lambda path: (path.parent.parent / "out.txt").write_text("x"), "out.txt"),
        (lambda path: (path.parent / "temporary" / "left.txt").write_text("x"), "files were made"),
        (lambda _: __import__("socket").socket().close(), "socket.__new__"),
        (lambda _: __import__("warnings").warn("old", stacklevel=1), "warned: old"),
        (lambda _: __import__("logging").getLogger("pypdf").warning("odd"), "printed: odd"),
        (lambda _: None, "neither articles nor an error"),
    ],
)
def test_what_a_reader_must_not_do_is_seen(faulty: object, told: str, tmp_path: Path) -> None:
    class Faulty:
        name, title, suffixes = "faulty", "Faulty", (".txt",)

        def fits(self, head: bytes) -> bool:
            return True

        def read(self, path: Path, *, options: ReadOptions) -> object:
            faulty(path)
            return iter(())

    assert told in tried(Faulty(), {"a.txt": b"x"}, tmp_path / "in", ReadOptions())


def test_a_reader_without_an_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        name, title, suffixes = "endless", "Endless", (".txt",)

        def fits(self, head: bytes) -> bool:
            while True:
                pass

    monkeypatch.setattr("harness.SECONDS", 0.05)
    assert "TooSlowError" in tried(Endless(), {"a.txt": b"x"}, tmp_path, ReadOptions())
