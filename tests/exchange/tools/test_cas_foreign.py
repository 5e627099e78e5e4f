"""CAS files as other tools make them: with dkpro-cassis, the library of INCEpTION's makers."""

import io
import zipfile
from pathlib import Path

import cassis
import pytest
from cassis.typesystem import FeatureStructure
from exchange_cases import SCHEMA, TEXT, annotation, article, quoted, span
from layer_cases import read, write

from annotator.exchange import registry
from annotator.exchange.protocols import Outgoing, Reader, Writer
from annotator.exchange.tools.cas import JSON_READER, JSON_WRITER, XMI_READER, XMI_WRITER
from annotator.model.annotation import Annotator
from annotator.model.errors import ExchangeError

BOTH = [(XMI_READER, XMI_WRITER), (JSON_READER, JSON_WRITER)]
NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
POS = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
STRING, ANNOTATION = "uima.cas.String", "uima.tcas.Annotation"
NEWS = "🚀 Merkel said: “We act”, he says."


def types() -> cassis.TypeSystem:
    """What a project of INCEpTION has: named entities, quotes without a feature, relations, slots and a chain."""
    found = cassis.load_dkpro_core_typesystem()
    quote = found.create_type("webanno.custom.Quote", ANNOTATION)
    says = found.create_type("webanno.custom.Says", ANNOTATION)
    for name in ("Dependent", "Governor"):
        found.create_feature(says, name, ANNOTATION)
    found.create_feature(says, "value", STRING)
    slot = found.create_type("webanno.custom.QuoteCueLink", "uima.cas.TOP")
    found.create_feature(slot, "role", STRING)
    found.create_feature(slot, "target", ANNOTATION)
    found.create_feature(quote, "Cue", "uima.cas.FSArray", elementType=slot)
    found.create_feature(quote, "sure", "uima.cas.Boolean")
    return found


def add(cas: cassis.Cas, name: str, covers: str, **features: object) -> FeatureStructure:
    start = NEWS.index(covers)
    made = cas.typesystem.get_type(name)(begin=start, end=start + len(covers), **features)
    cas.add(made)
    return made


def news() -> cassis.Cas:
    cas = cassis.Cas(types())
    cas.sofa_string, cas.sofa_mime = NEWS, "text/plain"
    add(cas, "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "Merkel")
    add(cas, POS, "Merkel", PosValue="NNP")
    who = add(cas, NER, "Merkel", value="PER", identifier="Q567")
    said = add(cas, NER, "said")
    link = cas.typesystem.get_type("webanno.custom.QuoteCueLink")(role="cue", target=said)
    links = cas.typesystem.get_type("uima.cas.FSArray")(elements=[link])
    quote = add(cas, "webanno.custom.Quote", "“We act”", Cue=links, sure=True)
    add(cas, "webanno.custom.Says", "Merkel", Governor=quote, Dependent=who, value="speaker")
    name = "de.tudarmstadt.ukp.dkpro.core.api.coref.type.Coreference"
    he = add(cas, f"{name}Link", "he", referenceType="pronoun")
    first = add(cas, f"{name}Link", "Merkel", referenceType="name", referenceRelation="anaphoric", next=he)
    cas.add(cas.typesystem.get_type(f"{name}Chain")(first=first))
    return cas


def saved(cas: cassis.Cas, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    cas.to_xmi(path) if path.suffix == ".xmi" else cas.to_json(path)
    return path


@pytest.mark.parametrize(("reader", "suffix"), [(XMI_READER, ".xmi"), (JSON_READER, ".json")])
def test_layers_of_another_project_come_in_as_spans_and_relations(tmp_path: Path, reader: Reader, suffix: str) -> None:
    (item,), refused = read(saved(news(), tmp_path / f"merkel{suffix}"), reader)
    assert refused == []
    assert item.article.text == NEWS
    assert item.article.meta["source"] == f"merkel{suffix}"
    (made,) = item.sets
    assert made.annotator == Annotator(name=reader.name)
    found = {(each.label, each.text, tuple(each.attributes.items())) for each in made.spans.values()}
    assert found == {
        ("PER", "Merkel", (("identifier", "Q567"),)),
        ("NamedEntity", "said", ()),
        ("Quote", "“We act”", (("sure", "true"),)),
        ("pronoun", "he", ()),
        ("name", "Merkel", ()),
    }
    assert item.notes == ("left out, describing the language: POS",)
    ends = {(each.type, made.spans[each.head].label, made.spans[each.tail].label) for each in made.relations.values()}
    assert ends == {("speaker", "Quote", "PER"), ("cue", "Quote", "NamedEntity"), ("anaphoric", "name", "pronoun")}


def test_labels_are_mapped_left_out_and_found_in_the_schema_and_what_it_lacks_is_told(tmp_path: Path) -> None:
    path = saved(news(), tmp_path / "a.xmi")
    labels = {"PER": "PERSON", "Quote": "QUOTE", "pronoun": "", "name": "MENTION", "NamedEntity": ""}
    (item,), refused = read(path, XMI_READER, schema=SCHEMA, labels=labels)
    (made,) = item.sets
    assert sorted(each.label for each in made.spans.values()) == ["MENTION", "PERSON", "QUOTE"]
    assert [each.type for each in made.relations.values()] == ["speaker"]
    reasons = [each.reason for each in refused]
    assert any("label pronoun is left out" in each for each in reasons)
    assert any("feature sure of Quote" in each for each in reasons)
    assert any("Relations of spans that were left out" in each for each in reasons)


def test_a_relation_between_tokens_is_refused_and_told(tmp_path: Path) -> None:
    cas = news()
    (token,) = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    add(cas, "webanno.custom.Says", "Merkel", Governor=token, Dependent=token)
    (item,), refused = read(saved(cas, tmp_path / "a.xmi"), XMI_READER)
    assert len(item.sets[0].relations) == 3
    assert [each.reason for each in refused] == [
        "A Says has an end on a layer that is left out, such as tokens: left out."
    ]


@pytest.mark.parametrize("path", ["annotation/merkel.txt/anna.xmi", "curation/merkel.txt/CURATION_USER.xmi"])
def test_the_annotator_is_named_by_the_file_where_a_project_lies_in_folders(tmp_path: Path, path: str) -> None:
    (item,), _ = read(saved(news(), tmp_path / path), XMI_READER)
    kind = "gold" if "curation" in path else "person"
    assert item.sets[0].annotator == Annotator(name=Path(path).stem, kind=kind)
    assert item.article.meta["source"] == "merkel.txt"


def test_whose_a_lone_file_is_can_be_said_and_nobody_annotated_the_first_version(tmp_path: Path) -> None:
    model = Annotator(name="m", kind="model", version="1")
    (item,), _ = read(saved(news(), tmp_path / "a.json"), JSON_READER, annotator=model)
    assert item.sets[0].annotator == model
    (item,), _ = read(saved(news(), tmp_path / "annotation" / "a" / "INITIAL_CAS.xmi"), XMI_READER)
    assert item.sets == ()


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return path


def test_an_archive_of_a_project_with_archives_in_it_is_read_whole(tmp_path: Path) -> None:
    data = saved(news(), tmp_path / "a.xmi").read_bytes()
    types_data = cassis.load_dkpro_core_typesystem().to_xml().encode()
    archive(tmp_path / "inner.zip", {"bob.xmi": data, "TypeSystem.xml": types_data})
    members = {"annotation/a/anna.xmi": data, "annotation/a/bob.zip": (tmp_path / "inner.zip").read_bytes()}
    found, refused = read(archive(tmp_path / "project.zip", {**members, "exportedproject.json": b"{}"}), XMI_READER)
    assert sorted(item.sets[0].annotator.name for item in found) == ["anna", "bob"]
    assert refused == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xmi", "inner.zip", "project.zip"]


def test_a_description_of_types_has_no_articles_and_the_suffix_xml_is_taken_for_both(tmp_path: Path) -> None:
    path = tmp_path / "TypeSystem.xml"
    path.write_text(types().to_xml(), encoding="utf-8")
    assert read(path, XMI_READER) == ([], [])
    assert XMI_READER.fits(path.read_bytes()[:4096])
    assert not XMI_READER.fits(b'<?xml version="1.0"?><nitf></nitf>')
    assert JSON_READER.fits(b'{"%TYPES": {}}')
    assert not JSON_READER.fits(b'{"text": "a"}')


def test_a_span_out_of_the_text_or_in_the_middle_of_a_character_is_refused_and_the_rest_comes_in(
    tmp_path: Path,
) -> None:
    path = saved(news(), tmp_path / "a.xmi")
    data = path.read_text(encoding="utf-8")
    start = NEWS.encode("utf-16-le").index("said".encode("utf-16-le")) // 2
    for place in ("1", "99999", "-4"):
        path.write_text(data.replace(f'begin="{start}"', f'begin="{place}"'), encoding="utf-8")
        (item,), refused = read(path, XMI_READER)
        assert len(item.sets[0].spans) == 4
        assert "NamedEntity" in refused[0].reason
        assert str(path) in refused[0].place


def test_what_inception_says_of_a_project_is_no_document_and_a_name_stays_in_its_archive(tmp_path: Path) -> None:
    data = saved(news(), tmp_path / "a.json").read_bytes()
    members = {"exportedproject.json": b"{}", "/annotation/a/anna.json": data}
    (item,), _ = read(archive(tmp_path / "project.zip", members), JSON_READER)
    assert item.place == str(tmp_path / "project.zip" / "annotation" / "a" / "anna.json")
    with pytest.raises(ExchangeError, match=r"an archive without \.json files"):
        read(archive(tmp_path / "empty.zip", {"exportedproject.json": b"{}"}), JSON_READER)


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        info = zipfile.ZipInfo("x")
        info.filename = ""
        made.writestr(info, b"x")
    with pytest.raises(ExchangeError, match=r"an archive without \.xmi files"):
        read(tmp_path / "a.zip", XMI_READER)


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_dkpro_cassis_reads_what_we_write(tmp_path: Path, reader: Reader, writer: Writer) -> None:
    del reader
    item = quoted()
    (path,), _ = write([item], tmp_path / "out", writer)
    if path.suffix == ".xmi":
        with (tmp_path / "out" / "TypeSystem.xml").open("rb") as file:
            known = cassis.load_typesystem(file)
        cas = cassis.load_cas_from_xmi(path, typesystem=known)
    else:
        with path.open("rb") as file:
            cas = cassis.load_cas_from_json(file)
    assert cas.sofa_string == TEXT
    spans = cas.select("webanno.custom.Span")
    said = {(each.label, each.get_covered_text(), each.span_id) for each in spans}
    expected = {
        (each.label, TEXT[start:end], each.id) for each in item.sets[0].spans.values() for start, end in each.fragments
    }
    assert said == expected
    quote = next(each for each in spans if each.label == "QUOTE" and each.type_ is not None)
    assert quote.type_ == "direct"
    (relation,) = cas.select("webanno.custom.Relation")
    assert (relation.label, relation.Governor.label, relation.Dependent.label) == ("speaker", "QUOTE", "PERSON")
    assert relation.get_covered_text() == "Keir Starmer"
    tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    assert [each.get_covered_text() for each in tokens][:4] == ["Starmer", "pledges", "“", "We"]
    assert len(cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence")) == 3
    assert cas.document_language == "en"
    (meta,) = cas.select("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData")
    assert meta.documentTitle == item.article.title


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_what_dkpro_cassis_reads_and_writes_again_still_comes_in_whole(
    tmp_path: Path, reader: Reader, writer: Writer
) -> None:
    item = quoted()
    (path,), _ = write([item], tmp_path / "out", writer)
    if path.suffix == ".xmi":
        known = cassis.load_typesystem((tmp_path / "out" / "TypeSystem.xml").read_text(encoding="utf-8"))
        cassis.load_cas_from_xmi(path, typesystem=known).to_xmi(path)
    else:
        cassis.load_cas_from_json(path.read_text(encoding="utf-8")).to_json(path)
    (back,), refused = read(path, reader, schema=SCHEMA)
    assert (back.article, back.sets, refused) == (item.article, item.sets, [])


def test_types_that_we_declare_can_be_merged_with_those_of_dkpro_core(tmp_path: Path) -> None:
    write([quoted()], tmp_path / "out", XMI_WRITER)
    ours = cassis.load_typesystem((tmp_path / "out" / "TypeSystem.xml").read_text(encoding="utf-8"))
    merged = cassis.merge_typesystems(cassis.load_dkpro_core_typesystem(), ours)
    names = {feature.name for feature in merged.get_type("webanno.custom.Span").all_features}
    assert {"label", "span_id", "note", "more", "type_"} <= names


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
XMI = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore">%s</xmi:XMI>'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{BOMB}{XMI % '&c;'}", "has a DTD"),
        ('<!DOCTYPE a SYSTEM "http://localhost:1/x.dtd">' + XMI % "", "has a DTD"),
        (XMI % "", "no text in it"),
        (XMI % ("<a>" * 20 + "</a>" * 20), "nested too deeply"),
        ("<html></html>", "is no XMI"),
        ("", "well-formed"),
        (
            XMI % '<a Governor="7" Dependent="7"/><cas:Sofa sofaID="_InitialView" sofaString="a"/>',
            "refers to the annotation 7",
        ),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_with_its_name(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "bad.xmi"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError, match=reason) as caught:
        read(path, XMI_READER)
    assert caught.value.code == "xmi.syntax"
    assert str(path) in caught.value.sentence


@pytest.mark.parametrize(
    ("text", "reason"),
    [("{", "valid JSON"), ("[1]", "no list"), ('{"%FEATURE_STRUCTURES": [1]}', "%TYPE"), ("[" * 100_000, "valid JSON")],
)
def test_json_that_is_no_cas_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError, match=reason):
        read(path, JSON_READER)


def test_archives_that_lie_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = archive(tmp_path / "a.zip", {"annotation/a/anna.xmi": b" " * 5000})
    monkeypatch.setattr("annotator.exchange.tools.documents_in._LARGEST", 1000)
    with pytest.raises(ExchangeError, match="larger than 1,000 bytes"):
        read(good, XMI_READER)
    data = bytearray(good.read_bytes())
    data[-30:] = bytes(30)
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(ExchangeError, match="damaged"):
        read(tmp_path / "b.zip", XMI_READER)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("../../evil.xmi", b"x")
    (tmp_path / "c.zip").write_bytes(buffer.getvalue())
    with pytest.raises(ExchangeError, match="well-formed"):
        read(tmp_path / "c.zip", XMI_READER)
    assert not (tmp_path.parent.parent / "evil.xmi").exists()


@pytest.mark.parametrize(("reader", "writer"), BOTH)
def test_the_registry_knows_the_formats_by_file_and_name(tmp_path: Path, reader: Reader, writer: Writer) -> None:
    sets = (annotation(span(TEXT, "GPE", "New York")),)
    (path,), _ = write([Outgoing(article(), sets)], tmp_path / "out", writer)
    assert registry.reader_for(path) is reader
    assert registry.writer_for(writer.name) is writer
