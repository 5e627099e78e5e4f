"""JSON with lone surrogates, which it can escape and no text can hold: each becomes U+FFFD."""

import json
import re
from typing import Any

_LONE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(rb"\\u[dD][89a-fA-F]")


def may_have_lone(data: bytes) -> bool:
    """Whether some surrogate is escaped, be it one of a pair."""
    return _ESCAPED.search(data) is not None


def without_lone(value: object) -> Any:  # noqa: ANN401  JSON
    """A JSON value without lone surrogates."""
    return json.loads(_LONE.sub("\ufffd", json.dumps(value, ensure_ascii=False)))


def decoded_without_lone(data: bytes | str) -> Any:  # noqa: ANN401  JSON
    """What JSON says, without lone surrogates. Raises ValueError and RecursionError as `json.loads` does."""
    return without_lone(json.loads(data))
