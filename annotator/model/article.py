"""An article: a text that never changes after import, with its metadata."""

import msgspec

from annotator.model.text import count_words, text_hash

Meta = dict[str, str | int | float | bool | None]


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its identity; `text` is normalised and `sha256` is its hash (see `model.text`)."""

    id: str
    title: str
    text: str
    sha256: str
    meta: Meta = {}

    @property
    def words(self) -> int:
        """How many words the text has."""
        return count_words(self.text)


def make_article(*, id: str, title: str, text: str, meta: Meta | None = None) -> Article:  # noqa: A002
    """An article from a text that is already normalised."""
    return Article(id=id, title=title or first_line(text), text=text, sha256=text_hash(text), meta=meta or {})


_LONGEST_HEADLINE = 200  # code points


def headline(text: str) -> str | None:
    """The first line, when it looks like a headline: short, alone on its line, and not a sentence."""
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    if not line or not rest.strip() or len(line) > _LONGEST_HEADLINE:
        return None
    return None if line.endswith((".", ",", ";", ":")) else line


def first_line(text: str) -> str:
    """A name for a text without a headline: the start of its first line, cut at a word."""
    line = text.strip().partition("\n")[0].strip()
    if len(line) <= 80:
        return line or "(empty)"
    return line[:80].rsplit(" ", 1)[0] + " …"


def has_heading(article: Article) -> bool:
    """Whether the text itself begins with the title on a line of its own."""
    return article.text.partition("\n")[0].strip() == article.title.strip() != ""
