import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.names.headings import heading_lines, truecase

BODY = (
    "In Belport, the premier Ada Brill met NTO and Ferrolink on Monday. The missile talks, said Brill, end in spring."
    "\nLater Tom Osei of Norland agreed, and so did Sen. Mara Lind. They want peace in the harbour."
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ada Brill Opens Missile Talks in Belport", "Ada Brill opens missile talks in Belport"),
        ("BRILL AND OSEI OPEN MISSILE TALKS WITH NTO", "Brill and Osei open missile talks with NTO"),
        ("Norland’s Talks End Without Peace", "Norland’s talks end without peace"),
        ("Talks on Peace Begin in the EU on Friday", "Talks on peace begin in the EU on Friday"),
        ("Mara Lind Wants U.S. Peace Talks Now.", "Mara Lind wants U.S. peace talks now."),
        ("McAdam Leaves: What Happens to Ferrolink?", "McAdam leaves: what happens to Ferrolink?"),
        ("Harbour Premier Tells Us Who Wants Peace With US", "Harbour premier tells us who wants peace with US"),
        ("‘Peace Now,’ Says Harbour Premier", "‘Peace now,’ says harbour premier"),
    ],
)
def test_a_headline_is_read_in_the_case_of_a_sentence_with_the_names_of_the_body(written: str, read: str) -> None:
    assert truecase(f"{written}\n{BODY}") == f"{read}\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "Premier opens talks with Ada Brill in Belport",
        "By Ada Brill and Tom Osei",
        "(Reporting by Ada Brill; Editing by Tom Osei)",
        "Ada Brill",
        "Ada Brill said on Monday that the talks in Belport would end in spring.",
    ],
)
def test_a_line_that_is_no_headline_keeps_its_case(line: str) -> None:
    assert list(heading_lines(line)) == []
    assert truecase(f"{line}\n{BODY}") == f"{line}\n{BODY}"


def test_a_subhead_is_a_headline_too() -> None:
    assert "\nWhat the talks mean for Belport\n" in truecase(f"{BODY}\nWhat the Talks Mean for Belport\n{BODY}")


def test_a_headline_without_a_body_and_a_language_without_a_lexicon_keep_their_case() -> None:
    line = "Ada Brill Opens Missile Talks in Belport"
    assert truecase(line) == line
    assert truecase(f"{line}\n{BODY}", "de") == f"{line}\n{BODY}"


def test_a_letter_whose_small_form_is_longer_stays() -> None:
    assert truecase(f"İNSTITUTE OPENS TALKS İN KELL\n{BODY}") == f"İnstitute opens talks İn kell\n{BODY}"


@given(st.text(), st.text(alphabet="ABİßab cDǅ.\n’'", max_size=60))
def test_nothing_but_case_ever_changes_and_no_character_moves(body: str, line: str) -> None:
    text = f"{line}\n{body}"
    read = truecase(text)
    assert len(read) == len(text)
    assert all(one == other or one.lower() == other.lower() for one, other in zip(text, read, strict=True))
