"""A plan that links a span to a suggestion: accepts the suggestion and draws the relation in one step."""

import msgspec

from annotator.app.plans.plan import Plan, View, the_span
from annotator.app.plans.suggestions import accept
from annotator.model.annotation import Relation
from annotator.model.edits import RelationEdit, SpanEdit
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.rules import shorten


def relate_to_suggestion(view: View, head_id: str, kind: str, suggestion_id: str) -> Plan:
    """Accept a suggested span and make it the tail of a relation."""
    head = the_span(view, head_id)
    taken = accept(view, [suggestion_id])
    tail = next((each.after for each in taken.edits if isinstance(each, SpanEdit) and each.after), None)
    if tail is None:
        raise EditError("relate.tail", "Only a span can be the end of a relation.")
    edit = RelationEdit(None, Relation(id=new_id(), type=kind, head=head_id, tail=tail.id))
    title = f"Link {head.label} “{shorten(head.text, 24)}” {kind} → {tail.label} “{shorten(tail.text, 24)}”"
    remark = f"The suggested {tail.label} was accepted with it."
    return msgspec.structs.replace(taken, title=title, edits=(*taken.edits, edit), made=(head_id,), remark=remark)
