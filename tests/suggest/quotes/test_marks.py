import pytest

from annotator.suggest.quotes.marks import pairs


def marked(text: str) -> list[str]:
    return [text[each.start : each.end] for each in pairs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It is safe," said Brill. "It is."', ['"It is safe,"', '"It is."']),
        ("“It is safe,” said Brill.", ["“It is safe,”"]),
        ("''It is safe,'' said Brill.", ["''It is safe,''"]),
        ("``It is safe,'' said Brill.", ["``It is safe,''"]),
        ("« Oui », dit Osei. « Non. »", ["« Oui »", "« Non. »"]),
        ("»Ja«, sagte Lind. »Nein.«", ["»Ja«", "»Nein.«"]),
        ("»Hej», sa Lind.", ["»Hej»"]),
        ("„Ja“, sagte Lind.", ["„Ja“"]),
        ("„Tak”, powiedziała Lind.", ["„Tak”"]),
        ("‚Ja‘, sagte Lind.", ["‚Ja‘"]),
        ("‹ Oui ›, dit Osei.", ["‹ Oui ›"]),
        ("‘It is safe,’ said Brill.", ["‘It is safe,’"]),
        ("'It is safe,' said Brill.", ["'It is safe,'"]),
        ("「安全だ」とリンド。", ["「安全だ」"]),
        ('He spoke of “no evidence" yet.', ['“no evidence"']),
        ('("Yes," she said)—"no"—', ['"Yes,"', '"no"']),
    ],
)
def test_marks_of_every_style_are_paired(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It’s a pity that they don’t,’ said Brill.", ["‘It’s a pity that they don’t,’"]),
        ("'The '90s rock 'n' roll is dead,' said Brill.", ["'The '90s rock 'n' roll is dead,'"]),
        ("‘The governors’ men were there,’ said Brill.", ["‘The governors’ men were there,’"]),
        ("The banks' men and Osei's friends", []),
        ("'Tis the rock 'n' roll of the '90s, get 'em", []),
        ("The '90s", []),
        ("Lind is 6'2\" tall, Osei 5'11\".", []),
        ('"She is 5\'4" tall," said Brill.', ['"She is 5\'4" tall,"']),
        ('“A 12" record,” said Brill.', ['“A 12" record,”']),
        ("It is 6′ 2″ long.", []),
    ],
)
def test_apostrophes_feet_and_inches_are_no_marks(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_inner_marks_lie_in_outer_ones() -> None:
    text = "“Osei told me ‘no’,” said Brill."
    outer, inner = pairs(text)
    assert (outer.level, outer.parent) == (0, None)
    assert (inner.level, inner.parent, text[slice(*inner.inner)]) == (1, 0, "no")


def test_a_paragraph_that_opens_again_goes_on() -> None:
    first, second = pairs("“We will build.\n\n“And we will pay,” said Brill.")
    assert (first.closed, first.reopened) == (False, False)
    assert (second.closed, second.reopened) == (True, True)


def test_a_paragraph_that_only_closes_goes_on_too() -> None:
    text = "“We will build.\n\nAnd we will pay,” said Brill."
    first, second = pairs(text)
    assert not first.closed
    assert not second.opened
    assert text[second.start : second.end] == "And we will pay,”"


def test_an_unclosed_mark_ends_before_the_next_and_never_leaves_its_paragraph() -> None:
    text = "“We will build, said Brill. “Yes,” said Lind.\nNobody knew."
    assert marked(text) == ["“We will build, said Brill.", "“Yes,”"]
    assert not pairs(text)[0].closed


def test_what_is_unclosed_inside_ends_with_what_is_around() -> None:
    text = "“The «plan failed,” said Brill."
    assert marked(text) == ["“The «plan failed,”", "«plan failed,"]
