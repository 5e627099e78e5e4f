"""The types of the CAS that we write: our three layers, and of DKPro Core what INCEpTION shows a text by."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from annotator.exchange.tools.cas_nodes import META, SENTENCE, TOKEN
from annotator.exchange.tools.layers import ARTICLE, RELATION, SPAN, features
from annotator.model.schema import Schema

STRING = "uima.cas.String"
_ANNOTATION = "uima.tcas.Annotation"
_ARTICLE = (
    *("article_id", "title", "sha256", "meta", "annotator", "kind", "version"),
    *("status", "note", "flag", "labels", "schema_version", "verdicts"),
)
_META = ("documentTitle", "documentId")

Type = tuple[str, str, dict[str, str]]


def types(schema: Schema | None) -> Iterator[Type]:
    """Each type with its name, that of its supertype, and its features with theirs."""
    yield META, "uima.tcas.DocumentAnnotation", dict.fromkeys(_META, STRING)
    yield SENTENCE, _ANNOTATION, {}
    yield TOKEN, _ANNOTATION, {}
    yield SPAN, _ANNOTATION, dict.fromkeys(features(schema, SPAN), STRING)
    ends = {"Dependent": SPAN, "Governor": SPAN}
    yield RELATION, _ANNOTATION, {**ends, **dict.fromkeys(features(schema, RELATION), STRING)}
    yield ARTICLE, "uima.cas.AnnotationBase", dict.fromkeys(_ARTICLE, STRING)


def type_system(schema: Schema | None) -> str:
    """TypeSystem.xml, as UIMA reads it."""
    return "\n".join(_lines(schema))


def _lines(schema: Schema | None) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
    yield "  <types>"
    for name, supertype, of in types(schema):
        yield f"    <typeDescription>\n      <name>{name}</name>\n      <description/>"
        yield f"      <supertypeName>{supertype}</supertypeName>\n      <features>"
        for feature, kind in of.items():
            yield f"        <featureDescription><name>{escape(feature)}</name><description/>"
            yield f"          <rangeTypeName>{kind}</rangeTypeName></featureDescription>"
        yield "      </features>\n    </typeDescription>"
    yield "  </types>\n</typeSystemDescription>\n"
