"""The same file twice: everything is in the project already, also of formats that give no ids."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from annotator import files
from annotator.app.exporting import ExportOptions, export
from annotator.app.importing import ImportOptions, ImportReport, import_paths
from annotator.app.sameness import says_the_same
from annotator.app.sample import make_sample
from annotator.exchange import registry
from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.store.project import Project, create_project, open_project

BOTH_WAYS = sorted({*registry.readers().loaded} & {*registry.writers().loaded} - {"csv", "xlsx", "parquet", "html"})


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("sample") / "sample.annodb"
    make_sample(path)
    with open_project(path) as made:
        yield made


def taken(target: Path, project: Project, format: str) -> ImportReport:  # noqa: A002
    return import_paths(project, [target], ImportOptions(format=format))


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_the_same_file_twice_is_known_whole(sample: Project, tmp_path: Path, format: str) -> None:  # noqa: A002
    writer = registry.writer_for(format)
    target = tmp_path / f"out{writer.suffix}"
    export(sample, target, writer, ExportOptions(names=("Ada",), statuses=("done", "in progress", "flagged", "new")))
    news = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
    with create_project(tmp_path / "in.annodb", news) as project:
        first = taken(target, project, format)
        assert first.sets, "nothing came, so nothing is shown"
        again = taken(target, project, format)
    assert (again.added, again.sets, again.known_sets) == ([], 0, first.sets)
    assert [each.reason for each in again.refused if "differently" in each.reason] == []
    assert again.as_text().startswith(f"0 articles imported, {again.known} were in the project already, {first.sets} ")


LOCK, LONDON = (
    Span(id=key, label="ORG", fragments=((at, at + 4),), text=key) for at, key in enumerate(("lock", "lond"))
)
LINK = Relation(id="r", type="coref", head="lock", tail="lond")


def made_set(*spans: Span, relations: tuple[Relation, ...] = ()) -> AnnotationSet:
    return AnnotationSet(
        annotator=Annotator(name="Ada"),
        state=SetState(status="done"),
        spans={each.id: each for each in spans},
        relations={each.id: each for each in relations},
    )


def test_what_differs_is_seen_whatever_the_ids() -> None:
    one = made_set(LOCK, LONDON, relations=(LINK,))
    other_ids = [msgspec.structs.replace(each, id=f"{each.id}2") for each in (LOCK, LONDON)]
    link = msgspec.structs.replace(LINK, id="q", head="lock2", tail="lond2")
    assert says_the_same(one, made_set(*other_ids, relations=(link,)))
    turned = msgspec.structs.replace(link, head="lond2", tail="lock2")
    assert not says_the_same(one, made_set(*other_ids, relations=(turned,)))
    assert not says_the_same(one, made_set(*other_ids))
    noted = msgspec.structs.replace(other_ids[0], note="why")
    assert not says_the_same(one, made_set(noted, other_ids[1], relations=(link,)))
    assert not says_the_same(made_set(LOCK), made_set(LOCK, msgspec.structs.replace(LOCK, id="twice")))
