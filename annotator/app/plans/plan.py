"""What a plan is made of, and what it may look at."""

from typing import Protocol

import msgspec

from annotator.model.annotation import AnnotationSet, Relation, Span
from annotator.model.article import Article
from annotator.model.edits import Edits
from annotator.model.errors import EditError
from annotator.model.judging import Judging
from annotator.model.schema import Schema
from annotator.model.suggestions import Pending


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The edits of one step. `made` are the ids to select after it, `remark` what the person should know."""

    title: str
    edits: Edits
    made: tuple[str, ...] = ()
    remark: str = ""


class View(Protocol):
    """The article at hand, as far as plans look at it."""

    @property
    def article(self) -> Article:
        """The article."""

    @property
    def schema(self) -> Schema:
        """The schema by which it is annotated."""

    @property
    def own(self) -> AnnotationSet:
        """The annotator's set."""

    @property
    def left(self) -> Pending:
        """The suggestions that are not judged."""

    @property
    def judging(self) -> Judging:
        """Where things are: spans by what they say, relations by their ends."""


def the_span(view: View, span_id: str) -> Span:
    """The annotator's span; raises EditError when it is gone."""
    if span := view.own.spans.get(span_id):
        return span
    raise EditError("span.gone", "This span is not there any more.")


def the_relation(view: View, relation_id: str) -> Relation:
    """The annotator's relation; raises EditError when it is gone."""
    if relation := view.own.relations.get(relation_id):
        return relation
    raise EditError("relation.gone", "This relation is not there any more.")
