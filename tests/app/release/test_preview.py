from collections.abc import Iterator
from pathlib import Path

import pytest
from release_cases import ADA, BOB, new_release_project

from annotator.app.exporting import ExportOptions, export
from annotator.app.release.preview import preview
from annotator.exchange.losses import Loss, LossKind, LossReport, listing
from annotator.model.errors import ExchangeError
from annotator.store import articles
from annotator.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_release_project(tmp_path / "news.annodb", 6, (ADA, BOB)) as made:
        with made.writing() as db:
            db.execute(
                'UPDATE span SET "end" = "end" - 2, text = substr(text, 1, length(text) - 2) WHERE label = \'PERSON\''
            )
        yield made


HERS = ExportOptions(names=(ADA.name,))


def test_a_format_that_holds_everything_loses_nothing_and_nothing_is_written(project: Project, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    found = preview(project, "jsonl", ExportOptions())
    assert (found.total, found.kinds) == (0, [])
    assert sorted(tmp_path.iterdir()) == before


def test_every_span_that_would_be_left_out_is_listed_at_its_place(project: Project) -> None:
    (kind,) = preview(project, "spacy", HERS).kinds
    assert (kind.about, kind.count, len(kind.places)) == ("span off token boundaries", 6, 6)
    for place in kind.places:
        assert place.article is not None
        article = articles.get(project, place.article)
        ((start, end),) = place.fragments
        assert article.text[start:end] == place.loss.text == "Ada Bri"
        assert place.loss.article == article.title


def test_it_is_what_the_export_then_loses(project: Project, tmp_path: Path) -> None:
    for alignment in ("strict", "contract", "expand"):
        options = ExportOptions(names=(ADA.name,), alignment=alignment)
        found = preview(project, "spacy", options)
        report = export(project, tmp_path / "o.spacy", "spacy", options)
        assert found.total == report.losses.total == 6
        assert [each.loss for each in found.kinds[0].places] == report.losses.kinds["misaligned"].listed


def test_a_title_that_several_articles_have_is_told_apart_by_the_text(project: Project) -> None:
    with project.writing() as db:
        db.execute("UPDATE article SET title = 'The same'")
    (kind,) = preview(project, "spacy", HERS).kinds
    for place in kind.places:
        assert place.article is not None
        ((start, end),) = place.fragments
        assert articles.get(project, place.article).text[start:end] == "Ada Bri"


def test_what_the_export_would_refuse_the_preview_refuses(project: Project) -> None:
    with pytest.raises(ExchangeError, match="several sets"):
        preview(project, "spacy", ExportOptions())


def test_more_are_listed_only_where_that_is_asked_for() -> None:
    kind = LossKind("k", "thing")

    def listed() -> int:
        report = LossReport()
        for _ in range(300):
            report.add(kind, Loss(article="a", place="1-2", done="left out"))
        assert report.total == 300
        return len(report.kinds["k"].listed)

    with listing(250):
        assert listed() == 250
    assert listed() == 100
