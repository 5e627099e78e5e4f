from pathlib import Path

import pytest
from document_cases import read, refusal
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.exchange.documents.markdown import READER
from annotator.exchange.documents.markdown_text import text_of

FRONT = """---
title: "The ferry: sails again"
Date: 2026-11-24
author: Ada Brill
outlet: 'The Gull'
url: https://gull.example/1
language: en-GB
tags: [a, b]
---
"""
PAGE = """# The *ferry*

Ada **Brill** said [the _lock_](http://x/a_b "t") would
open in 2 * 3 days.

- one
- two
  goes on

> quoted
> text

| a | b |
|---|---|
| c | d |

```py
x = *1*
```
"""


def test_the_front_matter_is_metadata_and_not_text(tmp_path: Path) -> None:
    item = read(READER, tmp_path, FRONT + PAGE)
    assert item.article.title == "The ferry: sails again"
    assert item.article.meta == {
        "source": "news.md",
        "date": "2026-11-24",
        "author": "Ada Brill",
        "outlet": "The Gull",
        "url": "https://gull.example/1",
        "language": "en",
    }
    assert item.article.text.startswith("The ferry\n\nAda Brill said")
    assert item.notes == ("left out of the front matter: tags",)


def test_the_text_is_what_the_page_says_without_signs() -> None:
    text, heading = text_of(PAGE)
    assert heading == "The ferry"
    assert text.split("\n\n") == [
        "The ferry",
        "Ada Brill said the lock would open in 2 * 3 days.",
        "one\ntwo goes on",
        "quoted text",
        "a | b\nc | d",
        "x = *1*",
    ]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (r"a \*star\* and \[bracket\]", "a *star* and [bracket]"),
        ("`*code*` and ``a ` b``", "*code* and a ` b"),
        ("snake_case_name and __strong__ ~~old~~", "snake_case_name and strong old"),
        ("***both*** and one* alone", "both and one* alone"),
        ("![a map](m.png) [text][ref] [x] and <https://a.example>", "a map text [x] and https://a.example"),
        ("[wiki](https://a.example/b_(c)) end", "wiki end"),
        ("Fish &amp; chips &lt;b&gt; <b>bold</b><!-- gone\n\ngone -->", "Fish & chips <b> bold"),
        ("Said so.[^1]\n\n[^1]: In a note.", "Said so.\n\nIn a note."),
        ("Head\n====\nText\n\n---\nmore\\\nhard  \nbreak", "Head\n\nText\n\nmore\nhard\nbreak"),
        ("1. first\n2. second\n10) tenth", "1. first\n2. second\n10) tenth"),
        ("[ref]: https://a.example\nText", "Text"),
        ("## Closed ##\n#hashtag", "Closed\n\n#hashtag"),
        ("~~~\n```\n# code\n~~~\nout", "```\n# code\n\nout"),
        ("5 - 3 - 2\n- 4", "5 - 3 - 2\n4"),
    ],
)
def test_each_sign_is_read_as_it_is_meant(markdown: str, text: str) -> None:
    assert text_of(markdown)[0] == text


@given(st.lists(st.text(st.sampled_from("abc .,éß😀“”’"), min_size=1).map(str.strip).filter(bool), min_size=1))
def test_a_text_without_signs_stays_as_it_is(paragraphs: list[str]) -> None:
    plain = ["  ".join(each.split()).replace("  ", " ") for each in paragraphs]
    assert text_of("\n\n".join(plain))[0] == "\n\n".join(plain)


def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path) -> None:
    assert read(READER, tmp_path, "---\n\nOnly text here").article.text == "Only text here"


def test_a_file_of_signs_only_is_refused(tmp_path: Path) -> None:
    assert refusal(READER, tmp_path, "---\n\n<!-- nothing -->\n").code == "markdown.empty"
    assert refusal(READER, tmp_path, b"%PDF-1.7").code == "markdown.encoding"


@settings(max_examples=200)
@given(st.text(st.sampled_from("*_~`[]()<>!#-|\\&;a \n:^>=1.")))
def test_of_any_signs_no_letter_is_read_twice(markdown: str) -> None:
    assert text_of(markdown).count("a") <= markdown.count("a")
