"""Where an evaluation means the same as the scorer of quotes, it gives the same counts, on real annotators' work."""

import importlib.util
import json
import sys
from itertools import permutations
from pathlib import Path
from types import ModuleType

import convert
import polnear
import pytest

from annotator import files
from annotator.agreement.counts import CLOSE, EXACT
from annotator.agreement.quality import Quality
from annotator.agreement.quotes import CLASSES, COVERAGE, CUE_RIGHT, SPEAKER_RIGHT
from annotator.app.importing import import_paths
from annotator.model.schema_file import read_schema
from annotator.store import articles, sets
from annotator.store.project import create_project

SHARED = Path(__file__).parents[3] / "shared"
SCORER, DATA = SHARED / "tools" / "score_quotes.py", SHARED / "data" / "polnear-annotators"
NEWS = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
ROWS = {
    EXACT: "content exact",
    CLOSE: "content iou>=0.5",
    COVERAGE: "content coverage>=0.3",
    SPEAKER_RIGHT: "source overlap | matched",
    CUE_RIGHT: "cue exact | matched",
}
Counts = dict[tuple[str, str], tuple[int, ...]]


@pytest.fixture
def scorer() -> ModuleType:
    """The scorer, which is a program of its own."""
    spec = importlib.util.spec_from_file_location("score_quotes", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclass looks itself up
    spec.loader.exec_module(module)
    return module


def by_scorer(scorer: ModuleType, rows: list[polnear.Thing], wanted: int, found: int) -> Counts:
    texts = {row["id"]: row["text"] for row in rows}
    sides = [
        {
            row["id"]: [
                scorer.make_quote(row["text"], each, "", side == found) for each in convert.quotes(row["sets"][side])
            ]
            for row in rows
        }
        for side in (wanted, found)
    ]
    table = scorer.score(texts, *sides)
    return {
        (kind, row): tuple(table[name][kind][count] for count in ("right", "gold", "pred"))
        for row, name in ROWS.items()
        for kind in CLASSES
    }


@pytest.mark.skipif(not (SCORER.exists() and DATA.exists()), reason="the scorer or its data are not here")
def test_quotes_are_counted_as_the_scorer_counts_them(scorer: ModuleType, tmp_path: Path) -> None:
    rows = list(polnear.rows(DATA / "text", DATA / "attributions", each=True))
    lines = tmp_path / "lines.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with create_project(tmp_path / "news.annodb", NEWS) as project:
        assert import_paths(project, [lines]).sets == 6 * len(rows)
        read = [(each.text, sets.of_article(project, seq)) for seq, each in articles.walk(project)]
    for wanted, found in permutations(range(6), 2):
        quality = Quality(read_schema(NEWS), ["QUOTE"])
        for text, of_article in read:
            quality.add(text, of_article[wanted], of_article[found])
        scores = (each for each in quality.scores() if each.table == "quotes")
        counts: Counts = {(each.what, each.matched): (each.right, each.wanted or 0, each.found) for each in scores}
        assert counts == {key: each for key, each in by_scorer(scorer, rows, wanted, found).items() if any(each)}
