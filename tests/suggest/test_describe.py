import msgspec

from annotator.model.schema import Schema
from annotator.suggest.available import PipelineInfo
from annotator.suggest.describe import left_out, model_annotator
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


def test_labels_that_a_schema_lacks_are_named_and_those_it_maps_are_not(schema: Schema) -> None:
    taught = msgspec.structs.replace(INFO, labels={"PER": "PERSON", "SHIP": "SHIP"}, speaks=("QUOTE", "RUMOUR"))
    assert left_out(INFO, schema) == ""
    assert left_out(taught, schema) == (
        "The model mine 3.8.0 also learned labels that this schema does not have: RUMOUR, SHIP."
        " It suggests nothing of them."
    )
    mapped = msgspec.structs.replace(schema, mapping={**schema.mapping, "mine": {"SHIP": "PRODUCT"}})
    assert "SHIP" not in left_out(taught, mapped)
