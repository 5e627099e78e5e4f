"""Relations of two sets are the same when their types are and both ends are matched."""

from set_cases import Made

from annotator.agreement.relations import match_relations

TEXT = "Ada Brill told Tom Osei that Norland will pay."


def test_type_and_both_ends_have_to_fit() -> None:
    a, b = Made(TEXT, "a"), Made(TEXT, "b")
    for made in (a, b):
        ids = made.mark("QUOTE", "that Norland will pay"), made.mark("PERSON", "Ada Brill")
        made.link(ids[0], "speaker", ids[1])
    a.link("a-0", "addressee", a.mark("PERSON", "Tom Osei"))
    b.link("b-0", "speaker", b.mark("PERSON", "Tom Osei"))
    partners = {"a-0": "b-0", "a-1": "b-1", "a-2": "b-2"}
    assert [(x.id, y.id) for x, y in match_relations(a.set, b.set, partners)] == [("a-r0", "b-r0")]
    assert match_relations(a.set, b.set, {"a-0": "b-0"}) == []
    assert [(x.id, y.id) for x, y in match_relations(b.set, a.set, {y: x for x, y in partners.items()})] == [
        ("b-r0", "a-r0")
    ]


def test_direction_counts_unless_the_type_has_none() -> None:
    a, b = Made(TEXT, "a"), Made(TEXT, "b")
    a.link(a.mark("PERSON", "Ada Brill"), "coref", a.mark("PERSON", "Tom Osei"))
    b.mark("PERSON", "Ada Brill")
    b.link(b.mark("PERSON", "Tom Osei"), "coref", "b-0")
    partners = {"a-0": "b-0", "a-1": "b-1"}
    assert match_relations(a.set, b.set, partners) == []
    assert len(match_relations(a.set, b.set, partners, symmetric={"coref"})) == 1


def test_a_relation_made_twice_has_one_partner() -> None:
    a, b = Made(TEXT, "a"), Made(TEXT, "b")
    for made in (a, b):
        made.link(made.mark("QUOTE", "that Norland will pay"), "speaker", made.mark("PERSON", "Ada Brill"))
    a.link("a-0", "speaker", "a-1")
    assert len(match_relations(a.set, b.set, {"a-0": "b-0", "a-1": "b-1"})) == 1
