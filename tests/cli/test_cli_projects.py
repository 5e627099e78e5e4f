import json
import sqlite3
from pathlib import Path

import pytest
from cli_cases import Run, write_jsonl

from annotator.store import check
from annotator.store.backup import backups_of
from annotator.store.lock import WriterLock
from annotator.store.project import open_project

READING = (("stats",), ("search", "lock"), ("check",), ("backup",))


def sentence_of(text: str) -> str:
    """The one sentence that was said; fails where there is more, such as a trace."""
    (line,) = text.splitlines()
    assert line.endswith((".", "again", "--from.")), line
    return line


def change(path: Path, sql: str) -> None:
    db = sqlite3.connect(path)
    db.execute(sql)
    db.commit()
    db.close()


def test_a_new_project_is_made_with_the_ending_that_was_left_out(run: Run, tmp_path: Path) -> None:
    result = run("new", tmp_path / "letters")
    assert (result.exit_code, result.stdout) == (0, f"Made {tmp_path / 'letters.annodb'}.\n")
    with open_project(tmp_path / "letters.annodb") as project:
        assert list(check.problems(project)) == []


def test_a_dot_in_the_name_of_a_new_project_is_no_ending(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "letters.v1")
    assert [each.name for each in tmp_path.glob("letters*")] == ["letters.v1.annodb"]


def test_a_new_project_never_replaces_one(run: Run, path: Path) -> None:
    before = path.read_bytes()
    result = run("new", path)
    assert result.exit_code == 1
    assert sentence_of(result.stderr) == "news.annodb exists already: open it, or choose another name."
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"labels = 3", b"\xff\xfe\x00"])
def test_a_schema_that_cannot_be_used_is_refused_and_nothing_is_made(
    run: Run, tmp_path: Path, content: bytes | None
) -> None:
    schema = tmp_path / "mine.toml"
    if content is not None:
        schema.write_bytes(content)
    result = run("new", tmp_path / "a.annodb", "--schema", schema)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "a.annodb").exists()


@pytest.mark.parametrize("command", [*READING, ("import", "a.txt"), ("suggest",), ("export", "--out", "a.jsonl")])
@pytest.mark.parametrize("what", ["missing", "foreign", "newer"])
def test_a_project_that_cannot_be_opened_is_told_in_one_sentence(
    run: Run, path: Path, command: tuple[str, ...], what: str
) -> None:
    if what == "missing":
        path.unlink()
    elif what == "foreign":
        path.write_text("Dear reader", encoding="utf-8")
    else:
        change(path, "PRAGMA user_version = 999")
    before = path.read_bytes() if path.exists() else b""
    result = run(command[0], path, *command[1:])
    assert result.exit_code == 1
    assert result.stdout == ""
    wanted = {
        "missing": f"There is no project news.annodb in {path.parent}.",
        "foreign": "news.annodb is not a project of this program.",
        "newer": "news.annodb was made by a newer version of this program: install that version to open it.",
    }
    assert sentence_of(result.stderr) == wanted[what]
    assert (path.read_bytes() if path.exists() else b"") == before


@pytest.mark.parametrize("command", [("import", "a.txt"), ("suggest",), ("restore",)])
def test_a_command_that_writes_waits_for_no_other_writer(run: Run, path: Path, command: tuple[str, ...]) -> None:
    run("backup", path)
    with open_project(path):
        result = run(command[0], path, *command[1:])
    assert result.exit_code == 1
    told = "news.annodb is open for writing in another window or command. Close it there first."
    assert sentence_of(result.stderr) == told


@pytest.mark.parametrize("command", [*READING, ("export", "--out", "a.jsonl")])
def test_a_command_that_reads_works_beside_a_writer(
    run: Run, path: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with open_project(path):
        result = run(command[0], path, *command[1:])
    assert result.exit_code == 0, result.stderr


def test_stats_count_what_is_there(run: Run, path: Path) -> None:
    result = run("stats", path)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("3 articles, ")
    assert "Ada (person)" in lines
    assert "  sets: done 1, in progress 1" in lines
    assert "  spans: GPE 2, PERSON 1" in lines
    assert "tiny 1 (model)" in lines


def test_stats_for_machines_say_the_same(run: Run, path: Path) -> None:
    found = json.loads(run("stats", path, "--json").stdout)
    assert found["articles"] == 3
    (ada,) = (each for each in found["annotators"] if each["annotator"]["name"] == "Ada")
    assert ada["sets"] == {"done": 1, "in progress": 1}
    assert ada["spans"] == {"PERSON": 1, "GPE": 2}


def test_search_finds_articles_with_all_the_words(run: Run, path: Path) -> None:
    result = run("search", path, "ferry", "norland")
    assert result.exit_code == 0
    assert "Ferry late again" in result.stdout
    assert result.stdout.endswith("1 article found.\n")
    assert run("search", path, "ferry", "lock").stdout == "0 articles found.\n"


def test_search_shows_no_more_than_asked_and_says_so(run: Run, path: Path) -> None:
    result = run("search", path, "on", "--limit", "1")
    everything = json.loads(run("search", path, "said", "--limit", "1", "--json").stdout)
    assert result.exit_code == 0
    assert (everything["total"], len(everything["hits"])) == (2, 1)
    assert run("search", path, "said", "--limit", "1").stdout.endswith("2 articles found, the first 1 shown.\n")
    assert run("search", path, "said", "--limit", "0").exit_code == 2


def test_search_finds_spans_by_label_and_words(run: Run, path: Path) -> None:
    found = json.loads(run("search", path, "PERSON", "--json").stdout)["spans"]
    assert {(each["label"], each["annotator"]) for each in found} == {("PERSON", "Ada"), ("PERSON", "Bob")}
    text = next(each["text"] for each in found if each["annotator"] == "Ada")
    told = run("search", path, f"PERSON: {text.split()[0]}", "--annotator", "Ada").stdout
    assert f"PERSON: {text} (Ada)" in told
    assert told.endswith("1 span shown.\n")


def test_a_question_that_cannot_be_read_or_names_nobody_is_a_sentence(run: Run, path: Path) -> None:
    result = run("search", path, "QUOTE with")
    assert result.exit_code == 1
    assert sentence_of(result.stderr).startswith("Something is missing: after “with”, give speaker")
    result = run("search", path, "QUOTE", "--annotator", "Zed")
    assert sentence_of(result.stderr) == f"Nobody called Zed annotates in {path.name}."


@pytest.mark.parametrize("words", ['"', "AND", "lock*(", "NEAR(", "-", "“”"])
def test_whatever_is_searched_for_is_no_error(run: Run, path: Path, words: str) -> None:
    result = run("search", path, "--", words)
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_whole_project_passes_the_check(run: Run, path: Path) -> None:
    result = run("check", path)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "news.annodb is whole.\n", "")
    assert json.loads(run("check", path, "--json").stdout) == {"problems": []}


def test_a_changed_text_fails_the_check_by_name(run: Run, path: Path) -> None:
    change(path, "UPDATE article_text SET text = replace(text, 'Ada', 'Eva') WHERE seq = 1")
    result = run("check", path)
    assert result.exit_code == 1
    assert "The text of “Ada Brill opens the lock” is not what was imported." in result.stderr
    problems = json.loads(run("check", path, "--json").stdout)["problems"]
    assert f"news.annodb: {len(problems)} problems." in result.stdout


def test_a_backup_brings_back_what_was_there(run: Run, path: Path, tmp_path: Path) -> None:
    made = run("backup", path)
    (kept,) = backups_of(path)
    assert made.stdout == f"Backed up to {kept}.\n"
    run("import", path, write_jsonl(tmp_path / "more.jsonl", {"text": "More news."}))
    assert json.loads(run("stats", path, "--json").stdout)["articles"] == 4
    result = run("restore", path)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(f"Restored news.annodb from {kept.name}. What stood there is now ")
    assert json.loads(run("stats", path, "--json").stdout)["articles"] == 3
    aside = tmp_path / result.stdout.removesuffix(".\n").partition(" is now ")[2]
    assert json.loads(run("stats", aside, "--json").stdout)["articles"] == 4


def test_a_named_backup_is_written_and_restored(run: Run, path: Path, tmp_path: Path) -> None:
    assert run("backup", path, "--to", tmp_path / "away" / "copy.annodb").exit_code == 0
    path.unlink()
    result = run("restore", path, "--from", tmp_path / "away" / "copy.annodb")
    assert (result.exit_code, result.stdout) == (0, "Restored news.annodb from copy.annodb.\n")
    assert run("check", path).exit_code == 0


def test_a_backup_over_the_project_itself_is_refused(run: Run, path: Path) -> None:
    link = path.with_name("link.annodb")
    link.symlink_to(path)
    for target in (path, link):
        before = path.stat().st_ino
        result = run("backup", path, "--to", target)
        assert result.exit_code == 1
        assert "is the project itself" in sentence_of(result.stderr)
        assert path.stat().st_ino == before


def test_without_a_backup_there_is_nothing_to_restore(run: Run, path: Path) -> None:
    before = path.read_bytes()
    result = run("restore", path)
    assert result.exit_code == 1
    assert sentence_of(result.stderr) == "There is no backup of news.annodb: name one with --from."
    assert path.read_bytes() == before


def test_a_backup_that_is_none_leaves_the_project_as_it_was(run: Run, path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    (tmp_path / "letter.annodb").write_text("Dear reader", encoding="utf-8")
    result = run("restore", path, "--from", tmp_path / "letter.annodb")
    assert result.exit_code == 1
    assert sentence_of(result.stderr) == "letter.annodb is not a project of this program."
    assert path.read_bytes() == before


def test_restoring_through_a_link_sees_the_writer_of_the_file_itself(run: Run, path: Path, tmp_path: Path) -> None:
    run("backup", path)
    link = tmp_path / "elsewhere" / "link.annodb"
    link.parent.mkdir()
    link.symlink_to(path)
    lock = WriterLock(path)
    lock.take()
    try:
        assert "open for writing" in run("restore", link).stderr
    finally:
        lock.give_back()
    assert run("restore", link).exit_code == 0
    assert link.is_symlink()
