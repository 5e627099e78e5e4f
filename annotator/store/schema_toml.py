"""Writing a schema as TOML: what `model.schema_file` reads, without what is as it is by default."""

from typing import Any

import msgspec
import tomli_w

from annotator.model.schema import Schema

_ORDER = ("name", "title", "language", "sets", "groups", "labels", "attributes", "relations", "mapping")


def write_schema(schema: Schema) -> str:
    """The schema as TOML; `read_schema` gives the same again."""
    table = _table(schema)
    return tomli_w.dumps({name: table[name] for name in _ORDER if name in table}, multiline_strings=False)


def _table(each: msgspec.Struct) -> dict[str, Any]:
    fields = msgspec.structs.fields(each)
    return {
        field.name: _value(getattr(each, field.name))
        for field in fields
        if field.required or not _is_default(field, getattr(each, field.name))
    }


def _is_default(field: msgspec.structs.FieldInfo, value: object) -> bool:
    default = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
    return type(value) is type(default) and value == default


def _value(value: Any) -> Any:  # noqa: ANN401  anything that a schema holds
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return _table(value) if isinstance(value, msgspec.Struct) else value
