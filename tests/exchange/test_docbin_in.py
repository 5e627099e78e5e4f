import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import msgspec
import pytest
import spacy
from exchange_cases import SCHEMA, TEXT, annotation, article, items, quoted
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from spacy.attrs import IDS
from spacy.strings import hash_string
from spacy.symbols import IDS as SPACYS
from spacy.tokens import Doc, DocBin, Span

from annotator.exchange import docbin, docbin_file
from annotator.exchange.docbin_file import Piece, docs_of, hash_of
from annotator.exchange.docbin_in import READER
from annotator.exchange.docbin_symbols import SYMBOLS
from annotator.exchange.protocols import Incoming, Outgoing, ReadOptions, Refused, WriteOptions
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError

NLP = spacy.blank("en")
WORDS = st.sampled_from(
    ["Merkel", "PERSON", "mark", "é", "漢字", "🚀", ",", "\n\n", " ", "word-of-nine", "x" * 40, "_"]
)
LABELS = st.sampled_from(["PERSON", "ORG", "QUOTE", "other", "漢"])


@pytest.fixture(autouse=True)
def _extension() -> object:
    Doc.set_extension("outlet", default=None)
    yield
    Doc.remove_extension("outlet")


def saved(folder: Path, *docs: Doc, **how: object) -> Path:
    path = folder / "a.spacy"
    DocBin(docs=docs, **{"store_user_data": True, **how}).to_disk(path)
    return path


def read(path: Path, **how: object) -> list[Incoming | Refused]:
    return list(READER.read(path, options=ReadOptions(**how)))


def test_the_numbers_are_spacys() -> None:
    assert {name: number for number, name in enumerate(["", *SYMBOLS])} == SPACYS
    named = (docbin_file._ORTH, docbin_file._ENT_IOB, docbin_file._ENT_TYPE, docbin_file._ENT_KB_ID)
    assert named == tuple(IDS[name] for name in ("ORTH", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID"))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_strings_are_hashed_as_spacy_does(text: str) -> None:
    assert hash_of(text.encode()) == hash_string(text)


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    words = draw(st.lists(WORDS, max_size=12))
    spaces = draw(st.none() | st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    doc = Doc(NLP.vocab, words=words, spaces=spaces)
    if words:
        places = st.tuples(st.integers(0, len(words) - 1), st.integers(1, 4))
        kinds = st.tuples(places, LABELS, st.sampled_from(["", "one", "two"]))
        made = [
            Span(doc, start, min(start + size, len(words)), label, span_id=id_)
            for (start, size), label, id_ in draw(st.lists(kinds, max_size=5))
        ]
        doc.spans["some"] = made[:2]
        doc.spans["rest"] = made[2:]
        doc.ents = spacy.util.filter_spans([each for each in made if not each[0].is_space])
    doc.cats = draw(st.dictionaries(LABELS, st.floats(0, 1), max_size=2))
    doc.user_data["n"] = draw(st.integers(0, 9))
    return doc


@settings(max_examples=100)
@given(st.lists(docs(), max_size=3))
def test_a_file_is_read_as_spacy_reads_it(made: list[Doc]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = saved(Path(folder), *made)
        found = list(docs_of(path))
        wanted = list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab))
    assert [each.text for each in found] == [doc.text for doc in wanted]
    assert [each.cats for each in found] == [doc.cats for doc in wanted]
    assert [each.user_data for each in found] == [doc.user_data for doc in wanted]
    for each, doc in zip(found, wanted, strict=True):
        assert [(one.label, one.start, one.end) for one in each.ents] == [
            (ent.label_, ent.start_char, ent.end_char) for ent in doc.ents
        ]
        assert {key: list(map(bounds, some)) for key, some in each.groups.items()} == {
            key: [(one.label_, one.start_char, one.end_char, one.id_) for one in some]
            for key, some in doc.spans.items()
        }


def bounds(piece: Piece) -> tuple[str, int, int, str]:
    return piece.label, piece.start, piece.end, piece.id


@settings(max_examples=40)  # each writes a file of spaCy's
@given(st.lists(items().filter(lambda item: len(item.sets) > 0), max_size=3))
def test_what_this_program_exported_comes_back_equal(out: list[Outgoing]) -> None:
    out = [Outgoing(item.article, item.sets[:1]) for item in out]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.spacy"
        docbin.WRITER.write(out, path, options=WriteOptions(schema=SCHEMA, nlp=NLP))
        back = read(path)
    assert [(each.article, each.sets) for each in back] == [(item.article, item.sets) for item in out]


def test_a_folder_of_files_comes_in_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin, "FILE_SIZE", 2)
    out = [quoted() for _ in range(5)]
    docbin.WRITER.write(out, tmp_path / "a.spacy", options=WriteOptions(schema=SCHEMA, nlp=NLP))
    assert (tmp_path / "a.spacy").is_dir()
    back = read(tmp_path / "a.spacy", schema=SCHEMA)
    assert [(each.article, each.sets) for each in back if isinstance(each, Incoming)] == [
        (item.article, item.sets) for item in out
    ]


def foreign() -> Doc:
    doc = NLP("Merkel met Macron in New York today")
    doc.ents = [Span(doc, 0, 1, "PERSON"), Span(doc, 4, 6, "GPE", kb_id="Q60")]
    doc.spans["quotes"] = [
        Span(doc, 0, 1, "QUOTE", span_id="q"),
        Span(doc, 4, 6, "QUOTE", span_id="q"),
        Span(doc, 2, 3, "PERSON"),
    ]
    doc.spans["sc"] = [Span(doc, 2, 3, "PERSON"), Span(doc, 0, 1, "PERSON")]
    doc.cats = {"sport": 0.9, "politics": 0.2, "report": 0.5, "odd": 1.0}
    doc._.outlet = "Wire"
    doc.user_data |= {"title": "A title", "list": [1]}
    return doc


def test_a_file_of_anybodys_gives_each_span_once_with_fragments_categories_and_metadata(tmp_path: Path) -> None:
    (only,) = read(saved(tmp_path, foreign()), schema=SCHEMA)
    (found,) = only.sets
    assert sorted((each.label, each.text) for each in found.spans.values()) == [
        ("GPE", "New York"),
        ("PERSON", "Macron"),
        ("PERSON", "Merkel"),
        ("QUOTE", "Merkel New York"),
    ]
    assert (found.annotator, found.state.status) == (Annotator(name="spacy"), "done")
    assert found.state.attributes == {"topic": "sport", "genre": "report"}
    assert (only.article.title, only.article.meta) == ("A title", {"outlet": "Wire"})
    assert only.notes == (
        "left out, being no labels of an article here: odd",
        "left out: 1 links to a knowledge base",
        "read as fragments of one span, for they share its id: pieces of 1 spans",
    )


def test_a_doc_without_annotation_is_an_article_without_sets(tmp_path: Path) -> None:
    one, two = read(saved(tmp_path, NLP("Merkel met Macron"), NLP("  ")))
    assert one.sets == ()
    assert two.reason == "The article has no text."


def test_a_model_can_be_named_for_whom_spans_are_suggestions(tmp_path: Path) -> None:
    model = Annotator(name="m", kind="model", version="1")
    (only,) = read(saved(tmp_path, foreign()), annotator=model)
    assert [(each.annotator, each.state.status) for each in only.sets] == [(model, "new")]


def test_labels_are_mapped_and_one_that_is_left_out_is_told_of_once(tmp_path: Path) -> None:
    path = saved(tmp_path, foreign(), foreign())
    one, refused, two = read(path, labels={"PERSON": "ACTOR", "QUOTE": ""})
    assert "QUOTE" in refused.reason
    for each in (one, two):
        assert {span.label for span in each.sets[0].spans.values()} == {"ACTOR", "GPE"}


def test_spans_that_break_the_schema_are_refused_and_the_rest_comes_in(tmp_path: Path) -> None:
    doc = foreign()
    doc.spans["more"] = [Span(doc, 0, 2, "NOTHING")]
    only, refused = read(saved(tmp_path, doc), schema=SCHEMA)
    assert len(only.sets[0].spans) == 4
    assert "NOTHING" in refused.reason


def test_a_text_that_is_not_the_one_exported_is_refused(tmp_path: Path) -> None:
    item = quoted()
    path = tmp_path / "a.spacy"
    docbin.WRITER.write([item], path, options=WriteOptions(nlp=NLP))
    (doc,) = DocBin().from_disk(path).get_docs(NLP.vocab)
    other = NLP("Another text")
    other.user_data = doc.user_data
    with pytest.raises(ExchangeError, match="is not the one that was exported"):
        read(saved(tmp_path, other))


@pytest.mark.parametrize("data", ["7", '{"format": 99}', "[" * 100_000])
def test_user_data_that_are_not_ours_are_refused_with_their_place(tmp_path: Path, data: str) -> None:
    doc = NLP("x")
    doc.user_data["annotator"] = data
    with pytest.raises(ExchangeError, match=r"doc 1: its user data"):
        read(saved(tmp_path, doc))


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.spacy"
    docbin.WRITER.write([quoted()], path, options=WriteOptions(nlp=NLP))
    (doc,) = DocBin().from_disk(path).get_docs(NLP.vocab)
    doc.user_data["annotator"] = doc.user_data["annotator"].replace('"format":1', '"format":2')
    with pytest.raises(ExchangeError, match="update the program"):
        read(saved(tmp_path, doc))


def packed(path: Path, **changes: object) -> Path:
    message = msgspec.msgpack.decode(zlib.decompress(path.read_bytes()))
    path.write_bytes(zlib.compress(msgspec.msgpack.encode({**message, **changes})))
    return path


@pytest.mark.parametrize(
    "changes",
    [
        {"tokens": b"1234567"},
        {"tokens": b""},
        {"spaces": b""},
        {"lengths": struct.pack("i", -1)},
        {"lengths": b"123"},
        {"lengths": struct.pack("i", 2**30)},
        {"strings": []},
        {"attrs": []},
        {"span_groups": [b"\xff"]},
        {"span_groups": [msgspec.msgpack.encode([b"\x01"])]},
        {"user_data": [b"\xc1"]},
        {"cats": [7]},
    ],
)
def test_a_file_whose_parts_do_not_fit_is_refused_with_its_name(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(ExchangeError, match=r"a\.spacy is no spaCy DocBin, or is damaged"):
        read(packed(saved(tmp_path, foreign()), **changes))


def test_spans_outside_the_text_are_refused_and_the_rest_comes_in(tmp_path: Path) -> None:
    def span_of(start: int, end: int) -> bytes:
        return struct.pack(">QQQllll", 0, 0, hash_string("other"), 0, 1, start, end)

    group = msgspec.msgpack.encode(
        {"name": "x", "attrs": {}, "spans": [span_of(0, 6), span_of(-3, 2), span_of(5, 999)]}
    )
    path = packed(saved(tmp_path, NLP("Merkel other")), span_groups=[msgspec.msgpack.encode([group])])
    only, *refused = read(path)
    assert [each.text for each in only.sets[0].spans.values()] == ["Merkel"]
    assert len(refused) == 2


@pytest.mark.parametrize("data", [b"", b"x", b"x\x9c", zlib.compress(b"\xc1"), zlib.compress(b"")])
def test_a_file_that_is_no_docbin_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.spacy").write_bytes(data)
    with pytest.raises(ExchangeError, match="no spaCy DocBin"):
        read(tmp_path / "a.spacy")


def test_a_bomb_is_refused_before_it_bursts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin_file, "LARGEST", 10_000)
    (tmp_path / "a.spacy").write_bytes(zlib.compress(bytes(1_000_000)))
    with pytest.raises(ExchangeError, match="holds more than 10,000 bytes"):
        read(tmp_path / "a.spacy")


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"without \.spacy files"):
        read(tmp_path)


def test_reading_imports_no_spacy(tmp_path: Path) -> None:
    path = saved(tmp_path, foreign())
    code = (
        "import sys; from pathlib import Path; from annotator.exchange.docbin_in import READER;"
        "from annotator.exchange.protocols import ReadOptions;"
        f"print(len(list(READER.read(Path({str(path)!r}), options=ReadOptions()))), 'spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


def test_an_article_that_was_nowhere_annotated_keeps_its_empty_set(tmp_path: Path) -> None:
    item = Outgoing(article(), (replace(annotation(), schema_version=3),))
    docbin.WRITER.write([item], tmp_path / "a.spacy", options=WriteOptions(nlp=NLP))
    (only,) = read(tmp_path / "a.spacy")
    assert only.sets == item.sets
    assert only.article.text == TEXT
