"""Going from article to article: done, skipped, flagged; the next and the one before."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from annotator.app.plans import states
from annotator.app.settings import Settings
from annotator.model.annotation import Status
from annotator.ui.annotate.acts.marking import Ask
from annotator.ui.annotate.desk import Desk
from annotator.ui.annotate.keys import shown_key
from annotator.ui.article_list.article_model import ArticleModel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Progress", text)


class ArticleProgress:
    """Gives the article at hand a status and opens another; `open_article` opens one by number."""

    def __init__(
        self,
        desk: Desk,
        model: ArticleModel,
        ask: Ask,
        open_article: Callable[[int], object],
        settings: Callable[[], Settings],
    ) -> None:
        self._desk, self._model, self._ask, self._open = desk, model, ask, open_article
        self._settings = settings
        self._warned = False
        desk.opened.connect(lambda _: self.forget_warning())
        desk.updated.connect(lambda _: self.forget_warning())

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "article.done": self.done,
            "article.skip": self.skip,
            "article.flag": self.flag,
            "article.next": self.next,
            "article.previous": self.previous,
        }

    def forget_warning(self) -> None:
        """Something was done since."""
        self._warned = False

    def done(self) -> None:
        """Set the article done and go to the next. The settings say what happens while suggestions are left."""
        work = self._desk.work
        left = len(work.left) if work else 0
        what = self._settings().when_left
        if left and not self._desk.read_only and (what == "refuse" or (what == "warn" and not self._warned)):
            self._warned = True
            self._desk.failed.emit(self._warning(what).format(n=left, key=shown_key("article.done")))
            return
        self._finish("done", reject_left=what == "reject")

    def _warning(self, what: str) -> str:
        if what == "refuse":
            return _tr("{n} suggestions are not judged: judge them first. Tab goes to the next.")
        return _tr("{n} suggestions are not judged. {key} again sets the article done all the same.")

    def skip(self) -> None:
        """Skip the article and go to the next."""
        self._finish("skipped")

    def _finish(self, status: Status, *, reject_left: bool = False) -> None:
        finished = self._desk.finish(status, reject_left=reject_left) if self._desk.work else None
        if finished is None:
            return
        if finished.is_shown:
            sentence = _tr("The suggestions are shown now: judge them, then {key} again.")
            self._desk.said.emit(sentence.format(key=shown_key("article.done")))
        elif finished.following is None:
            self._desk.said.emit(_tr("No open article is left."))
        else:
            self._open(finished.following)

    def flag(self) -> None:
        """Ask why the article is flagged; an empty answer takes the flag away."""
        if work := self._desk.work:
            self._ask(_tr("Why should the lead look at this article?"), work.own.state.flag, self._flag)

    def _flag(self, reason: str) -> None:
        work = self._desk.work
        reason = reason.strip()
        if work and (reason or work.own.state.status == "flagged"):
            self._desk.perform(states.set_status, "flagged" if reason else "in progress", flag=reason)

    def next(self) -> None:
        """Open the next article of the list."""
        self._neighbour(1)

    def previous(self) -> None:
        """Open the article before it in the list."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        work = self._desk.work
        found = self._model.neighbour(work.seq, step) if work else None
        if found is None:
            self._desk.said.emit(_tr("This is the last article.") if step > 0 else _tr("This is the first article."))
        else:
            self._open(found)
