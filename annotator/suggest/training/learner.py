"""The pipeline that is trained: the base's tokenizer and entity recogniser, and finders and categorisers of spans.

What the base has learned is where training starts: its `ner` goes on learning, and the new components share a copy
of its tok2vec that is theirs alone, so that its tagger and parser stay what they are.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.model.schema import Schema
from annotator.suggest.available import PipelineInfo
from annotator.suggest.learned import FINDER, VECTORS
from annotator.suggest.recipe import SHARED
from annotator.suggest.training.docs import Material

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example
    from thinc.api import Model

NER = "ner"
_LONGEST = 120  # words of a candidate: more are too many candidates
_ROOM = 1.25  # a candidate may be longer than what was learned from
_SHY = 2.0  # in the logit: a chance of one in eight
_THRESHOLD = 0.3  # of the finder: a missed border is a missed span, a wrong one is only a candidate


def load_base(info: PipelineInfo, *, only: frozenset[str] | None = None) -> "Language":
    """The base pipeline, whole or with some of its components only. May raise whatever `spacy.load` raises."""
    import spacy

    if info.source.startswith("blank:"):
        return spacy.blank(info.language or "xx")
    every = {*info.components, *info.disabled}
    return spacy.load(info.source, exclude=sorted(every - only) if only is not None else [])


def spoken(info: PipelineInfo, schema: Schema) -> dict[str, str]:
    """What the base's entity recogniser calls the labels of the schema; its own name goes first."""
    found: dict[str, str] = {}
    if NER in info.components:
        for theirs in sorted(load_base(info, only=frozenset({NER, *SHARED})).pipe_labels[NER]):
            ours = schema.mapped(info.name, theirs) or info.labels.get(theirs)
            if ours and (ours == theirs or ours not in found):
                found[ours] = theirs
    return found


class Learner:
    """Makes the pipeline for what is to be learned; `names` are the components that were made or go on learning."""

    def __init__(self, info: PipelineInfo, wanted: Material) -> None:
        from spacy.cli.init_config import init_config

        self._wanted = wanted
        self.nlp = load_base(info, only=frozenset({NER, *SHARED}))
        self.names: list[str] = []
        pipes = ["tok2vec", "ner", "span_finder", "spancat"]
        self._template: dict[str, Any] = init_config(
            lang=self.nlp.lang or "xx", pipeline=pipes, silent=True
        ).interpolate()
        self._before = {name: self.nlp.get_pipe(name) for name in self.nlp.pipe_names if name in SHARED}
        self._base_config = self.nlp.config.interpolate()

    def make(self, examples: Callable[[], Iterable["Example"]]) -> "Language":
        """The pipeline, ready to be trained."""
        own_ner = self._has_own_ner
        self.build()
        self._initialize(examples, own_ner=own_ner)
        return self.nlp

    @property
    def _has_own_ner(self) -> bool:
        return NER in self.nlp.pipe_names and bool(self._wanted.entities)

    def build(self) -> "Language":
        """The pipeline with all its components, which know nothing yet: enough for its configuration."""
        own_ner = self._has_own_ner
        if own_ner:
            self._free_ner()
        if self._wanted.longest or (self._wanted.entities and not own_ner):
            self._add(VECTORS, "tok2vec", self._vectors())
        for name in (*self._before, *(() if own_ner else {NER} & set(self.nlp.pipe_names))):
            self.nlp.remove_pipe(name)
        if self._wanted.entities:
            self._entities(own=own_ner)
        for group, longest in self._wanted.longest.items():
            self._spans(group, longest)
        return self.nlp

    def _free_ner(self) -> None:
        """Its vectors become its own where it shares some."""
        vectors = self.nlp.config["components"][NER]["model"].get("tok2vec", {})
        if "Listener" in vectors.get("@architectures", ""):
            upstream = vectors.get("upstream", "*")
            shared = upstream if upstream in self._before else next(iter(self._before))
            self.nlp.replace_listeners(shared, NER, ["model.tok2vec"])

    def _vectors(self) -> dict[str, Any]:
        config: dict[str, Any] = self._template["components"]["tok2vec"]
        if "tok2vec" in self._before:
            config = self._base_config["components"]["tok2vec"]
        return {"model": config["model"]}

    def _add(self, name: str, factory: str, config: dict[str, Any]) -> None:
        self.nlp.add_pipe(factory, name=name, config=config)
        self.names.append(name)

    def _part(self, factory: str) -> dict[str, Any]:
        """The settings of a component as spaCy proposes them, reading our vectors."""
        found = {key: value for key, value in self._template["components"][factory].items() if key != "factory"}
        width = self._vectors()["model"]["encode"]["width"]
        vectors = {**found["model"]["tok2vec"], "upstream": VECTORS, "width": width}
        return {**found, "model": {**found["model"], "tok2vec": vectors}}

    def _entities(self, *, own: bool) -> None:
        if own:
            self.names.append(NER)
        else:
            self._add(NER, "ner", self._part("ner"))
        ner = self.nlp.get_pipe(NER)
        for label in self._wanted.entities.values():
            ner.add_label(label)  # type: ignore[attr-defined]

    def _spans(self, group: str, longest: int) -> None:
        limit = min(int(longest * _ROOM) + 2, _LONGEST)  # marks are words of their own
        finder = {**self._part("span_finder"), "spans_key": group, "max_length": limit, "threshold": _THRESHOLD}
        scorer = {"@scorers": "spacy.span_finder_scorer.v1"}
        self._add(f"{group}{FINDER}", "span_finder", {**finder, "scorer": scorer})
        suggester = {"@misc": "spacy.preset_spans_suggester.v1", "spans_key": group}
        self._add(group, "spancat", {**self._part("spancat"), "spans_key": group, "suggester": suggester})

    def _initialize(self, examples: "Callable[[], Iterable[Example]]", *, own_ner: bool) -> None:
        for name in self.names:
            if name == NER and own_ner:
                continue
            self.nlp.get_pipe(name).initialize(examples, nlp=self.nlp)  # type: ignore[attr-defined]
            if name == VECTORS and "tok2vec" in self._before:
                theirs = self._before["tok2vec"].model  # type: ignore[attr-defined]
                self.nlp.get_pipe(name).model.from_bytes(theirs.to_bytes())  # type: ignore[attr-defined]
            if name.endswith(FINDER):
                _be_shy(self.nlp.get_pipe(name).model)  # type: ignore[attr-defined]

    def settings(self, folder: Path, *, seed: int, most_steps: int, logger: str) -> dict[str, Any]:
        """The sections `training` and `corpora` as spaCy proposes them, for documents that lie in a folder."""
        every = max(5, min(50, most_steps // 8))
        weights = ["ents_f"] if NER in self.names else []
        weights += [f"spans_{group}_f" for group in self._wanted.longest]
        training = {
            **self._template["training"],
            "seed": seed,
            "max_steps": most_steps,
            "patience": max(most_steps // 2, 4 * every),
            "eval_frequency": every,
            "annotating_components": [name for name in self.names if name == VECTORS or name.endswith(FINDER)],
            "score_weights": {name: 1 / len(weights) for name in weights},
            "logger": {"@loggers": logger},
        }
        parts = self._template["corpora"]
        corpora = {name: {**parts[name], "path": str(folder / f"{name}.spacy")} for name in ("train", "dev")}
        return {"training": training, "corpora": corpora}


def _be_shy(model: "Model[Any, Any]") -> None:
    """Let a finder begin with finding nothing: at first every word is a border, and all pairs of them candidates."""
    for node in model.walk():
        if node.name == "linear" and node.has_param("b"):
            node.set_param("b", node.get_param("b") - _SHY)
