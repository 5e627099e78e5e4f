"""The component `names`: entities made usable for news, and offices (`doc.spans["names"]`).

It reads words and `doc.ents` alone, so it needs no grammar; where there are tags, they keep it from taking
“the mayor race” for a mayor. A language without a lexicon keeps its entities as they are.
"""

from typing import TYPE_CHECKING

import msgspec

from annotator.suggest.names.headings import words_known
from annotator.suggest.names.offices import Offices
from annotator.suggest.names.roles import Role, Roles
from annotator.suggest.names.same import Same
from annotator.suggest.names.trim import Trim
from annotator.suggest.names.words import Name, Words
from annotator.suggest.said import ATTRIBUTES, SaidOfSpan, SaidSpan
from annotator.suggest.saying import Saying

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUP = "names"
_NOUNS = frozenset({"NOUN", "PROPN"})


class Names:
    """See the module."""

    def __init__(self, nlp: "Language", name: str) -> None:
        self.name = name
        self.language = nlp.lang or ""
        self._rules = _Rules(self.language) if words_known(self.language) else None

    def __call__(self, doc: "Doc") -> "Doc":
        """Mend the entities of a document and note its offices."""
        if self._rules is not None and len(doc):
            known = Words.of(doc)
            before = known.names
            known.take(self._rules.trim(known))
            known.take(self._rules.same(known, _headline_end(known)))
            if known.names != before:
                _set_entities(doc, known.names)
            saying = Saying(doc)
            for role in self._rules.roles(known, _nouns(doc)):
                _say(doc, role, saying)
        return doc


class _Rules:
    def __init__(self, language: str) -> None:
        offices = Offices(language)
        self.trim = Trim(language, offices)
        self.same = Same(language, offices)
        self.roles = Roles(offices)


def _headline_end(known: Words) -> int:
    """The token after the first line, when that is no sentence and more lines follow; else 0."""
    first = next((at for at, text in enumerate(known.texts) if "\n" in text), 0)
    return first if first and known.texts[first - 1] not in {".", '."', ".”"} else 0


def _nouns(doc: "Doc") -> frozenset[int]:
    if not doc.has_annotation("POS"):
        return frozenset()
    return frozenset(token.i for token in doc if token.pos_ in _NOUNS)


def _set_entities(doc: "Doc", names: list[Name]) -> None:
    """Give the document these entities; those that were there already stay the same objects."""
    from spacy.tokens import Span

    old = {(ent.start, ent.end, ent.label_): ent for ent in doc.ents}
    made = [
        old.get((each.start, each.end, each.label)) or Span(doc, each.start, each.end, each.label) for each in names
    ]
    doc.set_ents(made)
    told = doc.user_data.setdefault(ATTRIBUTES, [])
    for span, name in zip(made, names, strict=True):
        if name.rule:
            end = name.label, span.start_char, span.end_char
            told.append(msgspec.to_builtins(SaidOfSpan(span=end, rule=name.rule)))


def _say(doc: "Doc", role: Role, saying: Saying) -> None:
    span = doc[role.start : role.end]
    fragments = ((span.start_char, span.end_char),)
    saying.span(SaidSpan(group=GROUP, label="ROLE", fragments=fragments, rule=role.rule))
