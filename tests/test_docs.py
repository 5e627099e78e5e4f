"""The documentation says what the program does: commands, keys, sentences, links and snippets are checked."""

import ast
import json
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from annotator.app.exporting import ExportOptions, export
from annotator.app.importing import import_paths
from annotator.cli.commands import app
from annotator.store.project import create_project
from annotator.ui.actions import ACTIONS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = sorted((ROOT / "resources" / "guide").glob("*.md"))
PAGES = {page.name: page.read_text(encoding="utf-8") for page in GUIDE}
COMMANDS = typer.main.get_command(app).commands
LARGEST_PICTURE = 150_000  # bytes
WIDEST_PICTURE = 564  # pixels that a page of the guide has in its dialog
FOREIGN_OPTIONS = {
    "--require-hashes",
    "--no-deps",
    "--help",
    "--dist",
    "--output",
}  # of pip, of pytest, of every command

TEXT = "Minister vows to reopen the lock\n\n“We will reopen it,” Ysolde Marr said. “By May.”\n"


def row(table: str, command: str) -> str:
    """The row of a table whose first cell has the command."""
    rows = [line for line in table.splitlines() if re.match(rf"\| `annotator {command}\b", line)]
    assert len(rows) == 1, f"annotator {command} has {len(rows)} rows"
    return rows[0]


def options_of(command: str) -> set[str]:
    """The options of a command as they are typed."""
    parameters = COMMANDS[command].params
    every = {name for each in parameters for name in (*each.opts, *each.secondary_opts)}
    return {name for name in every if name.startswith("--")}


def blocks(text: str, language: str = "") -> list[str]:
    """The fenced code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def marked_command(name: str) -> str:
    """The block of the README right after the comment that names it."""
    found = re.findall(rf"^<!-- command: {name} -->\n```\w*\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(found) == 1
    return found[0].rstrip("\n")


# The README


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_a_row_in_the_readme_that_says_something(command: str) -> None:
    assert len(row(README, command).strip("|").split(" | ")[-1].strip()) > 15


def test_no_row_of_the_readme_names_a_command_that_is_not_there() -> None:
    named = set(re.findall(r"^\| `annotator ([a-z]+)", README, re.MULTILINE))
    assert named == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_rows_name_every_option_but_json(command: str) -> None:
    wanted = {"--no-window" if name == "--window" else name for name in options_of(command)} - {"--json", "--help"}
    assert {name for name in wanted if name not in row(README, command)} == set()


def test_the_readme_says_which_commands_print_json() -> None:
    sentence = re.search(r"^(.*?) print JSON with `--json`", README, re.MULTILINE)
    assert sentence
    assert set(re.findall(r"`(\w+)`", sentence[1])) == {name for name in COMMANDS if "--json" in options_of(name)}


def test_no_page_names_an_option_that_is_not_there() -> None:
    known = {name for command in COMMANDS for name in options_of(command)} | FOREIGN_OPTIONS
    for text in (README, *PAGES.values()):
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - known == set()


@pytest.mark.parametrize(("name", "last"), [("demo", "annotator demo"), ("test", "-m pytest -n auto --dist loadfile")])
def test_each_marked_command_is_one_line_that_makes_an_environment_first(name: str, last: str) -> None:
    line = marked_command(name)
    assert "\n" not in line
    assert line.startswith("python3 -m venv ")
    assert line.endswith(last)
    lists = re.findall(r"-r (\S+)", line)
    assert lists
    assert all((ROOT / each).is_file() for each in lists)


def test_the_apt_line_names_what_doctor_looks_for() -> None:
    from annotator.app.doctor import LINUX_LIBRARIES

    line = next(block for block in blocks(README) if block.startswith("apt-get install"))
    assert set(LINUX_LIBRARIES.values()) <= set(line.split())


# Links and pictures


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CHANGELOG.md", *GUIDE], ids=lambda path: path.name)
def test_every_local_link_leads_to_a_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    local = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in local if not (path.parent / link.partition("#")[0]).exists()] == []


def test_every_picture_is_shown_small_and_fits_its_page() -> None:
    everything = README + "".join(PAGES.values())
    for picture in (ROOT / "resources" / "guide" / "pictures").iterdir():
        shown = picture.name.replace("-dark.", "-light.")  # a dark page shows the dark one instead
        assert shown in everything or picture.name in everything, f"{picture.name} is shown nowhere"
        assert picture.stat().st_size <= LARGEST_PICTURE
        (width,) = struct.unpack(">I", picture.read_bytes()[16:20])
        assert width <= WIDEST_PICTURE or not any(shown in page for page in PAGES.values())


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.name)
def test_every_page_of_the_guide_has_a_number_and_begins_with_its_title(page: Path) -> None:
    assert re.fullmatch(r"\d\d-[a-z]+\.md", page.name)
    assert re.match(r"# \w", PAGES[page.name])


# Keys and sentences


def test_the_guide_lists_every_key_with_its_action_and_no_other() -> None:
    rows = re.findall(r"^\| (`.+`) \| (.+) \|$", PAGES["02-annotating.md"], re.MULTILINE)
    listed = {(key, what) for keys, what in rows for key in re.findall(r"`([^`]+)`", keys)}
    assert listed == {(key, each.text.removesuffix(" …")) for each in ACTIONS for key in each.keys}


def test_menu_entries_that_the_guide_names_are_there() -> None:
    entries = {(each.menu, each.text.removesuffix(" …")) for each in ACTIONS}
    for text in (README, *PAGES.values()):
        for menu, entry in re.findall(r"\*(Project|Edit|Annotate|View|Help) > ([^*]+?)(?: …)?\*", text):
            assert (menu, entry) in entries


def program_strings() -> str:
    """All strings of the program, those that stand together joined, values in f-strings as a line feed."""
    found = []
    for path in (ROOT / "annotator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = (part.value if isinstance(part, ast.Constant) else "\n" for part in node.values)
                found.append("".join(map(str, parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(re.sub(r"\{\w+\}", "\n", node.value))
    return "\n".join(found)


def test_the_sentences_in_troubleshooting_are_those_of_the_program() -> None:
    """Capitals stand for values; a sentence that the program puts together is looked up part by part."""
    said = program_strings()
    elsewhere = ("could not connect", "Could not load", "Squares instead")  # said by Qt, or seen
    rows = re.findall(r"^\| (.+?) \| .+ \|$", PAGES["07-troubleshooting.md"], re.MULTILINE)
    sentences = [each for each in rows if each != "what it says" and not each.startswith(elsewhere)]
    assert len(sentences) > 40
    strange = []
    for sentence in sentences:
        fixed = re.split(r"\b[A-Z]{2,}\b(?<!JSON)(?<!UTF)(?<!SHA)|[“”]|(?<=[.:,]) ", sentence)
        pieces = [piece for each in fixed if len(piece := each.strip(" :.,")) > 8]
        strange += [piece for piece in pieces if piece not in said] or ([] if pieces else [sentence])
    assert strange == []


# Snippets


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A folder with the exports that the snippets read, of one small article."""

    def span(number: int, label: str, *pieces: str) -> dict[str, object]:
        found = [(TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces]
        return {"id": f"s{number}", "label": label, "fragments": found, "text": " ".join(pieces)}

    spans = [span(1, "QUOTE", "“We will reopen it,”", "“By May.”"), span(2, "PERSON", "Ysolde Marr")]
    relation = {"id": "r1", "type": "speaker", "head": "s1", "tail": "s2"}
    made = {"annotator": {"name": "Ada", "kind": "person"}, "status": "done", "spans": spans, "relations": [relation]}
    source = tmp_path / "source.jsonl"
    source.write_text(json.dumps({"text": TEXT, "sets": [made]}), encoding="utf-8")
    schema = (ROOT / "resources" / "schemas" / "news.toml").read_text(encoding="utf-8")
    with create_project(tmp_path / "news.annodb", schema) as project:
        assert import_paths(project, [source]).sets == 1
        export(project, tmp_path / "news.spacy", "spacy", ExportOptions())
        export(project, tmp_path / "news-all.jsonl", "jsonl", ExportOptions())
    return tmp_path


def run(folder: Path, *arguments: str) -> str:
    """What a Python of its own prints, in a folder."""
    command = [sys.executable, "-X", "utf8", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_spacy_snippet_of_the_readme_prints_entities_spans_and_relations(exported: Path) -> None:
    printed = run(exported, "-c", blocks(README, "python")[0])
    assert "[('Ysolde Marr', 'PERSON')]" in printed
    assert "quotes QUOTE “By May.”" in printed
    assert "“We will reopen it,” “By May.” speaker Ysolde Marr" in printed


def test_the_jsonl_snippet_of_the_readme_prints_every_set_and_span(exported: Path) -> None:
    printed = run(exported, "-c", blocks(README, "python")[1])
    assert "Minister vows to reopen the lock Ada done" in printed
    assert "QUOTE “We will reopen it,” “By May.”" in printed


def test_the_way_from_articles_to_a_dataset_works_as_the_readme_has_it(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "lock.txt").write_text(TEXT, encoding="utf-8")
    lines = next(block for block in blocks(README) if block.startswith("annotator new")).splitlines()
    for line in lines:
        command, *arguments = line.split()
        assert command == "annotator"
        if arguments[0] in COMMANDS:  # else it opens the window
            run(tmp_path, "-m", "annotator", *arguments)
    assert (tmp_path / "news.spacy").is_file()
    assert (tmp_path / "news-all.jsonl").is_file()
