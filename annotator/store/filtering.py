"""Which articles a list shows and in which order, as SQL: one walk down an index for each stretch of the list.

An order is made of stretches that follow each other: all titles, or one status after the other, or what has spans
and then what has none. A filter that has the articles in the order that is wanted leads; all others are looked up
for each article that it gives. The joins say which comes first, so a plan is good without statistics.
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

import msgspec

from annotator.model.annotation import STATUSES, Status
from annotator.model.query import NOTE, SpanQuery
from annotator.store import find
from annotator.store.search import match

Order = Literal["added", "title", "outlet", "date", "status", "spans", "unjudged", "notes", "doubt"]
COUNTED: tuple[Order, ...] = ("spans", "unjudged", "notes", "doubt")
Values = dict[str, str | int | float | None]


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows: all that is not empty must be true. Days are ISO dates."""

    statuses: tuple[Status, ...] = ()
    labels: tuple[str, ...] = ()  # one of them is in the annotator's set
    outlets: tuple[str, ...] = ()
    first_day: str = ""
    last_day: str = ""
    noted: bool = False
    unjudged: bool = False
    words: str = ""
    query: SpanQuery | None = None
    order: Order = "added"
    descending: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it shows all articles, in whatever order."""
        return msgspec.structs.replace(self, order="added", descending=False) == Filter()


class Stretch(msgspec.Struct, frozen=True):
    """A part of the list as a query that gives numbers; it takes the parameter :limit."""

    sql: str
    values: Values


class Plan(msgspec.Struct, frozen=True):
    """The stretches of a list: they follow each other, or, with `merged`, are put together by number."""

    stretches: tuple[Stretch, ...]
    merged: bool = False


def plan(wanted: Filter, who: int) -> Plan:
    """How to read the list of one annotator, by number."""
    making = _Making(wanted, who)
    if wanted.order == "added" or (wanted.order == "status" and not who):  # to a stranger all is new
        return making.as_added()
    stretches = making.sorted_by[wanted.order]()
    return Plan(stretches)


_STANDING = "SELECT {} FROM standing WHERE standing.article = {} AND standing.annotator = :who"
_HAS_LABEL = (
    "EXISTS (SELECT 1 FROM annotation_set AS labelled CROSS JOIN span ON span.aset = labelled.id"
    " WHERE labelled.article = {} AND labelled.annotator = :who AND span.label = :{})"
)
_ANSWERS = (
    "EXISTS (SELECT 1 FROM annotation_set AS asked CROSS JOIN span ON span.aset = asked.id"
    " WHERE asked.article = {} AND asked.annotator = :who AND {})"
)
_HELD = "(SELECT rowid AS seq FROM article_fts WHERE article_fts MATCH :{}) AS held"


class _Making:
    """The conditions of one filter, each either leading or looked up."""

    def __init__(self, wanted: Filter, who: int) -> None:
        self.wanted = wanted
        self.values: Values = {"who": who}
        self.down = " DESC" if wanted.descending else ""
        self.checks: dict[str, Callable[[str], str]] = {}
        self.words, self.asked_words = match(wanted.words), find.prefilter(wanted.query) if wanted.query else ""
        self.sorted_by: dict[str, Callable[[], tuple[Stretch, ...]]] = {
            "title": lambda: self._by_column("title COLLATE NOCASE"),
            "outlet": lambda: self._by_column("outlet"),
            "date": lambda: self._by_column("date"),
            "status": self._by_status,
            **{name: partial(self._by_count, name) for name in COUNTED},
        }
        self._state()
        self._article()
        self._sought()

    # Conditions

    def _add(self, name: str, check: Callable[[str], str], **values: str | int | float | None) -> None:
        self.checks[name] = check
        self.values |= values

    def _state(self) -> None:
        wanted = self.wanted
        if wanted.statuses:
            names: dict[str, str] = {f"status_{at}": each for at, each in enumerate(wanted.statuses)}
            listed = ", ".join(f":{name}" for name in names)
            self._add("status", lambda seq: f"({_STANDING.format('status', seq)}) IN ({listed})", **names)
        if wanted.noted or (wanted.query and NOTE in wanted.query.having):
            self._add("noted", lambda seq: f"({_STANDING.format('notes', seq)}) > 0")
        if wanted.unjudged:
            self._add("unjudged", lambda seq: f"({_STANDING.format('unjudged', seq)}) > 0")
        if wanted.labels:
            names = {f"label_{at}": each for at, each in enumerate(wanted.labels)}
            self._add("label", lambda seq: f"({' OR '.join(_HAS_LABEL.format(seq, each) for each in names)})", **names)

    def _article(self) -> None:
        wanted, of = self.wanted, "(SELECT {} FROM article AS it WHERE it.seq = {})"
        if wanted.outlets:
            names = {f"outlet_{at}": each for at, each in enumerate(wanted.outlets)}
            listed = ", ".join(f":{name}" for name in names)
            self._add("outlet", lambda seq: f"{of.format('outlet', seq)} IN ({listed})", **names)
        if wanted.first_day or wanted.last_day:
            days = {"first_day": wanted.first_day or "0", "last_day": (wanted.last_day or "9") + "~"}
            self._add("date", lambda seq: f"{of.format('date', seq)} BETWEEN :first_day AND :last_day", **days)

    def _sought(self) -> None:
        within = "{} IN (SELECT rowid FROM article_fts WHERE article_fts MATCH :{})"
        if self.words:
            self._add("words", lambda seq: within.format(seq, "words"), words=self.words)
        if self.wanted.query is not None:
            answers, values = find.conditions(self.wanted.query)
            if self.asked_words:
                self._add("held", lambda seq: within.format(seq, "find_words"), find_words=self.asked_words)
            self._add("query", lambda seq: _ANSWERS.format(seq, answers), **values)

    # Stretches

    def _stretch(self, source: str, seq: str, *, order: str, lead: str = "", where: str = "", **more: str) -> Stretch:
        """One walk; `lead` is the condition that the source fulfils already."""
        parts = [where] if where else []
        parts += [check(seq) for name, check in self.checks.items() if name != lead]
        held = f" WHERE {' AND '.join(parts)}" if parts else ""
        return Stretch(f"SELECT {seq} FROM {source}{held} ORDER BY {order} LIMIT :limit", {**self.values, **more})

    def _led(self, lead: str, where: str, *, table: str = "standing", **more: str) -> Stretch:
        """In the order of import, led by rows of a table that name articles."""
        return self._stretch(
            f"{table} AS led", "led.article", order=f"led.article{self.down}", lead=lead, where=where, **more
        )

    def _walk(self, lead: str = "", where: str = "", **more: str) -> Stretch:
        """In the order of import, led by the articles themselves."""
        return self._stretch("article", "article.seq", order=f"article.seq{self.down}", lead=lead, where=where, **more)

    def as_added(self) -> Plan:
        """In the order of import: led by what has its articles in that order, or gives few of them."""
        checks, wanted = self.checks, self.wanted
        for name, key in (("words", "words"), ("held", "find_words")):
            if name in checks:
                return Plan((self._stretch(_HELD.format(key), "held.seq", order=f"held.seq{self.down}", lead=name),))
        for name, column in (("noted", "notes"), ("unjudged", "unjudged")):
            if name in checks:
                return Plan((self._led(name, f"annotator = :who AND {column} > 0"),))
        if "query" in checks or "label" in checks:
            return Plan((self._led("", "annotator = :who", table="annotation_set"),))
        if "status" in checks:
            own = "annotator = :who AND status = :one"
            walks = [self._led("status", own, one=each) for each in dict.fromkeys(wanted.statuses)]
            return Plan(tuple(walks), merged=len(walks) > 1)
        if "outlet" in checks:
            walks = [self._walk("outlet", "outlet = :one", one=each) for each in dict.fromkeys(wanted.outlets)]
            return Plan(tuple(walks), merged=len(walks) > 1)
        if "date" in checks:
            return Plan((self._walk("date", "date BETWEEN :first_day AND :last_day"),))
        return Plan((self._walk(),))

    def _by_column(self, key: str) -> tuple[Stretch, ...]:
        """What has no outlet, or date, or title, comes last either way."""
        down = self.down
        filled = self._stretch("article", "article.seq", order=f"{key}{down}, article.seq{down}", where=f"{key} > ''")
        empty = self._stretch("article", "article.seq", order=f"article.seq{down}", where=f"{key} = ''")
        return filled, empty

    def _by_status(self) -> tuple[Stretch, ...]:
        statuses = [each for each in STATUSES if not self.wanted.statuses or each in self.wanted.statuses]
        order = f"led.article{self.down}"
        where = "annotator = :who AND status = :one"
        return tuple(
            self._stretch("standing AS led", "led.article", order=order, lead="status", where=where, one=each)
            for each in (reversed(statuses) if self.wanted.descending else statuses)
        )

    def _by_count(self, column: str) -> tuple[Stretch, ...]:
        down = self.down
        order = f"{column}{down}, led.article{down}"
        some = self._stretch("standing AS led", "led.article", order=order, where=f"annotator = :who AND {column} > 0")
        none = self._stretch(
            "article",
            "article.seq",
            order="article.seq",  # without a count there is no order but that of import, either way
            where=f"coalesce(({_STANDING.format(column, 'article.seq')}), 0) = 0",
        )
        return (some, none) if self.wanted.descending else (none, some)
