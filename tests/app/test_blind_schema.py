"""The blind sample when the schema was changed since: the set of then comes back, in the names of today."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from app_cases import a_set, new_project
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from schema_cases import changed, place
from strategies import RICH_TOML, values

from annotator.app import schema_editing
from annotator.app.blind import set_share
from annotator.app.blind_compare import Difference, blind_differences, blind_summary
from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.schema_draft import Draft, Kind
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, RelationKey
from annotator.model.article import make_article
from annotator.model.errors import AnnotatorError, SchemaError
from annotator.model.ids import new_id
from annotator.model.schema_changes import Renames
from annotator.store import annotators, articles, blind, runs, schemas, sets
from annotator.store.blind_sets import set_at
from annotator.store.project import Project, create_project

TEXT = "Ada Brill said: “We open the lock.” Tom Osei of Norland heard it."
ADA, MODEL = Annotator(name="Ada"), Annotator(name="tiny", kind="model", version="1")


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def copy(own: AnnotationSet) -> AnnotationSet:
    return replace(own, spans=dict(own.spans), relations=dict(own.relations), verdicts=dict(own.verdicts))


def suggest(session: Session, *marks: tuple[str, str]) -> None:
    article = session.work.article
    found = a_set(TEXT, MODEL, *marks)
    session.receive([(article.id, article.sha256, found)], runs.begin(session.project, "model run", "Run"))


def opened(project: Project) -> Session:
    session = Session(project, ADA)
    session.open_article(1)
    return session


def change(project: Project, make: Callable[[Draft], object]) -> Renames:
    """Change the schema; what was told."""
    made = Draft(schemas.current(project)[1])
    make(made)
    assert schema_editing.apply(project, made.schema, made.renames()) is not None
    return made.renames()


def rename(kind: Kind, old: str, new: str) -> Callable[[Draft], None]:
    return lambda made: made.change(kind, place(made, kind, old), name=new)


def merge(kind: Kind, old: str, into: str) -> Callable[[Draft], None]:
    return lambda made: made.remove(kind, place(made, kind, old), into=into)


def then(project: Project) -> AnnotationSet:
    (end,) = blind.ends(project)
    return set_at(project, end)


def labels(found: AnnotationSet) -> list[tuple[str, str]]:
    return sorted((each.text, each.label) for each in found.spans.values())


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "p.annodb", TEXT) as made:
        set_share(made, 100)
        yield made


@pytest.fixture
def blind_set(project: Project) -> AnnotationSet:
    """Two persons, a place, a quote with its speaker, and a topic; finished blind, in the names of then."""
    session = opened(project)
    suggest(session, ("PERSON", "Ada Brill"), ("ORG", "Norland"))
    brill = session.perform(spans.mark, "PERSON", [at("Ada Brill")]).select[0]
    session.perform(spans.mark, "PERSON", [at("Tom Osei")])
    quote = session.perform(spans.mark, "QUOTE", [at("“We open the lock.”")]).select[0]
    session.perform(relations.relate, quote, "speaker", brill)
    session.perform(spans.mark, "GPE", [at("Norland")])
    session.perform(states.set_attribute, "topic", "politics")
    made = copy(session.work.own)
    assert session.finish().is_shown
    return made


def named(found: AnnotationSet, text: str) -> str:
    return next(key for key, each in found.spans.items() if each.text == text)


def test_a_label_renamed_since_has_its_new_name_also_where_a_later_step_named_the_old_one(
    project: Project, blind_set: AnnotationSet
) -> None:
    session = opened(project)
    session.perform(spans.relabel, named(blind_set, "Tom Osei"), "ORG")
    session.perform(spans.remove, [named(blind_set, "Ada Brill")])
    change(project, rename("labels", "PERSON", "HUMAN"))
    opened(project).perform(spans.relabel, named(blind_set, "Tom Osei"), "HUMAN")
    found = then(project)
    wanted = {
        key: replace(each, label="HUMAN") if each.label == "PERSON" else each for key, each in blind_set.spans.items()
    }
    assert (found.spans, found.relations, found.state) == (wanted, blind_set.relations, blind_set.state)
    (told,) = blind_differences(project)
    assert (told.by_seeing, told.relations_by_seeing) == (Difference(0, 1, 0), Difference(0, 1, 0))


def test_what_seeing_changed_does_not_count_what_only_has_another_name(
    project: Project, blind_set: AnnotationSet
) -> None:
    before = list(blind_differences(project))
    change(project, rename("labels", "PERSON", "HUMAN"))
    change(project, merge("labels", "GPE", "LOC"))
    change(project, rename("relations", "speaker", "said by"))
    change(project, rename("attributes", "type", "manner"))
    assert list(blind_differences(project)) == before
    assert before[0].by_seeing == Difference(0, 0, 0)


def test_a_label_that_became_another_is_that_one_but_where_both_stood(
    project: Project, blind_set: AnnotationSet
) -> None:
    session = opened(project)
    norland = named(blind_set, "Norland")
    session.perform(spans.mark, "LOC", [at("Norland")])
    session.perform(spans.set_note, norland, "both")
    session.perform(spans.set_note, named(blind_set, "Ada Brill"), "with the spans that become another")
    session.perform(spans.remove, [named(blind_set, "Tom Osei")])
    change(project, merge("labels", "GPE", "LOC"))
    change(project, merge("labels", "PERSON", "ORG"))
    found = then(project)
    assert labels(found) == [
        ("Ada Brill", "ORG"),
        ("Norland", "GPE"),
        ("Tom Osei", "ORG"),
        ("“We open the lock.”", "QUOTE"),
    ]
    assert found.spans[norland] == blind_set.spans[norland]


def test_a_removed_label_stays_under_its_name(project: Project, blind_set: AnnotationSet) -> None:
    session = opened(project)
    session.perform(spans.set_note, named(blind_set, "Norland"), "later")
    change(project, lambda made: made.remove("labels", place(made, "labels", "GPE")))
    assert then(project).spans == blind_set.spans


def test_attributes_choices_and_relation_types_have_their_new_names(project: Project, blind_set: AnnotationSet) -> None:
    session = opened(project)
    quote = named(blind_set, "“We open the lock.”")
    session.perform(spans.set_attribute, quote, "type", "indirect")
    session.perform(states.set_attribute, "topic", "economy")
    session.perform(relations.remove, next(iter(blind_set.relations)))

    def names(made: Draft) -> None:
        made.rename_choice(place(made, "attributes", "type"), "direct", "verbatim")
        made.change("attributes", place(made, "attributes", "type"), name="manner")
        made.rename_choice(place(made, "attributes", "topic"), "politics", "state")
        made.change("relations", place(made, "relations", "speaker"), name="said by")

    change(project, names)
    found = then(project)
    assert found.spans[quote].attributes["manner"] == "verbatim"
    assert found.state.attributes == {"topic": "state"}
    assert [each.type for each in found.relations.values()] == ["said by"]


def test_a_change_that_was_undone_counts_for_nothing(project: Project, blind_set: AnnotationSet) -> None:
    opened(project).perform(spans.relabel, named(blind_set, "Tom Osei"), "ORG")
    made = Draft(schemas.current(project)[1])
    merge("labels", "PERSON", "ORG")(made)
    step = schema_editing.apply(project, made.schema, made.renames())
    assert labels(then(project))[0] == ("Ada Brill", "ORG")
    runs.undo(project, step.seq)
    opened(project).undo()
    assert copy(then(project)) == replace(blind_set, schema_version=then(project).schema_version)


def test_a_set_that_was_imported_after_the_finish_was_not_there_then(project: Project) -> None:
    session = opened(project)
    suggest(session, ("PERSON", "Ada Brill"))
    session.finish()
    project.db.execute("UPDATE blind_end SET at = '2020-01-01T00:00:00.000+00:00'")
    project.db.conn.commit()
    step = runs.begin(project, "import", "Import")
    with project.writing() as db:
        sets.insert(db, [sets.NewSet(1, session.number, a_set(TEXT, ADA, ("ORG", "Norland")))], step=step)
    assert then(project).is_empty


# Whatever is done

NEW_NAMES = st.sampled_from(["A", "B", "C", "PERSON", "speaker"])
ACTS = ("mark", "relabel", "remove", "attribute", "note", "relate", "state", "judge", "undo", "redo", "finish")
PLACES = [at(each) for each in ("Ada Brill", "Brill", "“We open the lock.”", "Tom Osei", "Norland")]


def act(session: Session, name: str, data: st.DataObject) -> None:
    """Do one thing, if it can be done."""
    work, schema = session.work, session.schema
    keys = sorted(work.own.spans, key=lambda key: (work.own.spans[key].start, key))
    offered = [each.name for each in schema.offered_labels]
    if name in ("undo", "redo"):
        getattr(session, name)()
    elif name == "finish":
        session.finish(data.draw(st.sampled_from(["done", "skipped"])))
    elif name == "mark":
        session.perform(spans.mark, data.draw(st.sampled_from(offered)), [data.draw(st.sampled_from(PLACES))])
    elif name == "state":
        if attributes := schema.article_attributes:
            attribute = data.draw(st.sampled_from(attributes))
            session.perform(states.set_attribute, attribute.name, data.draw(st.none() | values(attribute)))
    elif name == "judge":
        if left := [*work.left.spans, *work.left.relations]:
            plan = data.draw(st.sampled_from([suggestions.accept, suggestions.reject]))
            session.perform(plan, [data.draw(st.sampled_from(left))])
    elif keys:
        on_span(session, name, data.draw(st.sampled_from(keys)), data)


def on_span(session: Session, name: str, key: str, data: st.DataObject) -> None:
    own, schema = session.work.own, session.schema
    if name == "remove":
        session.perform(spans.remove, [key])
    elif name == "note":
        session.perform(spans.set_note, key, data.draw(st.sampled_from(["", "x", "y"])))
    elif name == "relabel":
        session.perform(spans.relabel, key, data.draw(st.sampled_from([each.name for each in schema.offered_labels])))
    elif name == "attribute":
        if attributes := schema.attributes_of_label(own.spans[key].label):
            attribute = data.draw(st.sampled_from(attributes))
            session.perform(spans.set_attribute, key, attribute.name, data.draw(st.none() | values(attribute)))
    elif name == "relate" and (targets := relations.targets(session.work, key)):
        other = data.draw(st.sampled_from(sorted(targets)))
        session.perform(relations.relate, key, data.draw(st.sampled_from(targets[other])).name, other)


def act_on(session: Session, acts: list[str], data: st.DataObject) -> None:
    for name in acts:
        with suppress(AnnotatorError):
            act(session, name, data)


def other_name(data: st.DataObject, made: Draft) -> None:
    """Of labels or relation types one is renamed, or goes into another: most changes of the editor do neither."""
    kind: Kind = data.draw(st.sampled_from(["labels", "labels", "relations"]))
    names = [each.name for each in made.things(kind) if not each.retired]
    with suppress(SchemaError):
        if len(names) > 1 and data.draw(st.booleans()):
            old, new = data.draw(st.permutations(names))[:2]
            made.remove(kind, place(made, kind, old), into=new)
        elif names:
            made.change(kind, place(made, kind, data.draw(st.sampled_from(names))), name=data.draw(NEW_NAMES))


class Aside:
    """The blind set kept aside: at each change of the schema given the names that the change gave to what stands."""

    def __init__(self, project: Project, kept: AnnotationSet) -> None:
        self._project = project
        self.kept = kept
        self._before: list[tuple[int, AnnotationSet]] = []

    def change(self, data: st.DataObject) -> None:
        made = Draft(schemas.current(self._project)[1])
        for _ in range(data.draw(st.integers(1, 3))):
            data.draw(st.sampled_from([changed, other_name, other_name]))(data, made)
        before = self._stands()
        with suppress(AnnotatorError):
            if step := schema_editing.apply(self._project, made.schema, made.renames()):
                self._before.append((step.seq, self.kept))
                self.kept = in_new_names(self.kept, before, self._stands(), made.renames())

    def take_back(self) -> None:
        with suppress(AnnotatorError):
            if self._before:
                runs.undo(self._project, self._before[-1][0])
                self.kept = self._before.pop()[1]

    def _stands(self) -> AnnotationSet:
        (number,) = [number for number, each in annotators.everyone(self._project).items() if each == ADA]
        return sets.load(self._project, 1, number) or AnnotationSet(annotator=ADA)


def in_new_names(kept: AnnotationSet, before: AnnotationSet, after: AnnotationSet, told: Renames) -> AnnotationSet:
    """What stands as it was kept becomes what the change made of it; else it is renamed, unless that was left alone."""

    def attributes(old: dict[str, Any]) -> dict[str, Any]:
        return {
            told.attributes.get(name, name): told.choices.get(name, {}).get(each, each)
            if isinstance(each, str)
            else each
            for name, each in old.items()
        }

    def name(said: str, into: dict[str, str], names: dict[str, str], was: str, now: str) -> str:
        left_alone = was in into and now == was
        return names.get(said, said if left_alone else into.get(said, said))

    made = replace(
        kept, spans={}, relations={}, state=replace(kept.state, attributes=attributes(kept.state.attributes))
    )
    for table, field, into, names in (
        ("spans", "label", told.into, told.labels),
        ("relations", "type", told.relations_into, told.relations),
    ):
        for key, old in getattr(kept, table).items():
            was, now = getattr(before, table).get(key), getattr(after, table).get(key)
            new = name(getattr(old, field), into, names, getattr(was, field, ""), getattr(now, field, ""))
            renamed = replace(old, **{field: new}, attributes=attributes(old.attributes))
            getattr(made, table)[key] = now if was == old else renamed
    return made


def shape(found: AnnotationSet) -> list[Any]:
    """What verdicts are about, whatever it is called."""
    subjects = {key: each.subject for key, each in found.verdicts.items()}
    return sorted(
        (
            key,
            found.verdicts[key].kind,
            *((each.head.fragments, each.tail.fragments) if of_relation else each.fragments),
        )
        for key, each in subjects.items()
        for of_relation in (isinstance(each, RelationKey),)
    )


@settings(max_examples=max(settings().max_examples // 2, 1), deadline=None)
@given(data=st.data())
def test_the_blind_set_comes_back_in_the_names_of_today_whatever_is_done_and_changed(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    some = st.lists(st.sampled_from(ACTS[:-1]), max_size=6)
    with create_project(tmp_path_factory.mktemp("blind") / "p.annodb", RICH_TOML) as project:
        articles.add(project, [make_article(id=new_id(), title="", text=TEXT)], step=runs.begin(project, "import", "I"))
        session = opened(project)
        suggest(session, ("PERSON", "Ada Brill"), ("ORG", "Tom Osei"), ("PERSON", "Norland"), ("QUOTE", "Brill said"))
        act_on(session, data.draw(some), data)
        set_share(project, 100)
        session = opened(project)
        act_on(session, data.draw(some), data)
        aside = Aside(project, copy(session.work.own))
        session.finish()
        for _ in range(data.draw(st.integers(1, 3))):
            act_on(session, data.draw(st.lists(st.sampled_from(ACTS), max_size=5)), data)
            aside.change(data)
            if data.draw(st.integers(0, 3)) == 0:
                aside.take_back()
            session = opened(project)
        act_on(session, data.draw(some), data)
        found = then(project)
        assert (found.spans, found.relations, found.state) == (aside.kept.spans, aside.kept.relations, aside.kept.state)
        assert shape(found) == shape(aside.kept)
        (told,) = blind_differences(project)
        assert told.spans + told.by_seeing.added - told.by_seeing.removed == len(session.work.own.spans)
        seeing = blind_summary(project).seeing
        for thing, same in (("span", told.by_seeing), ("relation", told.relations_by_seeing)):
            rows = [each for each in seeing if each.thing == thing]
            counts = (
                sum(each.added for each in rows),
                sum(each.removed for each in rows),
                sum(each.changed for each in rows),
            )
            assert Difference(*counts) == same
