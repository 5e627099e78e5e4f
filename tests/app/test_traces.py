import logging
from collections.abc import Callable, Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import msgspec
import pytest

from annotator.app import logs
from annotator.app.traces import LEFT_OUT, line_of, trace_of, what_is_said
from annotator.model.errors import ProjectError

TEXT = "Ysolde Marr has pledged to reopen Aubrey Lock by October."


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that is logged to, in a folder of its own."""
    logger = logging.getLogger("annotator")
    kept, level = logger.handlers[:], logger.level
    logger.handlers = []
    monkeypatch.setattr(logs, "log_folder", lambda: tmp_path)
    logs.start_logging()
    yield tmp_path / "annotator.log"
    for handler in logger.handlers:
        handler.close()
    logger.handlers, logger.level = kept, level


def caught(act: Callable[[], object]) -> Exception:
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


def given(kind: type[Exception], words: str) -> None:
    raise kind(words)


class Item(msgspec.Struct):
    number: int


QUOTING: list[Callable[[], Any]] = [
    lambda: {}[TEXT],
    lambda: int(TEXT),
    lambda: TEXT.index("q" + TEXT),
    lambda: getattr(TEXT, TEXT),
    lambda: msgspec.json.decode(b'{"number": "' + TEXT.encode() + b'"}', type=Item),
    lambda: msgspec.json.decode(TEXT.encode()),
    lambda: msgspec.convert({"number": 1}, Item)(**{TEXT: 1}),
    lambda: (TEXT + "é").encode("ascii", TEXT),
    lambda: (TEXT + "\ud800").encode(),
    lambda: Path(TEXT).read_text(),
    *(lambda kind=kind: given(kind, f"cannot place “{TEXT}”") for kind in (RuntimeError, TypeError, AttributeError)),
    *(lambda kind=kind: given(kind, TEXT) for kind in (IndexError, NameError, ImportError, ZeroDivisionError)),
    lambda: given(lambda words: ProjectError("article.changed", words), TEXT),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("act", QUOTING)
def test_a_trace_quotes_no_text_whatever_the_message_says(act: Callable[[], object], log: Path) -> None:
    error = caught(act)
    try:
        raise RuntimeError("it failed") from error
    except RuntimeError as wrapped:
        logging.getLogger("annotator.somewhere").exception("while it was tried")
        told = trace_of(wrapped)
    written = log.read_text(encoding="utf-8")
    for each in (told, written):
        assert type(error).__qualname__ in each
        assert "test_traces.py" in each
        assert "RuntimeError: it failed" in each
        assert not {"Ysolde", "Aubrey", "reopen"} & set(each.replace("'", " ").replace("“", " ").split())


def test_what_is_about_the_program_is_kept() -> None:
    nothing: Any = None
    assert what_is_said(caught(lambda: nothing.spans)) == "'NoneType' object has no attribute 'spans'"
    assert what_is_said(caught(lambda: [][3])) == "list index out of range"
    assert what_is_said(caught(lambda: Path("/no/such/file").read_text())) == "No such file or directory"
    assert what_is_said(ProjectError("project.full", TEXT)) == "project.full"


def test_errors_that_caused_each_other_are_told_once() -> None:
    first, second = ValueError(TEXT), RuntimeError(TEXT)
    first.__cause__, second.__cause__ = second, first
    assert trace_of(first).count("ValueError") == 1


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"ValueError: {TEXT}", "ValueError"),
        (f"thinc.errors.SomeError: {TEXT}", "thinc.errors.SomeError"),
        (f"/lib/spacy/x.py:12: UserWarning: [W030] in “{TEXT}”", "/lib/spacy/x.py:12: UserWarning"),
        ('File "/lib/x.py", line 3, in nlp', 'File "/lib/x.py", line 3, in nlp'),
        ("Fatal Python error: Segmentation fault", "Fatal Python error: Segmentation fault"),
        (TEXT, f"(a line of {len(TEXT)} characters)"),
    ],
)
def test_of_what_a_worker_complains_kind_and_place_are_kept(line: str, kept: str) -> None:
    assert line_of(line) == kept


def test_the_log_is_small_and_rotates(log: Path) -> None:
    (handler,) = (each for each in logging.getLogger("annotator").handlers if isinstance(each, RotatingFileHandler))
    handler.maxBytes = 2000
    for number in range(200):
        logging.getLogger("annotator.somewhere").warning("something happened, for the time %s", number)
    assert {each.name for each in log.parent.iterdir()} == {
        "annotator.log",
        *(f"annotator.log.{n}" for n in range(1, 6)),
    }
    assert all(each.stat().st_size <= 2000 for each in log.parent.iterdir())


def test_an_error_without_a_place_says_nothing_of_its_own() -> None:
    assert trace_of(TypeError(TEXT)) == f"TypeError: {LEFT_OUT}"
