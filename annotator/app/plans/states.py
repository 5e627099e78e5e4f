"""Plans about the article as a whole: status, article labels, note and flag."""

import msgspec

from annotator.app.plans.plan import Plan, View
from annotator.app.plans.suggestions import reject
from annotator.app.wording import count
from annotator.model.annotation import SetState, Status, Value
from annotator.model.edits import StateEdit
from annotator.model.text import normalise


def set_status(view: View, status: Status, *, flag: str = "") -> Plan:
    """Say how far the article is; `flag` is the reason when it is flagged."""
    state = msgspec.structs.replace(view.own.state, status=status, flag=normalise(flag).text)
    return _to(view, state, f"Set the article {status}")


def finish(view: View, status: Status, *, flag: str = "", reject_left: bool = False) -> Plan:
    """Set the status and, when told so, reject in the same step what is not judged."""
    plan = set_status(view, status, flag=flag)
    left = [*view.left.spans, *view.left.relations]
    if not reject_left or not left:
        return plan
    remark = f"{count(len(left), 'suggestion was', 'suggestions were')} rejected."
    return msgspec.structs.replace(plan, edits=(*reject(view, left).edits, *plan.edits), remark=remark)


def set_attribute(view: View, name: str, value: Value | None) -> Plan:
    """Give an article label a value, or none."""
    rest = {key: each for key, each in view.own.state.attributes.items() if key != name}
    attributes = rest if value is None else rest | {name: value}
    title = f"Set {name} to {'nothing' if value is None else value}"
    return _to(view, msgspec.structs.replace(view.own.state, attributes=attributes), title)


def set_note(view: View, note: str) -> Plan:
    """Write a note on the article."""
    return _to(view, msgspec.structs.replace(view.own.state, note=normalise(note).text), "Note on the article")


def _to(view: View, state: SetState, title: str) -> Plan:
    return Plan(title=title, edits=(StateEdit(view.own.state, state),))
