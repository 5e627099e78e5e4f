"""What persons said of a model's suggestions, counted by model, version and label."""

from pathlib import Path

import pytest
from app_cases import a_set, new_project

from annotator.app.plans import suggestions
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.store import runs, verdicts
from annotator.store.project import Project
from annotator.store.verdicts import VerdictCount, verdict_counts

TEXT = "Ada Brill met Tom Osei in London."
ONE, TWO = (Annotator(name="tiny", kind="model", version=version) for version in ("1", "2"))


def suggest(session: Session, model: Annotator) -> dict[str, str]:
    found = a_set(TEXT, model, ("PERSON", "Ada Brill"), ("PERSON", "Tom Osei"), ("GPE", "London"))
    article = session.work.article
    session.receive([(article.id, article.sha256, found)], runs.begin(session.project, "model run", "Run"))
    return {each.span.text: key for key, each in session.work.left.spans.items()}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    with new_project(tmp_path / "p.annodb", TEXT) as made:
        ada = Session(made, Annotator(name="Ada"))
        ada.open_article(1)
        keys = suggest(ada, ONE)
        ada.perform(suggestions.accept, [keys["Ada Brill"]])
        ada.perform(suggestions.reject, [keys["Tom Osei"]])
        ada.perform(suggestions.change, keys["London"], label="LOC")
        bob = Session(made, Annotator(name="Bob"))
        bob.open_article(1)
        bob.perform(suggestions.accept, list(suggest(bob, TWO).values()))
        yield made


def test_verdicts_are_counted_by_model_version_and_label(project: Project) -> None:
    assert verdict_counts(project) == [
        VerdictCount("tiny", "1", "GPE", 0, 1, 0),
        VerdictCount("tiny", "1", "PERSON", 1, 0, 1),
        VerdictCount("tiny", "2", "GPE", 1, 0, 0),
        VerdictCount("tiny", "2", "PERSON", 2, 0, 0),
    ]


def test_one_person_has_her_own_verdicts(project: Project) -> None:
    ada = Session(project, Annotator(name="Ada")).number
    assert [(each.label, each.total) for each in verdict_counts(project, ada)] == [("GPE", 1), ("PERSON", 2)]
    assert verdict_counts(project, 99) == []


def test_the_verdicts_of_one_person_are_found_down_indexes(project: Project) -> None:
    sql = verdicts._COUNT.format("AND annotator.id = ?")
    plan = " ".join(row[3] for row in project.db.execute(f"EXPLAIN QUERY PLAN {sql}", [1]))
    assert "SCAN" not in plan
    assert "set_of_annotator" in plan
