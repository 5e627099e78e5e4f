"""The window in which a lead edits schema and guidelines: tabs on one draft, and saving it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.app import schema_editing
from annotator.app.schema_draft import Draft, Kind
from annotator.app.session import Session
from annotator.app.wording import count
from annotator.model.errors import AnnotatorError
from annotator.store import guidelines, schema_use, schemas
from annotator.ui.schema.asking import ImpactDialog, IntoDialog
from annotator.ui.schema.guideline_tab import GuidelineTab
from annotator.ui.schema.schema_tab import SchemaTab
from annotator.ui.schema.toml_tab import TomlTab
from annotator.ui.schema.versions import earlier
from annotator.ui.text_view.marks import Look


class SchemaDialog(QDialog):
    """Nothing is written before Save is confirmed. `schema_saved` and `guidelines_saved` say what was."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._project = session.project
        self.schema_saved = self.guidelines_saved = False
        self.setWindowTitle(self.tr("Schema and guidelines"))
        self.setObjectName("schemaDialog")
        self.resize(940, 640)
        editable = not self._project.read_only
        self.draft = Draft(schemas.current(self._project)[1])
        self._texts = guidelines.texts(self._project)
        self.schema = SchemaTab(self.draft, look, self.ask_into, editable=editable)
        self.guidelines = GuidelineTab(
            self.draft, self._texts, lambda name: earlier(self._project, name), editable=editable
        )
        self.toml = TomlTab(self.draft, editable=editable)
        self.tabs = QTabWidget()
        self.tabs.tabBar().setAccessibleName(self.tr("Parts"))
        for tab, title in (
            (self.schema, self.tr("Schema")),
            (self.guidelines, self.tr("Guidelines")),
            (self.toml, self.tr("As TOML")),
        ):
            self.tabs.addTab(tab, title)
        self.tabs.currentChanged.connect(self._came_to)
        self._arrange(editable)

    def _arrange(self, editable: bool) -> None:
        self.said = QLabel()
        self.said.setProperty("role", "bad")
        self.said.setWordWrap(True)
        self._say("" if editable else self.tr("The project is open for reading only: nothing can be changed."))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Close)
        self.buttons.button(kinds.Save).setText(self.tr("Save …"))
        self.buttons.button(kinds.Save).setEnabled(editable)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.said)
        column.addWidget(self.buttons)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _came_to(self, tab: int) -> None:
        """The tabs show one draft: what was written as TOML is taken first."""
        if tab != self.tabs.indexOf(self.toml) and not self.toml.take():
            self.tabs.setCurrentWidget(self.toml)
        elif self.tabs.currentWidget() is self.toml:
            if not self.toml.trouble.text():
                self.toml.fill()
        elif self.tabs.currentWidget() is self.guidelines:
            self.guidelines.fill()
        else:
            self.schema.fill()

    def ask_into(self, kind: Kind, name: str) -> str | None:
        """What the marks of a label or type that goes get instead: a name, "" for none, None to leave it."""
        renames = self.draft.renames()
        old = {new: was for was, new in (renames.labels if kind == "labels" else renames.relations).items()}
        names = [old.get(name, name)]
        db = self._project.db.conn
        found = schema_use.labels(db, names) if kind == "labels" else schema_use.links(db, names)
        uses = [each.use for each in found]
        if not uses:
            return ""
        records = count(sum(each.records for each in uses), "span" if kind == "labels" else "relation")
        used = self.tr("{records} in {articles}").format(
            records=records, articles=count(len({each.article for each in uses}), "article")
        )
        schema = self.draft.schema
        offered = schema.offered_labels if kind == "labels" else schema.offered_relations
        dialog = IntoDialog(name, used, [each.name for each in offered if each.name != name], self)
        return dialog.chosen if dialog.exec() else None

    def save(self) -> None:
        """Show what the changes touch, and write them once that is accepted."""
        self.schema.finish()
        if not self.toml.take():
            self.tabs.setCurrentWidget(self.toml)
            return
        if problem := self.draft.problem():
            self._say(problem)
            return
        self._say("")
        told = self.draft.renames()
        texts = self.changed_texts()
        try:
            found = schema_editing.examine(self._project, self.draft.schema, told)
            if not (found.differences or texts):
                self.reject()
            elif self.confirm(ImpactDialog(found, list(texts), self)):
                headings = {**told.labels, **told.relations}
                named = {name: guidelines.with_headings(text, headings) for name, text in texts.items()}
                step = schema_editing.apply(
                    self._project, self.draft.schema, told, texts=named, by=self._session.number or None
                )
                self.schema_saved, self.guidelines_saved = step is not None, bool(texts)
                self.accept()
        except AnnotatorError as error:
            self._say(error.sentence)

    def changed_texts(self) -> dict[str, str]:
        """The guidelines that were edited, by name."""
        texts = self.guidelines.texts.items()
        return {name: text for name, text in texts if text != self._texts.get(name, "")}

    def reject(self) -> None:
        """Close; what was edited and not saved is not thrown away without asking."""
        self.schema.finish()
        edited = self.draft.schema != self.draft.old or self.changed_texts() or self.toml.is_edited
        if not edited or self.discard():
            super().reject()

    def discard(self) -> bool:
        """Ask whether the changes may be thrown away."""
        buttons = QMessageBox.StandardButton
        question = self.tr("The changes are not saved. Throw them away?")
        answer = QMessageBox.question(self, self.windowTitle(), question, buttons.Discard | buttons.Cancel)
        return answer == buttons.Discard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends a field; it saves only on the button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def confirm(self, dialog: ImpactDialog) -> bool:
        """Whether somebody who has seen what is touched wants it."""
        return bool(dialog.exec())
