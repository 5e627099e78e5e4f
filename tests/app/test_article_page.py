from pathlib import Path

import pytest

from annotator.app.article_page import page_name, save_page
from annotator.app.plans import spans
from annotator.app.sample import make_sample
from annotator.app.session import Session
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError
from annotator.store import listing


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made, _ = make_sample(tmp_path / "s.annodb")
    found = Session(made, Annotator(name="Dana"))
    found.open_article(next(iter(listing.numbers(made, found.number))))
    return found


def test_the_page_has_the_article_with_the_annotators_own_marks_and_nothing_lies_beside_it(
    session: Session, tmp_path: Path
) -> None:
    assert session.work is not None
    session.perform(spans.mark, "PLEDGE", [(0, 9)])
    (tmp_path / "out").mkdir()
    save_page(session.work, tmp_path / "out" / "a.html")
    source = (tmp_path / "out" / "a.html").read_text(encoding="utf-8")
    assert source.count('data-l="') == 1
    assert 'data-l="PLEDGE"' in source
    assert "Annotated by Dana" in source
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.html"]


def test_the_name_is_that_of_the_article_in_letters_that_every_system_takes(session: Session) -> None:
    assert session.work is not None
    name = page_name(session.work)
    assert name.endswith(".html")
    assert not set(name) & set('\\/:*?"<>| ')


def test_a_place_that_cannot_be_written_is_a_sentence(session: Session, tmp_path: Path) -> None:
    assert session.work is not None
    with pytest.raises(ExchangeError, match="cannot be written"):
        save_page(session.work, tmp_path / "none" / "a.html")
