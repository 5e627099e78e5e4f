"""A1, A2 … in the place of annotators' names, and no notes: what a release says of who worked on it.

A pseudonym is kept in the project, so that the next release calls the same person the same. Persons and gold have one;
a model keeps its name. The order is that of a hash with the seed, so the number tells nothing of who came first.
"""

import hashlib
from collections.abc import Callable

from msgspec.structs import replace as altered

from annotator.exchange.protocols import Outgoing
from annotator.model.annotation import AnnotationSet, Annotator, Origin, Relation, Span, Verdict
from annotator.store import annotators, splits
from annotator.store.project import Project

_LETTERS = {"person": "A", "gold": "G"}
Names = dict[Annotator, str]


def names(project: Project, seed: int) -> Names:
    """What everybody but models is called; new pseudonyms are kept in the project, which must be open for writing."""
    everyone = annotators.everyone(project)
    known = splits.pseudonyms(project)
    new = {number: each for number, each in everyone.items() if each.kind in _LETTERS and number not in known}
    taken = set(known.values())
    made: dict[int, str] = {}
    for number in sorted(new, key=lambda at: hashlib.sha256(f"{seed}:{new[at]}".encode()).digest()):
        letter, count = _LETTERS[new[number].kind], 1
        while f"{letter}{count}" in taken:
            count += 1
        made[number] = f"{letter}{count}"
        taken.add(made[number])
    splits.name(project, made)
    return {everyone[number]: name for number, name in {**known, **made}.items()}


def hiding(names: Names) -> Callable[[Outgoing], Outgoing]:
    """A change of what goes out: everybody under the pseudonym, and without notes and flags."""
    by_name = {each.name: name for each, name in names.items()}

    def hide(item: Outgoing) -> Outgoing:
        return Outgoing(item.article, tuple(_hidden(each, names, by_name) for each in item.sets))

    return hide


def _hidden(each: AnnotationSet, names: Names, by_name: dict[str, str]) -> AnnotationSet:
    who = each.annotator

    def bare(record: Span | Relation) -> Span | Relation:
        return altered(record, note="", origin=_origin(record.origin, by_name))

    def judged(record: Verdict) -> Verdict:
        return altered(record, origin=_origin(record.origin, by_name) or record.origin)

    return altered(
        each,
        annotator=altered(who, name=names.get(who, who.name)),
        state=altered(each.state, note="", flag=""),
        spans={key: bare(span) for key, span in each.spans.items()},
        relations={key: bare(relation) for key, relation in each.relations.items()},
        verdicts={key: judged(verdict) for key, verdict in each.verdicts.items()},
    )


def _origin(origin: Origin | None, by_name: dict[str, str]) -> Origin | None:
    if origin is None or origin.version or origin.annotator not in by_name:
        return origin
    return altered(origin, annotator=by_name[origin.annotator])
