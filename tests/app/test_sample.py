from pathlib import Path

from annotator import files
from annotator.app.importing import import_paths
from annotator.app.sample import is_sample, make_sample
from annotator.store.project import Project, create_project


def test_the_sample_is_known_wherever_it_lies_and_no_other_project_is(
    tmp_path: Path, news_toml: str, project: Project
) -> None:
    made, _ = make_sample(tmp_path / "somewhere.annodb")
    with made:
        assert is_sample(made)
    assert not is_sample(project), "the seed article alone"
    with create_project(tmp_path / "mine.annodb", news_toml) as mine:
        assert not is_sample(mine)
        import_paths(mine, sorted(files.dataset("samples").glob("*.jsonl")))
        assert not is_sample(mine)
