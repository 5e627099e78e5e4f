"""What the tests of accessibility share: a project with something in every panel, and every view and dialog."""

from collections.abc import Callable, Iterator
from pathlib import Path

from accessibility_checks import settle
from PySide6.QtWidgets import (
    QDialog,
)
from window_states import LOSSES, learned, losing

from annotator import files
from annotator.app.settings import Settings
from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.model.article import make_article
from annotator.model.ids import new_id
from annotator.model.schema_file import read_schema
from annotator.store import articles, runs
from annotator.store.project import create_project
from annotator.ui.annotate.ask import TextDialog
from annotator.ui.command_palette.commands import Command
from annotator.ui.command_palette.dialog import CommandPalette
from annotator.ui.dialogs.crash import CrashDialog
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.guide import GuideDialog
from annotator.ui.dialogs.history import HistoryDialog
from annotator.ui.dialogs.keys import KeysDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.who import WhoDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.settings.dialog import SettingsDialog
from annotator.ui.training.dialog import LearnDialog

TEXT = "Ada Brill has pledged to open the lock by May. “We will not sell it,” she said in London.\n"


PLEDGE = "to open the lock by May"


SCHEMA = files.resource("schemas", "news.toml").read_text("utf-8")


def place(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def new_project(path: Path) -> Path:
    """One article with suggestions of two people, one linked to the other."""
    with create_project(path, SCHEMA) as project:
        step = runs.begin(project, "import", "Import")
        (seq,) = articles.add(project, [make_article(id=new_id(), title="Lock", text=TEXT)], step=step)
        places = [("PERSON", place("Ada Brill")), ("GPE", place("London"))]
        made = [Span(id=new_id(), label=label, fragments=(at,), text=TEXT[slice(*at)]) for label, at in places]
        link = Relation(id=new_id(), type="coref", head=made[0].id, tail=made[1].id)
        model = Annotator(name="tiny", kind="model", version="1")
        found = AnnotationSet(
            annotator=model,
            state=SetState(status="done"),
            spans={each.id: each for each in made},
            relations={link.id: link},
        )
        runs.store_suggestions(project, found, seq, runs.begin(project, "model run", "tiny"))
    return path


def views(window: MainWindow) -> Iterator[str]:
    """Everything that the window can show beside its text, one after the other."""
    page = window.desktop.page
    side, work = page.side, page.desk.work
    for name, key in (
        ("article", ""),
        ("span", next(iter(work.own.spans))),
        ("suggestion", next(iter(work.left.spans))),
        ("suggested relation", next(iter(work.left.relations))),
    ):
        side.tabs.setCurrentWidget(side.mark)
        page.desk.select(key)
        settle()
        yield name
    for name, panel in (("suggestions", side.suggestions), ("relations", side.relations), ("guide", side.guide)):
        side.tabs.setCurrentWidget(panel)
        if panel is side.relations:
            panel.view.setCurrentIndex(panel.model.index(0))
        settle()
        yield name


ONE = Command("view.light", "Light", "View", "", lambda: None)


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "settings": lambda window: SettingsDialog(Settings(), {}, window),
    "export": lambda window: ExportDialog([Annotator(name="Ada")], window),
    "losses": lambda window: losing(ExportDialog([], window, preview=lambda *_: LOSSES)),
    "guide": lambda window: GuideDialog(window),
    "keys": lambda window: KeysDialog(read_schema(SCHEMA), window),
    "history": lambda window: HistoryDialog(window.desktop.session.project, window),
    "learn": lambda window: learned(LearnDialog(window.desktop.session, window)),
    "who": lambda window: WhoDialog(["Ada"], "Ada", window),
    "report": lambda window: ReportDialog("Import", "Two came.", ["a.txt: empty"], window),
    "crash": lambda window: CrashDialog("It broke.", window),
    "palette": lambda window: CommandPalette([ONE], parent=window),
    "note": lambda window: TextDialog(window, "Note on the article", "", lambda _: None),
}
