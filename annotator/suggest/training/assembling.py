"""The folder that a training leaves: the base pipeline with what was trained, and who it is in its meta.json."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.suggest.available import Learned, PipelineInfo
from annotator.suggest.learned import LEARNED
from annotator.suggest.training.learner import NER, load_base
from annotator.suggest.training.lessons import Halves, Wish
from annotator.suggest.training.outcome import Fit, LabelOutcome

if TYPE_CHECKING:
    from spacy.language import Language


def describe(base: PipelineInfo, wish: Wish, halves: Halves) -> dict[str, Any]:
    """What the meta.json says beside what spaCy writes: what was learned from, when, and from which base."""
    now = datetime.now(UTC)
    told = wish.told or f"Trained on {len(halves.learned) + len(halves.held)} annotation sets"
    learned, held = (len({each.article.id for each in half}) for half in (halves.learned, halves.held))
    more = f"{learned} articles learned from, {held} held out (seed {wish.seed})"
    return {
        "name": wish.name,
        "version": now.strftime("%Y.%m.%d"),
        "description": f"{told}, from {base}, on {now:%Y-%m-%d}; {more}.",
        "author": "",
        "email": "",
        "url": "",
        "license": "",
    }


def assemble(base: PipelineInfo, work: Path, learned: Learned, meta: dict[str, Any], *, with_ner: bool) -> None:
    """Write `work/model`: the base, with the trained entity recogniser or its own, and the trained finders."""
    import spacy

    nlp, trained = load_base(base), spacy.load(work / "model-best")
    for name in LEARNED & set(
        nlp.component_names
    ):  # of an earlier training: they would read vectors that are not theirs
        nlp.remove_pipe(name)
    for name in trained.pipe_names:
        if name == NER and not with_ner:
            continue
        _put(nlp, trained, name)
    nlp.config.update(_homeless(nlp.config, ("paths", "corpora", "initialize")))
    nlp.meta.update(meta | {"annotator": msgspec.to_builtins(learned), "performance": {}})
    nlp.to_disk(work / "model")


def tell_scores(work: Path, labels: Iterable[LabelOutcome]) -> None:
    """Write how good each label is on what was held out into the meta.json of `work/model`, where spaCy has scores."""
    path = work / "model" / "meta.json"
    meta = msgspec.json.decode(path.read_bytes())
    meta["performance"] = {each.label: _rates(each.after) for each in labels}
    path.write_bytes(msgspec.json.format(msgspec.json.encode(meta), indent=2))


def _rates(fit: Fit) -> dict[str, float]:
    both = {"exact": fit.exact, "iou": fit.close}
    return {
        f"{name}_{letter}": round(rate, 4)
        for name, score in both.items()
        for letter, rate in (("p", score.precision), ("r", score.recall), ("f", score.f1))
        if rate is not None
    }


def _homeless(config: Mapping[str, Any], sections: Iterable[str]) -> dict[str, Any]:
    """These sections of a configuration without the places of the computer that the base was trained on."""
    return {name: _without_places(config[name]) for name in sections if name in config}


def _without_places(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Mapping):
        return {name: _without_places(each) for name, each in value.items()}
    if isinstance(value, str) and (PurePosixPath(value).is_absolute() or PureWindowsPath(value).is_absolute()):
        return None
    return value


def _put(nlp: "Language", trained: "Language", name: str) -> None:
    """Put a trained component where the base has one of its name, or at the end."""
    following = None
    if name in nlp.pipe_names:
        following = next(iter(nlp.pipe_names[nlp.pipe_names.index(name) + 1 :]), None)
        nlp.remove_pipe(name)
    nlp.add_pipe(name, source=trained, before=following)
