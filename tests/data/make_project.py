"""Makes the project file of the present schema version that stays in the tests: `python make_project.py`.

Run it once for each released version, never again: an old file must stay as the old program wrote it.
"""

from pathlib import Path

from annotator import files
from annotator.app.plans import relations, spans, states, suggestions
from annotator.app.session import Session
from annotator.model.annotation import AnnotationSet, Annotator, Relation, SetState, Span
from annotator.model.article import headline, make_article
from annotator.model.ids import new_id
from annotator.model.text import normalise
from annotator.store import articles, check, runs
from annotator.store.migrations import LATEST
from annotator.store.project import Project, create_project

PLACES = {
    "PERSON": ["Keir Starmer", "Emmanuel Macron", "Mark Rutte", "Vladimir Putin"],
    "QUOTE": ["We are determined to act now to increase pressure on Putin"],
}


def at(text: str, piece: str) -> tuple[int, int]:
    start = text.index(piece)
    return start, start + len(piece)


def suggested(text: str) -> AnnotationSet:
    """What a model says: four persons, a quote, and a speaker."""
    made = [
        Span(id=new_id(), label=label, fragments=(at(text, piece),), text=piece, score=0.9)
        for label, pieces in PLACES.items()
        for piece in pieces
    ]
    link = Relation(id=new_id(), type="speaker", head=made[-1].id, tail=made[0].id, score=0.7)
    model = Annotator(name="rules", kind="model", version="1")
    spans_by_id = {each.id: each for each in made}
    return AnnotationSet(annotator=model, state=SetState(status="done"), spans=spans_by_id, relations={link.id: link})


def work_as_ada(project: Project) -> None:
    ada = Session(project, Annotator(name="Ada"))
    work = ada.open_article(1)
    text = work.article.text
    found = suggested(text)
    ada.receive([(work.article.id, work.article.sha256, found)], runs.begin(project, "model run", "Suggest"))
    persons = list(found.spans)
    ada.perform(suggestions.accept, list(found.relations))
    ada.perform(suggestions.reject, [persons[1]])
    start, end = at(text, "NATO Secretary General Mark Rutte")
    ada.perform(suggestions.change, persons[2], fragments=((start, end),))
    pledge = ada.perform(
        spans.mark, "PLEDGE", [at(text, "to expedite the production of long-range missiles for Ukraine")]
    )
    starmer = next(each.id for each in work.own.spans.values() if each.text == "Keir Starmer")
    ada.perform(relations.relate, pledge.select[0], "pledger", starmer)
    ada.perform(spans.set_attribute, pledge.select[0], "specificity", "vague")
    ada.perform(states.set_attribute, "topic", "conflict")
    ada.perform(states.set_note, "Zoë: see 🧨")
    ada.perform(states.set_status, "done")
    ada.undo()


def work_as_bob(project: Project) -> None:
    bob = Session(project, Annotator(name="Bob"))
    text = bob.open_article(1).article.text
    pieces = [at(text, "We cannot finish this job without the United States."), at(text, "Putin wants to divide us")]
    bob.perform(spans.mark, "QUOTE", pieces)
    bob.finish("flagged", flag="two quotes or one?")


def main() -> None:
    target = Path(__file__).with_name(f"project-v{LATEST}.annodb")
    toml = files.resource("schemas", "news.toml").read_text(encoding="utf-8")
    with create_project(target, toml) as project:
        text = normalise(files.dataset("seed", "uk-france-missiles.txt").read_text(encoding="utf-8")).text
        step = runs.begin(project, "import", "Import of the seed article")
        articles.add(project, [make_article(id=new_id(), title=headline(text) or "", text=text)], step=step)
        work_as_ada(project)
        work_as_bob(project)
        assert list(check.problems(project)) == []
    target.with_name(f".{target.name}.lock").unlink()


if __name__ == "__main__":
    main()
