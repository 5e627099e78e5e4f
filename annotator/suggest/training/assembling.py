"""The folder that a training leaves: the base pipeline with what was trained, and who it is in its meta.json."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from annotator.suggest.available import Learned, PipelineInfo
from annotator.suggest.training.learner import NER, load_base
from annotator.suggest.training.lessons import Wish

if TYPE_CHECKING:
    from spacy.language import Language


def describe(base: PipelineInfo, wish: Wish, sets: int) -> dict[str, Any]:
    """What the meta.json says beside what spaCy writes."""
    told = wish.told or f"Trained on {sets} annotation sets"
    more = f"seed {wish.seed}, {wish.held_out:.0%} of the articles held out"
    version = datetime.now(UTC).strftime("%Y.%m.%d")
    return {
        "name": wish.name,
        "version": version,
        "description": f"{told}, from {base}; {more}.",
        "author": "",
        "email": "",
        "url": "",
        "license": "",
    }


def assemble(base: PipelineInfo, work: Path, learned: Learned, meta: dict[str, Any], *, with_ner: bool) -> None:
    """Write `work/model`: the base, with the trained entity recogniser or its own, and the trained finders."""
    import spacy

    nlp, trained = load_base(base), spacy.load(work / "model-best")
    for name in trained.pipe_names:
        if name == NER and not with_ner:
            continue
        _put(nlp, trained, name)
    nlp.meta.update(meta | {"annotator": msgspec.to_builtins(learned), "performance": {}})
    nlp.to_disk(work / "model")


def _put(nlp: "Language", trained: "Language", name: str) -> None:
    """Put a trained component where the base has one of its name, or at the end."""
    following = None
    if name in nlp.pipe_names:
        following = next(iter(nlp.pipe_names[nlp.pipe_names.index(name) + 1 :]), None)
        nlp.remove_pipe(name)
    nlp.add_pipe(name, source=trained, before=following)
