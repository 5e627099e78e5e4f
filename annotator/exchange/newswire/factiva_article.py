"""One article of a Factiva export: its fields by their codes, or, in the layout without codes, by their order.

The codes are those of the archive's help (HD headline, LP lead paragraph, TD the text after it ...).
"""

import re

from annotator.exchange.newswire.dates import found_day
from annotator.exchange.newswire.story import Story, knows_language, without_by

Fields = dict[str, str]

_NAMES = {
    "SE": "section",
    "BY": "author",
    "CR": "credit",
    "WC": "length",
    "PD": "date",
    "ET": "time",
    "SN": "outlet",
    "SC": "source-code",
    "ED": "edition",
    "PG": "page",
    "VOL": "volume",
    "LA": "language",
    "CY": "copyright",
    "CT": "contact",
    "RF": "references",
    "CO": "companies",
    "IN": "industries",
    "NS": "subject",
    "RE": "place",
    "IPC": "publisher-codes",
    "IPD": "publisher-terms",
    "PUB": "publisher",
    "AN": "source_id",
    "CLM": "column",
    "ART": "graphic",
}
CODES = frozenset((*_NAMES, "HD", "LP", "TD"))
_WORDS = re.compile(
    r"^[\d.,\u00a0 ]+(?:words?|wörter|mots|palabras|parole|woorden|palavras|ord|слов\w*|字|語)$", re.IGNORECASE
)
_TIME = re.compile(r"^\d{1,2}:\d{2}\b")
_SOURCE_CODE = re.compile(r"^[A-Z][A-Z0-9]{1,9}$")
_DOCUMENT = re.compile(r"^\s*\w+\s+(?=\S+$)")
_FULL_STOP = re.compile(r"(?<=\w{3})\.$")  # not that of “Jr.”
_WITH_SECTION = 3  # lines: section, headline, author


def story(fields: Fields) -> Story:
    """The article; its text is the lead paragraph and what follows it."""
    meta: dict[str, object] = {name: fields.get(code, "") for code, name in _NAMES.items()}
    meta["author"] = _FULL_STOP.sub("", fields.get("BY", "").strip())
    meta["source_id"] = _DOCUMENT.sub("", fields.get("AN", "").strip())
    text = "\n\n".join(part for code in ("LP", "TD") if (part := fields.get(code, "").strip()))
    return Story(" ".join(fields.get("HD", "").split()), text, meta)


def is_length(line: str) -> bool:
    """Whether this is the line with the number of words."""
    return _WORDS.match(line) is not None


def from_lines(lines: list[str]) -> Fields:
    """The fields of the layout without codes, of lines none of which is empty.

    Section, headline and author come before the number of words; then the day, the time, the outlet and its code,
    edition and page, the language, the copyright and the text. Without a number of words all is text.
    """
    at = next((at for at, line in enumerate(lines) if is_length(line)), None)
    if at is None:
        return {"TD": "\n\n".join(lines)}
    fields = {**_before(lines[:at]), "WC": lines[at]}
    rest = lines[at + 1 :]
    if rest and found_day(rest[0]):
        fields["PD"] = rest.pop(0)
    if rest and _TIME.match(rest[0]):
        fields["ET"] = rest.pop(0)
    language = next((at for at, line in enumerate(rest[:8]) if knows_language(line)), None)
    if language is None:
        return {**fields, "TD": "\n\n".join(rest)}
    fields.update(_source(rest[:language]), LA=rest[language])
    rest = rest[language + 1 :]
    if rest:
        fields["CY"] = rest.pop(0)
    return {**fields, "TD": "\n\n".join(rest)}


def _before(lines: list[str]) -> Fields:
    """Headline and author, and the section above; of a longer run (a cover) only the end counts."""
    if not lines:
        return {}
    if len(lines) > 1 and (len(lines) == _WITH_SECTION or without_by(lines[-1]) != lines[-1]):
        section = {"SE": lines[0]} if len(lines) == _WITH_SECTION else {}
        return {**section, "HD": lines[-2], "BY": lines[-1]}
    if len(lines) == _WITH_SECTION - 1:
        return {"HD": lines[0], "BY": lines[1]}
    return {"HD": lines[-1]}


def _source(lines: list[str]) -> Fields:
    """The outlet, its code, and what stands between these and the language: edition, page."""
    if not lines:
        return {}
    fields = {"SN": lines[0]}
    rest = lines[1:]
    if rest and _SOURCE_CODE.match(rest[0]):
        fields["SC"] = rest.pop(0)
    if rest and rest[-1].isdigit():
        fields["PG"] = rest.pop()
    return {**fields, "ED": " ".join(rest)}
