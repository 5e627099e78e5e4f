"""The ways to a session: a new project, an existing one, the sample; and who annotates."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from annotator import files
from annotator.app import folders
from annotator.app.session import Session
from annotator.app.state import State
from annotator.model.annotation import Annotator
from annotator.model.errors import AnnotatorError
from annotator.store import annotators
from annotator.store.project import SUFFIX, Project, create_project, open_project
from annotator.ui.dialogs.who import ask_who
from annotator.ui.sentences import translated


class Opening(QObject):
    """Asks, opens, and says what is wrong. `before_asking` is called ahead of every dialog."""

    def __init__(self, window: QWidget, state: State, before_asking: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self._before_asking = before_asking

    def ask_new(self) -> Path | None:
        """Ask where a new project shall lie, and make it."""
        proposed = str(folders.documents_folder() / f"{self.tr('news')}{SUFFIX}")
        kind = self.tr("Projects (*{suffix})").format(suffix=SUFFIX)
        options = QFileDialog.Option.DontConfirmOverwrite  # an existing project is never replaced
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("New project"), proposed, kind, options=options)
        return self.make(Path(name)) if name else None

    def make(self, path: Path) -> Path | None:
        """Make a new project with the news schema."""
        target = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        schema = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
        try:
            create_project(target, schema).close()
        except AnnotatorError as error:
            self._fail(error.sentence)
            return None
        return target

    def ask_open(self) -> Path | None:
        """Ask which project to open."""
        kind = self.tr("Projects (*{suffix})").format(suffix=SUFFIX)
        folder = str(folders.documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), folder, kind)
        return Path(name) if name else None

    def sample(self) -> Path | None:
        """The sample project in the user's documents, made when it is not there."""
        from annotator.app.sample import NAME, make_sample

        path = folders.documents_folder() / f"news-annotator {NAME}{SUFFIX}"
        if path.exists():
            return path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            project, _ = make_sample(path)
        except (AnnotatorError, OSError) as error:
            self._fail(str(error))
            return None
        project.close()
        return path

    def session(self, path: Path) -> Session | None:
        """A session on the project, as the person who annotates; None when it cannot be opened."""
        try:
            project = open_project(path, fall_back=True)
        except AnnotatorError as error:
            self._state.forget_project(path)
            self._fail(error.sentence)
            return None
        try:
            name = self._state.annotator or self.ask_annotator(project)
            if name:
                return Session(project, Annotator(name=name))
        except AnnotatorError as error:
            self._fail(error.sentence)
        project.close()
        return None

    def ask_annotator(self, project: Project) -> str | None:
        """Ask who annotates, and remember it."""
        self._before_asking()
        known = [each.name for each in annotators.everyone(project).values() if each.kind == "person"]
        name = ask_who(known, self._state.annotator, self._window)
        if name:
            self._state.annotator = name
        return name

    def _fail(self, sentence: str) -> None:
        self._before_asking()
        QMessageBox.warning(self._window, self.tr("News annotator"), translated(sentence))
