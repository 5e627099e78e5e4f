"""Imports and model runs are steps of the whole project, undone whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import files
from annotator.app.plans import spans, suggestions
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span
from annotator.model.article import make_article
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.store import annotators, articles, check, counts, history, listing, pipeline_choice, runs, search, sets
from annotator.store.pipeline_choice import Choice
from annotator.store.project import Project, create_project

MODEL = Annotator(name="rules", kind="model", version="1")


def add(project: Project, count: int, step: int) -> list[int]:
    made = [make_article(id=new_id(), title=f"Story {n} of {step}", text=f"Zebra {n} of {step}.") for n in range(count)]
    return articles.add(project, made, step=step)


def zebra(annotator: Annotator = MODEL, status: str = "new") -> AnnotationSet:
    span = Span(id=new_id(), label="PRODUCT", fragments=((0, 5),), text="Zebra")
    return AnnotationSet(annotator=annotator, state=SetState(status=status), spans={span.id: span})


def content(project: Project) -> dict[str, list[tuple[object, ...]]]:
    """All that the project holds but its history and its annotators."""
    tables = ("article", "article_text", "annotation_set", "standing", "span", "relation", "verdict")
    return {name: project.db.conn.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in tables}


def test_an_undone_import_leaves_nothing_behind(project: Project, session: Session) -> None:
    annotators.add(project, MODEL)
    before = content(project)
    step = runs.begin(project, "import", "Import of zebras")
    numbers = add(project, 3, step)
    with project.writing() as db:
        sets.write_set(db, zebra(), article=numbers[0], annotator=annotators.add(project, MODEL), step=step)
    assert search.count(project, "zebra") == 3
    assert runs.undo(project, step) == 3
    assert content(project) == before
    assert search.count(project, "zebra") == 0
    assert list(check.problems(project)) == []
    assert [each.action for each in history.project_steps(project)][:2] == ["undo import", "import"]


def test_what_was_imported_and_undone_can_be_imported_again(project: Project) -> None:
    step = runs.begin(project, "import", "Import of zebras")
    add(project, 2, step)
    runs.undo(project, step)
    again = runs.begin(project, "import", "Import of zebras")
    assert add(project, 2, again) == [2, 3]
    assert search.count(project, "zebra") == 2


def test_an_undone_import_of_a_persons_set_makes_the_article_new_to_her_again(project: Project) -> None:
    add(project, 1, runs.begin(project, "import", "Import of zebras"))
    ada = annotators.add(project, Annotator(name="Ada"))
    step = runs.begin(project, "import", "Import of Ada's work")
    with project.writing() as db:
        sets.write_set(db, zebra(Annotator(name="Ada"), "done"), article=2, annotator=ada, step=step)
    assert listing.counts(project, ada) == {"new": 1, "done": 1}
    assert runs.undo(project, step) == 1
    assert listing.counts(project, ada) == {"new": 2}
    assert list(check.problems(project)) == []


def test_an_undone_model_run_takes_its_suggestions_and_no_others(project: Project, session: Session) -> None:
    first, second = (runs.begin(project, "model run", f"Run {n}") for n in (1, 2))
    other = Annotator(name="other", kind="model", version="1")
    runs.store_suggestions(project, zebra(), 1, first)
    runs.store_suggestions(project, zebra(other), 1, second)
    assert runs.undo(project, first) == 1
    assert [each.annotator for each in sets.of_article(project, 1)] == [other]
    assert articles.count(project) == 1


def test_a_run_is_not_undone_where_somebody_worked_since_and_the_articles_are_named(
    project: Project, session: Session
) -> None:
    step = runs.begin(project, "import", "Import of zebras")
    numbers = add(project, 8, step)
    for seq in numbers[:7]:
        session.open_article(seq)
        session.perform(spans.mark, "PRODUCT", [(0, 5)])
        session.undo()
    before = content(project)
    with pytest.raises(ProjectError) as caught:
        runs.undo(project, step)
    assert caught.value.code == "history.edited"
    names = ", ".join(f"“Story {n} of {step}”" for n in range(5))
    assert str(caught.value) == f"“Import of zebras” cannot be undone: work was done since on {names} and 2 more."
    assert content(project) == before


def test_a_model_run_is_not_undone_where_its_suggestions_were_judged(project: Project, session: Session) -> None:
    step = runs.begin(project, "model run", "Run")
    runs.store_suggestions(project, zebra(), 1, step)
    session.perform(spans.mark, "ORG", [(0, 2)])
    with pytest.raises(ProjectError, match="“Run” cannot be undone: work was done since on “UK and France"):
        runs.undo(project, step)


def test_work_that_was_done_before_a_model_run_does_not_stand_in_its_way(project: Project, session: Session) -> None:
    session.perform(spans.mark, "ORG", [(0, 2)])
    step = runs.begin(project, "model run", "Run")
    runs.store_suggestions(project, zebra(), 1, step)
    assert runs.undo(project, step) == 1
    assert len(session.open_article(1).own.spans) == 1


def test_nothing_is_undone_twice_and_only_runs_are_undone_whole(project: Project, session: Session) -> None:
    step = runs.begin(project, "import", "Import of zebras")
    add(project, 1, step)
    runs.undo(project, step)
    with pytest.raises(ProjectError, match="“Import of zebras” was undone before"):
        runs.undo(project, step)
    session.perform(spans.mark, "ORG", [(0, 2)])
    (own,) = history.steps(project, 1, session.number)
    with pytest.raises(ProjectError, match="is not a step of the whole project"):
        runs.undo(project, own.seq)


def test_a_run_goes_on_with_the_articles_that_the_model_has_not_seen(project: Project) -> None:
    add(project, 5, runs.begin(project, "import", "Import of zebras"))
    assert runs.without_suggestions(project, MODEL) == [1, 2, 3, 4, 5, 6]
    step = runs.begin(project, "model run", "Run")
    for seq in (1, 3, 4):
        runs.store_suggestions(project, zebra(), seq, step)
    assert runs.without_suggestions(project, MODEL) == [2, 5, 6]
    assert runs.without_suggestions(project, MODEL, after=2, limit=1) == [5]
    later = Annotator(name="rules", kind="model", version="2")
    assert runs.without_suggestions(project, later, limit=2) == [1, 2]


def test_of_each_model_the_newest_run_counts(project: Project) -> None:
    versions = [Annotator(name="rules", kind="model", version=version) for version in ("1", "2", "1")]
    for each in versions:
        runs.store_suggestions(project, zebra(each), 1, runs.begin(project, "model run", "Run"))
    other = Annotator(name="other", kind="model", version="1")
    runs.store_suggestions(project, zebra(other), 1, runs.begin(project, "model run", "Run"))
    assert {str(each.annotator) for each in sets.of_models(project, 1)} == {"rules 1", "other 1"}


# Suggestions that take the place of others


@pytest.fixture
def zebras(tmp_path: Path) -> Iterator[Project]:
    with project_of_zebras(tmp_path / "zebras.annodb") as made:
        yield made


@contextmanager
def project_of_zebras(path: Path) -> Iterator[Project]:
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as made:
        add(made, 1, runs.begin(made, "import", "Import of zebras"))
        yield made


A, B, C = (Annotator(name=name, kind="model", version="1") for name in "abc")


def stand(project: Project) -> set[str]:
    assert list(check.problems(project)) == []
    return {each.annotator.name for each in sets.of_models(project, 1)}


def run_of(project: Project, model: Annotator, *, instead: bool = True) -> int:
    step = runs.begin(project, "model run", f"Run of {model}")
    runs.store_suggestions(project, zebra(model), 1, step, instead=instead)
    return step


def test_suggestions_of_other_models_give_way_or_stay_beside(zebras: Project) -> None:
    run_of(zebras, A)
    run_of(zebras, B, instead=False)
    assert stand(zebras) == {"a", "b"}
    run_of(zebras, C)
    assert stand(zebras) == {"c"}
    assert {each.annotator.name for each in sets.of_article(zebras, 1)} == {"a", "b", "c"}, "nothing is lost"
    assert runs.without_suggestions(zebras, A) == [1], "switched back to it, a model reads again"
    assert not runs.has_suggestions(zebras, A, 1)
    assert counts.unseen(zebras, A) == 1
    assert counts.unseen(zebras, C) == 0


def test_what_a_person_judged_stays_judged_when_another_model_comes(zebras: Project) -> None:
    run_of(zebras, A)
    session = Session(zebras, Annotator(name="Ada"))
    work = session.open_article(1)
    session.perform(suggestions.accept, list(work.left.spans))
    run_of(zebras, B)
    work = session.open_article(1)
    assert [span.text for span in work.own.spans.values()] == ["Zebra"]
    assert not work.left.spans, "what is said alike is judged"
    assert list(check.problems(zebras)) == []


def test_an_undone_run_gives_back_what_it_took_the_place_of(zebras: Project) -> None:
    run_of(zebras, A)
    second, third = run_of(zebras, B), run_of(zebras, C)
    runs.undo(zebras, second)
    assert stand(zebras) == {"c"}, "what was withdrawn before is withdrawn by the later one now"
    runs.undo(zebras, third)
    assert stand(zebras) == {"a"}


@given(st.lists(st.tuples(st.sampled_from([A, B, C]), st.booleans()), max_size=7), st.randoms(use_true_random=False))
def test_when_all_runs_are_undone_in_whatever_order_nothing_is_left(
    done: list[tuple[Annotator, bool]], random: Random
) -> None:
    with TemporaryDirectory() as folder, project_of_zebras(Path(folder) / "x.annodb") as project:
        steps = [run_of(project, model, instead=instead) for model, instead in done]
        if done and done[-1][1]:
            assert stand(project) == {done[-1][0].name}
        assert not done or done[-1][0].name in stand(project)
        random.shuffle(steps)
        for step in steps:
            there = {each.annotator for each in sets.of_article(project, 1)}
            runs.undo(project, step)
            left = {each.annotator for each in sets.of_article(project, 1)}
            assert left <= there
            assert bool(stand(project)) == bool(left), "something stands as long as anything is there"
        assert stand(project) == set()


def test_a_model_that_came_after_a_step_is_told(zebras: Project) -> None:
    step = run_of(zebras, A)
    assert runs.has_later(zebras, B, 1, step - 1)
    assert not runs.has_later(zebras, B, 1, step)
    assert not runs.has_later(zebras, A, 1, step - 1), "its own"
    run_of(zebras, C)
    assert runs.has_later(zebras, B, 1, step)
    assert not runs.has_later(zebras, C, 1, 0), "what is withdrawn does not count"


def test_a_choice_is_kept_with_what_becomes_of_others(zebras: Project) -> None:
    assert pipeline_choice.choice(zebras) == Choice()
    step = run_of(zebras, A)
    pipeline_choice.choose(zebras, "mine", beside=True)
    assert pipeline_choice.choice(zebras) == Choice("mine", beside=True, since=step)
