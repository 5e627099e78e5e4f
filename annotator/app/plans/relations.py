"""Plans that link spans, and take links away."""

import msgspec

from annotator.app.plans.plan import Plan, View, the_relation, the_span
from annotator.app.plans.suggestions import accept
from annotator.model.annotation import Relation, Span, Value
from annotator.model.edits import RelationEdit, SpanEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.rules import check_relation, is_there, shorten
from annotator.model.schema import RelationType


def targets(view: View, head_id: str) -> dict[str, list[RelationType]]:
    """The spans that a relation may lead to from this one, with the types that the schema allows."""
    head = the_span(view, head_id)
    types = {label: view.schema.relations_between(head.label, label) for label in view.schema.label_by_name}
    found = {span.id: types.get(span.label, []) for span in view.own.spans.values() if span.id != head_id}
    return {key: allowed for key, allowed in found.items() if allowed}


def relate(view: View, head_id: str, kind: str, tail_id: str) -> Plan:
    """Link two spans."""
    head, tail = the_span(view, head_id), the_span(view, tail_id)
    relation = Relation(id=new_id(), type=kind, head=head_id, tail=tail_id)
    check_relation(view.schema, relation, view.own.spans)
    if is_there(view.schema, relation, view.judging.relations_of(head_id)):
        raise EditError("relate.double", f"These two are linked by {kind} already.")
    title = f"Link {_say(head)} {kind} → {_say(tail)}"
    return Plan(title=title, edits=(RelationEdit(None, relation),), made=(head_id,))


def relate_to_suggestion(view: View, head_id: str, kind: str, suggestion_id: str) -> Plan:
    """Accept a suggested span and make it the tail of a relation."""
    head = the_span(view, head_id)
    taken = accept(view, [suggestion_id])
    tail = next((each.after for each in taken.edits if isinstance(each, SpanEdit) and each.after), None)
    if tail is None:
        raise EditError("relate.tail", "Only a span can be the end of a relation.")
    edit = RelationEdit(None, Relation(id=new_id(), type=kind, head=head_id, tail=tail.id))
    title = f"Link {_say(head)} {kind} → {_say(tail)}"
    remark = f"The suggested {tail.label} was accepted with it."
    return msgspec.structs.replace(taken, title=title, edits=(*taken.edits, edit), made=(head_id,), remark=remark)


def _say(span: Span) -> str:
    return f"{span.label} “{shorten(span.text, 24)}”"


def remove(view: View, relation_id: str) -> Plan:
    """Take a relation away."""
    old = the_relation(view, relation_id)
    tail = view.own.spans[old.tail]
    return Plan(title=f"Remove {old.type} → {_say(tail)}", edits=(RelationEdit(old, None),), made=(old.head,))


def set_attribute(view: View, relation_id: str, name: str, value: Value | None) -> Plan:
    """Give an attribute of a relation a value, or none."""
    old = the_relation(view, relation_id)
    rest = {key: each for key, each in old.attributes.items() if key != name}
    new = msgspec.structs.replace(old, attributes=rest if value is None else rest | {name: value})
    return Plan(title=f"Set {name} of {old.type}", edits=(RelationEdit(old, new),), made=(old.head,))
