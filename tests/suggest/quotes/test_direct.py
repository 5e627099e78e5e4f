from collections.abc import Callable

import pytest

from annotator.model.annotation import Fragments
from annotator.suggest.said import End, FoundQuote

Reader = Callable[[str], list[FoundQuote]]


def pieces(text: str, fragments: Fragments) -> list[str]:
    return [text[start:end] for start, end in fragments]


def names(text: str, ends: tuple[End, ...]) -> list[str]:
    return [text[start:end] for _, start, end in ends]


@pytest.mark.parametrize(
    ("text", "quote", "cue", "speaker"),
    [
        ("“The bridge is safe,” said Ada Brill.", "“The bridge is safe,”", "said", "Ada Brill"),
        ("“The bridge is safe,” she said.", "“The bridge is safe,”", "said", "she"),
        ('"The bridge is safe," Ada Brill told reporters.', '"The bridge is safe,"', "told", "Ada Brill"),
        ("‘The bridge is safe,’ Mara Lind added.", "‘The bridge is safe,’", "added", "Mara Lind"),
        ("“The bridge is safe”, she said.", "“The bridge is safe”", "said", "she"),
        ("“Is the bridge safe?” she asked.", "“Is the bridge safe?”", "asked", "she"),
        ("Ada Brill said: “The bridge is safe.”", "“The bridge is safe.”", "said", "Ada Brill"),
        ("Ada Brill said, “The bridge is safe.”", "“The bridge is safe.”", "said", "Ada Brill"),
        ("“The bridge is safe,” she has repeatedly said.", "“The bridge is safe,”", "has repeatedly said", "she"),
        ("According to Ada Brill, “The bridge is safe.”", "“The bridge is safe.”", "According to", "Ada Brill"),
        ("“The bridge is safe.” — Ada Brill, engineer", "“The bridge is safe.”", "—", "Ada Brill"),
        ("“The bridge is safe.” (Ada Brill)", "“The bridge is safe.”", "", "Ada Brill"),
        ("“The bridge is safe.”\n\n— Ada Brill, engineer", "“The bridge is safe.”", "—", "Ada Brill"),
        ("Ada Brill, an engineer: “The bridge is safe.”", "“The bridge is safe.”", ":", "Ada Brill"),
        ("She smiled: “The bridge is safe.”", "“The bridge is safe.”", "smiled", "She"),
        ("Ada Brill: “The bridge is safe.”", "“The bridge is safe.”", ":", "Ada Brill"),
        ("Ada Brill added:\n“The bridge is safe.”", "“The bridge is safe.”", "added", "Ada Brill"),
    ],
)
def test_a_clause_beside_the_marks_tells_who_says_it(
    read: Reader, text: str, quote: str, cue: str, speaker: str
) -> None:
    (found,) = read(text)
    assert pieces(text, found.fragments) == [quote]
    assert ("|".join(pieces(text, found.cue)), names(text, found.speakers)) == (cue, [speaker])
    assert found.type == "direct"


@pytest.mark.parametrize(
    "text",
    [
        "The “reform” of the council failed.",
        "Mara “Mo” Lind leads the council of Kell.",
        "She wrote the book “The Long Way Home” in Norland.",
        "In her book “The Long Way Home,” Ada Brill walked to Kell.",
        "The ship “Ardmoor” sank.",
        "‘The Long Way Home.’",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_left_out(read: Reader, text: str) -> None:
    assert read(text) == []


def test_speaker_and_cue_in_the_middle_make_one_quote_of_two_fragments(read: Reader) -> None:
    text = "“The bridge,” said Ada Brill, “is safe.”"
    (found,) = read(text)
    assert pieces(text, found.fragments) == ["“The bridge,”", "“is safe.”"]


def test_a_second_sentence_after_the_reporting_clause_belongs_to_the_quote(read: Reader) -> None:
    text = "“We will pay,” Ada Brill said on Monday. “The bridge is safe and will stay so.”"
    (found,) = read(text)
    assert pieces(text, found.fragments) == ["“We will pay,”", "“The bridge is safe and will stay so.”"]


def test_two_quotes_with_a_cue_each_are_two(read: Reader) -> None:
    text = "“Is it safe?” Ada Brill asked. “I think so,” he replied."
    assert [pieces(text, each.cue) for each in read(text)] == [["asked"], ["replied"]]


def test_two_verbs_between_two_quotes_report_one_each(read: Reader) -> None:
    text = "“We will build it,” Lind said, adding: “And we will pay for it.”"
    assert [pieces(text, each.cue) for each in read(text)] == [["said"], ["adding"]]


def test_each_turn_of_a_dialogue_is_a_quote(read: Reader) -> None:
    text = "“No.” “Are you sure?” “I am.”"
    assert [pieces(text, each.fragments) for each in read(text)] == [["“No.”"], ["“Are you sure?”"], ["“I am.”"]]


def test_a_clause_that_leads_to_the_next_quote_is_not_taken_for_the_one_before(read: Reader) -> None:
    text = "She says it is a “very old bridge that is still safe.” She adds: “We will not close it.”"
    assert [pieces(text, each.cue) for each in read(text)] == [["says"], ["adds"]]


def test_paragraphs_that_open_again_are_a_quote_each_and_go_on(read: Reader) -> None:
    text = "Ada Brill said: “The bridge is safe.\n\n“And it will stay so for many years.”"
    first, second = read(text)
    assert second.continues == first.fragments
    assert names(text, second.speakers) == names(text, first.speakers) == ["Ada Brill"]


def test_a_sentence_after_a_quote_has_the_same_speaker(read: Reader) -> None:
    text = "“We will pay for it,” said Ada Brill.\n\n“And the bridge will be safe for all of us.”"
    _, second = read(text)
    assert (names(text, second.speakers), second.cue) == (["Ada Brill"], ())


def test_what_is_written_is_told_from_what_is_spoken(read: Reader) -> None:
    said, written, posted = read(
        "“It is safe,” she said.\n\n“It is safe,” she said in a statement.\n\n“It is safe,” she wrote."
    )
    assert (said.medium, written.medium, posted.medium) == ("speech", "writing", "writing")


def test_whom_it_is_said_to_is_the_addressee(read: Reader) -> None:
    text = "“The bridge is safe,” Ada Brill told reporters."
    (found,) = read(text)
    assert names(text, found.addressees) == ["reporters"]


def test_a_quote_in_a_quote_has_its_own_speaker(read: Reader) -> None:
    text = "“She said, ‘We will never close the bridge,’ and left,” Ada Brill told us."
    _, inner = read(text)
    assert pieces(text, inner.fragments) == ["‘We will never close the bridge,’"]
    assert names(text, inner.speakers) == ["She"]


def test_the_answers_of_an_interview_are_quotes_and_the_questions_are_not(read: Reader) -> None:
    text = "Q: Is it safe?\nA: It is safe.\nQ: And the road?\nA: That too."
    assert [pieces(text, each.fragments) for each in read(text)] == [["It is safe."], ["That too."]]


def test_names_before_a_colon_speak_in_a_transcript(read: Reader) -> None:
    text = "LIND: The road is closed.\nBRILL: The bridge is not.\nLIND: We know that.\nBRILL: Good."
    found = read(text)
    assert [names(text, each.speakers) for each in found] == [["LIND"], ["BRILL"], ["LIND"], ["BRILL"]]


def test_one_paragraph_with_a_colon_is_no_interview(read: Reader) -> None:
    assert read("Kell: a town in Norland.\nIt has a bridge.") == []
