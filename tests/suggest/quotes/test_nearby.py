"""Quotes with no reporting clause beside them: each rule with the texts that it is for, and those it is against."""

from collections.abc import Callable

import pytest

from annotator.suggest.quotes import nearby
from annotator.suggest.said import FoundQuote

Reader = Callable[[str], list[FoundQuote]]
SAID = "“It is safe and will stay so.”"
# the rule, the text, who says the last quote
FOR = [
    (nearby.INTRODUCED, f"Mara Lind smiled. {SAID}", "Mara Lind"),
    (nearby.INTRODUCED, f"Ada Brill was not convinced. The bridge had been closed for years. {SAID}", "Ada Brill"),
    (nearby.INTRODUCED, f"Mara Lind left the room.\n\n{SAID}", "Mara Lind"),
    (nearby.INTRODUCED, f"Her former partner, Tom Osei, was proud of her. {SAID}", "Her former partner"),
    (nearby.INTRODUCED, f"Her answer came at once. {SAID}", "Her"),
    (nearby.INTRODUCED, f"“We have checked it twice,” said Ada Brill.\n\n{SAID}", "Ada Brill"),
    (nearby.FOLLOWED, f"{SAID} Mara Lind has led the ministry since May.", "Mara Lind"),
    (nearby.FOLLOWED, f"{SAID} He has led the ministry since May.", "He"),
    (nearby.SAME_SPEAKER, f"Ada Brill said: “We have checked it twice.”\n\n{SAID}", "Ada Brill"),
    (
        nearby.ONLY_SPEAKER,
        "“The road is safe,” said Mara Lind.\n\n“The rail is safe,” said Mara Lind.\n\nIt was a cold day in Kell."
        f"\n\nThe wind came from the sea.\n\n{SAID}",
        "Mara Lind",
    ),
]
AGAINST = [
    f"Ada Brill met Mara Lind in Kell. Tom Osei was there too. The room was full. {SAID}",
    f"The room was full. {SAID}",
    f"The bridge was closed in May.\n\n{SAID}",
    f"{SAID} The bridge has been closed since May.",
    f"Ada Brill left.\n\nThe room was full.\n\nIt rained.\n\n{SAID}",
    f"“Is the bridge safe?” asked Ada Brill.\n\n{SAID}",
    "Ada Brill went home with Tom Osei. “No.” “Are you sure?” “I am.”",
    "“The road is safe,” said Mara Lind.\n\n“The rail is not,” said Tom Osei.\n\nIt was a cold day in Kell."
    f"\n\nThe wind came from the sea.\n\n{SAID}",
]


@pytest.mark.parametrize(("rule", "text", "who"), FOR)
def test_the_words_around_tell_who_says_it(read: Reader, rule: str, text: str, who: str) -> None:
    last = read(text)[-1]
    assert (last.rule, [text[start:end] for _, start, end in last.speakers]) == (rule, [who])
    assert last.cue == ()


@pytest.mark.parametrize("text", AGAINST)
def test_where_it_is_not_plain_nobody_is_told(read: Reader, text: str) -> None:
    assert read(text)[-1].speakers == ()


def test_each_rule_has_texts_that_it_is_for() -> None:
    rules = {nearby.INTRODUCED, nearby.FOLLOWED, nearby.SAME_SPEAKER, nearby.ONLY_SPEAKER}
    assert {rule for rule, _, _ in FOR} == rules
