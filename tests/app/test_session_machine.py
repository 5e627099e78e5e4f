"""Random work on an article, closed and reopened at any time, against a plain model that knows no database.

The model keeps what each span and relation says, and undoes by putting an earlier picture back.
"""

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from msgspec.structs import replace
from session_machine import ADA, LABELS, TEXT, Linked, Pictured, Said
from strategies import RICH, attributes, fragments, stored_texts, values

from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.session import Session
from annotator.model.annotation import Fragments, Relation
from annotator.model.errors import SchemaError
from annotator.model.rules import is_there
from annotator.store.project import open_project


class Work(Pictured):
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

    @precondition(lambda self: self.possible_links())
    @rule(data=st.data())
    def relate(self, data: st.DataObject) -> None:
        head, kind, tail = data.draw(st.sampled_from(self.possible_links()))
        new = Relation(id="", type=kind, head=head, tail=tail)
        if is_there(RICH, new, self.work.own.relations.values()):
            self.refused("relate.double", relations.relate, head, kind, tail)
            return
        (made,) = self.session.perform(relations.relate, head, kind, tail).changes.relations
        self.goes_to(self.now._replace(links=self.now.links | {made: Linked(kind, head, tail, {})}))

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
        self.have_suggested(offset)


TestWork = Work.TestCase
TestWork.settings = settings(
    max_examples=max(settings().max_examples // 5, 1),
    stateful_step_count=25,
    deadline=None,
    phases=set(Phase) - {Phase.explain},
    suppress_health_check=settings().suppress_health_check,
)
