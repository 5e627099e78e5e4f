"""The pages of the guide as text: their titles and sections, and looking for words in them. No Qt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_MARKS = re.compile(r"!\[([^\]]*)\]\([^)]*\)|\[([^\]]*)\]\([^)]*\)|[*_`|]|-{3,}|^#+ +|^[-\d.]+ +", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,3}) +(.+?) *$", re.MULTILINE)
_BEFORE, _LONGEST = 30, 110  # characters of an excerpt


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page with the text below it, without Markdown."""

    page: str
    heading: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the guide."""

    path: Path
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A section in which all words are, and an excerpt with the first of them."""

    section: Section
    excerpt: str


def read_pages(folder: Path) -> list[Page]:
    """The pages of a folder, in the order of their names."""
    return [_read(path) for path in sorted(folder.glob("*.md"))]


def _read(path: Path) -> Page:
    whole = path.read_text(encoding="utf-8")
    heads = list(_HEADING.finditer(whole))
    ends = [*(head.start() for head in heads[1:]), len(whole)]
    sections = tuple(
        Section(path.name, _plain(head[2]), len(head[1]), _plain(whole[head.end() : end]))
        for head, end in zip(heads, ends, strict=False)
    )
    return Page(path, sections[0].heading if sections else path.stem, sections)


def _plain(markdown: str) -> str:
    return " ".join(_MARKS.sub(lambda found: found[1] or found[2] or "", markdown).split())


def anchor(heading: str) -> str:
    """A heading as links name it."""
    return re.sub(r"[^\w]+", "-", heading.casefold()).strip("-")


def find(words: str, pages: Sequence[Page]) -> list[Found]:
    """The sections in which every word is, at the beginning of one; those with them in the heading first."""
    wanted = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in words.split()]
    if not wanted:
        return []
    return [found for _, found in sorted(_hits(wanted, pages), key=lambda hit: hit[0])]


def _hits(wanted: Sequence[re.Pattern[str]], pages: Sequence[Page]) -> Iterator[tuple[int, Found]]:
    for page in pages:
        for section in page.sections:
            whole = f"{section.heading} {section.text}"
            if all(word.search(whole) for word in wanted):
                missing = sum(not word.search(section.heading) for word in wanted)
                yield missing, Found(section, _excerpt(section.text, wanted))


def _excerpt(text: str, wanted: Sequence[re.Pattern[str]]) -> str:
    places = [hit.start() for word in wanted if (hit := word.search(text))]
    at = min(places, default=0)
    start = text.rfind(" ", 0, max(0, at - _BEFORE)) + 1 if at > _BEFORE else 0
    end = start + _LONGEST
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")
