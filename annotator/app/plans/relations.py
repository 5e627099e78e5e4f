"""Plans that link spans, and that change or take away links. An end may be a suggestion: it is accepted with it."""

from collections import ChainMap
from collections.abc import Sequence

import msgspec

from annotator.app.plans.plan import Plan, View, the_relation, the_span
from annotator.app.plans.suggestions import accept
from annotator.model.annotation import Attributes, Relation, Span, Value
from annotator.model.edits import RelationEdit, SpanEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.rules import check_relation, is_there, shorten
from annotator.model.schema import RelationType
from annotator.model.text import normalise

Types = list[RelationType]


# Which types may be


def targets(view: View, head_id: str) -> dict[str, Types]:
    """The spans and suggestions that this one may be linked to, each with the types that it is not linked by yet."""
    head = _end(view, head_id)
    by_label = {name: view.schema.relations_between(head.label, name) for name in view.schema.label_by_name}
    able = {name for name, types in by_label.items() if types}
    own = ((key, span.label) for key, span in view.own.spans.items() if span.label in able)
    suggested = ((key, each.span.label) for key, each in view.left.spans.items() if each.span.label in able)
    found = {key: by_label[label] for key, label in (*own, *suggested) if key != head_id}
    taken = {(each.type, end) for each in view.judging.relations_of(head_id) for end in _ends(view, head_id, each)}
    for _, key in taken:
        if key in found:
            found[key] = [kind for kind in found[key] if (kind.name, key) not in taken]
    return {key: types for key, types in found.items() if types}


def _ends(view: View, head: str, each: Relation) -> list[str]:
    """The ends to which `head` may not be linked again by the type of this relation."""
    if each.head == head:
        return [each.tail]
    kind = view.schema.relation_by_name.get(each.type)
    return [each.head] if kind and kind.symmetric else []


def _end(view: View, key: str) -> Span:
    suggested = view.left.spans.get(key)
    return suggested.span if suggested else the_span(view, key)


def other_types(view: View, relation: Relation) -> Types:
    """The types that this relation could be of instead."""
    head, tail = (the_span(view, key) for key in (relation.head, relation.tail))
    types = view.schema.relations_between(head.label, tail.label)
    return [each for each in types if each.name != relation.type and not _double(view, relation, each.name)]


def reversed_types(view: View, relation: Relation) -> Types:
    """The types that this relation could have the other way round; its own, if it may keep that, comes first."""
    head, tail = (the_span(view, key) for key in (relation.head, relation.tail))
    types = view.schema.relations_between(tail.label, head.label)
    turned = msgspec.structs.replace(relation, head=relation.tail, tail=relation.head)
    # Turning a symmetric relation would change nothing.
    able = [each for each in types if not (each.symmetric and each.name == relation.type)]
    free = [each for each in able if not _double(view, turned, each.name)]
    return sorted(free, key=lambda each: each.name != relation.type)


def _double(view: View, relation: Relation, kind: str) -> Relation | None:
    """Another relation that says what this one would say as one of that type."""
    wanted = msgspec.structs.replace(relation, type=kind)
    others = [each for each in view.judging.relations_of(relation.head) if each.id != relation.id]
    return is_there(view.schema, wanted, others)


# Linking


def relate(view: View, head_id: str, kind: str, tail_id: str) -> Plan:
    """Link two spans; those of them that are suggestions are accepted in the same step."""
    suggested = [key for key in dict.fromkeys((head_id, tail_id)) if key in view.left.spans]
    taken = accept(view, suggested)
    new = [each.after for each in taken.edits if isinstance(each, SpanEdit) and each.after]
    made = dict(zip(suggested, new, strict=True))
    head, tail = (made.get(key) or the_span(view, key) for key in (head_id, tail_id))
    relation = Relation(id=new_id(), type=kind, head=head.id, tail=tail.id, attributes=_fitting(view, kind, {}))
    _check(view, relation, {each.id: each for each in new})
    return Plan(
        title=f"Link {_say(head)} {kind} → {_say(tail)}",
        edits=(*taken.edits, RelationEdit(None, relation)),
        made=(head.id,),
        remark=_accepted(new),
    )


def _accepted(spans: Sequence[Span]) -> str:
    if len(spans) == 2:
        return f"The suggested {spans[0].label} and {spans[1].label} were accepted with it."
    return f"The suggested {spans[0].label} was accepted with it." if spans else ""


def _fitting(view: View, kind: str, attributes: Attributes) -> Attributes:
    """What of these a relation of the type can have, and the defaults of the rest."""
    known = view.schema.attributes_of_relation(kind)
    defaults = {each.name: each.default for each in known if each.default is not None}
    return defaults | {each.name: attributes[each.name] for each in known if each.name in attributes}


def _check(view: View, relation: Relation, new: dict[str, Span]) -> None:
    """Raise SchemaError where the schema forbids it, EditError where another relation says the same."""
    check_relation(view.schema, relation, ChainMap(new, view.own.spans))
    if _double(view, relation, relation.type):
        raise EditError("relate.double", f"These two are linked by {relation.type} already.")


def _say(span: Span) -> str:
    return f"{span.label} “{shorten(span.text, 24)}”"


def remove(view: View, *relation_ids: str) -> Plan:
    """Take relations away."""
    old = [the_relation(view, key) for key in dict.fromkeys(relation_ids)]
    title = f"Remove {len(old)} relations"
    if len(old) == 1:
        title = f"Remove {old[0].type} → {_say(view.own.spans[old[0].tail])}"
    made = tuple(dict.fromkeys(each.head for each in old))
    return Plan(title=title, edits=tuple(RelationEdit(each, None) for each in old), made=made)


# Changing


def reverse(view: View, relation_id: str, kind: str = "") -> Plan:
    """Let head and tail change places; with `kind`, as a relation of another type."""
    old = the_relation(view, relation_id)
    new = msgspec.structs.replace(old, head=old.tail, tail=old.head, type=kind or old.type)
    found = view.schema.relation_by_name.get(new.type)
    if found and found.symmetric and new.type == old.type:
        raise EditError("relate.symmetric", f"{old.type} means the same both ways: there is nothing to reverse.")
    return _become(view, old, new, f"Reverse {old.type} → {_say(view.own.spans[old.tail])}")


def retype(view: View, relation_id: str, kind: str) -> Plan:
    """Let a relation be of another type. Attributes that this has too stay."""
    old = the_relation(view, relation_id)
    title = f"Make {old.type} → {_say(view.own.spans[old.tail])} {kind}"
    return _become(view, old, msgspec.structs.replace(old, type=kind), title)


def _become(view: View, old: Relation, new: Relation, title: str) -> Plan:
    if new.type != old.type:
        new = msgspec.structs.replace(new, attributes=_fitting(view, new.type, old.attributes))
    _check(view, new, {})
    gone = sorted(old.attributes.keys() - new.attributes.keys())
    remark = f"A {new.type} has no {', '.join(gone)}: what stood there is gone." if gone else ""
    return Plan(title=title, edits=(RelationEdit(old, new),), made=(new.head,), remark=remark)


def set_attribute(view: View, relation_id: str, name: str, value: Value | None) -> Plan:
    """Give an attribute of a relation a value, or none."""
    old = the_relation(view, relation_id)
    rest = {key: each for key, each in old.attributes.items() if key != name}
    new = msgspec.structs.replace(old, attributes=rest if value is None else rest | {name: value})
    return Plan(title=f"Set {name} of {old.type}", edits=(RelationEdit(old, new),), made=(old.head,))


def set_note(view: View, relation_id: str, note: str) -> Plan:
    """Write a note on a relation."""
    old = the_relation(view, relation_id)
    new = msgspec.structs.replace(old, note=normalise(note).text)
    title = f"Note on {old.type} → {_say(view.own.spans[old.tail])}"
    return Plan(title=title, edits=(RelationEdit(old, new),), made=(old.head,))
