from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import a_set, new_project, row, write_lines

from annotator.app.exporting import ExportOptions, export
from annotator.app.importing import ImportOptions, import_paths
from annotator.exchange import languages
from annotator.model.annotation import STATUSES, Annotator
from annotator.store import articles
from annotator.store.project import Project, open_project

FRENCH = "Le maître du port a déclaré lundi au conseil que le bac reprendrait la mer avant l’arrivée de l’hiver."


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "empty.annodb") as made:
        yield made


def imported(project: Project, path: Path, **options: object) -> object:
    """The language of the one article that came in."""
    (number,) = import_paths(project, [path], ImportOptions(**options)).added
    return articles.get(project, number).meta.get("language")


def a_text(folder: Path, text: str = FRENCH) -> Path:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_language_of_an_article_that_does_not_say_it_is_kept_with_it(empty: Project, tmp_path: Path) -> None:
    assert imported(empty, a_text(tmp_path)) == "fr"


def test_nothing_is_guessed_of_a_short_text_or_where_it_is_not_wanted(empty: Project, tmp_path: Path) -> None:
    assert imported(empty, a_text(tmp_path), language=False) is None
    assert imported(empty, a_text(tmp_path, "Le bac.")) is None


def test_the_language_that_a_file_says_is_kept_and_none_is_guessed(
    empty: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "guess", lambda _: pytest.fail("guessed"))
    assert imported(empty, write_lines(tmp_path / "a.jsonl", [{"text": FRENCH, "language": "oc"}])) == "oc"


def test_our_own_export_comes_back_as_it_went(empty: Project, tmp_path: Path) -> None:
    lines = [row(FRENCH, a_set(FRENCH, Annotator(name="Ada")))]
    import_paths(empty, [write_lines(tmp_path / "a.jsonl", lines)], ImportOptions(language=False))
    before = articles.get(empty, 1)
    out = tmp_path / "out.jsonl"
    export(empty, out, "jsonl", ExportOptions(statuses=STATUSES))
    with new_project(tmp_path / "other.annodb") as other:
        assert imported(other, out) is None
        assert articles.get(other, 1) == before


def test_a_guess_that_was_kept_goes_out_and_comes_back(empty: Project, tmp_path: Path) -> None:
    lines = [{"text": FRENCH, "sets": [{"annotator": {"name": "Ada"}}]}]
    assert imported(empty, write_lines(tmp_path / "a.jsonl", lines)) == "fr"
    out = tmp_path / "out.jsonl"
    export(empty, out, "jsonl", ExportOptions(statuses=STATUSES))
    with new_project(tmp_path / "other.annodb") as other:
        assert imported(other, out) == "fr"
    with open_project(tmp_path / "other.annodb", read_only=True) as other:
        assert articles.get(other, 1) == articles.get(empty, 1)
