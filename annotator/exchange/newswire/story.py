"""What the readers of newswire and archives share: an article as it is found, and how it becomes one of ours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from annotator.exchange.documents.making import make_incoming
from annotator.exchange.languages import primary
from annotator.exchange.newswire.dates import iso_day
from annotator.exchange.protocols import Incoming, Refused

_BY = re.compile(r"(?:by|von|par|por|door|di|da|av|af)\s+(?=\S)", re.IGNORECASE)
_TONGUES = """
en english englisch anglais inglés inglese engels inglês engelska
de german deutsch allemand alemán tedesco duits alemão tyska
fr french französisch français francés francese frans francês franska
es spanish spanisch espagnol español spagnolo spaans espanhol spanska
it italian italienisch italien italiano italiaans italienska
nl dutch niederländisch néerlandais neerlandés olandese nederlands holandés
pt portuguese portugiesisch portugais portugués portoghese portugees português
sv swedish schwedisch suédois sueco svedese zweeds svenska
da danish dänisch danois danés danese deens dansk
no norwegian norwegisch norvégien noruego norvegese noors norsk bokmål
fi finnish finnisch finnois finlandés finlandese fins suomi
pl polish polnisch polonais polaco polacco pools polski
ru russian russisch russe ruso russo русский
tr turkish türkisch turc turco turks türkçe
ar arabic arabisch arabe árabe arabo العربية
zh chinese chinesisch chinois chino cinese
ja japanese japanisch japonais japonés giapponese
"""
_CODES = {name: line.split()[0] for line in _TONGUES.strip().splitlines() for name in line.split()[1:]}
_WEB = ("http://", "https://")


@dataclass(slots=True)
class Story:
    """An article as a file gives it. `meta` may hold empty values; they are left out in the end."""

    title: str = ""
    text: str = ""
    meta: dict[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def incoming(story: Story, path: Path, name: str, place: str, *, why: str = "It has no text.") -> Incoming | Refused:
    """The article, or that it was left out, having no text, and `why`.

    `date` becomes ISO where it can, `language` the code of a language, `author` loses its “By”.
    """
    if not story.text.strip():
        return Refused(place, why)
    meta = dict(story.meta)
    meta["date"] = iso_day(meta.get("date"))
    meta["language"] = language_code(meta.get("language"))
    meta["author"] = without_by(str(meta.get("author") or ""))
    made = make_incoming(path, name, story.text, title=story.title, meta=meta, notes=story.notes)
    return Incoming(made.article, (), place, made.notes)


def without_by(byline: str) -> str:
    """The name in a byline: “By Jane Doe” is “Jane Doe”."""
    return _BY.sub("", byline.strip(), count=1) if _BY.match(byline.strip()) else byline.strip()


def language_code(said: object) -> str:
    """The code of a language that is named or tagged: “English” and “en-GB” are `en`; "" when it is not known."""
    name = str(said or "").split(";")[0].strip().lower()
    return _CODES.get(name) or primary(name)


def knows_language(name: str) -> bool:
    """Whether this is the name of a language."""
    return name.strip().lower() in _CODES


def named(identifier: object) -> dict[str, object]:
    """A foreign identifier as metadata: an address on the web is the article's."""
    said = str(identifier or "").strip()
    return {"url": said} if said.lower().startswith(_WEB) else {"source_id": said}


def joined(values: Iterable[object]) -> str:
    """Several values of one piece of metadata as one."""
    return "; ".join(dict.fromkeys(text for each in values if (text := " ".join(str(each or "").split()))))
