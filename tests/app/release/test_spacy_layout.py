"""What `--with-config` writes is run as it is, by spaCy's own command line."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import spacy
from spacy.tokens import DocBin

from annotator.app.exporting import ExportOptions
from annotator.app.release.spacy_layout import write_layout
from annotator.app.release.splits import SplitOptions
from annotator.app.release.writing import Wish, write
from annotator.app.sample import make_sample
from annotator.exchange import docbin
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions
from annotator.model.errors import ExchangeError, SuggestError
from annotator.store import schemas
from annotator.store.project import Project

PARTS = SplitOptions(shares=(0.6, 0.2, 0.2))
HERS = ExportOptions(names=("Ada",), check=True)


def sample(folder: Path) -> Project:
    return make_sample(folder / "sample.annodb")[0]


def spacy_cli(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "spacy", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", timeout=300, check=False, env=environment
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_spacy_trains_a_few_steps_on_the_sample_and_the_result_loads(tmp_path: Path) -> None:
    with sample(tmp_path) as project:
        write(project, tmp_path / "news.spacy", "spacy", HERS, Wish(split=PARTS, with_config=True))
    folder = tmp_path / "news-config"
    assert {each.name for each in folder.iterdir()} == {"config.cfg", "project.yml", "README.md", ".annotator-export"}
    docs = list(DocBin().from_disk(tmp_path / "news-dev.spacy").get_docs(spacy.blank("en").vocab))
    keep = min(docs, key=len)  # the sample has a very long article; a short one is enough to measure with
    DocBin(docs=[keep]).to_disk(tmp_path / "news-dev.spacy")
    options = ("--training.max_steps", "2", "--training.eval_frequency", "2", "--corpora.train.limit", "2")
    spacy_cli(folder, "train", "config.cfg", "--output", "training", *options)
    nlp = spacy.load(folder / "training" / "model-best")
    assert nlp.pipe_names == ["learned_tok2vec", "ner", "pledges_finder", "pledges", "quotes_finder", "quotes"]
    assert "PERSON" in nlp.get_pipe("ner").labels
    assert nlp.get_pipe("quotes").labels
    doc = nlp("“We will act,” Keir Starmer said in London.")
    assert {"pledges", "quotes"} <= set(doc.spans)


def test_in_a_process_of_its_own_the_same_is_written(tmp_path: Path) -> None:
    def here(items: Iterator[Outgoing], target: Path, options: WriteOptions) -> LossReport:
        return docbin.WRITER.write(items, target, options=options)

    looks: list[int] = []

    def look_up() -> bool:
        looks.append(1)
        return False

    for name, elsewhere in (("one", None), ("other", here)):
        (tmp_path / name).mkdir()
        with sample(tmp_path / name) as project:
            options = msgspec.structs.replace(HERS, cancelled=look_up)
            wish = Wish(split=PARTS, with_config=True)
            looks.clear()
            write(project, tmp_path / name / "news.spacy", "spacy", options, wish, elsewhere=elsewhere)
    assert len(looks) > 11, "somebody could have stopped it, or drawn the window"
    for file in ("config.cfg", "project.yml", "README.md"):
        one, other = (tmp_path / name / "news-config" / file for name in ("one", "other"))
        assert one.read_bytes() == other.read_bytes()


def test_what_is_wrong_there_is_told(tmp_path: Path) -> None:
    with sample(tmp_path) as project:
        schema = schemas.current(project)[1]
    options, parts = ExportOptions(), (tmp_path / "a.spacy", tmp_path / "b.spacy")
    with pytest.raises(SuggestError, match="no span in the articles to learn from"):
        write_layout(tmp_path / "layout", [], schema, *parts, options, apart=True)
    assert not (tmp_path / "layout").exists()


def test_the_project_names_the_commands_and_the_parts(tmp_path: Path) -> None:
    with sample(tmp_path) as project:
        write(project, tmp_path / "news.spacy", "spacy", HERS, Wish(split=PARTS, with_config=True))
    text = (tmp_path / "news-config" / "project.yml").read_text(encoding="utf-8")
    assert "spacy train config.cfg" in text
    assert "../news-dev.spacy" in text
    config = (tmp_path / "news-config" / "config.cfg").read_text(encoding="utf-8")
    assert 'train = "../news-train.spacy"' in config
    assert str(tmp_path) not in config


def test_ents_that_were_chosen_are_what_ner_learns(tmp_path: Path) -> None:
    options = ExportOptions(names=("Ada",), ents=("PLEDGE",))
    with sample(tmp_path) as project:
        write(project, tmp_path / "news.spacy", "spacy", options, Wish(split=PARTS, with_config=True))
    config = (tmp_path / "news-config" / "config.cfg").read_text(encoding="utf-8")
    assert "entities_finder" in config


@pytest.mark.parametrize("wish", [Wish(with_config=True), Wish(with_config=True, split=PARTS)])
def test_a_configuration_is_for_a_docbin_in_parts(tmp_path: Path, wish: Wish) -> None:
    with sample(tmp_path) as project, pytest.raises(ExchangeError, match="--format spacy and --split"):
        write(project, tmp_path / "news.jsonl", "jsonl", HERS, wish)
    assert not list(tmp_path.glob("news*"))
