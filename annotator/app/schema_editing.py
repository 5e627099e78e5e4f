"""Changing the schema and the guidelines of a project: what a change would touch, and making it.

What it touches is counted by queries, ahead of the change and without making it; nothing is written before
somebody has seen it. What a change does to annotation is in `store.schema_steps`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from annotator.app.wording import count
from annotator.model.errors import SchemaError
from annotator.model.schema import Schema
from annotator.model.schema_changes import Renames, check_renames, differences, renamed
from annotator.store import guidelines, schema_kept, schema_merges, schema_steps, schema_use, schemas
from annotator.store.history import Step
from annotator.store.project import Project
from annotator.store.schema_use import LinkUse, Use, ValueUse

Row = TypeVar("Row", LinkUse, ValueUse)


class Touched(msgspec.Struct, frozen=True):
    """What a part of a change touches. `spans` counts the records: spans, relations or articles."""

    what: str
    annotators: int
    articles: int
    spans: int
    sentence: str


class Impact(msgspec.Struct, frozen=True):
    """What is different, and what of the annotation that touches."""

    differences: list[str]
    touched: list[Touched]

    def as_text(self) -> str:
        """All of it, a sentence a line."""
        return "\n".join([*self.differences, *(each.sentence for each in self.touched)])


def examine(project: Project, new: Schema, told: Renames | None = None) -> Impact:
    """What a change would do. Raises SchemaError when a rename breaks a rule."""
    told = told or Renames()
    _, old = schemas.current(project)
    check_renames(old, new, told)
    return Impact(differences(old, new, told), impact(project, new, told))


def impact(project: Project, new: Schema, told: Renames) -> list[Touched]:
    """What of the annotation a change touches; nothing when it touches none."""
    _, old = schemas.current(project)
    with project.reading():
        found = [
            *_labels(project, old, new, told),
            *_relations(project, old, new, told),
            *_values(project, old, new, told),
        ]
    return [each for each in found if each.spans]


def apply(
    project: Project,
    new: Schema,
    told: Renames | None = None,
    *,
    toml: str = "",
    texts: Mapping[str, str] | None = None,
    by: int | None = None,
) -> Step | None:
    """Save a changed schema and guidelines in one transaction; the step of the history, or None without one.

    `toml` is the text of the schema as somebody wrote it, `texts` the guidelines by name with the headings of
    the new schema, `by` who does it, by number.
    """
    with project.writing():
        step = schema_steps.apply(project, new, told, toml=toml, by=by)
        guidelines.put(project, texts or {}, by=by)
    return step


def read_renames(old: Schema, new: Schema, pairs: Iterable[str]) -> Renames:
    """Renames written as OLD=NEW: of a label, a relation type, a group or an attribute, whatever has that name.

    A label or type whose new name is that of another one goes into that one. Raises SchemaError.
    """
    tables: dict[str, dict[str, str]] = {}
    for pair in pairs:
        was, equals, name = (part.strip() for part in pair.partition("="))
        if not (was and equals and name):
            raise SchemaError("rename.form", f"“{pair}” is no rename: write OLD=NEW.")
        tables.setdefault(_table_of(old, new, was, name), {})[was] = name
    return msgspec.convert(tables, Renames)


def _table_of(old: Schema, new: Schema, was: str, name: str) -> str:
    if was in old.label_by_name:
        return "into" if name in old.label_by_name and was not in new.label_by_name else "labels"
    if was in old.relation_by_name:
        return "relations_into" if name in old.relation_by_name and was not in new.relation_by_name else "relations"
    return "groups" if was in old.group_by_name else "attributes"


# What is touched


def _touched(what: str, uses: Iterable[Use], told: str, thing: str = "span") -> Touched:
    """`told` is the end of a sentence that begins with what is touched."""
    every = list(uses)
    annotators, articles = len({each.annotator for each in every}), len({each.article for each in every})
    records = sum(each.records for each in every)
    where = f"{count(records, thing)} of {count(annotators, 'annotator')}"
    if thing != "article":
        where += f" in {count(articles, 'article')}"
    return Touched(what, annotators, articles, records, f"{where}{told}")


def _labels(project: Project, old: Schema, new: Schema, told: Renames) -> Iterator[Touched]:
    db = project.db.conn
    gone = [each.name for each in old.labels if each.name not in new.label_by_name or each.name in told.labels]
    uses: dict[str, list[Use]] = {}
    for found in schema_use.labels(db, gone):
        uses.setdefault(found.label, []).append(found.use)
    becomes = {**told.labels, **told.into}
    for name in (name for name in gone if name in uses):
        end = f": {name} becomes {becomes[name]}." if name in becomes else f": they keep {name}, which is retired."
        yield _touched(name, uses[name], end)
    into = schema_merges.old_targets(told.into, told.labels)
    if into and (held := len(schema_merges.held_places(db, into))):
        sentence = f"At {count(held, 'place')} both stand already: there nothing becomes another label."
        yield Touched("both", 0, 0, held, sentence)


def _relations(project: Project, old: Schema, new: Schema, told: Renames) -> Iterator[Touched]:
    db = project.db.conn
    moved = {**told.relations, **told.relations_into}
    standing = _by(lambda each: each.kind, schema_use.links(db, list(moved)) if moved else ())
    for name, every in standing.items():
        yield _touched(name, (each.use for each in every), f": {name} becomes {moved[name]}.", "relation")
    change = schema_kept.Change(renamed(old, told), new, told, schema_kept.naming(told))
    for name, every in _by(lambda each: each.kind, change.unlinked(db)).items():
        end = f": they stay {name}, retired, where the schema does not allow it any more."
        yield _touched(name, (each.use for each in every), end, "relation")


def _values(project: Project, old: Schema, new: Schema, told: Renames) -> Iterator[Touched]:
    for name in dict.fromkeys([*told.attributes, *told.choices]):
        new_name = told.attributes.get(name, name)
        what = f"{name} becomes {new_name}" if new_name != name else f"choices of {name} are renamed"
        choices = told.choices.get(name, {})
        standing = _values_of(project, old, name)
        yield from _value_rows([each for each in standing if new_name != name or each.value in choices], f": {what}.")
    change = schema_kept.Change(renamed(old, told), new, told, schema_kept.naming(told))
    for name, every in _by(lambda each: each.name, change.unfit(project.db.conn)).items():
        shown = ", ".join(sorted({f"“{each.value}”" for each in every})[:3])
        yield from _value_rows(every, f": they keep values of {name} that the schema lacks, such as {shown}.")


def _values_of(project: Project, old: Schema, name: str) -> Iterator[ValueUse]:
    db = project.db.conn
    on_labels = [each.name for each in old.labels if any(row.name == name for row in old.known_of_label(each.name))]
    kinds = [kind for kind in old.relation_by_name if any(row.name == name for row in old.known_of_relation(kind))]
    yield from schema_use.values_on_spans(db, on_labels, [name])
    yield from schema_use.values_on_relations(db, kinds, [name])
    yield from schema_use.values_on_articles(db, [name])


def _value_rows(found: list[ValueUse], told: str) -> Iterator[Touched]:
    for thing in ("mark", "article"):
        every = [each for each in found if (each.place == "article") == (thing == "article")]
        if every:
            yield _touched(every[0].name, (each.use for each in every), told, thing)


def _by(key: Callable[[Row], str], rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for each in rows:
        found.setdefault(key(each), []).append(each)
    return found
