from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import new_project

from annotator.app import modelrun
from annotator.app.modelrun import RunOptions, RunReport, require_some, run
from annotator.model.errors import SuggestError
from annotator.store import check, history, pipeline_choice, sets
from annotator.store.project import Project

TEXTS = ("Ada Brill went to London.", "Tom Osei is in Paris.", "It rained in Berlin on Monday.")


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "three.annodb", *TEXTS) as made:
        yield made
        assert list(check.problems(made)) == []


def runs_of(project: Project) -> int:
    return sum(step.action == "model run" for step in history.project_steps(project))


def test_a_run_stores_a_set_of_the_model_for_every_article_as_one_step(three: Project) -> None:
    told: list[tuple[int, int]] = []
    report = run(three, RunOptions(report=lambda done, of: told.append((done, of))))
    assert (report.articles, report.skipped, report.failed) == (3, 0, [])
    stored = [sets.of_models(three, seq)[0] for seq in (1, 2, 3)]
    assert {str(each.annotator) for each in stored} == {report.model}
    assert sum(len(each.spans) for each in stored) == report.spans > 0
    assert told == [(3, 3)]
    assert runs_of(three) == 1


def test_a_stopped_run_keeps_what_it_found_and_the_next_one_reads_only_the_rest(
    three: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modelrun, "_BATCH", 1)
    done: list[int] = []
    options = RunOptions(report=lambda count, _: done.append(count), cancelled=lambda: len(done) == 2)
    assert run(three, options).articles == 2
    rest = run(three)
    assert (rest.articles, rest.skipped) == (1, 2)
    assert rest.as_text().endswith("in 1 article. 2 had its suggestions already.")
    last = run(three)
    assert (last.articles, last.skipped) == (0, 3)
    assert runs_of(three) == 2, "a run with nothing to do is no step"


@pytest.mark.parametrize("beside", [False, True])
def test_a_run_takes_the_place_of_another_models_or_stands_beside(three: Project, beside: bool) -> None:
    old = run(three, RunOptions(pipeline="blank:en")).model
    pipeline_choice.choose(three, "", beside=beside)
    new = run(three).model
    both = {str(each.annotator) for each in sets.of_models(three, 1)}
    assert both == ({old, new} if beside else {new})
    other_way = run(three, RunOptions(pipeline="blank:en", beside=not beside, again=True))
    assert {str(each.annotator) for each in sets.of_models(three, 2)} == ({old} if beside else {old, new})
    assert other_way.articles == 3


def test_articles_that_no_model_reads_are_read_by_their_marks_once(tmp_path: Path) -> None:
    with new_project(tmp_path / "fr.annodb", "Il pleut à Londres.", meta={"language": "fr"}) as project:
        report = run(project)
        assert (report.articles, report.foreign) == (1, 1)
        assert report.as_text().endswith(
            "1 is in a language that no model reads: at most quotations in marks are suggested."
        )
        (found,) = sets.of_models(project, 1)
        assert found.annotator.name == "blank:fr"
        assert run(project).articles == 0, "it has been read"
        assert runs_of(project) == 1


def test_articles_in_another_language_are_not_read_for_entities_alone(tmp_path: Path) -> None:
    with new_project(tmp_path / "fr.annodb", "Il pleut à Londres.", meta={"language": "fr"}) as project:
        report = run(project, RunOptions(recipe="entities"))
        assert (report.articles, report.foreign) == (0, 1)
        assert sets.of_models(project, 1) == []
        assert runs_of(project) == 0


def test_a_pipeline_that_is_not_there_is_refused(three: Project) -> None:
    with pytest.raises(SuggestError, match="no_such_pipeline"):
        run(three, RunOptions(pipeline="no_such_pipeline"))


def test_a_run_in_which_everything_failed_is_an_error_and_one_in_which_something_did_is_none() -> None:
    failed = [("Rain", "The model ran out of memory.")]
    with pytest.raises(SuggestError, match="“Rain”: The model ran out of memory"):
        require_some(RunReport(failed=failed))
    require_some(RunReport(articles=1, failed=failed))
    require_some(RunReport())
