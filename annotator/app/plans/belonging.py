"""Judging a suggestion together with what belongs to it: a quote with its cue and speaker, a pledge with its pledgers.

Labels that are the head of a relation type with a direction *lead* (QUOTE, PLEDGE). What stands beside a leading
label in its group of the schema and leads to nothing itself *serves* (CUE, MENTION, BENEFICIARY): it is there for
the sake of a leader only. Names serve nobody, as their group has no leader.
"""

from collections.abc import Iterable

from annotator.app.plans.plan import Plan, View
from annotator.app.plans.suggestions import accept_all, reject
from annotator.model.annotation import SpanKey
from annotator.model.errors import EditError
from annotator.model.schema import Schema
from annotator.model.suggestions import SuggestedRelation


def leading(schema: Schema) -> frozenset[str]:
    """The labels that relations with a direction go out from, other than the actors that stand for one another."""
    directed = (kind.head for kind in schema.relations if not kind.symmetric)
    return frozenset(name for head in directed for name in schema.expand(head))


def serving(schema: Schema) -> frozenset[str]:
    """The labels that are only there for a leading one of their group."""
    lead = leading(schema)
    groups = {label.group for label in schema.labels if label.name in lead}
    return frozenset(each.name for each in schema.labels if each.group in groups and each.name not in lead)


def accept_whole(view: View, key: str) -> Plan:
    """Accept a suggestion, the relations that go out from it, and their ends.

    `key` is a suggestion's id or that of the annotator's own span, to which what is left is then added. A relation to
    another quote or pledge is taken in only where that is accepted already. Raises EditError when nothing is left.
    """
    wanted = [key] if key in view.left.spans or key in view.left.relations else []
    links = links_of(view, key)
    wanted += [each.relation.id for each in links]
    wanted += [each.relation.id for link in links for each in _coref(view, link)]
    if not wanted:
        raise EditError("judge.none", "No suggested relation goes out from here.")
    return accept_all(view, wanted)


def reject_whole(view: View, key: str) -> Plan:
    """Reject a suggestion, its relations, and what is there for its sake alone. Raises EditError when it is gone."""
    found = view.left.spans.get(key)
    if found is None:
        return reject(view, [key])
    tails = (each.tail.key for each in links_of(view, key))
    alone = [each for each in dict.fromkeys(tails) if _serves_only(view, each, found.span.key)]
    left = (view.judging.suggested(each) for each in alone)
    return reject(view, [key, *(each.span.id for each in left if each)])


def links_of(view: View, key: str) -> list[SuggestedRelation]:
    """The suggested relations that go out from a suggested span, or from what the annotator made of one."""
    lead = leading(view.schema)
    every = (each for subject in _subjects(view, key) for each in view.judging.suggested_links(subject))
    return [
        each
        for each in {each.relation.id: each for each in every}.values()
        if each.head.key in _subjects(view, key) and (each.tail.label not in lead or view.judging.answer(each.tail.key))
    ]


def _subjects(view: View, key: str) -> list[SpanKey]:
    """What models call the span."""
    if found := view.left.spans.get(key):
        return [found.span.key]
    own = view.own.spans.get(key)
    if own is None:
        return []
    judged = (each.subject for each in view.own.verdicts.values() if each.result == key)
    return list(dict.fromkeys([own.key, *(each for each in judged if isinstance(each, SpanKey))]))


def _coref(view: View, link: SuggestedRelation) -> Iterable[SuggestedRelation]:
    """Who the end of a relation is, where a model says so; not who else is said to be it."""
    every = (each for each in view.judging.suggested_links(link.tail.key) if each.head.key == link.tail.key)
    return (each for each in every if view.schema.relation_by_name[each.relation.type].symmetric)


def _serves_only(view: View, end: SpanKey, leader: SpanKey) -> bool:
    """Whether a suggested span is there for this leader alone."""
    if end.label not in serving(view.schema) or view.judging.suggested(end) is None:
        return False
    lead = leading(view.schema)
    others = (each.head.key for each in view.judging.suggested_links(end) if each.tail.key == end)
    return all(other == leader or other.label not in lead for other in others)
