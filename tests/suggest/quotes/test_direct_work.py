"""How much is looked at: as much for each mark in a long text as in a short one."""

import pytest
import spacy
from spacy.tokens import Doc, Token

from annotator.suggest.quotes import direct
from annotator.suggest.quotes.verbs import Verbs

FEW, MANY = 1_000, 8_000


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the words that were asked whether they report."""
    asked: list[int] = []
    ask = Verbs.medium

    def counted(self: Verbs, token: Token) -> str:
        asked.append(token.i)
        return ask(self, token)

    monkeypatch.setattr(Verbs, "medium", counted)
    return asked


def read(pieces: list[str], count: int) -> int:
    words = (pieces * count)[:count]
    return len(direct.find(Doc(spacy.blank("en").vocab, words=words, spaces=[False] * count), "en"))


@pytest.mark.parametrize("pieces", [['"'], ["“"], ["“", "”"], ["“", "a", "”"], ["“", "a", "."], ["«", " "]])
def test_marks_without_a_word_that_reports_are_looked_at_a_few_times(looked_at: list[int], pieces: list[str]) -> None:
    read(pieces, MANY)
    assert len(looked_at) <= 8 * MANY


def test_the_work_grows_as_the_text_does(looked_at: list[int]) -> None:
    read(["“", "a", "”", " ", "said", " "], FEW)
    few = len(looked_at)
    looked_at.clear()
    read(["“", "a", "”", " ", "said", " "], MANY)
    assert len(looked_at) <= 1.2 * few * MANY / FEW
