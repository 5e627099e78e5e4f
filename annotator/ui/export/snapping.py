"""Moving spans to whole tokens from the page of losses: asks which way, says how many, does it in one step."""

from collections.abc import Callable, Collection
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from annotator.app.exporting import ExportOptions
from annotator.app.release.snapping import MISALIGNED, Mode, Move, Snap
from annotator.exchange.losses import Loss
from annotator.model.errors import AnnotatorError
from annotator.ui.export.losses_page import LossesPage
from annotator.ui.numbers import number
from annotator.ui.sentences import translated


class Snapper(Protocol):
    """What moves spans in the project."""

    def find(self, format: str, options: ExportOptions, mode: Mode, among: Collection[Loss] | None) -> Snap:  # noqa: A002
        """Whither they would move; may take a while. Raises AnnotatorError."""

    def snap(self, moves: Collection[Move]) -> None:
        """Move them, as one step. Raises AnnotatorError."""


class SnapMenu(QObject):
    """The menu of the button on the page of losses. `moved` when spans were."""

    moved = Signal()

    def __init__(self, page: LossesPage, snapper: Snapper, asked: Callable[[], tuple[str, ExportOptions]]) -> None:
        super().__init__(page)
        self._page, self._snapper, self._asked = page, snapper, asked
        menu = QMenu(page.snap)
        self.acts: dict[tuple[Mode, bool], QAction] = {}
        for mode, alone, text in (
            ("expand", True, self.tr("Widen this span")),
            ("contract", True, self.tr("Shrink this span")),
            ("expand", False, self.tr("Widen all …")),
            ("contract", False, self.tr("Shrink all …")),
        ):
            if mode == "expand" and not alone:
                menu.addSeparator()
            act = menu.addAction(text)
            act.triggered.connect(lambda _=False, mode=mode, alone=alone: self._go(mode, alone))
            self.acts[mode, alone] = act  # type: ignore[index]
        menu.aboutToShow.connect(self._allow)
        page.snap.setMenu(menu)

    def _allow(self) -> None:
        for (_, alone), act in self.acts.items():
            act.setEnabled(not alone or self._page.chosen(MISALIGNED) is not None)

    def _go(self, mode: Mode, alone: bool) -> None:
        chosen = self._page.chosen(MISALIGNED) if alone else None
        if alone and chosen is None:
            return
        try:
            found = self._snapper.find(*self._asked(), mode, None if chosen is None else [chosen])
            if self._is_wanted(found, alone):
                self._snapper.snap(found.moves)
                self.moved.emit()
        except AnnotatorError as error:
            self._tell(translated(error.sentence))

    def _is_wanted(self, found: Snap, alone: bool) -> bool:
        """One that can be moved is; many are asked about, with their number."""
        if not found.moves:
            self._tell(" ".join([self.tr("Nothing can be moved."), *_staying(found)]))
            return False
        if alone:
            return True
        told = self.tr("Spans that move: {count}, in articles: {articles}.")
        parts = [
            told.format(count=number(len(found.moves)), articles=number(found.articles)),
            *_staying(found),
            self.tr("It is one step, which the project history can undo."),
        ]
        box = _box(" ".join(parts), self._page)
        move = box.addButton(self.tr("Move them"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is move

    def _tell(self, sentence: str) -> None:
        box = _box(sentence, self._page)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()


def _box(sentence: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("SnapMenu", "Move to whole tokens"))
    box.setText(sentence)
    return box


def _staying(found: Snap) -> list[str]:
    """What stays as it is, and why."""
    kinds = (
        (found.double, QCoreApplication.translate("SnapMenu", "Stay, for the same span is there already: {count}.")),
        (found.empty, QCoreApplication.translate("SnapMenu", "Stay, for no whole token is in them: {count}.")),
        (found.of_models, QCoreApplication.translate("SnapMenu", "Stay, for they are a model's: {count}.")),
    )
    return [told.format(count=number(count)) for count, told in kinds if count]
