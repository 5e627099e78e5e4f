import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from exchange_cases import SCHEMA, TEXT, annotation, article, items, outgoing, quoted, span, span_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.exchange.protocols import CancelledError, Outgoing, WriteOptions
from annotator.exchange.web.layers import levels, stretches
from annotator.exchange.web.page import WRITER
from annotator.model.annotation import Relation, Span
from annotator.model.errors import ExchangeError
from annotator.model.ids import new_id

VOID = {"meta"}


class Page(HTMLParser):
    """What a browser would see: texts of the articles, tags, and whether all is closed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.marks: list[tuple[str, tuple[str, ...]]] = []
        self.tags: list[str] = []
        self.said: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.names: set[str] = set()
        self._open: list[tuple[str, dict[str, str]]] = []
        self._in_text = 0
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.names.add(tag)
        self.attributes += found.items()
        if tag in VOID:
            return
        self._open.append((tag, found))
        if found.get("class") == "text":
            self._in_text = len(self._open)
            self.texts.append("")
        if "data-l" in found:
            self.tags.append(found["data-l"])

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag
        if len(self._open) < self._in_text:
            self._in_text = 0

    def handle_data(self, data: str) -> None:
        self.said.append(data)
        if self._in_text:
            self.texts[-1] += data
            self.marks.append((data, tuple(each["title"] for _, each in self._open if "title" in each)))


def page(made: list[Outgoing], **options: object) -> Page:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        WRITER.write(made, path, options=WriteOptions(**{"schema": SCHEMA, **options}))
        return Page(path.read_bytes().decode("utf-8"))


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(items(), max_size=2))
def test_the_text_stands_there_exactly_and_nothing_is_called_from_elsewhere(made: list[Outgoing]) -> None:
    found = page(made)
    assert found.texts == [item.article.text for item in made for _ in item.sets or (None,)]
    assert found.names.isdisjoint({"script", "img", "link", "iframe", "object", "base", "form", "svg"})
    assert all(value.startswith("#") for name, value in found.attributes if name in ("href", "src"))
    assert not any(name.startswith("on") for name, _ in found.attributes)
    anchors = [value for name, value in found.attributes if name == "id"]
    assert len(set(anchors)) == len(anchors) == sum(len(aset.spans) for item in made for aset in item.sets)
    assert {value[1:] for name, value in found.attributes if name == "href"} <= set(anchors)


def test_the_style_names_no_address(tmp_path: Path) -> None:
    WRITER.write([quoted()], tmp_path / "a.html", options=WriteOptions(schema=SCHEMA))
    source = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "url(" not in source
    assert "@import" not in source
    assert "prefers-color-scheme:dark" in source
    assert "@media print" in source


def test_each_stretch_says_which_spans_cover_it_and_each_span_where_it_begins() -> None:
    found = page([quoted()])
    covered = {title.partition(";")[0]: "" for _, titles in found.marks for title in titles}
    for text, titles in found.marks:
        for title in titles:
            covered[title.partition(";")[0]] += text
    assert covered == {
        "QUOTE": "“We are determined,”“We act 🚀 now.”",
        "PERSON": "Keir Starmer",
        "ORG": "Starmer said",
        "GPE": "New York",
    }
    assert found.tags == ["QUOTE 1/2", "PERSON", "ORG", "GPE", "QUOTE 2/2"]


def test_what_looks_like_markup_is_text_wherever_it_stands() -> None:
    bad = '<script>alert("1")</script>&amp;\'"'
    text = f"{bad}\n\n{bad} said.\n"
    marked = replace(span(text, "PERSON", bad), note=bad, attributes={bad: bad})
    other = span(text, "QUOTE", "said", attributes={"type": bad})
    link = Relation(id=new_id(), type="speaker", head=other.id, tail=marked.id, note=bad, attributes={bad: bad})
    made = annotation(marked, other, relations=(link,), note=bad, flag=bad, attributes={bad: bad})
    found = page([Outgoing(replace(article(text, bad), meta={"outlet": bad, bad: bad}), (made,))])
    assert found.texts == [text]
    assert "script" not in found.names
    assert sum(each.count(bad) for each in found.said) >= 12


def test_relations_quotes_and_pledges_are_listed_at_the_end() -> None:
    text = "Ada said: “We will give 5 million by May.”\n"
    quote, ada = span(text, "QUOTE", "“We will give 5 million by May.”"), span(text, "PERSON", "Ada")
    pledge = span(text, "PLEDGE", "We will give 5 million by May", attributes={"conditional": True})
    may = span(text, "DATE", "May")
    ends = [("speaker", quote, ada), ("pledger", pledge, ada), ("deadline", pledge, may)]
    links = tuple(Relation(id=new_id(), type=name, head=head.id, tail=tail.id) for name, head, tail in ends)
    found = page([Outgoing(article(text), (annotation(quote, ada, pledge, may, relations=links),))])
    said = "".join(found.said)
    assert "Relations" in said
    assert "We will give 5 million by May deadline → May; pledger → Ada" in said
    assert said.index("Quotes") < said.index("Pledges") < said.rindex("deadline") < said.rindex("May")
    assert "conditional: yes" in said


def test_an_arabic_text_runs_from_the_right_and_says_its_language() -> None:
    made = outgoing(text="وزيرة الري\n\nتعهدت الوزيرة", title="وزيرة الري")
    found = page([Outgoing(replace(made.article, meta={"language": "ar"}), made.sets)])
    assert [value for name, value in found.attributes if name == "dir"] == ["rtl", "rtl"]
    assert ("lang", "ar") in found.attributes
    assert ("class", "said") in found.attributes, "the title is seen once"


def test_a_page_of_nothing_is_a_page_and_the_same_sets_give_the_same_bytes(tmp_path: Path) -> None:
    assert page([]).texts == []
    item = quoted()
    for name in ("a", "b"):
        WRITER.write([item], tmp_path / f"{name}.html", options=WriteOptions(schema=SCHEMA))
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_damaged_set_or_a_stop_leaves_the_old_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old", encoding="utf-8")
    slipped = replace(span(TEXT, "PERSON", "Keir Starmer"), fragments=((3, 15),))
    with pytest.raises(ExchangeError, match="does not match"):
        WRITER.write([outgoing(slipped)], path, options=WriteOptions())
    with pytest.raises(CancelledError):
        WRITER.write([quoted()], path, options=WriteOptions(cancelled=lambda: True))
    assert path.read_text(encoding="utf-8") == "old"


@st.composite
def some_spans(draw: st.DrawFn) -> list[Span]:
    places = st.tuples(st.integers(0, 58), st.integers(1, 20)).map(lambda each: (each[0], min(60, sum(each))))
    return [span_at("x" * 60, "ORG", each) for each in draw(st.lists(places, max_size=12))]


@given(some_spans())
def test_spans_that_overlap_lie_on_different_levels_and_the_longer_one_further_out(made: list[Span]) -> None:
    level = levels(made)
    for at, one in enumerate(made):
        for other in range(at):
            two = made[other]
            if one.start < two.end and two.start < one.end:
                assert level[at] != level[other]
                if one.end - one.start != two.end - two.start:
                    assert (level[at] > level[other]) == (one.end - one.start > two.end - two.start)


@given(some_spans())
def test_the_stretches_are_the_whole_text_and_each_names_what_covers_it(made: list[Span]) -> None:
    found = list(stretches(60, made, levels(made)))
    assert [place for each in found for place in range(each.start, each.end)] == list(range(60))
    for each in found:
        for place in range(each.start, each.end):
            assert set(each.covers) == {at for at, span in enumerate(made) if span.start <= place < span.end}
    assert sorted(number for each in found for number, _ in each.begins) == list(range(len(made)))
