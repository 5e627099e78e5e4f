"""Plans that link spans, and take links away."""

import msgspec

from annotator.app.plans.plan import Plan, View
from annotator.model.annotation import Relation, Span, Value
from annotator.model.edits import RelationEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.rules import check_relation, shorten
from annotator.model.schema import RelationType


def targets(view: View, head_id: str) -> dict[str, list[RelationType]]:
    """The spans that a relation may lead to from this one, with the types that the schema allows."""
    head = view.own.spans[head_id]
    allowed = ((span.id, view.schema.relations_between(head.label, span.label)) for span in view.own.spans.values())
    return {key: types for key, types in allowed if types and key != head_id}


def relate(view: View, head_id: str, kind: str, tail_id: str) -> Plan:
    """Link two spans."""
    relation = Relation(id=new_id(), type=kind, head=head_id, tail=tail_id)
    check_relation(view.schema, relation, view.own.spans)
    _refuse_double(view, relation)
    tail = view.own.spans[tail_id]
    title = f"Link {_say(view.own.spans[head_id])} {kind} → {_say(tail)}"
    return Plan(title=title, edits=(RelationEdit(None, relation),), made=(head_id,))


def _refuse_double(view: View, new: Relation) -> None:
    ends = {(new.head, new.tail)}
    if view.schema.relation_by_name[new.type].symmetric:
        ends.add((new.tail, new.head))
    if any(each.type == new.type and (each.head, each.tail) in ends for each in view.own.relations.values()):
        raise EditError("relate.double", f"These two are linked by {new.type} already.")


def _say(span: Span) -> str:
    return f"{span.label} “{shorten(span.text, 24)}”"


def remove(view: View, relation_id: str) -> Plan:
    """Take a relation away."""
    old = view.own.relations[relation_id]
    tail = view.own.spans[old.tail]
    return Plan(title=f"Remove {old.type} → {_say(tail)}", edits=(RelationEdit(old, None),), made=(old.head,))


def set_attribute(view: View, relation_id: str, name: str, value: Value | None) -> Plan:
    """Give an attribute of a relation a value, or none."""
    old = view.own.relations[relation_id]
    rest = {key: each for key, each in old.attributes.items() if key != name}
    new = msgspec.structs.replace(old, attributes=rest if value is None else rest | {name: value})
    return Plan(title=f"Set {name} of {old.type}", edits=(RelationEdit(old, new),), made=(old.head,))
