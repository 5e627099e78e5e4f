"""Contents with a source beside them and no verb that takes them: “according to”, “in his view”, a headline's colon."""

from typing import TYPE_CHECKING

from annotator.suggest.actors import ACTORS, actor
from annotator.suggest.quotes import rules
from annotator.suggest.quotes.clauses import Range, characters, clause_of, phrase, without
from annotator.suggest.quotes.cues import Cues, cue_of
from annotator.suggest.quotes.speakers import ends, speaker
from annotator.suggest.said import End, FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Maybe = FoundQuote | None
_HEADLINE_WORDS, _NAME_WORDS = 3, 4


def according_to(according: "Token") -> Maybe:
    """“The bridge is safe, according to the ministry”: the clause that it hangs on, less itself."""
    to = next((child for child in according.rights if child.lower_ == "to"), None)
    if to is None or to.i + 1 >= len(to.doc):
        return None
    who = next((child for child in to.rights if child.dep_ == "pobj"), None)
    cue = (according.idx, to.idx + len(to))
    rest = without(_whole(clause_of(according)), phrase(according))
    return rules.ACCORDING.quote(according.doc, rest, cue=(cue,), speakers=ends(who) or _words(to))


def _words(to: "Token") -> tuple[End, ...]:
    """The words after “to” as a description, where the parse sees no noun among them."""
    start, end = phrase(to)
    found = characters(to.doc, [(start + 1, end)])
    return (("MENTION", *found[0]),) if found else ()


def _whole(clause: "Token") -> Range:
    """The words of a clause; of the main clause all of its sentence."""
    return (clause.sent.start, clause.sent.end) if clause.dep_ == "ROOT" else phrase(clause)


def in_view(noun: "Token", cues: Cues) -> Maybe:
    """“In her view, ...”, “by his account, ...”, “in the words of the mayor, ...”: the rest of the clause."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in {"in", "by", "to", "from"} or noun.lemma_ not in cues.views:
        return None
    owner, of = _owner(noun)
    clause = clause_of(preposition)
    if owner is None or clause.pos_ not in {"VERB", "AUX"}:
        return None
    last = noun if of is None else of
    named = (owner.left_edge.i, noun.i) if of is None else (last.i + 1, last.i + 1)
    cue = characters(noun.doc, without((preposition.i, last.i + 1), named))
    rest = without(_whole(clause), phrase(preposition))
    return rules.VIEW.quote(noun.doc, rest, cue=cue, speakers=ends(owner), medium="thought")


def _owner(noun: "Token") -> tuple["Token | None", "Token | None"]:
    """Whose view it is, with the “of” that leads to them."""
    whose = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    if whose is not None or of is None:
        return whose, None
    return next((child for child in of.rights if child.dep_ == "pobj"), None), of


def as_said(verb: "Token", cues: Cues) -> Maybe:
    """“As Brill put it, ...”, “as Brill said, ...”: the clause that it hangs on."""
    frame = cues.verbs.get(verb.lemma_)
    says = frame is not None and "clause" in frame.takes and frame.medium != "thought"
    taken = [child for child in verb.rights if child.dep_ in {"ccomp", "dobj"}]
    put = verb.lemma_ == "put" and [child.lower_ for child in taken] == ["it"]
    if verb.dep_ != "advcl" or verb.tag_ == "VBN" or not (put or (says and not taken)):
        return None
    mark = next((child for child in verb.lefts if child.lower_ == "as"), None)
    who = speaker(verb)
    if mark is None or who is None or mark.i != verb.left_edge.i:
        return None
    cue = cue_of(verb, also=taken[0] if put else None)
    return rules.PUT.quote(verb.doc, without(_whole(clause_of(verb)), phrase(verb)), cue=cue, speakers=ends(who))


def headline(doc: "Doc", cues: Cues) -> Maybe:
    """“Brill: Bridge is safe”, “Bridge is safe: Brill”, “Poll: Most want a bridge”, in the first line of an article."""
    line = next((token.i for token in doc if token.is_space and "\n" in token.text), len(doc))
    colon = next((token for token in doc[:line] if token.text == ":"), None)
    if colon is None or not 0 < colon.i < line - 1:
        return None
    before, after = (0, colon.i), (colon.i + 1, line)
    for name, content in ((before, after), (after, before)):
        if (who := _named(doc, name, cues)) and content[1] - content[0] >= _HEADLINE_WORDS:
            cue = (colon.idx, colon.idx + 1)
            return rules.HEADLINE.quote(doc, [content], cue=(cue,), speakers=(who,))
    return None


def _named(doc: "Doc", words: Range, cues: Cues) -> End | None:
    """The person or group that a few words name, or the document, such as a poll, that they are."""
    start, end = words
    while end > start and doc[end - 1].is_punct:
        end -= 1
    if not 0 < end - start <= _NAME_WORDS:
        return None
    head = doc[end - 1]
    place = doc[start].idx, head.idx + len(head)
    if head.lemma_.lower() in cues.documents:
        return "MENTION", *place
    found = actor(head) if head.ent_type_ in ACTORS else None
    return found if found is not None and found[1] <= doc[start].idx + 1 else None
