"""One ninjs item: which of its bodies is the text, which of its headlines the title, and the rest as metadata."""

from collections.abc import Iterator
from typing import Any

from annotator.exchange.documents.markup import plain
from annotator.exchange.newswire.story import Story, joined, named

_TEXTS = ("text/plain", "")
_DATES = ("contentcreated", "firstpublished", "versioncreated", "firstcreated", "publishedat")
_NAMES = ("name", "literal", "value", "title", "headline", "code", "uri", "href")
_TAKEN = frozenset(("uri", "guid", "title", "headline", "byline", "by", "source", "bodies", "headlines", "standard"))
_URLS = ("url", "link", "href", "canonicalurl", "weburl")
_OUTLETS = ("provider", "source", "infosources", "copyrightholder")
_AUTHORS = ("byline", "by", "authors", "creators")
_RENAMED = {"subjects": "subject", "places": "place", "genres": "genre"}  # 2.0 has these in the plural
_BULKY = ("associations", "renditions", "trustindicators", "rightsinfo", "extensions", "signals", "evolvedfrom")


def read_item(item: dict[str, Any]) -> Story:
    """The article of an item."""
    fields = {str(key).lower(): value for key, value in item.items()}
    text = next((text for text in _texts(fields) if text.strip()), "")
    meta, left_out = _rest(fields)
    language = fields.get("language")
    meta.update(
        author=_first(fields, _AUTHORS),
        date=_first(fields, _DATES),
        outlet=_first(fields, _OUTLETS),
        language=language if isinstance(language, str) else "",
        section=_first(fields, ("section", "sections", "channels")),
        **named(fields.get("uri") or fields.get("guid")),
    )
    meta["url"] = _first(fields, _URLS) or meta.get("url")
    notes = (f"left out: {', '.join(left_out)}",) if left_out else ()
    return Story(_title(fields), text, meta, notes)


def _texts(fields: dict[str, Any]) -> Iterator[str]:
    """What may be the text, the best first: plain, the main body, then what has to be made plain."""
    if isinstance(plain_text := fields.get("body_text"), str):
        yield plain_text
    bodies = [_lowered(each) for each in _list(fields.get("bodies"))]
    for _, body in sorted(enumerate(bodies), key=lambda pair: (_rank(pair[1]), pair[0])):
        yield _plain(str(body.get("value") or body.get("content") or ""), str(body.get("contenttype") or ""))
    for key in ("body_html", "body_xhtml", *sorted(fields)):
        if key.startswith("body_") and key != "body_text" and isinstance(fields.get(key), str):
            yield _plain(fields[key], key.replace("body_", "text/"))


def _rank(body: dict[str, Any]) -> int:
    """0 for the main body, 1 for plain text, 3 for NITF, 2 for all else."""
    kind = str(body.get("contenttype") or "").lower()
    if str(body.get("role") or "").lower() == "main":
        return 0
    return 3 if "nitf" in kind else 1 if kind in _TEXTS else 2


def _plain(value: str, kind: str) -> str:
    """The words of a body. What calls itself plain is taken as it stands, else what begins with a tag is markup."""
    if kind.lower().startswith("text/plain") or not value.lstrip().startswith("<"):
        return plain(value) if "html" in kind.lower() else value
    if "nitf" in kind.lower():
        value = value.partition("<body.content")[2].partition(">")[2].partition("</body.content")[0] or value
    return plain(value)


def _title(fields: dict[str, Any]) -> str:
    """The main headline, else the first, else the title."""
    found = [_lowered(each) for each in _list(fields.get("headlines"))]
    main = [each for each in found if str(each.get("role") or "").lower() == "main"]
    said = [each.get("value") for each in (*main, *found)]
    candidates = (fields.get("headline"), *said, fields.get("title"), fields.get("name"))
    return next((plain(each) for each in candidates if isinstance(each, str) and each.strip()), "")


def _rest(fields: dict[str, Any]) -> tuple[dict[str, object], list[str]]:
    """All other values: single ones as they stand, lists of names joined. And what is none of these."""
    meta: dict[str, object] = {}
    left_out = []
    for key, value in fields.items():
        if key in _TAKEN or key.startswith("body_"):
            continue
        name = _RENAMED.get(key, key)
        said = _said(value) if key not in _BULKY else ""
        if said:
            meta[name] = said
        elif value not in (None, "", [], {}):
            left_out.append(key)
    return meta, left_out


def _first(fields: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((said for key in keys if (said := _said(fields.get(key)))), "")


def _said(value: Any) -> str:  # noqa: ANN401  any JSON
    """A value as text: of a list the names in it."""
    return joined(map(_name, value)) if isinstance(value, list) else _name(value)


def _name(value: Any) -> str:  # noqa: ANN401  any JSON
    """A single value as it stands, an object as its name; "" when it has none."""
    if isinstance(value, dict):
        lowered = _lowered(value)
        return next((str(lowered[key]) for key in _NAMES if isinstance(lowered.get(key), str) and lowered[key]), "")
    return "" if value is None or isinstance(value, list) else str(value)


def _list(value: Any) -> list[Any]:  # noqa: ANN401  any JSON
    return value if isinstance(value, list) else []


def _lowered(value: Any) -> dict[str, Any]:  # noqa: ANN401  any JSON
    return {str(key).lower(): each for key, each in value.items()} if isinstance(value, dict) else {}
