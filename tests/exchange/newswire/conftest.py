"""The helpers of the documents' tests serve here too; nothing may ask the network for anything."""

import socket
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "documents"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", fail)
