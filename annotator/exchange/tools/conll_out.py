"""The lines of one article in CoNLL columns, and what these cannot hold.

Tokens are those of `tokens`. Of spans that overlap the longest is kept, then the first. A sentence never ends
inside a span that is kept.
"""

from annotator.exchange.docbin_align import Aligned, Run, Tokens, align_span
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import ORIGIN, SCORE, Lost
from annotator.exchange.protocols import Outgoing, WriteOptions, the_set
from annotator.exchange.tools.conll_in import column_name
from annotator.exchange.tools.tokens import sentence_starts, tokens
from annotator.model.annotation import AnnotationSet, Span, text_order

ENTITIES = "entities"
OTHER = LossKind("not_entity", "span of a label that is not among the entities")
PIECES = LossKind("in_pieces", "span in fragments")
MISALIGNED = LossKind("misaligned", "span off token boundaries")
OVERLAPPING = LossKind("overlap", "span that overlaps a longer or earlier one")
ATTRIBUTE = LossKind("attribute", "attribute or note of a span")
RELATION = LossKind("relation", "relation between spans")
TEXT = LossKind("text", "white space between tokens: the text comes back another")
RENAMED = LossKind("renamed", "label that a column cannot hold")


class ArticleLines:
    """Makes the lines of the articles of one export."""

    def __init__(self, options: WriteOptions, losses: LossReport, *, iobes: bool) -> None:
        self._losses = losses
        self._mode = options.alignment
        self._iobes = iobes
        schema, ents = options.schema, options.ents
        self._labels = set(ents) if ents is not None else None
        if ents is None and schema is not None and ENTITIES in schema.group_by_name:
            self._labels = {each.name for each in schema.labels if each.group == ENTITIES}
        self._renamed: dict[str, str] = {}

    def lines(self, item: Outgoing) -> list[str]:
        """The lines, without line feeds; a blank one ends each sentence."""
        text, lost = item.article.text, Lost(self._losses, item.article.title)
        found = tokens(text)
        kept = self._kept(the_set(item), Tokens([start for start, _ in found], [end for _, end in found]), lost)
        tags = ["O"] * len(found)
        for span, run in kept:
            tags[slice(*run)] = self._tags(self._name(span, lost), run)
        inside = {at for _, run in kept for at in range(run[0] + 1, run[1])}
        breaks = {at for at in sentence_starts(text, found) if at not in inside}
        self._report(item, lost)
        lines: list[str] = []
        for at, (start, end) in enumerate(found):
            lines += ["", f"{text[start:end]} {tags[at]}"] if at in breaks else [f"{text[start:end]} {tags[at]}"]
        return [*lines, ""]

    def _tags(self, label: str, run: Run) -> list[str]:
        length = run[1] - run[0]
        if not self._iobes:
            return [f"B-{label}", *[f"I-{label}"] * (length - 1)]
        return [f"S-{label}"] if length == 1 else [f"B-{label}", *[f"I-{label}"] * (length - 2), f"E-{label}"]

    def _kept(self, each: AnnotationSet, found: Tokens, lost: Lost) -> list[tuple[Span, Run]]:
        """The spans that have tokens of their own, in text order."""
        aligned = [
            align_span(span, found, self._mode)
            for span in sorted(each.spans.values(), key=text_order)
            if self._is_flat(span, lost)
        ]
        taken: set[int] = set()
        kept = []
        for one in sorted(aligned, key=_longest_first):
            if not one.is_exact:
                lost.span(MISALIGNED, one.span, one.outcome)
            for run in one.runs[:1]:
                if taken.isdisjoint(range(*run)):
                    taken.update(range(*run))
                    kept.append((one.span, run))
                else:
                    lost.span(OVERLAPPING, one.span)
        return sorted(kept, key=lambda pair: pair[1])

    def _is_flat(self, span: Span, lost: Lost) -> bool:
        if self._labels is not None and span.label not in self._labels:
            lost.span(OTHER, span)
            return False
        if len(span.fragments) > 1:
            lost.span(PIECES, span)
            return False
        return True

    def _name(self, span: Span, lost: Lost) -> str:
        """The label without white space; told when it is first needed."""
        made = column_name(span.label)
        if made != span.label and span.label not in self._renamed:
            self._renamed[span.label] = made
            lost.span(RENAMED, span, f"written as {made}")
        return made

    def _report(self, item: Outgoing, lost: Lost) -> None:
        each = the_set(item)
        lost.article(item.article)
        lost.state(each)
        lost.verdicts(each)
        lost.add(TEXT, f"{len(item.article.text):,} characters", "written as tokens")
        for span in sorted(each.spans.values(), key=text_order):
            for what in (*sorted(span.attributes), *(["note"] if span.note else [])):
                lost.span(ATTRIBUTE, span, what=what)
            lost.detail(span, each, (ORIGIN, SCORE))
        for relation in sorted(each.relations.values(), key=lambda each: each.id):
            lost.relation(RELATION, relation, each)


def _longest_first(each: Aligned) -> tuple[int, int]:
    first, last = each.runs[0] if each.runs else (0, 0)
    return first - last, first
