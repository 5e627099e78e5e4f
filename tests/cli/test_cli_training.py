import json
from pathlib import Path

import pytest
from lessons import lesson, project_to_learn_from
from typer.testing import CliRunner

from annotator.cli.commands import app
from annotator.store import pipeline_choice
from annotator.store.project import open_project
from annotator.suggest.training.lessons import split


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_to_learn_from(tmp_path_factory.mktemp("train") / "work.annodb", done=8)


def run(*words: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def trained(project: Path) -> tuple[Path, dict[str, object]]:
    out = project.parent / "mine"
    words = ("train", project, "--out", out, "--annotator", "Ada", "--max-steps", 30, "--base", "blank:en", "--json")
    code, stdout, stderr = run(*words)
    assert code == 0, stderr
    return out, json.loads(stdout)


def test_it_trains_and_says_how_good_the_result_is(trained: tuple[Path, dict[str, object]]) -> None:
    out, told = trained
    assert (told["name"], told["learned_from"], told["held_out"]) == ("mine", 6, 2)
    assert 15 <= int(str(told["steps"])) <= 30  # it may end before, when it gets no better
    assert {each["label"] for each in told["labels"]} >= {"CUE", "PERSON", "QUOTE"}  # type: ignore[attr-defined]
    meta = json.loads((out / "meta.json").read_text(encoding="utf-8"))
    assert meta["description"].startswith("Trained on the annotation of Ada (8 articles) in work.annodb, from blank:en")


def test_the_figures_are_those_of_evaluate_on_the_articles_held_out(
    trained: tuple[Path, dict[str, object]], tmp_path: Path
) -> None:
    out, told = trained
    held = {each.article.id for each in split([lesson(number) for number in range(8)], 0.2, 0).held}
    other = project_to_learn_from(tmp_path / "held.annodb", done=8, more=0, only=held)
    assert run("suggest", other, "--pipeline", out)[0] == 0
    code, stdout, stderr = run("evaluate", other, "--against", "Ada", "--json")
    assert code == 0, stderr
    rows = {
        (each["label"], each["matched"]): each for each in json.loads(stdout)["scores"] if each["table"] == "labels"
    }
    assert rows["CUE", "exact"]["wanted"] == 4
    for each in told["labels"]:  # type: ignore[attr-defined]
        for name, matched in (("exact", "exact"), ("close", "IoU >= 0.5")):
            score, row = each["after"][name], rows[each["label"], matched]
            assert (score["right"], score["found"], score["there"]) == (row["right"], row["found"], row["wanted"])


def test_a_model_trained_on_one_project_works_in_another(
    trained: tuple[Path, dict[str, object]], tmp_path: Path
) -> None:
    other = project_to_learn_from(tmp_path / "other.annodb", done=0, more=2)
    code, stdout, stderr = run("suggest", other, "--pipeline", trained[0])
    assert (code, stderr) == (0, "")
    assert stdout.startswith("mine ")


def test_the_pipeline_that_was_chosen_for_a_project_is_what_suggests(
    trained: tuple[Path, dict[str, object]], tmp_path: Path
) -> None:
    other = project_to_learn_from(tmp_path / "other.annodb", done=0, more=2)
    with open_project(other) as opened:
        pipeline_choice.choose(opened, str(trained[0]))
    assert run("suggest", other)[1].startswith("mine ")


def test_gold_is_not_there_until_somebody_made_it(project: Path, tmp_path: Path) -> None:
    code, _, stderr = run("train", project, "--out", tmp_path / "x", "--gold")
    assert (code, stderr) == (1, "No article is done: finish at least 5, then train.\n")


def test_somebody_unknown_is_named(project: Path, tmp_path: Path) -> None:
    code, _, stderr = run("train", project, "--out", tmp_path / "x", "--annotator", "Zoe")
    assert (code, stderr) == (1, "Nobody called Zoe annotates in work.annodb.\n")


def test_a_table_for_people(project: Path, tmp_path: Path) -> None:
    code, stdout, _ = run("train", project, "--out", tmp_path / "x", "--max-steps", 5, "--base", "blank:en")
    assert code == 0
    assert "On the 2 articles held out" in stdout
    assert "P before" in stdout
