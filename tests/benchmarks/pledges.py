"""Rows of the table of pledges: sorting and filtering it."""

from random import Random

from measuring import calibrate, looped, timed
from rows import Bench, Measured, absolute, row
from showing import SIZE, PaintWatch, app, settle
from synthetic import PERSON, schema_toml, vocabulary

from annotator.app.register import Register, Row
from annotator.app.session import Session
from annotator.store.project import create_project
from annotator.ui.numbers import window_locale
from annotator.ui.pledges.arranging import prepare
from annotator.ui.pledges.columns import Shown
from annotator.ui.pledges.page import PledgesPage
from annotator.ui.text_view.marks import DEFAULT_LIGHT

_PLEDGES, _ROUNDS = 50_000, 3


def _register(columns: tuple[Shown, ...]) -> Register:
    """So many pledges of Zipf's words, 20 an article; attributes, outlets and annotators have few values."""
    known, _ = vocabulary()
    random = Random(7)

    def words(count: int) -> str:
        return " ".join(known[int(random.paretovariate(0.6)) % len(known)] for _ in range(count))

    titles = [words(8) for _ in range(_PLEDGES // 20)]

    def value(each: Shown, seq: int) -> str:
        match each.column.kind, each.column.name:
            case "role", "deadline":
                return f"by {random.randint(2026, 2040)}"
            case "fact", "mentions":
                return str(random.randint(1, 12))
            case "fact", "date":
                return f"20{random.randint(10, 25)}-{random.randint(1, 12):02}-11"
            case "fact", "title":
                return titles[seq // 20]
            case (("attribute" | "fact"), _):
                return random.choice(("specific", "vague", "yes", ""))
        return words(2 if each.column.kind == "role" else 12)

    rows = [tuple(value(each, seq) for each in columns) for seq in range(_PLEDGES)]
    shown = tuple(each.column for each in columns)
    return Register(shown, [Row(seq, f"{seq}", values, (values[1],)) for seq, values in enumerate(rows)])


@row("pledges.sort", absolute(200))
def sort_pledges(bench: Bench) -> Measured:
    """Sort and search 50,000 pledges on their page, until painted; the slowest of every third column and of words."""
    app()
    with create_project(bench.fresh("pledges.annodb"), schema_toml()) as project:
        page = PledgesPage(Session(project, PERSON), DEFAULT_LIGHT)
        page.resize(*SIZE)
        page.show()
        found, made = _register(page.columns), []
        ready = timed(lambda: made.append(prepare(found, page.columns, window_locale())))
        page.take(made[0])
        settle()
        runs = _runs(page)
        page.close_page()
        page.close()
        page.deleteLater()
        settle()
    note = f"made ready in a thread in {ready:.1f} s"
    return max((looped(each, note=note) for each in runs.values()), key=lambda told: told.measured)


def _runs(page: PledgesPage) -> dict[object, list[tuple[float, float]]]:
    """By column and turn, and by words: seconds of each round, and of the calibration loop."""
    watch = PaintWatch(page.view.viewport())
    known, _ = vocabulary()
    runs: dict[object, list[tuple[float, float]]] = {}
    for _ in range(_ROUNDS):
        for column in range(0, len(page.columns), 3):
            for turn in range(3):  # up, down, and back to text order
                taken = watch.until_painted(lambda column=column: page.sort_by(column))
                runs.setdefault((column, turn), []).append((taken, calibrate()))
        for words in ("the", known[900], f"{known[3]} {known[40]}", "nowhereatall", ""):
            page.bar.search.setText(words)
            runs.setdefault(words, []).append((watch.until_painted(page.bar.search.returnPressed.emit), calibrate()))
    return runs
