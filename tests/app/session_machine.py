"""A plain model of the work on an article, which knows no database, and what always holds between the two.

It keeps what each span and relation says, and undoes by putting an earlier picture back.
"""

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant
from msgspec.structs import replace
from strategies import RICH, RICH_TOML

from annotator.app.session import Session
from annotator.app.work import Update
from annotator.model.annotation import AnnotationSet, Annotator, Fragments, Relation, SetState, Span, covered
from annotator.model.article import make_article
from annotator.model.errors import EditError
from annotator.model.ids import new_id
from annotator.model.suggestions import pending
from annotator.store import articles, check, listing, runs, sets
from annotator.store.project import create_project

TEXT = "“Wé act,” said Bob 🧨 of שלום."
ADA = Annotator(name="Ada")
MODEL = Annotator(name="rules", kind="model", version="1")
LABELS = sorted(RICH.label_by_name)


class Said(NamedTuple):
    """What a span says."""

    label: str
    fragments: Fragments
    attributes: dict[str, object]
    note: str


class Linked(NamedTuple):
    """What a relation says."""

    type: str
    head: str
    tail: str
    attributes: dict[str, object]


class Picture(NamedTuple):
    """All that Ada said at some moment: by id, what is judged by what it says, and the state."""

    spans: dict[str, Said]
    links: dict[str, Linked]
    judged: frozenset[tuple[object, str]]
    state: SetState


def suggested_set(offset: int) -> AnnotationSet:
    """What the model says; another offset is another run that says something else."""
    places = [("QUOTE", 0, 9), ("PERSON", 15, 18), ("ORG", 24 - offset, 28), ("PERSON", 10, 14 + offset)]
    made = [Span(id=new_id(), label=label, fragments=((s, e),), text=TEXT[s:e]) for label, s, e in places]
    ends = [("speaker", 0, 1), ("coref", 1, 2), ("speaker", 0, 3)]
    links = [Relation(id=new_id(), type=kind, head=made[a].id, tail=made[b].id) for kind, a, b in ends]
    return AnnotationSet(
        annotator=MODEL,
        spans={each.id: each for each in made},
        relations={each.id: each for each in links},
    )


class Pictured(RuleBasedStateMachine):
    """Work on an article, and the plain model of it; what Ada does comes from the tests."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.project = create_project(self.folder / "p.annodb", RICH_TOML)
        (self.seq,) = articles.add(self.project, [make_article(id=new_id(), title="T", text=TEXT)])
        self.session = Session(self.project, ADA)
        self.session.open_article(self.seq)
        self.now = Picture({}, {}, frozenset(), SetState())
        self.before: list[Picture] = []
        self.after: list[Picture] = []
        self.updates: list[Update] = []
        self.session.subscribe(self.updates.append)
        self.have_suggested(0)

    def teardown(self) -> None:
        if hasattr(self, "project"):
            self.project.close()
            shutil.rmtree(self.folder)

    # What the plain model does

    @property
    def work(self) -> object:
        return self.session.work

    def pick(self, data: st.DataObject, records: dict[str, object]) -> str:
        return data.draw(st.sampled_from(sorted(records)))

    def goes_to(self, new: Picture) -> None:
        """A step was done: the first one sets the article in progress."""
        if new == self.now:
            return
        if self.now.state.status == new.state.status == "new":
            new = new._replace(state=replace(new.state, status="in progress"))
        self.before.append(self.now)
        self.after.clear()
        self.now = new

    def is_double(self, label: str, where: Fragments) -> bool:
        return any((each.label, each.fragments) == (label, where) for each in self.now.spans.values())

    def refused(self, code: str, plan: object, *args: object, **options: object) -> None:
        with pytest.raises(EditError) as refusal:
            self.session.perform(plan, *args, **options)
        assert refusal.value.code == code

    def said_of(self, update: Update) -> dict[str, Said]:
        own = self.work.own.spans
        return {
            key: Said(own[key].label, own[key].fragments, dict(own[key].attributes), own[key].note)
            for key in update.changes.spans
        }

    def adopt(self, update: Update) -> None:
        """Which others come with them is proven in test_suggestion_plans; here, that it is kept and undone."""
        own = self.work.own
        links = {
            key: Linked(each.type, each.head, each.tail, dict(each.attributes))
            for key, each in own.relations.items()
            if key in update.changes.relations
        }
        said = {(own.verdicts[key].subject, own.verdicts[key].kind) for key in update.changes.verdicts}
        self.goes_to(
            self.now._replace(
                spans=self.now.spans | self.said_of(update),
                links=self.now.links | links,
                judged=self.now.judged | said,
            )
        )

    def possible_links(self) -> list[tuple[str, str, str]]:
        ends = sorted(self.now.spans.items())
        return [
            (head, kind.name, tail)
            for head, one in ends
            for tail, other in ends
            if head != tail
            for kind in RICH.relations_between(one.label, other.label)
        ]

    def have_suggested(self, offset: int) -> None:
        """The model says something of the article."""
        step = runs.begin(self.project, "model run", "Suggest")
        article = self.work.article
        assert self.session.receive([(article.id, article.sha256, suggested_set(offset))], step) == [self.seq]

    # What always holds

    @invariant()
    def memory_is_what_the_model_says(self) -> None:
        if not hasattr(self, "now"):
            return
        own = self.work.own
        assert {
            key: Said(each.label, each.fragments, dict(each.attributes), each.note) for key, each in own.spans.items()
        } == self.now.spans
        assert all(each.text == covered(TEXT, each.fragments) for each in own.spans.values())
        assert {
            key: Linked(each.type, each.head, each.tail, dict(each.attributes)) for key, each in own.relations.items()
        } == self.now.links
        assert {(each.subject, each.kind) for each in own.verdicts.values()} == self.now.judged
        assert own.state == self.now.state
        assert (self.work.undoable is not None, self.work.redoable is not None) == (bool(self.before), bool(self.after))

    @invariant()
    def the_file_holds_what_memory_holds(self) -> None:
        if not hasattr(self, "now"):
            return
        number = self.session.number
        kept = sets.load(self.project, self.seq, number)
        assert kept == self.work.own or (kept is None and self.work.own.is_empty)
        assert listing.rows(self.project, number, [self.seq])[self.seq].status == self.now.state.status
        assert list(check.problems(self.project)) == []

    @invariant()
    def what_is_left_is_what_is_not_judged(self) -> None:
        if hasattr(self, "now"):
            models = sets.of_models(self.project, self.seq)
            assert self.work.left == pending(self.work.own, models)
