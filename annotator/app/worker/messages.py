"""What the window's process and the worker say to each other: one JSON object a line, in UTF-8.

A job is one thing that was asked for, by a number that is never used twice; 0 stands for the worker itself.
JSON escapes line feeds inside strings, so a line is a message whatever the text of an article holds.
"""

import msgspec

from annotator.exchange.docbin import Misaligned
from annotator.exchange.losses import FEW, LossReport
from annotator.exchange.protocols import Alignment
from annotator.model.annotation import AnnotationSet
from annotator.model.schema import Schema
from annotator.suggest.available import PipelineInfo
from annotator.suggest.recipe import Recipe
from annotator.suggest.training.lessons import Wish
from annotator.suggest.training.outcome import Outcome


class _Message(msgspec.Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True):
    """A line. Defaults are left out of it."""


# What is asked of the worker.


class Load(_Message, frozen=True, kw_only=True):
    """Load a pipeline (a package, a folder, or "" for the best of the language), as a recipe wants it."""

    pipeline: str = ""
    recipe: str = "entities"
    language: str = "en"


class KnowSchema(_Message, frozen=True, kw_only=True):
    """A schema that later messages name by its key."""

    key: str
    version: int
    schema: Schema


class Suggest(_Message, frozen=True, kw_only=True):
    """Read an article. An urgent one goes before all others, one that stands alone shares no batch.

    `language` is the article's, "" when it is not said; another than the pipeline's goes to another pipeline.
    """

    job: int
    article: str
    text: str
    sha256: str
    schema: str
    language: str = ""
    urgent: bool = False
    alone: bool = False


class Align(_Message, frozen=True, kw_only=True):
    """Say which spans of the rows to come do not fall on token boundaries."""

    job: int
    alignment: Alignment
    pipeline: str = ""
    language: str = ""


class ExportDocBin(_Message, frozen=True, kw_only=True):
    """Write the rows to come to a temporary path. `ents` None stands for the group "entities".

    `listed` is how many losses of a kind are listed.
    """

    job: int
    target: str
    schema: str
    pipeline: str = ""
    alignment: Alignment = "strict"
    ents: tuple[str, ...] | None = None
    listed: int = FEW


class Train(_Message, frozen=True, kw_only=True):
    """Learn from the rows to come, each with the sets to learn from, in a folder that is there."""

    job: int
    schema: str
    wish: Wish
    work: str


class Row(_Message, frozen=True, kw_only=True):
    """An article with its sets, as in the JSONL export (see `exchange.jsonl_row`)."""

    job: int
    row: msgspec.Raw


class EndRows(_Message, frozen=True, kw_only=True):
    """There are no more rows."""

    job: int


class Cancel(_Message, frozen=True, kw_only=True):
    """Do not go on with a job."""

    job: int


class Stop(_Message, frozen=True, kw_only=True):
    """End the process."""


Request = Load | KnowSchema | Suggest | Align | ExportDocBin | Train | Row | EndRows | Cancel | Stop


# What the worker answers.


class Ready(_Message, frozen=True, kw_only=True):
    """A pipeline is loaded; `describe.model_annotator` of it gives the annotator of its suggestions."""

    pipeline: PipelineInfo
    recipe: Recipe
    spacy: str
    seconds: float
    warnings: tuple[str, ...] = ()


class Began(_Message, frozen=True, kw_only=True):
    """These articles, by job and id, are being read: if the process dies now, it is one of theirs."""

    articles: tuple[tuple[int, str], ...]


class Suggested(_Message, frozen=True, kw_only=True):
    """What the model says of an article, with the hash of the text that was read."""

    job: int
    article: str
    sha256: str
    set: AnnotationSet


class Failed(_Message, frozen=True, kw_only=True):
    """An article (or, where it is empty, a job) failed: a stable code and a sentence."""

    job: int
    article: str = ""
    code: str
    sentence: str


class Aligned(_Message, frozen=True, kw_only=True):
    """Some of the spans that an export would move or leave out."""

    job: int
    spans: tuple[Misaligned, ...]


class Taken(_Message, frozen=True, kw_only=True):
    """How many rows of a job were used so far: as many more may be sent."""

    job: int
    rows: int


class Finished(_Message, frozen=True, kw_only=True):
    """A job on rows is done; `losses` are those of an export."""

    job: int
    losses: LossReport | None = None


class Learning(_Message, frozen=True, kw_only=True):
    """How far a training is: `stage` is measuring or training, `steps` are done of `most`, `score` is 0 to 1."""

    job: int
    stage: str
    steps: int
    most: int
    score: float


class Trained(_Message, frozen=True, kw_only=True):
    """A training is done; the pipeline lies in the folder `model` of the one that it was given."""

    job: int
    outcome: Outcome


Reply = Ready | Began | Suggested | Failed | Aligned | Taken | Finished | Learning | Trained


# What the client tells besides, in the window's process.


class Progress(_Message, frozen=True, kw_only=True):
    """How far a job is. `total` and `seconds_left` are None where they are not known."""

    job: int
    done: int
    failed: int
    total: int | None
    per_second: float
    seconds_left: float | None


class Done(_Message, frozen=True, kw_only=True):
    """A job is over: nothing more will be told of it."""

    job: int
    done: int
    failed: int
    cancelled: bool = False
    losses: LossReport | None = None


class Restarting(_Message, frozen=True, kw_only=True):
    """The worker ended without being asked to, and is started again after some seconds."""

    sentence: str
    seconds: float


Event = Ready | Suggested | Failed | Aligned | Progress | Done | Restarting


_encoder = msgspec.json.Encoder()
_requests = msgspec.json.Decoder(Request)
_replies = msgspec.json.Decoder(Reply)


def encode(message: Request | Reply) -> bytes:
    """The message as a line, with its line feed. Raises UnicodeEncodeError for a lone surrogate."""
    return _encoder.encode(message) + b"\n"


def decode_request(line: bytes) -> Request:
    """A line that the worker reads. Raises msgspec.DecodeError when it is none of ours."""
    request: Request = _requests.decode(line)
    return request


def decode_reply(line: bytes) -> Reply:
    """A line that the client reads. Raises msgspec.DecodeError when it is none of ours."""
    reply: Reply = _replies.decode(line)
    return reply
