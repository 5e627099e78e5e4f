"""The article at hand: one annotator's set, what is left to judge, and what she can undo.

Whatever is done goes the same way: the rules are checked, the set in memory changes, the step is written to
the project in one transaction; when writing fails, the set in memory is put back. What is returned is
committed, so the screen may call it saved.
"""

from collections import ChainMap
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from annotator.app.plans.plan import Plan
from annotator.model.annotation import AnnotationSet, SetState, Span
from annotator.model.article import Article
from annotator.model.edits import ChangeSet, Edit, RelationEdit, SpanEdit, StateEdit, inverse
from annotator.model.errors import EditError, SchemaError
from annotator.model.judging import Judging
from annotator.model.rules import attribute_problems, check_offered, check_relation, check_span
from annotator.model.schema import Schema
from annotator.model.suggestions import Pending
from annotator.store import history, tally
from annotator.store.history import Place
from annotator.store.project import Project

Standing = Literal["done", "undone", "replaced"]  # replaced: undone, and other steps were done since


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """What changed in the article at hand: the annotator's records, and the suggestions that came or went."""

    changes: ChangeSet
    suggestions: frozenset[str] = frozenset()
    select: tuple[str, ...] = ()
    title: str = ""
    remark: str = ""


class Work:
    """One annotator's work on one article; see `plans.plan.View` for what plans look at."""

    def __init__(
        self,
        project: Project,
        place: Place,
        *,
        article: Article,
        schema: Schema,
        own: AnnotationSet,
        models: Iterable[AnnotationSet],
        is_blind: bool = False,
    ) -> None:
        self.is_blind = is_blind  # suggestions are hidden until she has finished
        self.article = article
        self.schema = schema
        self.own = own
        self.seq = place.article
        self._project = project
        self._place = place
        self.judging = Judging(own, models)
        self._stacks = history.stacks(project, place.article, place.annotator)

    @property
    def left(self) -> Pending:
        """The suggestions that are not judged."""
        return self.judging.left

    @property
    def undoable(self) -> str | None:
        """The title of the step that undo would take back."""
        return self._stacks.undo[-1].title if self._stacks.undo else None

    @property
    def cut(self) -> str:
        """The title of the change of the schema before which no step can be undone; "" without one."""
        return self._stacks.cut

    @property
    def redoable(self) -> str | None:
        """The title of the step that redo would do again."""
        return self._stacks.redo[-1].title if self._stacks.redo else None

    def suggest(self, models: Iterable[AnnotationSet]) -> Update:
        """Take in new suggestions; what was judged stays judged."""
        old = {*self.left.spans, *self.left.relations}
        self.judging = Judging(self.own, models)
        new = {*self.left.spans, *self.left.relations}
        return Update(changes=ChangeSet(), suggestions=frozenset(old ^ new))

    def perform(self, plan: Plan) -> Update:
        """Carry out a plan as one step.

        Raises SchemaError or EditError when it breaks a rule, ProjectError when it cannot be saved; then
        nothing has changed.
        """
        edits = self._with_start([each for each in plan.edits if each.before != each.after])
        if not edits:
            return Update(changes=ChangeSet(), select=plan.made, remark=plan.remark)
        self._check(edits)
        changes, suggestions = self.judging.apply(edits)
        try:
            step = history.record(self._project, self._place, edits, plan.title, left=tally.left_of(self.left))
        except BaseException:
            self.judging.apply(inverse(edits))
            raise
        history.replay(self._stacks, history.get_step(self._project, step))
        made = tuple(key for key in plan.made if key in self.own.spans)
        return Update(changes=changes, suggestions=suggestions, select=made, title=plan.title, remark=plan.remark)

    def undo(self) -> Update | None:
        """Take back the last step; None when there is none."""
        if not self._stacks.undo:
            if self.cut:
                sentence = f"Earlier steps cannot be undone any more: “{self.cut}” came after them."
                raise EditError("history.cut", sentence)
            return None
        step = self._stacks.undo[-1]
        edits = inverse(history.edits_of(self._project, step.seq))
        return self._again(step, edits, f"Undone: {step.title}", history.record_undo)

    def redo(self) -> Update | None:
        """Do the last undone step again; None when there is none."""
        if not self._stacks.redo:
            return None
        step = self._stacks.redo[-1]
        edits = history.edits_of(self._project, step.seq)
        return self._again(step, edits, f"Done again: {step.title}", history.record_redo)

    def undo_to(self, step: int) -> Update | None:
        """Go to the moment after a step, 0 for that before the first one; None when it is there already.

        What was done since is undone, what was undone is done again: each is a step of its own, all in one
        transaction. Raises EditError where other steps have taken the place of that one.
        """
        moves = history.moves_to(self._stacks, step)
        if moves is None:
            raise EditError("undo.replaced", "Other steps have taken the place of this one: it cannot be done again.")
        if not moves:
            return None
        edits = self._edits_of(moves)
        changes, suggestions = self.judging.apply(edits)
        try:
            made = history.record_moves(self._project, self._place, moves, left=tally.left_of(self.left))
        except BaseException:
            self.judging.apply(inverse(edits))
            raise
        for seq in made:
            history.replay(self._stacks, history.get_step(self._project, seq))
        title = f"{len(made)} steps undone" if moves.undo else f"{len(made)} steps done again"
        if len(made) == 1:
            title = f"Undone: {moves.undo[0].title}" if moves.undo else f"Done again: {moves.redo[0].title}"
        alive = tuple(key for key in sorted(changes.spans) if key in self.own.spans)
        return Update(changes=changes, suggestions=suggestions, select=alive[:1], title=title)

    def _edits_of(self, moves: history.Moves) -> tuple[Edit, ...]:
        back = (edit for step in moves.undo for edit in inverse(history.edits_of(self._project, step.seq)))
        forth = (edit for step in moves.redo for edit in history.edits_of(self._project, step.seq))
        return (*back, *forth)

    def timeline(self) -> list[tuple[history.Step, Standing]]:
        """Her steps in this article, newest first: whether each is done, undone, or replaced by others.

        Those from before a change of the schema that cannot be undone across (`cut`) are left out.
        """
        done, undone = ({each.seq for each in pile} for pile in (self._stacks.undo, self._stacks.redo))
        steps = history.steps(self._project, self.seq, self._place.annotator)
        own = [each for each in steps if each.action == "do" and each.seq > self._stacks.since]
        own.reverse()
        return [(each, _standing(each.seq, done, undone)) for each in own]

    def _again(self, step: history.Step, edits: Sequence[Edit], title: str, record: "history.Recording") -> Update:
        changes, suggestions = self.judging.apply(edits)
        try:
            seq = record(self._project, self._place, step, left=tally.left_of(self.left))
        except BaseException:
            self.judging.apply(inverse(edits))
            raise
        history.replay(self._stacks, history.get_step(self._project, seq))
        alive = tuple(key for key in sorted(changes.spans) if key in self.own.spans)
        return Update(changes=changes, suggestions=suggestions, select=alive[:1], title=title)

    def _with_start(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """The first edit of a new article sets it in progress, in the same step."""
        state = self.own.state
        if not edits or state.status != "new" or any(isinstance(each, StateEdit) and _moves(each) for each in edits):
            return tuple(edits)
        states = [each for each in edits if isinstance(each, StateEdit)]
        rest = [each for each in edits if not isinstance(each, StateEdit)]
        last = states[-1].after if states else state
        return (*rest, StateEdit(state, msgspec.structs.replace(last, status="in progress")))

    def _check(self, edits: Sequence[Edit]) -> None:
        new: dict[str, Span] = {}
        for each in edits:
            if isinstance(each, SpanEdit) and each.after:
                check_span(self.schema, each.after, self.article.text)
                check_offered(self.schema, each.after, each.before)
                new[each.after.id] = each.after
        spans = ChainMap(new, self.own.spans)
        for each in edits:
            if isinstance(each, RelationEdit) and each.after:
                check_relation(self.schema, each.after, spans)
                check_offered(self.schema, each.after, each.before)
            elif isinstance(each, StateEdit):
                self._check_state(each.after, each.before)

    def _check_state(self, state: SetState, before: SetState) -> None:
        """What stands there from before the schema changed may stay."""
        old = before.attributes.items()
        new = {name: value for name, value in state.attributes.items() if (name, value) not in old}
        for problem in attribute_problems(self.schema.article_attributes, new, "the article"):
            raise SchemaError("rule.state", problem)


def _moves(each: StateEdit) -> bool:
    return each.before.status != each.after.status


def _standing(step: int, done: set[int], undone: set[int]) -> Standing:
    if step in done:
        return "done"
    return "undone" if step in undone else "replaced"
