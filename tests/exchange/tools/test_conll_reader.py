from pathlib import Path

import pytest
from exchange_cases import SCHEMA

from annotator.exchange.protocols import Incoming, ReadOptions, Refused
from annotator.exchange.tools import conll_in
from annotator.exchange.tools.conll import READER
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError

CONLL_2003 = """-DOCSTART- -X- -X- O

Ada NNP I-NP I-PER
Brill NNP I-NP I-PER
Osei NNP I-NP B-PER
said VBD I-VP O
" " O O
no DT I-NP O
" " O O
. . O O

NATO NNP I-NP I-ORG
's POS B-NP O
lock NN I-NP O
-DOCSTART- -X- -X- O

( ( O O
London NNP I-NP I-LOC
) ) O O
"""
IOB2 = "# id 1\nAda\tB-PER\nBrill\tI-PER\nOsei\tB-PER\nsaid\tO\n\nNATO\tB-ORG\n"
IOBES = "Ada B-PER\nvan I-PER\nBrill E-PER\nOsei S-PER\nsaid O\n\nNATO S-ORG\n"
BILOU = IOBES.replace("E-", "L-").replace("S-", "U-")


def read(folder: Path, content: str | bytes, **options: object) -> list[Incoming | Refused]:
    path = folder / "a.conll"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(READER.read(path, options=ReadOptions(**options)))


def marked(item: Incoming | Refused) -> list[tuple[str, str]]:
    assert isinstance(item, Incoming)
    (only,) = item.sets
    return [(each.label, each.text) for each in only.spans.values()]


def test_articles_of_conll_2003_come_in_with_a_text_made_of_the_tokens(tmp_path: Path) -> None:
    one, two = read(tmp_path, CONLL_2003)
    assert isinstance(one, Incoming)
    assert isinstance(two, Incoming)
    assert one.article.text == 'Ada Brill Osei said "no".\nNATO\'s lock'
    assert marked(one) == [("PER", "Ada Brill"), ("PER", "Osei"), ("ORG", "NATO")]
    assert two.article.text == "(London)"
    assert marked(two) == [("LOC", "London")]
    assert two.place.endswith("a.conll, line 15")
    assert one.notes == ("the text was made of the tokens",)
    assert (one.sets[0].annotator, one.sets[0].state.status) == (Annotator(name="conll"), "done")


@pytest.mark.parametrize("content", [IOB2, IOB2.replace("\t", "  "), IOBES.replace("van I-PER\n", ""), IOB2 + "\n\n"])
def test_every_scheme_and_column_is_read(tmp_path: Path, content: str) -> None:
    (item,) = read(tmp_path, content)
    assert marked(item) == [("PER", "Ada Brill"), ("PER", "Osei"), ("ORG", "NATO")]


@pytest.mark.parametrize("content", [IOBES, BILOU])
def test_an_entity_ends_where_its_tag_says(tmp_path: Path, content: str) -> None:
    (item,) = read(tmp_path, content + "O E-X\nO E-X\n")
    assert marked(item) == [("PER", "Ada van Brill"), ("PER", "Osei"), ("ORG", "NATO"), ("X", "O"), ("X", "O")]


def test_numbered_lines_are_read_by_the_tag_after_the_token(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "#\thttp://x [2009]\n1\tAda\tB-PER\tO\n2\tsaid\tO\tO\n\n1\tLondon\tB-LOC\tB-X\n")
    assert item.article.text == "Ada said\nLondon"
    assert marked(item) == [("PER", "Ada"), ("LOC", "London")]


def test_a_token_that_is_a_hash_is_a_token_and_a_comment_is_none(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "# a comment\n# O\n1 O\nAda B-PER\n")
    assert (item.article.text, marked(item)) == ("#1 Ada", [("PER", "Ada")])


def test_labels_are_mapped_or_left_out_once_and_the_schema_is_kept(tmp_path: Path) -> None:
    item, told, refused = read(tmp_path, IOB2 + "Rome B-LUC\n", schema=SCHEMA, labels={"PER": "", "ORG": "ORG"})
    assert marked(item) == [("ORG", "NATO")]
    assert told.reason == "The label PER is left out, here and from now on, as asked."
    assert "LUC is not in the schema" in refused.reason


def test_the_annotator_may_be_told(tmp_path: Path) -> None:
    model = Annotator(name="tagger", kind="model")
    (item,) = read(tmp_path, IOB2, annotator=model)
    assert item.sets[0].annotator == model


@pytest.mark.parametrize("line", ["Ada", "Ada PER", "Ada B-", "Ada X-PER", "Ada O x", "\tO\tX"])
def test_a_line_that_is_no_token_with_a_tag_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(ExchangeError, match=r"a\.conll, line 4 is no token") as caught:
        read(tmp_path, f"Ada O\nsaid O\n\n{line}\nno O\n")
    assert caught.value.code == "conll.line"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "conll.empty"),
        (b"\n -DOCSTART- O\n"[2:], "conll.empty"),
        (b"Ada O\ncaf\xe9 O\n", "conll.encoding"),
        (b"Ada O\n" + b"x" * 70_000 + b" O\n", "conll.long"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(ExchangeError, match=r"a\.conll") as caught:
        read(tmp_path, content)
    assert caught.value.code == code


def test_encodings_are_told_by_a_mark_or_the_options(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        (item,) = read(tmp_path, "Zoë B-PER\r\n\r\nran O\r\n".encode(encoding))
        assert (item.article.text, marked(item)) == ("Zoë\nran", [("PER", "Zoë")])
    (item,) = read(tmp_path, "Zoë B-PER\n".encode("cp1252"), encoding="cp1252")
    assert marked(item) == [("PER", "Zoë")]
    with pytest.raises(ExchangeError, match="no encoding called klingon"):
        read(tmp_path, IOB2, encoding="klingon")
    with pytest.raises(ExchangeError, match="cannot be read"):
        list(READER.read(tmp_path / "none.conll", options=ReadOptions()))


def test_an_article_of_too_many_tokens_says_how_to_part_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conll_in, "_MOST_TOKENS", 3)
    with pytest.raises(ExchangeError, match="Put a line -DOCSTART- between articles"):
        read(tmp_path, IOB2)


def test_the_format_is_known_by_its_ending_and_first_lines() -> None:
    assert ".conll" in READER.suffixes
    assert all(READER.fits(each.encode()) for each in (CONLL_2003, IOB2, IOBES))
    assert not READER.fits(b"Dear reader,\nthis is no table.\n")
