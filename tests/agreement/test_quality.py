"""What is counted when one set is held against another: small cases, their numbers worked out by hand."""

import pytest
from set_cases import Made

from annotator import files
from annotator.agreement.counts import CLOSE, EXACT, OVERLAP, Score, Tally
from annotator.agreement.quality import ALL, ENDS, Quality
from annotator.agreement.quotes import COVERAGE, CUE_RIGHT, SPEAKER_RIGHT
from annotator.agreement.side import Bare
from annotator.model.schema_file import read_schema

NEWS = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))
TEXT = "“We will dig,” Ada Brill said. “By May.” Tom Osei of Norland thinks that the canal is\n too deep for Kell."
Counts = tuple[int, int | None, int]


def counted(wanted: Made, found: Made, *labels: str, text: str = TEXT) -> dict[tuple[str, ...], Counts]:
    """Right, wanted and found, by table, label, what and matched."""
    quality = Quality(NEWS, labels or list(NEWS.label_by_name))
    quality.add(text, wanted.set, found.set)
    return {
        (each.table, *filter(None, (each.label, each.what)), each.matched): (each.right, each.wanted, each.found)
        for each in quality.scores()
    }


def test_rates_are_shares_and_what_is_nothing_of_nothing_is_no_rate() -> None:
    score = Score("labels", "PERSON", "", EXACT, 2, 4, 3)
    assert (score.precision, score.recall, score.f1) == (2 / 3, 0.5, 4 / 7)
    nothing = Score("labels", "PERSON", "", EXACT, 0, 0, 0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)
    assert Score("labels", "PERSON", "", EXACT, 0, 0, 2).f1 == 0.0
    assert Score("rules", "PERSON", "x", EXACT, 1, None, 2).f1 is None


def test_counts_add_up_and_rows_without_any_are_left_out() -> None:
    tally = Tally()
    tally.add("labels", "A", "", EXACT)
    tally.add("labels", "B", "", EXACT, right=1, wanted=2)
    tally.add("labels", "B", "", EXACT, found=3)
    assert tally.scores("labels") == [Score("labels", "B", "", EXACT, 1, 2, 3)]


def test_white_space_is_no_position() -> None:
    bare = Bare("a b\n c")
    assert bare.fragments(((0, 3),)) == bare.fragments(((0, 1), (2, 5))) == ((0, 2),)
    assert bare.fragments(((1, 2),)) == ()
    assert bare.fragments(((0, 6),)) == ((0, 3),)


def test_each_label_is_counted_by_itself_on_three_levels() -> None:
    wanted, found = Made(TEXT), Made(TEXT)
    for name in ("Ada Brill", "Tom Osei"):
        wanted.mark("PERSON", name)
    found.mark("PERSON", "Ada Brill")
    found.mark("PERSON", "Osei of Norland")  # shares 4 of 17: 0.24
    wanted.mark("GPE", "Norland")
    found.mark("ORG", "Norland")
    got = counted(wanted, found)
    assert [got["labels", "PERSON", level] for level in (EXACT, CLOSE, OVERLAP)] == [(1, 2, 2), (1, 2, 2), (2, 2, 2)]
    assert (got["labels", "GPE", EXACT], got["labels", "ORG", EXACT]) == ((0, 1, 0), (0, 0, 1))
    assert [got["labels", ALL, level] for level in (EXACT, OVERLAP)] == [(1, 3, 3), (2, 3, 3)]
    assert "LOC" not in {key[1] for key in got}
    assert ("labels", ALL, EXACT) not in counted(wanted, found, "PERSON")


def test_half_the_characters_in_common_are_enough_and_white_space_does_not_count() -> None:
    wanted, found = Made(TEXT), Made(TEXT)
    wanted.mark("LOC", "canal is\n too")  # canalistoo, 10
    found.mark("LOC", "canal")  # 5 of them
    assert counted(wanted, found)["labels", "LOC", CLOSE] == (1, 1, 1)
    shorter = Made(TEXT)
    shorter.mark("LOC", "anal")
    assert counted(wanted, shorter)["labels", "LOC", CLOSE] == (0, 1, 1)


def test_what_the_other_is_unsure_of_counts_neither_way() -> None:
    wanted, found = Made(TEXT), Made(TEXT)
    wanted.mark("PERSON", "Ada Brill", unsure=True)
    wanted.mark("GPE", "Kell", unsure=True)
    found.mark("PERSON", "Ada Brill", note="a rule")
    got = counted(wanted, found)
    assert not any(any(filter(None, each)) for each in got.values())
    sure = counted(found, wanted)
    assert sure["labels", "PERSON", EXACT] == (1, 1, 1), "what is found may be unsure"


def two_quotes(speaker: str, cue: str, *pieces: str) -> Made:
    made = Made(TEXT)
    direct = made.mark("QUOTE", *pieces)
    made.link(direct, "speaker", made.mark("PERSON", speaker))
    made.link(direct, "cue", made.mark("CUE", cue))
    return made


def test_quotes_are_told_apart_by_their_marks() -> None:
    wanted = two_quotes("Ada Brill", "said", "“We will dig,”", "“By May.”")
    indirect = wanted.mark("QUOTE", "that the canal is\n too deep")
    wanted.link(indirect, "speaker", wanted.mark("PERSON", "Tom Osei"))
    found = two_quotes("Brill", "Brill said", "“We will dig,”")  # 10 of 17 characters, the speaker is touched
    found.mark("QUOTE", "We will dig", note="inside")  # alone; a mark touches it
    found.mark("QUOTE", "too deep for Kell")  # shares 7 of 21 + 14
    got = {key[2:]: each for key, each in counted(wanted, found).items() if key[0] == "quotes"}
    assert [got["all", row] for row in (EXACT, CLOSE, COVERAGE)] == [(0, 2, 3), (1, 2, 3), (2, 2, 3)]
    assert [got["quoted", row] for row in (EXACT, CLOSE, COVERAGE)] == [(0, 1, 2), (1, 1, 2), (1, 1, 2)]
    assert [got["indirect", row] for row in (EXACT, CLOSE, COVERAGE)] == [(0, 1, 1), (0, 1, 1), (1, 1, 1)]
    assert got["all", SPEAKER_RIGHT] == (1, 2, 1), "touched is right; the indirect one found no speaker"
    assert got["all", CUE_RIGHT] == (0, 1, 1), "a cue has to be the same"


def test_a_speaker_is_only_looked_at_where_the_quotes_are_matched() -> None:
    wanted = two_quotes("Ada Brill", "said", "“We will dig,”")
    apart = two_quotes("Ada Brill", "said", "“By May.”")
    got = counted(wanted, apart)
    assert ("quotes", "QUOTE", "all", SPEAKER_RIGHT) not in got
    same = counted(wanted, wanted)
    assert same["quotes", "QUOTE", "all", SPEAKER_RIGHT] == same["quotes", "QUOTE", "all", CUE_RIGHT] == (1, 1, 1)


def test_a_cue_is_right_when_it_is_one_of_several_or_all_of_them_together() -> None:
    for wanted_cues, found_cues, right in (
        (("said", "thinks"), ("thinks",), 1),
        (("said", "thinks"), ("thinks", "said"), 1),
        (("said", "thinks", "dig"), ("thinks", "said"), 0),
        (("said",), ("thinks", "said"), 0),
    ):
        sides = []
        for cues in (wanted_cues, found_cues):
            made = Made(TEXT)
            quote = made.mark("QUOTE", "“By May.”")
            for cue in cues:
                made.link(quote, "cue", made.mark("CUE", cue))
            sides.append(made)
        assert counted(*sides)["quotes", "QUOTE", "all", CUE_RIGHT] == (right, 1, 1)


def test_a_relation_without_direction_is_no_part_of_a_span() -> None:
    made = Made(TEXT)
    made.link(made.mark("PERSON", "Ada Brill"), "coref", made.mark("PERSON", "Tom Osei"))
    got = counted(made, made)
    assert got["relations", "coref", ENDS] == (1, 1, 1)
    assert not [key for key in got if key[0] == "parts"]


def test_attributes_and_roles_are_counted_on_matched_spans() -> None:
    text = "Norland will dig the canal by May, Ada Brill said. Kell will not."
    wanted, found = Made(text), Made(text)
    for made, name, kind in ((wanted, "Norland", "action"), (found, "Kell", "outcome")):
        pledge = made.mark("PLEDGE", "dig the canal", kind=kind, voice="reported")
        made.link(pledge, "pledger", made.mark("GPE", name))
    found.link("Ada-0", "deadline", found.mark("DATE", "May"))
    wanted.mark("PLEDGE", "will not", kind="action")
    got = {key[2:]: each for key, each in counted(wanted, found, text=text).items() if key[0] == "parts"}
    assert got["kind", CLOSE] == (0, 1, 1)
    assert got["voice", CLOSE] == (1, 1, 1)
    assert got["conditional", CLOSE] == (1, 1, 1), "a flag that is not set says no, on both sides"
    assert got["pledger", CLOSE] == (0, 1, 1)
    assert got["deadline", CLOSE] == (0, 0, 1)
    assert not [key for key in got if key[0] in ("unsure", "polarity", "speaker")]


def test_ends_of_relations_may_have_another_label_of_their_group() -> None:
    wanted, found = Made(TEXT), Made(TEXT)
    for made, label in ((wanted, "PERSON"), (found, "ORG")):
        made.link(made.mark("QUOTE", "that the canal is"), "speaker", made.mark(label, "Tom Osei"))
    assert counted(wanted, found)["relations", "speaker", ENDS] == (1, 1, 1)
    assert ("relations", "speaker", ENDS) not in counted(wanted, found, "PERSON"), "it leads from a QUOTE"
    assert counted(wanted, found, "QUOTE")["relations", "speaker", ENDS] == (1, 1, 1)


def test_each_rule_is_told_what_it_found_and_what_of_it_is_right() -> None:
    wanted, found = Made(TEXT), Made(TEXT)
    wanted.mark("PERSON", "Ada Brill")
    found.mark("PERSON", "Brill", note="one rule")  # 5 of 8
    found.mark("PERSON", "Tom Osei", note="one rule")
    found.mark("PERSON", "Kell", note="another")
    got = counted(wanted, found)
    assert got["rules", "PERSON", "one rule", EXACT] == (0, None, 2)
    assert got["rules", "PERSON", "one rule", CLOSE] == (1, None, 2)
    assert got["rules", "PERSON", "another", CLOSE] == (0, None, 1)


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_article_without_words_counts_nothing(text: str) -> None:
    assert counted(Made(text), Made(text), text=text) == {}
