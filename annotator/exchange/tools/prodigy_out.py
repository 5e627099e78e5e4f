"""An article with its sets as Prodigy tasks."""

from collections.abc import Iterator
from typing import Any

from annotator.exchange.docbin_align import Tokens
from annotator.exchange.losses import LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Outgoing
from annotator.exchange.tools.prodigy_rows import HASHES, SetPart, TaskRelation, TaskSpan, Token
from annotator.exchange.tools.tokens import run_of, tiles
from annotator.model.annotation import AnnotationSet, Fragment, Relation, Span, Status, text_order
from annotator.model.article import Article

Task = dict[str, Any]
_ANSWERS: dict[Status, str] = {"done": "accept", "skipped": "ignore"}


def tasks_of(item: Outgoing, losses: LossReport) -> Iterator[Task]:
    """A task a set, or one without an answer for an article without sets."""
    lost = Lost(losses, item.article.title)
    tokens = tiles(item.article.text)
    head, body = _head(item.article), _body(item.article, tokens)
    for each in item.sets:
        lost.pieces(each)
        lost.verdicts(each)
        yield {**_answer(each), **head, **body, **_annotation(each, item.article.text, tokens)}
    if not item.sets:
        yield {**head, **body}


def _answer(each: AnnotationSet) -> Task:
    """Whose it is and what they say of the article: first, for a long text may come after it."""
    state, who = each.state, each.annotator
    answer = _ANSWERS.get(state.status)
    part = SetPart(
        kind=who.kind,
        version=who.version,
        status=None if answer else state.status,
        attributes=state.attributes,
        note=state.note,
        flag=state.flag,
    )
    task: Task = {"_annotator_id": who.name, "_session_id": who.name}
    if answer:
        task["answer"] = answer
    return task if part == SetPart() else {**task, "annotation_set": part}


def _head(article: Article) -> Task:
    """The hashes only if Prodigy gave them: how it makes them is not published, and it makes those that lack."""
    hashes = {key: article.meta[key] for key in HASHES if key in article.meta}
    return {**hashes, "article_id": article.id, "title": article.title}


def _body(article: Article, tokens: Tokens) -> Task:
    text = article.text
    following = [*tokens.starts[1:], len(text)]
    made = [
        Token(text=text[start:end], start=start, end=end, id=number, ws=end < after)
        for number, (start, end, after) in enumerate(zip(tokens.starts, tokens.ends, following, strict=False))
    ]
    meta = {key: value for key, value in article.meta.items() if key not in HASHES}
    return {"text": text, "tokens": made, "meta": meta}


def _annotation(each: AnnotationSet, text: str, tokens: Tokens) -> Task:
    spans = sorted(each.spans.values(), key=text_order)
    relations = [each.relations[key] for key in sorted(each.relations)]
    return {
        "spans": [made for span in spans for made in _pieces(span, text, tokens)],
        "relations": [_relation(relation, each, text, tokens) for relation in relations],
    }


def _pieces(span: Span, text: str, tokens: Tokens) -> Iterator[TaskSpan]:
    """A span of Prodigy's for every fragment; the first has what is ours as well."""
    for number, fragment in enumerate(span.fragments):
        made = _bare(span, fragment, text, tokens)
        if number == 0:
            made.attributes, made.note = span.attributes or None, span.note or None
            made.score, made.origin = span.score, span.origin
        yield made


def _bare(span: Span, fragment: Fragment, text: str, tokens: Tokens) -> TaskSpan:
    start, end = fragment
    made = TaskSpan(start=start, end=end, label=span.label, text=text[start:end], id=span.id)
    if run := run_of(tokens, fragment):
        made.token_start, made.token_end = run[0], run[1] - 1
    return made


def _relation(each: Relation, among: AnnotationSet, text: str, tokens: Tokens) -> TaskRelation:
    """Prodigy's relation leads from the last token of the first fragment of the one to that of the other."""
    head, tail = (
        _bare(span, span.fragments[0], text, tokens) for span in (among.spans[each.head], among.spans[each.tail])
    )
    return TaskRelation(
        head=head.token_end,
        child=tail.token_end,
        label=each.type,
        head_span=head,
        child_span=tail,
        id=each.id,
        attributes=each.attributes or None,
        note=each.note or None,
        score=each.score,
        origin=each.origin,
    )
