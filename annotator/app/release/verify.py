"""Reading an export again: is everything in it that went out, but for what the loss report names?

A format with a reader of its own is read with it, article by article beside the project. A DocBin is compared with
fingerprints taken while it was written. A writer may bring a check of its own,
`verify(target, items, options, losses)`, which raises ExchangeError. Other formats are not read again, and the report
says so.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import msgspec

from annotator.app.wording import count
from annotator.exchange import docbin_verify, registry
from annotator.exchange.losses import LossReport, naming
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions, Writer
from annotator.model.annotation import AnnotationSet, Attributes, Fragments
from annotator.model.article import Article
from annotator.model.errors import ExchangeError
from annotator.model.rules import shorten

_ONE_WAY = frozenset({"csv", "xlsx", "parquet", "html"})  # what is read under these names is something else
_LISTED = 20  # differences
_SUFFIX = "_"  # between a text's name and an annotator's, as writers of folders set it

Things = Counter[str]  # what a set says, each thing in words


class Checked(msgspec.Struct, kw_only=True):
    """What came of reading an export again. `again` is false where the format cannot be read."""

    again: bool
    articles: int = 0
    spans: int = 0
    losses: int = 0  # what the loss report names
    differences: list[str] = []
    more: int = 0  # differences that are not listed
    stopped: bool = False  # somebody stopped the reading

    @property
    def good(self) -> bool:
        """Whether it was read again and is what went out, but for the losses."""
        return self.again and not self.stopped and not self.differences

    def as_text(self) -> str:
        """What came of it, in a sentence."""
        if not self.again:
            return "It was not read again: the program does not read this format."
        if self.stopped and not self.differences:
            return "Reading it again was stopped, so it is not verified."
        if self.differences:
            number = len(self.differences) + self.more
            listed = " ".join(self.differences)
            return f"Read again, it differs in {count(number, 'place')} that the losses do not name: {listed}"
        if not self.articles:
            return "Verified: read again, it is what went out."
        found = f"{count(self.articles, 'article')} with {count(self.spans, 'span')}"
        return f"Verified: read again, it has {found}{', all but the losses' if self.losses else ''}."

    def differ(self, sentence: str) -> None:
        """Take down a difference."""
        if len(self.differences) < _LISTED:
            self.differences.append(sentence)
        else:
            self.more += 1


def write(
    writer: Writer, items: Iterator[Outgoing], target: Path, options: WriteOptions, again: Iterator[Outgoing]
) -> tuple[LossReport, Checked]:
    """Write and compare; `again` are the same items once more. Raises what the writer raises."""
    if writer.needs_spacy:
        return docbin(writer, items, target, options)
    with naming() as named:
        losses = writer.write(items, target, options=options)
    return losses, check(writer, target, again, options, losses, named)


def docbin(
    writer: Writer, items: Iterator[Outgoing], target: Path, options: WriteOptions
) -> tuple[LossReport, Checked]:
    """The same for a DocBin. Needs spaCy in this process."""
    prints: list[bytes] = []
    losses = writer.write(docbin_verify.noted(items, prints), target, options=options)
    checked = Checked(again=True, losses=losses.total)
    try:
        checked.articles, checked.spans = docbin_verify.verify_prints(target, prints, losses)
    except ExchangeError as error:
        checked.differ(error.sentence)
    return losses, checked


def check(
    writer: Writer,
    target: Path,
    items: Iterator[Outgoing],
    options: WriteOptions,
    losses: LossReport,
    named: Counter[str],
) -> Checked:
    """Read the target again and compare it with the items; `named` is how much each article loses, by title."""
    own = getattr(writer, "verify", None)
    if own is not None:
        return _own(own, target, items, options, losses)
    reader = None if writer.name in _ONE_WAY else registry.readers().loaded.get(writer.name)
    if reader is None:
        return Checked(again=False)
    comparing = _Comparing(items, losses.total, named)
    try:
        for item in _read(reader, target, options):
            if options.cancelled():
                comparing.checked.stopped = True
                return comparing.checked
            if isinstance(item, Refused):
                comparing.refused(item)
            else:
                comparing.take(item)
                options.report(comparing.checked.articles)
    except ExchangeError as error:
        if comparing.anything_left() or error.code != f"{reader.name}.empty":
            comparing.checked.differ(error.sentence)
    return comparing.finish()


def _own(own: object, target: Path, items: Iterator[Outgoing], options: WriteOptions, losses: LossReport) -> Checked:
    checked = Checked(again=True)
    try:
        own(target, items, options, losses)  # type: ignore[operator]
    except ExchangeError as error:
        checked.differ(error.sentence)
    return checked


def _read(reader: Reader, target: Path, options: WriteOptions) -> Iterator[Incoming | Refused]:
    """What the reader finds; an article that is spread over files that follow each other, one a set, comes whole."""
    how = ReadOptions(schema=options.schema, annotator_suffix=_SUFFIX)
    held: Incoming | None = None
    for path in _files(reader, target):
        for item in reader.read(path, options=how):
            if isinstance(item, Refused):
                yield item
            elif held is not None and held.article.sha256 == item.article.sha256:
                held = replace(held, sets=(*held.sets, *item.sets))
            else:
                if held is not None:
                    yield held
                held = item
    if held is not None:
        yield held


def _files(reader: Reader, target: Path) -> list[Path]:
    """What is to be read: the target, or of a folder the files that the reader picks, else those with its suffixes."""
    if not target.is_dir() or not reader.suffixes:
        return [target]
    every = [each for each in sorted(target.rglob("*")) if each.is_file() and not each.name.startswith(".")]
    pick: Callable[[list[Path]], list[Path]] | None = getattr(reader, "pick", None)
    return pick(every) if pick else [each for each in every if each.suffix.lower() in reader.suffixes]


class _Comparing:
    """What went out beside what came in, in whatever order; little is in memory while the two keep step."""

    def __init__(self, items: Iterator[Outgoing], losses: int, named: Counter[str]) -> None:
        self._items = items
        self._waiting: dict[str, Outgoing] = {}
        self._early: dict[str, list[Incoming]] = {}
        self._named = named
        self.checked = Checked(again=True, losses=losses)

    def take(self, item: Incoming) -> None:
        """Compare an article that came in with the one that went out."""
        key = _key(item.article)
        out = self._waiting.pop(key, None)
        while out is None and (following := next(self._items, None)) is not None:
            if _key(following.article) == key:
                out = following
            else:
                self._waiting[_key(following.article)] = following
        if out is None:
            self._early.setdefault(key, []).append(item)
        else:
            self._compare(out, item)

    def anything_left(self) -> bool:
        """Whether an article that went out did not come in so far."""
        following = next(self._items, None)
        if following is not None:
            self._waiting[_key(following.article)] = following
        return bool(self._waiting)

    def refused(self, item: Refused) -> None:
        """Something could not be read again."""
        self.checked.differ(f"{item.place}: {item.reason}")

    def _compare(self, out: Outgoing, item: Incoming) -> None:
        self.checked.articles += 1
        self.checked.spans += sum(len(each.spans) for each in item.sets)
        same_text = out.article.text == item.article.text
        wanted, got = (_things(sets, exact=same_text) for sets in (out.sets, item.sets))
        title = out.article.title
        if self._named[title]:
            self._count(title, out.sets, item.sets, exact=same_text)
            return
        if not same_text:
            self._differs(title, "its text is another.")
        for missing in (wanted - got).elements():
            self._differs(title, f"{missing} is not there.")
        for added in (got - wanted).elements():
            self._differs(title, f"{added} did not go out so.")

    def _count(
        self, title: str, wanted: tuple[AnnotationSet, ...], got: tuple[AnnotationSet, ...], *, exact: bool
    ) -> None:
        """Where something is lost, what is another cannot be told from it: but each span that is gone needs a loss."""
        gone = (_bare_spans(wanted, exact=exact) - _bare_spans(got, exact=exact)).total()
        if gone > self._named[title]:
            how = f"{gone:,} of its spans are not there, and it has {self._named[title]:,} losses."
            self.checked.differ(f"“{shorten(title)}”: {how}")

    def _differs(self, title: str, how: str) -> None:
        if not self._named[title]:
            self.checked.differ(f"“{shorten(title)}”: {how}")

    def finish(self) -> Checked:
        """What came of it, with what is missing on either side."""
        for following in self._items:
            self._waiting[_key(following.article)] = following
        for key in [key for key in self._waiting if key in self._early]:
            for item in self._early.pop(key):
                self._compare(self._waiting[key], item)
            del self._waiting[key]
        for out in self._waiting.values():
            self._differs(out.article.title, "it is not there.")
        for items in self._early.values():
            for item in items:
                self._differs(item.article.title, "it did not go out.")
        return self.checked


def _key(article: Article) -> str:
    """What an article is recognised by: its text without white space, which some formats set anew."""
    return "".join(article.text.split())


def _bare_spans(sets: tuple[AnnotationSet, ...], *, exact: bool) -> Things:
    """The spans of all sets without their attributes."""
    spans = [span for each in sets for span in each.spans.values()]
    return Counter(_words(span.label, span.text, span.fragments if exact else ()) for span in spans)


def _things(sets: tuple[AnnotationSet, ...], *, exact: bool) -> Things:
    """The spans with their attributes, and the relations, of all sets: by place where the texts are the same."""
    found: Things = Counter()
    for each in sets:
        names = {
            span.id: _words(span.label, span.text, span.fragments if exact else ()) for span in each.spans.values()
        }
        for span in each.spans.values():
            found[names[span.id] + _values(span.attributes)] += 1
        for relation in each.relations.values():
            ends = f"{names[relation.head]} → {names[relation.tail]}"
            found[f"{relation.type}: {ends}{_values(relation.attributes)}"] += 1
    return found


def _words(label: str, text: str, fragments: Fragments) -> str:
    where = "".join(f" {start}-{end}" for start, end in fragments)
    return f"{label} “{shorten(' '.join(text.split()))}”{where}"


def _values(attributes: Attributes) -> str:
    return "".join(f", {name} {attributes[name]}" for name in sorted(attributes))
