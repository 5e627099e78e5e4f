"""What persons said of a model's suggestions, counted by model, version and label."""

from pathlib import Path

import pytest
from app_cases import a_set, new_project

from annotator.app.plans import suggestions
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.store import runs
from annotator.store.project import Project
from annotator.store.statistics import VerdictFigure, Wanted, apart

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


def figures(project: Project, annotator: int | None = None) -> list[VerdictFigure]:
    found = apart(project.path, Wanted(annotator=annotator))
    assert found is not None
    return found.verdicts


def test_verdicts_are_counted_by_model_version_and_label(project: Project) -> None:
    assert figures(project) == [
        VerdictFigure("GPE", "tiny 1", 0, 1, 0),
        VerdictFigure("GPE", "tiny 2", 1, 0, 0),
        VerdictFigure("PERSON", "tiny 1", 1, 0, 1),
        VerdictFigure("PERSON", "tiny 2", 2, 0, 0),
    ]


def test_one_person_has_her_own_verdicts(project: Project) -> None:
    ada = Session(project, Annotator(name="Ada")).number
    found = figures(project, ada)
    assert [(each.label, each.accepted + each.changed + each.rejected) for each in found] == [("GPE", 1), ("PERSON", 2)]
    assert figures(project, 99) == []
