"""The model annotator: under which name and version a pipeline's suggestions are stored. Never imports spaCy."""

import hashlib

import msgspec

from annotator.model.annotation import Annotator
from annotator.model.schema import Schema
from annotator.suggest.available import PipelineInfo
from annotator.suggest.recipe import Recipe


def model_annotator(info: PipelineInfo, recipe: Recipe, schema: Schema) -> Annotator:
    """The annotator for what a pipeline finds: its name, and its version with a hash such as `3.8.0+1f3a9c02`.

    The hash changes with the recipe, the schema's mapping for this pipeline, and the training of a folder.
    """
    mapping = {**schema.mapping.get("*", {}), **schema.mapping.get(info.name, {})}
    parts = (recipe, mapping, info.fingerprint)
    digest = hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()[:8]
    return Annotator(name=info.name, kind="model", version=f"{info.version or '0'}+{digest}")


def left_out(info: PipelineInfo, schema: Schema) -> str:
    """A sentence on the labels that a trained pipeline was taught and the schema lacks; "" where it has them all."""
    taught = {ours: theirs for theirs, ours in info.labels.items()} | {label: label for label in info.speaks}
    offered = {label.name for label in schema.labels if not label.retired}
    lacking = sorted(
        ours for ours, theirs in taught.items() if ours not in offered and not schema.mapped(info.name, theirs)
    )
    if not lacking:
        return ""
    names = ", ".join(lacking)
    return f"The model {info} also learned labels that this schema does not have: {names}. It suggests nothing of them."
