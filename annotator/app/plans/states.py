"""Plans about the article as a whole: status, article labels, note and flag."""

import msgspec

from annotator.app.plans.plan import Plan, View
from annotator.model.annotation import SetState, Status, Value
from annotator.model.edits import StateEdit
from annotator.model.text import normalise


def set_status(view: View, status: Status, *, flag: str = "") -> Plan:
    """Say how far the article is; `flag` is the reason when it is flagged."""
    state = msgspec.structs.replace(view.own.state, status=status, flag=normalise(flag).text)
    return _to(view, state, f"Set the article {status}")


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
