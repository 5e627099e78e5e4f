"""The JSONL object of one article: how the model stands in it, in the order of its fields.

`resources/jsonl.schema.json` describes the same for others. Raising FORMAT means: older programs refuse it.
"""

import msgspec

from annotator.exchange.foreign import Found
from annotator.model.annotation import (
    AnnotationSet,
    Annotator,
    Attributes,
    Relation,
    SetState,
    Span,
    Status,
    Verdict,
    text_order,
)
from annotator.model.article import Article, Meta

FORMAT = 1


class SetRow(msgspec.Struct, kw_only=True):
    """An annotation set: the state's fields stand beside the annotator's, spans are a list in text order."""

    annotator: Annotator
    status: Status = "new"
    attributes: Attributes = {}
    note: str = ""
    flag: str = ""
    schema_version: int = 1
    verdicts: list[Verdict] = []
    spans: list[Span] = []
    relations: list[Relation] = []

    def found(self) -> Found:
        """What the row says, for the checks."""
        state = SetState(status=self.status, attributes=self.attributes, note=self.note, flag=self.flag)
        return Found(
            annotator=self.annotator,
            state=state,
            schema_version=self.schema_version,
            spans=self.spans,
            relations=self.relations,
            verdicts=self.verdicts,
        )


class Row(msgspec.Struct, kw_only=True):
    """One article with its sets."""

    id: str
    title: str
    text: str
    sha256: str
    meta: Meta
    format: int
    sets: list[SetRow]


def set_row(annotation: AnnotationSet) -> SetRow:
    """The set as it is written: the same set gives the same bytes, whatever the order it was made in."""
    state = annotation.state
    return SetRow(
        annotator=annotation.annotator,
        status=state.status,
        attributes=state.attributes,
        note=state.note,
        flag=state.flag,
        schema_version=annotation.schema_version,
        verdicts=[annotation.verdicts[key] for key in sorted(annotation.verdicts)],
        spans=sorted(annotation.spans.values(), key=text_order),
        relations=[annotation.relations[key] for key in sorted(annotation.relations)],
    )


def make_row(article: Article, sets: tuple[AnnotationSet, ...]) -> Row:
    """The object for one line."""
    return Row(
        id=article.id,
        title=article.title,
        text=article.text,
        sha256=article.sha256,
        meta=article.meta,
        format=FORMAT,
        sets=[set_row(each) for each in sets],
    )
