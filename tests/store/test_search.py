import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import raw_texts

from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.store import articles, listing, search
from annotator.store.filtering import Filter
from annotator.store.project import Project

STORIES = {
    2: "Macron said: missiles AND drones, “near Kyiv”.",
    3: "Zoë Müller spoke of long-range missiles.",
    4: "مرحبا بالعالم and שלום and 中文 too.",
    5: "The NEAR future: a draft* (OR not).",
}


@pytest.fixture
def stories(project: Project) -> Project:
    made = [make_article(id=new_id(), title=f"Story {seq}", text=text) for seq, text in STORIES.items()]
    assert articles.add(project, made) == list(STORIES)
    return project


FOUND = {
    "missiles": [1, 2, 3],
    "MISSILES": [1, 2, 3],
    "missiles macron": [1, 2],
    "macron missiles": [1, 2],
    '"long-range missiles"': [1, 3],
    '"missiles long-range"': [],
    "long-range": [1, 3],
    "miss": [1, 2, 3],
    "miss ": [],
    '"miss"': [],
    "zoe mull": [3],
    "Müller": [3],
    "Mu\u0308ller": [3],
    "AND": [1, 2, 4],
    "missiles OR": [1],
    "NEAR": [1, 2, 5],
    "draft*": [5],
    "title : story": [],
    "story": [2, 3, 4, 5],
    "^macron": [1, 2],
    '"unbalanced': [],
    '"near Ky': [2],
    'near "': [1, 2, 5],
    "مرحبا": [4],
    "שלום": [4],
    "中": [4],
    "": [],
    "  ": [],
    "!?": [],
    "missiles !?": [1, 2, 3],
    '""': [],
    "a\x00b": [],
    "\ud800": [],
}


@pytest.mark.parametrize("words", FOUND)
def test_what_is_typed_finds_the_articles_in_which_all_words_are(stories: Project, words: str) -> None:
    assert [hit.seq for hit in search.search(stories, words)] == FOUND[words]
    assert search.count(stories, words) == len(FOUND[words])


def test_a_hit_shows_the_place_with_the_words_marked(stories: Project) -> None:
    (hit,) = search.search(stories, "zoe")
    assert (hit.title, hit.snippet) == ("Story 3", "‹Zoë› Müller spoke of long-range missiles.")


def test_the_first_hits_come_in_the_order_of_import(stories: Project) -> None:
    assert [hit.seq for hit in search.search(stories, "missiles", limit=2)] == [1, 2]


TYPED = raw_texts | st.text(st.sampled_from("\"'*()^:-+{}[]AND OR NOT NEAR,.\\\x00aé中"), max_size=30)


def test_nothing_that_can_be_typed_is_an_error(stories: Project) -> None:
    @given(TYPED)
    @example("a " * 5000)
    @example(" ".join(f"word{n}" for n in range(5000)))
    @example('"' * 501)
    @example("(" * 300)
    def typed(words: str) -> None:
        hits = search.search(stories, words)
        assert search.count(stories, words) == len(hits)
        listed = listing.numbers(stories, 0, Filter(words=words))
        assert list(listed) == [hit.seq for hit in hits] or not search.match(words)

    typed()


@given(st.sampled_from(["missiles", "long-range", "near"]), st.text(st.sampled_from("!?.,;…()[]{}^*+-'"), max_size=5))
def test_marks_that_stand_alone_ask_for_nothing(word: str, marks: str) -> None:
    assert search.match(f"{word} {marks} ".strip() + " ").startswith(f'"{word}"')
