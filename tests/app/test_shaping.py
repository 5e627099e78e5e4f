"""Label-all, split, merge, duplicate, accepting many: what each does in one step, and that undo takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from strategies import RICH, RICH_TOML, annotation_sets

from annotator.app.plans import mentions, relations, shaping, spans, states, suggestions
from annotator.app.plans.plan import Plan
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, Relation, Span, make_fragments
from annotator.model.article import Article, make_article
from annotator.model.edits import Edit, apply, inverse
from annotator.model.errors import AnnotatorError
from annotator.model.ids import new_id
from annotator.model.judging import Judging
from annotator.model.rules import set_problems
from annotator.store import articles, check, runs, sets
from annotator.store.project import create_project

TEXT = "Bob met Bob Marr and Ann.\nBobby, Bob: “No,” said Bob. “Never.”"
MODEL = Annotator(name="rules", kind="model", version="1")


def at(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Session]:
    """Ada at work; after the test the file holds what memory holds and has no problem."""
    with create_project(tmp_path / "p.annodb", RICH_TOML) as project:
        articles.add(project, [make_article(id=new_id(), title="T", text=TEXT)])
        session = Session(project, Annotator(name="Ada"))
        session.open_article(1)
        yield session
        assert sets.load(project, 1, session.number) == session.work.own
        assert list(check.problems(project)) == []


def suggest(work: Session, marks: list[tuple[str, tuple[int, int]]], links: list[tuple[str, int, int]]) -> list[str]:
    made = [Span(id=new_id(), label=label, fragments=(place,), text=TEXT[slice(*place)]) for label, place in marks]
    linked = [Relation(id=new_id(), type=kind, head=made[a].id, tail=made[b].id) for kind, a, b in links]
    found = AnnotationSet(
        annotator=MODEL, spans={each.id: each for each in made}, relations={each.id: each for each in linked}
    )
    article = work.work.article
    work.receive([(article.id, article.sha256, found)], runs.begin(work.project, "model run", "Run"))
    return [*(each.id for each in made), *(each.id for each in linked)]


def mark(work: Session, label: str, *pieces: tuple[int, int]) -> str:
    return work.perform(spans.mark, label, pieces).select[0]


def said(work: Session) -> list[tuple[str, str, int]]:
    return sorted((each.label, each.text, each.start) for each in work.work.own.spans.values())


def copy(own: AnnotationSet) -> AnnotationSet:
    return replace(own, spans=dict(own.spans), relations=dict(own.relations), verdicts=dict(own.verdicts))


def refused(work: Session, plan: object, *args: object) -> str:
    before = copy(work.work.own)
    with pytest.raises(AnnotatorError) as caught:
        work.perform(plan, *args)
    assert work.work.own == before
    return caught.value.code


# All mentions


def test_all_mentions_are_marked_in_one_step_that_undo_takes_back(work: Session) -> None:
    key = mark(work, "PERSON", at("Bob"))
    work.perform(spans.set_attribute, key, "wikidata", "Q1")
    before = copy(work.work.own)
    span = work.work.own.spans[key]
    update = work.perform(mentions.mark_all, "PERSON", "Bob", span.attributes)
    assert said(work) == [("PERSON", "Bob", at("Bob", n)[0]) for n in (0, 1, 3, 4)]
    assert {each.attributes["wikidata"] for each in work.work.own.spans.values()} == {"Q1"}
    assert (update.title, len(update.select)) == ("Mark all 3 “Bob” as PERSON", 3)
    work.undo()
    assert work.work.own == before


def test_suggestions_that_say_the_same_are_accepted_in_that_step(work: Session) -> None:
    suggest(work, [("PERSON", at("Bob", 1)), ("ORG", at("Bob", 4))], [])
    work.perform(mentions.mark_all, "PERSON", "Bob")
    assert [each.kind for each in work.work.own.verdicts.values()] == ["accepted"]
    assert [each.span.label for each in work.work.left.spans.values()] == ["ORG"]
    assert len(work.work.own.spans) == 4
    work.undo()
    assert work.work.own.is_empty
    work.redo()


def test_what_lies_in_another_span_of_the_label_and_what_was_rejected_stays(work: Session) -> None:
    mark(work, "PERSON", at("Bob Marr"))
    (rejected,) = suggest(work, [("PERSON", at("Bob", 4))], [])
    work.perform(suggestions.reject, [rejected])
    update = work.perform(mentions.mark_all, "PERSON", "Bob")
    assert said(work) == [("PERSON", "Bob", 0), ("PERSON", "Bob", at("Bob", 3)[0]), ("PERSON", "Bob Marr", 8)]
    assert update.remark == "Left as they are, inside another PERSON or rejected before: 2."
    assert refused(work, mentions.mark_all, "PERSON", "Bob") == "mark.everywhere"
    assert refused(work, mentions.mark_all, "PERSON", "Zoe") == "mark.nowhere"


# Split, merge, duplicate


def test_a_caret_splits_a_span_and_the_first_part_keeps_its_relations(work: Session) -> None:
    key, other = mark(work, "PERSON", at("Bob Marr and Ann")), mark(work, "PERSON", at("Bob"))
    work.perform(relations.relate, other, "coref", key)
    update = work.perform(shaping.split, key, (at("and")[0], at("and")[0]))
    assert said(work) == [("PERSON", "Bob", 0), ("PERSON", "Bob Marr", 8), ("PERSON", "and Ann", 17)]
    assert [each.tail for each in work.work.own.relations.values()] == [key]
    assert update.remark == "Its relations stay with the first part."


@pytest.mark.parametrize(
    ("cut", "parts"),
    [
        ("and", ["Ann", "Bob Marr"]),  # inside: left out
        ("and Ann", ["Bob Marr", "and Ann"]),  # at an end: a part
        ("Bob Marr", ["Bob Marr", "and Ann"]),
    ],
)
def test_a_selection_splits_a_span(work: Session, cut: str, parts: list[str]) -> None:
    key = mark(work, "PERSON", at("Bob Marr and Ann"))
    work.perform(shaping.split, key, at(cut))
    assert sorted(each.text for each in work.work.own.spans.values()) == parts


def test_a_span_in_pieces_is_split_between_them_and_a_cut_outside_is_refused(work: Session) -> None:
    key = mark(work, "QUOTE", at("“No,”"), at("“Never.”"))
    place = at("said")[0]
    assert refused(work, shaping.split, key, (0, 0)) == "split.empty"
    assert refused(work, shaping.split, key, (at("“No,”")[0],) * 2) == "split.empty"
    assert refused(work, shaping.split, key, (0, len(TEXT))) == "split.empty"
    work.perform(shaping.split, key, (place, place))
    assert [each.text for each in work.work.own.spans.values()] == ["“No,”", "“Never.”"]


def test_spans_side_by_side_become_one_and_with_words_between_one_in_pieces(work: Session) -> None:
    first, second, third = mark(work, "PERSON", at("Bob", 1)), mark(work, "PERSON", at("Marr")), at("Ann")
    assert shaping.neighbour(work.work, first) == second
    assert shaping.neighbour(work.work, second) == first
    work.perform(shaping.merge, [second, first])
    assert said(work) == [("PERSON", "Bob Marr", 8)]
    work.perform(shaping.merge, [first, mark(work, "PERSON", third)])
    assert work.work.own.spans[first].fragments == (at("Bob Marr"), third)
    work.perform(shaping.merge, [first], at("Bob Marr and Ann"))
    assert work.work.own.spans[first].fragments == (at("Bob Marr and Ann"),)
    assert refused(work, shaping.merge, [first]) == "merge.one"
    assert refused(work, shaping.merge, [first, mark(work, "ORG", at("Bobby"))]) == "merge.labels"


def test_nothing_is_joined_across_a_paragraph(work: Session) -> None:
    keys = [mark(work, "PERSON", at("Ann")), mark(work, "PERSON", at("Bobby"))]
    work.perform(shaping.merge, keys, (0, len(TEXT)))
    assert work.work.own.spans[keys[0]].fragments == (at("Ann"), at("Bobby"))


def test_merging_moves_relations_over_and_drops_doubles_and_loops(work: Session) -> None:
    first, second = mark(work, "PERSON", at("Bob", 1)), mark(work, "PERSON", at("Marr"))
    quote = mark(work, "QUOTE", at("“No,”"))
    other = mark(work, "QUOTE", at("“Never.”"))
    work.perform(relations.relate, quote, "speaker", first)
    work.perform(relations.relate, quote, "speaker", second)
    work.perform(relations.relate, other, "speaker", second)
    work.perform(relations.relate, first, "coref", second)
    before = copy(work.work.own)
    update = work.perform(shaping.merge, [first, second])
    linked = sorted((each.type, each.head, each.tail) for each in work.work.own.relations.values())
    assert linked == sorted([("speaker", quote, first), ("speaker", other, first)])
    assert update.remark.endswith("removed: 2.")
    work.undo()
    assert work.work.own == before


def test_a_merged_suggestion_still_answers_for_its_relations(work: Session) -> None:
    _bob, marr, _quote, link = suggest(
        work, [("PERSON", at("Bob", 1)), ("PERSON", at("Marr")), ("QUOTE", at("“No,”"))], [("speaker", 2, 1)]
    )
    own = work.perform(suggestions.accept, [marr]).select[0]
    kept = mark(work, "PERSON", at("Bob", 1))
    work.perform(shaping.merge, [kept, own])
    work.perform(suggestions.accept, [link])
    assert [each.tail for each in work.work.own.relations.values()] == [kept]


def test_the_same_words_get_another_label_with_the_attributes_that_both_have(work: Session) -> None:
    key = mark(work, "PERSON", at("Bob"))
    work.perform(spans.set_attribute, key, "wikidata", "Q1")
    made = work.perform(shaping.duplicate, key, "ORG").select[0]
    assert said(work) == [("ORG", "Bob", 0), ("PERSON", "Bob", 0)]
    assert work.work.own.spans[made].attributes == {"wikidata": "Q1"}
    assert refused(work, shaping.duplicate, key, "ORG") == "mark.double"


# Many suggestions


def test_accepting_many_rejects_a_relation_whose_end_became_something_else(work: Session) -> None:
    quote, bob, _ann, link, other = suggest(
        work,
        [("QUOTE", at("“No,”")), ("PERSON", at("Bob")), ("PERSON", at("Ann"))],
        [("speaker", 0, 1), ("speaker", 0, 2)],
    )
    work.perform(suggestions.change, bob, label="QUOTE")
    before = copy(work.work.own)
    update = work.perform(suggestions.accept_all, [quote, link])
    kinds = {each.origin.suggestion: each.kind for each in work.work.own.verdicts.values()}
    assert (kinds[quote], kinds[link]) == ("accepted", "rejected")
    assert other in work.work.left.relations
    assert update.remark == "Relations that no longer fit their ends were rejected: 1."
    work.undo()
    assert work.work.own == before
    work.redo()


def test_a_relation_alone_that_no_longer_fits_accepts_no_end(work: Session) -> None:
    _quote, bob, link = suggest(work, [("QUOTE", at("“No,”")), ("PERSON", at("Bob"))], [("speaker", 0, 1)])
    work.perform(suggestions.change, bob, label="QUOTE")
    work.perform(suggestions.accept_all, [link])
    assert len(work.work.own.spans) == 1
    assert len(work.work.left.relations) == 0


def test_what_is_left_is_rejected_in_the_step_that_finishes(work: Session) -> None:
    suggest(work, [("QUOTE", at("“No,”")), ("PERSON", at("Bob"))], [("speaker", 0, 1)])
    done = work.finish(reject_left=True)
    assert len(work.work.left) == 0
    assert work.work.own.state.status == "done"
    assert done.update.remark == "3 suggestions were rejected."
    work.undo()
    assert (len(work.work.left), work.work.own.state.status) == (3, "new")
    work.redo()


def test_a_relation_has_a_note(work: Session) -> None:
    quote, bob = mark(work, "QUOTE", at("“No,”")), mark(work, "PERSON", at("Bob"))
    (key,) = work.perform(relations.relate, quote, "speaker", bob).changes.relations
    work.perform(relations.set_note, key, "By the context.\r\n")
    assert work.work.own.relations[key].note == "By the context.\n"
    assert refused(work, relations.set_note, "gone", "x") == "relation.gone"


def test_the_values_given_last_are_remembered_but_no_doubt_and_no_text(work: Session) -> None:
    key = mark(work, "QUOTE", at("“No,”"))
    work.perform(spans.set_attribute, key, "type", "indirect")
    work.perform(spans.set_attribute, key, "unsure", True)
    assert work.last_values.of("QUOTE") == {"type": "indirect"}
    made = work.perform(spans.mark, "QUOTE", [at("“Never.”")], values=work.last_values.of("QUOTE")).select[0]
    assert work.work.own.spans[made].attributes == {"type": "indirect"}
    work.perform(spans.set_attribute, key, "type", None)
    assert work.last_values.of("QUOTE") == {}
    person = mark(work, "PERSON", at("Ann"))
    work.perform(spans.set_attribute, person, "wikidata", "Q1")
    assert work.last_values.of("PERSON") == {}


# The law: a plan keeps the rules, and its inverse gives back the exact set


class Desk:
    """What plans look at, without a project."""

    def __init__(self, article: Article, own: AnnotationSet, model: AnnotationSet) -> None:
        self.article, self.schema, self.own = article, RICH, own
        self.judging = Judging(own, [model])

    @property
    def left(self) -> object:
        return self.judging.left


@st.composite
def planned(draw: st.DrawFn) -> tuple[Desk, Plan | None]:
    text = draw(st.sampled_from(["Bob met Bob. Ann, Bob", "ab ab-ab\nab 🧨 ab", "北京 在北京"]))
    article = make_article(id=new_id(), title="", text=text)
    own = draw(annotation_sets(text, RICH, Annotator(name="Ada")))
    model = draw(annotation_sets(text, RICH, MODEL))
    own = replace(own, verdicts={})
    desk = Desk(article, own, replace(model, verdicts={}))
    label = draw(st.sampled_from(sorted(RICH.label_by_name)))
    cut = tuple(sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))))))
    keys = draw(st.lists(st.sampled_from(sorted(own.spans)), min_size=1, max_size=3)) if own.spans else []
    every = [*desk.left.spans, *desk.left.relations]
    choices = [lambda: mentions.mark_all(desk, label, text[slice(*cut)] or "Bob")]
    choices += [lambda: suggestions.accept_all(desk, every), lambda: states.finish(desk, "done", reject_left=True)]
    if keys:
        choices += [lambda: shaping.split(desk, keys[0], cut), lambda: shaping.merge(desk, keys, cut)]
        choices += [lambda: shaping.duplicate(desk, keys[0], label)]
    try:
        return desk, draw(st.sampled_from(choices))()
    except AnnotatorError:
        return desk, None


@settings(deadline=None)
@given(planned())
def test_each_plan_keeps_the_rules_and_its_inverse_gives_back_the_exact_set(made: tuple[Desk, Plan | None]) -> None:
    desk, plan = made
    if plan is None:
        return
    edits: list[Edit] = [each for each in plan.edits if each.before != each.after]
    before = copy(desk.own)
    sound = not list(set_problems(RICH, desk.own, desk.article.text))
    apply(desk.own, edits)
    if sound:
        assert list(set_problems(RICH, desk.own, desk.article.text)) == []
    for span in desk.own.spans.values():
        assert span.fragments == make_fragments(span.fragments)
    apply(desk.own, inverse(edits))
    assert desk.own == before
