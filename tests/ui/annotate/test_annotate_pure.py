from itertools import pairwise

import pytest
from annotate_world import World
from hypothesis import given
from hypothesis import strategies as st

from annotator.app.plans import relations, spans, suggestions
from annotator.model.annotation import Annotator, Relation, Span
from annotator.model.suggestions import Pending, SuggestedRelation, SuggestedSpan
from annotator.model.text import runs_from_right
from annotator.ui.annotate.acts.boundaries import moved
from annotator.ui.annotate.acts.candidates import Candidates
from annotator.ui.annotate.acts.hints import MOST, choice_keys, codes, first_letters, hints, matching
from annotator.ui.annotate.acts.walk import Walk
from annotator.ui.annotate.marks_of import arcs_of, changed_marks, marks_of, tag_of
from annotator.ui.text_view import MarkState

M = Annotator(name="m", kind="model")


@given(st.integers(0, 900), st.integers(2, 9))
def test_no_hint_is_the_beginning_of_another(count: int, letters: int) -> None:
    made = codes(count, "abcdefghi"[:letters])
    assert len(set(made)) == count
    ordered = sorted(made)
    assert not any(after.startswith(before) for before, after in pairwise(ordered))


@given(st.integers(1, 900))
def test_shorter_hints_come_first(count: int) -> None:
    lengths = [len(code) for code in codes(count)]
    assert lengths == sorted(lengths)


def test_the_nearest_target_gets_the_easiest_hint() -> None:
    made = hints([("far", 900), ("near", 110), ("before", 95)], near=100, letters="ab")
    assert len(made["before"]) <= len(made["near"]) <= len(made["far"])


def test_even_the_most_hints_are_short_and_of_letters_that_leave_nothing() -> None:
    made = hints(((str(n), n) for n in range(2 * MOST)), near=0)
    assert len(made) == MOST
    assert all(len(hint) <= 2 and hint.isalpha() and hint.islower() for hint in made.values())


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.tuples(st.integers(0, 9), st.integers(0, 4))))
def test_the_arrows_reach_every_target(places: dict[str, tuple[int, int]]) -> None:
    starts = {key: 10 * line + at for key, (line, at) in places.items()}
    where = {key: (float(line), float(at)) for key, (line, at) in places.items()}
    going = Candidates(starts.items(), where.get)
    here, seen = (-1, ""), []
    for _ in places:
        key = going.beside(here, 1)
        seen.append(key)
        here = (starts[key], key)
        assert going.beside((starts[key], key), -1) == (
            seen[-2] if len(seen) > 1 else max((starts[k], k) for k in places)[1]
        )
    assert sorted(seen) == sorted(places)
    for key, (line, at) in places.items():
        below = sorted({other for other, _ in places.values() if other > line})
        found = going.beyond((starts[key], key), 1)
        assert (found is None) == (not below)
        if found:
            assert places[found][0] == below[0]
            assert abs(places[found][1] - at) == min(abs(x - at) for other, x in places.values() if other == below[0])


def test_typing_narrows_the_hints() -> None:
    assert matching({"a": "fj", "b": "fd", "c": "k"}, "f") == {"a": "j", "b": "d"}


def test_each_relation_type_gets_a_letter_of_its_own() -> None:
    assert first_letters(["speaker", "addressee", "stated_in"]) == ["s", "a", "t"]
    assert first_letters(["aa", "a"]) == ["a", ""]
    assert choice_keys([("beneficiary", ""), ("pledger", "b"), ("part", "1")]) == [["1", "e"], ["2", "b"], ["3", "p"]]


@given(
    st.lists(st.tuples(st.text("abcde1", min_size=1, max_size=4), st.sampled_from(["", "a", "B", "1"])), max_size=12)
)
def test_no_two_choices_have_a_key_in_common(choices: list[tuple[str, str]]) -> None:
    made = choice_keys(choices)
    every = [key for keys in made for key in keys]
    assert len(made) == len(choices)
    assert len(every) == len(set(every))
    assert all(len(key) == 1 for key in every)


TEXT = "She will not, he said, sell the long-range port."


@pytest.mark.parametrize(
    ("side", "way", "expected"),
    [
        ("start", "left", "not, he said, sell"),
        ("start", "right", "said, sell"),
        ("end", "left", "he said"),
        ("end", "right", "he said, sell the"),
    ],
)
def test_a_boundary_moves_by_a_word(side: str, way: str, expected: str) -> None:
    start = TEXT.index("he said")
    fragments = moved(TEXT, ((start, TEXT.index(" the")),), side, way)  # type: ignore[arg-type]
    assert fragments
    assert TEXT[fragments[0][0] : fragments[-1][1]] == expected


def test_a_span_never_loses_its_last_word() -> None:
    assert moved(TEXT, ((0, 3),), "end", "left") is None
    assert moved(TEXT, ((0, 3),), "start", "right") is None


def test_moving_leaves_the_other_fragments_alone() -> None:
    fragments = moved(TEXT, ((4, 12), (23, 27)), "end", "right")
    assert fragments == ((4, 12), (23, 31))


def _span(key: str, start: int, end: int, score: float | None = None) -> SuggestedSpan:
    return SuggestedSpan(Span(id=key, label="A", fragments=((start, end),), text="x", score=score), M)


def _walk() -> tuple[Walk, Pending]:
    spans_ = {each.span.id: each for each in (_span("a", 0, 5), _span("b", 10, 12), _span("c", 20, 22))}
    relation = Relation(id="r", type="t", head="c", tail="a")
    linked = SuggestedRelation(relation, spans_["c"].span, spans_["a"].span, M)
    left = Pending(spans_, {"r": linked})
    return Walk(left), left


def test_a_relation_comes_after_the_later_of_its_ends() -> None:
    walk, _ = _walk()
    assert [walk[row] for row in range(len(walk))] == ["a", "b", "c", "r"]


def test_walking_goes_round() -> None:
    walk, _ = _walk()
    assert (walk.after("r"), walk.before("a"), walk.after(6), walk.before(6)) == ("a", "r", "b", "a")
    assert walk.after(99) == "a"


def test_a_judged_suggestion_leaves_the_walk_and_comes_back() -> None:
    walk, left = _walk()
    walk.drop("b")
    assert walk.after("a") == "c"
    walk.put(left, "b")
    assert walk.after("a") == "b"


@given(st.lists(st.tuples(st.integers(0, 50), st.none() | st.floats(0, 1)), max_size=12), st.data())
def test_by_doubt_each_is_met_once_from_the_lowest_score_on(
    made: list[tuple[int, float | None]], data: st.DataObject
) -> None:
    spans_ = {str(at): _span(str(at), start, start + 1, score) for at, (start, score) in enumerate(made)}
    walk = Walk(Pending(spans_, {}), "doubt")
    seen: list[str] = []
    here: str | int = data.draw(st.integers(0, 60))
    for _ in spans_:
        here = walk.after(here) or ""
        seen.append(here)
    assert sorted(seen) == sorted(spans_)
    keys = [(2.0 if made[int(key)][1] is None else made[int(key)][1], made[int(key)][0]) for key in seen]
    assert keys == sorted(keys)
    assert [walk.before(key) for key in seen[1:]] == seen[:-1]
    if seen:
        walk.drop(seen[0])
        walk.put(Pending(spans_, {}), seen[0])
        assert walk.row(seen[0]) == 0


def test_an_empty_walk_leads_nowhere() -> None:
    walk = Walk(Pending({}, {}))
    assert walk.after(0) is None
    assert walk.before(0) is None


def test_the_direction_of_a_text_is_that_of_its_first_letter() -> None:
    assert runs_from_right("“وزيرة” said")
    assert not runs_from_right("2025: Minister وزيرة")


def test_a_tag_tells_what_differs(world: World) -> None:
    session = world.session
    session.open_article(world.seqs[0])
    key = session.perform(spans.mark, "PLEDGE", [world.at("to reopen Aubrey Lock by October")]).select[0]
    assert tag_of(session.schema, session.work.own.spans[key]) == "PLEDGE action"
    session.perform(spans.set_attribute, key, "specificity", "vague")
    session.perform(spans.set_attribute, key, "conditional", True)
    session.perform(spans.set_attribute, key, "unsure", True)
    assert tag_of(session.schema, session.work.own.spans[key]) == "PLEDGE action · vague · conditional"
    mark = next(mark for mark in marks_of(session.work) if mark.id == key)
    assert mark.unsure
    assert mark.colour == "yellow"


def test_the_changed_marks_lead_to_the_same_as_all_marks(world: World) -> None:
    session = world.session
    work = session.open_article(world.seqs[0])
    marks = {mark.id: mark for mark in marks_of(work)}
    marr = world.suggested("Ysolde Marr")
    for act, argument in (
        (suggestions.accept, [marr]),
        (suggestions.reject, [world.suggested("London")]),
        (suggestions.accept, list(work.left.relations)),
    ):
        put, drop = changed_marks(work, session.perform(act, argument))
        for key in drop:
            marks.pop(key, None)
        marks |= {mark.id: mark for mark in put}
        assert marks == {mark.id: mark for mark in marks_of(work)}
    put, drop = changed_marks(work, session.undo())
    for key in drop:
        marks.pop(key, None)
    marks |= {mark.id: mark for mark in put}
    assert marks == {mark.id: mark for mark in marks_of(work)}


def test_a_suggested_relation_hangs_on_what_was_made_of_its_ends(world: World) -> None:
    session = world.session
    work = session.open_article(world.seqs[0])
    (arc,) = arcs_of(work)
    assert (arc.state, arc.head) == (MarkState.SUGGESTION, world.suggested("Ysolde Marr"))
    made = session.perform(suggestions.accept, [world.suggested("Ysolde Marr")]).select[0]
    (arc,) = arcs_of(work)
    assert arc.head == made
    assert arc.symmetric


def test_an_own_relation_is_an_own_arc(world: World) -> None:
    session = world.session
    work = session.open_article(world.seqs[0])
    marr = session.perform(suggestions.accept, [world.suggested("Ysolde Marr")]).select[0]
    pledge = session.perform(spans.mark, "PLEDGE", [world.at("to reopen Aubrey Lock")]).select[0]
    session.perform(relations.relate, pledge, "pledger", marr)
    arc = arcs_of(work)[0]
    assert (arc.head, arc.tail, arc.label, arc.state) == (pledge, marr, "pledger", MarkState.OWN)
