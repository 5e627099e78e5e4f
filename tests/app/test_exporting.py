from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import a_set, all_articles, new_project

from annotator.app.exporting import ExportOptions, ExportReport, export, outgoing
from annotator.app.importing import import_paths
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions
from annotator.model.annotation import STATUSES, AnnotationSet, Annotator
from annotator.model.errors import ExchangeError
from annotator.store import annotators, sets
from annotator.store.project import Project

TEXTS = ("Ada Brill opens the lock.", "The ferry from Norland was late.", "It rained on Monday.")
ADA, BOB = Annotator(name="Ada"), Annotator(name="Bob")
TINY, GOLD = Annotator(name="tiny", kind="model", version="1"), Annotator(name="gold", kind="gold")
MADE = (
    (1, a_set(TEXTS[0], ADA, ("PERSON", "Ada Brill"))),
    (1, a_set(TEXTS[0], TINY, ("PERSON", "Ada Brill"), ("FAC", "lock"))),
    (2, a_set(TEXTS[1], ADA, ("GPE", "Norland"), status="in progress")),
    (2, a_set(TEXTS[1], BOB, ("LOC", "Norland"))),
)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "full.annodb", *TEXTS) as made:
        put(made, *MADE)
        yield made


def put(project: Project, *numbered: tuple[int, AnnotationSet]) -> None:
    for seq, each in numbered:
        with project.writing() as db:
            number = annotators.add(project, each.annotator)
            sets.write_set(db, each, article=seq, annotator=number, step=None)


def chosen(project: Project, *, one_set: bool = False, **options: object) -> list[tuple[int, str]]:
    """The articles that go out, by number, with whose sets."""
    texts = list(TEXTS)
    found = outgoing(project, ExportOptions(**options), ExportReport(), one_set=one_set)
    return [(texts.index(item.article.text) + 1, each.annotator.name) for item in found for each in item.sets]


def test_only_finished_sets_go_out_unless_told_otherwise(full: Project) -> None:
    report = ExportReport()
    items = list(outgoing(full, ExportOptions(), report, one_set=False))
    assert [each.annotator for item in items for each in item.sets] == [ADA, TINY, BOB]
    assert (report.articles, report.sets, report.spans, report.relations, report.passed) == (2, 3, 4, 0, 1)


def test_names_kinds_and_statuses_choose(full: Project) -> None:
    assert chosen(full, names=("Ada",)) == [(1, "Ada")]
    assert chosen(full, names=("tiny 1",)) == [(1, "tiny")]
    assert chosen(full, kinds=("person",)) == [(1, "Ada"), (2, "Bob")]
    assert chosen(full, kinds=("model",)) == [(1, "tiny")]
    assert chosen(full, names=("Ada",), kinds=("model",)) == []
    assert chosen(full, statuses=("in progress",)) == [(2, "Ada")]
    assert len(chosen(full, statuses=STATUSES)) == 4


def test_a_format_of_one_set_takes_the_only_finished_person(full: Project) -> None:
    assert chosen(full, one_set=True) == [(1, "Ada"), (2, "Bob")]


def test_a_format_of_one_set_prefers_gold(full: Project) -> None:
    put(full, (1, a_set(TEXTS[0], GOLD, ("PERSON", "Ada Brill"))))
    assert chosen(full, one_set=True) == [(1, "gold"), (2, "Bob")]


def test_a_format_of_one_set_refuses_to_choose_between_people(full: Project, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"\(Ada, Bob\).*--annotator"):
        export(full, tmp_path / "o.spacy", "spacy", ExportOptions(statuses=STATUSES))
    assert not (tmp_path / "o.spacy").exists()


def test_somebody_unknown_is_refused_by_name_before_anything_is_written(full: Project, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"no annotator Eve in the project\. It has: Ada, Bob, tiny"):
        export(full, tmp_path / "o.jsonl", "jsonl", ExportOptions(names=("Ada", "Eve")))
    assert not (tmp_path / "o.jsonl").exists()


def test_what_passed_over_is_told(full: Project, tmp_path: Path) -> None:
    report = export(full, tmp_path / "o.jsonl", "jsonl")
    assert report.as_text() == (
        "2 articles exported with 3 sets, 4 spans, 0 relations. 1 article without a fitting set was left out."
    )


def test_a_writer_elsewhere_gets_the_same_for_spacy_and_is_not_asked_for_jsonl(full: Project, tmp_path: Path) -> None:
    got: list[Outgoing] = []
    seen: list[WriteOptions] = []

    def elsewhere(items: Iterator[Outgoing], target: Path, options: WriteOptions) -> LossReport:
        got.extend(items)
        seen.append(options)
        return LossReport()

    options = ExportOptions(names=("Ada",), alignment="expand", ents=("GPE",), pipeline="blank:en")
    report = export(full, tmp_path / "o.spacy", "spacy", options, elsewhere=elsewhere)
    assert got == list(outgoing(full, options, ExportReport(), one_set=True)) != []
    assert (report.articles, report.passed) == (1, 2)
    assert (seen[0].alignment, seen[0].ents, seen[0].pipeline) == ("expand", ("GPE",), "blank:en")
    assert not (tmp_path / "o.spacy").exists()
    export(full, tmp_path / "o.jsonl", "jsonl", elsewhere=elsewhere)
    assert (tmp_path / "o.jsonl").exists()
    assert len(seen) == 1


def test_the_jsonl_of_one_project_makes_another_that_is_equal(full: Project, tmp_path: Path) -> None:
    export(full, tmp_path / "o.jsonl", "jsonl", ExportOptions(statuses=STATUSES))
    with new_project(tmp_path / "other.annodb") as other:
        report = import_paths(other, [tmp_path / "o.jsonl"])
        assert (len(report.added), report.sets, report.refused) == (2, 4, [])
        assert all_articles(other) == all_articles(full)[:2]
        for seq in (1, 2):
            assert sets.of_article(other, seq) == sets.of_article(full, seq)


def test_progress_counts_what_was_passed_over_too(full: Project, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(full, tmp_path / "o.jsonl", "jsonl", ExportOptions(report=lambda done, of: told.append((done, of))))
    assert told[-1] == (3, 3)


def test_a_stopped_export_leaves_what_stood_there(full: Project, tmp_path: Path) -> None:
    (tmp_path / "o.jsonl").write_text("old", encoding="utf-8")
    with pytest.raises(CancelledError):
        export(full, tmp_path / "o.jsonl", "jsonl", ExportOptions(cancelled=lambda: True))
    assert (tmp_path / "o.jsonl").read_text(encoding="utf-8") == "old"


def test_an_export_never_takes_the_place_of_the_project(full: Project, tmp_path: Path) -> None:
    link = tmp_path / "link.jsonl"
    link.symlink_to(full.path)
    for target in (full.path, link):
        with pytest.raises(ExchangeError, match="the project itself"):
            export(full, target, "jsonl")
    assert len(all_articles(full)) == 3
