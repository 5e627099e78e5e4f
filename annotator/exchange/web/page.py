"""A page of HTML out, to send or to print: articles with their spans, relations, quotes and pledges.

One file that needs nothing else: no script, no picture, no address that is called. Every text is escaped. The words of
the article are there exactly as they are stored; labels stand before them as empty elements that the style fills.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from annotator.exchange.again import in_step, reading
from annotator.exchange.files_out import file_out, write_losses
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Outgoing, WriteOptions, Writer
from annotator.exchange.ready import encodable, ready_items
from annotator.exchange.tables.rows_out import Joined, joined
from annotator.exchange.web.layers import Stretch, levels, stretches
from annotator.exchange.web.page_again import sections
from annotator.exchange.web.style import MOST_LEVELS, colours, style
from annotator.model.annotation import AnnotationSet, Attributes, Relation, Span, Value, text_order
from annotator.model.article import Article, has_heading
from annotator.model.schema import Schema
from annotator.model.text import runs_from_right

UNSAID = LossKind("unsaid", "id, score or origin of a span or relation")
_FACTS = ("outlet", "date", "author", "language", "url")
_KINDS = {"person": "", "model": " (model)", "gold": " (gold)"}


class PageWriter:
    """Writes one page, an article and annotator after another."""

    name = "html"
    title = "Page to send or print (HTML)"
    suffix = ".html"
    one_set = False
    needs_spacy = False

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        """One section after another, in constant memory."""
        losses = write_page(items, target, options=options)
        write_losses(losses, target)
        return losses

    def verify(self, target: Path, items: Iterable[Outgoing], options: WriteOptions, losses: LossReport) -> None:
        """Read the texts and marks again. Raises ExchangeError at the first section that is not what went out."""
        del options, losses
        wanted = (
            (f"“{item.article.title}”", (item.article.text, _marks(each)))
            for item in items
            for each in item.sets or (None,)
        )
        with reading(target, self.name):
            in_step(sections(target), wanted, target, self.name)


def _marks(each: AnnotationSet | None) -> int:
    """How many tags there are in the text: one for each fragment."""
    return sum(len(span.fragments) for span in each.spans.values()) if each else 0


def write_page(items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
    """The page without a report beside it. Raises ExchangeError; the target is then as it was before."""
    losses, schema = LossReport(), options.schema or Schema(name="", labels=())
    sections = 0
    with file_out(target) as file:
        file.write(_head(schema).encode("utf-8"))
        for item in ready_items(items, target, options, losses):
            with encodable(item.article):
                for each in item.sets or (None,):
                    sections += 1
                    file.write("".join(_Section(item.article, each, schema, sections).html()).encode("utf-8"))
            _lose(item, losses)
        file.write(b"</main>\n</body>\n</html>\n")
    return losses


def _lose(item: Outgoing, losses: LossReport) -> None:
    """What only a machine needs: one line a set."""
    lost = Lost(losses, item.article.title)
    for each in item.sets:
        lost.verdicts(each)
        number = len(each.spans) + len(each.relations)
        if number:
            lost.add(UNSAID, f"{number} in the set of {each.annotator}", "not shown")


def _head(schema: Schema) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(schema.title or schema.name or 'Articles')}</title>\n<style>{style()}</style>\n"
        "</head>\n<body>\n<main>\n"
    )


class _Section:
    """An article as one annotator has annotated it; without a set, the article alone."""

    def __init__(self, article: Article, each: AnnotationSet | None, schema: Schema, number: int) -> None:
        self._article, self._set, self._schema, self._number = article, each, schema, number
        self._spans = sorted(each.spans.values(), key=text_order) if each else []
        self._at = {span.id: at for at, span in enumerate(self._spans)}
        self._levels = levels(self._spans)
        self._colours = colours()

    def html(self) -> Iterator[str]:
        """The parts of the section."""
        said = ' class="said"' if has_heading(self._article) else ""  # the text shows it
        yield "<article>\n<header>\n"
        yield f"<h1{said}{_direction(self._article.title)}>{_text(self._article.title)}</h1>\n"
        yield from self._facts()
        yield from self._legend()
        yield "</header>\n"
        yield from self._body()
        if self._set:
            yield from self._notes(self._set)
            yield from self._links(self._set)
            for group, title in (("quotes", "Quotes"), ("pledges", "Pledges")):
                yield from self._table(joined(self._schema, group), title, self._set)
        yield "</article>\n"

    def _facts(self) -> Iterator[str]:
        found = [str(self._article.meta[name]) for name in _FACTS if self._article.meta.get(name)]
        rest = [f"{name}: {_said(value)}" for name, value in sorted(self._article.meta.items()) if name not in _FACTS]
        if found or rest:
            yield f'<p class="facts">{_text(" · ".join(found + rest))}</p>\n'
        if self._set:
            who, state = self._set.annotator, self._set.state
            told = [f"Annotated by {who}{_KINDS[who.kind]}", state.status, *_pairs(state.attributes)]
            yield f'<p class="whose">{_text(" · ".join(told))}</p>\n'

    def _legend(self) -> Iterator[str]:
        counts = Counter(span.label for span in self._spans)
        if counts:
            known = [label.name for label in self._schema.labels if label.name in counts]
            names = dict.fromkeys([*known, *sorted(counts)])
            yield '<ul class="legend">'
            yield from (f'<li><b class="{self._colour(name)}">{_text(name)}</b> {counts[name]}</li>' for name in names)
            yield "</ul>\n"

    def _colour(self, label: str) -> str:
        known = self._schema.label_by_name.get(label)
        return f"c-{known.colour}" if known and known.colour in self._colours else "c-grey"

    def _body(self) -> Iterator[str]:
        """The text. Its first line is shown as a heading when it is the title."""
        text = self._article.text
        first = text.find("\n") if has_heading(self._article) and "\n" in text else 0
        said = str(self._article.meta.get("language") or "")
        language = f' lang="{_text(said)}"' if said else ""
        depth = min(max(self._levels, default=0), MOST_LEVELS - 1)
        yield f'<div class="text"{language}{_direction(text)} style="--d:{depth}">'
        if first:
            yield '<span class="head">'
        for each in stretches(len(text), self._spans, self._levels, (first,) if first else ()):
            if first and each.start == first:
                yield "</span>"
            yield self._stretch(each, text)
        yield "</div>\n"

    def _stretch(self, each: Stretch, text: str) -> str:
        marks = "".join(self._mark(number) for number in each.covers)
        tags = "".join(self._tag(number, piece) for number, piece in each.begins)
        return f"{tags}{marks}{_text(text[each.start : each.end])}{'</span>' * len(each.covers)}"

    def _mark(self, number: int) -> str:
        level = min(self._levels[number], MOST_LEVELS - 1)
        return f'<span class="m l{level} {self._colour(self._spans[number].label)}" title="{self._hint(number)}">'

    def _hint(self, number: int) -> str:
        span = self._spans[number]
        return _text("; ".join([span.label, *_pairs(span.attributes), *([span.note] if span.note else [])]))

    def _tag(self, number: int, piece: int) -> str:
        """What the style shows as the label; of a span in several fragments with which one it is."""
        span = self._spans[number]
        of = len(span.fragments)
        shown = span.label if of == 1 else f"{span.label} {piece + 1}/{of}"
        anchor = "" if piece else f' id="{self._anchor(number)}"'
        return f'<i class="tag {self._colour(span.label)}" data-l="{_text(shown)}"{anchor}></i>'

    def _anchor(self, number: int) -> str:
        return f"s{self._number}-{number + 1}"

    def _to(self, span: Span) -> str:
        said = " ".join(span.text.split())
        return f'<a href="#{self._anchor(self._at[span.id])}"><bdi>{_text(said) or "…"}</bdi></a>'

    def _notes(self, each: AnnotationSet) -> Iterator[str]:
        """Everything with a note or attributes, so that it is on paper too."""
        state = each.state
        whole = [("Note", state.note), ("Flag", state.flag)]
        lines = [f"<li>{name}: {_text(value)}</li>" for name, value in whole if value]
        for span in self._spans:
            said = [*_pairs(span.attributes), *([f"note: {span.note}"] if span.note else [])]
            if said:
                lines.append(f"<li><b>{_text(span.label)}</b> {self._to(span)}: {_text('; '.join(said))}</li>")
        if lines:
            yield '<h2>Notes and attributes</h2>\n<ul class="links">\n'
            yield "\n".join(lines)
            yield "\n</ul>\n"

    def _links(self, each: AnnotationSet) -> Iterator[str]:
        """A line for each head, with everything it is linked to."""
        by_head: dict[str, list[Relation]] = {}
        for link in sorted(each.relations.values(), key=self._link_order):
            by_head.setdefault(link.head, []).append(link)
        if by_head:
            yield '<h2>Relations</h2>\n<ul class="links">\n'
            for head, links in by_head.items():
                tails = "; ".join(self._link(link, each.spans[link.tail]) for link in links)
                yield f"<li>{self._to(each.spans[head])} {tails}</li>\n"
            yield "</ul>\n"

    def _link_order(self, link: Relation) -> tuple[int, str, int, str]:
        return self._at[link.head], link.type, self._at[link.tail], link.id

    def _link(self, link: Relation, tail: Span) -> str:
        said = [*_pairs(link.attributes), *([f"note: {link.note}"] if link.note else [])]
        more = f" ({_text('; '.join(said))})" if said else ""
        return f"<b>{_text(link.type)} →</b> {self._to(tail)}{more}"

    def _table(self, shown: Joined, title: str, each: AnnotationSet) -> Iterator[str]:
        rows = [span for span in self._spans if span.label in shown.labels]
        if not rows:
            return
        tails: dict[tuple[str, str], list[Span]] = {}
        for link in sorted(each.relations.values(), key=lambda link: self._at[link.tail]):
            tails.setdefault((link.head, link.type), []).append(each.spans[link.tail])
        roles = [role for role in shown.roles if any((span.id, role) in tails for span in rows)]
        more = ("attributes",) if any(span.attributes for span in rows) else ()
        heads = "".join(f'<th scope="col">{_text(name)}</th>' for name in (title, *roles, *more))
        yield f'<h2>{title}</h2>\n<div class="wide" tabindex="0" role="region" aria-label="{title}">'
        yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        for span in rows:
            linked = ("; ".join(self._to(tail) for tail in tails.get((span.id, role), ())) for role in roles)
            values = [_text("; ".join(_pairs(span.attributes)))] if more else []
            cells = "".join(f"<td>{cell}</td>" for cell in (self._to(span), *linked, *values))
            yield f"<tr>{cells}</tr>\n"
        yield "</tbody>\n</table></div>\n"


def _pairs(attributes: Attributes) -> list[str]:
    return [f"{name}: {_said(value)}" for name, value in sorted(attributes.items())]


def _said(value: Value | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _direction(text: str) -> str:
    """The attribute, said outright: not everything that shows a page finds it out by itself."""
    return f' dir="{"rtl" if runs_from_right(text) else "ltr"}"'


def _text(text: str) -> str:
    """Escaped for an element and for an attribute in double quotes."""
    return escape(text, quote=True)


WRITER: Writer = PageWriter()
