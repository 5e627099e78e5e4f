"""Rows of the model: how soon the worker is ready, and what suggesting costs beside the pipeline itself."""

import sys
import threading
import time

import spacy
from measuring import child, compared, timed
from rows import Bench, Measured, at_least, at_most, row
from synthetic import many, schema

from annotator.app.worker.client import WorkerClient
from annotator.app.worker.messages import Event, Failed, Ready
from annotator.suggest.annotate import BATCH_SIZE, suggest
from annotator.suggest.available import find
from annotator.suggest.pipeline import load
from annotator.suggest.recipe import FULL, spared

_STARTS = 5
_READ, _ROUNDS = 64, 4  # articles; small lots in turn, so that a busy machine slows both


def _start_worker() -> float:
    """Seconds from the start of a worker process until its model is loaded."""
    heard: list[tuple[Event, float]] = []
    over = threading.Event()

    def hear(event: Event) -> None:
        if isinstance(event, Ready | Failed):
            heard.append((event, time.perf_counter()))
            over.set()

    client = WorkerClient(hear, recipe=FULL.name, command=[sys.executable, "-m", "annotator", "worker"])
    began = time.perf_counter()
    client.start()
    over.wait(120)
    client.stop()
    if not heard or not isinstance(heard[0][0], Ready):
        raise RuntimeError(f"The worker did not get ready: {heard}")
    return heard[0][1] - began


@row("worker.ready", at_most(1.2))
def start_worker(_: Bench) -> Measured:
    """Start a worker process until it says that its model is loaded.

    The reference is a process that does `spacy.load` of the same pipeline, less the same components, as nice.
    """
    info = find()
    without = ",".join(sorted(spared(FULL, info)))
    child("load", info.source, without), _start_worker()  # bytecode is written
    return compared(
        _start_worker,
        lambda: child("load", info.source, without)[0],
        rounds=_STARTS,
        unit="ms",
        reference_is="fresh process with spacy.load, ms",
    )


@row("suggest", at_least(0.85))
def read_articles(_: Bench) -> Measured:
    """Make annotation sets of 64 articles with all suggesters, against the bare `nlp.pipe` over the same texts.

    The reference is the pipeline as it is installed, with batches of the same size.
    """
    pipeline = load(recipe=FULL)
    bare_nlp = spacy.load(pipeline.info.source, exclude=sorted(spared(FULL, pipeline.info)))
    texts = [each.text for each in many(_READ)]

    def sets() -> None:
        found = sum(len(each.spans) for each in suggest(texts, pipeline, schema()))  # type: ignore[union-attr]
        if not found:
            raise RuntimeError("The pipeline found nothing.")

    def bare() -> None:
        for _doc in bare_nlp.pipe(texts, batch_size=BATCH_SIZE):
            pass

    next(pipeline.nlp.pipe(texts)), next(bare_nlp.pipe(texts))
    return compared(
        lambda: timed(sets), lambda: timed(bare), rounds=_ROUNDS, unit="ms", reference_is="bare nlp.pipe, ms"
    )
