"""What our layer Article says of an article and of the set: its id, title and metadata, whose it is, its state."""

from typing import Any

import msgspec

from annotator.exchange.foreign import is_ours
from annotator.exchange.protocols import Refused
from annotator.exchange.tools.layers import Page, back
from annotator.model.annotation import KINDS, STATUSES, Annotator, Attributes, SetState, Verdict
from annotator.model.article import Article, Meta, headline, make_article
from annotator.model.ids import new_id
from annotator.model.text import Normalised

_DIGITS = 9  # of a version number


class DocumentLayer:
    """What our layer Article says; of a foreign page, nothing."""

    def __init__(self, values: dict[str, str], place: str, refused: list[Refused]) -> None:
        self._values = values
        self._place = place
        self._refused = refused

    def article(self, page: Page, text: Normalised, source: str) -> Article:
        """The article, with its id where the page gives one of ours."""
        given = self._values.get("article_id", "")
        meta: Meta = self._json("meta", Meta, {"source": source} if not self._values else {})
        if page.language and "language" not in meta and not self._values:
            meta = {**meta, "language": page.language}
        title = back(self._values["title"]) if "title" in self._values else " ".join(page.title.split())
        if "title" not in self._values:
            title = headline(text.text) or title
        made = make_article(id=given if is_ours(given) else new_id(), title=title, text=text.text, meta=meta)
        return msgspec.structs.replace(made, title=title) if "title" in self._values else made

    @property
    def is_own(self) -> bool:
        """Whether the page was written by this program: then it says all there is to say of the article."""
        return is_ours(self._values.get("article_id", "")) is not None

    @property
    def annotator(self) -> Annotator | None:
        """Whose the set is, where the page says so."""
        if "annotator" not in self._values:
            return None
        kind = self._values.get("kind", "person")
        known = next((each for each in KINDS if each == kind), KINDS[0])
        return Annotator(name=back(self._values["annotator"]), kind=known, version=self._text("version"))

    def state(self) -> SetState:
        """What is said of the article as a whole."""
        status = next((each for each in STATUSES if each == self._values.get("status")), STATUSES[0])
        labels: Attributes = self._json("labels", Attributes, {})
        return SetState(status=status, attributes=labels, note=self._text("note"), flag=self._text("flag"))

    def version(self) -> int:
        """The version of the schema."""
        given = self._values.get("schema_version", "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < _DIGITS else 1

    def verdicts(self) -> list[Verdict]:
        """What was said of suggestions."""
        found: list[Verdict] = self._json("verdicts", list[Verdict], [])
        return found

    def _text(self, name: str) -> str:
        return back(self._values.get(name, ""))

    def _json(self, name: str, shape: Any, otherwise: Any) -> Any:  # noqa: ANN401  the shape says what comes out
        if name not in self._values:
            return otherwise
        return decoded(self._values[name], shape, otherwise, f"The {name} of the article", self._place, self._refused)


def decoded(
    value: str,
    shape: Any,  # noqa: ANN401
    otherwise: Any,  # noqa: ANN401
    what: str,
    place: str,
    refused: list[Refused],
) -> Any:  # noqa: ANN401  the shape says what comes out
    """What JSON in a feature says; the other value, and a reason in `refused`, where it cannot be read."""
    try:
        return msgspec.json.decode(value, type=shape)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as error:
        refused.append(Refused(place, f"{what} cannot be read: {error}."))
        return otherwise
