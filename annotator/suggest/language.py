"""Which articles a pipeline is for: those in its language, or of which nobody said theirs. Never imports spaCy."""

from annotator.model.article import Article
from annotator.suggest.available import PipelineInfo

_ANY = ("", "xx")  # spaCy's code for pipelines of many languages


def reads(info: PipelineInfo, article: Article) -> bool:
    """Whether the pipeline may read the article; its language is the metadata's `language`, such as `en-GB`."""
    said = language_of(article)
    return not said or info.language in _ANY or info.language == said


def language_of(article: Article) -> str:
    """The article's language as its metadata gives it, without the region; "" when it is not said."""
    said = str(article.meta.get("language") or "").strip().lower()
    return said.replace("_", "-").partition("-")[0]
