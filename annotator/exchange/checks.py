"""Whether spans lie on the text they say they cover: asked of what comes in and of what goes out."""

from annotator.model.annotation import AnnotationSet, Span, covered
from annotator.model.article import Article
from annotator.model.errors import ExchangeError
from annotator.model.rules import fragment_problems, shorten
from annotator.model.text import text_hash


def lies_on(span: Span, text: str) -> bool:
    """Whether the span's fragments are in order, in the text, and cover what the span says."""
    fragments = span.fragments
    if len(fragments) == 1:
        start, end = fragments[0]
        return 0 <= start < end <= len(text) and text[start:end] == span.text
    return not any(fragment_problems(fragments, len(text))) and covered(text, fragments) == span.text


def misplacement(span: Span, text: str) -> str:
    """Why a span does not lie on the text, as a sentence."""
    where = f"{span.label} “{shorten(span.text)}”"
    for problem in fragment_problems(span.fragments, len(text)):
        return f"{where} {problem}."
    found = shorten(covered(text, span.fragments))
    return f"{where} does not match the article, which has “{found}” at {span.start}-{span.end}."


def verify_text(article: Article) -> None:
    """Raise ExchangeError when the article's text is not the one that was hashed."""
    if text_hash(article.text) != article.sha256:
        sentence = f"The text of the article “{article.title}” is not the one that was imported: its SHA-256 differs."
        raise ExchangeError("export.hash", f"{sentence} Run annotator check on the project.")


def verify_set(article: Article, annotation: AnnotationSet) -> None:
    """Raise ExchangeError at the first span that has slipped, or relation that lacks an end."""
    text, spans = article.text, annotation.spans
    problem = next((misplacement(span, text) for span in spans.values() if not lies_on(span, text)), None)
    for each in annotation.relations.values():
        if each.head not in spans or each.tail not in spans:
            problem = problem or f"The {each.type} relation {each.id} lacks one of its ends."
    if problem is not None:
        sentence = f"The set of {annotation.annotator} for the article “{article.title}” is damaged: {problem}"
        raise ExchangeError("export.offsets", f"{sentence} Run annotator check on the project.")
