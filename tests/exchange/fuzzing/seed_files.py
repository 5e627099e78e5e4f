"""Sound files of every format that comes in: of our writers, where there is one, and as other programs make them.

They are the same at each run, so that an input is known by its number: what is written down of the time and of
random ids is taken out.
"""

import json
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from unittest import mock

import brat_cases
import exchange_cases
from exchange_cases import SCHEMA, annotation, article, outgoing, quoted, span_at
from mutations import unzipped, zipped

from annotator.exchange import registry
from annotator.exchange.protocols import Incoming, Outgoing, Reader, ReadOptions, Refused, WriteOptions
from annotator.model.annotation import Annotator

Files = dict[str, bytes]  # by their names; the first is that which is read


def seeds(name: str) -> list[Files]:
    """The files of a reader's, each with those that belong to it; raises KeyError where there are none."""
    return list(_made(name))


@cache
def _made(name: str) -> tuple[Files, ...]:
    with (
        mock.patch("exchange_cases.new_id", side_effect=(f"0190f3c4-0000-7000-8000-{at:012x}" for at in count(1))),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        return tuple({name: _timeless(data) for name, data in each.items()} for each in SEEDS[name]())


def _timeless(data: bytes) -> bytes:
    return zipped(unzipped(data)) if data.startswith(b"PK") else data


def _items() -> list[Outgoing]:
    """An article with all there is, one whose set is a model's, one without a set."""
    model = annotation(
        span_at("Two 🚀\n\nand more.\n", "PERSON", (0, 5)), by=Annotator(name="m", kind="model", version="1")
    )
    return [quoted(), Outgoing(article("Two 🚀\n\nand more.\n"), (model,)), Outgoing(article("Three."), ())]


def _ours(name: str, items: Iterable[Outgoing] = (), **options: object) -> list[Files]:
    """What our writer makes, each file alone."""
    with tempfile.TemporaryDirectory() as folder:
        writer = registry.writer_for(name)
        target = Path(folder) / f"out{writer.suffix}"
        out = [each for each in items or _items() if each.sets or not writer.one_set]
        writer.write(out, target, options=WriteOptions(schema=SCHEMA, **options))
        suffix = registry.readers().loaded[name].suffixes[0]
        made = [target] if target.is_file() else sorted(target.rglob(f"*{suffix}"))
        return [{f"a{each.suffix}": each.read_bytes()} for each in made]


def _alone(suffix: str, *contents: bytes | str) -> list[Files]:
    return [{f"a{suffix}": each.encode() if isinstance(each, str) else each} for each in contents]


# Texts and documents


def _text() -> list[Files]:
    story = "Ferry sails again\n\nAda Brill said: “It sails 😀.”\n\nÉtienne paid £3.\n" * 3
    return _alone(".txt", story, story.encode("utf-16"), story.replace("😀", "").encode("cp1252", "replace"))


def _markdown() -> list[Files]:
    from test_markdown_reader import FRONT, PAGE

    return _alone(".md", FRONT + PAGE, PAGE)


def _html() -> list[Files]:
    from test_html_reader import PAGE

    return _alone(".html", PAGE, "<p>One\n<p>Two &amp; <b>three</b><ul><li>a<li>b</ul><table><tr><td>1<td>2</table>")


def _rtf() -> list[Files]:
    from test_rtf_reader import FILE
    from wire_cases import as_rtf, as_rtf_table

    return _alone(".rtf", FILE, as_rtf(["One 😀", "Two"]), as_rtf_table([("HD", "Ferry"), ("TD", "It\nsails")]))


def _docx() -> list[Files]:
    from test_docx_reader import FILE

    return _alone(".docx", FILE)


def _pdf() -> list[Files]:
    from test_pdf_reader import FILE, a_pdf

    return _alone(".pdf", FILE, a_pdf(("One (line)", "two lines")))


# Tables


def _table(kind: str) -> Callable[[], list[Files]]:
    def made() -> list[Files]:
        from test_tables_in import TEXT, write

        with tempfile.TemporaryDirectory() as folder:
            rows: list[list[object]] = [["A", TEXT, "2026-01-02"], ["B", "Two, and “three”.", ""], ["C", "F\nG.", "z"]]
            path = write(kind, Path(folder) / "a", ["title", "text", "date"], rows)
            return [{path.name: path.read_bytes()}]

    return made


def _csv() -> list[Files]:
    return [
        *_table("csv")(),
        *_alone(".csv", "headline;body;when\r\nÉ;“One”;2026\r\n".encode("cp1252"), "text\nOne.\n\nTwo.\n"),
    ]


def _json() -> list[Files]:
    rows = [{"title": "A", "text": "One\n\nand a half.", "n": 1.5, "tags": ["a"]}, {"text": "Two", "b": True}]
    return _alone(".json", json.dumps(rows), json.dumps({"total": 2, "articles": rows}))


def _jsonl() -> list[Files]:
    return [*_ours("jsonl"), *_alone(".jsonl", '{"text": "One", "words": 3}\n\n{"text": "Two \\ud83d\\ude80"}\n')]


# News of agencies and archives


def _ninjs() -> list[Files]:
    from test_ninjs_reader import ONE, TWO

    return _alone(".json", json.dumps([ONE, TWO]), f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n", json.dumps(TWO))


def _newsml() -> list[Files]:
    from test_newsml_reader import NITF, PLAIN, REMOTE, XHTML, item, message

    return _alone(".xml", message(item(NITF), item(XHTML), item(REMOTE + PLAIN)), item(PLAIN))


def _nitf() -> list[Files]:
    from test_nitf_reader import DOCTYPE, NITF, wrapped

    return _alone(".xml", NITF, DOCTYPE + wrapped("<p>Caf&eacute;</p>"))


def _feed() -> list[Files]:
    from test_feed_reader import ATOM, RSS

    return _alone(".xml", RSS, ATOM.encode("cp1252"))


def _nexis() -> list[Files]:
    from test_nexis_reader import COVER, FERRY, FILE, RICH, TOLL
    from wire_cases import as_rtf

    rich = _alone(".rtf", RICH, as_rtf(FERRY), as_rtf([*COVER, *TOLL]))
    return [*rich, *_alone(".docx", FILE)]


def _factiva() -> list[Files]:
    from test_factiva_reader import DISPLAY, FIELDS, page, table
    from wire_cases import as_rtf_table

    rich = as_rtf_table(FIELDS.items())
    return [*_alone(".html", page(table(FIELDS), DISPLAY), page(DISPLAY)), *_alone(".rtf", rich)]


# Other annotation tools


def _spacy() -> list[Files]:
    import spacy
    from spacy.tokens import DocBin, Span

    nlp = spacy.blank("en")
    plain = nlp("Merkel met Macron in New York today")
    plain.spans["x"] = [Span(plain, 0, 1, "PERSON")]
    plain.ents = [Span(plain, 4, 6, "GPE")]
    plain.cats = {"a": 1.0}
    foreign = DocBin(docs=[plain], store_user_data=True).to_bytes()
    return [*_ours("spacy", [quoted()], nlp=nlp), *_alone(".spacy", foreign)]


def _prodigy() -> list[Files]:
    from test_prodigy import OTHER, PERSON, TOKENS, line

    relation = {"head": 0, "child": 2, "label": "met", "head_span": PERSON, "child_span": OTHER}
    foreign = line(spans=[PERSON, OTHER], tokens=TOKENS, relations=[relation], answer="accept", meta={"outlet": "x"})
    return [*_ours("prodigy"), *_alone(".jsonl", foreign + line(answer="reject", spans=[PERSON]))]


def _doccano() -> list[Files]:
    from test_doccano import EXPORTED

    lines = [EXPORTED, {"text": "One", "label": [[0, 1, "X"]]}, {"text": "Two", "cats": ["topic=sport"], "label": []}]
    return [*_ours("doccano"), *_alone(".jsonl", "".join(json.dumps(each) + "\n" for each in lines))]


def _label_studio() -> list[Files]:
    from test_label_studio import region, task

    relation = {"from_id": "r2", "to_id": "r13", "type": "relation", "direction": "right", "labels": ["met"]}
    foreign = task(region(2, 8, "Merkel"), region(13, 19, "Macron"), relation)
    return [*_ours("label-studio"), *_alone(".json", foreign)]


def _brat() -> list[Files]:
    from test_brat_conf import CONF
    from test_brat_reader import LINES, TEXT

    foreign = {"a.ann": LINES.encode(), "a.txt": TEXT.encode(), "annotation.conf": CONF.encode()}
    with tempfile.TemporaryDirectory() as folder:
        brat_cases.write([quoted()], Path(folder) / "out", schema=SCHEMA)
        made = {each.name: each.read_bytes() for each in sorted((Path(folder) / "out").iterdir())}
    annotated = next(each for each in made if each.endswith(".ann"))
    return [foreign, {annotated: made.pop(annotated), **{k: v for k, v in made.items() if not k.startswith(".")}}]


def _conll() -> list[Files]:
    from test_conll_reader import BILOU, CONLL_2003, IOB2, IOBES

    return [
        *_ours("conll", [outgoing(span_at(exchange_cases.TEXT, "PERSON", (0, 7)))]),
        *_alone(".conll", CONLL_2003, IOB2, IOBES, BILOU),
    ]


def _layers(name: str) -> Callable[[], list[Files]]:
    """CAS XMI, CAS JSON: ours, a project of another's, and an archive of that."""

    def made() -> list[Files]:
        from test_cas_foreign import news, saved

        suffix = registry.readers().loaded[name].suffixes[0]
        with tempfile.TemporaryDirectory() as folder:
            foreign = saved(news(), Path(folder) / f"a{suffix}").read_bytes()
        ours = _ours(name)
        packed = zipped([(f"annotation/a/b{suffix}", next(iter(ours[0].values()))), ("exportedproject.json", b"{}")])
        return [*ours, *_alone(suffix, foreign, packed)]

    return made


def _webanno() -> list[Files]:
    from test_webanno_foreign import ENTITIES

    return [*_ours("webanno"), *_alone(".tsv", ENTITIES, zipped([("annotation/a/b.tsv", ENTITIES.encode())]))]


def _archive() -> list[Files]:
    """Archives as a person imports them, with files of several formats, folders, and an archive within."""
    plain = [("a.txt", b"One."), ("b/c.csv", b"text\nTwo.\n"), ("b/d.jsonl", b'{"text": "Three."}\n')]
    inner = zipped([("e.txt", b"Four."), ("f.ann", b"T1\tPER 0 3\tAda\n"), ("f.txt", b"Ada.")])
    return _alone(".zip", zipped(plain), zipped([*plain, ("g/inner.zip", inner)]))


SEEDS: dict[str, Callable[[], list[Files]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "rtf": _rtf,
    "docx": _docx,
    "pdf": _pdf,
    "csv": _csv,
    "tsv": _table("tsv"),
    "xlsx": _table("xlsx"),
    "parquet": _table("parquet"),
    "json": _json,
    "jsonl": _jsonl,
    "ninjs": _ninjs,
    "newsml": _newsml,
    "nitf": _nitf,
    "feed": _feed,
    "nexis": _nexis,
    "factiva": _factiva,
    "spacy": _spacy,
    "prodigy": _prodigy,
    "doccano": _doccano,
    "label-studio": _label_studio,
    "brat": _brat,
    "conll": _conll,
    "webanno": _webanno,
    "xmi": _layers("xmi"),
    "cas-json": _layers("cas-json"),
    "archive": _archive,
}


class ArchiveReader:
    """Zip archives as an import goes through them, looking like a reader."""

    name, title, suffixes = "archive", "Zip archives", (".zip",)

    def fits(self, head: bytes) -> bool:
        return head.startswith(b"PK")

    def read(self, path: Path, *, options: ReadOptions) -> Iterator[Incoming | Refused]:
        from annotator.app.sources import FileProblem, count_files, walk_sources
        from annotator.model.errors import ExchangeError

        assert count_files([path]) > 0
        for source in walk_sources([path]):
            if isinstance(source, FileProblem):
                yield Refused(source.place, source.reason)
                continue
            try:
                yield from map(source.of_archive, registry.reader_for(source.path).read(source.path, options=options))
            except ExchangeError as error:
                yield Refused(source.place, source.named(error.sentence))


def readers() -> dict[str, Reader]:
    """Those of the registry, and archives."""
    return {**registry.readers().loaded, "archive": ArchiveReader()}
