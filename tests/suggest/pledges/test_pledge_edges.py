"""Where the words of a pledge break off, without any parse."""

import pytest
import spacy

from annotator.suggest.pledges import edges

_NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("to close the mine", "to close the mine"),
        ("to close the mine.", "to close the mine"),
        ("to close the mine\nNorland voted", "to close the mine"),
        ("to close the mine, which is old", "to close the mine"),
        ("to close the mine, for example", "to close the mine"),
        ("to close the mine; Norland voted", "to close the mine"),
        ("to close the mine,” said Lind", "to close the mine"),
        ('to close the mine," said Lind', "to close the mine"),
        ("to close “the mine” by May", "to close “the mine” by May"),
        ("to close “the mine”", "to close “the mine”"),
        ('to close "the mine"', 'to close "the mine"'),
        ("to close the mine (in Kell)", "to close the mine (in Kell)"),
        ("to close the mine) today", "to close the mine"),
        ("to", "to"),
    ],
)
def test_a_pledge_ends_before_what_is_not_of_it(text: str, wanted: str) -> None:
    doc = _NLP.make_doc(text)
    assert doc[: edges.end(doc, 0, len(doc) - 1) + 1].text == wanted
