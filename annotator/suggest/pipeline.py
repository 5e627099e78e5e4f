"""Loading a spaCy pipeline for a recipe: less what the recipe spares, plus the suggesters it names."""

import importlib
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.model.errors import SuggestError
from annotator.suggest.available import PipelineInfo, find
from annotator.suggest.paragraphs import COMPONENT, begin_sentences
from annotator.suggest.recipe import ENTITIES, Recipe, spared

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline, what it was made of, and sentences on what is not quite right with it."""

    nlp: "Language"
    info: PipelineInfo
    recipe: Recipe
    warnings: list[str] = field(default_factory=list)

    @property
    def spacy_version(self) -> str:
        """The version of spaCy that runs it."""
        from spacy.about import __version__

        return __version__


def load(name: str = "", *, recipe: Recipe = ENTITIES, language: str = "en") -> Pipeline:
    """Load the pipeline of that name, or the best one for the language.

    Raises SuggestError that says what to do when it is missing or cannot be loaded.
    """
    info = find(name, language=language)
    nlp = _load(info, exclude=spared(recipe, info))
    return Pipeline(nlp, info, recipe, [*_age(info), *_add_components(nlp, recipe)])


def wrap(nlp: "Language", *, name: str = "", recipe: Recipe = ENTITIES) -> Pipeline:
    """A pipeline that is already there, such as `spacy.blank("en")`, made ready for `annotate.suggest`."""
    meta = nlp.meta
    info = PipelineInfo(
        name=name or f"{meta['lang']}_{meta['name']}",
        source="",
        version=meta["version"],
        language=meta["lang"],
        components=tuple(nlp.pipe_names),
    )
    return Pipeline(nlp, info, recipe, _add_components(nlp, recipe))


def load_tokenizer(name: str = "", *, language: str = "") -> "Language":
    """A pipeline that only cuts into tokens: the named one's tokenizer, or without a name the language's own.

    Raises SuggestError that says what to do when there is none.
    """
    info = find(name or f"blank:{language.partition('-')[0] or 'xx'}")
    return _load(info, exclude=(*info.components, *info.disabled))


def _load(info: PipelineInfo, exclude: Iterable[str]) -> "Language":
    spacy = importlib.import_module("spacy")
    try:
        with warnings.catch_warnings(record=True):  # what spaCy warns of here, `_age` says in one sentence
            nlp: Language = spacy.load(info.source, exclude=sorted(exclude))
    except Exception as error:
        raise _unusable(info, error) from error
    return nlp


def _unusable(info: PipelineInfo, error: Exception) -> SuggestError:
    why = " ".join(str(error).split()) or type(error).__name__
    sentence = f"The spaCy pipeline “{info}” cannot be loaded: install it anew or choose another. ({why})"
    return SuggestError("pipeline.unusable", sentence)


def _age(info: PipelineInfo) -> list[str]:
    from spacy.about import __version__ as version
    from spacy.util import is_compatible_version

    if not info.spacy_version or is_compatible_version(version, info.spacy_version) is not False:
        return []
    made = f"The pipeline “{info}” was made for spaCy {info.spacy_version}, and this is {version}"
    return [f"{made}: it may find less; install the version that fits."]


def _add_components(nlp: "Language", recipe: Recipe) -> list[str]:
    """Add ours to the pipeline; a suggester that cannot be added is named and the rest goes on."""
    from spacy.language import Language

    importlib.import_module("annotator.suggest.factories")  # where the entry points are not installed
    Language.component(COMPONENT, func=begin_sentences)
    if COMPONENT not in nlp.pipe_names:
        nlp.add_pipe(COMPONENT, first=True)
    failed = []
    for name in recipe.components:
        try:
            if name not in nlp.pipe_names and nlp.has_factory(name):
                nlp.add_pipe(name)
        except Exception as error:  # a plug-in may raise anything
            failed.append(f"The suggester “{name}” cannot be used and is left out: {' '.join(str(error).split())}")
    return failed
