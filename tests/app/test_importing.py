from collections.abc import Iterator
from pathlib import Path

import pytest
from app_cases import a_set, new_project, row, texts_of, write_lines

from annotator.app.importing import ImportOptions, import_paths, walk_problems
from annotator.model.annotation import Annotator
from annotator.model.errors import ProjectError
from annotator.model.ids import new_id
from annotator.store import annotators, articles, check, history, runs, sets
from annotator.store.project import Project, open_project

LOCK = "Ada Brill said in London that the lock will open."
ADA, BOB = Annotator(name="Ada"), Annotator(name="Bob")
BAD = "{this is no JSON"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "empty.annodb") as made:
        yield made
        assert list(check.problems(made)) == []


def imports(project: Project) -> int:
    """How many imports the history shows, but for the one that made the project."""
    return sum(step.action == "import" for step in history.project_steps(project)) - 1


def test_a_file_with_a_bad_last_line_leaves_nothing(empty: Project, tmp_path: Path) -> None:
    lines = [row(LOCK, a_set(LOCK, ADA, ("PERSON", "Ada Brill"))), row("Two."), BAD]
    report = import_paths(empty, [write_lines(tmp_path / "bad.jsonl", lines)])
    assert texts_of(empty) == []
    assert annotators.everyone(empty) == {}
    assert imports(empty) == 0
    assert (report.files, report.added, report.sets, report.step) == (0, [], 0, None)
    (problem,) = report.failed
    assert problem.place == str(tmp_path / "bad.jsonl")
    assert "line 3 is not valid JSON" in problem.reason


def test_the_numbers_are_right_after_a_file_was_rolled_back(empty: Project, tmp_path: Path) -> None:
    odd = a_set(LOCK, BOB, ("NONSENSE", "London"))
    paths = [
        write_lines(tmp_path / "1.jsonl", [row("One."), row(LOCK, a_set(LOCK, ADA, ("GPE", "London")))]),
        write_lines(tmp_path / "2.jsonl", [row("Two.\r\n"), row("One."), row(LOCK, odd), *(["{}"] * 1), BAD]),
        write_lines(tmp_path / "3.jsonl", [row("Three."), row(LOCK, a_set(LOCK, BOB, ("GPE", "London")))]),
    ]
    report = import_paths(empty, paths)
    assert texts_of(empty) == ["One.", LOCK, "Three."]
    assert report.added == [1, 2, 3]
    assert (report.files, report.known, report.sets, report.known_sets) == (2, 1, 2, 0)
    assert (report.refused, report.notes) == ([], [])
    assert [problem.place for problem in walk_problems(report)] == [str(paths[1])]
    assert {each.annotator for each in sets.of_article(empty, 2)} == {ADA, BOB}
    assert report.as_text() == (
        "3 articles imported, 2 annotation sets, 1 was in the project already, 1 file could not be read."
    )


def test_a_long_file_with_a_bad_last_line_leaves_nothing_and_those_around_it_come_in(
    empty: Project, tmp_path: Path
) -> None:
    many = [row(f"Article {n}.", a_set(f"Article {n}.", BOB, ("GPE", "Article"))) for n in range(600)]
    paths = [
        write_lines(tmp_path / "1.jsonl", [row("One.")]),
        write_lines(tmp_path / "2.jsonl", [*many, BAD]),
        write_lines(tmp_path / "3.jsonl", [row("Three."), row("One.")]),
    ]
    report = import_paths(empty, paths)
    assert texts_of(empty) == ["One.", "Three."]
    assert annotators.everyone(empty) == {}
    assert (report.files, report.added, report.sets, report.known) == (2, [1, 2], 0, 1)
    assert [problem.place for problem in walk_problems(report)] == [str(paths[1])]
    assert report.step is not None
    assert runs.exists(empty, report.step)


def test_the_same_text_again_is_not_imported_and_told(empty: Project, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (first, second):
        path.write_text("The same.", encoding="utf-8")
    report = import_paths(empty, [first, second])
    assert (texts_of(empty), report.added, report.known) == (["The same."], [1], 1)
    again = import_paths(empty, [first])
    assert (again.files, again.added, again.known) == (1, [], 1)


def test_an_import_of_nothing_new_leaves_no_step_in_the_history(empty: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The same.", encoding="utf-8")
    import_paths(empty, [path])
    again = import_paths(empty, [path])
    assert (again.step, imports(empty)) == (None, 1)


def test_the_same_text_twice_in_one_file_is_one_article_with_the_sets_of_both(empty: Project, tmp_path: Path) -> None:
    lines = [row(LOCK, a_set(LOCK, ADA, ("GPE", "London"))), row(LOCK, a_set(LOCK, BOB, ("GPE", "London")))]
    report = import_paths(empty, [write_lines(tmp_path / "a.jsonl", lines)])
    assert (report.added, report.known, report.sets) == ([1], 1, 2)
    assert [each.annotator for each in sets.of_article(empty, 1)] == [ADA, BOB]


def test_one_id_for_two_texts_in_one_file_keeps_the_first_and_tells(empty: Project, tmp_path: Path) -> None:
    key = new_id()
    lines = [row("One.", id=key), row("Two.", id=key), row("Three.")]
    report = import_paths(empty, [write_lines(tmp_path / "a.jsonl", lines)])
    assert texts_of(empty) == ["One.", "Three."]
    (refused,) = report.refused
    assert refused.place.endswith("line 2")
    assert key in refused.reason


def test_an_id_that_the_project_has_with_another_text_is_refused(empty: Project, tmp_path: Path) -> None:
    key = new_id()
    import_paths(empty, [write_lines(tmp_path / "a.jsonl", [row("One.", id=key)])])
    report = import_paths(empty, [write_lines(tmp_path / "b.jsonl", [row("Two.", id=key)])])
    assert texts_of(empty) == ["One."]
    assert [each.reason for each in report.refused] == [
        f"An article with the id {key} is in the project with another text."
    ]


def test_new_sets_join_an_article_that_is_known(empty: Project, tmp_path: Path) -> None:
    ada = a_set(LOCK, ADA, ("GPE", "London"))
    import_paths(empty, [write_lines(tmp_path / "a.jsonl", [row(LOCK, ada)])])
    both = row(LOCK, ada, a_set(LOCK, BOB, ("PERSON", "Ada Brill")))
    report = import_paths(empty, [write_lines(tmp_path / "b.jsonl", [both])])
    assert (report.added, report.known, report.sets, report.known_sets) == ([], 1, 1, 1)
    assert [each.annotator for each in sets.of_article(empty, 1)] == [ADA, BOB]


def test_a_set_that_differs_is_refused_and_the_projects_own_is_kept(empty: Project, tmp_path: Path) -> None:
    mine = a_set(LOCK, ADA, ("GPE", "London"))
    import_paths(empty, [write_lines(tmp_path / "a.jsonl", [row(LOCK, mine)])])
    other = row(LOCK, a_set(LOCK, ADA, ("ORG", "London")))
    report = import_paths(empty, [write_lines(tmp_path / "b.jsonl", [other])])
    assert [each.reason for each in report.refused] == [
        f"Ada has annotated “{articles.get(empty, 1).title}” differently in the project; that was kept."
    ]
    assert report.sets == 0
    assert sets.of_article(empty, 1) == [mine]


def test_stopping_in_a_file_leaves_nothing_of_it_and_all_of_those_before(empty: Project, tmp_path: Path) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked == 4

    paths = [
        write_lines(tmp_path / "1.jsonl", [row("One."), row("Two.")]),
        write_lines(tmp_path / "2.jsonl", [row("Three."), row("Four.")]),
        write_lines(tmp_path / "3.jsonl", [row("Five.")]),
    ]
    report = import_paths(empty, paths, ImportOptions(cancelled=cancelled))
    assert texts_of(empty) == ["One.", "Two."]
    assert (report.cancelled, report.files, report.added) == (True, 1, [1, 2])
    assert report.as_text().endswith("The import was stopped.")


def test_stopping_after_a_batch_of_a_long_file_takes_the_batch_back(empty: Project, tmp_path: Path) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 700

    path = write_lines(tmp_path / "long.jsonl", [row(f"Article {n}.") for n in range(1000)])
    report = import_paths(empty, [path], ImportOptions(cancelled=cancelled))
    assert (articles.count(empty), report.added, report.step, imports(empty)) == (0, [], None, 0)


def test_one_undo_takes_a_whole_import_back(empty: Project, tmp_path: Path) -> None:
    paths = [write_lines(tmp_path / f"{n}.jsonl", [row(f"Article {n}.")]) for n in range(3)]
    paths.append(write_lines(tmp_path / "sets.jsonl", [row(LOCK, a_set(LOCK, ADA, ("GPE", "London")))]))
    report = import_paths(empty, paths)
    assert report.step is not None
    assert runs.undo(empty, report.step) == 4
    assert texts_of(empty) == []


def test_progress_is_told_from_the_first_file_to_the_last(empty: Project, tmp_path: Path) -> None:
    paths = [write_lines(tmp_path / f"{n}.jsonl", [row(f"Article {n}.")]) for n in range(3)]
    told: list[tuple[int, int]] = []
    import_paths(empty, paths, ImportOptions(report=lambda done, of: told.append((done, of))))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_nothing_is_imported_into_a_project_opened_for_reading(empty: Project, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [row("One.")])
    with open_project(empty.path, read_only=True) as project, pytest.raises(ProjectError, match="reading only"):
        import_paths(project, [path])
    assert texts_of(empty) == []
