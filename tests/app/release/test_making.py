import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from release_cases import ADA, BOB, MODEL, add, article_of, new_release_project

from annotator.app.exporting import ExportOptions, ExportReport, outgoing
from annotator.app.release import pseudonyms, snapshot
from annotator.app.release.making import ReleaseOptions, make_release
from annotator.app.release.splits import SplitOptions
from annotator.model.annotation import AnnotationSet, Annotator, Origin
from annotator.model.errors import ExchangeError
from annotator.store import annotators, sets, splits
from annotator.store.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_release_project(tmp_path / "news.annodb", 10, (ADA, BOB, MODEL)) as made:
        with made.writing() as db:
            db.execute("UPDATE span SET note = 'Bob Osei doubts this' WHERE label = 'GPE'")
            db.execute("UPDATE annotation_set SET note = 'ask Ada Brill', flag = 'Ada Brill?'")
        yield made


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


FULL = ReleaseOptions(split=SplitOptions(shares=(0.6, 0.2, 0.2)), licence="CC BY 4.0", pseudonyms=True)


def test_the_same_state_gives_the_same_bytes_and_hash(project: Project, tmp_path: Path) -> None:
    one = make_release(project, tmp_path / "one", FULL)
    two = make_release(project, tmp_path / "two", FULL)
    assert one.sha256 == two.sha256
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    make_release(project, tmp_path / "one", FULL)  # a release takes the place of an earlier one
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_whatever_changes_in_a_set_an_article_or_the_schema_changes_the_hash(project: Project) -> None:
    def hash_now(schema: str = "s") -> str:
        items = outgoing(project, ExportOptions(), ExportReport(), one_set=False)
        return snapshot.take(items, schema).sha256

    first = hash_now()
    assert hash_now() == first
    assert hash_now("t") != first
    seen = {first}
    for sql in (
        "UPDATE span SET note = 'x' WHERE id = (SELECT min(id) FROM span)",
        "UPDATE article SET title = 'x' WHERE seq = 3",
        "UPDATE annotation_set SET note = 'x' WHERE article = 3 AND annotator = 1",
        "DELETE FROM annotation_set WHERE article = 9 AND annotator = 2",
    ):
        with project.writing() as db:
            db.execute(sql)
        seen.add(hash_now())
    assert len(seen) == 5


def test_the_hash_does_not_depend_on_the_order_of_articles_and_sets(project: Project) -> None:
    items = list(outgoing(project, ExportOptions(), ExportReport(), one_set=False))
    turned = [type(each)(each.article, each.sets[::-1]) for each in reversed(items)]
    assert snapshot.take(items, "s").sha256 == snapshot.take(turned, "s").sha256


def test_the_card_tells_counts_sources_dates_annotators_agreement_licence_and_files(
    project: Project, tmp_path: Path
) -> None:
    made = make_release(project, tmp_path / "r", msgspec.structs.replace(FULL, pseudonyms=False))
    card = (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    for line in (
        "# news",
        f"`{made.sha256}`",
        "CC BY 4.0",
        "| GPE | 30 |",
        "| Paper 0 | 5 |",
        "| en | 10 |",
        "From 2025-02-10 to 2025-11-10.",
        "| Ada Brill | person | 10 |",
        "| tiny 1 | model | 10 |",
        "| Ada Brill | Bob Osei | 10 | 1.00 |",
        "- [pledges.md](guidelines/pledges.md)",
        "Nothing was lost.",
        "Every file was read again",
        "| jsonl/news-train.jsonl | JSON lines | 6 |",
    ):
        assert line in card, line
    facts = json.loads((tmp_path / "r" / "snapshot.json").read_bytes())
    assert facts["content"] == made.sha256
    assert facts["files"].keys() == tree(tmp_path / "r").keys() - {"snapshot.json", ".annotator-export"}


def test_a_card_without_a_licence_says_so(project: Project, tmp_path: Path) -> None:
    make_release(project, tmp_path / "r", ReleaseOptions())
    assert "Not stated." in (tmp_path / "r" / "README.md").read_text(encoding="utf-8")


def test_no_name_of_a_person_and_no_note_is_left_under_pseudonyms(project: Project, tmp_path: Path) -> None:
    make_release(project, tmp_path / "r", FULL)
    for name, data in tree(tmp_path / "r").items():
        if name != "README.md" and "guidelines" not in name:
            assert b"Bob Osei" not in data, name
            assert b"doubts this" not in data, name
            assert b"ask Ada" not in data, name
    rows = [json.loads(line) for line in (tmp_path / "r/jsonl/news-train.jsonl").read_bytes().splitlines()]
    assert {each["annotator"]["name"] for row in rows for each in row["sets"]} == {"A1", "A2", "tiny"}
    assert {each["flag"] for row in rows for each in row["sets"]} == {""}
    card = (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
    assert "| A1 | A2 | 10 | 1.00 |" in card
    assert "Osei" not in card


def test_pseudonyms_stay_when_somebody_joins_and_gold_has_its_own(project: Project) -> None:
    before = pseudonyms.names(project, 5)
    assert sorted(before.values()) == ["A1", "A2"]
    cleo, gold = Annotator(name="Cleo"), Annotator(name="Dana", kind="gold")
    add(project, [article_of(60)], cleo, gold)
    after = pseudonyms.names(project, 6)
    assert after == {**before, cleo: "A3", gold: "G1"}
    assert splits.pseudonyms(project) == {
        n: after[who] for n, who in annotators.everyone(project).items() if who in after
    }


def test_an_origin_that_names_a_person_is_hidden_too(project: Project) -> None:
    (found,) = [each for each in sets.of_article(project, 1) if each.annotator == BOB]
    span = next(iter(found.spans.values()))
    origins = (
        Origin(suggestion=span.id, annotator="Ada Brill"),
        Origin(suggestion=span.id, annotator="tiny", version="1"),
    )
    item = next(outgoing(project, ExportOptions(), ExportReport(), one_set=False))
    hide = pseudonyms.hiding({ADA: "A1", BOB: "A2"})
    for origin, wanted in zip(origins, ("A1", "tiny"), strict=True):
        own = msgspec.structs.replace(found, spans={span.id: msgspec.structs.replace(span, origin=origin)})
        (out,) = hide(type(item)(item.article, (own,))).sets
        assert isinstance(out, AnnotationSet)
        assert out.annotator.name == "A2"
        assert out.spans[span.id].origin.annotator == wanted


def test_a_release_that_fails_leaves_what_stood_there_and_keeps_no_division(project: Project, tmp_path: Path) -> None:
    make_release(project, tmp_path / "r", ReleaseOptions())
    before = tree(tmp_path / "r")
    split = SplitOptions()
    two_people = ReleaseOptions(formats=("jsonl", "spacy"), split=split)
    with pytest.raises(ExchangeError, match="several sets"):
        make_release(project, tmp_path / "r", two_people)
    assert tree(tmp_path / "r") == before
    assert splits.parts(project) == {}
    with pytest.raises(ExchangeError, match="no format nothing"):
        make_release(project, tmp_path / "r", ReleaseOptions(formats=("nothing",)))
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ExchangeError, match="did not write"):
        make_release(project, tmp_path / "own", ReleaseOptions())


def test_a_configuration_needs_a_docbin_in_parts(project: Project, tmp_path: Path) -> None:
    for options in (ReleaseOptions(with_config=True), ReleaseOptions(with_config=True, split=SplitOptions())):
        with pytest.raises(ExchangeError, match="--format spacy and --split"):
            make_release(project, tmp_path / "r", options)
    with pytest.raises(ExchangeError, match="trains nothing"):
        make_release(project, tmp_path / "r", ReleaseOptions(with_config=True, without_text=True))


def test_a_release_without_text_holds_no_text(project: Project, tmp_path: Path) -> None:
    make_release(project, tmp_path / "r", ReleaseOptions(without_text=True))
    data = (tmp_path / "r/standoff/news.jsonl").read_bytes()
    assert b"Norland" not in data
    assert b"ferry" not in data
    assert b"https://x.test/3" in data
    assert "annotator rehydrate" in (tmp_path / "r" / "README.md").read_text(encoding="utf-8")
