"""What is shown before anything is stored."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from app_cases import a_set, row, write_lines

from annotator.app import previewing
from annotator.app.importing import FileWish, ImportOptions
from annotator.app.previewing import preview
from annotator.model.annotation import Annotator

LOCK = "Ada Brill said in London that the lock will open."
ADA = Annotator(name="Ada")


def table(path: Path, rows: int = 9) -> Path:
    path.write_text("headline,words\n" + "".join(f"T{at},News {at}.\n" for at in range(rows)), encoding="utf-8")
    return path


def test_each_file_is_shown_with_its_format_its_first_articles_and_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\n" + "word " * 999, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "One.", "date": "2026-01-02"}\n{', encoding="utf-8")
    found = preview([tmp_path, tmp_path / "none.txt"], ImportOptions())
    text, lines = found.files
    assert (text.format, text.found, text.articles[0].title) == ("text", 1, "Headline")
    assert len(text.articles[0].begin) <= 300
    assert (lines.format, lines.articles[0].meta) == ("jsonl", {"date": "2026-01-02"})
    assert "line 2" in lines.problems[0].reason
    assert [each.place for each in found.problems] == [str(tmp_path / "none.txt")]
    assert not found.more


def test_the_columns_of_a_table_are_shown_though_its_text_is_not_known_and_a_choice_reads_it_again(
    tmp_path: Path,
) -> None:
    path = table(tmp_path / "t.csv")
    (shown,) = preview([path], ImportOptions()).files
    assert shown.columns is not None
    assert (shown.columns.names, shown.columns.fields) == (("headline", "words"), {"title": "headline"})
    assert (shown.found, len(shown.problems)) == (0, 1)
    wish = FileWish(fields={"text": "words", "title": "headline"})
    (shown,) = preview([path], ImportOptions(files={str(path): wish}), only=str(path)).files
    assert (shown.found, shown.problems, shown.articles[0].title) == (9, [], "T0")
    assert len(shown.articles) == previewing.SHOWN


def test_annotators_and_labels_of_a_file_are_counted(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "a.jsonl", [row(LOCK, a_set(LOCK, ADA, ("PERSON", "Ada Brill"), ("PLACE", "London")))]
    )
    found = preview([path], ImportOptions())
    assert found.files[0].people == ["Ada"]
    assert found.files[0].annotated
    assert found.labels == {"PERSON": 1, "PLACE": 1}
    assert found.files[0].columns is None


def test_the_look_is_bounded_in_articles_and_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_lines(tmp_path / "a.jsonl", [json.dumps({"text": f"News {at}."}) for at in range(999)])
    (shown,) = preview([path], ImportOptions()).files
    assert shown.more
    assert previewing.SHOWN <= shown.found <= 200
    for at in range(4):
        (tmp_path / f"{at}.txt").write_text("News.", encoding="utf-8")
    monkeypatch.setattr(previewing, "MOST_FILES", 2)
    found = preview([tmp_path], ImportOptions())
    assert (len(found.files), found.more) == (2, True)


def test_one_file_of_an_archive_is_looked_at_again_alone(tmp_path: Path) -> None:
    table(tmp_path / "t.csv")
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(tmp_path / "t.csv", "in/t.csv")
        archive.writestr("b.txt", "News of b.")
    place = f"{tmp_path / 'a.zip'}/in/t.csv"
    assert {each.place for each in preview([tmp_path / "a.zip"], ImportOptions()).files} >= {place}
    options = ImportOptions(files={place: FileWish(fields={"text": "words"})})
    (shown,) = preview([tmp_path], options, only=place).files
    assert (shown.place, shown.found) == (place, 9)


def test_a_look_that_nobody_waits_for_ends(tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv")
    assert preview([path], ImportOptions(), stopped=lambda: True).files == []


def test_json_lines_of_other_names_are_read_by_the_usual_ones(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [json.dumps({"headline": "H", "body": "News.", "source": "Gull"})])
    (shown,) = preview([path], ImportOptions()).files
    assert (shown.articles[0].title, shown.articles[0].begin) == ("H", "News.")
    assert shown.articles[0].meta == {"outlet": "Gull"}
