"""From lines of the JSONL export to what scorers of quotes and pledges read: `python convert.py quotes < LINES`.

A scorer wants {"id", "quotes": [{"content", "source", "cue", "type"}]} or {"id", "pledges": [{"spans", ...}]}.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

Thing = dict[str, Any]


def _linked(own: Thing, head: str, kind: str) -> list[list[int]]:
    spans = {each["id"]: each for each in own["spans"]}
    tails = [each["tail"] for each in own.get("relations", ()) if (each["head"], each["type"]) == (head, kind)]
    return [piece for tail in tails for piece in spans[tail]["fragments"]]


def _spans(own: Thing, label: str) -> Iterator[Thing]:
    return (each for each in own["spans"] if each["label"] == label)


def quotes(own: Thing) -> list[Thing]:
    """The quotes of a set."""
    return [
        {
            "content": each["fragments"],
            "source": _linked(own, each["id"], "speaker") or None,
            "cue": _linked(own, each["id"], "cue") or None,
            "type": each.get("attributes", {}).get("type"),
            "rule": each.get("note", ""),
        }
        for each in _spans(own, "QUOTE")
    ]


def pledges(own: Thing) -> list[Thing]:
    """The pledges of a set."""
    return [
        {
            "spans": each["fragments"],
            "conditional": False,
            **each.get("attributes", {}),
            "pledger": _linked(own, each["id"], "pledger") or None,
            "cue": _linked(own, each["id"], "cue") or None,
            "rule": each.get("note", ""),
        }
        for each in _spans(own, "PLEDGE")
    ]


def main() -> None:
    """Convert standard input."""
    (kind,) = sys.argv[1:]
    for line in sys.stdin:
        row = json.loads(line)
        print(json.dumps({"id": row["id"], kind: {"quotes": quotes, "pledges": pledges}[kind](row["sets"][0])}))


if __name__ == "__main__":
    main()
