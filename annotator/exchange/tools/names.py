"""The names of files and folders of an export for INCEpTION: annotation/ARTICLE/ANNOTATOR.xmi, and back.

An annotator's file is NAME, NAME.gold or NAME.model.VERSION; what a file cannot be called is written %2E.
"""

import re
from pathlib import PurePath
from urllib.parse import unquote

from annotator.model.annotation import KINDS, Annotator
from annotator.model.article import Article

FOLDERS = ("annotation", "curation")
NOBODY = "INITIAL_CAS"  # INCEpTION's name for a text without an annotator
_CURATION = "CURATION_USER"
_LONGEST = 40  # code points of a title
_MOST = 60  # code points of an annotator's file
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*%.~]|^[ _]|[ ]$')
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)\d", re.IGNORECASE)  # by Windows, for devices
_BETWEEN = re.compile(r"[\W_]+")
_SUFFIX = re.compile(r"~\d+$")


class Names:
    """The names given out in one export: none twice, whatever the case."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def article(self, article: Article) -> str:
        """A folder for an article: its title, and the end of its id."""
        title = _BETWEEN.sub("-", article.title[:_LONGEST]).strip("-") or "article"
        return self.free(f"{title}-{_BETWEEN.sub('-', article.id[-12:])}")

    def free(self, name: str) -> str:
        """The name, with a number where it is taken."""
        free, number = name, 1
        while free.lower() in self._given:
            number += 1
            free = f"{name}~{number}"
        self._given.add(free.lower())
        return free


def stems(annotators: list[Annotator]) -> list[str]:
    """The names of the annotators' files in one folder, without suffix."""
    free = Names()
    return [free.free(_stem(each)) for each in annotators]


def _stem(each: Annotator) -> str:
    parts = [each.name, *((each.kind,) if each.kind != "person" or each.version else ())]
    parts += [each.version] if each.version else []
    stem = ".".join(_fit(part) for part in parts)[:_MOST]
    return f"%{ord(stem[0]):02X}{stem[1:]}" if _RESERVED.fullmatch(stem.partition(".")[0]) else stem


def _fit(part: str) -> str:
    return _UNFIT.sub(lambda match: f"%{ord(match[0]):02X}", part) or "_"


def annotator_of(path: PurePath) -> tuple[bool, Annotator | None]:
    """Whether the file lies as in an export of INCEpTION, and whose the annotation then is; None for nobody's."""
    if path.parent.parent.name not in FOLDERS:
        return False, None
    return True, named(path.stem)


def named(stem: str) -> Annotator | None:
    """The annotator of a file; None for a text that nobody has annotated."""
    if stem == NOBODY:
        return None
    if stem == _CURATION:
        return Annotator(name=stem, kind="gold")
    parts = [unquote(part) if part != "_" else "" for part in _SUFFIX.sub("", stem).split(".")]
    kind = next((each for each in KINDS if parts[1:2] == [each]), None)
    if len(parts) == 1:
        return Annotator(name=parts[0])
    if kind is None or len(parts) > 3:
        return Annotator(name=stem)
    return Annotator(name=parts[0], kind=kind, version="".join(parts[2:]))
