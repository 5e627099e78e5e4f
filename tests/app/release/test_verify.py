import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from release_cases import ADA, BOB, new_release_project

from annotator.app.exporting import ExportOptions, ExportReport, export, outgoing
from annotator.app.release import verify
from annotator.exchange import docbin, docbin_verify
from annotator.exchange.jsonl import JsonlWriter
from annotator.exchange.losses import Loss, LossKind, LossReport, listing
from annotator.exchange.protocols import Outgoing, WriteOptions
from annotator.model.errors import ExchangeError
from annotator.store.project import Project

CHECK = ExportOptions(check=True)
Change = Callable[[list[Any]], object]
GONE = LossKind("gone", "span left out")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_release_project(tmp_path / "news.annodb", 6, (ADA, BOB)) as made:
        yield made


class Careless(JsonlWriter):
    """Writes JSON lines, and then changes them; tells of it when it is honest."""

    def __init__(self, change: Change, *, honest: bool = False) -> None:
        self._change = change
        self._honest = honest

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        every = list(items)
        losses = super().write(every, target, options=options)
        rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
        self._change(rows)
        target.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        if self._honest:
            losses.add(GONE, Loss(article=every[2].article.title, place="1-2", label="GPE", done="left out"))
        return losses


def drop_span(rows: list[Any]) -> None:
    rows[2]["sets"][0]["spans"].pop()


def rename(rows: list[Any]) -> None:
    rows[2]["sets"][0]["spans"][0]["label"] = "LAW"


def drop_article(rows: list[Any]) -> None:
    rows.pop(2)


def move_span(rows: list[Any]) -> None:
    span = rows[2]["sets"][0]["spans"][0]
    start, end = span["fragments"][0]
    span["fragments"], span["text"] = [[start, end - 1]], span["text"][:-1]


def give_attribute(rows: list[Any]) -> None:
    rows[2]["sets"][0]["spans"][0]["attributes"] = {"unsure": True}


def break_span(rows: list[Any]) -> None:
    rows[2]["sets"][0]["spans"][0]["text"] = "another"


CHANGES = [drop_span, rename, drop_article, move_span, give_attribute, break_span]


def test_a_good_export_says_what_was_found_when_it_was_read_again(project: Project, tmp_path: Path) -> None:
    report = export(project, tmp_path / "o.jsonl", "jsonl", CHECK)
    assert report.checked is not None
    assert report.checked.good
    assert report.as_text().endswith("Verified: read again, it has 6 articles with 24 spans.")


def test_an_export_is_not_read_again_unless_asked(project: Project, tmp_path: Path) -> None:
    assert export(project, tmp_path / "o.jsonl", "jsonl").checked is None


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_silently_is_named(project: Project, tmp_path: Path, change: Change) -> None:
    report = export(project, tmp_path / "o.jsonl", Careless(change), CHECK)
    assert report.checked is not None
    assert not report.checked.good
    assert "differs in" in report.as_text()
    assert any("News 3" in each or "line 3" in each for each in report.checked.differences)


@pytest.mark.parametrize("change", CHANGES[:-1])
def test_what_the_loss_report_names_is_no_difference(project: Project, tmp_path: Path, change: Change) -> None:
    report = export(project, tmp_path / "o.jsonl", Careless(change, honest=True), CHECK)
    assert report.checked is not None
    assert report.checked.good, report.checked.differences
    assert "all but the losses" in report.as_text()


def test_a_loss_in_one_article_does_not_excuse_another(project: Project, tmp_path: Path) -> None:
    def change(rows: list[Any]) -> None:
        rows[3]["sets"][0]["spans"].pop()

    report = export(project, tmp_path / "o.jsonl", Careless(change, honest=True), CHECK)
    assert report.checked is not None
    assert len(report.checked.differences) == 1


def test_the_order_of_articles_is_no_difference(project: Project, tmp_path: Path) -> None:
    report = export(project, tmp_path / "o.jsonl", Careless(lambda rows: rows.reverse()), CHECK)
    assert report.checked is not None
    assert report.checked.good


def test_a_format_that_is_not_read_says_so(project: Project, tmp_path: Path) -> None:
    class Table(JsonlWriter):
        name = "csv"

    report = export(project, tmp_path / "o.csv", Table(), CHECK)
    assert report.checked is not None
    assert not report.checked.good
    assert "was not read again" in report.as_text()


def test_a_writer_may_bring_a_check_of_its_own(project: Project, tmp_path: Path) -> None:
    class Own(JsonlWriter):
        def verify(self, target: Path, items: Iterator[Outgoing], options: WriteOptions, losses: LossReport) -> None:
            del options, losses
            if len(list(items)) != 6 or not target.exists():
                raise AssertionError
            raise ExchangeError("own.differs", "It is upside down.")

    report = export(project, tmp_path / "o.jsonl", Own(), CHECK)
    assert report.checked is not None
    assert report.checked.differences == ["It is upside down."]


def test_reading_again_can_be_stopped(project: Project, tmp_path: Path) -> None:
    asked = iter([False] * 8 + [True] * 99)
    report = export(project, tmp_path / "o.jsonl", "jsonl", ExportOptions(check=True, cancelled=lambda: next(asked)))
    assert report.checked is not None
    assert not report.checked.good
    assert "stopped" in report.as_text()
    assert (tmp_path / "o.jsonl").exists()


def test_an_export_of_nothing_is_verified(project: Project, tmp_path: Path) -> None:
    report = export(project, tmp_path / "o.jsonl", "jsonl", ExportOptions(check=True, statuses=("skipped",)))
    assert report.checked is not None
    assert report.checked.good, report.checked.differences


# DocBin


def test_a_docbin_is_verified_and_its_losses_are_counted(project: Project, tmp_path: Path) -> None:
    with project.writing() as db:  # one span ends inside a word
        db.execute(
            'UPDATE span SET "end" = "end" - 2, text = substr(text, 1, length(text) - 2) WHERE id ='
            " (SELECT min(span.id) FROM span JOIN annotation_set ON annotation_set.id = aset"
            " WHERE label = 'PERSON' AND annotator = 1)"
        )
    for alignment, spans in (("strict", 11), ("expand", 12)):
        options = ExportOptions(check=True, names=(ADA.name,), alignment=alignment)
        report = export(project, tmp_path / "o.spacy", "spacy", options)
        assert report.checked is not None
        assert report.checked.good, report.checked.differences
        assert report.losses.total == 1
        assert report.checked.spans == spans


def test_a_docbin_of_other_articles_or_with_silent_losses_differs(project: Project, tmp_path: Path) -> None:
    items = list(outgoing(project, ExportOptions(names=(ADA.name,)), ExportReport(), one_set=True))
    prints: list[bytes] = []
    losses = docbin.WRITER.write(docbin_verify.noted(items, prints), tmp_path / "o.spacy", options=WriteOptions())
    assert docbin_verify.verify_prints(tmp_path / "o.spacy", prints, losses) == (6, 12)
    with pytest.raises(ExchangeError, match="1 articles are not in it"):
        docbin_verify.verify_prints(tmp_path / "o.spacy", [*prints, b"x"], losses)
    with pytest.raises(ExchangeError, match="or its set is another"):
        docbin_verify.verify_prints(tmp_path / "o.spacy", prints[::-1], losses)
    losses.add(docbin_verify.MISALIGNED, Loss(article="", place="1-2", done="left out"))
    with pytest.raises(ExchangeError, match="moved or missing"):
        docbin_verify.verify_prints(tmp_path / "o.spacy", prints, losses)


def test_many_differences_are_counted_and_the_first_listed() -> None:
    checked = verify.Checked(again=True)
    for number in range(30):
        checked.differ(f"{number}.")
    assert len(checked.differences) == 20
    assert "differs in 30 places" in checked.as_text()
    assert msgspec.json.decode(msgspec.json.encode(checked), type=verify.Checked) == checked


class Folder(JsonlWriter):
    """Writes a file for each set of an article, and a note that is none of them."""

    suffix = ""

    def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
        losses = LossReport()
        for item in items:
            for each in item.sets:
                place = target / item.article.id / f"{each.annotator}.jsonl"
                place.parent.mkdir(parents=True, exist_ok=True)
                super().write([Outgoing(item.article, (each,))], place, options=options)
        (target / "about.txt").write_text("A note.", encoding="utf-8")
        return losses


def test_a_folder_with_a_file_for_each_set_is_read_whole(project: Project, tmp_path: Path) -> None:
    report = export(project, tmp_path / "o", Folder(), CHECK)
    assert report.checked is not None
    assert report.checked.good, report.checked.differences
    assert (report.checked.articles, report.checked.spans) == (6, 24)


def test_a_set_that_is_missing_in_a_folder_is_a_difference(project: Project, tmp_path: Path) -> None:
    class Loses(Folder):
        def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
            losses = super().write(items, target, options=options)
            next(target.rglob("Bob Osei.jsonl")).unlink()
            return losses

    report = export(project, tmp_path / "o", Loses(), CHECK)
    assert report.checked is not None
    assert len(report.checked.differences) == 2


def test_more_spans_are_gone_than_the_losses_of_the_article_name(project: Project, tmp_path: Path) -> None:
    def change(rows: list[Any]) -> None:
        rows[2]["sets"][0]["spans"].pop()
        rows[2]["sets"][1]["spans"].pop()

    report = export(project, tmp_path / "o.jsonl", Careless(change, honest=True), CHECK)
    assert report.checked is not None
    assert "2 of its spans are not there, and it has 1 losses." in report.as_text()


def test_losses_beyond_those_that_are_listed_excuse_their_articles(project: Project, tmp_path: Path) -> None:
    class Forgets(JsonlWriter):
        def write(self, items: Iterable[Outgoing], target: Path, *, options: WriteOptions) -> LossReport:
            every = list(items)
            bare = [msgspec.structs.replace(each, spans={}, relations={}) for item in every for each in item.sets]
            out = [Outgoing(item.article, (bare[2 * at],)) for at, item in enumerate(every)]
            super().write(out, target, options=options)
            losses = LossReport()
            with listing(1):
                for item in every:
                    for _ in range(4):
                        losses.add(GONE, Loss(article=item.article.title, place="1-2", label="GPE", done="left out"))
            return losses

    report = export(project, tmp_path / "o.jsonl", Forgets(), CHECK)
    assert report.checked is not None
    assert report.checked.good, report.checked.differences
    assert len(report.losses.kinds["gone"].listed) == 1
