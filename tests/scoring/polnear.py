"""From attributions in brat standoff to gold in the JSONL export's shape: `python polnear.py FOLDER [ANN] > LINES`.

FOLDER holds NAME.txt; NAME.ann or NAME_<annotator>.ann stand in ANN, else beside them. The first annotator's file
of each text is gold, or with `--each` every annotator's is a set of a person of that name. Content is a QUOTE, Cue a
CUE and Source a MENTION; equal contents of one annotator are one quote with all their sources and cues. A project of
the news schema imports the lines, and `annotator evaluate PROJECT --against gold` gives the figures.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Thing = dict[str, Any]
Pieces = tuple[tuple[int, int], ...]
LABELS = {"content": "QUOTE", "source": "MENTION", "cue": "CUE"}
RELATIONS = {"source": "speaker", "cue": "cue"}


def events(ann: str) -> Iterator[dict[str, Pieces]]:
    """The attributions of an `.ann` file that have a content, each with the pieces of its parts."""
    lines = [line.split("\t") for line in ann.splitlines()]
    spans = {line[0]: _pieces(line[1]) for line in lines if line[0].startswith("T")}
    for line in lines:
        if line[0].startswith("E"):
            parts: dict[str, list[tuple[int, int]]] = {}
            for role, ref in (each.split(":", 1) for each in line[1].split()):
                parts.setdefault(role.rstrip("0123456789").lower(), []).extend(spans[ref])
            if parts.get("content"):
                yield {role: _joined(parts[role]) for role in LABELS if role in parts}


def _pieces(places: str) -> Pieces:
    offsets = (each.split() for each in places.split(" ", 1)[1].split(";"))
    return tuple((int(start), int(end)) for start, end in offsets)


def _joined(pieces: list[tuple[int, int]]) -> Pieces:
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def annotation_set(text: str, ann: str, name: str, kind: str) -> Thing:
    """What one annotator's `.ann` says, as a finished set."""
    spans: dict[tuple[str, Pieces], Thing] = {}
    relations: dict[tuple[str, str, str], Thing] = {}
    quotes: dict[str, str] = {}  # by content without white space, which says the same

    def span(role: str, pieces: Pieces) -> str:
        made = {
            "id": f"{name}-{len(spans)}",
            "label": LABELS[role],
            "fragments": pieces,
            "text": " ".join(text[start:end] for start, end in pieces),
        }
        return str(spans.setdefault((LABELS[role], pieces), made)["id"])

    for event in events(ann):
        bare = str([i for start, end in event["content"] for i in range(start, end) if not text[i].isspace()])
        head = quotes.get(bare) or quotes.setdefault(bare, span("content", event["content"]))
        for role in (each for each in RELATIONS if each in event):
            key = (RELATIONS[role], head, span(role, event[role]))
            relations[key] = dict(zip(("type", "head", "tail"), key, strict=True)) | {"id": f"{name}-r{len(relations)}"}
    return {
        "annotator": {"name": name, "kind": kind},
        "status": "done",
        "spans": list(spans.values()),
        "relations": list(relations.values()),
    }


def rows(texts: Path, anns: Path, *, each: bool = False) -> Iterator[Thing]:
    """A line for each text of a folder."""
    for path in sorted(texts.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        files = sorted(
            found for found in anns.glob("*.ann") if path.stem in (found.stem, found.stem.rpartition("_")[0])
        )
        if each:
            made = [_read(text, found, found.stem.rpartition("_")[2], "person") for found in files]
        else:
            made = [_read(text, found, "gold", "gold") for found in files[:1]]
        yield {"id": path.stem, "text": text, "sets": made}


def _read(text: str, path: Path, name: str, kind: str) -> Thing:
    return annotation_set(text, path.read_text(encoding="utf-8"), name, kind)


def main() -> None:
    """Print the lines of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, metavar="FOLDER")
    parser.add_argument("anns", type=Path, nargs="?", metavar="ANN")
    parser.add_argument("--each", action="store_true", help="every annotator's set, not the first one's as gold")
    args = parser.parse_args()
    for row in rows(args.texts, args.anns or args.texts, each=args.each):
        print(json.dumps(row))


if __name__ == "__main__":
    main()
