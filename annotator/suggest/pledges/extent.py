"""From where to where a pledge goes: from its "to" or auxiliary to the end of what is committed to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.model.annotation import Fragments
from annotator.suggest.actors import SUBJECTS
from annotator.suggest.pledges.finding import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING = frozenset({"aux", "auxpass", "neg", "advmod"})  # before a verb and of it
_CLOSING = frozenset(".,;:!?…–—-'\"”’»)]‘“«([")
_PAIRS = {"”": "“", "»": "«", ")": "(", "]": "["}
_MARKS = frozenset({'"', "''", "``"})
_ASIDE = frozenset({"which", "who", "while", "as", "but", "although", "though", "so", "because", "since", "after"})
_LONGEST = 60  # tokens; a "pledge" beyond that is a parse gone wrong


def fragments(candidate: Candidate) -> Fragments:
    """The characters of the pledge; empty when nothing is left. Two pieces around a cue that interrupts it."""
    doc, content = candidate.content.doc, candidate.content
    first, last = _first(candidate), _last(content)
    last = _trimmed(doc, first, min(last, first + _LONGEST))
    if last < content.i and not candidate.whole:
        return ()
    pieces = _around(doc, first, last, _hole(candidate, first, last))
    return tuple((doc[start].idx, doc[end].idx + len(doc[end])) for start, end in pieces if start <= end)


def _first(candidate: Candidate) -> int:
    content = candidate.content
    if content.pos_ not in {"VERB", "AUX"}:
        return content.left_edge.i
    if candidate.whole:
        lefts = [child.left_edge.i for child in content.lefts if child.dep_ in SUBJECTS | {"expl"}]
        if lefts:
            return min(lefts)
    return _verb_start(content)


def _verb_start(verb: "Token") -> int:
    """The first of the auxiliaries, "to", "not" and adverbs that stand right before the verb."""
    own = {child.i for child in verb.lefts if child.dep_ in _OPENING}
    first = verb.i
    while first - 1 in own:
        first -= 1
    modal = next((child.i for child in verb.lefts if child.dep_ == "aux" and child.tag_ in {"MD", "TO"}), first)
    if modal >= first - 4:
        first = min(first, modal)
    before = verb.doc[first - 1] if first else verb
    return first - 1 if before.lower_ in {"never", "not"} else first


def _last(content: "Token") -> int:
    """The last word of what hangs on the head, before what is a thing of its own."""
    last = content.right_edge.i
    for child in content.rights:
        if _own_thing(child):
            return min(last, _before(child))
    return last


def _before(child: "Token") -> int:
    """The word before what is left out, and before the "and" that leads to it."""
    left = child.left_edge.i
    while left > 0 and child.doc[left - 1].dep_ in {"cc", "punct", "preconj"}:
        left -= 1
    return left - 1


def _own_thing(child: "Token") -> bool:
    if child.dep_ == "conj":
        return child.pos_ in {"VERB", "AUX"} and _has_own_object(child.head)
    if child.dep_ in {"parataxis", "cc"}:
        return child.dep_ == "parataxis"
    if child.dep_ in {"advcl", "relcl", "acl"}:
        before = child.doc[child.left_edge.i - 1].lower_ if child.left_edge.i else ""
        opening = child.left_edge.lower_
        return opening in _ASIDE or (before == "," and child.tag_ == "VBG")
    return False


def _trimmed(doc: "Doc", first: int, last: int) -> int:
    """Cut at a new line, a mark that closes what was not opened, an aside; then leave out closing punctuation."""
    opened: set[str] = set()
    for place in range(first, last + 1):
        word = doc[place].text
        if "\n" in word or word in {";", "―"} or (word in _PAIRS and _PAIRS[word] not in opened):
            last = place - 1
            break
        if word in _MARKS:
            if not opened & _MARKS and not doc[place].whitespace_ and place > first and _ends_here(doc, place):
                opened.add(word)
            elif opened & _MARKS:
                opened -= _MARKS
            else:
                last = place - 1
                break
        elif place > first and word == "," and _aside(doc, place + 1):
            last = place - 1
            break
        opened.add(word) if word in _PAIRS.values() else None
    while last > first and (doc[last].text in _CLOSING or doc[last].is_space) and not _closes(doc, first, last):
        last -= 1
    while last > first and (doc[last].dep_ in {"cc", "mark"} or doc[last].text in _CLOSING - {'"'}):
        if _closes(doc, first, last):
            break
        last -= 1
    return last


def _aside(doc: "Doc", place: int) -> bool:
    """Does something begin after a comma that is not promised: "which ...", "forcing them ...", "for example"?"""
    if place >= len(doc):
        return True
    word = doc[place]
    example = word.lower_ == "for" and doc[place + 1 : place + 2].text == "example"
    return example or word.lower_ in {"which", "who", "but", "while"} or (word.tag_ == "VBG" and word.dep_ == "advcl")


def _ends_here(doc: "Doc", place: int) -> bool:
    """Does the mark open: a space before it and none after?"""
    return bool(doc[place - 1].whitespace_)


def _closes(doc: "Doc", first: int, last: int) -> bool:
    """Is the last word a mark whose partner is inside?"""
    word = doc[last].text
    inside = {doc[place].text for place in range(first, last)}
    return word in _PAIRS and _PAIRS[word] in inside or (word in _MARKS and bool(inside & _MARKS))


def _hole(candidate: Candidate, first: int, last: int) -> tuple[int, int] | None:
    """The words of a cue, with its subject and commas, that stand in the middle of the pledge."""
    content = candidate.content
    verb = next((word for word in candidate.cue if word.pos_ == "VERB" and first < word.i < last), None)
    if verb is None or verb.i in {each.i for each in content.subtree}:
        return None
    own = {verb.i, *(word.i for child in verb.children if child.dep_ in SUBJECTS for word in child.subtree)}
    own |= {child.i for child in verb.children if child.dep_ in {"aux", "neg", "advmod"}}
    start, end = min(own), max(own)
    commas = content.doc
    while start - 1 > first and commas[start - 1].text in _CLOSING:
        start -= 1
    while end + 1 < last and commas[end + 1].text in _CLOSING:
        end += 1
    return (start, end) if start > first and end < last else None


def _around(doc: "Doc", first: int, last: int, hole: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    if hole is None:
        yield first, last
    else:
        yield first, hole[0] - 1
        yield hole[1] + 1, last


def separate(content: "Token") -> "Iterator[Token]":
    """The heads of what could be kept apart: "cut taxes and build a wall" gives two, "cut and simplify fares" one."""
    group = [content]
    for verb in group:
        group += [child for child in verb.rights if child.dep_ == "conj" and _promised(child, content)]
    yield from group if _has_own_object(content) else group[:1]


def _promised(verb: "Token", first: "Token") -> bool:
    """A verb in the same form, without a subject of its own."""
    if verb.pos_ != "VERB" or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return False
    if first.tag_ == "VBG":
        return verb.tag_ == "VBG"
    return verb.tag_ in {"VB", "VBP"} and not any(child.tag_ == "MD" for child in verb.lefts)


def _has_own_object(verb: "Token") -> bool:
    kinds = {"dobj", "prep", "prt", "xcomp", "attr", "acomp", "ccomp", "dative", "nsubjpass"}
    return any(child.dep_ in kinds for child in verb.children)


def parted(doc: "Doc", where: Fragments) -> list[Fragments]:
    """Two pledges where the parse saw one: "to raise pay and to cut fares"; none where there is nothing."""
    if len(where) != 1:
        return [where] if where else []
    (start, end) = where[0]
    span = doc.char_span(start, end)
    if span is None or span[0].lower_ != "to":
        return [where]
    for word in span[2:-2]:
        if word.lower_ == "and" and word.nbor(1).lower_ == "to" and word.nbor(1).i < span[-1].i:
            before = word.nbor(-1) if word.nbor(-1).text != "," else word.nbor(-2)
            return [((start, before.idx + len(before)),), *parted(doc, ((word.nbor(1).idx, end),))]
    return [where]
