"""What the tests of the store share."""

from pathlib import Path

import pytest
from fault_cases import make


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    folder = tmp_path / "projects"
    folder.mkdir()
    return make(folder / "news.annodb")
