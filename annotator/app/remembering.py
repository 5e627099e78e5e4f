"""The values given last to the attributes of each label: what a new span of it may begin with.

Only what is chosen from a few is remembered. A tick is not: whoever makes the next span would not look whether it has
one. Nor is a doubt, which is about one span.
"""

from annotator.model.annotation import Attributes
from annotator.model.edits import Edits, SpanEdit
from annotator.model.schema import Schema

_DOUBTS = frozenset({"unsure", "uncertain", "doubt", "doubtful"})


def without_doubts(attributes: Attributes) -> Attributes:
    """What another span of the same words may be given too."""
    return {name: value for name, value in attributes.items() if name not in _DOUBTS}


class LastValues:
    """What one annotator gave last, while the project is open."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._given: dict[str, Attributes] = {}

    def of(self, label: str) -> Attributes:
        """The values given last to spans of this label, by attribute."""
        return dict(self._given.get(label, {}))

    def learn(self, edits: Edits) -> None:
        """Take in what a step gave to spans that were there, and that kept their label."""
        for each in edits:
            if isinstance(each, SpanEdit) and each.before and each.after and each.before.label == each.after.label:
                self._learn(each.after.label, each.before.attributes, each.after.attributes)

    def _learn(self, label: str, before: Attributes, after: Attributes) -> None:
        given = self._given.setdefault(label, {})
        for attribute in self._schema.attributes_of_label(label):
            name = attribute.name
            if attribute.kind != "choice" or name in _DOUBTS or before.get(name) == after.get(name):
                continue
            if name in after:
                given[name] = after[name]
            else:
                given.pop(name, None)
