import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.languages import guess, primary

TEXTS = {
    "en": "The harbour master told the council on Monday that the ferry would sail again before the winter comes.",
    "de": "Der Hafenmeister sagte dem Rat am Montag, dass die Fähre noch vor dem Winter wieder fahren werde.",
    "fr": "Le maître du port a déclaré lundi au conseil que le bac reprendrait la mer avant l’arrivée de l’hiver.",
    "es": "El capitán del puerto dijo el lunes al consejo que el transbordador volverá a navegar antes del invierno.",
    "ru": "Начальник порта сообщил совету в понедельник, что паром снова начнёт ходить ещё до наступления зимы.",
    "ja": "港長は月曜日の評議会で、冬が来る前にフェリーの運航を再開すると述べた。" * 3,
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_sentence_of_news_is_guessed(language: str) -> None:
    assert guess(TEXTS[language]) == language


def test_a_short_text_or_one_without_words_is_not_judged() -> None:
    assert guess("The ferry sails.") == ""
    assert guess("1234 5678 " * 100) == ""
    assert guess("") == ""


def test_only_the_beginning_of_a_text_is_looked_at() -> None:
    assert guess(TEXTS["de"] * 20 + TEXTS["en"] * 100) == "de"


@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert guess(text) == "" or 2 <= len(guess(text)) <= 3


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en-GB", "en"), ("pt_BR", "pt"), (" FR ", "fr"), ("deu", "deu"), ("english", ""), ("", ""), (None, "")],
)
def test_the_language_of_a_tag_is_its_first_part(tag: object, language: str) -> None:
    assert primary(tag) == language
