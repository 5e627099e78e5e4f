"""What a plan is made of, and what it may look at."""

from typing import Protocol

import msgspec

from annotator.model.annotation import AnnotationSet
from annotator.model.article import Article
from annotator.model.edits import Edits
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
