import pytest
from hypothesis import given
from strategies import stored_texts

from annotator.model.article import first_line, has_heading, headline, make_article
from annotator.model.text import text_hash


def test_the_seed_article_has_its_headline_as_title(seed_text: str) -> None:
    title = "UK and France Propose Accelerated Missile Production for Ukraine Amid Ongoing Conflict"
    assert headline(seed_text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n  Missiles made in Belfast  \n\nThe story.", "Missiles made in Belfast"),
        ("Will it hold?\nThe story.", "Will it hold?"),
        ("This is a sentence.\nThe story.", None),
        ("One line only", None),
        ("Headline and nothing else\n \n", None),
        ("x" * 201 + "\nThe story.", None),
        ("", None),
    ],
)
def test_a_first_line_is_a_headline_when_it_is_short_alone_and_no_sentence(text: str, title: str | None) -> None:
    assert headline(text) == title


def test_a_text_without_headline_is_named_by_its_start_cut_at_a_word() -> None:
    assert first_line("  Short.\nMore.") == "Short."
    assert first_line("word " * 40) == "word " * 15 + "word …"
    assert first_line(" \n ") == "(empty)"


@given(stored_texts)
def test_an_article_has_a_title_whatever_its_text(text: str) -> None:
    made = make_article(id="1", title="", text=text)
    assert made.title.strip()
    assert made.sha256 == text_hash(text)


def test_a_title_that_stands_on_the_first_line_is_a_heading() -> None:
    assert has_heading(make_article(id="1", title="Title", text="Title \nThe story."))
    assert not has_heading(make_article(id="1", title="Title", text="The story."))
    assert make_article(id="1", title="Title", text="Two words").words == 2
