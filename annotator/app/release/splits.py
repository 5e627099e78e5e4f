"""Dividing a dataset into train, dev and test, so that no text is learned from and measured on.

Near-duplicates and articles of one story are never in two parts, unless earlier releases put them there. What an
earlier release gave to a part stays in it. Without dates the parts are stratified by label and outlet: Sechidis,
Tsoumakas and Vlahavas, On the Stratification of Multi-Label Data (ECML PKDD 2011), with groups in the place of
examples. By date train is the past: no article of a later part was there before one of an earlier part, but for
the groups, which go by their latest article.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from annotator.app.release.duplicates import Report, Together
from annotator.app.release.near import Near
from annotator.exchange.protocols import Outgoing
from annotator.model.errors import ExchangeError
from annotator.store.splits import PARTS, Part

STORY = "story"  # the metadata that says of which story an article is
_DATE = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?(?!\d)")


class SplitOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to divide: `shares` of train, dev and test, which add up to 1; `seed` decides between equals."""

    shares: tuple[float, float, float] = (0.8, 0.1, 0.1)
    seed: int = 0
    by_date: bool = False
    story: str = STORY


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What dividing needs of an article: its number and id, its date ("" for none), its labels and outlet."""

    seq: int
    id: str
    date: str = ""
    strata: frozenset[str] = frozenset()


class Division(msgspec.Struct):
    """The part of each article, by number, and how it came about.

    `across` are groups that earlier releases had put into several parts, `undated` articles without a date in a
    division by date.
    """

    parts: dict[int, Part] = {}
    kept: int = 0
    groups: int = 0
    across: int = 0
    undated: int = 0

    @property
    def counts(self) -> dict[Part, int]:
        """How many articles are in each part."""
        found = Counter(self.parts.values())
        return {part: found[part] for part in PARTS}

    def as_text(self) -> str:
        """What was done, in a few sentences."""
        kept = f"Articles that kept the part they had: {self.kept:,}."
        return f"{self.state()} {kept}"

    def state(self) -> str:
        """How the dataset is divided, whatever was so before."""
        told = f"Divided: {', '.join(f'{part} {number:,}' for part, number in self.counts.items())}."
        if self.groups:
            told += f" Kept together: {self.groups:,} groups of near-duplicates or of one story."
        if self.across:
            told += f" Groups that an earlier release had put into several parts: {self.across:,}."
        if self.undated:
            told += f" Articles without a date, put into train: {self.undated:,}."
        return told


def read_shares(text: str) -> tuple[float, float, float]:
    """The shares of `80/10/10`. Raises ExchangeError for what is no such thing."""
    found = re.fullmatch(r"(\d{1,3})/(\d{1,3})/(\d{1,3})", text.strip())
    numbers = [int(each) for each in found.groups()] if found else []
    if sum(numbers) != 100 or not numbers[0]:
        sentence = f"“{text}” does not say how to divide: give three numbers that add up to 100, as in 80/10/10."
        raise ExchangeError("split.shares", sentence)
    return numbers[0] / 100, numbers[1] / 100, numbers[2] / 100


def gather(items: Iterable[tuple[int, Outgoing]], options: SplitOptions, report: Report, total: int) -> "Gathered":
    """What dividing needs of all articles that go out, and which of them belong together."""
    near, together = Near(), Together()
    facts: list[Facts] = []
    for seq, item in items:
        meta = item.article.meta
        story = meta.get(options.story)
        together.add(near.add(item.article.text), [] if story in (None, "") else [story])
        labels = {span.label for each in item.sets for span in each.spans.values()}
        strata = frozenset([*labels, f"outlet {meta.get('outlet') or ''}"])
        facts.append(Facts(seq=seq, id=item.article.id, date=read_date(meta.get("date")), strata=strata))
        report(len(facts), total)
    return Gathered(facts, [[facts[at] for at in group] for group in together.groups()])


class Gathered(msgspec.Struct, frozen=True):
    """All articles, and the groups that they form, those of one included."""

    facts: list[Facts]
    groups: list[list[Facts]]


def read_date(value: object) -> str:
    """The date as it sorts, YYYY-MM-DD, a month or year alone as its first day; "" when it is none."""
    found = _DATE.match(str(value or "").strip())
    return f"{found[1]}{found[2] or '-01'}{(found[2] and found[3]) or '-01'}" if found else ""


def divide(gathered: Gathered, old: Mapping[int, Part], options: SplitOptions) -> Division:
    """Give every article its part; `old` is what earlier releases gave."""
    made = Division(groups=sum(len(group) > 1 for group in gathered.groups))
    new: list[list[Facts]] = []
    for group in gathered.groups:
        had = [old[each.seq] for each in group if each.seq in old]
        made.kept += len(had)
        made.across += len(set(had)) > 1
        if had:  # where earlier releases disagree, the part that was given to the most, of equals the later one
            part = max(PARTS, key=lambda each: (had.count(each), PARTS.index(each)))
            made.parts.update((each.seq, old.get(each.seq, part)) for each in group)
        else:
            new.append(group)
    if options.by_date:
        _by_date(made, gathered, new, options)
    else:
        _stratified(made, gathered, new, options)
    made.parts = dict(sorted(made.parts.items()))
    return made


def _order(seed: int, key: str) -> bytes:
    return hashlib.sha256(f"{seed}:{key}".encode()).digest()


# By date


def _by_date(made: Division, gathered: Gathered, new: list[list[Facts]], options: SplitOptions) -> None:
    made.undated = sum(len(group) for group in gathered.groups if not _latest(group))
    dated = [group for group in new if _latest(group)]
    for group in new:
        if not _latest(group):
            made.parts.update((each.seq, PARTS[0]) for each in group)
    dated.sort(key=lambda group: (_latest(group), _order(options.seed, group[0].id)))
    borders = _borders(made, gathered)
    if borders is None:
        _cut(made, dated, options.shares)
        return
    for group in dated:
        part = PARTS[sum(_latest(group) > border for border in borders)]
        made.parts.update((each.seq, part) for each in group)


def _latest(group: Sequence[Facts]) -> str:
    return max(each.date for each in group)


def _borders(made: Division, gathered: Gathered) -> tuple[str, str] | None:
    """The last dates of train and of dev in earlier releases; None where there was no release."""
    last = dict.fromkeys(PARTS, "")
    for each in gathered.facts:
        if each.seq in made.parts and (part := made.parts[each.seq]):
            last[part] = max(last[part], each.date)
    if not any(last.values()):
        return None
    return last["train"], max(last["train"], last["dev"])


def _cut(made: Division, groups: list[list[Facts]], shares: Sequence[float]) -> None:
    """Fill train, then dev, then test; articles of one day stay together, or train would know the day of the test."""
    total = sum(map(len, groups))
    ends = [round(total * shares[0]), round(total * (shares[0] + shares[1]))]
    done, part, day = 0, 0, ""
    for group in groups:
        if _latest(group) != day:
            day = _latest(group)
            part = max(part, sum(done >= end for end in ends))
        made.parts.update((each.seq, PARTS[part]) for each in group)
        done += len(group)


# Stratified


class _Room:
    """How many more articles each part wants: in all, and of each stratum."""

    def __init__(self, facts: Iterable[Facts], shares: Sequence[float]) -> None:
        every = list(facts)
        strata = Counter(name for each in every for name in each.strata)
        self.all = {part: len(every) * share for part, share in zip(PARTS, shares, strict=True)}
        self.of = {
            name: {part: n * share for part, share in zip(PARTS, shares, strict=True)} for name, n in strata.items()
        }

    def take(self, part: Part, group: Iterable[Facts]) -> None:
        for each in group:
            self.all[part] -= 1
            for name in each.strata:
                self.of[name][part] -= 1

    def best(self, name: str, size: int, wanted: Mapping[Part, float]) -> Part:
        """The part that wants the stratum most, among those with room for so many articles."""
        roomy = [part for part in PARTS if wanted[part] > 0 and self.all[part] >= min(size, wanted[part] + 0.5) - 0.5]
        several = roomy or [part for part in PARTS if wanted[part] > 0]
        return max(several, key=lambda part: (self.of[name][part], self.all[part]))


def _stratified(made: Division, gathered: Gathered, new: list[list[Facts]], options: SplitOptions) -> None:
    shares = dict(zip(PARTS, options.shares, strict=True))
    room = _Room(gathered.facts, options.shares)
    for each in gathered.facts:
        if each.seq in made.parts:
            room.take(made.parts[each.seq], [each])
    for name, group in _rarest_first(new, options.seed):
        part = room.best(name, len(group), shares)
        room.take(part, group)
        made.parts.update((each.seq, part) for each in group)


def _rarest_first(groups: list[list[Facts]], seed: int) -> Iterator[tuple[str, list[Facts]]]:
    """The groups, each with its stratum that is the rarest among those that are left; large groups of it first."""
    left = {at: frozenset(name for each in group for name in each.strata) for at, group in enumerate(groups)}
    having: dict[str, list[int]] = {}
    for at, names in left.items():
        for name in names:
            having.setdefault(name, []).append(at)
    counts = {name: len(found) for name, found in having.items()}
    while left:
        rarest = min((name for name, n in counts.items() if n), key=lambda name: (counts[name], name))
        some = [at for at in having[rarest] if at in left]
        some.sort(key=lambda at: (-len(groups[at]), _order(seed, groups[at][0].id)))
        for at in some:
            for name in left.pop(at):
                counts[name] -= 1
            yield rarest, groups[at]
