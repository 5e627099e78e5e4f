import pytest
from exchange_cases import annotation, article

from annotator.exchange.choose import choose_set
from annotator.model.annotation import STATUSES, Annotator
from annotator.model.errors import ExchangeError

GOLD = annotation(by=Annotator(name="gold", kind="gold"))
ANNA = annotation(by=Annotator(name="anna"))
BEN = annotation(by=Annotator(name="ben"))
BEGUN = annotation(by=Annotator(name="carl"), status="in progress")
MODEL = annotation(by=Annotator(name="model", kind="model", version="3.8"))


def refusal(*sets: object, **more: object) -> ExchangeError:
    with pytest.raises(ExchangeError) as caught:
        choose_set(article(title="My article"), sets, **more)
    assert "“My article”" in caught.value.sentence
    return caught.value


def test_gold_goes_before_everybody() -> None:
    assert choose_set(article(), [ANNA, MODEL, GOLD, BEN]) is GOLD


def test_the_only_finished_persons_set_is_taken() -> None:
    assert choose_set(article(), [MODEL, BEGUN, ANNA]) is ANNA


def test_two_finished_persons_are_a_choice_that_asks_for_the_annotator() -> None:
    error = refusal(ANNA, BEN, MODEL)
    assert error.code == "export.several_sets"
    assert "anna, ben" in error.sentence
    assert "--annotator" in error.sentence


def test_without_a_finished_set_there_is_none_to_export() -> None:
    assert refusal(BEGUN, MODEL).code == "export.no_set"
    assert refusal().code == "export.no_set"


def test_other_statuses_widen_the_choice() -> None:
    assert choose_set(article(), [BEGUN, MODEL], statuses=STATUSES) is BEGUN


def test_a_models_set_is_taken_when_it_was_named() -> None:
    assert choose_set(article(), [MODEL], named=True) is MODEL
    assert refusal(MODEL).code == "export.no_set"
