"""The child process: requests on its standard input, replies on its standard output, JSON lines both.

Whatever else prints goes to standard error. It never opens a project, writes only where it is told, and ends
when its input does, so it does not outlive the window.
"""

import faulthandler
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, BinaryIO

from annotator.app.worker.inbox import Inbox, Task
from annotator.app.worker.messages import (
    Align,
    Began,
    ExportDocBin,
    Failed,
    Load,
    Ready,
    Reply,
    Suggest,
    Suggested,
    Train,
    encode,
)
from annotator.model.errors import AnnotatorError, SuggestError
from annotator.suggest.language import reads
from annotator.suggest.readers import other_pipeline

if TYPE_CHECKING:
    from annotator.suggest.pipeline import Pipeline

_NICE = 5  # the window goes first
_GRACE = 2.0  # seconds to end the batch in hand once the input has ended


def main() -> int:
    """Serve until the input ends; returns the exit code."""
    requests, replies = _take_streams()
    _be_modest()
    inbox, over = Inbox(), threading.Event()

    def end() -> None:
        if not over.wait(_GRACE):
            os._exit(0)

    threading.Thread(target=inbox.read, args=(requests, end), name="requests", daemon=True).start()
    try:
        Worker(inbox, replies).run()
    except BrokenPipeError:
        pass  # nobody listens any more
    finally:
        over.set()
    return 0


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Our own ends of the pipes; from now on what prints, in Python or in C, goes to standard error."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if sys.stderr is None:  # a program without a console
        sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace", buffering=1)
    sys.stdout = sys.stderr
    return os.fdopen(os.dup(0), "rb"), replies


def _be_modest() -> None:
    """Leave Ctrl+C to the program that started us, and the processor to whoever wants it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable(sys.stderr)
    if hasattr(os, "nice"):
        os.nice(_NICE)


class Worker:
    """Does one thing after another; only this thread writes replies."""

    def __init__(self, inbox: Inbox, replies: BinaryIO) -> None:
        self._inbox = inbox
        self._replies = replies
        self._pipeline: Pipeline | None = None
        self._others: dict[str, Pipeline] = {}  # by language
        self._trouble = SuggestError("worker.unloaded", "No spaCy pipeline is loaded.")

    def run(self) -> None:
        """Work until there is nothing more to do."""
        while tasks := self._inbox.take():
            try:
                self._do(tasks)
            except BrokenPipeError:
                raise
            except Exception as error:  # one request must not end the process
                self._fail(tasks, error)

    def _do(self, tasks: list[Task]) -> None:
        match tasks[0]:
            case Load() as load:
                self._load(load)
            case Failed() as failed:
                self._send(failed)
            case Align() as request:
                from annotator.app.worker.rows import run_align

                run_align(request, self._inbox, self._send, self._meanwhile)
            case ExportDocBin() as request:
                from annotator.app.worker.rows import run_export

                run_export(request, self._inbox, self._send, self._meanwhile)
            case Train() as request:
                from annotator.app.worker.training import run_training

                run_training(request, self._inbox, self._send, self._meanwhile)
            case _:
                self._suggest([task for task in tasks if isinstance(task, Suggest)])
        self._replies.flush()

    def _fail(self, tasks: list[Task], error: Exception) -> None:
        code, sentence = _explained(error)
        for task in tasks:
            if isinstance(task, Suggest):
                self._send(_failed(task, code, sentence))
            elif isinstance(task, Align | ExportDocBin | Train):
                self._inbox.forget(task.job)
                self._send(Failed(job=task.job, code=code, sentence=sentence))
        self._replies.flush()

    def _send(self, reply: Reply) -> None:
        self._replies.write(encode(reply))
        if not isinstance(reply, Suggested):  # of these many follow; the batch ends with a flush
            self._replies.flush()

    def _load(self, request: Load) -> None:
        began = time.perf_counter()
        try:
            from annotator.suggest.pipeline import load
            from annotator.suggest.recipe import get_recipe

            loaded = load(request.pipeline, recipe=get_recipe(request.recipe), language=request.language)
        except Exception as error:
            self._pipeline, self._trouble = None, SuggestError(*_explained(error))
            self._send(Failed(job=0, code=self._trouble.code, sentence=self._trouble.sentence))
            return
        self._pipeline = loaded
        self._others.clear()
        seconds = time.perf_counter() - began
        ready = Ready(
            pipeline=loaded.info,
            recipe=loaded.recipe,
            spacy=loaded.spacy_version,
            seconds=seconds,
            warnings=tuple(loaded.warnings),
        )
        self._send(ready)

    def _meanwhile(self, task: Load | Suggest) -> None:
        """Do what cannot wait for the end of the job in hand, nor end it."""
        try:
            self._do([task])
        except BrokenPipeError:
            raise
        except Exception as error:
            self._fail([task], error)

    def _suggest(self, tasks: list[Suggest]) -> None:
        from annotator.suggest.annotate import Failure, suggest

        pipeline = self._pipeline_for(tasks[0].language)
        self._send(Began(articles=tuple((task.job, task.article) for task in tasks)))
        began = time.perf_counter()
        known = self._inbox.schemas[tasks[0].schema]
        texts = (task.text for task in tasks)
        found = suggest(texts, pipeline, known.schema, schema_version=known.version, batch_size=len(tasks))
        for task, outcome in zip(tasks, found, strict=True):
            if isinstance(outcome, Failure):
                self._send(_failed(task, outcome.code, outcome.sentence))
            else:
                self._send(Suggested(job=task.job, article=task.article, sha256=task.sha256, set=outcome))
        self._inbox.took(sum(len(task.text) for task in tasks), time.perf_counter() - began)

    def _pipeline_for(self, language: str) -> "Pipeline":
        """The pipeline for articles in a language: the one that was asked for, or another, loaded when first needed."""
        if self._pipeline is None:
            raise self._trouble
        if reads(self._pipeline.info, language):
            return self._pipeline
        if language not in self._others:
            from annotator.suggest.pipeline import load

            self._others[language] = load(other_pipeline(language).name, recipe=self._pipeline.recipe)
        return self._others[language]


def _failed(task: Suggest, code: str, sentence: str) -> Failed:
    return Failed(job=task.job, article=task.article, code=code, sentence=sentence)


def _explained(error: Exception) -> tuple[str, str]:
    if isinstance(error, AnnotatorError):
        return error.code, error.sentence
    why = " ".join(str(error).split()) or type(error).__name__
    return "worker.failed", f"The worker failed unexpectedly: {type(error).__name__}: {why}"
