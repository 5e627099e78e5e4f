import re
import tempfile
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, TEXT, annotation, article, items, outgoing, quoted, span, span_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layer_cases import files, in_order, put_together, read, write
from msgspec.structs import replace

from annotator.exchange.protocols import CancelledError, Outgoing, Reader, WriteOptions, Writer
from annotator.exchange.tools.cas import JSON_READER, JSON_WRITER, NOT_IN_XML, XMI_READER, XMI_WRITER
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError
from annotator.model.text import text_hash

BOTH = [(XMI_READER, XMI_WRITER), (JSON_READER, JSON_WRITER)]
MANY = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
    deadline=None,
)
# Letters of several scripts, emoji, and characters that XML cannot hold.
controls = st.text(st.sampled_from("ab \n🚀\x01\x0b\x1f\x7f\x85"), min_size=1, max_size=20).filter(str.strip)


@pytest.mark.parametrize(("reader", "writer"), BOTH)
@pytest.mark.parametrize("schema", [SCHEMA, None])
@MANY
@given(made=st.lists(items(), max_size=3))
def test_an_export_comes_in_again_as_the_same_articles_and_sets(
    reader: Reader, writer: Writer, schema: object, made: list[Outgoing]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths, losses = write(made, Path(folder) / "out", writer, schema=schema)
        assert not losses
        assert put_together(paths, reader) == sorted(map(in_order, made), key=lambda item: item.article.id)


@MANY
@given(st.lists(items(controls), max_size=3))
def test_what_xml_cannot_hold_is_replaced_in_the_text_and_counted(made: list[Outgoing]) -> None:
    bad = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
    with tempfile.TemporaryDirectory() as folder:
        paths, losses = write(made, Path(folder) / "out", XMI_WRITER)
        back = put_together(paths, XMI_READER)
    assert losses.count(NOT_IN_XML) == sum(bad.search(item.article.text) is not None for item in made)
    expected = {item.article.id: bad.sub("\ufffd", item.article.text) for item in made}
    assert {item.article.id: item.article.text for item in back} == expected
    kept = {item.article.id: [len(each.spans) for each in in_order(item).sets] for item in made}
    assert {item.article.id: [len(each.spans) for each in item.sets] for item in back} == kept


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_what_keeps_the_schema_comes_in_again_whole_when_the_schema_is_checked(
    tmp_path: Path, reader: Reader, writer: Writer
) -> None:
    item = quoted()
    (path,), _ = write([item], tmp_path / "out", writer)
    (back,), refused = read(path, reader, schema=SCHEMA)
    assert (back.article, back.sets, refused) == (item.article, item.sets, [])


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_the_same_articles_give_the_same_bytes_whatever_the_order_of_their_spans(
    tmp_path: Path, reader: Reader, writer: Writer
) -> None:
    del reader
    one, two = span(TEXT, "GPE", "New York"), span(TEXT, "PERSON", "Keir Starmer")
    first = outgoing(one, two)
    second = Outgoing(first.article, (annotation(two, one),))
    contents = []
    for name, item in (("a", first), ("b", second)):
        paths, _ = write([item], tmp_path / name, writer)
        contents.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in paths])
    assert contents[0] == contents[1]


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_each_annotator_of_an_article_has_a_file_of_their_own_beside_the_types(
    tmp_path: Path, reader: Reader, writer: Writer
) -> None:
    del reader
    sets = tuple(annotation(by=by) for by in (Annotator(name="anna"), Annotator(name="Anna"), Annotator(name="a/b")))
    model = annotation(by=Annotator(name="news", kind="model", version="1.2"))
    item = Outgoing(article(title="Pledges: one"), (*sets, model))
    paths, _ = write([item], tmp_path / "out", writer)
    folder = paths[0].parent
    assert [path.stem for path in paths] == sorted(["anna", "Anna~2", "a%2Fb", "news.model.1%2E2"])
    assert folder.name.startswith("Pledges-one-")
    assert folder.parent == tmp_path / "out" / "annotation"
    assert (tmp_path / "out" / "TypeSystem.xml").exists()


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_a_cancelled_export_leaves_nothing(tmp_path: Path, reader: Reader, writer: Writer) -> None:
    del reader
    answers = iter([False, True])
    with pytest.raises(CancelledError):
        write([quoted(), quoted()], tmp_path / "out", writer, cancelled=lambda: next(answers))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_a_span_that_has_slipped_and_a_note_that_is_no_text_stop_the_export(
    tmp_path: Path, reader: Reader, writer: Writer
) -> None:
    del reader
    slipped = replace(span(TEXT, "PERSON", "Keir Starmer"), fragments=((3, 15),))
    for bad, reason in ((slipped, "does not match"), (replace(span_at(TEXT, "A", (0, 7)), note="\ud800"), "no valid")):
        with pytest.raises(ExchangeError, match=reason):
            write([outgoing(bad)], tmp_path / "out", writer)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_a_text_that_was_changed_since_the_export_is_refused(tmp_path: Path, reader: Reader, writer: Writer) -> None:
    item = outgoing(text="He met Merkel.")
    (path,), _ = write([item], tmp_path / "out", writer)
    data = path.read_bytes()
    assert data.count(b"He met Merkel.") >= 1
    path.write_bytes(data.replace(b"He met Merkel.", b"He saw Merkel."))
    with pytest.raises(ExchangeError, match="SHA-256") as caught:
        read(path, reader)
    assert caught.value.code == f"{reader.name}.hash"


def test_an_export_is_written_to_a_folder_that_was_an_export_and_to_no_other(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExchangeError, match="did not write"):
        XMI_WRITER.write([quoted()], target, options=WriteOptions())
    (target / "mine.txt").unlink()
    write([quoted()], target, XMI_WRITER)
    write([quoted(), quoted()], target, XMI_WRITER)
    assert len(files(target, XMI_WRITER)) == 2


def test_the_hash_stands_in_the_file_and_is_that_of_the_text(tmp_path: Path) -> None:
    (path,), _ = write([quoted()], tmp_path / "out", XMI_WRITER)
    assert text_hash(TEXT) in path.read_text(encoding="utf-8")
