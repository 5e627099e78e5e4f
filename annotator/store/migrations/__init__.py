"""The tables of a project, one file a version. A released one is never edited: add another.

The modules are imported in the order of their numbers, which is the order in which they are applied.
"""

from annotator.store.migrations import first  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations import listing  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations import blind  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations import activity  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations import guidelines  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations import doubt  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations import withdrawn  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations import splits  # noqa: F401 (registers itself)  # isort: skip
from annotator.store.migrations.registry import KNOWN, MIGRATIONS

LATEST = max(KNOWN.values())

__all__ = ["KNOWN", "LATEST", "MIGRATIONS"]
