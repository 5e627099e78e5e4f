"""Asks what to release: a folder with the dataset in some formats, its card, schema, guidelines, and a hash."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.app.exporting import ExportOptions
from annotator.app.release.making import ReleaseOptions
from annotator.app.state import ExportChoice
from annotator.exchange import registry
from annotator.model.annotation import Annotator
from annotator.ui.dialogs.export import whose_box
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.export.formats import about, in_order
from annotator.ui.export.wish_form import WishForm
from annotator.ui.parts.flow import role_label
from annotator.ui.parts.tall_scroll import TallScroll
from annotator.ui.sentences import translated

_LICENCES = ("CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC0 1.0")
_ROWS = 5  # of the list of formats that are seen at once
_NAME = Qt.ItemDataRole.UserRole


class ReleaseDialog(QDialog):
    """`options` is what was chosen, `choice` what is to be remembered of it."""

    def __init__(
        self,
        annotators: Iterable[Annotator],
        kept: ExportChoice,
        parent: QWidget | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        offer_help(self, "release")
        self.setWindowTitle(self.tr("Release a dataset"))
        self.setMinimumWidth(520)
        self._kept = kept
        self.formats = QListWidget()
        self.whose = whose_box(annotators)
        self.whose.setItemText(0, self.tr("everybody's"))
        self.licence = QComboBox()
        self.wishes = WishForm(kept, read_only=read_only, releases=True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.ok = self.buttons.button(kinds.Ok)
        self.ok.setText(self.tr("Choose the folder …"))
        self._fill()
        self._arrange()
        self.formats.itemChanged.connect(lambda _: self._allow())
        self.wishes.changed.connect(self._allow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._allow()

    def _fill(self) -> None:
        self.formats.setAccessibleName(self.tr("Formats"))
        loaded = registry.writers().loaded
        for name in in_order():
            item = QListWidgetItem(translated(loaded[name].title))
            item.setData(_NAME, name)
            item.setToolTip(about(name))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in self._kept.formats else Qt.CheckState.Unchecked)
            self.formats.addItem(item)
        self.formats.setFixedHeight(self.formats.sizeHintForRow(0) * _ROWS + 2 * self.formats.frameWidth() + 4)
        self.formats.setCurrentRow(0)
        self.licence.setEditable(True)
        self.licence.addItems(_LICENCES)
        self.licence.setCurrentText(self._kept.licence)
        line = self.licence.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Not stated"))

    def _arrange(self) -> None:
        told = self.tr(
            "A folder with the dataset in each format, its card, the schema, the guidelines and a hash of the contents."
            " Only sets that are done are in it; the same state of the project gives the same files."
        )
        form = QFormLayout()
        form.addRow(self.tr("Formats"), self.formats)
        form.addRow(self.tr("Sets"), self.whose)
        form.addRow(self.tr("Licence"), self.licence)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(role_label(told, "dim", wrap=True))
        column.addLayout(form)
        column.addWidget(self.wishes)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        self._scroll = TallScroll(inside)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self.buttons)

    def _allow(self) -> None:
        chosen = self._chosen()
        if self.wishes.shown != chosen:
            self.wishes.show_formats(*chosen)
        bare = self.wishes.wish.without_text
        self.formats.setEnabled(not bare)
        self.formats.setToolTip(self.tr("Without the texts there is one format: stand-off JSON lines.") if bare else "")
        self.ok.setEnabled(bool(chosen) or bare)
        self._scroll.fit()

    def _chosen(self) -> tuple[str, ...]:
        items = map(self.formats.item, range(self.formats.count()))
        return tuple(each.data(_NAME) for each in items if each.checkState() is Qt.CheckState.Checked)

    def options(self) -> ReleaseOptions:
        """What is to be released."""
        whose, wish = str(self.whose.currentData()), self.wishes.wish
        return ReleaseOptions(
            formats=self._chosen(),
            export=ExportOptions(names=(whose,) if whose else (), mark=self.wishes.with_mark),
            split=wish.split,
            licence=self.licence.currentText().strip(),
            seed=wish.seed,
            pseudonyms=wish.pseudonyms,
            without_text=wish.without_text,
            with_config=wish.with_config,
        )

    @property
    def choice(self) -> ExportChoice:
        """What is to be remembered."""
        kept = replace(self._kept, formats=self._chosen(), licence=self.licence.currentText().strip())
        return self.wishes.kept(kept)
