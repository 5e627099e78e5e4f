"""Guidelines in an old project, and the queries that the history asks at every article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator import files
from annotator.store import check, guidelines
from annotator.store.history import _last_cut
from annotator.store.project import Project, create_project, open_project

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "project-v1.annodb"
    path.write_bytes((DATA / "project-v1.annodb").read_bytes())
    with open_project(path) as opened:
        yield opened


def test_an_old_project_gets_the_guidelines_that_it_showed_until_now(old: Project) -> None:
    found = guidelines.texts(old)
    assert sorted(found) == ["entities.md", "pledges.md", "quotes.md", "relations.md"]
    for name, text in found.items():
        assert text == files.resource("guidelines", name).read_text(encoding="utf-8")
    assert list(check.problems(old)) == []


def test_a_project_of_another_schema_gets_those_that_its_schema_names_and_no_others(tmp_path: Path) -> None:
    toml = 'name = "x"\n[[groups]]\nname = "g"\nguideline = "none.md"\n[[labels]]\nname = "A"\ngroup = "g"\n'
    with create_project(tmp_path / "a.annodb", toml) as project:
        assert guidelines.texts(project) == {}
        guidelines.put(project, {"none.md": "\ufeffOurs\r\n"})
        assert guidelines.texts(project) == {"none.md": "Ours\n"}


def test_every_section_of_the_programs_guidelines_is_found_and_put_together_again() -> None:
    for path in files.resource("guidelines").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        found = guidelines.sections(text)
        assert "".join(f"## {name}{body}" if name else body for name, body in found.items()) == text
        assert guidelines.with_headings(text, {}) == text
        names = {name: f"{name} 2" for name in found if name}
        back = {new: old for old, new in names.items()}
        assert guidelines.with_headings(guidelines.with_headings(text, names), back) == text


def test_looking_for_a_change_of_the_schema_does_not_go_through_the_steps_of_articles(project: Project) -> None:
    plans: list[str] = []
    project.db.conn.set_trace_callback(plans.append)
    assert _last_cut(project) == (0, "")
    project.db.conn.set_trace_callback(None)
    (sql,) = plans
    plan = [row[3] for row in project.db.conn.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert [line for line in plan if line.startswith("SCAN")] == []
