"""Which relation of one annotator is which of the other's: those of one type whose ends are matched."""

from collections.abc import Collection, Mapping

from annotator.model.annotation import AnnotationSet, Relation


def match_relations(
    a: AnnotationSet, b: AnnotationSet, partners: Mapping[str, str], *, symmetric: Collection[str] = ()
) -> list[tuple[Relation, Relation]]:
    """The relations that both have: same type, head matched with head and tail with tail.

    `partners` leads from the ids of a's spans to those of b's, as `matching` pairs them. The types in `symmetric`
    have no direction. One to one; in the order of a's ids.
    """
    theirs: dict[tuple[str, str, str], list[Relation]] = {}
    for each in sorted(b.relations.values(), key=lambda each: each.id, reverse=True):
        theirs.setdefault(_ends(each.type, each.head, each.tail, symmetric), []).append(each)
    found = []
    for each in sorted(a.relations.values(), key=lambda each: each.id):
        head, tail = partners.get(each.head), partners.get(each.tail)
        if head and tail and (same := theirs.get(_ends(each.type, head, tail, symmetric))):
            found.append((each, same.pop()))
    return found


def _ends(kind: str, head: str, tail: str, symmetric: Collection[str]) -> tuple[str, str, str]:
    return (kind, *sorted((head, tail))) if kind in symmetric else (kind, head, tail)  # type: ignore[return-value]
