"""Asks whose work to learn from and where the model goes, trains, and shows how good it is before it is used."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.app import models, training, training_described
from annotator.app.session import Session
from annotator.app.worker.trainer import Trainer, TrainOver, TrainState
from annotator.model.errors import AnnotatorError
from annotator.store import pipeline_choice
from annotator.suggest.training.lessons import Wish
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.numbers import number
from annotator.ui.parts.flow import role_label
from annotator.ui.sentences import translated
from annotator.ui.statistics.figure_table import FigureTable
from annotator.ui.training.words import table_of, told_in_the_end, told_of

_NARROW = 560
_LONG = 24  # characters of a pipeline's name
_WIDEST = 960  # beyond that the table scrolls
_BESIDE = 40  # pixels


class LearnDialog(QDialog):
    """Beside the window, not before it.

    `pipeline_chosen` names where suggestions are to come from, and says whether they stand beside those of others.
    """

    pipeline_chosen = Signal(str, bool)
    over = Signal()  # the training ended, in whatever way
    _heard = Signal(object)  # queued: it comes from the trainer's thread

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "suggestions")
        self.setObjectName("learnDialog")
        self.setWindowTitle(self.tr("Learn from my work"))
        self.setMinimumWidth(_NARROW)
        self._session = session
        self._trainer: Trainer | None = None
        self._made: Path | None = None
        self._out = Path()
        self.teachers: dict[QCheckBox, training.Teacher] = {}
        self._make_fields()
        self._make_buttons()
        self._arrange()
        self._heard.connect(self._take)
        self.read_again()

    # Building

    def _make_fields(self) -> None:
        self._whose = QVBoxLayout()
        self.base, self.source = QComboBox(), QComboBox()
        for box in (self.base, self.source):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LONG)
        self.base.setAccessibleName(self.tr("Start from"))
        self.source.setAccessibleName(self.tr("Suggestions come from"))
        self.source.activated.connect(self._choose_source)
        self.beside = QCheckBox(self.tr("Keep the suggestions of other models beside them"))
        self.beside.clicked.connect(self._choose_source)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder of the model"))
        self.folder.textChanged.connect(self._allow)
        self.browse = QPushButton(self.tr("Choose …"))
        self.browse.setAccessibleName(self.tr("Choose the folder of the model"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("How far the training is"))
        self.bar.setTextVisible(False)
        self.told = role_label("", "dim", wrap=True)
        self.table = FigureTable(self.tr("How good the model is"))

    def _make_buttons(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.train = self.buttons.addButton(self.tr("Train"), roles.ActionRole)
        self.stop = self.buttons.addButton(self.tr("Stop"), roles.ActionRole)
        self.use = self.buttons.addButton(self.tr("Use this model"), roles.ActionRole)
        self.train.setDefault(True)
        self.train.clicked.connect(self._begin)
        self.stop.clicked.connect(self._stop)
        self.use.clicked.connect(self._use_made)
        self.buttons.rejected.connect(self.reject)

    def _arrange(self) -> None:
        about = QLabel(
            self.tr(
                "A model learns from the articles that people have finished, on this computer. You can go on"
                " annotating meanwhile. A part of the articles is held out to measure how good it is."
            )
        )
        about.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Learn from"), self._whose)
        form.addRow(self.tr("Start from"), self.base)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form.addRow(self.tr("Folder of the model"), place)
        form.addRow(self.tr("Suggestions come from"), self.source)
        form.addRow("", self.beside)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        for widget in (self.bar, self.told, self.table, self.buttons):
            column.addWidget(widget)

    # What there is

    def read_again(self) -> None:
        """Read whose work there is and which pipelines; what came of an earlier training is not shown any more."""
        while item := self._whose.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.teachers = {self._box(each): each for each in training.teachers(self._session.project)}
        for box in self.teachers:
            self._whose.addWidget(box)
        if not self.teachers:
            self._whose.addWidget(role_label(self.tr("Nobody has finished an article yet."), "dim"))
        self._show_pipelines()
        self.folder.setText(str(models.proposed_folder(self._session.project.path)))
        self.table.hide()
        self._made = None
        self._show_state(training_now=False)
        self._allow()

    def _box(self, teacher: training.Teacher) -> QCheckBox:
        told = self.tr("{name}, articles finished: {n}")
        box = QCheckBox(told.format(name=teacher.annotator.name, n=number(teacher.done)))
        box.setChecked(teacher.annotator.kind == "person")
        box.toggled.connect(self._allow)
        return box

    def _show_pipelines(self) -> None:
        kept = pipeline_choice.choice(self._session.project)
        chosen, every = kept.name, models.choosable(kept.name)
        self.beside.setChecked(kept.beside)
        for box in (self.base, self.source):
            box.clear()
            box.addItem(self.tr("The best one installed"), "")
            for info in every:
                box.addItem(str(info), info.source)
        if chosen and self.source.findData(chosen) < 0:
            self.source.addItem(self.tr("{name} (it is not there)").format(name=chosen), chosen)
        self.source.setCurrentIndex(max(self.source.findData(chosen), 0))

    def _browse(self) -> None:
        kept = Path(self.folder.text())
        if name := QFileDialog.getExistingDirectory(self, self.tr("Choose the folder of the model"), str(kept.parent)):
            self.folder.setText(str(Path(name) / kept.name))

    def _chosen(self) -> list[training.Teacher]:
        return [each for box, each in self.teachers.items() if box.isChecked()]

    def _allow(self) -> None:
        """Whether it can begin, and else why not."""
        if self.is_training or self._made is not None:
            return
        sentence = ""
        try:
            training.enough(self._chosen())
        except AnnotatorError as error:
            sentence = error.sentence
        self.train.setEnabled(not sentence and bool(self.folder.text().strip()))
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self.told.setText(translated(sentence))
        self.told.setVisible(bool(sentence))

    # Training

    @property
    def is_training(self) -> bool:
        """Whether it goes on now."""
        return self._trainer is not None

    def _begin(self) -> None:
        project, chosen = self._session.project, self._chosen()
        out = Path(self.folder.text().strip()).expanduser().absolute()
        told = training_described.told_of(chosen, project.path.name)
        wish = Wish(name=out.name, base=str(self.base.currentData()), told=told)
        items = training.lessons_of(project.path, [each.number for each in chosen])
        self._made, self._out = None, out
        self.table.hide()
        self._trainer = Trainer(self._heard.emit)
        self._show_state(training_now=True)
        self.bar.setRange(0, 0)
        self._say(self.tr("Starting …"))
        self._fit()
        self._trainer.start(items, self._session.schema, wish, out)

    def _take(self, event: object) -> None:
        match event:
            case TrainState():
                self.bar.setRange(0, event.most if event.stage == "training" else 0)
                self.bar.setValue(event.steps)
                self._say(told_of(event))
            case TrainOver() if self._trainer is not None:
                self._trainer = None
                self._end(event)

    def _end(self, event: TrainOver) -> None:
        self._made = self._out if event.outcome is not None else None
        self._show_state(training_now=False)
        if event.outcome is not None:
            self.table.show_table(table_of(event.outcome))
            self.table.show()
            self._show_pipelines()
            self._say(told_in_the_end(event.outcome))
        else:
            self._say(event.sentence or self.tr("Stopped: nothing was kept."))
        self._fit()
        self.over.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how large its parts are."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as the table, where the screen has room for it."""
        room = min(self.screen().availableGeometry().width() - _BESIDE, _WIDEST)
        wanted = self.table.sizeHint().width() + _BESIDE if self._made is not None else _NARROW
        self.setMinimumWidth(max(min(wanted, room), _NARROW))
        hint = self.sizeHint()  # adjustSize stops at two thirds of the screen
        width = min(hint.width(), max(room, _NARROW))
        self.resize(width, max(hint.height(), self.heightForWidth(width)))

    def _show_state(self, *, training_now: bool) -> None:
        for widget in (*self.teachers, self.base, self.folder, self.browse):
            widget.setEnabled(not training_now)
        self.bar.setVisible(training_now)
        self.stop.setVisible(training_now)
        self.stop.setEnabled(training_now)
        self.train.setVisible(not training_now)
        self.use.setVisible(self._made is not None)
        self.use.setEnabled(self._made is not None)

    def _stop(self) -> None:
        if self._trainer is not None:
            self.stop.setEnabled(False)
            self._trainer.cancel()

    # Using

    def _use_made(self) -> None:
        if self._made is not None:
            self.source.setCurrentIndex(max(self.source.findData(str(self._made.resolve())), 0))
            self._choose_source()
            self.use.setEnabled(False)

    def _choose_source(self, _: object = None) -> None:
        name, beside = str(self.source.currentData()), self.beside.isChecked()
        kept = pipeline_choice.choice(self._session.project)
        if (name, beside) != (kept.name, kept.beside):
            self.pipeline_chosen.emit(name, beside)
            self._say(self._told_of_source(beside=beside).format(name=self.source.currentText()))

    def _told_of_source(self, *, beside: bool) -> str:
        if beside:
            return self.tr(
                "Suggestions come from {name} from now on, beside those of other models. Pre-highlight all articles"
                " to see where it is in doubt."
            )
        return self.tr(
            "Suggestions come from {name} from now on. In each article that it reads they take the place of those of"
            " other models that are not judged. Pre-highlight all articles to see where it is in doubt."
        )

    # Closing

    def reject(self) -> None:
        """Close; a training goes on, and the action shows it again."""
        self.hide()

    def end(self) -> None:
        """Stop a training and wait until nothing is left of it."""
        trainer, self._trainer = self._trainer, None
        if trainer is not None:
            trainer.cancel()
            trainer.wait()
