"""Exports in formats that no reader brings in are read again by their writers, in step with what went out."""

import tempfile
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, items, outgoing, quoted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.exchange import registry
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions, Writer
from annotator.model.errors import ExchangeError

NAMES = ("csv", "xlsx", "parquet", "html", "huggingface", "web-annotation")
OPTIONS = WriteOptions(schema=SCHEMA)
every_writer = pytest.mark.parametrize("name", NAMES)


def written(name: str, made: list[Outgoing], folder: Path) -> tuple[Writer, Path]:
    writer = registry.writer_for(name)
    target = folder / f"out{writer.suffix}"
    writer.write(made, target, options=OPTIONS)
    return writer, target


def verify(writer: Writer, target: Path, made: list[Outgoing]) -> None:
    writer.verify(target, iter(made), OPTIONS, LossReport())  # type: ignore[attr-defined]


def test_every_format_is_read_again_one_way_or_the_other() -> None:
    for name, writer in registry.writers().loaded.items():
        own = getattr(writer, "verify", None)
        assert (own is not None) == (name in NAMES)
        assert own is not None or name in registry.readers().loaded


@every_writer
@settings(max_examples=15, suppress_health_check=list(HealthCheck), deadline=None)
@given(made=st.lists(items(), max_size=3))
def test_whatever_goes_out_is_found_again(name: str, made: list[Outgoing]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        writer, target = written(name, made, Path(folder))
        verify(writer, target, made)


def without_a_span(item: Outgoing) -> Outgoing:
    (one,) = item.sets
    gone = next(iter(one.spans))
    relations = {key: each for key, each in one.relations.items() if gone not in (each.head, each.tail)}
    spans = {key: each for key, each in one.spans.items() if key != gone}
    return Outgoing(item.article, (replace(one, spans=spans, relations=relations),))


@every_writer
def test_what_is_not_as_it_went_out_is_named(name: str, tmp_path: Path) -> None:
    made = [quoted(), outgoing()]
    writer, target = written(name, made, tmp_path)
    verify(writer, target, made)
    for wrong in ([without_a_span(quoted()), made[1]], made[:1], [*made, made[0]]):
        with pytest.raises(ExchangeError, match="Export again") as caught:
            verify(writer, target, wrong)
        assert caught.value.code == f"{name}.differs"
        assert str(target) in caught.value.sentence


@every_writer
def test_what_cannot_be_read_again_is_said_to_differ(name: str, tmp_path: Path) -> None:
    writer, target = written(name, [quoted()], tmp_path)
    for path in [each for each in (target, *target.rglob("*")) if each.is_file()]:
        path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ExchangeError, match="Export again") as caught:
        verify(writer, target, [quoted()])
    assert caught.value.code == f"{name}.differs"
