import pytest
from hypothesis import given
from strategies import stored_texts

from annotator.model.trailer import trailer_start

STORY = "A minister spoke in Belfast on Monday about missiles, and said that more would follow soon. " * 3


def test_the_seed_article_ends_in_a_trailer(seed_text: str) -> None:
    assert seed_text[trailer_start(seed_text) :] == "Related Sources: •\u00a0Source 1\u00a0•\u00a0Source 2"


@pytest.mark.parametrize(
    "trailer",
    [
        "Related Sources: • Source 1 • Source 2",
        "\nRelated articles:\n- Germany resists requests\n- Sanctions on Rosneft",
        "\n\nRead more: https://example.org/a.html",
        "Sources: Example Agency | Norland Times",
        "\nSee also:\nEU stance on sanctions",
        "\nÀ lire aussi : Un sommet à Londres",
        "\nMehr zum Thema:\n• Gipfel in London",
    ],
)
def test_a_heading_with_nothing_but_links_is_a_trailer(trailer: str) -> None:
    assert (STORY + trailer)[trailer_start(STORY + trailer) :] == trailer.lstrip("\n")


@pytest.mark.parametrize(
    "end",
    [
        "",
        "Related sources: the minister told reporters that he had met them. He then left for London by train.",
        "He named his sources: nobody.",
        "Unrelated sources: • Source 1",
        "Sources:",
        "Read more: " + "a paragraph that goes on and on without being a headline at all " * 4,
    ],
)
def test_a_story_that_goes_on_has_no_trailer(end: str) -> None:
    text = STORY + end
    assert trailer_start(text) == len(text)


@given(stored_texts)
def test_a_trailer_never_takes_more_than_half_of_the_text(text: str) -> None:
    whole = f"{text}\nRelated Sources: • Source 1"
    assert trailer_start(whole) >= len(whole) // 2


def test_a_heading_in_the_first_half_starts_no_trailer() -> None:
    text = "See also: London\n" + "Belfast " * 10
    assert trailer_start(text) == len(text)
