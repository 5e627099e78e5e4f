import pytest
from hypothesis import given
from hypothesis import strategies as st
from lessons import lesson

from annotator.model.annotation import Annotator
from annotator.model.errors import SuggestError
from annotator.suggest.training.lessons import FEWEST, split


@given(st.permutations(range(9)), st.floats(0.05, 0.9), st.integers(0, 5))
def test_which_articles_are_held_out_does_not_hang_on_their_order(order: list[int], share: float, seed: int) -> None:
    one, two = split(map(lesson, range(9)), share, seed), split(map(lesson, order), share, seed)
    assert {each.article.id for each in one.held} == {each.article.id for each in two.held}
    assert len(one.held) + len(one.learned) == 9
    assert one.held
    assert one.learned


def test_another_seed_holds_other_articles_out() -> None:
    held = {frozenset(each.article.id for each in split(map(lesson, range(9)), 0.3, seed).held) for seed in range(6)}
    assert len(held) > 1


def test_what_two_annotators_say_of_an_article_is_on_one_side() -> None:
    bo = Annotator(name="Bo")
    halves = split([*map(lesson, range(8)), *(lesson(number, bo) for number in range(8))], 0.4, 0)
    learned, held = ({each.article.id for each in half} for half in (halves.learned, halves.held))
    assert learned.isdisjoint(held)
    assert (len(halves.learned), len(halves.held)) == (10, 6)


@pytest.mark.parametrize(("articles", "told"), [(0, "No article is done"), (1, "Only one"), (FEWEST - 1, "Only 4")])
def test_too_few_articles_are_refused_in_a_sentence(articles: int, told: str) -> None:
    with pytest.raises(SuggestError, match=f"^{told}.*: finish at least 5, then train.$"):
        split(map(lesson, range(articles)), 0.2, 0)
