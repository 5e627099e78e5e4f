"""Asks for the settings: three tabs, nothing changes before OK."""

from collections.abc import Mapping

import msgspec
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app.settings import Settings
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.languages import LANGUAGES, own_name
from annotator.ui.parts.spin_boxes import roomy
from annotator.ui.settings.keys_tab import KeysTab


class SettingsDialog(QDialog):
    """`chosen` are the settings as they stand in the dialog; `letters` are the keys of the open schema."""

    def __init__(self, settings: Settings, letters: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "settings")
        self.setWindowTitle(self.tr("Settings"))
        self._before = settings
        self.look, self.order, self.when_left = QComboBox(), QComboBox(), QComboBox()
        self.language = QComboBox()
        self.width_field, self.spacing = roomy(QSpinBox()), roomy(QDoubleSpinBox())
        self.snap = QCheckBox(self.tr("A drag selects whole words (hold Alt for single characters)"))
        self.remember = QCheckBox(self.tr("A new span gets the attributes given last to one of its label"))
        self._fill()
        self.keys = KeysTab(letters)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Settings"))
        self.tabs.addTab(self._look_tab(), self.tr("Look"))
        self.tabs.addTab(self._work_tab(), self.tr("Work"))
        self.tabs.addTab(self.keys, self.tr("Keys"))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.RestoreDefaults)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(kinds.RestoreDefaults).clicked.connect(lambda: self.show_settings(Settings()))
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addWidget(buttons)
        self.resize(640, 560)
        self.show_settings(settings)

    def _fill(self) -> None:
        for name, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.look.addItem(text, name)
        for name, text in (
            ("place", self.tr("In the order of the text")),
            ("doubt", self.tr("The most doubtful first")),
        ):
            self.order.addItem(text, name)
        for name, text in (
            ("refuse", self.tr("Refuse until every suggestion is judged")),
            ("warn", self.tr("Warn once, then set it done")),
            ("reject", self.tr("Reject the suggestions that are left")),
        ):
            self.when_left.addItem(text, name)
        self.language.addItem(self.tr("As the system"), "")
        for code in LANGUAGES:
            self.language.addItem(own_name(code), code)
        self.width_field.setRange(40, 160)
        self.width_field.setSuffix(self.tr(" characters"))
        self.spacing.setRange(1.0, 2.0)
        self.spacing.setSingleStep(0.1)
        self.spacing.setDecimals(1)

    def _look_tab(self) -> QWidget:
        tab = QWidget()
        form = QFormLayout(tab)
        form.addRow(self.tr("Colours"), self.look)
        form.addRow(self.tr("Length of a line"), self.width_field)
        form.addRow(self.tr("Room between lines"), self.spacing)
        form.addRow(self.tr("Language"), self.language)
        form.addRow("", _note(self.tr("Another language is spoken from the next start on.")))
        form.addRow("", _note(self.tr("Ctrl with the wheel, or Ctrl and +, makes the text larger; Ctrl+0 normal.")))
        return tab

    def _work_tab(self) -> QWidget:
        tab = QWidget()
        form = QFormLayout(tab)
        form.addRow(self.tr("Suggestions are gone through"), self.order)
        form.addRow(self.tr("Done with suggestions left"), self.when_left)
        form.addRow("", self.snap)
        form.addRow("", self.remember)
        return tab

    def show_settings(self, settings: Settings) -> None:
        """Put settings into the fields."""
        for box, value in (
            (self.look, settings.look),
            (self.order, settings.order),
            (self.when_left, settings.when_left),
            (self.language, settings.language),
        ):
            box.setCurrentIndex(box.findData(value))
        self.width_field.setValue(settings.text_width)
        self.spacing.setValue(settings.line_spacing)
        self.snap.setChecked(settings.snap_to_words)
        self.remember.setChecked(settings.remember_values)
        self.keys.show_keys(settings.keys)

    @property
    def chosen(self) -> Settings:
        """What the fields say; what they do not show stays as it was."""
        return msgspec.structs.replace(
            self._before,
            look=self.look.currentData(),
            order=self.order.currentData(),
            when_left=self.when_left.currentData(),
            language=self.language.currentData(),
            text_width=self.width_field.value(),
            line_spacing=round(self.spacing.value(), 1),
            snap_to_words=self.snap.isChecked(),
            remember_values=self.remember.isChecked(),
            keys=self.keys.chosen,
        )


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "dim")
    label.setWordWrap(True)
    return label
