"""Projects to learn from: short articles that Ada has done, and what she marked in them."""

from collections.abc import Collection
from pathlib import Path

from annotator import files
from annotator.model.annotation import AnnotationSet, Annotator, SetState, Span, covered
from annotator.model.article import Article, make_article
from annotator.model.ids import new_id
from annotator.store import annotators, articles, runs, sets
from annotator.store.project import create_project
from annotator.suggest.training.lessons import Lesson

ADA = Annotator(name="Ada")
_NAMES = ("Ada Brill", "Mara Lind", "Tom Osei", "Kell Voss")
_THINGS = ("the lock", "the bridge", "the road north", "the old mill")


def lesson(number: int, annotator: Annotator = ADA) -> Lesson:
    """A quote in two fragments with its cue, a person, an office and a pledge."""
    name, thing, other = _NAMES[number % 4], _THINGS[number // 4 % 4], _THINGS[number % 3]
    text = (
        f"News of day {number}\n\nIt rained on Monday. “We will mend {thing},” {name} said. “It is time.”\n\n"
        f"The mayor of Norland pledged to mend {other} by spring."
    )
    article = make_article(id=f"article-{number}", title="", text=text)
    spans = [
        make_span(article, "QUOTE", f"“We will mend {thing},”", "“It is time.”"),
        make_span(article, "CUE", "said"),
        make_span(article, "CUE", "pledged"),
        make_span(article, "PERSON", name),
        make_span(article, "ROLE", "mayor of Norland"),
        make_span(article, "PLEDGE", f"to mend {other} by spring"),
    ]
    state = SetState(status="done")
    return Lesson(article, AnnotationSet(annotator=annotator, state=state, spans={each.id: each for each in spans}))


def make_span(article: Article, label: str, *pieces: str) -> Span:
    fragments = tuple((article.text.index(piece), article.text.index(piece) + len(piece)) for piece in pieces)
    return Span(id=new_id(), label=label, fragments=fragments, text=covered(article.text, fragments))


def project_to_learn_from(path: Path, done: int = 8, more: int = 1, *, only: Collection[str] | None = None) -> Path:
    """A project in which Ada has done some articles (of these only those, by id) and not begun others."""
    with create_project(path, files.resource("schemas", "news.toml").read_text(encoding="utf-8")) as made:
        step = runs.begin(made, "import", "Import")
        every = [lesson(number) for number in range(done + more)]
        articles.add(made, [each.article for each in every], step=step)
        number = annotators.add(made, ADA)
        with made.writing() as db:
            for seq, each in enumerate(every[:done], 1):
                if only is not None and each.article.id not in only:
                    continue
                sets.write_set(db, each.set, article=seq, annotator=number, step=step)
    return path
