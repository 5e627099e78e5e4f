"""W3C Web Annotations out (https://www.w3.org/TR/annotation-model/): one collection with its page, as JSON-LD.

- A span is an annotation `classifying` its place: the label is a body for classifying, its attributes, score and
  origin are one body for describing, as JSON, the note is one for commenting. Each fragment is a target with a
  TextPositionSelector and a TextQuoteSelector.
- A relation is one `linking` the annotation of the head (the target) to that of the tail (a body); its type is a body.
- What is said of the article as a whole (status, article labels, note) is one `describing` all of it.

Positions are code points of the article's text, normalised as at import; code points are what section 4.2.5 asks for.
The source is the article's `url`, else `urn:uuid:` and its id. The text itself does
not go out.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from annotator.exchange.again import as_gone_out, in_step, reading
from annotator.exchange.files_out import file_out, write_losses
from annotator.exchange.foreign import is_ours
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import META, Lost
from annotator.exchange.protocols import Outgoing, WriteOptions, Writer
from annotator.exchange.ready import encodable, json_text, ready_items
from annotator.model.annotation import AnnotationSet, Annotator, Relation, Span, text_order
from annotator.model.article import Article

FRAGMENTS = LossKind("fragments", "span in several fragments")
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TYPES = {"person": "Person", "model": "Software", "gold": "Organization"}
_AROUND = 32  # code points before and after what is quoted
_HELD = {"url", "language"}  # of the metadata
_is_url = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+").fullmatch

Json = dict[str, Any]


class WebAnnotationWriter:
    """Writes an AnnotationCollection with one AnnotationPage embedded."""

    name = "web-annotation"
    title = "Web Annotation (JSON-LD)"
    suffix = ".jsonld"
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One annotation a line, in constant memory; the collection's id follows from what is in it."""
        losses = LossReport()
        encode = msgspec.json.Encoder().encode
        total, digest = 0, sha256()
        with file_out(target) as file:
            file.write(f'{{"@context":"{CONTEXT}","type":"AnnotationCollection",'.encode())
            file.write(b'"first":{"type":"AnnotationPage","startIndex":0,"items":[')
            for item in ready_items(items, target, options, losses):
                with encodable(item.article):
                    lines = [encode(each) for each in _annotations(item)]
                _lose(item, losses)
                for line in lines:
                    file.write(b",\n" if total else b"\n")
                    file.write(line)
                    digest.update(line)
                    total += 1
            name = _urn(digest.hexdigest())
            file.write(f'\n],"id":"{name}#page","partOf":"{name}"}},"total":{total},"id":"{name}"}}\n'.encode())
        write_losses(losses, target)
        return losses

    def verify(self, target: Path, items: Iterable[Outgoing], options: WriteOptions, losses: LossReport) -> None:
        """Read the annotations again. Raises ExchangeError at the first that is not what went out."""
        del options, losses
        wanted = (
            (f"“{item.article.title}”", msgspec.to_builtins(each))
            for item in as_gone_out(items)
            for each in _annotations(item)
        )
        with reading(target, self.name):
            in_step(_read(target), wanted, target, self.name)


def _read(path: Path) -> Iterator[object]:
    """The annotations, one a line; the lines around them must be JSON with an empty page between."""
    with path.open("rb") as file:
        head, last = file.readline(), b""
        for line in file:
            if line.startswith(b"]"):
                last = line
                break
            yield msgspec.json.decode(line.rstrip(b",\n"))
        msgspec.json.decode(head + last + file.read())


def _lose(item: Outgoing, losses: LossReport) -> None:
    lost = Lost(losses, item.article.title)
    lost.text(item.article)
    for name in sorted(item.article.meta.keys() - _HELD):
        lost.add(META, name)
    for each in item.sets:
        lost.verdicts(each)
        for span in each.spans.values():
            if len(span.fragments) > 1:
                lost.span(FRAGMENTS, span, "written with a target for each, which readers may take for several")


def _annotations(item: Outgoing) -> Iterator[Json]:
    source = _source(item.article)
    for each in item.sets:
        creator = {"type": _TYPES[each.annotator.kind], "name": str(each.annotator)}
        yield _whole(item.article, each, source, creator)
        for span in sorted(each.spans.values(), key=text_order):
            yield _of_span(item.article, span, source, creator)
        for key in sorted(each.relations):
            yield _of_relation(each.relations[key], creator)


def _whole(article: Article, each: AnnotationSet, source: Json, creator: Json) -> Json:
    state = each.state
    told: Json = {"status": state.status, "schema_version": each.schema_version}
    told |= {name: value for name, value in (("attributes", state.attributes), ("flag", state.flag)) if value}
    about = f"{article.id} {_key(each.annotator)}"
    return _annotation(_urn(about), "describing", creator, [_told(told), *_comment(state.note)], source)


def _key(annotator: Annotator) -> str:
    return f"{annotator.kind} {annotator.name} {annotator.version}"


def _of_span(article: Article, span: Span, source: Json, creator: Json) -> Json:
    bodies = [_text(span.label, "classifying"), *_rest(span), *_comment(span.note)]
    targets = [_place(article.text, start, end, source) for start, end in span.fragments]
    return _annotation(_urn(span.id), "classifying", creator, bodies, targets[0] if len(targets) == 1 else targets)


def _of_relation(link: Relation, creator: Json) -> Json:
    tail = {"type": "SpecificResource", "source": _urn(link.tail), "purpose": "linking"}
    bodies = [tail, _text(link.type, "classifying"), *_rest(link), *_comment(link.note)]
    return _annotation(_urn(link.id), "linking", creator, bodies, _urn(link.head))


def _annotation(name: str, why: str, creator: Json, bodies: list[Json], target: Json | list[Json] | str) -> Json:
    return {"id": name, "type": "Annotation", "motivation": why, "creator": creator, "body": bodies, "target": target}


def _text(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _comment(note: str) -> list[Json]:
    return [_text(note, "commenting")] if note else []


def _told(values: Json) -> Json:
    return {"type": "TextualBody", "value": json_text(values), "format": "application/json", "purpose": "describing"}


def _rest(record: Span | Relation) -> list[Json]:
    values: Json = {"attributes": record.attributes} if record.attributes else {}
    if record.score is not None:
        values["score"] = record.score
    if record.origin is not None:
        values["origin"] = record.origin
    return [_told(values)] if values else []


def _place(text: str, start: int, end: int, source: Json) -> Json:
    quote: Json = {"type": "TextQuoteSelector", "exact": text[start:end]}
    if before := text[max(0, start - _AROUND) : start]:
        quote["prefix"] = before
    if after := text[end : end + _AROUND]:
        quote["suffix"] = after
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}


def _source(article: Article) -> Json:
    url = article.meta.get("url")
    name = url if isinstance(url, str) and _is_url(url) else _urn(article.id)
    found: Json = {"id": name, "type": "Text", "format": "text/plain", "label": article.title}
    language = article.meta.get("language")
    return {**found, "language": language} if isinstance(language, str) and language else found


def _urn(name: str) -> str:
    """The id as a URN; for one that is no UUID, one that is always the same."""
    return f"urn:uuid:{name if is_ours(name) else uuid5(NAMESPACE_URL, name)}"


WRITER: Writer = WebAnnotationWriter()
