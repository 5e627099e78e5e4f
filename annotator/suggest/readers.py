"""Which pipeline reads which article: that of the project, another for its language, or marks alone.

A project may hold articles in several languages. One that the project's pipeline does not read goes to the best
pipeline installed for its language; where there is none, to a bare tokenizer, with which only what needs no
grammar is found: quotations in marks. Never imports spaCy.
"""

import msgspec

from annotator.model.annotation import Annotator
from annotator.model.article import Article
from annotator.model.schema import Schema
from annotator.suggest.available import PipelineInfo, bare, installed
from annotator.suggest.describe import model_annotator
from annotator.suggest.language import language_of, reads
from annotator.suggest.recipe import Recipe


class Reader(msgspec.Struct, frozen=True):
    """A pipeline, the annotator of what it finds, and whether it is but a tokenizer."""

    info: PipelineInfo
    model: Annotator
    is_bare: bool = False


class Readers:
    """Those of a project; each language is looked up once."""

    def __init__(self, info: PipelineInfo, recipe: Recipe, schema: Schema) -> None:
        self.own = Reader(info, model_annotator(info, recipe, schema))
        self._recipe = recipe
        self._schema = schema
        self._others: dict[str, Reader | None] = {}

    def of(self, article: Article) -> Reader | None:
        """Who reads the article; None when nobody can, as the recipe finds nothing without a model."""
        language = language_of(article)
        if reads(self.own.info, language):
            return self.own
        if language not in self._others:
            self._others[language] = self._other(language)
        return self._others[language]

    def _other(self, language: str) -> Reader | None:
        info = other_pipeline(language)
        is_bare = not info.components
        if is_bare and not self._recipe.reads_marks:
            return None
        return Reader(info, model_annotator(info, self._recipe, self._schema), is_bare)


def other_pipeline(language: str) -> PipelineInfo:
    """The best pipeline installed for a language, or its bare tokenizer."""
    return next((info for info in installed() if info.language == language), bare(language))
