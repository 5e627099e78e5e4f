"""Cues that report without quotation marks: which words they are, what follows them, and how far the cue reaches.

The words are data, `resources/lexicons/quotes.LANG.toml`; a language without that file, or without the tables of
complements, has no cues here. Never imports spaCy.
"""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from annotator.model.annotation import Fragments
from annotator.suggest.lexicons import lexicon
from annotator.suggest.verb_group import group_start

if TYPE_CHECKING:
    from spacy.tokens import Token

WordSet = frozenset[str]


@dataclass(frozen=True)
class Frame:
    """What one word takes: names of complements, and prepositions after it or after its object."""

    takes: WordSet = frozenset()
    prepositions: WordSet = frozenset()
    object_prepositions: WordSet = frozenset()
    medium: str = "speech"


@dataclass(frozen=True)
class Cues:
    """The cues of one language by lemma: verbs, nouns and adjectives, each with its frame."""

    verbs: dict[str, Frame] = field(default_factory=dict)
    nouns: dict[str, Frame] = field(default_factory=dict)
    adjectives: dict[str, Frame] = field(default_factory=dict)
    clear: WordSet = frozenset()
    catenative: WordSet = frozenset()
    documents: WordSet = frozenset()
    promising: WordSet = frozenset()
    writings: WordSet = frozenset()
    views: WordSet = frozenset()
    light: WordSet = frozenset()
    making: WordSet = frozenset()


@cache
def cues_of(language: str) -> Cues:
    """The cues of a language, read once; none where there is no list with complements."""
    try:
        data = lexicon(f"quotes.{language}")
    except FileNotFoundError:
        return Cues()
    if "frames" not in data:
        return Cues()
    return Cues(
        verbs=_verbs(data),
        nouns=_frames(data, "nouns", "noun_prepositions", medium="speech"),
        adjectives=_frames(data, "adjectives", "adjective_prepositions", medium="thought"),
        clear=frozenset(data["words"]["clear"]),
        catenative=frozenset(data["words"]["catenative"]),
        documents=frozenset(data["words"]["documents"]),
        promising=frozenset(data["words"]["promising"]),
        writings=frozenset(data["words"]["writings"]),
        views=frozenset(data["words"]["views"]),
        light=frozenset(data["words"]["light"]),
        making=frozenset([*data["words"]["making"], *data["frames"]["person_infinitive"]]),
    )


def _verbs(data: dict[str, Any]) -> dict[str, Frame]:
    media = {lemma: medium for medium in ("thought", "writing", "speech") for lemma in data["verbs"][medium]}
    frames = _frames(data, "frames", "prepositions", "object_prepositions", medium="speech")
    verbs = {lemma: replace(frame, medium=media.get(lemma, "speech")) for lemma, frame in frames.items()}
    misread: dict[str, str] = data.get("misread", {})
    return {**verbs, **{wrong: verbs[right] for wrong, right in misread.items() if right in verbs}}


def _frames(data: dict[str, Any], takes: str, after: str, object_after: str = "", *, medium: str) -> dict[str, Frame]:
    follow: dict[str, list[str]] = data[after]
    object_follow: dict[str, list[str]] = data.get(object_after, {})
    lists: dict[str, list[str]] = data[takes]
    lemmas = {lemma for words in lists.values() for lemma in words} | follow.keys() | object_follow.keys()
    return {
        lemma: Frame(
            takes=frozenset(name for name, words in lists.items() if lemma in words),
            prepositions=frozenset(follow.get(lemma, ())),
            object_prepositions=frozenset(object_follow.get(lemma, ())),
            medium=medium,
        )
        for lemma in sorted(lemmas)
    }


def cue_of(word: "Token", catenative: WordSet = frozenset(), also: "Token | None" = None) -> Fragments:
    """The characters of a cue: the verb group with auxiliaries, negation and particle, and `also` as a preposition.

    Adverbs before the verb stay, those after it do not; an infinitive's “to” does not belong to it. A verb that
    only shades another (“appeared to suggest”) goes with it.
    """
    first = group_start(_outermost(word, catenative))
    tokens = [*word.doc[first : word.i + 1], *(child for child in word.rights if child.dep_ == "prt")]
    return _fragments([*tokens, *([also] if also is not None and also.i > word.i else [])])


def _outermost(word: "Token", catenative: WordSet) -> "Token":
    head = word.head
    if word.dep_ == "xcomp" and head.lemma_ in catenative and 0 < word.i - head.i < 4:
        return head
    return word


def _fragments(tokens: list["Token"]) -> Fragments:
    """Tokens as fragments, neighbours joined."""
    found: list[tuple[int, int]] = []
    last = -2
    for token in sorted(tokens, key=lambda each: each.i):
        if token.i == last:
            continue
        if token.i == last + 1:
            found[-1] = found[-1][0], token.idx + len(token)
        else:
            found.append((token.idx, token.idx + len(token)))
        last = token.i
    return tuple(found)
