import io
import threading

from hypothesis import given
from hypothesis import strategies as st

from annotator.app.worker.inbox import BATCH_ARTICLES, BATCH_CHARACTERS, BATCH_SECONDS, Inbox
from annotator.app.worker.messages import (
    Cancel,
    EndRows,
    ExportDocBin,
    Failed,
    Load,
    Row,
    Suggest,
    decode_request,
    encode,
)
from annotator.model.text import normalise, text_hash


def ask(
    article: str, *, job: int = 1, text: str = "x", schema: str = "k", urgent: bool = False, alone: bool = False
) -> Suggest:
    return Suggest(
        job=job, article=article, text=text, sha256=text_hash(text), schema=schema, urgent=urgent, alone=alone
    )


def inbox(*tasks: object) -> Inbox:
    made = Inbox()
    for task in tasks:
        made.put(task)  # type: ignore[arg-type]
    return made


@given(st.text())
def test_any_text_is_one_line_and_comes_back_as_it_was(raw: str) -> None:
    text = normalise(raw).text
    line = encode(ask("a", text=text))
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert decode_request(line) == ask("a", text=text)


def test_loading_goes_first_then_what_is_urgent_then_the_rest_in_order() -> None:
    box = inbox(ask("a", alone=True), ask("b", alone=True), ask("u", urgent=True), Load())
    taken = [box.take()[0] for _ in range(4)]
    assert [getattr(task, "article", "load") for task in taken] == ["load", "u", "a", "b"]


def test_articles_are_taken_in_batches_of_some() -> None:
    box = inbox(*(ask(str(number)) for number in range(BATCH_ARTICLES + 3)))
    assert [len(box.take()) for _ in range(2)] == [BATCH_ARTICLES, 3]


def test_a_batch_holds_no_more_than_some_text() -> None:
    long = "x" * (BATCH_CHARACTERS // 2)
    box = inbox(*(ask(str(number), text=long) for number in range(3)), ask("huge", text=long * 9))
    assert [len(box.take()) for _ in range(3)] == [2, 1, 1]


def test_batches_grow_and_shrink_with_the_speed_of_the_pipeline() -> None:
    box = inbox(*(ask(str(number), text="x" * 1000) for number in range(20)))
    box.took(1000, BATCH_SECONDS / 2)
    assert len(box.take()) == 2
    box.took(2000, 2 * BATCH_SECONDS)
    assert len(box.take()) == 1
    box.took(1000, 0.0)
    assert len(box.take()) == BATCH_ARTICLES


def test_a_batch_has_one_schema_and_suspects_are_alone() -> None:
    box = inbox(ask("a"), ask("b"), ask("c", schema="other"), ask("d", schema="other"), ask("e", alone=True), ask("f"))
    batches = [[task.article for task in box.take() if isinstance(task, Suggest)] for _ in range(4)]
    assert batches == [["a", "b"], ["c", "d"], ["e"], ["f"]]


def test_what_is_cancelled_is_not_taken() -> None:
    box = inbox(ask("a", job=1), ask("b", job=2), ask("c", job=1), ask("d", job=2), Cancel(job=1))
    assert [task.article for task in box.take() if isinstance(task, Suggest)] == ["b", "d"]


def test_rows_come_in_order_and_an_urgent_article_in_between() -> None:
    export = ExportDocBin(job=1, target="t", schema="k")
    box = inbox(export, Row(job=1, row=b"1"), Row(job=2, row=b"9"), Row(job=1, row=b"2"), EndRows(job=1))  # type: ignore[arg-type]
    assert box.take() == [export]
    assert isinstance(first := box.take_row(1), Row)
    assert bytes(first.row) == b"1"
    box.put(ask("batch", job=3))
    box.put(ask("urgent", job=3, urgent=True))
    assert getattr(box.take_row(1), "article", None) == "urgent"
    assert isinstance(box.take_row(1), Row)
    assert box.take_row(1) == EndRows(job=1)


def test_whoever_waits_for_a_row_wakes_when_the_job_is_cancelled() -> None:
    box = inbox()
    got: list[object] = []
    thread = threading.Thread(target=lambda: got.append(box.take_row(1)))
    thread.start()
    box.put(Cancel(job=1))
    thread.join(30)
    assert got == [None]


def test_the_end_of_the_input_ends_all_waiting() -> None:
    box, ended = Inbox(), threading.Event()
    box.read(io.BytesIO(encode(ask("a"))), ended.set)
    assert ended.is_set()
    assert box.take() == []
    assert box.take_row(1) is None


def test_a_line_that_cannot_be_read_becomes_a_failure() -> None:
    box = inbox()
    reader = threading.Thread(target=box.read, args=(Stream([b'{"type":"Dance"}\n']), lambda: None), daemon=True)
    reader.start()
    (task,) = box.take()
    assert isinstance(task, Failed)
    assert (task.job, task.code) == (0, "worker.message")


class Stream(io.BytesIO):
    """Some lines, then nothing for ever."""

    def __init__(self, lines: list[bytes]) -> None:
        super().__init__()
        self._lines = lines
        self._never = threading.Event()

    def readline(self, size: int | None = -1) -> bytes:
        if not self._lines:
            self._never.wait()
        return self._lines.pop(0)
