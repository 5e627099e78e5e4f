"""Spans off the tokens are moved to whole tokens in the project: what moves, what stays, and how it is undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from release_cases import ADA, BOB, new_release_project

from annotator.app.exporting import ExportOptions
from annotator.app.plans import spans
from annotator.app.release.preview import preview
from annotator.app.release.snapping import find, snap
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.errors import EditError, ExchangeError, ProjectError
from annotator.store import check, history, many, runs, sets
from annotator.store.project import Project

HERS = ExportOptions(names=(ADA.name,))
FORMATS = ("spacy", "conll")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Every PERSON lacks the last two letters."""
    with new_release_project(tmp_path / "news.annodb", 4, (ADA, BOB)) as made:
        with made.writing() as db:
            db.execute(
                'UPDATE span SET "end" = "end" - 2, text = substr(text, 1, length(text) - 2) WHERE label = \'PERSON\''
            )
        yield made
        assert list(check.problems(made)) == []


def persons(project: Project, who: Annotator) -> list[str]:
    found = [each for article in range(1, 5) for each in sets.of_article(project, article) if each.annotator == who]
    return [span.text for each in found for span in each.spans.values() if span.label == "PERSON"]


def off(project: Project, format: str) -> int:  # noqa: A002
    return sum(each.count for each in preview(project, format, HERS).kinds if each.name == "misaligned")


@pytest.mark.parametrize("format", FORMATS)
def test_all_are_widened_and_the_format_then_loses_none(project: Project, format: str) -> None:  # noqa: A002
    assert off(project, format) == 4
    found = find(project, format, HERS, "expand")
    assert (len(found.moves), found.articles, found.double, found.empty, found.of_models) == (4, 4, 0, 0, 0)
    snap(project, found.moves)
    assert persons(project, ADA) == ["Ada Brill"] * 4
    assert persons(project, BOB) == ["Ada Bri"] * 4, "nobody asked for his"
    assert off(project, format) == 0


def test_shrunk_they_are_the_tokens_inside(project: Project) -> None:
    snap(project, find(project, "spacy", HERS, "contract").moves)
    assert persons(project, ADA) == ["Ada"] * 4


def test_one_alone_can_be_moved(project: Project) -> None:
    (kind,) = preview(project, "spacy", HERS).kinds
    found = find(project, "spacy", HERS, "expand", among=[kind.places[1].loss])
    assert [each.article for each in found.moves] == [kind.places[1].article]
    snap(project, found.moves)
    assert persons(project, ADA).count("Ada Brill") == 1


def test_what_would_be_there_twice_or_has_no_token_stays(project: Project) -> None:
    session = Session(project, ADA)
    work = session.open_article(1)
    start = work.article.text.index("Ada Brill")
    session.perform(spans.mark, "PERSON", [(start, start + 9)])
    found = find(project, "spacy", HERS, "expand")
    assert (len(found.moves), found.double) == (3, 1)
    session.perform(spans.mark, "PERSON", [(start, start + 2)])
    assert find(project, "spacy", HERS, "contract").empty == 1
    with pytest.raises(ExchangeError):
        snap(project, [])


def test_it_is_one_step_that_is_undone_whole(project: Project) -> None:
    step = snap(project, find(project, "spacy", HERS, "expand").moves)
    assert history.project_steps(project)[0].title == "Move spans to whole tokens: 4"
    assert runs.undo(project, step) == 4
    assert persons(project, ADA) == ["Ada Bri"] * 4
    with pytest.raises(ProjectError, match="was undone before"):
        runs.undo(project, step)


def test_each_annotator_can_undo_it_in_an_article_and_the_rest_is_then_undone_whole(project: Project) -> None:
    step = snap(project, find(project, "spacy", HERS, "expand").moves)
    session = Session(project, ADA)
    session.open_article(2)
    session.undo()
    assert persons(project, ADA).count("Ada Brill") == 3
    assert many.undo(project, step) == 3
    assert persons(project, ADA) == ["Ada Bri"] * 4


def test_where_somebody_worked_since_it_is_not_undone(project: Project) -> None:
    step = snap(project, find(project, "spacy", HERS, "expand").moves)
    session = Session(project, ADA)
    session.open_article(3)
    session.perform(spans.mark, "GPE", [(0, 4)])
    with pytest.raises(ProjectError, match="work was done since"):
        runs.undo(project, step)
    assert persons(project, ADA) == ["Ada Brill"] * 4


def test_a_span_that_changed_meanwhile_stops_all_of_it(project: Project) -> None:
    moves = find(project, "spacy", HERS, "expand").moves
    session = Session(project, ADA)
    session.open_article(3)
    session.perform(spans.remove, [moves[2].before.id])
    with pytest.raises(EditError, match="changed meanwhile"):
        snap(project, moves)
    assert "Ada Brill" not in persons(project, ADA)
