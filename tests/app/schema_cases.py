"""Changes of a schema: by name, and at random those that the editor offers."""

from hypothesis import strategies as st

from annotator.app import schema_editing
from annotator.app.schema_draft import KINDS, Draft, Kind
from annotator.model.annotation import Annotator
from annotator.model.errors import SchemaError
from annotator.store import history, schemas
from annotator.store.project import Project

PEOPLE = (Annotator(name="Ada"), Annotator(name="tiny", kind="model", version="1"), Annotator(name="x", kind="gold"))


def draft(project: Project) -> Draft:
    return Draft(schemas.current(project)[1])


def place(made: Draft, kind: Kind, name: str) -> int:
    return next(n for n, each in enumerate(made.things(kind)) if each.name == name)


def save(project: Project, made: Draft) -> history.Step | None:
    return schema_editing.apply(project, made.schema, made.renames())


def changed(data: st.DataObject, made: Draft) -> None:
    """One change that the editor offers; some of them are refused, and then nothing happens."""
    kind = data.draw(st.sampled_from(KINDS))
    things = made.things(kind)
    what = data.draw(st.sampled_from(["add", "remove", "into", "rename", "field", "move"]))
    here = data.draw(st.integers(0, max(len(things) - 1, 0)))
    try:
        if what == "add":
            made.add(kind)
        elif things and what == "remove":
            made.remove(kind, here)
        elif things and what == "into" and kind in ("labels", "relations"):
            offered = made.schema.offered_labels if kind == "labels" else made.schema.offered_relations
            made.remove(kind, here, into=data.draw(st.sampled_from([each.name for each in offered])))
        elif things and what == "move":
            made.move(kind, here, data.draw(st.sampled_from([-1, 1])))
        elif things and what == "rename":
            made.change(kind, here, name=data.draw(st.sampled_from(["A", "B", "C", "PERSON", "type", "speaker"])))
        elif things and what == "field":
            one_field(data, made, kind, here)
    except SchemaError:
        return


def one_field(data: st.DataObject, made: Draft, kind: str, here: int) -> None:
    names = st.lists(st.sampled_from([each.name for each in made.schema.labels]), min_size=1, max_size=2, unique=True)
    thing = made.things(kind)[here]  # type: ignore[arg-type]
    if kind == "labels":
        made.change("labels", here, group=data.draw(st.sampled_from([each.name for each in made.schema.groups])))
    elif kind == "relations":
        made.change("relations", here, head=tuple(data.draw(names)), symmetric=data.draw(st.booleans()))
    elif kind == "attributes" and thing.kind == "choice":
        choices = data.draw(st.lists(st.sampled_from(["direct", "mixed", "third"]), min_size=1, unique=True))
        if data.draw(st.booleans()):
            made.rename_choice(here, thing.choices[0], "told")
        else:
            made.change("attributes", here, choices=tuple(choices), default=None)
    elif kind == "attributes":
        kinds = st.sampled_from(["flag", "text", "number", "date"])
        made.change("attributes", here, on=tuple(data.draw(names)), kind=data.draw(kinds), default=None)
