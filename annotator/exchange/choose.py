"""Which annotation set goes out in a format that holds one set an article."""

from collections.abc import Collection, Iterable

from annotator.model.annotation import FINISHED, AnnotationSet, Status
from annotator.model.article import Article
from annotator.model.errors import ExchangeError


def choose_set(
    article: Article,
    sets: Iterable[AnnotationSet],
    *,
    statuses: Collection[Status] = FINISHED,
    named: bool = False,
) -> AnnotationSet:
    """Gold, else the only person's set, among those with one of the statuses.

    With `named`, the sets are those that the user asked for by annotator or kind: then the only one is taken,
    a model's too. Raises ExchangeError `export.no_set` when none is left, so that the article can be passed
    over, and `export.several_sets` when there is a choice to make.
    """
    fitting = [each for each in sets if each.state.status in statuses]
    gold = [each for each in fitting if each.annotator.kind == "gold"]
    rest = fitting if named else [each for each in fitting if each.annotator.kind == "person"]
    found = gold or rest
    if not found:
        sentence = f"The article “{article.title}” has no set to export with the status {' or '.join(statuses)}."
        raise ExchangeError("export.no_set", f"{sentence} Name other statuses with --status, or a model's set.")
    if len(found) > 1:
        names = ", ".join(sorted(str(each.annotator) for each in found))
        sentence = f"The article “{article.title}” has several sets ({names}), and the format holds one."
        hint = "Name whose with --annotator, or under Sets in the window."
        raise ExchangeError("export.several_sets", f"{sentence} {hint}")
    return found[0]
