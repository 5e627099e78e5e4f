"""One article and its set as a spaCy Doc: tokens, `doc.spans`, `doc.ents`, and all the rest as JSON.

- `doc.spans[GROUP]` holds every span of the labels of a group of the schema, overlapping or not; a group
  without spans is there, and empty. Each Span's `id_` is the span's id; fragments of one span share it.
- `doc.ents` holds spans of the labels chosen. Of overlapping ones spaCy's own rule decides
  (`spacy.util.filter_spans`): the longest in tokens, then the first. A span in fragments, or one that begins
  with white space, which spaCy's recogniser cannot learn, is not among them. All stay in `doc.spans`.
- `doc.user_data["annotator"]` is a JSON string: `{"format": 1, "article": {"id", "title", "sha256", "meta"},
  "set": {...}}`, the set as in a JSONL row: as annotated, whatever the tokens are.
"""

from typing import TYPE_CHECKING

import msgspec

from annotator.exchange.docbin_align import Aligned, Tokens, align_span
from annotator.exchange.jsonl_row import FORMAT, SetRow, set_row
from annotator.exchange.losses import LossKind, LossReport
from annotator.exchange.lost import Lost
from annotator.exchange.protocols import Alignment, Outgoing, WriteOptions, the_set
from annotator.model.annotation import text_order
from annotator.model.article import Article, Meta
from annotator.model.errors import ExchangeError
from annotator.model.schema import Schema

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan

USER_DATA = "annotator"
ENTITIES = "entities"
NO_GROUP = "spans"  # for labels of which the schema knows no group

MISALIGNED = LossKind("misaligned", "span off token boundaries")
OVERLAPPING = LossKind("ents_overlap", "span left out of doc.ents for a longer or earlier one; kept in doc.spans")
IN_PIECES = LossKind("ents_in_pieces", "span left out of doc.ents because it is in fragments; kept in doc.spans")
WHITE_SPACE = LossKind("ents_white_space", "span left out of doc.ents for its white space; kept in doc.spans")


class ArticleHead(msgspec.Struct, kw_only=True):
    """An article without its text, which is `doc.text`."""

    id: str
    title: str
    sha256: str
    meta: Meta


class UserData(msgspec.Struct, kw_only=True):
    """What the JSON string says."""

    format: int
    article: ArticleHead
    set: SetRow


def tokenised(article: Article, nlp: "Language") -> "Doc":
    """The article's tokens. Raises ExchangeError when the tokenizer changes the text."""
    doc = nlp.tokenizer(article.text)  # not make_doc: it refuses long texts, for the parser's sake
    if doc.text != article.text:
        sentence = f"The tokenizer of {nlp.meta['name']} changes the text of the article “{article.title}”"
        raise ExchangeError("docbin.text", f"{sentence}, so spans would slip: choose another pipeline.")
    return doc


def align_set(item: Outgoing, doc: "Doc", mode: Alignment) -> list[Aligned]:
    """The spans of the item's set on the tokens, in text order."""
    starts = doc.to_array("IDX")
    tokens = Tokens(starts.tolist(), (starts + doc.to_array("LENGTH")).tolist())
    return [align_span(span, tokens, mode) for span in sorted(the_set(item).spans.values(), key=text_order)]


class DocMaker:
    """Makes the docs of one export."""

    def __init__(self, nlp: "Language", options: WriteOptions, losses: LossReport) -> None:
        self._nlp = nlp
        self._mode = options.alignment
        self._groups = _groups(options.schema)
        chosen = options.ents
        self._ents = {label for label, group in self._groups.items() if group == ENTITIES} if chosen is None else chosen
        self._keys = dict.fromkeys(self._groups.values())
        self._losses = losses
        self._encode = msgspec.json.Encoder().encode

    def doc(self, item: Outgoing) -> "Doc":
        """The doc of one article."""
        doc = tokenised(item.article, self._nlp)
        aligned = align_set(item, doc, self._mode)
        lost = Lost(self._losses, item.article.title)
        for each in aligned:
            if not each.is_exact:
                lost.span(MISALIGNED, each.span, each.outcome)
        self._put_spans(doc, aligned, lost)
        doc.user_data[USER_DATA] = self._user_data(item)
        return doc

    def _put_spans(self, doc: "Doc", aligned: list[Aligned], lost: Lost) -> None:
        from spacy.tokens import Span as DocSpan

        groups: dict[str, list[DocSpan]] = {key: [] for key in self._keys}
        candidates: list[tuple[Aligned, DocSpan]] = []
        for each in aligned:
            span = each.span
            made = [DocSpan(doc, *run, label=span.label, span_id=span.id) for run in each.runs]
            groups.setdefault(self._groups.get(span.label, NO_GROUP), []).extend(made)
            if span.label in self._ents and made and self._may_be_ent(each, made[0], lost):
                candidates.append((each, made[0]))
        for key, spans in groups.items():
            doc.spans[key] = spans
        doc.set_ents(self._without_overlap(candidates, lost))

    def _may_be_ent(self, each: Aligned, first: "DocSpan", lost: Lost) -> bool:
        if len(each.span.fragments) > 1:
            lost.span(IN_PIECES, each.span, "in doc.spans only")
            return False
        if first[0].is_space:
            lost.span(WHITE_SPACE, each.span, "in doc.spans only")
            return False
        return True

    def _without_overlap(self, candidates: list[tuple[Aligned, "DocSpan"]], lost: Lost) -> "list[DocSpan]":
        from spacy.util import filter_spans

        kept = filter_spans([made for _, made in candidates])
        ids = {made.id for made in kept}
        for each, made in candidates:
            if made.id not in ids:
                lost.span(OVERLAPPING, each.span, "in doc.spans only")
        return kept

    def _user_data(self, item: Outgoing) -> str:
        article = item.article
        head = ArticleHead(id=article.id, title=article.title, sha256=article.sha256, meta=article.meta)
        data = UserData(format=FORMAT, article=head, set=set_row(the_set(item)))
        return self._encode(data).decode("utf-8")


def _groups(schema: Schema | None) -> dict[str, str]:
    return {label.name: label.group for label in schema.labels} if schema else {}


def read_user_data(data: str) -> UserData:
    """What `doc.user_data["annotator"]` says."""
    return msgspec.json.decode(data, type=UserData)
