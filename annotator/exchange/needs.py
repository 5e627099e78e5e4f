"""Libraries that only some formats need: imported when such a format is used, and missed in one sentence."""

import importlib
from typing import Any

from annotator.model.errors import ExchangeError


def need(module: str, library: str, what: str) -> Any:  # noqa: ANN401  a module
    """The module; `library` is what brings it, `what` is what cannot be done without it: "To read Parquet".

    Raises ExchangeError that says how to add it, where the library is missing or broken.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        sentence = f"{what} the library {library} is needed: pip install {library}."
        raise ExchangeError("format.library", f"{sentence} ({error})") from error
