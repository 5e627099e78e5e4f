"""How the real worker process ends: when asked, when its parent dies, and when it dies itself."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest
from worker_listening import TIMEOUT, Heard

from annotator.app.worker.client import WorkerClient
from annotator.app.worker.dispatch import MOST_DEATHS
from annotator.app.worker.messages import Done, Failed, Load, Ready, Restarting, Suggested, decode_reply, encode
from annotator.model.article import Article
from annotator.model.schema import Schema

MakeClient = Callable[..., WorkerClient]
Make = Callable[[str], Article]
WORKER = [sys.executable, "-m", "annotator.app.worker"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX processes")


def start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_the_worker_ends_when_its_input_does() -> None:
    with start() as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(TIMEOUT) == 0


def test_the_worker_ends_in_the_middle_of_its_work_when_its_input_does() -> None:
    with start() as process:
        assert process.stdin is not None
        process.stdin.write(encode(Load()))
        process.stdin.close()
        assert process.wait(TIMEOUT) == 0


def test_a_line_that_is_no_request_is_reported_and_the_next_one_served() -> None:
    with start() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b'{"type": "Dance"}\nnonsense\n' + encode(Load(pipeline="blank:en")))
        process.stdin.flush()
        replies = [decode_reply(process.stdout.readline()) for _ in range(3)]
        process.stdin.close()
        assert process.wait(TIMEOUT) == 0
    assert [getattr(reply, "code", "") for reply in replies] == ["worker.message", "worker.message", ""]
    assert isinstance(replies[-1], Ready)


@POSIX
def test_the_worker_leaves_ctrl_c_to_its_parent(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline="blank:en")
    client.start()
    heard.wait(Ready)
    assert client.pid is not None
    os.kill(client.pid, signal.SIGINT)
    job = client.suggest([make("London")], schema)
    assert heard.wait(Done, job=job).done == 1
    assert not heard.all(Restarting)


@POSIX
def test_stop_leaves_no_process_behind(make_client: MakeClient, heard: Heard) -> None:
    client = make_client(pipeline="blank:en")
    client.start()
    heard.wait(Ready)
    pid = client.pid
    assert pid is not None
    client.stop()
    with pytest.raises(ChildProcessError):  # it was waited for, so it is no zombie either
        os.waitpid(pid, os.WNOHANG)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert client.pid is None


def test_stop_ends_open_jobs_and_what_is_asked_afterwards_does_nothing(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline="blank:en")
    job = client.suggest((make("London") for _ in iter(int, 1)), schema)
    heard.wait(Suggested, job=job)
    client.stop()
    assert heard.wait(Done, job=job).cancelled
    count = len(heard.events)
    client.suggest([make("London")], schema)
    client.stop()
    assert len(heard.events) == count


def test_the_listener_may_stop_the_client(make_client: MakeClient, heard: Heard) -> None:
    def listener(event: object) -> None:
        heard(event)  # type: ignore[arg-type]
        if isinstance(event, Ready):
            client.stop()

    client = make_client(listener=listener, pipeline="blank:en")
    client.start()
    heard.wait(Ready)
    client.stop()
    assert client.pid is None


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs to wait for a process that is no child")
def test_the_worker_does_not_outlive_its_parent() -> None:
    code = """
import os, signal, sys, threading
from annotator.app.worker.client import WorkerClient
ready = threading.Event()
client = WorkerClient(lambda event: ready.set(), command=[sys.executable, "-m", "annotator.app.worker"])
client.start()
ready.wait(60)
print(client.pid, flush=True)
sys.stdin.readline()
os.kill(os.getpid(), signal.SIGKILL)
"""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, text=True) as parent:
        assert parent.stdout is not None
        handle = os.pidfd_open(int(parent.stdout.readline()))
        parent.communicate("now\n", timeout=TIMEOUT)
    try:
        readable, _, _ = select.select([handle], [], [], TIMEOUT)
        assert readable == [handle]
    finally:
        os.close(handle)


def test_the_article_that_the_worker_dies_of_fails_and_the_others_are_read(
    odd_client: WorkerClient, heard: Heard, make: Make, schema: Schema
) -> None:
    articles = [make(f"Norland {number}") for number in range(12)]
    articles[3] = make("Norland DIES")
    articles[9] = make("it DIES here too")
    job = odd_client.suggest(articles, schema)
    assert heard.wait(Done, job=job) == Done(job=job, done=10, failed=2)
    failed = heard.all(Failed, job=job)
    assert {each.article for each in failed} == {articles[3].id, articles[9].id}
    assert {each.code for each in failed} == {"worker.crashed"}
    assert all("about to die" in each.sentence and "marked by hand" in each.sentence for each in failed)
    assert sorted(each.article for each in heard.all(Suggested)) == sorted(
        article.id for article in articles if article.id not in {each.article for each in failed}
    )
    assert heard.all(Restarting)


@POSIX
def test_a_worker_that_is_killed_while_idle_is_started_again(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline="blank:en")
    client.start()
    heard.wait(Ready)
    assert client.pid is not None
    os.kill(client.pid, signal.SIGKILL)
    assert "signal 9" in heard.wait(Restarting).sentence
    job = client.suggest([make("London")], schema)
    assert heard.wait(Done, job=job).done == 1
    assert not heard.all(Failed)


def test_a_worker_that_always_dies_is_given_up_with_its_last_words(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(command=[sys.executable, "-c", "import sys; sys.exit('out of order')"])
    job = client.suggest([make("London")], schema)
    assert heard.wait(Done, job=job) == Done(job=job, done=0, failed=0)
    (failed,) = heard.all(Failed, job=0)
    assert failed.code == "worker.crashed"
    assert "exit code 1; out of order" in failed.sentence
    assert len(heard.all(Restarting)) == MOST_DEATHS - 1


def test_a_worker_that_cannot_be_started_fails_what_needs_it(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(command=["no-such-program-anywhere"])
    job = client.suggest([make("London")], schema)
    heard.wait(Done, job=job)
    assert heard.wait(Failed, job=0).code == "worker.start"
