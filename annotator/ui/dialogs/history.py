"""The project's history: imports, model runs, changes of the schema and edits of many articles, each undone whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.model.errors import AnnotatorError
from annotator.store import history, runs
from annotator.store.project import Project
from annotator.ui.dialogs.guide import offer_help
from annotator.ui.numbers import moment, number
from annotator.ui.sentences import translated


class HistoryDialog(QDialog):
    """Lists the steps, newest first. `changed` says whether one was undone."""

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offer_help(self, "history")
        self._project = project
        self.changed = False
        self.setWindowTitle(self.tr("Project history"))
        self.resize(560, 420)
        self.steps = QListWidget()
        self.steps.setAccessibleName(self.tr("Steps of the whole project"))
        self.said = QLabel(self.tr("Choose a step to undo it whole. The steps in an article are undone there."))
        self.said.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close)
        self.undo = buttons.addButton(self.tr("Undo this step"), QDialogButtonBox.ButtonRole.ActionRole)
        self.undo.clicked.connect(self._undo)
        buttons.rejected.connect(self.reject)
        self.steps.currentItemChanged.connect(self._allow)
        column = QVBoxLayout(self)
        for widget in (self.steps, self.said, buttons):
            column.addWidget(widget)
        self._fill()

    def _fill(self) -> None:
        self.steps.clear()
        steps = history.project_steps(self._project)
        undone = {step.target for step in steps if step.action.startswith("undo")}
        for step in steps:
            text = f"{moment(step.at)}   {translated(step.title)}"
            if step.action.startswith("undo"):
                text = f"{moment(step.at)}   {self.tr('Undone: {title}').format(title=translated(step.title))}"
            item = QListWidgetItem(text)
            can = step.action in ("import", "model run", "schema", "edit") and step.seq not in undone
            item.setData(Qt.ItemDataRole.UserRole, step.seq if can else None)
            self.steps.addItem(item)
        self._allow()

    def _allow(self) -> None:
        item = self.steps.currentItem()
        can = item is not None and item.data(Qt.ItemDataRole.UserRole) is not None
        self.undo.setEnabled(can and not self._project.read_only)

    def _undo(self) -> None:
        try:
            touched = runs.undo(self._project, self.steps.currentItem().data(Qt.ItemDataRole.UserRole))
        except AnnotatorError as error:
            self.said.setText(translated(error.sentence))
            return
        self.changed = True
        self.said.setText(self.tr("Undone. It had touched {count} articles.").format(count=number(touched)))
        self._fill()
