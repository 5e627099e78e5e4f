import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import write_lines
from hypothesis import given
from release_cases import ADA, BOB, new_release_project, text_of
from strategies import annotated_texts

from annotator.app.exporting import ExportOptions, export
from annotator.app.importing import import_paths
from annotator.app.release.standoff import WRITER, read_standoff, rehydrate
from annotator.exchange.jsonl import READER
from annotator.exchange.protocols import Incoming, Outgoing, ReadOptions, WriteOptions
from annotator.model.annotation import AnnotationSet
from annotator.model.article import make_article
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id
from annotator.store import articles, sets
from annotator.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_release_project(tmp_path / "news.annodb", 4, (ADA, BOB)) as made:
        yield made


@pytest.fixture
def standoff(project: Project, tmp_path: Path) -> Path:
    target = tmp_path / "standoff.jsonl"
    report = export(project, target, WRITER, ExportOptions(check=True))
    assert report.checked is not None
    assert report.checked.good
    return target


def copies(project: Project, folder: Path) -> Path:
    """The texts as somebody has them: with a byte order mark and Windows' line ends."""
    folder.mkdir()
    for seq, article in articles.walk(project):
        (folder / f"{seq}.txt").write_bytes(b"\xef\xbb\xbf" + article.text.replace("\n", "\r\n").encode())
    return folder


def test_texts_come_back_normalised_with_the_same_sets(project: Project, standoff: Path, tmp_path: Path) -> None:
    report = rehydrate(standoff, [copies(project, tmp_path / "texts")], tmp_path / "again.jsonl")
    assert (report.joined, report.missing, report.refused) == (4, [], [])
    read = [item for item in READER.read(tmp_path / "again.jsonl", options=ReadOptions()) if isinstance(item, Incoming)]
    for (seq, article), item in zip(articles.walk(project), read, strict=True):
        assert (item.article.id, item.article.text) == (article.id, article.text)
        assert item.article.meta["url"] == article.meta["url"]
        assert list(item.sets) == sets.of_article(project, seq)


def test_it_holds_neither_text_nor_title_nor_notes(standoff: Path) -> None:
    for line in standoff.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row.keys() == {"standoff", "id", "sha256", "length", "url", "sets"}
        assert all(span["text"] == "" for each in row["sets"] for span in each["spans"])
    losses = json.loads(standoff.with_name("standoff.jsonl.losses.json").read_bytes())
    assert losses["total"] == 4


def test_a_text_that_differs_is_refused_by_name_and_the_others_come(
    project: Project, standoff: Path, tmp_path: Path
) -> None:
    folder = copies(project, tmp_path / "texts")
    ids = [article.id for _, article in articles.walk(project)]
    (folder / "1.txt").rename(folder / f"{ids[0]}.txt")
    (folder / f"{ids[0]}.txt").write_text("Another text.", encoding="utf-8")
    (folder / "2.txt").write_text("Nobody annotated this.", encoding="utf-8")
    (folder / "3.txt").unlink()
    changed = write_lines(folder / "own.jsonl", [{"text": "Changed.", "url": "https://x.test/3"}])
    report = rehydrate(standoff, [folder, tmp_path / "none.txt"], tmp_path / "again.jsonl")
    assert report.joined == 1
    assert report.missing == ids[:3]
    told = {problem.place: problem.reason for problem in report.refused}
    assert f"annotated as {ids[0]}: its SHA-256 differs" in told[str(folder / f"{ids[0]}.txt")]
    assert "that of no article" in told[str(folder / "2.txt")]
    assert f"annotated as {ids[2]}: its SHA-256 differs" in told[f"{changed}, line 1"]
    assert told[str(tmp_path / "none.txt")] == "There is no such file."
    assert report.as_text() == "1 article joined to the text, 3 articles have no text, 4 places were left out."


def test_a_copy_that_is_there_twice_is_taken_once(project: Project, standoff: Path, tmp_path: Path) -> None:
    folder = copies(project, tmp_path / "texts")
    (folder / "twice.txt").write_text(text_of(1), encoding="utf-8")
    report = rehydrate(standoff, [folder], tmp_path / "again.jsonl")
    assert (report.joined, report.refused) == (4, [])


def test_what_was_joined_comes_into_a_project(project: Project, standoff: Path, tmp_path: Path) -> None:
    rehydrate(standoff, [copies(project, tmp_path / "texts")], tmp_path / "again.jsonl")
    report = import_paths(project, [tmp_path / "again.jsonl"])
    assert (report.known, report.known_sets, report.refused) == (4, 8, [])


@pytest.mark.parametrize(
    "line", ["{}", "[]", '{"text": "x", "sets": []}', '{"standoff": 2, "id": "", "sha256": "", "length": 1}', "\x00"]
)
def test_a_file_that_is_no_standoff_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"s\.jsonl, line 1"):
        rehydrate(path, [], tmp_path / "o.jsonl")
    assert not (tmp_path / "o.jsonl").exists()


def test_offsets_outside_of_the_text_are_refused_and_the_rest_comes(
    project: Project, standoff: Path, tmp_path: Path
) -> None:
    rows = [json.loads(line) for line in standoff.read_text(encoding="utf-8").splitlines()]
    rows[0]["sets"][0]["spans"][0]["fragments"] = [[5, 99999]]
    write_lines(standoff, rows)
    report = rehydrate(standoff, [copies(project, tmp_path / "texts")], tmp_path / "again.jsonl")
    assert (report.joined, len(report.refused)) == (4, 1)


@given(annotated_texts())
def test_all_but_texts_and_notes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[str, AnnotationSet]
) -> None:
    text, own = made
    if not text.strip():
        return
    folder = tmp_path_factory.mktemp("standoff")
    article = make_article(id=new_id(), title="t", text=text)
    WRITER.write([Outgoing(article, (own,))], folder / "s.jsonl", options=WriteOptions())
    write_lines(folder / "texts.jsonl", [{"text": text}])
    assert rehydrate(folder / "s.jsonl", [folder / "texts.jsonl"], folder / "o.jsonl").joined == 1
    (item,) = READER.read(folder / "o.jsonl", options=ReadOptions())
    assert isinstance(item, Incoming)
    (came,) = item.sets
    assert {(each.id, each.label, each.fragments, each.text) for each in came.spans.values()} == {
        (each.id, each.label, each.fragments, each.text) for each in own.spans.values()
    }
    assert {(each.id, each.head, each.tail) for each in came.relations.values()} == {
        (each.id, each.head, each.tail) for each in own.relations.values()
    }
    assert came.verdicts == own.verdicts
    assert came.state.attributes == own.state.attributes


def test_the_rows_of_a_file_have_their_places(standoff: Path) -> None:
    assert [place for place, _ in read_standoff(standoff)] == [f"{standoff}, line {n}" for n in (1, 2, 3, 4)]
