"""A name is proposed in every article that has it, as one step of the project."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import a_set, new_project

from annotator.app.plans import spans, suggestions
from annotator.app.proposing import Proposing, same_name
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.errors import AnnotatorError
from annotator.store import articles, history, mentions, runs, sets
from annotator.store.project import Project, open_project

TEXTS = (
    "London and London again.",
    "Nothing here.",
    "In london and Londoners of London.",
    "Trains to London.",
    "北京市在北京。",
    "他在北京。",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "p.annodb", *TEXTS) as made:
        yield made


@pytest.fixture
def session(project: Project) -> Session:
    made = Session(project, Annotator(name="Ada"))
    made.open_article(1)
    return made


def run(session: Session, label: str = "GPE", words: str = "London") -> Proposing:
    made = Proposing(session, label, words)
    while made.pump():
        pass
    return made


def proposed(project: Project, label: str = "GPE", words: str = "London") -> dict[int, list[int]]:
    found = {seq: sets.of_models(project, seq) for seq in articles.numbers(project)}
    model = same_name(label, words)
    return {
        seq: sorted(span.start for each in models if each.annotator == model for span in each.spans.values())
        for seq, models in found.items()
        if any(each.annotator == model for each in models)
    }


def test_every_mention_in_the_project_becomes_a_suggestion(session: Session, project: Project) -> None:
    made = run(session)
    assert proposed(project) == {1: [0, 11], 3: [27], 4: [10]}
    assert made.sentence() == "GPE “London”: 4 mentions were proposed in 3 articles."
    assert [each.span.start for each in session.work.left.spans.values()] == [0, 11]


def test_what_is_marked_rejected_or_suggested_is_not_proposed(session: Session, project: Project) -> None:
    session.perform(spans.mark, "GPE", [(0, 6)])
    session.open_article(4)
    article = session.work.article
    found = a_set(TEXTS[3], Annotator(name="tiny", kind="model"), ("GPE", "London"))
    session.receive([(article.id, article.sha256, found)], runs.begin(project, "model run", "Run"))
    run(session)
    assert proposed(project) == {1: [11], 3: [27]}
    session.open_article(3)
    session.perform(suggestions.reject, list(session.work.left.spans))
    assert run(session).told.articles == 0


def test_inside_a_longer_name_of_the_label_nothing_is_proposed_unless_that_was_rejected(
    session: Session, project: Project
) -> None:
    session.perform(spans.mark, "GPE", [(11, 23)])  # London again
    session.open_article(4)
    article = session.work.article
    found = a_set(TEXTS[3], Annotator(name="tiny", kind="model"), ("GPE", "to London"), ("ORG", "Trains to London"))
    session.receive([(article.id, article.sha256, found)], runs.begin(project, "model run", "Run"))
    run(session)
    assert proposed(project) == {1: [0], 3: [27]}
    longer = next(key for key, each in session.work.left.spans.items() if each.span.label == "GPE")
    session.perform(suggestions.reject, [longer])
    run(session)
    assert proposed(project) == {1: [0], 3: [27], 4: [10]}


def test_it_is_one_step_that_the_projects_history_takes_back(session: Session, project: Project) -> None:
    run(session)
    step = history.project_steps(project)[0]
    assert step.title == "Propose GPE “London” in the project"
    assert runs.undo(project, step.seq) == 3
    assert proposed(project) == {}
    assert run(session).told.spans == 4


def test_two_names_in_one_article_are_both_suggested(session: Session, project: Project) -> None:
    run(session)
    run(session, "GPE", "Trains")
    session.open_article(4)
    assert sorted(each.span.text for each in session.work.left.spans.values()) == ["London", "Trains"]


def test_a_second_run_proposes_only_where_the_first_did_not(session: Session, project: Project) -> None:
    run(session)
    assert run(session).sentence() == "GPE “London”: 0 mentions were proposed in 0 articles."


def test_a_script_without_spaces_is_found_too(session: Session, project: Project) -> None:
    run(session, "GPE", "北京")
    assert proposed(project, "GPE", "北京") == {5: [0, 4], 6: [2]}


def test_a_cancelled_run_keeps_what_it_stored_and_stores_no_more(session: Session, project: Project) -> None:
    made = Proposing(session, "GPE", "London")
    made.cancel()
    assert not made.pump()
    assert proposed(project) == {}


def test_a_run_that_was_undone_meanwhile_stops(session: Session, project: Project) -> None:
    made = Proposing(session, "GPE", "London")
    made.pump()
    made.is_over = False
    runs.undo(project, history.project_steps(project)[0].seq)
    assert not made.pump()
    assert proposed(project) == {}


@pytest.mark.parametrize("words", ["", "  ", "a\nb", "x" * 101])
def test_only_a_name_can_be_proposed(session: Session, words: str) -> None:
    with pytest.raises(AnnotatorError, match="Only a name"):
        Proposing(session, "GPE", words)


def test_a_project_for_reading_only_refuses(project: Project) -> None:
    with open_project(project.path, read_only=True) as reading:
        other = Session(reading, Annotator(name="Ada"))
        with pytest.raises(AnnotatorError, match="reading only"):
            Proposing(other, "GPE", "London")


def test_quotation_marks_in_a_name_are_no_syntax(session: Session) -> None:
    assert run(session, "GPE", 'Lon"don" OR x').told.articles == 0


def test_articles_are_found_through_the_search_index(project: Project) -> None:
    assert mentions.candidates(project, "London", after=1, limit=1) == [3]
    sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"
    plan = " ".join(row[3] for row in project.db.execute(f"EXPLAIN QUERY PLAN {sql}", ["a", 0, 1]))
    assert "VIRTUAL TABLE INDEX" in plan
    assert "B-TREE" not in plan
