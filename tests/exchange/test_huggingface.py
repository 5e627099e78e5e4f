import json
import tempfile
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest
from exchange_cases import SCHEMA, TEXT, items, outgoing, quoted, span, span_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.exchange import needs
from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions
from annotator.exchange.web.huggingface import COLUMNS, WRITER
from annotator.model.annotation import AnnotationSet, Annotator, Origin, Relation, SetState, Span, Verdict
from annotator.model.article import Article
from annotator.model.errors import ExchangeError

FILE = "data/train-00000-of-00001.parquet"
Row = dict[str, object]


def rows(made: list[Outgoing], folder: Path) -> list[Row]:
    losses = WRITER.write(made, folder / "out", options=WriteOptions(schema=SCHEMA))
    assert not losses
    return pq.read_table(folder / "out" / FILE).to_pylist()


def article_of(row: Row) -> Article:
    meta = json.loads(row["meta"] or "{}")
    return Article(id=row["id"], title=row["title"], text=row["text"], sha256=row["sha256"], meta=meta)


def set_of(row: Row) -> AnnotationSet:
    attributes = json.loads(row["attributes"] or "{}")
    return AnnotationSet(
        annotator=Annotator(name=row["annotator"], kind=row["annotator_kind"], version=row["annotator_version"]),
        state=SetState(status=row["status"], attributes=attributes, note=row["note"], flag=row["flag"]),
        schema_version=row["schema_version"],
        spans={each["id"]: span_of(each) for each in row["spans"]},
        relations={each["id"]: relation_of(each) for each in row["relations"]},
        verdicts={each.id: each for each in msgspec.json.decode(row["verdicts"] or "[]", type=list[Verdict])},
    )


def said(each: Row) -> dict[str, object]:
    origin = msgspec.json.decode(each["origin"], type=Origin) if each["origin"] else None
    attributes = json.loads(each["attributes"] or "{}")
    return {"attributes": attributes, "note": each["note"], "score": each["score"], "origin": origin}


def span_of(each: Row) -> Span:
    fragments = tuple(zip(each["starts"], each["ends"], strict=True))
    return Span(id=each["id"], label=each["label"], fragments=fragments, text=each["text"], **said(each))


def relation_of(each: Row) -> Relation:
    return Relation(id=each["id"], type=each["type"], head=each["head"], tail=each["tail"], **said(each))


@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(items(), max_size=3))
def test_every_article_and_set_is_there_as_it_was(made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = rows(made, Path(folder))
    assert [(article_of(row), set_of(row) if row["annotator_kind"] else None) for row in found] == [
        (item.article, each) for item in made for each in item.sets or (None,)
    ]


def test_the_file_says_its_features_as_datasets_reads_them(tmp_path: Path) -> None:
    rows([quoted()], tmp_path)
    schema = pq.read_schema(tmp_path / "out" / FILE)
    features = json.loads(schema.metadata[b"huggingface"])["info"]["features"]
    assert list(features) == schema.names == list(COLUMNS)
    assert features["id"] == {"dtype": "string", "_type": "Value"}
    (each,) = features["spans"]
    assert each["starts"] == [{"dtype": "int64", "_type": "Value"}]
    assert list(each) == [field.name for field in schema.field("spans").type.value_type]


def test_the_card_names_the_data_and_the_labels(tmp_path: Path) -> None:
    rows([quoted()], tmp_path)
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    head = card.split("---\n")[1]
    assert "path: data/train-*" in head
    assert "language:\n- en" in head
    assert "1 rows, 4 spans,\n1 relations" in card
    assert "`PLEDGE`" in card


def test_the_same_sets_give_the_same_bytes(tmp_path: Path) -> None:
    item = quoted()
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        rows([item], tmp_path / name)
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).rglob("*") if path.is_file()})
    assert made[0] == made[1]


def test_without_the_library_a_sentence_says_how_to_add_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> object:
        raise ImportError("no pyarrow")

    monkeypatch.setattr(needs.importlib, "import_module", missing)
    with pytest.raises(ExchangeError, match="pip install pyarrow"):
        rows([quoted()], tmp_path)


def test_what_is_wrong_or_stopped_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    item = quoted()
    rows([item], tmp_path)
    slipped = replace(span(TEXT, "PERSON", "Keir Starmer"), fragments=((3, 15),))
    with pytest.raises(ExchangeError, match="does not match"):
        rows([outgoing(slipped)], tmp_path)
    with pytest.raises(ExchangeError, match=r"“Mine”.*no valid text"):
        rows([outgoing(replace(span_at(TEXT, "PERSON", (0, 7)), note="\ud800"), title="Mine")], tmp_path)
    with pytest.raises(CancelledError):
        WRITER.write([item], tmp_path / "out", options=WriteOptions(cancelled=lambda: True))
    assert [article_of(row) for row in pq.read_table(tmp_path / "out" / FILE).to_pylist()] == [item.article]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_datasets_library_loads_the_folder_and_its_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    import datasets

    made = [quoted(), outgoing()]
    WRITER.write(made, tmp_path / "out", options=WriteOptions(schema=SCHEMA))
    loaded = datasets.load_dataset(str(tmp_path / "out"), cache_dir=str(tmp_path / "cache"))
    assert list(loaded) == ["train"]
    found = list(loaded["train"])
    assert list(loaded["train"].features) == list(COLUMNS)
    assert [set_of(row) for row in found if row["annotator_kind"]] == [each for item in made for each in item.sets]
    for row in found:
        for each in row["spans"]:
            pieces = [row["text"][start:end] for start, end in zip(each["starts"], each["ends"], strict=True)]
            assert " ".join(pieces) == each["text"]
