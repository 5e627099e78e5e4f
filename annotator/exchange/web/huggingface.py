"""A Hugging Face dataset out: a folder with Parquet that `datasets.load_dataset` reads, and a card.

A row is an article with one annotator's set; an article without a set is a row without an annotator. Everything the
model holds is in the row: what has no fixed shape (metadata, attributes, origins, verdicts) as JSON.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.exchange.again import as_gone_out, in_step, reading
from annotator.exchange.files_out import folder_out, write_losses
from annotator.exchange.losses import LossReport
from annotator.exchange.needs import need
from annotator.exchange.protocols import Outgoing, WriteOptions, Writer
from annotator.exchange.ready import encodable, json_text, ready_items
from annotator.exchange.web.card import Figures, card
from annotator.model.annotation import AnnotationSet, Relation, Span, text_order

_FILE = "train-00000-of-00001.parquet"
_ROWS = 500  # of a row group: an article has thousands of characters

# The type of each column, in the words of `datasets`.
_TEXT, _WHOLE, _NUMBER = "string", "int64", "float64"
_SAID = {"attributes": _TEXT, "note": _TEXT, "score": _NUMBER, "origin": _TEXT}
_SPAN = {"id": _TEXT, "label": _TEXT, "starts": [_WHOLE], "ends": [_WHOLE], "text": _TEXT, **_SAID}
_RELATION = {"id": _TEXT, "type": _TEXT, "head": _TEXT, "tail": _TEXT, **_SAID}
COLUMNS: dict[str, Any] = {
    "id": _TEXT,
    "title": _TEXT,
    "text": _TEXT,
    "sha256": _TEXT,
    "meta": _TEXT,
    "annotator": _TEXT,
    "annotator_kind": _TEXT,
    "annotator_version": _TEXT,
    "status": _TEXT,
    "schema_version": _WHOLE,
    "attributes": _TEXT,
    "note": _TEXT,
    "flag": _TEXT,
    "spans": [_SPAN],
    "relations": [_RELATION],
    "verdicts": _TEXT,
}


class HuggingFaceWriter:
    """Writes data/train-00000-of-00001.parquet and README.md."""

    name = "huggingface"
    title = "Hugging Face dataset"
    suffix = ""
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One row group after another, in constant memory. Raises ExchangeError where pyarrow is missing."""
        need("pyarrow.parquet", "pyarrow", "To write a Hugging Face dataset")
        losses = LossReport()
        with folder_out(target) as folder:
            (folder / "data").mkdir()
            figures = _write(_rows(ready_items(items, target, options, losses)), folder / "data" / _FILE)
            text = card(options.schema, figures, data="data/train-*")
            (folder / "README.md").write_bytes(text.encode("utf-8"))
        write_losses(losses, target)
        return losses

    def verify(self, target: Path, items: Iterable[Outgoing], options: WriteOptions, losses: LossReport) -> None:
        """Read the rows again. Raises ExchangeError at the first that is not what went out."""
        del options, losses
        wanted = ((f"“{row['title']}”", _complete(row)) for row in _rows(as_gone_out(items)))
        with reading(target, self.name):
            in_step(_read(target / "data" / _FILE), wanted, target, self.name)


def _read(path: Path) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_ROWS):
            yield from batch.to_pylist()


def _complete(row: dict[str, Any]) -> dict[str, Any]:
    """The row as it is read again: nothing in columns that it does not name, lists for tuples."""
    spans = [{**each, "starts": [*each["starts"]], "ends": [*each["ends"]]} for each in row["spans"]]
    return {**dict.fromkeys(COLUMNS), **row, "spans": spans}


def _write(rows: Iterator[dict[str, Any]], path: Path) -> Figures:
    import pyarrow as pa
    import pyarrow.parquet as pq

    info = json.dumps({"info": {"features": _features(COLUMNS)}})
    schema = pa.schema([(name, _arrow(kind)) for name, kind in COLUMNS.items()], metadata={"huggingface": info})
    rows_done = spans = relations = 0
    batch: list[dict[str, Any]] = []
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        for row in rows:
            rows_done += 1
            spans, relations = spans + len(row["spans"]), relations + len(row["relations"])
            batch.append(row)
            if len(batch) == _ROWS:
                file.write_table(pa.Table.from_pylist(batch, schema=schema))
                batch.clear()
        file.write_table(pa.Table.from_pylist(batch, schema=schema))
    return Figures(rows=rows_done, spans=spans, relations=relations)


def _features(kind: Any) -> Any:  # noqa: ANN401  as deep as the columns are
    """The columns as `datasets` keeps them in the file's metadata; all its versions read a list with one member."""
    if isinstance(kind, str):
        return {"dtype": kind, "_type": "Value"}
    if isinstance(kind, list):
        return [_features(kind[0])]
    return {name: _features(each) for name, each in kind.items()}


def _arrow(kind: Any) -> Any:  # noqa: ANN401  as deep as the columns are
    import pyarrow as pa

    if isinstance(kind, str):
        return {_TEXT: pa.string(), _WHOLE: pa.int64(), _NUMBER: pa.float64()}[kind]
    if isinstance(kind, list):
        return pa.list_(_arrow(kind[0]))
    return pa.struct([(name, _arrow(each)) for name, each in kind.items()])


def _rows(items: Iterable[Outgoing]) -> Iterator[dict[str, Any]]:
    for item in items:
        with encodable(item.article):
            rows = list(_of_article(item))
            for row in rows:
                json_text(row)  # raises where a text cannot be encoded
        yield from rows


def _of_article(item: Outgoing) -> Iterator[dict[str, Any]]:
    article = item.article
    head = {name: getattr(article, name) for name in ("id", "title", "text", "sha256")}
    head["meta"] = json_text(article.meta)
    if not item.sets:
        yield {**head, "spans": [], "relations": []}
    for each in item.sets:
        yield {**head, **_of_set(each)}


def _of_set(each: AnnotationSet) -> dict[str, Any]:
    who, state = each.annotator, each.state
    return {
        "annotator": who.name,
        "annotator_kind": who.kind,
        "annotator_version": who.version,
        "status": state.status,
        "schema_version": each.schema_version,
        "attributes": json_text(state.attributes),
        "note": state.note,
        "flag": state.flag,
        "spans": [_of_span(span) for span in sorted(each.spans.values(), key=text_order)],
        "relations": [_of_relation(each.relations[key]) for key in sorted(each.relations)],
        "verdicts": json_text([each.verdicts[key] for key in sorted(each.verdicts)]),
    }


def _of_span(span: Span) -> dict[str, Any]:
    starts, ends = zip(*span.fragments, strict=True)
    return {"id": span.id, "label": span.label, "starts": starts, "ends": ends, "text": span.text, **_said(span)}


def _of_relation(link: Relation) -> dict[str, Any]:
    return {"id": link.id, "type": link.type, "head": link.head, "tail": link.tail, **_said(link)}


def _said(record: Span | Relation) -> dict[str, Any]:
    attributes, origin = json_text(record.attributes), json_text(record.origin)
    return {"attributes": attributes, "note": record.note, "score": record.score, "origin": origin}


WRITER: Writer = HuggingFaceWriter()
