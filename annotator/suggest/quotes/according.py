"""Contents with a source beside them and no verb that takes them: “according to”, “in his view”, a headline's colon."""

from typing import TYPE_CHECKING

from annotator.suggest.actors import joined
from annotator.suggest.quotes import rules
from annotator.suggest.quotes.clauses import phrase, without
from annotator.suggest.quotes.sources import ends
from annotator.suggest.said import FoundQuote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Maybe = FoundQuote | None
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl"})


def according_to(according: "Token") -> Maybe:
    """“The bridge is safe, according to the ministry”: the clause that it hangs on, less itself."""
    to = next((child for child in according.rights if child.lower_ == "to"), None)
    who = None if to is None else next((child for child in to.rights if child.dep_ in {"pobj", "pcomp"}), None)
    if to is None or who is None:
        return None
    doc, clause = according.doc, _clause_of(according)
    whole = phrase(clause)
    if clause.dep_ == "ROOT":
        whole = clause.sent.start, clause.sent.end
    cue = (according.idx, to.idx + len(to))
    return rules.ACCORDING.quote(doc, without(whole, phrase(according)), cue=(cue,), speakers=ends(who))


def _clause_of(token: "Token") -> "Token":
    """The verb of the clause that a phrase stands in, or the top of its sentence."""
    seen = token.head
    while seen.head.i != seen.i and not (seen.dep_ in _CLAUSES and seen.pos_ in {"VERB", "AUX"}):
        seen = seen.head
    return seen
