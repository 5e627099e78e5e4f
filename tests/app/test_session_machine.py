"""Random work on an article, closed and reopened at any time, against a plain model that knows no database.

The model keeps what each span and relation says, and undoes by putting an earlier picture back.
"""

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace
from strategies import RICH, RICH_TOML, attributes, fragments, stored_texts, values

from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.session import Session
from annotator.app.work import Update
from annotator.model.annotation import AnnotationSet, Annotator, Fragments, Relation, SetState, Span, covered
from annotator.model.article import make_article
from annotator.model.errors import EditError, SchemaError
from annotator.model.ids import new_id
from annotator.model.rules import is_there
from annotator.model.suggestions import pending
from annotator.store import articles, check, listing, runs, sets
from annotator.store.project import create_project, open_project

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


class Work(RuleBasedStateMachine):
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
        self.suggest(0)

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

    # What Ada does

    @rule(label=st.sampled_from(LABELS), where=fragments(TEXT, most=2))
    def mark(self, label: str, where: Fragments) -> None:
        if self.is_double(label, where):
            self.refused("mark.double", spans.mark, label, where)
            return
        same = [
            each for each in self.work.left.spans.values() if (each.span.label, each.span.fragments) == (label, where)
        ]
        made = self.session.perform(spans.mark, label, where).select[0]
        said = Said(label, where, RICH.defaults_of_label(label), "")
        judged = self.now.judged | {(each.span.key, "accepted") for each in same}
        self.goes_to(self.now._replace(spans=self.now.spans | {made: said}, judged=judged))

    @precondition(lambda self: self.now.spans)
    @rule(data=st.data(), label=st.sampled_from(LABELS))
    def relabel(self, data: st.DataObject, label: str) -> None:
        key = self.pick(data, self.now.spans)
        old = self.now.spans[key]
        if self.is_double(label, old.fragments):
            self.refused("mark.double", spans.relabel, key, label)
            return
        self.session.perform(spans.relabel, key, label)
        known = {each.name for each in RICH.attributes_of_label(label)}
        kept = {name: value for name, value in old.attributes.items() if name in known}
        new = old._replace(label=label, attributes=RICH.defaults_of_label(label) | kept)
        marked = self.now.spans | {key: new}
        links = {
            each: link
            for each, link in self.now.links.items()
            if marked[link.head].label in RICH.heads[link.type] and marked[link.tail].label in RICH.tails[link.type]
        }
        self.goes_to(self.now._replace(spans=marked, links=links))

    @precondition(lambda self: self.now.spans)
    @rule(data=st.data(), where=fragments(TEXT, most=2))
    def move(self, data: st.DataObject, where: Fragments) -> None:
        key = self.pick(data, self.now.spans)
        old = self.now.spans[key]
        if self.is_double(old.label, where):
            self.refused("mark.double", spans.move, key, where)
            return
        self.session.perform(spans.move, key, where)
        self.goes_to(self.now._replace(spans=self.now.spans | {key: old._replace(fragments=where)}))

    @precondition(lambda self: self.now.spans)
    @rule(data=st.data())
    def describe(self, data: st.DataObject) -> None:
        key = self.pick(data, self.now.spans)
        old = self.now.spans[key]
        attribute = data.draw(st.sampled_from(RICH.attributes_of_label(old.label)))
        value = data.draw(st.none() | values(attribute))
        self.session.perform(spans.set_attribute, key, attribute.name, value)
        rest = {name: each for name, each in old.attributes.items() if name != attribute.name}
        new = old._replace(attributes=rest if value is None else rest | {attribute.name: value})
        self.goes_to(self.now._replace(spans=self.now.spans | {key: new}))

    @precondition(lambda self: self.now.spans)
    @rule(data=st.data(), note=stored_texts)
    def note(self, data: st.DataObject, note: str) -> None:
        key = self.pick(data, self.now.spans)
        self.session.perform(spans.set_note, key, note)
        self.goes_to(self.now._replace(spans=self.now.spans | {key: self.now.spans[key]._replace(note=note)}))

    @precondition(lambda self: self.now.spans)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        gone = data.draw(st.lists(st.sampled_from(sorted(self.now.spans)), min_size=1, max_size=2))
        self.session.perform(spans.remove, gone)
        kept = {key: each for key, each in self.now.spans.items() if key not in gone}
        links = {key: each for key, each in self.now.links.items() if not {each.head, each.tail} & set(gone)}
        self.goes_to(self.now._replace(spans=kept, links=links))

    @precondition(lambda self: self._possible_links())
    @rule(data=st.data())
    def relate(self, data: st.DataObject) -> None:
        head, kind, tail = data.draw(st.sampled_from(self._possible_links()))
        new = Relation(id="", type=kind, head=head, tail=tail)
        if is_there(RICH, new, self.work.own.relations.values()):
            self.refused("relate.double", relations.relate, head, kind, tail)
            return
        (made,) = self.session.perform(relations.relate, head, kind, tail).changes.relations
        self.goes_to(self.now._replace(links=self.now.links | {made: Linked(kind, head, tail, {})}))

    def _possible_links(self) -> list[tuple[str, str, str]]:
        ends = sorted(self.now.spans.items())
        return [
            (head, kind.name, tail)
            for head, one in ends
            for tail, other in ends
            if head != tail
            for kind in RICH.relations_between(one.label, other.label)
        ]

    @precondition(lambda self: self.now.links)
    @rule(data=st.data())
    def unlink(self, data: st.DataObject) -> None:
        key = self.pick(data, self.now.links)
        self.session.perform(relations.remove, key)
        self.goes_to(self.now._replace(links={each: link for each, link in self.now.links.items() if each != key}))

    @precondition(lambda self: self.now.links)
    @rule(data=st.data(), value=st.booleans())
    def describe_link(self, data: st.DataObject, value: bool) -> None:
        key = self.pick(data, self.now.links)
        self.session.perform(relations.set_attribute, key, "unsure", value)
        old = self.now.links[key]
        new = old._replace(attributes=old.attributes | {"unsure": value})
        self.goes_to(self.now._replace(links=self.now.links | {key: new}))

    @precondition(lambda self: self.now.links)
    @rule(data=st.data())
    def turn_or_retype_link(self, data: st.DataObject) -> None:
        key = self.pick(data, self.now.links)
        relation, old = self.work.own.relations[key], self.now.links[key]
        ways = [
            *((relations.retype, kind.name, old.head, old.tail) for kind in relations.other_types(self.work, relation)),
            *(
                (relations.reverse, kind.name, old.tail, old.head)
                for kind in relations.reversed_types(self.work, relation)
            ),
        ]
        if ways:
            plan, kind, head, tail = data.draw(st.sampled_from(ways))
            self.session.perform(plan, key, kind)
            known = {each.name for each in RICH.attributes_of_relation(kind)}
            kept = {name: value for name, value in old.attributes.items() if name in known}
            self.goes_to(self.now._replace(links=self.now.links | {key: Linked(kind, head, tail, kept)}))

    @precondition(lambda self: len(self.work.left))
    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        left = self.work.left
        keys = data.draw(st.lists(st.sampled_from([*left.spans, *left.relations]), min_size=1, max_size=3))
        subjects = [left.spans.get(key) or left.relations[key] for key in keys]
        refusal = ""
        try:
            self.adopt(self.session.perform(suggestions.accept, keys))
        except SchemaError as error:  # an end has become something that the relation may not lead to
            refusal = error.sentence
        if refusal:
            assert "cannot be the" in refusal
            assert any(key in left.relations for key in keys)
            return
        for each in subjects:
            subject = each.span.key if hasattr(each, "span") else each.key
            assert (subject, "accepted") in self.now.judged

    @precondition(lambda self: self.work.left.spans)
    @rule(data=st.data(), label=st.sampled_from(LABELS), where=fragments(TEXT, most=1))
    def change(self, data: st.DataObject, label: str, where: Fragments) -> None:
        key = self.pick(data, self.work.left.spans)
        if self.is_double(label, where):
            self.refused("mark.double", suggestions.change, key, label=label, fragments=where)
            return
        subject = self.work.left.spans[key].span.key
        update = self.session.perform(suggestions.change, key, label=label, fragments=where)
        self.adopt(update)
        assert (subject, "changed") in self.now.judged
        assert self.is_double(label, where)

    def adopt(self, update: Update) -> None:
        """Which suggestions bring which others with them is proven in test_plans; here, that it is kept and undone."""
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

    @precondition(lambda self: len(self.work.left))
    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        left = self.work.left
        key = data.draw(st.sampled_from([*left.spans, *left.relations]))
        if key in left.spans:
            span = left.spans[key].span
            fallen = [each.key for each in left.relations.values() if span.key in (each.key.head, each.key.tail)]
            subjects = [span.key, *fallen]
        else:
            subjects = [left.relations[key].key]
        self.session.perform(suggestions.reject, [key])
        self.goes_to(self.now._replace(judged=self.now.judged | {(each, "rejected") for each in subjects}))

    @rule(status=st.sampled_from(["in progress", "done", "flagged", "skipped"]), flag=stored_texts)
    def set_status(self, status: str, flag: str) -> None:
        self.session.perform(states.set_status, status, flag=flag)
        self.goes_to(self.now._replace(state=replace(self.now.state, status=status, flag=flag)))

    @rule(values=attributes(RICH.article_attributes), note=stored_texts)
    def say_of_article(self, values: dict[str, object], note: str) -> None:
        for name, value in values.items():
            self.session.perform(states.set_attribute, name, value)
            new = replace(self.now.state, attributes=self.now.state.attributes | {name: value})
            self.goes_to(self.now._replace(state=new))
        self.session.perform(states.set_note, note)
        self.goes_to(self.now._replace(state=replace(self.now.state, note=note)))

    @rule()
    def undo(self) -> None:
        assert (self.session.undo() is not None) == bool(self.before)
        if self.before:
            self.after.append(self.now)
            self.now = self.before.pop()

    @rule()
    def redo(self) -> None:
        assert (self.session.redo() is not None) == bool(self.after)
        if self.after:
            self.before.append(self.now)
            self.now = self.after.pop()

    @rule(data=st.data())
    def undo_to(self, data: st.DataObject) -> None:
        every = [*self.before, self.now, *reversed(self.after)]
        points = [0, *(step.seq for step, standing in reversed(self.work.timeline()) if standing != "replaced")]
        assert len(points) == len(every)
        wanted = data.draw(st.integers(0, len(points) - 1))
        told = len(self.updates)
        assert (self.session.undo_to(points[wanted]) is not None) == (wanted != len(self.before))
        assert len(self.updates) - told <= 1
        self.before, self.now = every[:wanted], every[wanted]
        self.after = list(reversed(every[wanted + 1 :]))

    @rule()
    def close_and_reopen(self) -> None:
        self.project.close()
        self.project = open_project(self.folder / "p.annodb")
        self.session = Session(self.project, ADA)
        self.session.open_article(self.seq)

    @rule(offset=st.integers(0, 1))
    def suggest(self, offset: int) -> None:
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


TestWork = Work.TestCase
TestWork.settings = settings(
    max_examples=max(settings().max_examples // 5, 1),
    stateful_step_count=25,
    deadline=None,
    phases=set(Phase) - {Phase.explain},
    suppress_health_check=settings().suppress_health_check,
)
