"""One annotator at work in one project: everything that the window does, without a window.

Views subscribe and get an `Update` for what changed in the article at hand; the article at hand itself
changes only through `open_article`.
"""

from collections.abc import Callable, Iterable

from annotator.app.plans import states
from annotator.app.plans.plan import Plan
from annotator.app.work import Update, Work
from annotator.model.annotation import AnnotationSet, Annotator, Status
from annotator.model.edits import ChangeSet
from annotator.model.errors import EditError
from annotator.store import annotators, articles, listing, runs, schemas, sets
from annotator.store.history import Place
from annotator.store.project import Project

Listener = Callable[[Update], None]


class Session:
    """The project, who annotates, and the article at hand (`work`, None before one is opened)."""

    def __init__(self, project: Project, annotator: Annotator) -> None:
        self.project = project
        self.annotator = annotator
        self.number = self._register(annotator)
        self.schema_version, self.schema = schemas.current(project)
        self.work: Work | None = None
        self._listeners: list[Listener] = []

    def _register(self, annotator: Annotator) -> int:
        if self.project.read_only:
            return annotators.find(self.project, annotator) or 0
        return annotators.add(self.project, annotator)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every update; what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, update: Update) -> Update:
        for listener in list(self._listeners):
            listener(update)
        return update

    # The article at hand

    def open_article(self, seq: int) -> Work:
        """Make the article with this number the one at hand."""
        article = articles.get(self.project, seq)
        own = sets.load(self.project, seq, self.number) or self._empty_set()
        place = Place(article=seq, annotator=self.number, schema_version=self.schema_version)
        models = sets.of_models(self.project, seq)
        self.work = Work(self.project, place, article=article, schema=self.schema, own=own, models=models)
        return self.work

    def _empty_set(self) -> AnnotationSet:
        return AnnotationSet(annotator=self.annotator, schema_version=self.schema_version)

    def close_article(self) -> None:
        """Have no article at hand."""
        self.work = None

    def _at_hand(self) -> Work:
        if self.work is None:
            raise EditError("work.none", "Open an article first.")
        return self.work

    def perform(self, make: Callable[..., Plan], *args: object, **options: object) -> Update:
        """Carry out a plan on the article at hand: `perform(spans.mark, "PLEDGE", [(3, 9)])`.

        Raises EditError, SchemaError or ProjectError; then nothing has changed.
        """
        work = self._at_hand()
        return self._tell(work.perform(make(work, *args, **options)))

    def undo(self) -> Update | None:
        """Take back the last step in the article at hand; None when there is none."""
        update = self._at_hand().undo()
        return self._tell(update) if update else None

    def redo(self) -> Update | None:
        """Do the last undone step again; None when there is none."""
        update = self._at_hand().redo()
        return self._tell(update) if update else None

    def finish(self, status: Status = "done", *, flag: str = "") -> int | None:
        """Give the article at hand a status, and give the number of the next open one, if there is any."""
        work = self._at_hand()
        if work.own.state.status != status or flag != work.own.state.flag:
            self.perform(states.set_status, status, flag=flag)
        return self.next_open()

    def next_open(self) -> int | None:
        """The number of the next article that is new or in progress, after the one at hand."""
        return listing.next_open(self.project, self.number, self.work.seq if self.work else 0)

    # Suggestions

    def has_suggestions(self, model: Annotator) -> bool:
        """Whether the model, in this version, has seen the article at hand."""
        number = annotators.find(self.project, model)
        return number is not None and sets.exists(self.project, self._at_hand().seq, number)

    def receive(self, found: Iterable[tuple[str, str, AnnotationSet]], step: int) -> list[int]:
        """Store what a model says of articles: article id, hash of the text that was read, and set; one transaction.

        What is stale, because the article is gone or of another text, is dropped. `step` is the run that it
        belongs to, see `store.runs.begin`. The numbers of the articles that were stored.
        """
        stored = []
        with self.project.writing():
            for article_id, sha256, each in found:
                if (seq := articles.number_of_text(self.project, article_id, sha256)) is not None:
                    runs.store_suggestions(self.project, each, seq, step)
                    stored.append(seq)
        if self.work is not None and self.work.seq in stored:
            self._tell(self.work.suggest(sets.of_models(self.project, self.work.seq)))
        return stored

    def refresh(self) -> None:
        """Read the article at hand again, after something outside changed it, such as an undone import."""
        if self.work is not None:
            work = self.open_article(self.work.seq)
            every = frozenset([*work.left.spans, *work.left.relations])
            self._tell(Update(changes=ChangeSet(state=True, spans=frozenset(work.own.spans)), suggestions=every))
