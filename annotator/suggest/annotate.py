"""Running a pipeline over texts: what it finds in each is an annotation set of the model annotator.

Texts go through `nlp.pipe` in chunks, headlines in the case of sentences. A trailer is not read at all. An
article too long for the pipeline is read in parts. One that fails becomes a Failure and the others go on.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from annotator.model.annotation import AnnotationSet
from annotator.model.schema import Schema
from annotator.model.trailer import trailer_start
from annotator.suggest.describe import model_annotator
from annotator.suggest.names.headings import truecase
from annotator.suggest.paragraphs import split
from annotator.suggest.pipeline import Pipeline
from annotator.suggest.reading import Labels, Reading

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH_SIZE = 16  # articles; measured: more are no faster, and a cancelled run waits for its batch
KNOWN_WORDS = 50_000  # some 20 MB
_LONGEST_PART = 100_000  # code points; spaCy reckons with a gigabyte of working memory for so many
_CHUNK_PER_PROCESS = 16  # batches: starting processes costs seconds where they cannot be forked


class Failure(msgspec.Struct, frozen=True):
    """An article that could not be read: a stable code and a sentence."""

    code: str
    sentence: str


Outcome = AnnotationSet | Failure
_Part = tuple[int, int, str]  # the text's index in the chunk, the offset in it, the part


def suggest(
    texts: Iterable[str],
    pipeline: Pipeline,
    schema: Schema,
    *,
    schema_version: int = 1,
    batch_size: int = BATCH_SIZE,
    n_process: int = 1,
) -> Iterator[Outcome]:
    """What the pipeline finds in each text, in their order, one outcome for each.

    `n_process` above 1 shares the work among processes, which pays from some hundred articles on.
    """
    labels = Labels(schema, pipeline.info)
    annotator = model_annotator(pipeline.info, pipeline.recipe, schema)
    size = batch_size if n_process == 1 else batch_size * n_process * _CHUNK_PER_PROCESS
    rest = iter(texts)
    while chunk := list(islice(rest, size)):
        readings = _read_chunk(chunk, pipeline, labels, batch_size, n_process)
        for reading in readings:
            yield reading if isinstance(reading, Failure) else reading.result(annotator, schema_version)


def _read_chunk(
    texts: Sequence[str], pipeline: Pipeline, labels: Labels, batch_size: int, n_process: int
) -> list[Reading | Failure]:
    """Read some texts; the annotation is taken out before what spaCy allocated for them is freed."""
    nlp = pipeline.nlp
    readings: list[Reading | Failure] = [Reading(labels, text, pipeline.recipe.components) for text in texts]
    parts = list(_parts(texts, min(nlp.max_length, _LONGEST_PART), nlp.lang or ""))
    with _zone(nlp):
        for (index, offset, _), doc in zip(parts, _docs(nlp, parts, batch_size, n_process), strict=True):
            reading = readings[index]
            if isinstance(reading, Reading) and (failure := _read(reading, doc, offset, pipeline)):
                readings[index] = failure
    return readings


def _zone(nlp: "Language") -> AbstractContextManager[object]:
    """Once spaCy knows the common words, it forgets new ones after each chunk, so that a long run does not grow.

    Until then it keeps them: looking at a word for the first time is a sixth of all the work.
    """
    return nlp.memory_zone() if len(nlp.vocab) >= KNOWN_WORDS else nullcontext()


def _read(reading: Reading, doc: "Doc | Exception", offset: int, pipeline: Pipeline) -> Failure | None:
    error: Exception
    if isinstance(doc, Exception):
        error = doc
    else:
        try:
            reading.add(doc, offset)
        except ValueError as problem:
            error = problem
        else:
            return None
    why = " ".join(str(error).split()) or type(error).__name__
    return Failure("suggest.failed", f"The pipeline “{pipeline.info}” failed on this article: {why}")


def _parts(texts: Sequence[str], limit: int, language: str) -> Iterator[_Part]:
    """What the pipeline reads: headlines in the case of sentences, which changes no length (see `names.headings`)."""
    for index, text in enumerate(texts):
        for offset, part in split(truecase(text[: trailer_start(text)], language), limit):
            yield index, offset, part


def _docs(nlp: "Language", parts: Sequence[_Part], batch_size: int, n_process: int) -> Iterator["Doc | Exception"]:
    """A document, or what went wrong, for each part. After an error the rest is read one by one."""
    texts = [text for _, _, text in parts]
    longest = max(map(len, texts), default=0)
    size = max(1, min(batch_size, _LONGEST_PART // max(longest, 1)))
    done = 0
    try:
        for doc in nlp.pipe(texts, batch_size=size, n_process=n_process):
            yield doc
            done += 1
    except Exception:  # which article it was, and why, shows when each is read alone
        for text in texts[done:]:
            yield _alone(nlp, text)


def _alone(nlp: "Language", text: str) -> "Doc | Exception":
    try:
        return nlp(text)
    except Exception as error:  # a component may raise anything
        return error
