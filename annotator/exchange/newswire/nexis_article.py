"""One article of a LexisNexis export: headline, outlet, day and copyright by their order, all else by its label.

    Headline
    Outlet
    March 4, 2021 Thursday
    Copyright 2021 ...
    Section: NEWS; Pg. 5
    Length: 512 words
    Byline: By Jane Doe
    Body
    ...
    Graphic
    ...
    Classification
    Language: ENGLISH
    Load-Date: March 5, 2021

The order is that which LexisNexisTools (Gruber 2021, R package, `lnt_read`) and tm.plugin.lexisnexis found.
"""

import re

from annotator.exchange.newswire.archive import paragraphs
from annotator.exchange.newswire.dates import found_day
from annotator.exchange.newswire.story import Story

_KEYS = {
    "section": ("section", "rubrik", "ressort", "rubrique", "sectie", "sección"),
    "length": ("length", "länge", "longueur", "lengte", "longitud", "extensión", "lunghezza"),
    "author": ("byline", "autor", "auteur", "autore", "author"),
    "dateline": ("dateline",),
    "highlight": ("highlight", "highlights", "encart"),
    "load-date": ("load-date", "update", "ladedatum", "date de chargement", "laaddatum"),
    "language": ("language", "sprache", "langue", "taal", "idioma", "lingua"),
    "publication-type": ("publication-type", "publikationstyp", "type de publication"),
    "journal-code": ("journal-code", "journal code", "zeitschriftencode"),
    "correction-date": ("correction-date", "correction"),
    "series": ("series",),
    "url": ("url",),
}
_NAMES = {label: key for key, labels in _KEYS.items() for label in labels}
_TAIL = ("subject", "company", "organization", "ticker", "industry", "person", "geographic", "city", "state", "country")
_TAIL_KEYS = {"load-date", "language", "publication-type", "journal-code", "correction-date", "url", *_TAIL}
_LABEL = re.compile(r"^\s*([A-Z\u00c0-\u00de][\w /-]{1,30}?)\s*:(?:\s+(.*))?$")
_COPYRIGHT = re.compile(r"^\s*(?:copyright\b|©|\(c\)\s)", re.IGNORECASE)
_RIGHTS = re.compile(r"^\s*(?:all rights reserved|alle rechte|tous droits)", re.IGNORECASE)
_BODY = re.compile(r"^\s*(?:body|volltext|corps|texte intégral|hoofdtekst|cuerpo)\s*:?\s*$", re.IGNORECASE)
_GRAPHIC = re.compile(r"^\s*(?:graphics?|grafik|graphique|illustration)\s*:?\s*$", re.IGNORECASE)
_CLASSIFICATION = re.compile(r"^\s*(?:classification|klassifizierung|classificatie|clasificación)\s*$", re.IGNORECASE)
_COVER = re.compile(r"^\s*(?:user name:|job number:|date and time:|documents? \(\d+\)|client/matter:)", re.IGNORECASE)
_CONTENTS = re.compile(r"^\s*1\.\s+(\S.*)$", re.MULTILINE)
_PAGE = re.compile(r"^\s*Page \d{1,4} of \d{1,4}\s*$")
_EDITION = re.compile(r"[^,;]*\b(?:edition|ausgabe|édition|editie)\b[^,;]*", re.IGNORECASE)
_DATE_LINE = 80  # code points: the longest line that is taken for one that only tells the day
_NO_HEADLINE = "no headline in original"


def read_article(lines: list[str], *, first: bool) -> Story | None:
    """The article of the lines up to its end marker, None when they are none; before the `first` may be a cover."""
    lines = [line for line in lines if not _PAGE.match(line)]
    start = _body_at(lines)
    if start is None:
        return None
    body, tail = _without_tail(lines[start:])
    header = [line.strip() for line in lines[:start] if line.strip() and not _BODY.match(line)]
    at = next((at for at, line in enumerate(header) if _COPYRIGHT.match(line) or _key(line) is not None), len(header))
    story = _heading(header[:at], covered=first and any(_COVER.match(line) for line in header[:at]))
    story.meta.update(_labelled(header[at:]), **_labelled(tail))
    body, graphic = _cut(body, _GRAPHIC)
    story.meta["graphic"] = " ".join(" ".join(graphic).split())
    story.text = paragraphs(body)
    return story


def _body_at(lines: list[str]) -> int | None:
    """Where the text begins: after the line “Body”, else after the length."""
    found = next((at for at, line in enumerate(lines) if _BODY.match(line)), None)
    if found is None:
        found = next((at for at, line in enumerate(lines) if _key(line) == "length"), None)
    return None if found is None else found + 1


def _key(line: str) -> str | None:
    """What a line with a known label tells; None for any other line."""
    found = _LABEL.match(line)
    return _NAMES.get(found[1].lower()) if found else None


def _heading(lines: list[str], *, covered: bool) -> Story:
    """Headline, outlet and day. After a cover the headline is one line; else it is all that comes before."""
    day = next((at for at in range(len(lines) - 1, 0, -1) if _tells_day(lines[at])), None)
    if day is None:
        begin = _after_contents(lines) if covered else 0
        title, outlet = [*lines[begin : begin + 2], "", ""][:2]
        return Story("" if title.lower() == _NO_HEADLINE else title, meta={"outlet": outlet})
    before = lines[: day - 1]
    title = " ".join(before[-1:] if covered else before) or lines[day - 1]
    outlet = lines[day - 1] if before else ""
    edition = " ".join([*(found[0].strip() for found in _EDITION.finditer(lines[day])), *lines[day + 1 :]])
    meta: dict[str, object] = {"outlet": outlet, "date": found_day(lines[day]), "edition": edition}
    return Story("" if title.lower() == _NO_HEADLINE else title, meta=meta)


def _tells_day(line: str) -> bool:
    return len(line) <= _DATE_LINE and found_day(line) != "" and not _COVER.match(line)


def _after_contents(lines: list[str]) -> int:
    """Where the first headline of the table of contents comes again, else the last two lines."""
    found = _CONTENTS.search("\n".join(lines))
    last = len(lines) - 2
    return next((at for at in range(len(lines) - 1, 0, -1) if found and lines[at] == found[1].strip()), max(last, 0))


def _labelled(lines: list[str]) -> dict[str, object]:
    """What lines with labels say; a line without one goes on with the value before it."""
    said: dict[str, object] = {}
    key = "copyright"
    for line in lines:
        found = _LABEL.match(line)
        if found:
            key = _NAMES.get(found[1].lower(), found[1].lower())
        elif _COPYRIGHT.match(line) or _RIGHTS.match(line):
            key = "copyright"
        value = (found[2] or "") if found else line
        said[key] = f"{said.get(key, '')} {value}".strip()
    return said


def _without_tail(lines: list[str]) -> tuple[list[str], list[str]]:
    """The text, and the lines with labels after it."""
    body, tail = _cut(lines, _CLASSIFICATION)
    end = len(body)
    while end and (not body[end - 1].strip() or _in_tail(body[end - 1])):
        end -= 1
    return body[:end], [line for line in (*body[end:], *tail) if line.strip()]


def _in_tail(line: str) -> bool:
    found = _LABEL.match(line)
    return found is not None and _NAMES.get(found[1].lower(), found[1].lower()) in _TAIL_KEYS


def _cut(lines: list[str], heading: re.Pattern[str]) -> tuple[list[str], list[str]]:
    """The lines before and after the last that is this heading; all of them when none is."""
    at = next((at for at in range(len(lines) - 1, -1, -1) if heading.match(lines[at])), None)
    return (lines, []) if at is None else (lines[:at], lines[at + 1 :])
