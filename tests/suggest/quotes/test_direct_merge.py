from annotator.suggest.quotes.marks import pairs
from annotator.suggest.quotes.merge import merge
from annotator.suggest.said import FoundQuote

TEXT = "Brill said that the bridge “is safe” and old."
WHOLE = FoundQuote(fragments=((11, 44),), type="indirect", cue=((6, 10),))


def quote(*fragments: tuple[int, int], cue: int = 0, kind: str = "direct", score: float = 1.0) -> FoundQuote:
    return FoundQuote(fragments=fragments, type=kind, cue=((cue, cue + 1),) if cue else (), score=score)


def test_a_clause_that_holds_words_in_marks_is_mixed() -> None:
    (found,) = merge([], [WHOLE], pairs(TEXT))
    assert (found.type, found.fragments) == ("mixed", WHOLE.fragments)


def test_a_clause_that_cuts_marks_is_widened_to_the_whole_of_them() -> None:
    clause = FoundQuote(fragments=((11, 30),), type="indirect")
    (found,) = merge([], [clause], pairs(TEXT))
    assert TEXT[slice(*found.fragments[0])] == "that the bridge “is safe”"


def test_two_fragments_that_are_widened_into_each_other_are_one() -> None:
    clause = FoundQuote(fragments=((11, 30), (31, 40)), type="indirect")
    (found,) = merge([], [clause], pairs(TEXT))
    assert found.fragments == ((11, 40),)


def test_a_clause_without_marks_stays_as_it_is() -> None:
    assert merge([], [WHOLE], []) == [WHOLE]


def test_a_clause_gives_way_to_the_quote_in_marks_that_it_meets() -> None:
    quoted = quote((27, 36), cue=6)
    assert merge([quoted], [WHOLE], pairs(TEXT)) == [quoted]


def test_a_sentence_in_marks_that_nothing_reports_gives_way_to_the_clause_that_holds_it() -> None:
    (found,) = merge([quote((27, 36))], [WHOLE], pairs(TEXT))
    assert found.fragments == WHOLE.fragments


def test_equal_contents_are_kept_once_and_the_surest_of_them() -> None:
    one, other = quote((1, 5), kind="indirect", score=0.4), quote((1, 5), kind="indirect", score=0.8)
    assert merge([], [one, other], []) == [other]


def test_quotes_come_in_the_order_of_the_text() -> None:
    first, second, third = quote((0, 2), cue=9), quote((5, 8), kind="indirect"), quote((12, 15), cue=9)
    assert merge([third, first], [second], []) == [first, second, third]
