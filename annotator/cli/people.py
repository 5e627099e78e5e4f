"""Annotators that are named on the command line."""

from collections.abc import Collection

from annotator.model.annotation import KINDS, Annotator, AnnotatorKind
from annotator.model.errors import ProjectError
from annotator.store import annotators
from annotator.store.project import Project

PERSON: tuple[AnnotatorKind, ...] = ("person",)
PERSON_OR_GOLD: tuple[AnnotatorKind, ...] = ("person", "gold")


def named(project: Project, name: str, kinds: Collection[AnnotatorKind] = KINDS) -> dict[int, Annotator]:
    """Those of this name, by number. Raises ProjectError where there are none."""
    everyone = annotators.everyone(project)
    found = {number: each for number, each in everyone.items() if each.name == name and each.kind in kinds}
    if not found:
        raise ProjectError("annotator.unknown", f"Nobody called {name} annotates in {project.path.name}.")
    return found
