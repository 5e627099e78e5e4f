import msgspec

from annotator.model.schema import Schema
from annotator.suggest.available import PipelineInfo
from annotator.suggest.describe import model_annotator
from annotator.suggest.recipe import ENTITIES, FULL

INFO = PipelineInfo(name="mine", source="mine", version="3.8.0", fingerprint="a")


def test_a_model_is_named_by_its_pipeline_and_versioned_with_a_hash(schema: Schema) -> None:
    model = model_annotator(INFO, ENTITIES, schema)
    assert (model.name, model.kind) == ("mine", "model")
    version, _, digest = model.version.partition("+")
    assert version == "3.8.0"
    assert len(digest) == 8
    assert model == model_annotator(INFO, ENTITIES, schema)


def test_recipe_training_and_mapping_make_another_version(schema: Schema) -> None:
    replace = msgspec.structs.replace
    mapped = replace(schema, mapping={**schema.mapping, "mine": {"GPE": "LOC"}})
    versions = [
        model_annotator(INFO, ENTITIES, schema),
        model_annotator(INFO, FULL, schema),
        model_annotator(INFO, replace(ENTITIES, version=ENTITIES.version + 1), schema),
        model_annotator(replace(INFO, fingerprint="b"), ENTITIES, schema),
        model_annotator(INFO, ENTITIES, mapped),
    ]
    assert len(set(versions)) == len(versions)


def test_the_mapping_of_another_pipeline_changes_nothing(schema: Schema) -> None:
    other = msgspec.structs.replace(schema, mapping={**schema.mapping, "other": {"GPE": "LOC"}})
    assert model_annotator(INFO, ENTITIES, other) == model_annotator(INFO, ENTITIES, schema)
