"""Each rule with the sentences that it is for, and those that it is against."""

from collections.abc import Callable
from typing import Any

import pytest

from annotator.suggest.pledges import items, modals, nouns, verbs

Read = Callable[[str], list[Any]]

FOR = {
    verbs.RULES["infinitive"]: [
        ("Mara Lind has vowed to reopen the night ferry by June.", ["to reopen the night ferry by June"]),
        ("Brill spoke in Ardmoor, promising to plant trees for Norland.", ["to plant trees for Norland"]),
        ("Ferrolink, which has promised to close the mine, is based in Kell.", ["to close the mine"]),
        ("Brill threatened to leave the alliance.", ["to leave the alliance"]),
        ("Brill would not commit to reopening the ferry.", ["reopening the ferry"]),
    ],
    verbs.RULES["clause"]: [
        ("She promised that every child would get a seat.", ["every child would get a seat"]),
        ("Brill promised that she would build a bridge.", ["would build a bridge"]),
    ],
    verbs.RULES["thing"]: [
        ("The minister promised reforms of the harbour law.", ["reforms of the harbour law"]),
        ("Brill pledged $20 million for ferries.", ["$20 million for ferries"]),
    ],
    verbs.RULES["gerund"]: [("Brill proposed closing the mine.", ["closing the mine"])],
    verbs.RULES["refusal"]: [("Norland declined to host the summit.", ["to host the summit"])],
    verbs.RULES["exclusion"]: [("Brill ruled out selling the port.", ["selling the port"])],
    nouns.RULES["infinitive"]: [
        ("Norland has dropped its plan to close the mine.", ["to close the mine"]),
        ("The ministry's plans to build a tunnel were published.", ["to build a tunnel"]),
    ],
    nouns.RULES["thing"]: [
        ("The ministry's plans for a second tunnel were published.", ["a second tunnel"]),
        ("Norland's commitment to building ferries is known.", ["building ferries"]),
        (
            "The package includes plans for the construction of a tunnel in Kell.",
            ["the construction of a tunnel in Kell"],
        ),
    ],
    nouns.RULES["committed"]: [("The ministry is committed to building a tunnel.", ["building a tunnel"])],
    nouns.RULES["resolved"]: [("Brill is determined to close the mine.", ["to close the mine"])],
    modals.RULES["first"]: [
        ('"We will not sell the port," said Osei.', ["will not sell the port"]),
        ('"We are going to build a bridge," Lind said.', ["going to build a bridge"]),
    ],
    modals.RULES["organised"]: [("The government will cut fares by 15 percent.", ["will cut fares by 15 percent"])],
    modals.RULES["reported"]: [
        ("Brill said that she would build a bridge.", ["would build a bridge"]),
        ("The council says it will hire ten nurses.", ["will hire ten nurses"]),
    ],
    modals.RULES["policy"]: [("Our plan will create two thousand jobs.", ["will create two thousand jobs"])],
    modals.RULES["passive"]: [
        ("Two ferries will be built in Kell, Lind said.", ["Two ferries will be built in Kell"]),
    ],
    items.RULE: [
        ("Labour will:\n• Build 200 homes by 2030\n• Hire ten nurses", ["Build 200 homes by 2030", "Hire ten nurses"]),
        ("• $5 million for a fund", ["$5 million for a fund"]),
    ],
}

AGAINST = {
    verbs.RULES["infinitive"]: [
        "Brill did not promise to build a bridge.",
        "Brill could promise to build a bridge.",
        "Osei urged Brill to pledge to build a bridge.",
        "Did Brill promise to build a bridge?",
        "If Brill promised to build a bridge, nobody noticed.",
        "These rules promise to change the whole country.",
        "The meeting, intended to address the strike, was short.",
        "Brill plans to speak in Ardmoor on Monday.",
    ],
    verbs.RULES["clause"]: ["Brill hoped that every child would get a seat.", "Brill promised the voters."],
    verbs.RULES["thing"]: ["The officers pledged allegiance.", "Brill admired the reforms of the harbour law."],
    verbs.RULES["gerund"]: ["Brill enjoyed closing the mine."],
    verbs.RULES["refusal"]: ["Brill declined to comment.", "Brill refused to answer."],
    verbs.RULES["exclusion"]: ["Brill did not rule out selling the port.", "The court ruled on selling the port."],
    nouns.RULES["infinitive"]: [
        "The council has no plans to sell the port.",
        "Osei demanded that Brill make a pledge to close the mine.",
    ],
    nouns.RULES["thing"]: ["The time for a second tunnel has come.", "Brill has plans for Monday."],
    nouns.RULES["committed"]: ["Some clerks committed fraud to open accounts."],
    nouns.RULES["resolved"]: ["Brill is determined to win.", "Brill is happy to close the mine."],
    modals.RULES["first"]: ['"We will see what happens," Lind said.', '"What will we build?" Lind asked.'],
    modals.RULES["organised"]: [
        "Rents will rise next year.",
        "The council will meet on Monday.",
        "Only the Kestrel Party will build a bridge.",
        "Will the government cut fares?",
        "Osei hopes that the government will cut fares.",
    ],
    modals.RULES["reported"]: ["“She will close your school,” Osei said.", "Osei saw that she would raise taxes."],
    modals.RULES["policy"]: ["The storm will reach Kell on Monday.", "A plan will be hard to find."],
    modals.RULES["passive"]: ["The debate will be held on Monday."],
    items.RULE: ["Read more:\n• Build your own boat\n• Hire a nurse", "• Follow us here", "Build 200 homes by 2030"],
}


@pytest.mark.parametrize(("rule", "text", "wanted"), [(rule, *each) for rule, all_ in FOR.items() for each in all_])
def test_a_rule_finds_what_it_is_for(told: Read, rule: str, text: str, wanted: list[str]) -> None:
    found = told(text)
    assert [" ".join(pledge.pieces) for pledge in found] == wanted
    assert {pledge.rule for pledge in found} == {rule}


@pytest.mark.parametrize("text", [text for all_ in AGAINST.values() for text in all_])
def test_what_binds_nobody_is_no_pledge(told: Read, text: str) -> None:
    assert [pledge.pieces for pledge in told(text)] == []


def test_every_rule_has_sentences_for_and_against_it() -> None:
    rules = {*verbs.RULES.values(), *nouns.RULES.values(), *modals.RULES.values(), items.RULE}
    assert rules == FOR.keys() == AGAINST.keys()
