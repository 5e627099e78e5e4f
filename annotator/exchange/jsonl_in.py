"""One line of a JSONL file to one article: a row of this program's own export, or any text with metadata."""

import json
from pathlib import Path
from typing import Any

import msgspec

from annotator.exchange.admit import Admission
from annotator.exchange.foreign import Ids, clean, is_ours
from annotator.exchange.jsonl_row import FORMAT, SetRow
from annotator.exchange.mapping import Labels, renamed
from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.surrogates import decoded_without_lone, may_have_lone
from annotator.exchange.tables.columns import LEAVE_OUT
from annotator.model.annotation import AnnotationSet
from annotator.model.article import Article, Meta, first_line, headline
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.model.rules import shorten
from annotator.model.text import Normalised, text_hash

KEYS = ("id", "title", "text", "sha256", "meta", "format", "sets")

_object = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_string = msgspec.json.Decoder(str).decode
_sets = msgspec.json.Decoder(list[SetRow]).decode
_anything = msgspec.json.Decoder().decode

Fields = dict[str, msgspec.Raw]


class RowReader:
    """Reads the lines of one file. See `ReadOptions.fields` for keys that are not ours."""

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self._path = path
        self._keys = {name: options.fields.get(name, name) for name in KEYS}
        self._meta_names = {key: name for name, key in options.fields.items() if name not in KEYS}
        self._left_out = {key for name, key in options.fields.items() if name.startswith(LEAVE_OUT)}
        self._labels = Labels(options.labels)
        self._admission = Admission(options.schema)

    def read(self, number: int, line: bytes) -> list[Incoming | Refused]:
        """The article of a line, and what was refused of it. Raises ExchangeError when the line is not to be trusted.

        A lone surrogate, which JSON can escape and no text can hold, becomes U+FFFD.
        """
        place = f"{self._path}, line {number}"
        try:
            try:
                return self._row(line, place)
            except msgspec.DecodeError:
                if not may_have_lone(line):
                    raise
                whole = json.dumps(decoded_without_lone(line), ensure_ascii=False).encode("utf-8")
                return self._row(whole, place, "lone surrogates replaced by U+FFFD")
        except msgspec.ValidationError as error:
            raise ExchangeError("jsonl.shape", f"{place} is not as expected: {error}.") from error
        except RecursionError as error:
            raise ExchangeError("jsonl.syntax", f"{place} is nested too deeply: is it one article a line?") from error
        except (msgspec.DecodeError, ValueError) as error:
            sentence = f"{place} is not valid JSON in UTF-8: {error}. Mend or remove the line and import again."
            raise ExchangeError("jsonl.syntax", sentence) from error

    def _row(self, line: bytes, place: str, *notes: str) -> list[Incoming | Refused]:
        extra = {key: value for key, value in _object(line).items() if key not in self._left_out}
        fields = {name: extra.pop(key) for name, key in self._keys.items() if key in extra}
        exported = _is_export(fields, place)
        if not exported and "format" in fields:
            extra[self._keys["format"]] = fields.pop("format")
        raw = self._text(fields, extra, place)
        text = clean(raw)
        if not text.text.strip():
            return [Refused(place, "The article has no text.")]
        meta, left_out = self._meta(fields, extra)
        article = _article(fields, text, meta, exported=exported)
        _check_hash(fields, article, raw, place)
        sets, refused = self._annotation(fields, raw, text, place)
        if left_out:
            notes = (*notes, f"left out, not being single values: {', '.join(left_out)}")
        return [Incoming(article, sets, place, (*notes, *text.changes), ours=exported), *refused]

    def _text(self, fields: Fields, extra: Fields, place: str) -> str:
        if "text" not in fields:
            others = shorten(", ".join([*fields, *extra]), 200) or "nothing"
            sentence = f"{place} has no “{self._keys['text']}”, only {others}: name the key that holds the text."
            raise ExchangeError("jsonl.text", sentence)
        return str(_decoded(_string, fields["text"], self._keys["text"]))

    def _meta(self, fields: Fields, extra: Fields) -> tuple[Meta, list[str]]:
        """The metadata: the row's `meta`, then the keys that are not an article's. And what is no single value."""
        values: dict[str, Any] = {}
        if "meta" in fields:
            given = _anything(fields["meta"])
            values.update(given if isinstance(given, dict) else {"meta": given})
        for key, value in extra.items():
            values.setdefault(self._meta_names.get(key, key), _anything(value))
        meta = {key: storable(value) for key, value in values.items() if not isinstance(value, dict | list)}
        return meta, [key for key in values if key not in meta]

    def _annotation(
        self, fields: Fields, raw: str, text: Normalised, place: str
    ) -> tuple[tuple[AnnotationSet, ...], list[Refused]]:
        ids = Ids()
        sets: dict[object, AnnotationSet] = {}
        refused: list[Refused] = []
        rows = _decoded(_sets, fields["sets"], "sets") if "sets" in fields else []
        for row in rows:
            if row.annotator in sets:
                refused.append(Refused(place, f"There is a second set of {row.annotator}."))
            else:
                found, left_out = renamed(row.found(), self._labels)
                refused += self._labels.left_out(left_out, place)
                sets[row.annotator], out = self._admission.admit(found, raw, text, place, ids)
                refused += out
        return tuple(sets.values()), refused


def _decoded(decode: Any, value: msgspec.Raw, key: str) -> Any:  # noqa: ANN401  the decoder says what comes out
    try:
        return decode(value)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"“{key}”: {error}") from error


def _is_export(fields: Fields, place: str) -> bool:
    """Whether the row is of this program's format, as its number says. Raises ExchangeError for a newer one."""
    number = _anything(fields["format"]) if "format" in fields else None
    if not isinstance(number, int) or isinstance(number, bool):
        if number is not None and "sets" in fields:
            raise ExchangeError("jsonl.format", f"{place} has the format “{number}”: this program knows {FORMAT}.")
        return False
    if number > FORMAT:
        sentence = f"{place} has the format {number}, and this program knows up to {FORMAT}: update the program."
        raise ExchangeError("jsonl.format", sentence)
    return True


def _article(fields: Fields, text: Normalised, meta: Meta, *, exported: bool) -> Article:
    given = _anything(fields["id"]) if "id" in fields else None
    known = isinstance(given, str) and is_ours(given) is not None
    if isinstance(given, str | int) and not known:
        meta = {**meta, "source_id": storable(given)}
    title = _anything(fields["title"]) if "title" in fields else None
    if not (exported and isinstance(title, str)):
        title = " ".join(str(title or "").split()) or headline(text.text) or first_line(text.text)
    return Article(
        id=str(given) if known else new_id(),
        title=title,
        text=text.text,
        sha256=text_hash(text.text),
        meta=meta,
    )


def storable(value: Any) -> str | int | float | bool | None:  # noqa: ANN401  any JSON value but arrays and objects
    """The value, or as text when it is an integer that neither SQLite nor most JSON readers hold."""
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return str(value)
    return value  # type: ignore[no-any-return]


def _check_hash(fields: Fields, article: Article, raw: str, place: str) -> None:
    """Raise ExchangeError when the row names the hash of another text, before or after normalising."""
    given = _anything(fields["sha256"]) if "sha256" in fields else None
    if given is None or given == article.sha256 or (raw != article.text and given == text_hash(raw)):
        return
    sentence = (
        f"{place}: the text of the article “{article.title}” is not the one that was exported (its SHA-256 differs), "
        "so its annotation may have slipped."
    )
    raise ExchangeError("jsonl.hash", f"{sentence} Export it again, or leave out sha256 and sets.")
