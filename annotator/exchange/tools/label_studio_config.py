"""Label Studio's labelling interface, made from the schema: what its settings page takes beside the tasks.

Its controls are called as results name them (`from_name`): `label`; `span_NAME` for an attribute of a span,
`article_NAME` for a label of the article; `set_annotator`, `set_status`, `set_note` and `set_flag`.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import quoteattr

from annotator.model.annotation import STATUSES
from annotator.model.schema import Attribute, Schema

TEXT, LABEL = "text", "label"
SPAN, ARTICLE = "span_", "article_"
ANNOTATOR, STATUS, NOTE, FLAG = "set_annotator", "set_status", "set_note", "set_flag"


def config(schema: Schema) -> str:
    """The interface as XML; the same schema gives the same text."""
    lines = ["<View>", *_labels(schema), *_relations(schema), _element("Text", name=TEXT, value="$text")]
    lines += _attributes(schema)
    lines += _control("Choices", STATUS, [status for status in STATUSES if status not in ("done", "skipped")])
    lines += [_element("TextArea", name=name, toName=TEXT) for name in (ANNOTATOR, NOTE, FLAG)]
    return "\n".join([*lines, "</View>", ""])


def _labels(schema: Schema) -> Iterator[str]:
    yield _opened("Labels", name=LABEL, toName=TEXT)
    for each in schema.labels:
        yield "  " + _element("Label", value=each.name)
    yield "</Labels>"


def _relations(schema: Schema) -> Iterator[str]:
    yield "<Relations>"
    for name in schema.relation_by_name:
        yield "  " + _element("Relation", value=name)
    yield "</Relations>"


def _attributes(schema: Schema) -> Iterator[str]:
    """A control for each name: attributes of several labels that share one share the control."""
    on_spans: dict[str, list[Attribute]] = {}
    for attribute in schema.attributes:
        if any(attribute in schema.known_of_label(label.name) for label in schema.labels):
            on_spans.setdefault(attribute.name, []).append(attribute)
    for name, found in on_spans.items():
        labels = [each.name for each in schema.labels if {*found} & {*schema.known_of_label(each.name)}]
        where = {"perRegion": "true", "whenTagName": LABEL, "whenLabelValue": ",".join(labels)}
        yield from _control_of(SPAN + name, found, where)
    for each in schema.known_of_article:
        yield from _control_of(ARTICLE + each.name, [each], {})


def _control_of(name: str, found: list[Attribute], where: Mapping[str, str]) -> Iterator[str]:
    kind = found[0].kind
    if kind == "choice":
        yield from _control("Choices", name, dict.fromkeys(value for each in found for value in each.choices), where)
    elif kind == "flag":
        yield from _control("Choices", name, ["true", "false"], where)
    else:
        yield _element("Number" if kind == "number" else "TextArea", name=name, toName=TEXT, **where)


def _control(tag: str, name: str, values: Iterable[str], where: Mapping[str, str] | None = None) -> Iterator[str]:
    yield _opened(tag, name=name, toName=TEXT, **(where or {}))
    for value in values:
        yield "  " + _element("Choice", value=value)
    yield f"</{tag}>"


def _element(tag: str, **attributes: str) -> str:
    return f"{_opened(tag, **attributes)[:-1]}/>"


def _opened(tag: str, **attributes: str) -> str:
    return f"<{tag}{''.join(f' {key}={quoteattr(value)}' for key, value in attributes.items())}>"
