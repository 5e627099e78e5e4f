"""How good one annotator is when another is held to be right: a model against a person, a person against gold.

Which annotators are meant, and which articles count; what is counted is in `agreement.quality`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from annotator.agreement.counts import OVERLAP, Score
from annotator.agreement.quality import Quality
from annotator.model.annotation import FINISHED, AnnotationSet, Annotator
from annotator.model.errors import ProjectError
from annotator.model.schema import Schema
from annotator.store import annotators, articles, schemas, sets
from annotator.store.project import Project


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """What came out: whose sets (`of`) were held against whose, in how many articles, and all counts.

    `only_of`, `only_against` and `neither` are the articles left out: those that only one finished, or neither.
    `unsure` spans are those that the second annotator is unsure of; they count neither way.
    """

    of: Annotator
    against: Annotator
    articles: int
    only_of: int
    only_against: int
    neither: int
    unsure: int
    scores: list[Score]

    def table(self, name: str) -> list[Score]:
        """The rows of one table, by its name in `agreement.quality`."""
        return [each for each in self.scores if each.table == name]

    @property
    def never_wanted(self) -> list[str]:
        """The labels that only `of` uses: all that it found of them counts as wrong."""
        return [each.label for each in self.table("labels") if each.matched == OVERLAP and not each.wanted]


class Who(msgspec.Struct, frozen=True):
    """Two annotators with their numbers in the project."""

    of: int
    against: int


def evaluate(
    project: Project,
    *,
    against: str,
    of: str = "",
    labels: Sequence[str] = (),
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> Evaluation:
    """Hold the sets of one annotator against those of another, in the articles that both finished.

    An annotator is named by name, with version where that is needed; without a name `of` is the only model, in the
    version that came last; no `labels` are all. Raises ProjectError for a name or label that is unknown or not
    clear, and where no article is left.
    """
    everyone = annotators.everyone(project)
    schema = schemas.current(project)[1]
    who = _who(project, everyone, against, of)
    quality = Quality(schema, _labels(schema, labels))
    both, left = _common(project, who)
    if not both:
        raise ProjectError("evaluate.articles", _none_left(everyone[who.of], everyone[who.against], left))
    for done, seq in enumerate(both):
        report(done, len(both))
        wanted, found = _set(project, seq, who.against), _set(project, seq, who.of)
        quality.add(articles.get(project, seq).text, wanted, found)
    return Evaluation(
        of=everyone[who.of],
        against=everyone[who.against],
        articles=len(both),
        only_of=left["of"],
        only_against=left["against"],
        neither=articles.count(project) - len(both) - left["of"] - left["against"],
        unsure=quality.unsure,
        scores=_with_rules(quality.scores(), everyone[who.of]),
    )


def _with_rules(scores: list[Score], of: Annotator) -> list[Score]:
    """A model's notes name rules, where it has any; a person's notes are her own."""
    named = {each.label for each in scores if each.table == "rules" and each.what} if of.kind == "model" else set()
    return [each for each in scores if each.table != "rules" or each.label in named]


def _set(project: Project, seq: int, annotator: int) -> AnnotationSet:
    found = sets.load(project, seq, annotator)
    if found is None:
        raise ProjectError("evaluate.gone", f"A set of the article number {seq} went while it was read: try again.")
    return found


def _common(project: Project, who: Who) -> tuple[list[int], Counter[str]]:
    """The articles that both finished, in order, and how many only one did."""
    done: dict[int, set[int]] = {who.of: set(), who.against: set()}
    for each in sets.facts(project):
        if each.annotator in done and each.status in FINISHED:
            done[each.annotator].add(each.article)
    one, other = done[who.of], done[who.against]
    return sorted(one & other), Counter({"of": len(one - other), "against": len(other - one)})


def _none_left(of: Annotator, against: Annotator, left: Counter[str]) -> str:
    one, other = left["of"], left["against"]
    return f"There is no article that both finished, only {one:,} by {of} and {other:,} by {against}."


def _labels(schema: Schema, labels: Iterable[str]) -> list[str]:
    known = list(schema.label_by_name)
    if unknown := [each for each in labels if each not in known]:
        sentence = f"There is no label {unknown[0]} in the schema. It has: {', '.join(known)}."
        raise ProjectError("evaluate.label", sentence)
    return list(labels) or known


def _who(project: Project, everyone: dict[int, Annotator], against: str, of: str) -> Who:
    second = _named(project, everyone, against)
    if of:
        first = _named(project, everyone, of)
    elif models := {number: each for number, each in everyone.items() if each.kind == "model" and number != second}:
        first = _only(models)
    else:
        raise ProjectError("evaluate.model", "There is no model in the project: say with --of whose sets are meant.")
    if first == second:
        raise ProjectError("evaluate.same", f"{everyone[first]} cannot be held against itself: name two annotators.")
    return Who(first, second)


def _named(project: Project, everyone: dict[int, Annotator], name: str) -> int:
    """The number of the annotator called so: with kind, with version, or by name alone."""
    with_kind = {number: each for number, each in everyone.items() if name == _full(each)}
    found = with_kind or {number: each for number, each in everyone.items() if name in (str(each), each.name)}
    if not found:
        names = ", ".join(sorted(map(str, everyone.values()))) or "nobody yet"
        sentence = f"There is no annotator {name} in {project.path.name}. It has: {names}."
        raise ProjectError("evaluate.annotator", sentence)
    return _only(found, name)


def _full(annotator: Annotator) -> str:
    return f"{annotator} ({annotator.kind})"


def _only(found: dict[int, Annotator], name: str = "") -> int:
    """The only one of a name, or of all models; the newest where all are versions of one model. Raises ProjectError."""
    if len({(each.name, each.kind) for each in found.values()}) < 2:
        return max(found)
    names = ", ".join(sorted(f"“{_full(each)}”" for each in found.values()))
    if name:
        raise ProjectError("evaluate.several", f"Several annotators are called {name}: name one of {names}.")
    raise ProjectError("evaluate.models", f"There are several models: name one with --of, of {names}.")
