"""Moving spans that lie off the tokens of a format to whole tokens, in the project: one step, undone whole.

The format's own writer says where the tokens are, so that afterwards its export loses nothing there.
"""

import re
from collections.abc import Collection, Iterator
from typing import Literal

import msgspec

from annotator.app.exporting import ExportOptions, ExportReport, Write, numbered
from annotator.app.release.preview import read_fragments, would_lose
from annotator.exchange import registry
from annotator.exchange.losses import Loss
from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import Annotator, Fragments, Span, SpanKey, covered, places
from annotator.model.edits import SpanEdit, apply
from annotator.model.errors import ExchangeError
from annotator.store import annotators, many, schemas, sets
from annotator.store.history import Place
from annotator.store.project import Project

Mode = Literal["contract", "expand"]
MISALIGNED = "misaligned"  # the kind of loss
_MOST = 200_000  # spans at once
_WHITHER = re.compile(r"\d+-\d+.*")  # in what was done

_Key = tuple[str, str, str]  # title, label and place of a loss


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A span as it is and as it would be, and in whose set of which article, by number."""

    article: int
    annotator: Annotator
    before: Span
    after: Span


class Snap(msgspec.Struct, frozen=True):
    """What would be moved.

    The others stay: `double` would be there twice, `empty` have no whole token in them, `of_models` are suggestions.
    """

    moves: list[Move] = []
    double: int = 0
    empty: int = 0
    of_models: int = 0

    @property
    def articles(self) -> int:
        """In how many articles."""
        return len({each.article for each in self.moves})


def find(
    project: Project,
    format: str,  # noqa: A002
    options: ExportOptions,
    mode: Mode,
    *,
    among: Collection[Loss] | None = None,
    elsewhere: Write | None = None,
) -> Snap:
    """Whither the spans of an export that are off the tokens would move: all, or those that losses are `among`.

    Raises what `export` raises; nothing is changed.
    """
    asked = msgspec.structs.replace(options, alignment=mode, check=False)
    losses = would_lose(project, format, asked, most=_MOST, elsewhere=elsewhere)
    wanted = None if among is None else {_key(each) for each in among}
    listed = losses.kinds[MISALIGNED].listed if MISALIGNED in losses.kinds else []
    bounds = {_key(each): _bounds(each) for each in listed if wanted is None or _key(each) in wanted}
    if not bounds:
        return Snap()
    one_set = registry.writer_for(format).one_set
    return _moves(numbered(project, asked, ExportReport(), one_set=one_set), bounds)


def _key(loss: Loss) -> _Key:
    return loss.article, loss.label, loss.place


def _bounds(loss: Loss) -> Fragments:
    """Where the writer would put the span; none where no whole token is in it."""
    found = _WHITHER.search(loss.done)
    return read_fragments(found[0]) if found else ()


def _moves(items: Iterator[tuple[int, Outgoing]], bounds: dict[_Key, Fragments]) -> Snap:
    moves: list[Move] = []
    double = empty = of_models = 0
    for seq, item in items:
        for each in item.sets:
            there = {span.key for span in each.spans.values()}
            for span in each.spans.values():
                to = bounds.get((item.article.title, span.label, places(span.fragments)))
                if to is None:
                    continue
                key = SpanKey(label=span.label, fragments=to)
                if each.annotator.kind == "model":
                    of_models += 1
                elif not to:
                    empty += 1
                elif key in there:
                    double += 1
                else:
                    there.add(key)
                    after = msgspec.structs.replace(span, fragments=to, text=covered(item.article.text, to))
                    moves.append(Move(article=seq, annotator=each.annotator, before=span, after=after))
    return Snap(moves, double, empty, of_models)


def snap(project: Project, moves: Collection[Move]) -> int:
    """Move the spans; the number of the step.

    Raises ExchangeError when there are none, ProjectError when the project cannot be written, EditError where a span
    changed meanwhile; then nothing is changed.
    """
    if not moves:
        raise ExchangeError("snap.none", "No span can be moved to whole tokens.")
    version, _ = schemas.current(project)
    numbers = {each: number for number, each in annotators.everyone(project).items()}
    by_place: dict[tuple[int, int], list[SpanEdit]] = {}
    for each in moves:
        by_place.setdefault((each.article, numbers[each.annotator]), []).append(SpanEdit(each.before, each.after))
    changes = []
    for (article, number), edits in by_place.items():
        if (found := sets.load(project, article, number)) is not None:
            apply(found, edits)  # what stands there is what was looked at
        place = Place(article=article, annotator=number, schema_version=version)
        changes.append((place, tuple(edits)))
    return many.record(project, changes, f"Move spans to whole tokens: {len(moves):,}")
