"""What may be wished of an export beyond its format: parts, pseudonyms, no texts, a configuration, a byte order mark.

What does not fit the format is disabled, and says why beside it.
"""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from annotator.app.release.splits import STORY, SplitOptions
from annotator.app.release.writing import Wish
from annotator.app.state import ExportChoice
from annotator.ui.export.formats import WITH_CONFIG, WITH_MARK, WITHOUT_TEXT
from annotator.ui.numbers import percent
from annotator.ui.parts.flow import role_label
from annotator.ui.parts.spin_boxes import roomy

_INDENT = 24  # pixels
_LARGEST_SEED = 999_999


class WishForm(QWidget):
    """`changed` when something is wished that was not before, or the other way round. `shown` are the formats."""

    changed = Signal()

    def __init__(self, kept: ExportChoice, *, read_only: bool = False, releases: bool = False) -> None:
        super().__init__()
        self._read_only, self._releases = read_only, releases
        self.shown: tuple[str, ...] = ()
        self.in_parts = QCheckBox(self.tr("In parts for training, development and test"))
        self.by_date = QCheckBox(self.tr("By date: training is the past"))
        self.train, self.dev, self.seed = (roomy(QSpinBox()) for _ in range(3))
        self.test = QLabel()
        self.story = QLineEdit()
        self.pseudonyms = QCheckBox(self.tr("Pseudonyms for annotators, and no notes"))
        self.without_text = QCheckBox(self.tr("Without the texts: offsets, hashes and addresses"))
        self.with_config = QCheckBox(self.tr("With a configuration for spacy train"))
        self.mark = QCheckBox(self.tr("With a byte order mark, for spreadsheets"))
        self._reasons = {box: role_label("", "dim", wrap=True) for box in self._boxes}
        self._prepare(kept)
        self._arrange()
        for box in self._boxes:
            box.toggled.connect(self._change)
        self._change()

    @property
    def _boxes(self) -> tuple[QCheckBox, ...]:
        return self.in_parts, self.pseudonyms, self.without_text, self.with_config, self.mark

    def _prepare(self, kept: ExportChoice) -> None:
        self.train.setRange(1, 100)
        self.dev.setRange(0, 99)
        self.seed.setRange(0, _LARGEST_SEED)
        for box in (self.train, self.dev):
            box.setSuffix(" %")
        names = {
            self.train: self.tr("Training"),
            self.dev: self.tr("Development"),
            self.seed: self.tr("Seed, which decides between equals"),
            self.story: self.tr("Metadata that names the story"),
        }
        for field, name in names.items():
            field.setAccessibleName(name)
            for line in field.findChildren(QLineEdit):  # the part of a spin box that has the letters
                line.setAccessibleName(name)
        self.seed.setToolTip(names[self.seed])
        self.story.setPlaceholderText(STORY)
        self.story.setToolTip(self.tr("Articles with the same value there are never in two parts"))
        self.train.valueChanged.connect(self._share)
        self.dev.valueChanged.connect(self._share)
        self._take(kept)

    def _take(self, kept: ExportChoice) -> None:
        for box, on in zip(
            self._boxes,
            (kept.in_parts, kept.pseudonyms, kept.without_text, kept.with_config, kept.mark),
            strict=True,
        ):
            box.setChecked(on)
        self.by_date.setChecked(kept.by_date)
        self.train.setValue(kept.train)
        self.dev.setValue(kept.dev)
        self.seed.setValue(kept.seed)
        self.story.setText("" if kept.story == STORY else kept.story)
        self._share()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for box in self._boxes:
            column.addWidget(box)
            self._reasons[box].setContentsMargins(_INDENT, 0, 0, 0)
            column.addWidget(self._reasons[box])
            if box is self.in_parts:
                self.parts = self._parts()
                column.addWidget(self.parts)

    def _parts(self) -> QWidget:
        shares = QHBoxLayout()
        for label, field in ((self.tr("Training"), self.train), (self.tr("Development"), self.dev)):
            name = QLabel(label)
            name.setBuddy(field)
            shares.addWidget(name)
            shares.addWidget(field)
        shares.addWidget(self.test)
        shares.addStretch(1)
        made = QWidget()
        form = QFormLayout(made)
        form.setContentsMargins(_INDENT, 0, 0, 0)
        form.addRow(shares)
        form.addRow(self.by_date)
        form.addRow(self.tr("Seed"), self.seed)
        form.addRow(self.tr("Story named by"), self.story)
        return made

    def _share(self) -> None:
        self.dev.setMaximum(100 - self.train.value())
        self.test.setText(self.tr("Test {share}").format(share=percent(1 - self._train - self._dev)))

    @property
    def _train(self) -> float:
        return self.train.value() / 100

    @property
    def _dev(self) -> float:
        return self.dev.value() / 100

    def show_formats(self, *names: str) -> None:
        """Disable what does not fit these formats, all of which are to be written."""
        self.shown = names
        self._change()

    def _change(self) -> None:
        for box, reason in self._refusals().items():
            box.setEnabled(not reason)
            label = self._reasons[box]
            label.setText(reason)
            label.setVisible(bool(reason))
            box.setAccessibleDescription(reason)
        self.parts.setVisible(self._has(self.in_parts))
        self.changed.emit()

    def _refusals(self) -> dict[QCheckBox, str]:
        """For each box why it cannot be chosen, "" where it can."""
        closed = self.tr("The project is open for reading only, and this is kept in it.") if self._read_only else ""
        bare = self._releases or WITHOUT_TEXT in self.shown  # a release without texts has that format alone
        in_parts = self.in_parts.isChecked() and not closed
        textless = self.without_text.isChecked() and bare
        config = ""
        if textless:
            config = self.tr("A dataset without texts trains nothing.")
        elif WITH_CONFIG not in self.shown:
            config = self.tr("Only beside a spaCy DocBin.")
        elif not in_parts:
            config = self.tr("Only for a DocBin in parts: choose these first.")
        return {
            self.in_parts: closed,
            self.pseudonyms: closed,
            self.without_text: "" if bare else self.tr("Only as JSON lines."),
            self.with_config: config,
            self.mark: "" if WITH_MARK in self.shown and not textless else self.tr("Only for tables as CSV."),
        }

    def _has(self, box: QCheckBox) -> bool:
        return box.isEnabled() and box.isChecked()

    @property
    def is_plain(self) -> bool:
        """Whether nothing at all is wished."""
        return not any(self._has(box) for box in self._boxes)

    @property
    def with_mark(self) -> bool:
        """Whether CSV gets a byte order mark."""
        return self._has(self.mark)

    @property
    def wish(self) -> Wish:
        """What is wished."""
        shares = (self._train, self._dev, (100 - self.train.value() - self.dev.value()) / 100)
        story = self.story.text().strip() or STORY
        seed = self.seed.value()
        split = SplitOptions(shares=shares, seed=seed, by_date=self.by_date.isChecked(), story=story)
        return Wish(
            split=split if self._has(self.in_parts) else None,
            seed=seed,
            pseudonyms=self._has(self.pseudonyms),
            without_text=self._has(self.without_text),
            with_config=self._has(self.with_config),
        )

    def kept(self, choice: ExportChoice) -> ExportChoice:
        """The choice with what is wished here, to be remembered: also what does not fit now."""
        return replace(
            choice,
            in_parts=self.in_parts.isChecked(),
            train=self.train.value(),
            dev=self.dev.value(),
            by_date=self.by_date.isChecked(),
            seed=self.seed.value(),
            story=self.story.text().strip() or STORY,
            pseudonyms=self.pseudonyms.isChecked(),
            without_text=self.without_text.isChecked(),
            with_config=self.with_config.isChecked(),
            mark=self.mark.isChecked(),
        )
