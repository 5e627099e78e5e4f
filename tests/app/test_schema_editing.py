"""The schema of a project with annotation is changed: names go everywhere, and nothing is ever lost."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from app_cases import new_project
from schema_cases import PEOPLE, draft, place, save
from strategies import RICH, RICH_TOML

from annotator.app import schema_editing
from annotator.app.plans import relations, spans, states
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, SpanKey
from annotator.model.article import make_article
from annotator.model.errors import EditError, ProjectError, SchemaError
from annotator.model.ids import new_id
from annotator.model.schema_changes import Renames
from annotator.store import annotators, articles, check, guidelines, runs, schemas, sets
from annotator.store.project import Project, create_project

TEXT = "Ada Brill said: “We open the lock.” Tom Osei of Norland heard it."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "news.annodb", TEXT, "Another story.") as made:
        yield made


@pytest.fixture
def ada(project: Project) -> Session:
    """Ada has marked two persons, a place, a quote with its speaker, and a topic."""
    session = Session(project, Annotator(name="Ada"))
    session.open_article(1)
    brill = session.perform(spans.mark, "PERSON", [at("Ada Brill")]).select[0]
    quote = session.perform(spans.mark, "QUOTE", [at("“We open the lock.”")]).select[0]
    session.perform(relations.relate, quote, "speaker", brill)
    session.perform(spans.mark, "GPE", [at("Norland")])
    session.perform(states.set_attribute, "topic", "politics")
    return session


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def own(project: Project) -> AnnotationSet:
    (found,) = [each for each in sets.of_article(project, 1) if each.annotator.kind == "person"]
    return found


def labels(project: Project) -> dict[str, str]:
    return {span.text: span.label for span in own(project).spans.values()}


def whole(project: Project) -> None:
    assert list(check.problems(project)) == []


def test_a_renamed_label_goes_to_spans_verdicts_and_everything_in_the_schema(project: Project, ada: Session) -> None:
    made = draft(project)
    made.change("labels", place(made, "labels", "PERSON"), name="HUMAN")
    (found,) = schema_editing.impact(project, made.schema, made.renames())
    assert found.sentence == "1 span of 1 annotator in 1 article: PERSON becomes HUMAN."
    step = save(project, made)
    assert step is not None
    assert step.title.startswith("Change the schema: The label PERSON is renamed HUMAN.")
    assert labels(project)["Ada Brill"] == "HUMAN"
    schema = schemas.current(project)[1]
    assert "HUMAN" in schema.tails["speaker"]
    assert schema.mapped("any", "PERSON") == "HUMAN"
    assert "## HUMAN\n" in guidelines.text_of(project, "entities.md")
    whole(project)


def test_a_label_that_goes_and_has_spans_is_retired_shown_and_not_offered(project: Project, ada: Session) -> None:
    made = draft(project)
    made.remove("labels", place(made, "labels", "GPE"))
    (found,) = schema_editing.impact(project, made.schema, made.renames())
    assert found.sentence == "1 span of 1 annotator in 1 article: they keep GPE, which is retired."
    save(project, made)
    schema = schemas.current(project)[1]
    assert schema.label_by_name["GPE"].retired
    assert "GPE" not in {each.name for each in schema.offered_labels}
    assert labels(project)["Norland"] == "GPE"
    whole(project)
    again = Session(project, ada.annotator)
    work = again.open_article(1)
    with pytest.raises(SchemaError, match="The label GPE is not used any more"):
        again.perform(spans.mark, "GPE", [at("Tom Osei")])
    norland = next(each.id for each in work.own.spans.values() if each.text == "Norland")
    again.perform(spans.set_note, norland, "still here")
    again.perform(spans.move, norland, [at("of Norland")])
    again.perform(spans.relabel, norland, "LOC")
    whole(project)


def test_a_label_without_spans_just_goes(project: Project, ada: Session) -> None:
    made = draft(project)
    made.remove("labels", place(made, "labels", "LAW"))
    assert schema_editing.impact(project, made.schema, made.renames()) == []
    save(project, made)
    assert "LAW" not in schemas.current(project)[1].label_by_name
    whole(project)


def test_spans_of_a_label_that_goes_can_become_another_labels(project: Project, ada: Session) -> None:
    made = draft(project)
    made.remove("labels", place(made, "labels", "GPE"), into="LOC")
    step = save(project, made)
    assert step is not None
    assert labels(project)["Norland"] == "LOC"
    assert "GPE" not in schemas.current(project)[1].label_by_name
    whole(project)
    runs.undo(project, step.seq)
    assert labels(project)["Norland"] == "GPE"
    whole(project)


def test_where_the_same_words_have_both_labels_nothing_becomes_another(project: Project, ada: Session) -> None:
    ada.perform(spans.mark, "LOC", [at("Norland")])
    made = draft(project)
    made.remove("labels", place(made, "labels", "GPE"), into="LOC")
    told = [each.sentence for each in schema_editing.impact(project, made.schema, made.renames())]
    assert told[-1] == "At 1 place both stand already: there nothing becomes another label."
    save(project, made)
    assert Counter(each.label for each in own(project).spans.values()) == {"PERSON": 1, "QUOTE": 1, "GPE": 1, "LOC": 1}
    assert schemas.current(project)[1].label_by_name["GPE"].retired
    whole(project)


def test_a_relation_type_that_is_narrowed_or_goes_keeps_its_relations(project: Project, ada: Session) -> None:
    made = draft(project)
    made.change("relations", place(made, "relations", "speaker"), tail=("ORG",))
    (found,) = schema_editing.impact(project, made.schema, made.renames())
    assert found.sentence.startswith("1 relation of 1 annotator in 1 article: they stay speaker, retired")
    save(project, made)
    whole(project)
    made = draft(project)
    made.remove("relations", place(made, "relations", "speaker"))
    save(project, made)
    schema = schemas.current(project)[1]
    assert [each.retired for each in schema.relations if each.name == "speaker"] == [True]
    assert "speaker" not in {each.name for each in schema.relations_between("QUOTE", "PERSON")}
    assert [each.type for each in own(project).relations.values()] == ["speaker"]
    whole(project)


def test_values_that_a_choice_has_no_more_stay_and_are_told(project: Project, ada: Session) -> None:
    made = draft(project)
    made.change("attributes", place(made, "attributes", "topic"), choices=("sport", "other"))
    (found,) = schema_editing.impact(project, made.schema, made.renames())
    assert found.sentence == (
        "1 article of 1 annotator: they keep values of topic that the schema lacks, such as “politics”."
    )
    save(project, made)
    assert own(project).state.attributes == {"topic": "politics"}
    whole(project)
    again = Session(project, ada.annotator)
    again.open_article(1)
    again.perform(states.set_note, "a note beside the old value")
    with pytest.raises(SchemaError):
        again.perform(states.set_attribute, "topic", "economy")
    again.perform(states.set_attribute, "topic", "sport")
    with pytest.raises(SchemaError):
        again.perform(states.set_attribute, "topic", "politics")
    whole(project)


def test_an_attribute_and_its_choices_are_renamed_in_the_annotation(project: Project, ada: Session) -> None:
    made = draft(project)
    where = place(made, "attributes", "type")
    made.rename_choice(where, "direct", "verbatim")
    made.change("attributes", where, name="manner")
    told = [each.sentence for each in schema_editing.impact(project, made.schema, made.renames())]
    assert told == ["1 mark of 1 annotator in 1 article: type becomes manner."]
    save(project, made)
    (quote,) = [each for each in own(project).spans.values() if each.label == "QUOTE"]
    assert quote.attributes == {"manner": "verbatim", "medium": "speech"}
    whole(project)


def test_steps_from_before_a_rename_are_cut_off_with_a_sentence_and_come_back_with_its_undo(
    project: Project, ada: Session
) -> None:
    made = draft(project)
    made.change("labels", place(made, "labels", "PERSON"), name="HUMAN")
    step = save(project, made)
    assert step is not None
    again = Session(project, ada.annotator)
    work = again.open_article(1)
    assert work.undoable is None
    with pytest.raises(EditError, match="Earlier steps cannot be undone any more: “Change the schema: The label"):
        again.undo()
    runs.undo(project, step.seq)
    work = Session(project, ada.annotator).open_article(1)
    assert work.undoable == "Set topic to politics"


def test_adding_and_recolouring_cuts_nothing_off(project: Project, ada: Session) -> None:
    made = draft(project)
    made.add("labels")
    made.change("labels", 0, colour="teal", key="")
    save(project, made)
    again = Session(project, ada.annotator)
    again.open_article(1)
    while again.undo():
        pass
    assert own(project).is_empty
    whole(project)


def test_a_change_is_not_undone_where_somebody_worked_since_nor_twice_nor_out_of_order(
    project: Project, ada: Session
) -> None:
    made = draft(project)
    made.change("labels", 0, colour="teal")
    first = save(project, made)
    made = draft(project)
    made.change("labels", 0, colour="brown")
    second = save(project, made)
    assert first is not None
    assert second is not None
    with pytest.raises(ProjectError, match=f"undo “{second.title}” first"):
        runs.undo(project, first.seq)
    runs.undo(project, second.seq)
    with pytest.raises(ProjectError, match="was undone before"):
        runs.undo(project, second.seq)
    again = Session(project, ada.annotator)
    again.open_article(2)
    again.perform(spans.mark, "ORG", [(0, 7)])
    with pytest.raises(ProjectError, match="work was done since on “Another story"):
        runs.undo(project, first.seq)
    whole(project)


def test_a_change_is_not_undone_where_a_model_used_what_it_brought(project: Project, ada: Session) -> None:
    made = draft(project)
    made.change("labels", made.add("labels"), name="NEW")
    step = save(project, made)
    assert step is not None
    model = PEOPLE[1]
    version = schemas.current(project)[0]
    found = sets.of_article(project, 1)[0]
    span = msgspec.structs.replace(next(iter(found.spans.values())), label="NEW", attributes={})
    run = runs.begin(project, "model run", "Run")
    said = AnnotationSet(annotator=model, schema_version=version, spans={span.id: span})
    runs.store_suggestions(project, said, 1, run)
    with pytest.raises(ProjectError, match="work was done since"):
        runs.undo(project, step.seq)
    assert schemas.current(project)[0] == version
    runs.undo(project, run)
    runs.undo(project, step.seq)
    assert "NEW" not in schemas.current(project)[1].label_by_name


def test_a_type_cannot_become_symmetric_where_spans_are_linked_both_ways(tmp_path: Path) -> None:
    toml = RICH_TOML.replace("symmetric = true", "")
    with create_project(tmp_path / "a.annodb", toml) as project:
        articles.add(project, [make_article(id=new_id(), title="", text=TEXT)], step=runs.begin(project, "import", "I"))
        session = Session(project, PEOPLE[0])
        session.open_article(1)
        ends = [session.perform(spans.mark, "PERSON", [at(each)]).select[0] for each in ("Ada Brill", "Tom Osei")]
        session.perform(relations.relate, ends[0], "coref", ends[1])
        session.perform(relations.relate, ends[1], "coref", ends[0])
        with pytest.raises(SchemaError, match="coref cannot become symmetric: 1 pairs"):
            schema_editing.apply(project, RICH)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (Renames(labels={"NOBODY": "ORG"}), "There is no label NOBODY"),
        (Renames(labels={"PERSON": "GONE"}), "which the new schema lacks"),
        (Renames(labels={"PERSON": "ORG"}), "that name is taken"),
        (Renames(into={"PERSON": "ORG"}), "it does not go"),
    ],
)
def test_a_rename_that_cannot_be_is_refused_and_nothing_changes(
    project: Project, ada: Session, told: Renames, sentence: str
) -> None:
    version, schema = schemas.current(project)
    with pytest.raises(SchemaError, match=sentence):
        schema_editing.apply(project, schema, told)
    assert schemas.current(project) == (version, schema)


def test_the_guidelines_of_a_new_project_are_the_programs_and_change_in_versions(project: Project) -> None:
    assert sorted(guidelines.texts(project)) == ["entities.md", "pledges.md", "quotes.md", "relations.md"]
    by = annotators.add(project, Annotator(name="Lea"))
    assert guidelines.put(project, {"pledges.md": "# Ours\n\n## PLEDGE\n\nShort.\n"}, by=by) == ["pledges.md"]
    assert guidelines.put(project, {"pledges.md": "# Ours\n\n## PLEDGE\n\nShort.\n"}, by=by) == []
    assert [(each.version, each.by) for each in guidelines.versions(project, "pledges.md")] == [(2, "Lea"), (1, "")]
    assert guidelines.text_of(project, "pledges.md", 1).startswith("# Pledges")
    assert guidelines.sections(guidelines.text_of(project, "pledges.md")) == {
        "": "# Ours\n\n",
        "PLEDGE": "\n\nShort.\n",
    }
    guidelines.put(project, {"pledges.md": ""})
    assert "pledges.md" not in guidelines.texts(project)


def test_the_subject_of_a_verdict_is_renamed_with_the_label(project: Project, ada: Session) -> None:
    model = PEOPLE[1]
    span = msgspec.structs.replace(
        next(each for each in own(project).spans.values() if each.label == "GPE"), id=new_id(), label="ORG"
    )
    said = AnnotationSet(annotator=model, spans={span.id: span})
    runs.store_suggestions(project, said, 1, runs.begin(project, "model run", "Run"))
    from annotator.app.plans import suggestions

    again = Session(project, ada.annotator)
    work = again.open_article(1)
    again.perform(suggestions.reject, list(work.left.spans))
    made = draft(project)
    made.change("labels", place(made, "labels", "ORG"), name="BODY")
    save(project, made)
    (verdict,) = own(project).verdicts.values()
    assert verdict.subject == SpanKey(label="BODY", fragments=(at("Norland"),))
    assert not Session(project, ada.annotator).open_article(1).left.spans, "what was judged stays judged"
