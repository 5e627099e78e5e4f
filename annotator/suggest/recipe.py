"""What is run over an article: a spaCy pipeline less what nobody needs, plus suggesters of our own.

A suggester is a spaCy component registered through the entry point group `spacy_factories`; a recipe names
those it wants, and each that is registered is added. Never imports spaCy.
"""

import msgspec

from annotator.model.errors import SuggestError
from annotator.suggest.available import PipelineInfo, listeners
from annotator.suggest.learned import LEARNED

SHARED = frozenset({"tok2vec", "transformer", "curated_transformer"})
_STANDARD = frozenset({"ner", "beam_ner", *SHARED, *LEARNED})
_GRAMMAR = frozenset(
    {"tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "trainable_lemmatizer"}
)


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What to run. `components` are factories to add at the end, in this order, where they are registered.

    `grammar` says whether tags, lemmas and parses are needed. Raise `version` when the rules change: what a
    model said by older rules is then another model version's word.
    """

    name: str
    components: tuple[str, ...] = ()
    grammar: bool = True
    version: int = 1

    @property
    def reads_marks(self) -> bool:
        """Whether it finds something in a text that no model reads: quotations in marks."""
        return "quotes" in self.components


ENTITIES = Recipe(name="entities", components=("names",), grammar=False, version=2)
FULL = Recipe(name="full", components=("names", "quotes", "pledges", "relations"), version=3)
RECIPES = {recipe.name: recipe for recipe in (ENTITIES, FULL)}


def get_recipe(name: str) -> Recipe:
    """The recipe of that name. Raises SuggestError when there is none."""
    if name not in RECIPES:
        raise SuggestError("recipe.missing", f"There is no recipe “{name}”: choose one of {', '.join(RECIPES)}.")
    return RECIPES[name]


def spared(recipe: Recipe, info: PipelineInfo) -> frozenset[str]:
    """The components of a pipeline that the recipe can do without, which need not even be loaded.

    None where the pipeline has a component that we do not know: it may need any of the others.
    """
    present = frozenset(info.components)
    if recipe.grammar or present - _STANDARD - _GRAMMAR:
        return frozenset()
    kept = present - _GRAMMAR
    if not kept & listeners(info):
        kept -= SHARED
    return (present | frozenset(info.disabled)) - kept
