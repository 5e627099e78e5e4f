"""What a release is made of, in one number, and the figures of its card.

The content hash is a SHA-256 over the schema and the SHA-256 of each article's row, these in order: so the order of the
articles does not matter, and memory stays flat. A row is the JSON of `exchange.jsonl_row` with all keys sorted.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable

import msgspec

from annotator.exchange.finite import finite
from annotator.exchange.jsonl_row import make_row
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import Annotator

_encode = msgspec.json.Encoder(order="deterministic").encode


class Snapshot(msgspec.Struct, kw_only=True):
    """The hash and the figures of what goes out. `labels` and `relations` count spans and relations by name."""

    sha256: str = ""
    articles: int = 0
    words: int = 0
    sets: int = 0
    spans: int = 0
    labels: dict[str, int] = {}
    relations: dict[str, int] = {}
    outlets: dict[str, int] = {}
    languages: dict[str, int] = {}
    first_date: str = ""
    last_date: str = ""
    annotators: dict[Annotator, int] = {}  # with the number of sets


def take(items: Iterable[Outgoing], schema_text: str) -> Snapshot:
    """The snapshot of all that goes out."""
    rows: list[bytes] = []
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("labels", "relations", "outlets", "languages")}
    who: Counter[Annotator] = Counter()
    made = Snapshot()
    for item in items:
        rows.append(hashlib.sha256(_row(item)).digest())
        made.articles += 1
        made.words += item.article.words
        made.sets += len(item.sets)
        counts["outlets"][str(item.article.meta.get("outlet") or "")] += 1
        counts["languages"][str(item.article.meta.get("language") or "")] += 1
        _widen(made, str(item.article.meta.get("date") or ""))
        for each in item.sets:
            who[each.annotator] += 1
            made.spans += len(each.spans)
            counts["labels"].update(span.label for span in each.spans.values())
            counts["relations"].update(relation.type for relation in each.relations.values())
    whole = hashlib.sha256(hashlib.sha256(schema_text.encode("utf-8")).digest())
    for row in sorted(rows):
        whole.update(row)
    made.sha256 = whole.hexdigest()
    made.annotators = {each: who[each] for each in sorted(who)}
    for name, found in counts.items():
        setattr(made, name, dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))))
    return made


def _row(item: Outgoing) -> bytes:
    """The article with its sets, those in the order of their annotators."""
    item = finite(item, LossReport())
    return _encode(make_row(item.article, tuple(sorted(item.sets, key=lambda each: each.annotator))))


def _widen(made: Snapshot, date: str) -> None:
    if date:
        made.first_date = min(made.first_date or date, date)
        made.last_date = max(made.last_date, date)
