"""Which annotators are compared, in which articles, and what is said where that is not clear."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator import files
from annotator.agreement.counts import EXACT
from annotator.app.evaluation import evaluate
from annotator.app.importing import import_paths
from annotator.model.errors import ProjectError
from annotator.store.project import Project, create_project

TEXTS = ["Ada Brill went to Kell.", "Tom Osei stayed in Norland.", "Nobody came.", "It rained in Ardmoor."]
Row = dict[str, Any]


def a_set(text: str, name: str, kind: str, status: str, version: str, note: str, **marks: str) -> Row:
    spans = [
        {"id": f"{name}{version}{n}", "label": label, "fragments": [[at, at + len(piece)]], "text": piece, "note": note}
        for n, (label, piece) in enumerate(marks.items())
        for at in [text.index(piece)]
    ]
    return {"annotator": {"name": name, "kind": kind, "version": version}, "status": status, "spans": spans}


def rows() -> list[Row]:
    """Ada and gold share the first article, a model has read the first two, nobody has done the last."""
    first, second, third, fourth = TEXTS
    return [
        {
            "text": first,
            "sets": [
                a_set(first, "Ada", "person", "done", "", "", PERSON="Ada Brill"),
                a_set(first, "gold", "gold", "done", "", "", PERSON="Ada Brill", GPE="Kell"),
                a_set(first, "tiny", "model", "done", "1", "an old rule", GPE="Ada"),
                a_set(first, "tiny", "model", "done", "2", "a new rule", GPE="Kell"),
            ],
        },
        {
            "text": second,
            "sets": [
                a_set(second, "Ada", "person", "in progress", "", "", PERSON="Tom Osei"),
                a_set(second, "tiny", "model", "done", "2", "a new rule", GPE="Norland"),
            ],
        },
        {"text": third, "sets": [a_set(third, "Ada", "person", "done", "", "my own note")]},
        {"text": fourth},
    ]


def filled(folder: Path, made: list[Row]) -> Project:
    source = folder / "rows.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    project = create_project(folder / "news.annodb", files.resource("schemas", "news.toml").read_text(encoding="utf-8"))
    assert len(import_paths(project, [source]).added) == len(made)
    return project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return filled(tmp_path, rows())


def test_articles_count_that_both_finished_and_the_others_are_told(project: Project) -> None:
    found = evaluate(project, against="Ada", of="gold")
    assert (found.articles, found.only_of, found.only_against, found.neither) == (1, 0, 1, 2)
    scores = {each.label: (each.right, each.wanted, each.found) for each in found.scores if each.matched == EXACT}
    assert scores["PERSON"] == (1, 1, 1)
    assert scores["GPE"] == (0, 0, 1)
    assert found.never_wanted == ["GPE"]


def test_a_set_that_is_not_finished_does_not_count(project: Project) -> None:
    found = evaluate(project, against="Ada")
    assert (found.articles, found.only_of, found.only_against) == (1, 1, 1)


def test_without_a_name_it_is_the_newest_version_of_the_only_model(project: Project) -> None:
    for asked in ("", "tiny", "tiny 2", "tiny 2 (model)"):
        found = evaluate(project, against="gold", of=asked)
        assert str(found.of) == "tiny 2"
        assert [(each.what, each.right, each.found) for each in found.table("rules") if each.matched == EXACT] == [
            ("a new rule", 1, 1)
        ]
    assert str(evaluate(project, against="gold", of="tiny 1").of) == "tiny 1"


def test_notes_of_persons_are_no_rules(tmp_path: Path) -> None:
    text = TEXTS[0]
    sets = [
        a_set(text, name, "person", "done", "", "my own note", PERSON="Ada Brill", GPE="Kell") for name in ("Ada", "Bo")
    ]
    with filled(tmp_path, [{"text": text, "sets": sets}]) as made:
        assert evaluate(made, against="Ada", of="Bo").table("rules") == []


def test_only_the_labels_that_are_asked_for_are_counted(project: Project) -> None:
    found = evaluate(project, against="gold", of="Ada", labels=["GPE"])
    assert {each.label for each in found.scores} == {"GPE"}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("Cora", ""), "There is no annotator Cora in news.annodb. It has: Ada, gold, tiny 1, tiny 2."),
        (("Ada", "Cora"), "There is no annotator Cora in news.annodb. It has: Ada, gold, tiny 1, tiny 2."),
        (("Ada", "Ada"), "Ada cannot be held against itself: name two annotators."),
        (("tiny", "tiny 2"), "tiny 2 cannot be held against itself: name two annotators."),
    ],
)
def test_a_name_that_does_not_do_is_told_in_a_sentence(project: Project, asked: tuple[str, str], sentence: str) -> None:
    with pytest.raises(ProjectError, match="^" + sentence.replace(".", r"\.") + "$"):
        evaluate(project, against=asked[0], of=asked[1])


def test_an_unknown_label_is_told_with_those_there_are(project: Project) -> None:
    with pytest.raises(ProjectError, match=r"^There is no label PERSONS in the schema\. It has: PERSON, ORG, "):
        evaluate(project, against="Ada", labels=["PERSONS"])


def test_no_article_in_common_is_told_with_what_each_has(tmp_path: Path) -> None:
    with filled(tmp_path, rows()[1:]) as made, pytest.raises(ProjectError) as caught:
        evaluate(made, against="Ada")
    told = "There is no article that both finished, only 1 by tiny 2 and 1 by Ada."
    assert caught.value.sentence == told


def test_without_a_model_somebody_has_to_be_named(tmp_path: Path) -> None:
    with filled(tmp_path, rows()[2:]) as made, pytest.raises(ProjectError) as caught:
        evaluate(made, against="Ada")
    assert caught.value.sentence == "There is no model in the project: say with --of whose sets are meant."


def test_a_name_that_two_bear_and_several_models_ask_for_more(tmp_path: Path) -> None:
    made = rows()
    text = TEXTS[0]
    made[0]["sets"] += [
        a_set(text, "tiny", "person", "done", "", ""),
        a_set(text, "large", "model", "done", "1", ""),
    ]
    with filled(tmp_path, made) as project:
        with pytest.raises(ProjectError) as caught:
            evaluate(project, against="Ada", of="tiny")
        assert caught.value.sentence == (
            "Several annotators are called tiny: name one of “tiny (person)”, “tiny 1 (model)”, “tiny 2 (model)”."
        )
        with pytest.raises(ProjectError) as caught:
            evaluate(project, against="Ada")
        assert caught.value.sentence.startswith("There are several models: name one with --of, of “large 1 (model)”, ")
        assert evaluate(project, against="Ada", of="tiny (person)").of.kind == "person"
