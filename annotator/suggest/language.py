"""Which articles a pipeline is for: those in its language, or of which nobody said theirs. Never imports spaCy."""

from annotator.model.article import Article
from annotator.suggest.available import PipelineInfo

_ANY = ("", "xx")  # spaCy's code for pipelines of many languages


def reads(info: PipelineInfo, language: str) -> bool:
    """Whether the pipeline may read an article in this language; see `language_of`."""
    return not language or info.language in _ANY or info.language == language


def language_of(article: Article) -> str:
    """The article's language by the metadata's `language`, such as `en-GB`, without the region; "" when unsaid."""
    said = str(article.meta.get("language") or "").strip().lower()
    return said.replace("_", "-").partition("-")[0]
