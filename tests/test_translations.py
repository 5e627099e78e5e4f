"""The catalogues hold every text of the code, translated, and the program reads what they say."""

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import regex
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("fr",)
UPDATE = "run: python packaging/translations.py update, then translate what is new in resources/translations"
RELEASE = "run: python packaging/translations.py release"

_PLACE = regex.compile(r"\{\w*(?::n)?\}")


@pytest.fixture(scope="module")
def tools() -> Iterator[ModuleType]:
    """The program that keeps the catalogues."""
    folder = str(ROOT / "packaging")
    sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path.remove(folder)


def catalogue(tools: ModuleType, language: str) -> dict[tuple[str, str], str]:
    return dict(tools.entries(FOLDER / f"annotator_{language}.ts"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_code_is_in_the_catalogue_and_no_other(tools: ModuleType, language: str) -> None:
    wanted, found = set(tools.texts()), set(catalogue(tools, language))
    assert not wanted - found, f"not in the catalogue; {UPDATE}"
    assert not found - wanted, f"gone from the code; {UPDATE}"


def test_the_patterns_of_sentences_are_those_of_the_code(tools: ModuleType) -> None:
    kept = (FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines()
    assert kept == tools.sentences(), UPDATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_update_of_the_catalogue_changes_nothing(tools: ModuleType, language: str, tmp_path: Path) -> None:
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tools, "FOLDER", tmp_path)
        tools.update(language)
    changed = [path.name for path in tmp_path.iterdir() if path.read_bytes() != before[path.name]]
    assert not changed, UPDATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(tools: ModuleType, language: str) -> None:
    missing = [key for key, said in catalogue(tools, language).items() if not said]
    assert not missing, f"translate these in resources/translations/annotator_{language}.ts, then {RELEASE}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_of_its_text(tools: ModuleType, language: str) -> None:
    """How often is the translator's business: a name may be said once where the text says it twice."""
    bad = {
        source: said
        for (_, source), said in catalogue(tools, language).items()
        if said and set(_PLACE.findall(source)) != set(_PLACE.findall(said))
    }
    assert not bad


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_with_but_a_space_between_stay_together(tools: ModuleType, language: str) -> None:
    """Nobody can tell where the one ends and the other begins."""
    together = regex.compile(r"\{\d+\}(?: \{\d+\})+")
    said = {key: said for key, said in catalogue(tools, language).items() if key[0] == "Sentences" and said}
    assert not [key for key, text in said.items() if any(each not in text for each in together.findall(key[1]))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_space_around_its_text(tools: ModuleType, language: str) -> None:
    """Texts that are put together, such as ", {time} left", would run into each other."""

    def edges(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    bad = [key for key, said in catalogue(tools, language).items() if said and edges(key[1]) != edges(said)]
    assert not bad


def test_french_is_set_as_french_is(tools: ModuleType) -> None:
    """Apostrophes are curved, quotation marks angular, and what goes before two-part signs does not break."""
    wrong = regex.compile(r"'|\"|“|”|\.\.\.| [;:!?»]|« |\p{L}[;!?»]|«\p{L}|\p{L}: ")
    bad = [said for said in catalogue(tools, "fr").values() if wrong.search(said)]
    assert not bad


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_reads_what_the_catalogue_says(tools: ModuleType, language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"annotator_{language}.qm")), RELEASE
    read = {key: translator.translate(*key) for key in catalogue(tools, language)}
    assert read == catalogue(tools, language), RELEASE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_makes_the_file_that_is_kept(tools: ModuleType, language: str, tmp_path: Path) -> None:
    source = FOLDER / f"annotator_{language}.ts"
    (tmp_path / source.name).write_bytes(source.read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tools, "FOLDER", tmp_path)
        assert tools.release(language) == 0
    made = (tmp_path / source.name).with_suffix(".qm").read_bytes()
    assert made == source.with_suffix(".qm").read_bytes(), RELEASE


# How texts are found in the code


CODE = '''
"""A module."""
from annotator.app.wording import count
def f(n, status, who, why: "list[str] | None"):
    """Docs are not said."""
    _log.info("Nobody reads this log")
    db.execute("SELECT a FROM b WHERE c")
    say(f"Made {who} of {n:,}")
    say(f"{count(n, 'article')} imported")
    say(f"Set it to {'nothing' if who is None else who}")
    say("Lost {name} and {other}: {name}".format(name=who, other=n))
    path.with_name(f"{who} backups of old")
    return f", {len(who)} left over"
'''


def test_what_is_said_is_found_with_its_places_numbered(tools: ModuleType) -> None:
    from sentences_below import said_in

    assert Counter(said_in(CODE, "app/x.py")) == Counter(
        [
            "Made {0} of {1:n}",
            "{0:n} article imported",
            "{0:n} articles imported",
            "Set it to nothing",
            "Set it to {0}",
            "Lost {0} and {1}: {2}",
            "{0:n} left over",
        ]
    )


WINDOW = '''
"""A module of the window."""
class Card:
    def show(self):
        self.tr("Own words {n}" if self.many else "Own word")
        QCoreApplication.translate("Other", "Others' words")
def _tr(text):
    return QCoreApplication.translate("Help", text)
def keys():
    return [_tr("mark"), *_of(("mode.leave", "leave"), ("Left", "Right"))]
'''


def test_what_the_window_says_is_found_with_its_context(tools: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "card.py").write_text(WINDOW, encoding="utf-8")
    assert set(tools._of_window(tmp_path / "card.py")) == {
        ("Card", "Own words {n}"),
        ("Card", "Own word"),
        ("Other", "Others' words"),
        ("Help", "mark"),
        ("Help", "leave"),
    }
