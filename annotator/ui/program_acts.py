"""What belongs to the program and not to a project: settings, the command palette, and help."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

import annotator
from annotator.app import folders
from annotator.app.settings import LookName, Order, Settings, save_settings
from annotator.ui.chosen_keys import KEYS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from annotator.model.schema import Schema
    from annotator.ui.command_palette.commands import Command
    from annotator.ui.dialogs.guide import GuideDialog
    from annotator.ui.main_window import MainWindow

_RECENT = 8  # commands that the palette remembers


class ProgramActs(QObject):
    """Acts on the window; `apply` takes changed settings on."""

    def __init__(self, window: "MainWindow", apply: Callable[[Settings], object]) -> None:
        super().__init__(window)
        self._window, self._apply = window, apply
        self._guide: GuideDialog | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "settings": self.ask_settings,
            "view.light": lambda: self._choose_look("light"),
            "view.dark": lambda: self._choose_look("dark"),
            "view.system": lambda: self._choose_look("system"),
            "help.guide": self._show_guide,
            "help.palette": self.show_palette,
            "help.keys": self._show_keys,
            "help.about": lambda: self.about_box().open(),
        }

    @property
    def _schema(self) -> "Schema | None":
        desktop = self._window.desktop
        return desktop.session.schema if desktop else None

    # Settings

    def ask_settings(self, tab: int = 0) -> None:
        """Ask for the settings and take them on."""
        from annotator.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._window.settings, letters(self._schema), self._window)
        dialog.tabs.setCurrentIndex(tab)
        dialog.accepted.connect(lambda: self._take(dialog.chosen))
        dialog.open()

    def _take(self, chosen: Settings) -> None:
        self._window.settings = chosen
        KEYS.choose(chosen.keys)
        self._keep()
        self._apply(chosen)

    def keep_order(self, order: Order) -> None:
        """Keep the order in which suggestions are gone through."""
        self._window.settings.order = order
        self._keep()

    def keep_articles_order(self, doubtful_first: bool) -> None:
        """Keep the order in which articles are listed and come."""
        if self._window.settings.doubtful_first != doubtful_first:
            self._window.settings.doubtful_first = doubtful_first
            self._keep()

    def _choose_look(self, name: LookName) -> None:
        self._window.settings.look = name
        self._keep()
        self._apply(self._window.settings)

    def _keep(self) -> None:
        try:
            save_settings(self._window.settings)
        except OSError as error:
            why = error.strerror or type(error).__name__
            sentence = self.tr("The settings cannot be kept ({why}): they hold until the program ends.")
            self._window.status_line.say(sentence.format(why=why), bad=True)

    # The palette

    def show_palette(self) -> None:
        """Find a command, a label or an article by typing a part of its name."""
        from annotator.ui.command_palette.commands import of_actions, of_labels
        from annotator.ui.command_palette.dialog import CommandPalette

        window, desktop = self._window, self._window.desktop
        commands = of_actions(window.actions_table, window.state.commands)
        if desktop is not None and not desktop.session.project.read_only:
            commands += of_labels(desktop.session.schema, desktop.page.choose_label)
        palette = CommandPalette(commands, self._articles, window)
        palette.done_with.connect(self._remember)
        palette.show()

    def _articles(self, words: str) -> "Iterable[Command]":
        from annotator.ui.command_palette.commands import of_articles

        desktop = self._window.desktop
        return of_articles(desktop.session, words, desktop.go_to_article) if desktop else ()

    def _remember(self, name: str) -> None:
        if name:
            recent = self._window.state.commands
            self._window.state.commands = [name, *(each for each in recent if each != name)][:_RECENT]

    # Help

    def _show_guide(self) -> None:
        from annotator.ui.dialogs.guide import GuideDialog

        desktop = self._window.desktop
        where = desktop.pages.current if desktop else "start"
        if self._guide is None:
            self._guide = GuideDialog(self._window, where=where, left_at=self._window.state.guide)
        elif not self._guide.isVisible():
            self._guide.show_for(where)
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    def _show_keys(self) -> None:
        from annotator.ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self._schema, self._window)
        dialog.change_wanted.connect(lambda: self.ask_settings(tab=2))
        dialog.show()

    def about_box(self) -> "QMessageBox":
        """What the program is, in which version, and where its logs are."""
        from PySide6.QtWidgets import QMessageBox

        words = self.tr("News annotator {version}: label pledges, quotes, entities and relations in the news.")
        logs = self.tr("Logs: {folder}").format(folder=folders.log_folder())
        told = f"{words.format(version=annotator.__version__)}\n{logs}"
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("About"), told, QMessageBox.StandardButton.Close, self._window
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box


def letters(schema: "Schema | None") -> dict[str, str]:
    """The keys of a schema's labels and attributes, each with what it is for."""
    if schema is None:
        return {}
    keys = [(label.key, label.name) for label in schema.labels]
    keys += [(attribute.key, attribute.name) for attribute in schema.attributes]
    return {key.casefold(): name for key, name in keys if key}
