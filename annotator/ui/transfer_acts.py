"""Imports in the window: what to take, progress that can be stopped, and a report at the end."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.app.session import Session
from annotator.model.errors import AnnotatorError
from annotator.store import annotators
from annotator.ui.dialogs.report import show_report
from annotator.ui.waiting import Waiting

if TYPE_CHECKING:
    from annotator.app.importing import ImportOptions
    from annotator.app.sources import FileProblem
    from annotator.ui.importing.dialog import ImportDialog


class TransferActs(QObject):
    """Imports into the session's project. `came` is called when articles did."""

    def __init__(self, session: Session, window: QWidget, *, came: Callable[[], object]) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._came = came
        self.dialog: ImportDialog | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        if self._session.project.read_only:
            return {}
        return {
            "import.files": self.import_files,
            "import.folder": self.import_folder,
            "import.paste": self.import_pasted,
        }

    def import_files(self) -> None:
        """Ask for files and import them."""
        from annotator.exchange import registry
        from annotator.exchange.archives import SUFFIX as ARCHIVE

        suffixes = sorted({f"*{each}" for reader in registry.readers().loaded.values() for each in reader.suffixes})
        suffixes.append(f"*{ARCHIVE}")
        kinds = ";;".join(
            [self.tr("Articles ({suffixes})").format(suffixes=" ".join(suffixes)), self.tr("All files (*)")]
        )
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import articles"), "", kinds)
        if names:
            self.ask([Path(name) for name in names])

    def import_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        if name := QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder")):
            self.ask([Path(name)])

    def import_pasted(self) -> None:
        """Import what the clipboard holds."""
        from annotator.ui.importing.pasted import pasted

        folder = TemporaryDirectory(prefix="annotator-")
        if paths := pasted(QGuiApplication.clipboard().mimeData(), Path(folder.name)):
            self.ask(paths, afterwards=folder.cleanup)
        else:
            folder.cleanup()
            sentence = self.tr("The clipboard holds no text: copy an article or files first.")
            show_report(self.tr("Import"), sentence, [], self._window)

    def ask(self, paths: list[Path], *, afterwards: Callable[[], None] = lambda: None) -> None:
        """Show what files and folders would bring, and import it when that is wanted; then call `afterwards`."""
        from annotator.ui.importing.dialog import ImportDialog

        if self._session.project.read_only:
            self.import_paths(paths)  # it says so
            afterwards()
            return
        project = self._session.project
        people = sorted({each.name for each in annotators.everyone(project).values()})
        self.dialog = dialog = ImportDialog(
            paths, self._session.schema, self._window, project=project.path, people=people
        )

        def close(result: int) -> None:
            dialog.deleteLater()
            try:
                if result:
                    self.import_paths(dialog.paths, dialog.options)
            finally:
                afterwards()

        dialog.finished.connect(close)
        dialog.open()

    def import_paths(self, paths: list[Path], options: "ImportOptions | None" = None) -> None:
        """Import files and folders, and say what came of it."""
        from annotator.app.importing import ImportOptions, import_paths, walk_problems

        waiting = Waiting(self.tr("Importing articles …"), self._window)
        chosen = options or ImportOptions()
        chosen = msgspec.structs.replace(chosen, report=waiting.report, came=waiting.count, cancelled=waiting.cancelled)
        try:
            report = import_paths(self._session.project, paths, chosen)
        except AnnotatorError as error:
            show_report(self.tr("Import"), error.sentence, [], self._window)
            return
        finally:
            waiting.close()
        self._came()
        lines = [_line(problem) for problem in walk_problems(report)]
        show_report(self.tr("Import"), report.as_text(), lines, self._window)


def _line(problem: "FileProblem") -> str:
    """What is wrong, with its place once."""
    from annotator.exchange.tables.columns import HINT

    reason = problem.reason.removesuffix(f" {HINT}")
    return reason if reason.startswith(problem.place) else f"{problem.place}: {reason}"
