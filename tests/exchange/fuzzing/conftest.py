"""The sound files come from the cases of each format's own tests, which lie in the folders beside this one."""

import sys
from pathlib import Path

import pytest

for folder in ("documents", "newswire", "tables", "tools"):
    sys.path.append(str(Path(__file__).parents[1] / folder))


@pytest.fixture(autouse=True, scope="session")
def _libraries() -> None:
    """What these do while they are imported (one tries whether there is IPv6) is not what a file makes of a reader."""
    for name in ("trafilatura", "feedparser", "pyarrow.parquet", "openpyxl"):
        __import__(name)
