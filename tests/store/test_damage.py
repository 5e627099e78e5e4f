"""A project with wrong bytes anywhere is opened, or refused in words; nothing else ever comes of it."""

import random
from pathlib import Path

import pytest
from hypothesis import settings
from strategies import RICH_TOML

from annotator.app.plans import relations, spans
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.article import make_article
from annotator.model.errors import AnnotatorError
from annotator.model.ids import new_id
from annotator.store import articles, check, counts, listing, search
from annotator.store.filtering import Filter
from annotator.store.project import create_project, open_project

TRIES = settings.get_profile("ci").max_examples if settings().max_examples < 100 else 3000


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    with create_project(tmp_path / "news.annodb", RICH_TOML) as project:
        added = [make_article(id=new_id(), title=f"T{n}", text=f"“We act {n},” said Bob.") for n in range(3)]
        articles.add(project, added)
        work = Session(project, Annotator(name="Ada"))
        work.open_article(1)
        quote = work.perform(spans.mark, "QUOTE", [(0, 5), (6, 11)]).select[0]
        bob = work.perform(spans.mark, "PERSON", [(17, 20)]).select[0]
        work.perform(relations.relate, quote, "speaker", bob)
        work.perform(spans.set_attribute, quote, "weight", 2.5)
    return tmp_path / "news.annodb"


def use(path: Path) -> None:
    """Check the project and, unless that finds something, use it: everything that reads, and some that writes."""
    with open_project(path) as project:
        if list(check.problems(project)):
            return
        counts.count(project)
        session = Session(project, Annotator(name="Ada"))
        listing.counts(project, session.number)
        search.search(project, "act")
        for seq in listing.numbers(project, session.number, Filter(words="act")):
            listing.rows(project, session.number, [seq])
        work = session.open_article(1)
        session.undo()
        for each in list(work.own.relations):
            session.perform(relations.remove, each)


def test_wrong_bytes_anywhere_are_an_error_in_words_or_none(whole: Path) -> None:
    good = whole.read_bytes()
    chance = random.Random(7 if TRIES < 100 else None)
    for _ in range(TRIES):
        bad = bytearray(good)
        for _ in range(chance.choice([1, 3, 40])):
            at = chance.randrange(len(bad))
            bad[at : at + 1] = bytes([chance.randrange(256)])
        whole.write_bytes(bad)
        for log in ("-wal", "-shm"):
            whole.with_name(whole.name + log).unlink(missing_ok=True)
        sentence = "none"
        try:
            use(whole)
        except AnnotatorError as error:
            sentence = error.sentence
        assert sentence
        assert "\n" not in sentence
