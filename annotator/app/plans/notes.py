"""The plan that writes a note on a relation; spans and the article have theirs in `spans` and `states`."""

import msgspec

from annotator.app.plans.plan import Plan, View, the_relation
from annotator.model.edits import RelationEdit
from annotator.model.text import normalise


def set_relation_note(view: View, relation_id: str, note: str) -> Plan:
    """Write a note on a relation."""
    old = the_relation(view, relation_id)
    new = msgspec.structs.replace(old, note=normalise(note).text)
    return Plan(title=f"Note on {old.type}", edits=(RelationEdit(old, new),), made=(old.head,))
