import pytest
import spacy
from exchange_cases import fragments, outgoing, span, span_at, texts
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.docbin import align
from annotator.exchange.docbin_align import Tokens, align_span
from annotator.exchange.protocols import ALIGNMENTS, Alignment

NLP = spacy.blank("en")
MODES = pytest.mark.parametrize("mode", ALIGNMENTS)

# ab cd, two spaces, ef: tokens at 0-2, 3-5, 6-7 (the second space) and 7-9
TOKENS = Tokens([0, 3, 6, 7], [2, 5, 7, 9])


def test_strict_takes_whole_tokens_only() -> None:
    assert TOKENS.run((0, 5), "strict") == (0, 2)
    assert TOKENS.run((0, 4), "strict") is None
    assert TOKENS.run((0, 3), "strict") is None


def test_contract_takes_the_tokens_within_and_expand_all_that_are_touched() -> None:
    assert TOKENS.run((1, 8), "contract") == (1, 3)
    assert TOKENS.run((1, 8), "expand") == (0, 4)
    assert TOKENS.run((1, 2), "contract") is None
    assert TOKENS.run((1, 2), "expand") == (0, 1)


@MODES
def test_a_space_between_tokens_is_no_token(mode: Alignment) -> None:
    assert TOKENS.run((2, 3), mode) is None


def test_fragments_that_expand_over_each_other_become_one() -> None:
    both = span_at("abcdefghi", "QUOTE", (0, 1), (4, 5))
    assert align_span(both, Tokens([0], [9]), "expand").runs == ((0, 1),)


def test_a_fragment_without_a_token_loses_the_span_when_strict_and_only_itself_otherwise() -> None:
    both = span_at("ab cd  ef", "QUOTE", (0, 2), (8, 9))
    assert align_span(both, TOKENS, "strict").runs == ()
    assert align_span(both, TOKENS, "contract").runs == ((0, 1),)
    assert align_span(both, TOKENS, "contract").outcome == "moved to 0-2"


@given(texts, st.data(), st.sampled_from(["strict", "contract"]))
def test_strict_and_contract_agree_with_spacy(text: str, data: st.DataObject, mode: Alignment) -> None:
    doc = NLP.tokenizer(text)
    tokens = Tokens([each.idx for each in doc], [each.idx + len(each) for each in doc])
    ((start, end), *_) = data.draw(fragments(len(text)))
    theirs = doc.char_span(start, end, alignment_mode=mode)
    assert tokens.run((start, end), mode) == (None if theirs is None else (theirs.start, theirs.end))


@given(texts, st.data())
def test_expand_agrees_with_spacy_where_no_edge_is_a_space_between_tokens(text: str, data: st.DataObject) -> None:
    doc = NLP.tokenizer(text)
    tokens = Tokens([each.idx for each in doc], [each.idx + len(each) for each in doc])
    ((start, end), *_) = data.draw(fragments(len(text)))
    in_tokens = {at for each in doc for at in range(each.idx, each.idx + len(each))}
    theirs = doc.char_span(start, end, alignment_mode="expand")
    if start in in_tokens and end - 1 in in_tokens:
        assert tokens.run((start, end), "expand") == (theirs.start, theirs.end)


@given(texts, st.data())
def test_what_contracts_lies_within_and_what_expands_covers_all_but_spaces(text: str, data: st.DataObject) -> None:
    doc = NLP.tokenizer(text)
    tokens = Tokens([each.idx for each in doc], [each.idx + len(each) for each in doc])
    ((start, end), *_) = data.draw(fragments(len(text)))
    if (inner := tokens.run((start, end), "contract")) is not None:
        first, last = tokens.bounds(inner)
        assert start <= first < last <= end
    outer = tokens.run((start, end), "expand")
    first, last = tokens.bounds(outer) if outer else (start, start)
    assert (text[start:first] + text[max(last, start) : end]).strip(" ") == ""


@MODES
def test_the_preview_lists_just_the_spans_that_would_change(mode: Alignment) -> None:
    text = "Keir Starmer said 🚀 no."
    fits, cut = span(text, "PERSON", "Keir Starmer"), span(text, "PERSON", "eir Starmer")
    item = outgoing(fits, cut, text=text)
    (found,) = align([item], NLP, mode)
    assert (found.span, found.article, found.fragments) == (cut.id, item.article.id, cut.fragments)
    assert found.bounds == {"strict": (), "contract": ((5, 12),), "expand": ((0, 12),)}[mode]
