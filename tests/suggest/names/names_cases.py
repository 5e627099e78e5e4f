"""Sentences with their names written into them: `[Ada Brill|PERSON] went to [Kell|GPE].`"""

import re

from annotator.suggest.names.words import Name, Words

_NAME = re.compile(r"\[([^]|]+)\|([A-Z]+)\]")
_TOKEN = re.compile(r"[’']s\b|\w+(?:['’]t)?|\n|[^\w\s]")


def words(marked: str) -> Words:
    """The words of a sentence and the names in it, without a pipeline."""
    texts: list[str] = []
    names: list[Name] = []
    at = 0
    for match in _NAME.finditer(marked):
        texts += _TOKEN.findall(marked[at : match.start()])
        inside = _TOKEN.findall(match[1])
        names.append(Name(len(texts), len(texts) + len(inside), match[2]))
        texts += inside
        at = match.end()
    return Words([*texts, *_TOKEN.findall(marked[at:])], names)


def said(known: Words, names: list[Name]) -> list[tuple[str, str]]:
    """The names by text and label."""
    return [(" ".join(known.texts[name.start : name.end]), name.label) for name in names]
