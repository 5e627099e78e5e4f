from pathlib import PurePosixPath

import pytest
from exchange_cases import article, words
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.tools.names import Names, annotator_of, named, stems
from annotator.model.annotation import KINDS, Annotator

annotators = st.builds(Annotator, name=words, kind=st.sampled_from(KINDS), version=words.map(lambda each: each[:4]))


@given(annotators)
def test_the_name_of_a_file_says_whose_it_is(who: Annotator) -> None:
    (stem,) = stems([who])
    assert named(stem) == who
    assert not set('<>:"/\\|?*\n') & set(stem)
    assert stem[0] not in ". "


@pytest.mark.parametrize("name", ["con", "NUL", "com1"])
def test_no_file_is_called_as_a_device_of_windows(name: str) -> None:
    (stem,) = stems([Annotator(name=name)])
    assert stem.startswith("%")
    assert named(stem) == Annotator(name=name)


def test_names_of_several_dots_and_of_nobody_are_taken_as_they_are() -> None:
    assert named("jane.doe") == Annotator(name="jane.doe")
    assert named("INITIAL_CAS") is None
    assert annotator_of(PurePosixPath("annotation/a.txt/jane.xmi")) == (True, Annotator(name="jane"))
    assert annotator_of(PurePosixPath("texts/a/jane.xmi")) == (False, None)


def test_two_articles_of_one_title_have_folders_of_their_own() -> None:
    one = article(title="Same / title")
    names = Names()
    assert names.article(one) != names.article(one)
    assert "/" not in names.article(one)
