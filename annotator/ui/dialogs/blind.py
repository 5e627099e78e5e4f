"""Asks which share of the articles is annotated blind, and shows how many articles that is."""

from bisect import bisect_left

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from annotator.app.blind import sample_of
from annotator.store import blind
from annotator.store.project import Project
from annotator.ui.numbers import number
from annotator.ui.parts.spin_boxes import roomy

_AT_ONCE = 5000  # articles counted in one go: some ten milliseconds


class BlindDialog(QDialog):
    """A share in per cent. The articles are counted a few thousand at a time, so that nothing stalls."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Blind sample"))
        self.setMinimumWidth(420)
        self._project, self._sample = project, replace(sample_of(project), seed=blind.seeded(project))
        self._places: list[float] = []
        self._last: int | None = 0
        about = QLabel(
            self.tr(
                "In this share of the articles suggestions are hidden until the annotator has finished. They are the"
                " same articles for everybody; what differs with and without suggestions is kept."
            )
        )
        about.setWordWrap(True)
        self.field = roomy(QSpinBox())
        self.field.setRange(0, 100)
        self.field.setSuffix(" %")
        self.field.setValue(round(self._sample.share))
        self.field.setAccessibleName(self.tr("Share of the articles"))
        self.told = QLabel()
        self.told.setAccessibleName(self.tr("How many articles"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Share of the articles"), self.field)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        self.field.valueChanged.connect(lambda _: self._tell())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._count)
        self._tell()
        self._timer.start()

    def _count(self) -> None:
        rows = blind.ids(self._project, after=self._last or 0, limit=_AT_ONCE)
        self._places += [self._sample.place(key) for _, key in rows]
        self._last = rows[-1][0] if rows else None
        if self._last is None:
            self._timer.stop()
            self._places.sort()
        self._tell()

    def _tell(self) -> None:
        total = len(self._places)
        if self._last is not None:
            self.told.setText(self.tr("Counting the articles: {n} …").format(n=number(total)))
            return
        found = bisect_left(self._places, self.field.value() / 100)
        self.told.setText(self.tr("{n} of {total} articles").format(n=number(found), total=number(total)))
