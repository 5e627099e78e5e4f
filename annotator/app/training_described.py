"""What a trained pipeline's own description says it was trained on. It stays English: it lies in a file."""

from collections.abc import Iterable

from annotator.app.training import Teacher
from annotator.app.wording import count


def told_of(chosen: Iterable[Teacher], project: str) -> str:
    """Whose articles, and how many, in which project file."""
    whose = ", ".join(f"{each.annotator.name} ({count(each.done, 'article')})" for each in chosen)
    return f"Trained on the annotation of {whose} in {project}"
