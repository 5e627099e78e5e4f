"""Each rule with the sentences that it is for, and those that it is against."""

from collections.abc import Callable
from typing import Any

import pytest

from annotator.suggest.pledges import adjectives, headlines, items, modals, nouns, refusals, things, verbs

Read = Callable[[str], list[Any]]

FOR = {
    verbs.RULES["infinitive"]: [
        ("Mara Lind has vowed to reopen the night ferry by June.", ["to reopen the night ferry by June"]),
        ("Brill spoke in Ardmoor, promising to plant trees for Norland.", ["to plant trees for Norland"]),
        ("Ferrolink, which has promised to close the mine, is based in Kell.", ["to close the mine"]),
        ("Brill threatened to leave the alliance.", ["to leave the alliance"]),
        ("Brill would not commit to reopening the ferry.", ["reopening the ferry"]),
        ("The treaty commits Norland to cut fares.", ["to cut fares"]),
        ("The treaty binds Norland to cutting fares.", ["cutting fares"]),
    ],
    verbs.RULES["clause"]: [
        ("She promised that every child would get a seat.", ["every child would get a seat"]),
        ("Brill promised that she would build a bridge.", ["would build a bridge"]),
    ],
    things.RULES["thing"]: [
        ("The minister promised reforms of the harbour law.", ["reforms of the harbour law"]),
        ("Brill pledged $20 million for ferries.", ["$20 million for ferries"]),
        ("We have committed $12 million to the ferry.", ["$12 million to the ferry"]),
        ("Norland has committed to a second ferry.", ["a second ferry"]),
        ("Brill was promised a bridge.", ["a bridge"]),
        ("The council plans a second library.", ["a second library"]),
    ],
    verbs.RULES["gerund"]: [("Brill proposed closing the mine.", ["closing the mine"])],
    things.RULES["called"]: [("Osei's plan calls for a second ferry.", ["a second ferry"])],
    refusals.RULES["refusal"]: [("Norland declined to host the summit.", ["to host the summit"])],
    refusals.RULES["exclusion"]: [("Brill ruled out selling the port.", ["selling the port"])],
    nouns.RULES["infinitive"]: [
        ("Norland has dropped its plan to close the mine.", ["to close the mine"]),
        ("The ministry's plans to build a tunnel were published.", ["to build a tunnel"]),
        ("The pledge made in Kell to cut fares was late.", ["to cut fares"]),
        ("The agreement that the two cities reached in Kell in May to cut fares is old.", ["to cut fares"]),
    ],
    nouns.RULES["clause"]: [("Brill made a promise that she would build a bridge.", ["would build a bridge"])],
    nouns.RULES["thing"]: [
        ("The ministry's plans for a second tunnel were published.", ["a second tunnel"]),
        ("The ministry's plan for two tunnels was published.", ["two tunnels"]),
        ("Norland's commitment to building ferries is known.", ["building ferries"]),
        (
            "The package includes plans for the construction of a tunnel in Kell.",
            ["the construction of a tunnel in Kell"],
        ),
    ],
    adjectives.RULES["committed"]: [("The ministry is committed to building a tunnel.", ["building a tunnel"])],
    adjectives.RULES["resolved"]: [("Brill is determined to close the mine.", ["to close the mine"])],
    modals.RULES["first"]: [
        ('"We will not sell the port," said Osei.', ["will not sell the port"]),
        ('"We are going to build a bridge," Lind said.', ["going to build a bridge"]),
    ],
    modals.RULES["organised"]: [
        ("The government will cut fares by 15 percent.", ["will cut fares by 15 percent"]),
        ("The ministry will be closing two schools.", ["will be closing two schools"]),
        ("Officials will scrap the second interview.", ["will scrap the second interview"]),
    ],
    modals.RULES["reported"]: [
        ("Brill said that she would build a bridge.", ["would build a bridge"]),
        ("The council says it will hire ten nurses.", ["will hire ten nurses"]),
        ("Ferrolink announced it would get rid of the fees.", ["would get rid of the fees"]),
        ("Lind's spokesman said she would close the mine.", ["would close the mine"]),
        ("The campaign says Ada Brill will cut fares.", ["will cut fares"]),
    ],
    modals.RULES["policy"]: [("Our plan will create two thousand jobs.", ["will create two thousand jobs"])],
    modals.RULES["passive"]: [
        ("Two ferries will be built in Kell, Lind said.", ["Two ferries will be built in Kell"]),
    ],
    modals.RULES["would"]: [
        ("For those with two houses, she would impose a second tax.", ["would impose a second tax"]),
    ],
    headlines.RULE: [
        ("Norland to reopen lock before winter\nIt was time, they said.", ["to reopen lock before winter"]),
        ("Corvane to recall 310 boats, minister says\nIt was time for Corvane, they said.", ["to recall 310 boats"]),
        ("Old ferry to be replaced\nIt was time, they said.", ["Old ferry to be replaced"]),
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
        "Most voters say they plan to leave the city.",
        "The treaty is old, and they committed fraud to open the account.",
        "Brill offered visitors a chance to see the mine.",
        "The storm came years after Norland agreed to share the port.",
        "At no time did Norland agree to share the port.",
    ],
    verbs.RULES["clause"]: [
        "Brill hoped that every child would get a seat.",
        "Brill promised the voters.",
        "“Promise me you will close the mine,” Lind said.",
    ],
    things.RULES["thing"]: [
        "The officers pledged allegiance.",
        "Brill admired the reforms of the harbour law.",
        "Brill promised things.",
        "Brill promised a plan from Osei is coming.",
        "The council plans a rally on Monday.",
        "The council planned a second library.",
    ],
    things.RULES["called"]: ["The time calls for a second ferry.", "Osei called for a second ferry."],
    verbs.RULES["gerund"]: ["Brill enjoyed closing the mine."],
    refusals.RULES["refusal"]: [
        "Brill declined to comment.",
        "Brill refused to answer.",
        "The court declined to reopen the case.",
        "The council could decline to fund the ferry.",
        "The council could reverse the rules or decline to appeal to the court.",
    ],
    refusals.RULES["exclusion"]: [
        "Brill did not rule out selling the port.",
        "The court ruled on selling the port.",
        "The police have ruled out foul play.",
    ],
    nouns.RULES["infinitive"]: [
        "The council has no plans to sell the port.",
        "Osei demanded that Brill make a pledge to close the mine.",
        "There were promises to keep.",
        "Osei has the best plan to close the mine.",
    ],
    nouns.RULES["clause"]: [
        "Brill heard the news that she would build a bridge.",
        "The threat that the storm would bring was felt.",
    ],
    nouns.RULES["thing"]: [
        "The time for a second tunnel has come.",
        "Brill has plans for Monday.",
        "The ministry's plan for old schools is sound.",
        "Osei knows our commitment to this project.",
    ],
    adjectives.RULES["committed"]: ["Some clerks committed fraud to open accounts."],
    adjectives.RULES["resolved"]: ["Brill is determined to win.", "Brill is happy to close the mine."],
    modals.RULES["first"]: ['"We will see what happens," Lind said.', '"What will we build?" Lind asked.'],
    modals.RULES["organised"]: [
        "Rents will rise next year.",
        "The council will meet on Monday.",
        "Only the Kestrel Party will build a bridge.",
        "Will the government cut fares?",
        "Osei hopes that the government will cut fares.",
        "Osei is worried that the government will cut fares.",
        "Osei is sure the government will cut fares.",
        "Firms will pass on the fees.",
        "A nation of readers will raise the fees.",
        "The government will probably cut fares.",
        "The government will always put families first.",
    ],
    modals.RULES["reported"]: [
        "“She will close your school,” Osei said.",
        "Osei saw that she would raise taxes.",
        "Ada Brill told the guests that they would build a boat.",
        "Osei said that Ada Brill would raise fares.",
        "The council said it would consider closing the mine.",
    ],
    modals.RULES["would"]: [
        "Later she would build a tower.",
        "One study found Ada Brill would raise taxes.",
        "The storm would close the port.",
    ],
    headlines.RULE: [
        "Norland to face fine for lock\nIt was time, they said.",
        "Norland to reopen lock before winter",
        "It was time, they said.\nNorland to reopen lock before winter",
        "The debate is to be held on Monday.\nIt was time, they said.",
    ],
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
    tables = (verbs, things, refusals, nouns, adjectives, modals)
    rules = {*(rule for each in tables for rule in each.RULES.values()), headlines.RULE, items.RULE}
    assert rules == FOR.keys() == AGAINST.keys()
