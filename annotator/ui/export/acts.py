"""Exports and releases in the window: what and where to, progress that can be stopped, and a report at the end."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.app.session import Session
from annotator.app.state import State, save_state
from annotator.model.errors import AnnotatorError
from annotator.store import annotators
from annotator.ui.dialogs.report import show_report
from annotator.ui.waiting import Waiting

if TYPE_CHECKING:
    from annotator.app.exporting import ExportOptions, ExportReport, Write
    from annotator.app.release.preview import Preview
    from annotator.app.release.snapping import Mode, Move, Snap
    from annotator.app.release.writing import Wish
    from annotator.exchange.losses import Loss
    from annotator.ui.dialogs.export import ExportDialog
    from annotator.ui.export.release_dialog import ReleaseDialog
    from annotator.ui.export.written import Written


class ExportActs(QObject):
    """Exports from the session's project. `state` remembers what was chosen.

    `elsewhere` writes what needs spaCy, `go` shows a place of an article, where somebody wants to mend something,
    `moved` is called when spans were moved to whole tokens.
    """

    def __init__(
        self,
        session: Session,
        window: QWidget,
        state: State,
        *,
        elsewhere: "Write",
        go: Callable[[int, int, int], object],
        moved: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._state = state
        self.elsewhere = elsewhere
        self._go = go
        self._moved = moved

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"export": self.export, "export.release": self.release}

    # An export

    def export(self) -> None:
        """Ask what to export and where to, and do it."""
        from annotator.ui.dialogs.export import ExportDialog

        project = self._session.project
        dialog = ExportDialog(
            annotators.everyone(project).values(),
            self._window,
            preview=self.preview,
            snapper=self,
            kept=self._state.export,
            read_only=project.read_only,
        )
        dialog.went.connect(lambda *_: self._keep(dialog))  # whoever mends something comes back
        dialog.went.connect(self._go)
        if dialog.exec():
            self._keep(dialog)
            if (target := self._ask(dialog)) is not None:
                self.export_to(target, dialog)

    def _keep(self, dialog: "ExportDialog | ReleaseDialog") -> None:
        self._state.export = dialog.choice
        save_state(self._state)

    def _ask(self, dialog: "ExportDialog") -> Path | None:
        from annotator.ui.export.target import ask_file, ask_folder

        path, in_parts = self._session.project.path, dialog.wish.split is not None
        if dialog.suffix:
            return ask_file(path.with_suffix(dialog.suffix), in_parts=in_parts, parent=self._window)
        proposed = path.with_name(f"{path.stem}-{dialog.format}")
        return ask_folder(self.tr("Export to a folder"), proposed, in_parts=in_parts, parent=self._window)

    def preview(self, format: str, options: "ExportOptions", wish: "Wish") -> "Preview":  # noqa: A002
        """What an export would lose; it can be stopped."""
        from annotator.app.release import standoff
        from annotator.app.release.preview import preview

        waiting = Waiting(self.tr("Looking what would be lost …"), self._window)
        writer = standoff.WRITER if wish.without_text else format
        try:
            asked = _watched(options, waiting)
            return preview(self._session.project, writer, asked, elsewhere=self.elsewhere)
        finally:
            waiting.close()

    def export_to(self, target: Path, dialog: "ExportDialog") -> None:
        """Write the export, and say what came of it."""
        from annotator.app.release.writing import write

        waiting = Waiting(self.tr("Exporting …"), self._window)
        options = msgspec.structs.replace(_watched(dialog.options(), waiting), check=True)
        try:
            made = write(self._session.project, target, dialog.format, options, dialog.wish, elsewhere=self.elsewhere)
        except AnnotatorError as error:
            show_report(self.tr("Export"), error.sentence, [], self._window)
            return
        finally:
            waiting.close()
        self._tell(self.tr("Export"), made.as_text(), made.every, target)

    def _tell(self, title: str, told: str, reports: "Collection[ExportReport]", target: Path) -> None:
        from annotator.app.release.preview import placed
        from annotator.ui.export.written import Written

        found = placed(self._session.project, *(each.losses for each in reports))
        differs = any(each.checked is not None and each.checked.differences for each in reports)
        show_written(Written(title, told, target, found, differs), self._window, self._go)

    # A release

    def release(self) -> None:
        """Ask what to release and where to, and do it."""
        from annotator.ui.export.release_dialog import ReleaseDialog
        from annotator.ui.export.target import ask_folder

        project = self._session.project
        people = annotators.everyone(project).values()
        dialog = ReleaseDialog(people, self._state.export, self._window, read_only=project.read_only)
        if not dialog.exec():
            return
        self._keep(dialog)
        proposed = project.path.with_name(f"{project.path.stem}-release")
        title, verb = self.tr("Release to a folder"), self.tr("Release")
        folder = ask_folder(title, proposed, in_parts=False, parent=self._window, verb=verb)
        if folder is not None:
            self.release_to(folder, dialog)

    def release_to(self, folder: Path, dialog: "ReleaseDialog") -> None:
        """Write the release, and say what came of it."""
        from annotator.app.release.making import make_release

        waiting = Waiting(self.tr("Releasing …"), self._window)
        asked = dialog.options()
        options = msgspec.structs.replace(asked, export=_watched(asked.export, waiting))
        try:
            made = make_release(self._session.project, folder, options, elsewhere=self.elsewhere)
        except AnnotatorError as error:
            show_report(self.tr("Release"), error.sentence, [], self._window)
            return
        finally:
            waiting.close()
        self._tell(self.tr("Release"), made.as_text(), [each.report for each in made.files], folder)

    # Spans off the tokens

    def find(
        self,
        format: str,  # noqa: A002
        options: "ExportOptions",
        mode: "Mode",
        among: "Collection[Loss] | None",
    ) -> "Snap":
        """Whither spans off the tokens would move; it can be stopped."""
        from annotator.app.release.snapping import find

        waiting = Waiting(self.tr("Looking where the tokens are …"), self._window)
        try:
            asked = _watched(options, waiting)
            return find(self._session.project, format, asked, mode, among=among, elsewhere=self.elsewhere)
        finally:
            waiting.close()

    def snap(self, moves: "Collection[Move]") -> None:
        """Move them, as one step."""
        from annotator.app.release.snapping import snap

        snap(self._session.project, moves)
        self._moved()


def _watched(options: "ExportOptions", waiting: Waiting) -> "ExportOptions":
    return msgspec.structs.replace(options, report=waiting.report, cancelled=waiting.cancelled)


def show_written(written: "Written", parent: QWidget, go: Callable[[int, int, int], object]) -> None:
    """Show the report and wait until it is closed."""
    from annotator.ui.export.written import WrittenDialog

    dialog = WrittenDialog(written, parent)
    dialog.went.connect(go)
    dialog.exec()
