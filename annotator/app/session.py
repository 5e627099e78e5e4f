"""One annotator at work in one project: everything that the window does, without a window.

Views subscribe and get an `Update` for what changed in the article at hand; the article at hand itself
changes only through `open_article`.
"""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from annotator.app.blind import Sample, sample_of
from annotator.app.plans import states
from annotator.app.plans.plan import Plan
from annotator.app.remembering import LastValues
from annotator.app.work import Update, Work
from annotator.model.annotation import AnnotationSet, Annotator, Status
from annotator.model.edits import ChangeSet
from annotator.model.errors import EditError
from annotator.store import annotators, articles, blind, listing, runs, schemas, sets
from annotator.store.history import Place
from annotator.store.project import Project

Listener = Callable[[Update], None]


class Finish(msgspec.Struct, frozen=True):
    """What came of giving an article a status: the step, if anything changed, and the next open article.

    `is_shown` says that the article was blind: its suggestions are shown now, and it is not finished yet.
    """

    update: Update | None = None
    following: int | None = None
    is_shown: bool = False


class Session:
    """The project, who annotates, and the article at hand (`work`, None before one is opened)."""

    def __init__(self, project: Project, annotator: Annotator) -> None:
        self.project = project
        self.annotator = annotator
        self.number = self._register(annotator)
        self.schema_version, self.schema = schemas.current(project)
        self.last_values = LastValues(self.schema)
        self.work: Work | None = None
        self.doubtful_first = False  # the order in which open articles come
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
        is_blind = bool(self.blind_among({seq: article.id}))
        models = [] if is_blind else sets.of_models(self.project, seq)
        self.work = Work(
            self.project, place, article=article, schema=self.schema, own=own, models=models, is_blind=is_blind
        )
        return self.work

    def blind_among(self, wanted: Mapping[int, str]) -> set[int]:
        """The numbers, of articles by number and id, whose suggestions are hidden from this person.

        They are of the blind sample, and she has not finished them.
        """
        sample = sample_of(self.project) if self.annotator.kind == "person" else Sample()
        in_sample = (seq for seq, key in wanted.items() if sample.holds(key))
        return {seq for seq in in_sample if not blind.is_ended(self.project, seq, self.number)}

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
        plan = make(work, *args, **options)
        update = work.perform(plan)
        self.last_values.learn(plan.edits)
        return self._tell(update)

    def undo(self) -> Update | None:
        """Take back the last step in the article at hand; None when there is none."""
        update = self._at_hand().undo()
        return self._tell(update) if update else None

    def redo(self) -> Update | None:
        """Do the last undone step again; None when there is none."""
        update = self._at_hand().redo()
        return self._tell(update) if update else None

    def undo_to(self, step: int) -> Update | None:
        """Go to the moment after a step of the article at hand (see `Work.undo_to`); None when it is there already."""
        update = self._at_hand().undo_to(step)
        return self._tell(update) if update else None

    def finish(self, status: Status = "done", *, flag: str = "", reject_left: bool = False) -> Finish:
        """Give the article at hand a status, and tell the next open one.

        In an article of the blind sample, done keeps her set as it is and only shows the suggestions, where there are
        any to judge; the next time it is done. With `reject_left` what is not judged is rejected in the same step.
        """
        work = self._at_hand()
        if work.is_blind and status == "done":
            shown = self._end_blind(work)
            if len(work.left):
                return Finish(shown, None, is_shown=True)
        following, update = self.next_open(), None
        if work.own.state.status != status or flag != work.own.state.flag or (reject_left and len(work.left)):
            update = self.perform(states.finish, status, flag=flag, reject_left=reject_left)
        return Finish(update, following)

    def _end_blind(self, work: Work) -> Update:
        blind.end(self.project, work.seq, self.number)
        work.is_blind = False
        return self._tell(work.suggest(sets.of_models(self.project, work.seq)))

    def next_open(self) -> int | None:
        """The number of the next article that is new or in progress: after the one at hand, or by doubt."""
        find_next = listing.next_doubted if self.doubtful_first else listing.next_open
        return find_next(self.project, self.number, self.work.seq if self.work else 0)

    # Suggestions

    def has_suggestions(self, model: Annotator) -> bool:
        """Whether what the model, in this version, says of the article at hand stands."""
        return runs.has_suggestions(self.project, model, self._at_hand().seq)

    def has_later(self, model: Annotator, since: int) -> bool:
        """Whether another model's word stands on the article at hand that came after a step."""
        return runs.has_later(self.project, model, self._at_hand().seq, since)

    def receive(
        self, found: Iterable[tuple[str, str, AnnotationSet]], step: int, *, instead: bool = False
    ) -> list[int]:
        """Store what a model says of articles: article id, hash of the text that was read, and set; one transaction.

        What is stale, because the article is gone or of another text, is dropped. `step` is the run that it
        belongs to, `instead` whether other models' suggestions give way, see `store.runs`. The numbers of the
        articles that were stored.
        """
        stored = []
        with self.project.writing():
            for article_id, sha256, each in found:
                if (seq := articles.number_of_text(self.project, article_id, sha256)) is not None:
                    runs.store_suggestions(self.project, each, seq, step, instead=instead)
                    stored.append(seq)
        if self.work is not None and self.work.seq in stored and not self.work.is_blind:
            self._tell(self.work.suggest(sets.of_models(self.project, self.work.seq)))
        return stored

    def refresh(self) -> None:
        """Read the article at hand again, after something outside changed it, such as an undone import."""
        if self.work is not None:
            work = self.open_article(self.work.seq)
            every = frozenset([*work.left.spans, *work.left.relations])
            self._tell(Update(changes=ChangeSet(state=True, spans=frozenset(work.own.spans)), suggestions=every))
