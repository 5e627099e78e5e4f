"""A task of Label Studio's to an article: an annotation or prediction is a set. See `label_studio_results`."""

from typing import Any

import msgspec

from annotator.exchange.admit import Admission
from annotator.exchange.foreign import Found, Ids, clean
from annotator.exchange.mapping import Labels
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.tools import label_studio_config as config
from annotator.exchange.tools.label_studio_results import ResultReader
from annotator.exchange.tools.label_studio_rows import TOOL, Said, Task
from annotator.exchange.tools.rows import article_of, as_meta, left_out_notes
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.errors import ExchangeError
from annotator.model.rules import shorten
from annotator.model.text import Normalised

_LINKS = ("http://", "https://", "s3://", "gs://", "/data/")


class TaskReader:
    """Reads the tasks of one file."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._labels = Labels(options.labels)
        self._admission = Admission(options.schema)

    def read(self, given: dict[str, Any], place: str) -> list[Incoming | Refused]:
        """The article of a task, and what was refused of it. Raises ExchangeError when it is no such task."""
        try:
            task = msgspec.convert(given, Task)
        except msgspec.ValidationError as error:
            raise ExchangeError(f"{TOOL}.shape", f"{place} is not as expected: {error}.") from error
        if task.data is None:
            sentence = f"{place} has no “data”: export from Label Studio as JSON, not as JSON-MIN or another format."
            raise ExchangeError(f"{TOOL}.shape", sentence)
        key = self._text_key(task.data, place)
        raw = task.data.pop(key)
        if raw.startswith(_LINKS) and len(raw.split()) == 1:
            return [Refused(place, f"The text is only named by the link {shorten(raw)}, and nothing is fetched.")]
        text = clean(raw)
        if not text.text.strip():
            return [Refused(place, "The article has no text.")]
        sets: list[AnnotationSet] = []
        refused: list[Refused] = []
        notes: list[str] = []
        ids = Ids()
        for found in self._found(task, raw, place, refused, notes):
            made, out = self._admission.admit(found, raw, text, place, ids)
            sets.append(made)
            refused += out
        return [_incoming(task, text, sets, place, notes), *refused]

    def _text_key(self, data: dict[str, Any], place: str) -> str:
        """The key of the text: the one named, else `text`, else the only one that holds a string."""
        named = self._options.fields.get("text", config.TEXT)
        strings = [key for key, value in data.items() if isinstance(value, str)]
        if named in strings:
            return named
        if len(strings) == 1 and "text" not in self._options.fields:
            return strings[0]
        others = shorten(", ".join(data), 200) or "nothing"
        sentence = f"{place} has no text called “{named}”, only {others}: name the key that holds the text."
        raise ExchangeError(f"{TOOL}.text", sentence)

    def _found(self, task: Task, raw: str, place: str, refused: list[Refused], notes: list[str]) -> list[Found]:
        all_made: dict[Annotator, Found] = {}
        known: list[tuple[Said, bool]] = []
        for each in (*(task.annotations or ()), *(task.completions or ())):
            known += [(each, False)] if isinstance(each, Said) else []
        for each in task.predictions or ():
            known += [(each, True)] if isinstance(each, Said) else []
        for said, is_model in known:
            reading = ResultReader(self._options, self._labels, raw, place)
            found = reading.found(said, is_model=is_model, used=all_made)
            refused += reading.refused
            notes += reading.notes
            if found.annotator in all_made:
                refused.append(Refused(place, f"There is a second set of {found.annotator}."))
            else:
                all_made[found.annotator] = found
        if task.drafts:
            notes.append(f"{len(task.drafts)} drafts, which nobody has submitted, left out")
        return list(all_made.values())


def _incoming(task: Task, text: Normalised, sets: list[AnnotationSet], place: str, notes: list[str]) -> Incoming:
    data = task.data or {}
    ids = [data.pop("article_id", None), task.id]
    id_ = next((str(each) for each in ids if isinstance(each, str | int)), "")
    title = data.pop("title", "")
    more = task.meta if isinstance(task.meta, dict) else {}
    meta, left_out = as_meta({**more, **{key: value for key, value in data.items() if key not in more}})
    article = article_of(id_, title if isinstance(title, str) else "", text, meta)
    told = (*left_out_notes(left_out), *notes, *text.changes)
    return Incoming(article, tuple(sets), place, told, ours=article.id == id_)
