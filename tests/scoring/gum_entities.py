"""How well named entities are found in GUM's news: `python gum_entities.py FOLDER [--recipe NAME] [--title-case]`.

FOLDER holds CoNLL-U files of GUM with entities in MISC. Gold are the mentions whose head is a proper noun (for
times: those that hold a proper noun or a number), as far as their type maps to labels of the schema. GUM marks
whole noun phrases, the guidelines names alone: so a span is right when it lies in a mention of its type and
covers the last proper noun of the head. Adjectives such as “British” are no mentions in GUM, so NORP is left out.
With --title-case the first line of each article is first written as many papers write headlines.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator import files
from annotator.model.annotation import AnnotationSet
from annotator.model.schema_file import read_schema
from annotator.suggest.annotate import suggest
from annotator.suggest.pipeline import load
from annotator.suggest.recipe import get_recipe

LABELS = {
    "person": ("PERSON",),
    "organization": ("ORG",),
    "place": ("GPE", "LOC", "FAC"),
    "time": ("DATE",),
    "event": ("EVENT",),
    "object": ("PRODUCT",),
}
TYPES = {label: kind for kind, labels in LABELS.items() for label in labels}
_MARKS = re.compile(r"\(([^()]+)(\))?|(\d+)\)")
_HEAD = 5  # the field of a mention that numbers the words of its head, from 1


class Token(NamedTuple):
    start: int
    end: int
    pos: str


class Mention(NamedTuple):
    """A named mention: its type, its characters, and those of the word that must be covered."""

    kind: str
    start: int
    end: int
    head: Token


def read_article(path: Path) -> tuple[str, list[Mention]]:
    """The text of a CoNLL-U file, a paragraph a line, and its named mentions."""
    text, gold = "", list[Mention]()
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        if text and any(line.startswith("# newpar") for line in lines):
            text = text.rstrip() + "\n"
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        rows = [row for row in rows if "." not in row[0]]  # words that are not there
        text, tokens, marks = _place(text, rows)
        gold += _mentions(tokens, marks)
    return text, gold


def _place(text: str, rows: list[list[str]]) -> tuple[str, list[Token], list[str]]:
    tokens, marks, inside_until = list[Token](), list[str](), 0
    at = 0
    for number, form, _, pos, *_, misc in rows:
        if "-" in number:
            at, inside_until = len(text), int(number.split("-")[1])
            text += form + ("" if "SpaceAfter=No" in misc else " ")
            continue
        if int(number) > inside_until:
            at = len(text)
            text += form + ("" if "SpaceAfter=No" in misc else " ")
        tokens.append(Token(at, at + len(form), pos))
        at += len(form)
        found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        marks.append(found[1] if found else "")
    return text, tokens, marks


def _mentions(tokens: list[Token], marks: list[str]) -> Iterator[Mention]:
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for index, mark in enumerate(marks):
        for fields, closed, number in _MARKS.findall(mark):
            parts = fields.split("-") if fields else [number]
            if fields:
                opened.setdefault(parts[0], []).append((index, parts))
            if (closed or number) and opened.get(parts[0]):
                first, told = opened[parts[0]].pop()
                yield from _named(tokens[first : index + 1], told)


def _named(tokens: list[Token], told: list[str]) -> Iterator[Mention]:
    kind = told[1]
    if kind not in LABELS or len(told) <= _HEAD:
        return
    head = [tokens[int(each) - 1] for each in told[_HEAD].split(",") if int(each) <= len(tokens)]
    among, wanted = (tokens, ("PROPN", "NUM")) if kind == "time" else (head[-1:], ("PROPN",))
    if names := [token for token in among if token.pos in wanted]:
        yield Mention(kind, tokens[0].start, tokens[-1].end, names[-1])


def main() -> None:
    """Print precision, recall and F1 of each type."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--recipe", default="entities")
    asked.add_argument("--title-case", action="store_true")
    asked.add_argument("--errors", action="store_true", help="list what was missed and what was wrong")
    chosen = asked.parse_args()
    articles = [read_article(path) for path in sorted(chosen.folder.glob("*.conllu"))]
    texts = [_titled(text) if chosen.title_case else text for text, _ in articles]
    schema = read_schema(files.resource("schemas", "news.toml").read_text(encoding="utf-8"))
    right, found, recalled, wanted = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for (text, gold), made in zip(
        articles, suggest(texts, load(recipe=get_recipe(chosen.recipe)), schema), strict=True
    ):
        assert isinstance(made, AnnotationSet), made
        spans = [span for span in made.spans.values() if span.label in TYPES]
        matched = {(span.id, each) for span in spans for each in gold if _fits(each, span.label, span.start, span.end)}
        known, hit = {span for span, _ in matched}, {each for _, each in matched}
        for span in spans:
            found[TYPES[span.label]] += 1
            right[TYPES[span.label]] += span.id in known
            if chosen.errors and span.id not in known:
                print("wrong", span.label, repr(span.text), repr(text[span.start - 20 : span.end + 20]))
        for each in gold:
            wanted[each.kind] += 1
            recalled[each.kind] += each in hit
            if chosen.errors and each not in hit:
                print("missed", each.kind, repr(text[each.start : each.end]))
    for kind in (*LABELS, "all"):
        r, f, g, w = (sum(c.values()) if kind == "all" else c[kind] for c in (right, found, recalled, wanted))
        precision, recall = r / max(f, 1), g / max(w, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{kind:12} P {precision:.3f} ({r}/{f})  R {recall:.3f} ({g}/{w})  F1 {f1:.3f}")


def _titled(text: str) -> str:
    first, feed, rest = text.partition("\n")
    return re.sub(r"\b[^\W\d_]{4,}", lambda word: word[0][0].upper() + word[0][1:], first) + feed + rest


def _fits(gold: Mention, label: str, start: int, end: int) -> bool:
    inside = gold.start <= start and end <= gold.end
    return label in LABELS[gold.kind] and inside and start <= gold.head.start and gold.head.end <= end


if __name__ == "__main__":
    main()
