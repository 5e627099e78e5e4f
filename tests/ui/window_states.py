"""For the tests of languages: a project, the window as one works in it, its dialogs, and whose words are whose."""

import json
import xml.etree.ElementTree as ET  # our own files, no one else's
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from visible_texts import words

from annotator import files
from annotator.app import folders
from annotator.app.near_groups import Group, Left, NearFound
from annotator.app.plans import relations, spans
from annotator.app.release.preview import Kind, Place, Preview
from annotator.app.release.snapping import Snap
from annotator.app.state import ExportChoice
from annotator.app.worker.trainer import Trainer, TrainOver
from annotator.exchange.losses import Loss
from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.model.article import make_article
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.store import annotators, articles, runs
from annotator.store.project import create_project, now
from annotator.suggest.available import installed
from annotator.suggest.training.outcome import Fit, LabelOutcome, Outcome, Score
from annotator.ui.annotate.page import AnnotatePage
from annotator.ui.command_palette.dialog import CommandPalette
from annotator.ui.dialogs.blind import BlindDialog
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.score import ScoreDialog
from annotator.ui.dialogs.who import WhoDialog
from annotator.ui.export.release_dialog import ReleaseDialog
from annotator.ui.export.target import FolderDialog
from annotator.ui.export.written import Written, WrittenDialog
from annotator.ui.importing.dialog import ImportDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.page_table import PAGES
from annotator.ui.pledges.page import PledgesPage
from annotator.ui.program_acts import letters
from annotator.ui.schema.dialog import SchemaDialog
from annotator.ui.schema.versions import Kept, VersionsDialog
from annotator.ui.settings.dialog import SettingsDialog
from annotator.ui.statistics.page import StatisticsPage
from annotator.ui.tour.tour import Tour
from annotator.ui.training.dialog import LearnDialog

TEXT = "Ysolde Marr has pledged to reopen Aubrey Lock. Tom Osei was told in London.\n" * 12
WAIT = 20_000  # milliseconds
ARABIC = "وزيرة الري\n\nتعهدت الوزيرة بإصلاح الشبكة."


def fill(path: Path) -> None:
    """Two articles, and three spans and a relation of a model."""
    found = [("PERSON", "Ysolde Marr"), ("PERSON", "Tom Osei"), ("GPE", "London")]
    spans = [
        Span(id=new_id(), label=label, fragments=((TEXT.index(of), TEXT.index(of) + len(of)),), text=of, score=0.9)
        for label, of in found
    ]
    relation = Relation(id=new_id(), type="coref", head=spans[0].id, tail=spans[1].id)
    model = Annotator(name="tiny", kind="model", version="1")
    made = AnnotationSet(
        annotator=model,
        state=SetState(status="done"),
        spans={each.id: each for each in spans},
        relations={relation.id: relation},
    )
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as project:
        step = runs.begin(project, "import", "Import of articles")
        articles.add(project, [make_article(id=new_id(), title="", text=text) for text in (TEXT, ARABIC)], step=step)
        runs.store_suggestions(project, made, 1, runs.begin(project, "model run", "Suggestions of tiny 1"))


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def page_of(window: MainWindow) -> AnnotatePage:
    assert window.desktop is not None
    return window.desktop.page


def states_of(window: MainWindow) -> Iterator[str]:
    """The window as it is while one works, named one after the other."""
    page = page_of(window)
    yield "an article"
    page.judge.next()
    settle()
    yield "a suggestion"
    page.judge.accept()
    span = next(iter(page.desk.work.own.spans))  # type: ignore[union-attr]
    page.canvas.go_to(span)
    settle()
    yield "a span"
    for at in range(1, page.side.tabs.count()):
        page.side.tabs.setCurrentIndex(at)
        settle()
        yield f"panel {at}"
    page.side.tabs.setCurrentIndex(0)
    page.history.undo()
    settle()
    yield "undone"
    page.desk.failed.emit(EditError("x", "This span is not there any more.").sentence)
    window.program.show_palette()
    settle()
    yield "what went wrong, with the palette"
    next(each for each in window.findChildren(CommandPalette) if each.isVisible()).close()
    page.list.bar.open_panel()
    settle()
    yield "filters"
    page.list.bar.panel.close()  # type: ignore[union-attr]
    yield from _tour_of(window)
    yield from _pages_of(window)


def _tour_of(window: MainWindow) -> Iterator[str]:
    """Each card of the tour."""
    desktop, above = window.desktop, window.centralWidget()
    assert desktop is not None
    tour = Tour(desktop, above, window.status_line)
    tour.start()
    over: list[bool] = []
    tour.over.connect(lambda: over.append(True))
    while not over:
        settle()
        yield f"the tour at {tour.at}"
        tour.go_on()
    settle()


def await_signal(signal: SignalInstance) -> None:
    """Wait in a loop that lets other threads of Python run, which QSignalSpy and QTest do not."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(WAIT, loop, lambda: loop.exit(1))
    assert loop.exec() == 0


def _pages_of(window: MainWindow) -> Iterator[str]:
    """The pages of the project beside the one for annotating, which is shown again in the end."""
    assert window.desktop is not None
    for row in (*PAGES[1:], PAGES[0]):
        window.desktop.pages.show_page(row.name)
        settle()
        yield f"the page {row.name}"
        if row.name == "pledges":
            yield from _pledges_of(window)
        if row.name == "statistics":
            yield from _statistics_of(window.desktop.pages.page(row.name))  # type: ignore[arg-type]


def _pledges_of(window: MainWindow) -> Iterator[str]:
    """The page of pledges with one that is said twice, all of them, and none that fits."""
    assert window.desktop is not None
    desktop, places = window.desktop, [TEXT.index("to reopen"), TEXT.rindex("to reopen")]
    desktop.page.open_article(1)
    marks = [(at, at + len("to reopen Aubrey Lock")) for at in places]
    head, tail = (desktop.session.perform(spans.mark, "PLEDGE", [each]).select[0] for each in reversed(marks))
    desktop.session.perform(relations.relate, head, "repeats", tail)
    page = cast("PledgesPage", desktop.pages.page("pledges"))
    page.show_now()
    await_signal(page.loaded)
    settle()
    assert page.table.rowCount() == 1
    yield "one pledge"
    next(iter(page.bar.choices.values())).setCurrentIndex(2)
    settle()
    assert page.table.rowCount() == 0
    yield "no pledge that fits"
    page.bar.clear_all()
    settle()


def _statistics_of(page: StatisticsPage) -> Iterator[str]:
    """The page of statistics once its figures are read: as plots, as tables, and with the fields for days."""
    if not page.is_shown:
        await_signal(page.shown)
    settle()
    yield "the plots"
    for section in page.sections.values():
        section.as_table.click()
    page.choice.days.setCurrentIndex(page.choice.days.count() - 1)
    await_signal(page.shown)
    settle()
    yield "the figures as tables, of chosen days"


def dialogs_of(window: MainWindow) -> Iterator[QWidget]:
    """The dialogs, each shown when it is given."""
    assert window.desktop is not None
    session = window.desktop.session
    project = session.project
    settings = SettingsDialog(window.settings, letters(session.schema), window)
    for at in range(settings.tabs.count()):
        settings.tabs.setCurrentIndex(at)
        yield from _shown(settings)
    schema = SchemaDialog(session, window.colours, window)
    for at in range(schema.tabs.count()):
        schema.tabs.setCurrentIndex(at)
        yield from _shown(schema)
    schema.tabs.setCurrentIndex(0)
    tree = schema.schema.tree
    for kind in map(tree.topLevelItem, range(tree.topLevelItemCount())):
        assert kind is not None
        tree.expandItem(kind)
        tree.setCurrentItem(kind.child(kind.childCount() - 1))
        yield from _shown(schema)
    two_versions = [Kept(2, now(), "Dana", "newer"), Kept(1, now(), "", "old")]
    makers: list[Callable[[], QDialog]] = [
        lambda: ExportDialog(annotators.everyone(project).values(), window),
        lambda: losing(ExportDialog([], window, preview=lambda *_: LOSSES)),
        lambda: losing(ExportDialog([], window, preview=lambda *_: LOSSES, snapper=Standing())),
        lambda: ExportDialog([], window, kept=ExportChoice(format="spacy", in_parts=True, by_date=True)),
        lambda: ReleaseDialog(annotators.everyone(project).values(), ExportChoice(in_parts=True), window),
        lambda: FolderDialog(window.tr(""), project.path, window),
        lambda: WrittenDialog(Written(window.tr(""), "3 articles imported.", project.path, LOSSES), window),
        lambda: HistoryDialog(project, window),
        lambda: KeysDialog(session.schema, window),
        lambda: VersionsDialog(two_versions, "new", editable=True, parent=window),
        lambda: GuideDialog(window),
        lambda: CrashDialog("…", window),
        lambda: ReportDialog(window.tr(""), "3 articles imported.", ["/a: There is no such file."], window),
        lambda: WhoDialog(["Dana"], "Dana", window),
        lambda: BlindDialog(project, window),
        lambda: LearnDialog(session, window),
        lambda: learned(LearnDialog(session, window)),
        lambda: ScoreDialog(window, 80, lambda _score: 2000, lambda _score: None),
        lambda: CommandPalette([], parent=window),
        window.program.about_box,
    ]
    yield from _imports_of(window)
    for make in makers:
        yield from _shown(make())
    window.close_project()
    settle()
    yield window


def _imports_of(window: MainWindow) -> Iterator[QWidget]:
    """The import dialog before it has looked into the files, with a table, a broken file, and annotation."""
    assert window.desktop is not None
    folder = window.desktop.session.project.path.parent / "tiny"
    folder.mkdir(exist_ok=True)
    (folder / "t.csv").write_text("date,text\n2026-01-02,Ysolde Marr.\n2026-01-03\n", encoding="utf-8")
    (folder / "u.csv").write_text("", encoding="utf-8")
    marked = {"id": "x", "label": "LONDON", "fragments": [[0, 6]], "text": "London"}
    row = {"text": "London", "sets": [{"annotator": {"name": "Dana"}, "spans": [marked]}]}
    (folder / "v.jsonl").write_text(json.dumps(row), encoding="utf-8")
    dialog = ImportDialog([folder, folder / "w.txt"], window.desktop.session.schema, window)
    dialog.show()
    settle()
    yield dialog
    if dialog.is_busy:
        await_signal(dialog.looked)
    for row_number in range(dialog.files.count()):
        dialog.files.setCurrentRow(row_number)
        settle()
        yield dialog
    dialog.tabs.setCurrentIndex(1)
    settle()
    yield dialog
    dialog.skip_near.setChecked(True)
    await_signal(dialog.compared)
    dialog.near.show_found(NearFound([Group("London", True, [Left("London", "v.jsonl, line 1")])], 1, True))
    yield from _shown(dialog)


class Standing:
    """Moves no span."""

    def find(self, *_: object) -> Snap:
        return Snap()

    def snap(self, *_: object) -> None:
        """Nothing is moved."""


LOSS = Loss(article=TEXT[:20], label="GPE", text="London", place="70-76", done="left out")
LOSSES = Preview([Kind("span off token boundaries", 2, [Place(LOSS, 1, ((70, 76),))], "misaligned")])


def losing(dialog: ExportDialog) -> ExportDialog:
    """As it is on its second page."""
    dialog._formats.setCurrentIndex(dialog._formats.findData("spacy"))
    dialog.look.click()
    return dialog


def learned(dialog: LearnDialog) -> LearnDialog:
    """As it is after a training."""
    labels = [
        LabelOutcome("QUOTE", Fit(Score(1, 4, 6), Score(3, 4, 6)), Fit(Score(4, 5, 6), Score(5, 5, 6))),
        LabelOutcome("PERSON", Fit(Score(5, 6, 7), Score(6, 6, 7)), Fit(Score(5, 6, 7), Score(6, 6, 7)), speaks=False),
    ]
    outcome = Outcome(name="x", base="y", learned_from=8, held_out=2, steps=40, seconds=9.0, labels=labels)
    dialog._trainer = Trainer(lambda _: None)
    dialog._take(TrainOver(outcome=outcome))
    return dialog


def _shown(dialog: QDialog) -> Iterator[QWidget]:
    dialog.show()
    settle()
    yield dialog
    dialog.close()


def data_of(window: MainWindow) -> str:
    """What the project and its people say, which no language of the window changes."""
    assert window.desktop is not None
    session = window.desktop.session
    schema = session.schema
    things = (*schema.labels, *schema.groups, *schema.relations, *schema.attributes)
    said = [part for each in things for part in (each.name, getattr(each, "about", ""), getattr(each, "title", ""))]
    said += [choice for each in schema.attributes for choice in each.choices]
    places = (session.project.path, session.project.path.parent, folders.log_folder())
    names = [*map(str, places), "Dana", "tiny", schema.name]
    return " ".join(
        [
            *said,
            *names,
            TEXT,
            ARABIC,
            "American English Français JSON spaCy DocBin annodb doc ents spans Ctrl Maj Alt",
            "csv jsonl txt utf iso shift jis story",  # ends of names, encodings, and a name of metadata
        ]
    )


def as_they_are() -> set[str]:
    """Headings of the guide and of guidelines, names of files, of pipelines and of a format, places of a schema."""
    pages = [page for folder in ("guide", "guidelines") for page in files.resource(folder).glob("*.md")]
    lines = [line for page in pages for line in page.read_text(encoding="utf-8").splitlines()]
    headings = {line.lstrip("# ") for line in lines if line.startswith("#")}
    pipelines = {str(info) for info in installed()}
    return (
        headings | {page.name for page in pages} | pipelines | {"article", "spans", "relations", "NITF (XML)", "story"}
    )


def english(window: MainWindow) -> set[str]:
    """The words of the code's texts that French, Qt's French and the project do without."""
    messages = list(ET.parse(files.resource("translations", "annotator_fr.ts")).iter("message"))
    own = {word for each in messages for word in words(each.findtext("source") or "")}
    french_words = {word for each in messages for word in words(each.findtext("translation") or "")}
    return own - french_words - words(data_of(window))
