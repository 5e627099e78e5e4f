"""Import and export in the window: what to take, progress that can be stopped, and a report at the end."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget

from annotator.app.session import Session
from annotator.model.errors import AnnotatorError
from annotator.store import annotators
from annotator.ui.dialogs.report import show_report

if TYPE_CHECKING:
    from annotator.app.exporting import ExportOptions, Write
    from annotator.app.importing import ImportOptions
    from annotator.app.release.preview import Preview
    from annotator.ui.dialogs.export import ExportDialog
    from annotator.ui.importing.dialog import ImportDialog

_PATIENCE = 500  # milliseconds before the progress shows
_LOOK_UP = 40  # milliseconds between two looks at what the person does
_SHOWN = QEventLoop.ProcessEventsFlag.AllEvents
_NOT_YET = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents  # the dialog does not yet keep them from the window


class Waiting:
    """A modal progress dialog for work that goes on in this thread; the window is redrawn meanwhile."""

    def __init__(self, what: str, parent: QWidget) -> None:
        self._dialog = QProgressDialog(what, QCoreApplication.translate("TransferActs", "Stop"), 0, 0, parent)
        self._dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._dialog.setMinimumDuration(_PATIENCE)
        self._dialog.setAutoClose(False)
        self._clock = QElapsedTimer()
        self._clock.start()

    def report(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._dialog.setMaximum(total)
        self._dialog.setValue(done)

    def cancelled(self) -> bool:
        """Whether it was stopped."""
        if self._clock.elapsed() > _LOOK_UP:
            self._clock.restart()
            QApplication.processEvents(_SHOWN if self._dialog.isVisible() else _NOT_YET)
        return self._dialog.wasCanceled()

    def close(self) -> None:
        """Take it away."""
        self._dialog.reset()
        self._dialog.deleteLater()


class TransferActs(QObject):
    """Imports into, and exports from, the session's project.

    `came` is called when articles did; `go` shows a place of an article, where somebody wants to mend something.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        *,
        came: Callable[[], object],
        elsewhere: "Write",
        go: Callable[[int, int, int], object],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._came = came
        self._elsewhere = elsewhere
        self.dialog: ImportDialog | None = None
        self._go = go

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        found: dict[str, Callable[[], object]] = {"export": self.export}
        if not self._session.project.read_only:
            found |= {
                "import.files": self.import_files,
                "import.folder": self.import_folder,
                "import.paste": self.import_pasted,
            }
        return found

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
        self.dialog = dialog = ImportDialog(paths, self._session.schema, self._window)

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
        chosen = msgspec.structs.replace(chosen, report=waiting.report, cancelled=waiting.cancelled)
        try:
            report = import_paths(self._session.project, paths, chosen)
        except AnnotatorError as error:
            show_report(self.tr("Import"), error.sentence, [], self._window)
            return
        finally:
            waiting.close()
        self._came()
        lines = [f"{problem.place}: {problem.reason}" for problem in walk_problems(report)]
        show_report(self.tr("Import"), report.as_text(), lines, self._window)

    def export(self) -> None:
        """Ask what to export and where to, and do it."""
        from annotator.ui.dialogs.export import ExportDialog

        everyone = annotators.everyone(self._session.project).values()
        dialog = ExportDialog(everyone, self._window, preview=self._preview)
        dialog.went.connect(self._go)
        if not dialog.exec():
            return
        proposed = str(self._session.project.path.with_suffix(dialog.suffix))
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export to"), proposed, f"*{dialog.suffix}")
        if name:
            self.export_to(Path(name), dialog)

    def _preview(self, format: str, options: "ExportOptions") -> "Preview":  # noqa: A002
        """What an export would lose; it can be stopped."""
        from annotator.app.release.preview import preview

        waiting = Waiting(self.tr("Looking what would be lost …"), self._window)
        asked = msgspec.structs.replace(options, report=waiting.report, cancelled=waiting.cancelled)
        try:
            return preview(self._session.project, format, asked, elsewhere=self._elsewhere)
        finally:
            waiting.close()

    def export_to(self, target: Path, dialog: "ExportDialog") -> None:
        """Write the export, and say what came of it."""
        from annotator.app.exporting import export

        waiting = Waiting(self.tr("Exporting …"), self._window)
        options = msgspec.structs.replace(
            dialog.options(), check=True, report=waiting.report, cancelled=waiting.cancelled
        )
        try:
            report = export(self._session.project, target, dialog.format, options, elsewhere=self._elsewhere)
        except AnnotatorError as error:
            show_report(self.tr("Export"), error.sentence, [], self._window)
            return
        finally:
            waiting.close()
        lines = report.losses.as_text().splitlines() if report.losses else []
        told = f"{report.as_text()} {self.tr('Written to {name}.').format(name=target)}"
        show_report(self.tr("Export"), told, lines, self._window)
