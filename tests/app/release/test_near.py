import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.release import near as module
from annotator.app.release.near import Near, runs

WORDS = ("minister", "said", "lock", "river", "open", "May", "years", "work", "many", "delays", "council", "vote")


def story(seed: int, words: int = 200) -> list[str]:
    draw = random.Random(seed)
    return [f"{draw.choice(WORDS)}{draw.randrange(40)}" for _ in range(words)]


def edited(words: list[str], every: int) -> str:
    """A copy in which one word of so many is another."""
    return " ".join("changed" if at % every == 7 else word for at, word in enumerate(words))


def share(one: str, other: str) -> float:
    """How many of the runs of words two texts have in common, exactly."""
    a, b = runs(one), runs(other)
    return len(a & b) / len(a | b)


def test_an_update_of_an_article_is_near_to_it_and_another_article_is_not() -> None:
    near = Near()
    assert near.add(" ".join(story(1))) == []
    assert near.add(" ".join(story(2))) == []
    update = edited(story(1), 40)
    assert share(update, " ".join(story(1))) > 0.8
    assert near.find(update) == [0]
    assert near.add(update) == [0]
    assert near.find(" ".join(story(2))) == [1]
    assert len(near) == 3


def test_case_accents_and_punctuation_make_no_other_text() -> None:
    near = Near()
    near.add("“We act now,” the Prime Minister of Zürich told the house.")
    assert near.find("We act now — the prime minister of Zurich told the HOUSE") == [0]


def test_scripts_without_spaces_are_compared_by_their_characters() -> None:
    near = Near()
    near.add("首相は水曜日に新しい水門を五月までに開くと約束した。川の水位は下がっている。")
    assert near.find("首相は水曜日に新しい水門を六月までに開くと約束した。川の水位は下がっている。") == [0]
    assert near.find("市議会は図書館を救う案を一票差で可決した。予算は来年度に見直される予定だ。") == []


@pytest.mark.parametrize("text", ["", "🧨", "One.", "One two.", "One two three."])
def test_very_short_texts_are_near_to_themselves_only(text: str) -> None:
    near = Near()
    near.add("Another text about the weather.")
    assert near.add(text) == []
    assert near.find(text) == [1]


@given(st.integers(0, 2**32), st.integers(20, 60))
def test_whatever_shares_four_fifths_of_its_runs_is_found(seed: int, every: int) -> None:
    words = story(seed, 300)
    text, copy = " ".join(words), edited(words, every)
    near = Near()
    near.add(text)
    if share(text, copy) >= 0.85:  # two standard errors and more above the threshold, and seven in eight pairs is not
        assert near.find(copy) == [0]


def test_texts_in_sorted_arrays_are_found_as_those_just_added(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [" ".join(story(seed)) for seed in range(40)]
    texts += [edited(story(seed), 50) for seed in range(0, 40, 3)]
    plain = Near()
    wanted = [plain.add(text) for text in texts]
    monkeypatch.setattr(module, "_RECENT", 7)
    monkeypatch.setattr(module, "_LOT", 4)
    sorted_ = Near()
    assert [sorted_.add(text) for text in texts] == wanted
    assert sum(map(bool, wanted)) == 14


def test_a_thousand_copies_are_compared_with_a_few_only() -> None:
    near = Near()
    text = " ".join(story(3))
    found = [len(near.add(text)) for _ in range(200)]
    assert found[1] == 1
    assert max(found) <= module._MOST
    assert all(found[1:])


def test_of_many_copies_the_first_are_found_and_memory_for_the_others_is_spared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_RECENT", 5)
    near, text = Near(), " ".join(story(1))
    found = [near.add(text) for _ in range(40)]
    assert all(found[at] == list(range(at)) for at in range(16))
    assert all(each == list(range(16)) for each in found[16:])
    assert near.find(text) == list(range(16))


def test_of_wire_copy_and_updates_nearly_all_are_found_and_nothing_else() -> None:
    """A mix as agencies make it; what shares less than about two thirds is at the edge of what counts as near."""
    near, others = Near(), [story(seed, 300) for seed in range(150)]
    assert [near.add(" ".join(words)) for words in others] == [[]] * len(others)
    dateline, credit = ["LONDON", "(Wire)"], ["Reporting", "by", "Ada", "Brill"]
    copies = [
        copy
        for words in others
        for copy in (
            [*dateline, *words, *credit],
            words[:255],  # cut for space
            [*words[:60], *story(1000 + len(words[0]), 45), *words[60:]],  # an update
            edited(words, 30).split(),
        )
    ]
    found = [near.find(" ".join(copy)) for copy in copies]
    wanted = [at // 4 for at in range(len(copies))]
    assert all(set(some) <= {at} for some, at in zip(found, wanted, strict=True))  # precision
    assert sum(map(bool, found)) >= 0.99 * len(copies)  # recall
