"""What the lead reads of the blind sample: by label and model, and what seeing the suggestions changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import a_set, new_project
from msgspec.structs import replace

from annotator.app.blind import set_share
from annotator.app.blind_compare import Difference, ModelRow, SeeingRow, blind_differences, blind_summary
from annotator.app.plans import relations, spans, suggestions
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, Relation
from annotator.model.ids import new_id
from annotator.store import runs
from annotator.store.project import Project
from annotator.store.statistics import Wanted

TEXT = "Ada Brill met Tom Osei of Acme in London."
ADA, TINY, LARGE = (
    Annotator(name="Ada"),
    *(Annotator(name=name, kind="model", version="1") for name in ("tiny", "large")),
)


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "p.annodb", TEXT, f"{TEXT} Again.") as made:
        set_share(made, 100)
        yield made


@pytest.fixture
def session(project: Project) -> Session:
    """Ada has marked three persons, an organisation linked to one of them, blind; two models have suggested."""
    made = Session(project, ADA)
    made.open_article(1)
    suggest(made, a_set(TEXT, TINY, ("PERSON", "Ada Brill"), ("ORG", "Tom Osei"), ("GPE", "London"), ("DATE", "met")))
    suggest(made, a_set(TEXT, LARGE, ("ORG", "Acme")))
    for words in ("Ada Brill", "Tom Osei", "Brill"):
        made.perform(spans.mark, "PERSON", [at(words)])
    made.perform(spans.mark, "ORG", [at("Acme")])
    return made


def suggest(session: Session, found: AnnotationSet) -> None:
    article = session.work.article
    session.receive([(article.id, article.sha256, found)], runs.begin(session.project, "model run", "Run"))


def key_of(session: Session, words: str) -> str:
    return next(key for key, each in session.work.own.spans.items() if each.text == words)


def test_each_model_is_told_by_label_alike_otherwise_missing_and_only_there(session: Session, project: Project) -> None:
    session.finish()
    assert blind_summary(project).models == [
        ModelRow("span", "DATE", TINY, 0, 0, 0, 0, 1),
        ModelRow("span", "GPE", TINY, 0, 0, 0, 0, 1),
        ModelRow("span", "ORG", LARGE, 1, 1, 0, 0, 0),
        ModelRow("span", "ORG", TINY, 1, 0, 0, 1, 0),
        ModelRow("span", "PERSON", LARGE, 3, 0, 0, 3, 0),
        ModelRow("span", "PERSON", TINY, 3, 1, 1, 1, 0),
    ]


def test_what_seeing_them_changed_is_told_by_label(session: Session, project: Project) -> None:
    session.finish()
    session.perform(spans.remove, [key_of(session, "Brill")])
    session.perform(spans.relabel, key_of(session, "Tom Osei"), "ORG")
    session.perform(
        suggestions.accept, [key for key, each in session.work.left.spans.items() if each.span.text == "London"]
    )
    session.perform(spans.mark, "GPE", [at("met")])
    found = blind_summary(project)
    assert (found.articles, found.annotators) == (1, 1)
    assert found.seeing == [
        SeeingRow("span", "GPE", 0, 0, 0, 0, 2, 1),
        SeeingRow("span", "ORG", 1, 1, 0, 0, 0, 0),
        SeeingRow("span", "PERSON", 3, 1, 1, 1, 0, 0),
    ]


def test_relations_are_compared_by_their_ends_whichever_way_round_where_they_have_no_direction(
    session: Session, project: Project
) -> None:
    ada, tom, brill = (key_of(session, words) for words in ("Ada Brill", "Tom Osei", "Brill"))
    session.perform(relations.relate, ada, "coref", tom)
    session.perform(relations.relate, brill, "coref", ada)
    found = a_set(TEXT, TINY, ("PERSON", "Ada Brill"), ("PERSON", "Tom Osei"), ("ORG", "Acme"))
    one, two, acme = found.spans
    links = [Relation(id=new_id(), type="coref", head=head, tail=tail) for head, tail in ((two, one), (two, acme))]
    suggest(session, replace(found, relations={each.id: each for each in links}))
    session.finish()
    (differs,) = blind_differences(project)
    assert (differs.relations, differs.relations_by_seeing) == (2, Difference(0, 0, 0))
    assert differs.relations_from_models[TINY] == Difference(added=1, removed=1, changed=0)
    row = next(each for each in blind_summary(project).models if (each.thing, each.model) == ("relation", TINY))
    assert row == ModelRow("relation", "coref", TINY, 2, 1, 0, 1, 1)
    session.perform(relations.remove, next(iter(session.work.own.relations)))
    (differs,) = blind_differences(project)
    assert differs.relations_by_seeing == Difference(0, 1, 0)


def test_a_relation_between_the_same_places_otherwise_is_changed(session: Session, project: Project) -> None:
    session.perform(relations.relate, key_of(session, "Ada Brill"), "coref", key_of(session, "Tom Osei"))
    found = a_set(TEXT, TINY, ("PERSON", "Ada Brill"), ("ORG", "Tom Osei"))
    head, tail = found.spans
    link = Relation(id=new_id(), type="coref", head=head, tail=tail)
    suggest(session, replace(found, relations={link.id: link}))
    session.finish()
    (differs,) = blind_differences(project)
    assert differs.relations_from_models[TINY] == Difference(0, 0, 1)


def test_one_annotator_and_some_days_can_be_asked_for(session: Session, project: Project) -> None:
    session.finish()
    bob = Session(project, Annotator(name="Bob"))
    bob.open_article(2)
    bob.perform(spans.mark, "ORG", [at("Acme")])
    bob.finish()
    assert (blind_summary(project).articles, blind_summary(project).annotators) == (2, 2)
    mine = blind_summary(project, Wanted(annotator=bob.number))
    assert ([each.label for each in mine.seeing], mine.models, mine.articles) == (["ORG"], [], 1)
    assert blind_summary(project, Wanted(last="2020-01-01")).articles == 0
    assert blind_summary(project, Wanted(first="2020-01-01")).articles == 2
