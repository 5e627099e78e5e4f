"""A configuration for `spacy train`, with the components that this program trains itself, as files for others."""

from pathlib import Path
from typing import Any

from annotator.model.errors import SuggestError
from annotator.suggest.available import PipelineInfo
from annotator.suggest.training.docs import Material
from annotator.suggest.training.learner import Learner

_MOST_STEPS = 20_000

_PROJECT = """\
title: "{name}"
description: "Trains on {train} and measures on {dev}."
directories: ["training"]
workflows:
  all:
    - train
    - evaluate
commands:
  - name: train
    help: "Train the pipeline."
    script:
      - "python -m spacy train config.cfg --output training"
  - name: evaluate
    help: "Measure it on the articles that were held out."
    script:
      - "python -m spacy evaluate training/model-best {dev} --output training/metrics.json"
"""

_README = """\
# Train on {name}

In this folder:

    python -m spacy train config.cfg --output training
    python -m spacy evaluate training/model-best {dev}

`ner` learns `doc.ents`; each other component learns the group of `doc.spans` that it is named after, of which
`GROUP_finder` proposes the places. More articles are in the part `test`: keep them for the very end.
"""


def write_config(folder: Path, wanted: Material, language: str, train: str, dev: str, *, seed: int = 0) -> None:
    """Write `config.cfg`, `project.yml` and `README.md`; `train` and `dev` are paths as seen from the folder.

    `wanted.longest` are groups of `doc.spans`. Raises SuggestError where there is nothing to learn, or spaCy does not
    know the language.
    """
    if not wanted.entities and not wanted.longest:
        raise SuggestError("train.nothing", "There is no span in the articles to learn from: mark some, then train.")
    try:
        config = _config(wanted, language, seed)
    except ImportError as error:
        sentence = f"spaCy has no tokenizer for the language “{language}” of the schema"
        raise SuggestError("train.language", f"{sentence}: leave out the configuration.") from error
    config["paths"] = {**config["paths"], "train": train, "dev": dev}
    config.to_disk(folder / "config.cfg", interpolate=False)
    name = Path(train).stem.removesuffix("-train")
    for file, text in (("project.yml", _PROJECT), ("README.md", _README)):
        (folder / file).write_text(text.format(name=name, train=train, dev=dev), encoding="utf-8")


def _config(wanted: Material, language: str, seed: int) -> Any:  # noqa: ANN401  a thinc Config
    base = PipelineInfo(name=f"blank:{language}", source=f"blank:{language}", language=language)
    learner = Learner(base, wanted)
    config = learner.build().config.copy()
    config.update(learner.settings(Path(), seed=seed, most_steps=_MOST_STEPS, logger="spacy.ConsoleLogger.v1"))
    for part in ("train", "dev"):
        config["corpora"][part]["path"] = f"${{paths.{part}}}"
    return config
