"""Exports and alignments by the real worker process."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin
from worker_listening import TIMEOUT, Heard

from annotator.app.worker.client import WorkerClient
from annotator.app.worker.messages import Aligned, Done, Failed, Suggested
from annotator.exchange.losses import listing
from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import AnnotationSet, Annotator, Span, covered
from annotator.model.article import Article
from annotator.model.ids import new_id
from annotator.model.schema import Schema

MakeClient = Callable[..., WorkerClient]
Make = Callable[[str], Article]


def outgoing(article: Article, *bounds: tuple[int, int]) -> Outgoing:
    spans = [Span(id=new_id(), label="GPE", fragments=(each,), text=covered(article.text, (each,))) for each in bounds]
    return Outgoing(article, (AnnotationSet(annotator=Annotator(name="Ada"), spans={each.id: each for each in spans}),))


@pytest.fixture
def client(make_client: MakeClient) -> WorkerClient:
    return make_client(pipeline="blank:en")


def test_an_export_holds_every_row(
    client: WorkerClient, heard: Heard, make: Make, schema: Schema, tmp_path: Path
) -> None:
    target = tmp_path / "out.spacy"
    items = (outgoing(make(f"🙂 Norland\u2028{number}"), (2, 9)) for number in range(300))
    job = client.export(items, target, schema)
    done = heard.wait(Done, job=job)
    assert (done.done, done.failed) == (300, 0)
    assert done.losses is not None
    assert done.losses.total == 0
    docs = list(DocBin().from_disk(target).get_docs(spacy.blank("en").vocab))
    assert [doc.text for doc in docs] == [f"🙂 Norland\u2028{number}" for number in range(300)]
    assert all([(ent.text, ent.label_) for ent in doc.ents] == [("Norland", "GPE")] for doc in docs)


def test_as_many_losses_are_listed_as_are_wished_for(
    client: WorkerClient, heard: Heard, make: Make, schema: Schema, tmp_path: Path
) -> None:
    items = [outgoing(make(f"Norland {number}"), (0, 4)) for number in range(150)]
    first = client.export(items, tmp_path / "few.spacy", schema)
    with listing(140):
        second = client.export(items, tmp_path / "many.spacy", schema)
    found = [heard.wait(Done, job=job).losses for job in (first, second)]
    assert [len(each.kinds["misaligned"].listed) for each in found if each] == [100, 140]


def test_an_alignment_names_the_spans_that_an_export_would_move(
    client: WorkerClient, heard: Heard, make: Make, schema: Schema
) -> None:
    articles = [make(f"Norland {number}") for number in range(150)]
    items = [outgoing(article, (0, 7), (0, 4)) for article in articles]
    job = client.align(items, alignment="expand", language="en")
    assert heard.wait(Done, job=job).done == 150
    spans = [span for event in heard.all(Aligned, job=job) for span in event.spans]
    assert [span.article for span in spans] == [article.id for article in articles]
    assert {(span.text, span.bounds) for span in spans} == {("Norl", ((0, 7),))}


def test_a_cancelled_export_leaves_nothing_and_the_worker_goes_on(
    client: WorkerClient, heard: Heard, make: Make, schema: Schema, tmp_path: Path
) -> None:
    begun = threading.Event()

    def endless() -> Iterator[Outgoing]:
        while True:
            yield outgoing(make("Norland"))
            begun.set()

    job = client.export(endless(), tmp_path / "out.spacy", schema)
    assert begun.wait(TIMEOUT)
    client.cancel(job)
    assert heard.wait(Done, job=job).cancelled
    after = client.suggest([make("Norland")], schema)
    heard.wait(Done, job=after)
    assert list(tmp_path.iterdir()) == []


def test_an_urgent_article_is_read_in_the_middle_of_an_export(
    client: WorkerClient, heard: Heard, make: Make, schema: Schema, tmp_path: Path
) -> None:
    urgent: list[int] = []

    def items() -> Iterator[Outgoing]:
        for number in range(200):
            if number == 100:
                urgent.append(client.suggest([make("Norland")], schema, urgent=True))
            yield outgoing(make("Norland"))

    job = client.export(items(), tmp_path / "out.spacy", schema)
    done = heard.wait(Done, job=job)
    assert heard.events.index(heard.wait(Suggested, job=urgent[0])) < heard.events.index(done)
    assert done.done == 200


def test_an_export_that_fails_says_why_and_writes_nothing(
    client: WorkerClient, heard: Heard, make: Make, schema: Schema, tmp_path: Path
) -> None:
    job = client.export([outgoing(make("Norland"))], tmp_path / "no" / "folder" / "out.spacy", schema)
    heard.wait(Done, job=job)
    assert "cannot be written" in heard.wait(Failed, job=job).sentence
    missing = client.export([], tmp_path / "out.spacy", schema, pipeline="no_such_pipeline")
    heard.wait(Done, job=missing)
    assert heard.wait(Failed, job=missing).code == "pipeline.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_dies_in_an_export_fails_it(
    odd_client: WorkerClient, heard: Heard, make: Make, schema: Schema, tmp_path: Path
) -> None:
    dying = make("Norland DIES")

    def items() -> Iterator[Outgoing]:
        for number in range(10_000):
            if number == 50:
                odd_client.suggest([dying], schema, urgent=True)
            yield outgoing(make("Norland"))

    job = odd_client.export(items(), tmp_path / "out.spacy", schema)
    done = heard.wait(Done, job=job)
    assert done.losses is None
    assert "and the export with it: export again" in heard.wait(Failed, job=job).sentence
    assert heard.wait(Failed, article=dying.id).code == "worker.crashed"
    assert not (tmp_path / "out.spacy").exists()
