"""Whatever is changed in a schema, nothing is lost, and undo gives all of it back."""

import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from schema_cases import PEOPLE, changed, draft, save
from strategies import RICH, RICH_TOML, annotated_texts, annotation_sets

from annotator.app import schema_editing
from annotator.model.annotation import AnnotationSet
from annotator.model.article import make_article
from annotator.model.errors import AnnotatorError
from annotator.model.ids import new_id
from annotator.model.schema import Schema
from annotator.store import annotators, articles, check, runs, schemas, sets
from annotator.store.project import create_project


@st.composite
def worlds(draw: st.DrawFn) -> list[AnnotationSet]:
    """A person's, a model's and the gold set of one text, the text first in a list of its own."""
    text, first = draw(annotated_texts())
    others = [draw(annotation_sets(text, RICH, each)) for each in PEOPLE[1:]]
    return [text, msgspec.structs.replace(first, annotator=PEOPLE[0]), *others]  # type: ignore[list-item]


def counted(found: list[AnnotationSet]) -> list[Any]:
    return [
        (
            [(each.id, each.fragments, each.text, each.note, len(each.attributes)) for each in one.spans.values()],
            [(each.id, each.head, each.tail, len(each.attributes)) for each in one.relations.values()],
            [(each.id, each.kind) for each in one.verdicts.values()],
            len(one.state.attributes),
        )
        for one in found
    ]


def without_versions(found: list[AnnotationSet]) -> list[AnnotationSet]:
    return [msgspec.structs.replace(each, schema_version=0) for each in found]


@given(worlds(), st.data())
def test_whatever_is_changed_nothing_is_lost_and_undo_gives_it_all_back(world: list[Any], data: st.DataObject) -> None:
    text, *said = world
    with tempfile.TemporaryDirectory() as folder, create_project(Path(folder) / "a.annodb", RICH_TOML) as project:
        step = runs.begin(project, "import", "Import")
        articles.add(project, [make_article(id=new_id(), title="A", text=text)], step=step)
        numbers = [annotators.add(project, each) for each in PEOPLE]
        with project.writing() as db:
            sets.insert(db, [sets.NewSet(1, n, each) for n, each in zip(numbers, said, strict=True)], step=step)
        states_seen: list[tuple[Schema, list[AnnotationSet], int]] = []
        for _ in range(data.draw(st.integers(1, 3))):
            made = draft(project)
            for _ in range(data.draw(st.integers(1, 5))):
                changed(data, made)
            before = sets.of_article(project, 1)
            schema = schemas.current(project)[1]
            try:
                touched = schema_editing.impact(project, made.schema, made.renames())
                done = save(project, made)
            except AnnotatorError:
                assert sets.of_article(project, 1) == before
                assert schemas.current(project)[1] == schema
                continue
            after = sets.of_article(project, 1)
            assert counted(after) == counted(before)
            assert list(check.problems(project)) == []
            if without_versions(after) != without_versions(before):
                assert touched or any(each.verdicts for each in before)
            if done:
                states_seen.append((schema, before, done.seq))
        for schema, before, seq in reversed(states_seen):
            runs.undo(project, seq)
            assert schemas.current(project)[1] == schema
            assert without_versions(sets.of_article(project, 1)) == without_versions(before)
        assert list(check.problems(project)) == []
