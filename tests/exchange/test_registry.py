import subprocess
import sys
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from annotator.cli.transfer import FORMATS_OUT
from annotator.exchange import registry
from annotator.exchange.jsonl import READER as JSONL
from annotator.exchange.text import READER as TEXT
from annotator.model.errors import ExchangeError

ROOT = Path(registry.__file__).parents[2]


class TeiReader:
    name = "tei"
    title = "TEI"
    suffixes = (".txt", ".xml")

    def fits(self, head: bytes) -> bool:
        return head.startswith(b"<TEI")

    def read(self, path: Path, *, options: object) -> object:
        return iter(())


TEI = TeiReader()
NOTHING = 7
plugged = pytest.mark.usefixtures("_plugins")


def fail() -> None:
    raise RuntimeError("plug-in is out of order")


@pytest.fixture
def _plugins(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> object:
    """Other packages' entry points: a good one, and bad ones of every kind."""
    here = request.module.__name__
    points = [
        EntryPoint("tei", f"{here}:TEI", registry.READERS),
        EntryPoint("nothing", f"{here}:NOTHING", registry.READERS),
        EntryPoint("missing", "no_such_module:READER", registry.READERS),
        EntryPoint("text", f"{here}:TEI", registry.READERS),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: [each for each in points if each.group == group])
    registry.readers.cache_clear()
    yield
    registry.readers.cache_clear()


def test_the_built_in_formats_are_those_of_the_packages_metadata() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {
        group: project["entry-points"][group] for group in (registry.READERS, registry.WRITERS)
    } == registry.BUILT_IN


def test_the_command_line_names_every_format_that_goes_out() -> None:
    names = FORMATS_OUT.removesuffix(", or one of a plug-in.").split(", ")
    assert [name.partition(" ")[0] for name in names] == list(registry.BUILT_IN[registry.WRITERS])


def test_the_built_in_formats_are_there_without_an_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "entry_points", lambda group: [])
    registry.readers.cache_clear()
    assert {"text", "jsonl"} <= registry.readers().loaded.keys()
    registry.readers.cache_clear()
    assert {"jsonl", "spacy"} <= registry.writers().loaded.keys()
    assert registry.writers().failed == {}


def test_a_format_is_called_what_its_entry_point_is_called() -> None:
    for formats in (registry.readers(), registry.writers()):
        assert all(name == each.name for name, each in formats.loaded.items())


@plugged
def test_a_plug_in_is_found_and_those_that_fail_are_named_and_stop_nothing() -> None:
    found = registry.readers()
    assert found.loaded["tei"] is TEI
    assert found.loaded["text"] is TEXT
    assert found.failed["nothing"].endswith("NOTHING is no reader")
    assert found.failed["missing"].startswith("ModuleNotFoundError")
    assert [name for name in found.failed if name.startswith("text (")] != []


@plugged
def test_a_format_that_failed_to_load_says_why_when_it_is_asked_for() -> None:
    with pytest.raises(ExchangeError, match="missing cannot be used: ModuleNotFoundError"):
        registry.reader_for(Path("a.txt"), "missing")


@plugged
def test_the_content_decides_where_several_formats_share_a_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"plain")
    assert registry.reader_for(path) is TEXT
    path.write_bytes(b"<TEI>")
    assert registry.reader_for(path) is TEI, "a general reader stands back"
    assert registry.reader_for(path, "text") is TEXT


def test_a_file_that_may_be_of_several_formats_is_asked_about(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = registry.Formats({"text": TEXT, "tei": TEI, "other": TeiReader()}, {})
    monkeypatch.setattr(registry, "readers", lambda: found)
    path = tmp_path / "a.txt"
    path.write_bytes(b"<TEI>")
    with pytest.raises(ExchangeError, match="may be any of tei, tei: name the format"):
        registry.reader_for(path)


class InsideReader(TeiReader):
    """Told by what is in the file, whatever it begins with."""

    name = "inside"

    def fits_file(self, path: Path, head: bytes) -> bool:
        return not head.startswith(b"<TEI") and path.read_bytes().endswith(b"inside")


def test_a_reader_may_look_into_the_file_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    inside = InsideReader()
    found = registry.Formats({"text": TEXT, "inside": inside}, {})
    monkeypatch.setattr(registry, "readers", lambda: found)
    path = tmp_path / "a.txt"
    path.write_bytes(b"plain")
    assert registry.reader_for(path) is TEXT
    path.write_bytes(b"x" * 10_000 + b"inside")
    assert registry.reader_for(path) is inside


def test_a_reader_is_found_by_suffix_whatever_its_case_and_by_name(tmp_path: Path) -> None:
    assert registry.reader_for(Path("A.TXT")) is TEXT
    path = tmp_path / "a.jsonl"  # of several formats: what is in it decides
    path.write_text('{"text": "x"}')
    assert registry.reader_for(path) is JSONL
    assert registry.reader_for(Path("a.txt"), "jsonl") is JSONL


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(ExchangeError, match=r"No format is known for a\.wordstar.*text \(\.txt \.text\)"):
        registry.reader_for(Path("a.wordstar"))
    with pytest.raises(ExchangeError, match=r"no format klingon\..*jsonl"):
        registry.writer_for("klingon")


def test_finding_the_formats_imports_no_spacy() -> None:
    code = (
        "import sys; from annotator.exchange import registry; registry.readers(); registry.writers();"
        "sys.exit('spacy' in sys.modules or 'PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
