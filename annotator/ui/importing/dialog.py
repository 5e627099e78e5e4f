"""What to import and how: the files with their formats, and what they would bring.

Nothing is stored before it closes.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app.importing import FileWish, ImportOptions
from annotator.app.near_groups import NearFound, near_groups
from annotator.app.previewing import FilePreview, Preview, preview
from annotator.model.schema import Schema
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.importing.annotation_panel import AnnotationPanel
from annotator.ui.importing.file_panel import FilePanel
from annotator.ui.importing.near_panel import NearPanel
from annotator.ui.importing.words import file_told, short_name
from annotator.ui.numbers import number
from annotator.ui.parts.background import Background
from annotator.ui.parts.flow import role_label
from annotator.ui.sentences import translated

_SIZE = (900, 640)
_SIDE = 260
_NEAR = 2  # the tab
_SEVERAL = "brat"  # the format that has files of several annotators


class ImportDialog(QDialog):
    """`paths` and `options` are what was chosen. `looked` when the files, or one of them, have been looked into.

    `people` are the names that the project knows. `compared` when the near-duplicates, among the files and with the
    `project`, have been looked for.
    """

    looked = Signal()
    compared = Signal()

    def __init__(
        self,
        paths: Sequence[Path],
        schema: Schema,
        parent: QWidget | None = None,
        *,
        project: Path | None = None,
        people: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._project = project
        offer_help(self, "import")
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import articles"))
        self.paths = list(paths)
        self.found = Preview()
        self._wishes: dict[str, FileWish] = {}
        self._waiting: list[str] = []
        self._suffix = ""  # what parts the name of a text from an annotator's, in brat's files
        self.files = QListWidget()
        self.file = FilePanel()
        self.annotation = AnnotationPanel([label.name for label in schema.labels], people)
        self.told = role_label(self.tr("Looking into the files …"), "dim", wrap=True)
        self.skip_near = QCheckBox(self.tr("Leave near-duplicates out, such as wire copy and updates"))
        self.near = NearPanel()
        self._background, self._comparing = Background(self), Background(self)
        self._arrange()
        self._connect()
        self._background.start_long(lambda stopped: preview(self.paths, ImportOptions(), stopped=stopped))

    # Building

    def _arrange(self) -> None:
        self.files.setAccessibleName(self.tr("Files"))
        self.files.setWordWrap(True)
        self.files.setMinimumWidth(160)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.file, self.tr("The file"))
        self.tabs.addTab(self.annotation, self.tr("Annotation"))
        self.tabs.addTab(self.near, self.tr("Near-duplicates"))
        self.tabs.setTabVisible(1, False)
        self.tabs.setTabVisible(_NEAR, False)
        self.tabs.tabBar().setAccessibleName(self.tr("What is shown"))
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.files)
        self.parts.addWidget(self.tabs)
        self.parts.setStretchFactor(1, 1)
        self.parts.setSizes([_SIDE, _SIZE[0] - _SIDE])
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.take = self.buttons.button(kinds.Ok)
        self.take.setText(self.tr("Import"))
        self.take.setEnabled(False)
        self.tabs.setEnabled(False)
        column = QVBoxLayout(self)
        for widget in (self.parts, self.skip_near, self.told, self.buttons):
            column.addWidget(widget, 1 if widget is self.parts else 0)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.files.currentRowChanged.connect(lambda _: self._show_file())
        self.file.changed.connect(self._change)
        self._background.done.connect(self._take_in)
        self._background.failed.connect(lambda sentence: self.told.setText(translated(sentence)))
        self.annotation.suffix.editingFinished.connect(self._read_anew)
        self.skip_near.toggled.connect(self._compare)
        self._comparing.done.connect(self._take_near)
        self._comparing.failed.connect(self.near.show_sentence)

    # What there is

    @property
    def current(self) -> FilePreview | None:
        """The file that is shown."""
        row = self.files.currentRow()
        return self.found.files[row] if 0 <= row < len(self.found.files) else None

    def _take_in(self, found: object) -> None:
        assert isinstance(found, Preview)
        if not self.found.files:
            self.found = found
            self.files.addItems([""] * len(found.files))
            self.files.setCurrentRow(next((at for at, file in enumerate(found.files) if file.lacks_text), 0))
        else:
            fresh = {each.place: each for each in found.files}
            self.found.files = [fresh.get(each.place, each) for each in self.found.files]
        self._show_all()
        self._show_file()
        if self._waiting:
            self._look_again(self._waiting.pop(0))
        self.looked.emit()

    def _show_all(self) -> None:
        files = self.found.files
        for row, file in enumerate(files):
            item = self.files.item(row)
            item.setText(f"{short_name(file.place)}\n{file_told(file)}")
            item.setToolTip(file.place)
        annotated = [each for each in files if each.annotated]
        brat = bool(self._suffix) or any(each.format == _SEVERAL for each in files)
        self.tabs.setTabVisible(1, bool(annotated) or brat)
        self.annotation.show_suffix(brat)
        self.tabs.setEnabled(bool(files) or bool(self._suffix))
        people = list(dict.fromkeys(name for each in annotated for name in each.people))
        self.annotation.show_found(people, self.found.labels)
        self.take.setEnabled(self.found.more or any(each.found for each in files))
        self.told.setText(self._summary())

    def _summary(self) -> str:
        files, articles = len(self.found.files), sum(each.found for each in self.found.files)
        more = self.found.more or any(each.more for each in self.found.files)
        told = (
            self.tr("Files: {files}, articles: {articles} or more.")
            if more
            else self.tr("Files: {files}, articles: {articles}.")
        )
        parts = [told.format(files=number(files), articles=number(articles))]
        parts += [f"{each.place}: {translated(each.reason)}" for each in self.found.problems[:3]]
        parts.append(self.tr("Nothing is stored yet. The import is one step that can be undone."))
        return " ".join(parts)

    def _show_file(self) -> None:
        if (file := self.current) is not None:
            self.file.show_file(file, self._wishes.get(file.place, FileWish()))

    # Choices

    def _change(self) -> None:
        """Read the file in the way that is wanted now, and with it those that have the same columns."""
        if (file := self.current) is None:
            return
        wish = self.file.wish
        for each in self._alike(file):
            self._wishes[each.place] = replace(wish, format=wish.format if each is file else each.format)
            self._look_again(each.place)
        if self.skip_near.isChecked():
            self._compare(True)

    def _read_anew(self) -> None:
        """Look into all files again: which of them are read depends on how those of annotators are called."""
        if (suffix := self.annotation.suffix.text().strip()) == self._suffix:
            return
        self._suffix = suffix
        self._wishes.clear()
        self._waiting.clear()
        self.found = Preview()
        self.files.clear()
        self.tabs.setEnabled(False)
        self.take.setEnabled(False)
        options = self.options
        self._background.start_long(lambda stopped: preview(self.paths, options, stopped=stopped))

    def _compare(self, wanted: bool) -> None:
        """Look for near-duplicates while they are to be left out."""
        self.tabs.setTabVisible(_NEAR, wanted)
        if not wanted:
            self._comparing.start(NearFound)  # in the place of what is going on
            return
        self.near.show_waiting()
        self.tabs.setCurrentIndex(_NEAR)
        project, paths, options = self._project, self.paths, self.options
        self._comparing.start_long(lambda stopped: near_groups(project, paths, options, stopped=stopped))

    def _take_near(self, found: object) -> None:
        assert isinstance(found, NearFound)
        self.near.show_found(found)
        self.compared.emit()

    def _alike(self, file: FilePreview) -> list[FilePreview]:
        if file.columns is None or file.format != self.file.wish.format:
            return [file]
        same = [each for each in self.found.files if each.columns and each.format == file.format and each is not file]
        return [file, *(each for each in same if each.columns and each.columns.names == file.columns.names)]

    def _look_again(self, place: str) -> None:
        if self._background.is_busy:
            if place not in self._waiting:
                self._waiting.append(place)
            return
        options = self.options
        self._background.start_long(lambda stopped: preview(self.paths, options, only=place, stopped=stopped))

    @property
    def is_busy(self) -> bool:
        """Whether files are being looked into."""
        return self._background.is_busy

    @property
    def options(self) -> ImportOptions:
        """How to import."""
        return ImportOptions(
            format=_SEVERAL if self._suffix else "",
            annotator_suffix=self._suffix,
            files=dict(self._wishes),
            annotator=self.annotation.annotator,
            labels=self.annotation.labels,
            skip_near=self.skip_near.isChecked(),
        )

    def done(self, result: int) -> None:
        """Let go of the files."""
        self._background.close()
        self._comparing.close()
        super().done(result)
