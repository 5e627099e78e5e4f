"""The factories that spaCy finds through the entry point group `spacy_factories`.

They make our suggesters available to any pipeline: `nlp.add_pipe("quotes")`. Imported only where spaCy is.
"""

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from annotator.suggest.links.component import Relations
    from annotator.suggest.names.component import Names
    from annotator.suggest.pledges.component import Pledges
    from annotator.suggest.quotes.component import Quotes


@Language.factory("names", retokenizes=False)
def make_names(nlp: Language, name: str) -> "Names":
    """One label for each name of the article, and offices before persons (`doc.spans["names"]`)."""
    from annotator.suggest.names.component import Names

    return Names(nlp, name)


@Language.factory("quotes", retokenizes=False)
def make_quotes(nlp: Language, name: str) -> "Quotes":
    """Who says what (`doc.spans["quotes"]`)."""
    from annotator.suggest.quotes.component import Quotes

    return Quotes(nlp, name)


@Language.factory("pledges", retokenizes=False)
def make_pledges(nlp: Language, name: str) -> "Pledges":
    """Who is committed to what (`doc.spans["pledges"]`)."""
    from annotator.suggest.pledges.component import Pledges

    return Pledges(nlp, name)


@Language.factory("relations", retokenizes=False)
def make_relations(nlp: Language, name: str) -> "Relations":
    """What links quotes, pledges and actors beyond what those components say themselves."""
    from annotator.suggest.links.component import Relations

    return Relations(nlp, name)
