"""A project to release: articles of two outlets and several dates, with near-duplicates and a story."""

from collections.abc import Sequence
from pathlib import Path

from app_cases import a_set

from annotator import files
from annotator.model.annotation import AnnotationSet, Annotator
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.store import annotators, articles, runs, sets
from annotator.store.project import Project, create_project

ADA, BOB = Annotator(name="Ada Brill"), Annotator(name="Bob Osei")
MODEL = Annotator(name="tiny", kind="model", version="1")

_LINES = (
    "Ada Brill opens the lock at {place} after {n} years of work on the river and its {n} gates.",
    "The ferry from {place} was {n} minutes late again, and {n} passengers missed the train to London.",
    "It rained on Monday in {place}, where {n} houses stood in water and {n} cellars had to be pumped.",
)
PLACES = ("Norland", "Aubrey", "Geneva", "Lagos", "Danube", "Kenya", "Berlin", "Paris", "Sarn", "Ostrey")


def text_of(number: int) -> str:
    """A text of its own for each number."""
    place = PLACES[number % len(PLACES)]
    lines = [line.format(place=place, n=number * 7 + at) for at, line in enumerate(_LINES)]
    more = " ".join(f"{place}{number}word{at}" for at in range(40))
    return f"News {number} from {place}\n\n{' '.join(lines)}\n\n{more}\n"


def copy_of(text: str) -> str:
    """Nearly the same text, as another paper prints it."""
    return text.replace("News", "Again: news").replace("It rained", "Rain fell")


def article_of(number: int, text: str = "", **meta: str) -> Article:
    date = f"2025-{1 + number % 12:02}-10"
    meta = {"outlet": f"Paper {number % 2}", "date": date, "language": "en", "url": f"https://x.test/{number}", **meta}
    return make_article(id=new_id(), title="", text=text or text_of(number), meta=meta)


def finished(each: Article, by: Annotator) -> AnnotationSet:
    place = next(name for name in PLACES if name in each.text)
    return a_set(each.text, by, ("GPE", place), ("PERSON", "Ada Brill"))


def add(project: Project, made: Sequence[Article], *by: Annotator) -> list[int]:
    """Add articles, and a finished set of each annotator to every one."""
    numbers = articles.add(project, made, step=runs.begin(project, "import", "Import"))
    for seq, each in zip(numbers, made, strict=True):
        for who in by:
            with project.writing() as db:
                number = annotators.add(project, who)
                sets.write_set(db, finished(each, who), article=seq, annotator=number, step=None)
    return numbers


def new_release_project(path: Path, count: int = 20, by: tuple[Annotator, ...] = (ADA,)) -> Project:
    """A project with so many articles, of which 2 is nearly 1, and 4 and 5 are of one story."""
    project = create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8"))
    made = [article_of(number, **({"story": "lock"} if number in (4, 5) else {})) for number in range(1, count + 1)]
    made[1] = article_of(2, copy_of(made[0].text))
    add(project, made, *by)
    return project
