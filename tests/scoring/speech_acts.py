"""Do the pledges tell sentences that commit from others? `python speech_acts.py FOLDER [even|odd]`.

The folder holds CSV files with the columns Sentence and Categories (Subramanian, Cohn and Baldwin, "Target Based
Speech Act Classification in Political Campaign Text", *SEM 2019). Each sentence is read alone; it counts as
found when any PLEDGE is in it, and as wanted when its Categories name a Commissive. `even` and `odd` choose
every second file of their sorted names. `--wrong` prints the sentences that it gets wrong.
"""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

from annotator.files import resource
from annotator.model.schema_file import read_schema
from annotator.suggest.annotate import Failure, suggest
from annotator.suggest.pipeline import load
from annotator.suggest.recipe import FULL

Row = tuple[str, bool]


def sentences(folder: Path, half: str = "") -> Iterator[Row]:
    """The sentences of a folder with whether each commits somebody. Raises FileNotFoundError without files."""
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise FileNotFoundError(f"There is no CSV file in {folder}.")
    for path in files[{"odd": 1}.get(half, 0) :: 2 if half else 1]:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                yield row["Sentence"] or "", "Commissive" in (row["Categories"] or "")


def found(texts: list[str]) -> Iterator[str]:
    """The rule that found a pledge in each text; empty where none did."""
    schema = read_schema(resource("schemas", "news.toml").read_text(encoding="utf-8"))
    for outcome in suggest(texts, load(recipe=FULL), schema):
        if isinstance(outcome, Failure):
            raise RuntimeError(outcome.sentence)
        yield next((span.note for span in outcome.spans.values() if span.label == "PLEDGE"), "")


def report(wanted: list[bool], rules: list[str]) -> str:
    """Precision, recall and F1, then right and wrong for each rule."""
    hits = [bool(rule) for rule in rules]
    right = sum(want and hit for want, hit in zip(wanted, hits, strict=True))
    precision, recall = right / max(sum(hits), 1), right / max(sum(wanted), 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    lines = [
        f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({right} right, {sum(wanted)} wanted, {sum(hits)} found)"
    ]
    for rule in sorted(set(rules) - {""}):
        of = [want for want, name in zip(wanted, rules, strict=True) if name == rule]
        lines.append(f"{sum(of):5} right {len(of) - sum(of):5} wrong  {rule}")
    return "\n".join(lines)


def main() -> None:
    """Score a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("half", nargs="?", choices=["even", "odd"], default="")
    parser.add_argument("--wrong", action="store_true")
    args = parser.parse_args()
    rows = list(sentences(args.folder, args.half))
    rules = list(found([text for text, _ in rows]))
    print(report([want for _, want in rows], rules))
    if args.wrong:
        for (text, want), rule in zip(rows, rules, strict=True):
            if want != bool(rule):
                print("missed" if want else f"wrong ({rule})", "|", text)


if __name__ == "__main__":
    main()
