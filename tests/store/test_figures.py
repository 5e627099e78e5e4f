"""The figures of a project are found down indexes: of the big tables, only the part that is asked for is read."""

import re
from collections.abc import Callable

import pytest
from query_plans import plan_of, scans, watched

from annotator.app.session import Session
from annotator.store import activity, blind, register, statistics
from annotator.store.project import Project
from annotator.store.statistics import Wanted

SMALL = (
    "USE TEMP B-TREE",
    "SCAN counted",  # the sets of the persons that are asked for, gathered once
    "SCAN annotator",
    "SCAN article USING COVERING INDEX",  # how many there are
    "SCAN blind_end USING INDEX blind_end_of_article",  # all of it is given, in this order
)

ACTS: dict[str, Callable[[Project], object]] = {
    "the pledges": lambda it: register._read(it.db.conn, ["PLEDGE"], [1, 2]),
    "the time of one": lambda it: activity.total(it, 1),
    "more time": lambda it: activity.add(it, 1, {(1, "2026-01-01"): 1.0}),
    "what was finished blind": lambda it: blind.ends(it, annotator=1, first="2026-01-01"),
    "how somebody finished blind": lambda it: blind.end(it, 1, 1),
}


def walked(steps: set[str]) -> set[str]:
    return {each for each in steps if each.startswith(("SCAN", "USE TEMP")) and not each.startswith(SMALL)}


@pytest.mark.parametrize("act", ACTS)
def test_no_big_table_is_walked_through_for(session: Session, act: str) -> None:
    assert walked(scans(session.project, lambda: ACTS[act](session.project))) == set()


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(annotator=1), Wanted(first="2026-01-01", last="2026-01-31")])
def test_the_statistics_walk_through_no_big_table(session: Session, wanted: Wanted) -> None:
    """Their work table is there only while they are read, so it is made once more for the plans."""
    project = session.project
    with watched(project) as seen:
        statistics.read(project, wanted)
    (made,) = [each for each in seen if "CREATE TEMP TABLE" in each]
    steps = plan_of(project, made)
    project.db.conn.execute(made)
    asked = [each for each in seen if re.match(r"\s*SELECT\b", each)]
    steps += [step for each in asked for step in plan_of(project, each)]
    assert len(asked) > 5
    assert any("set_of_annotator (annotator=?)" in each for each in steps)
    assert any(each.startswith("SEARCH activity USING PRIMARY KEY (annotator=?)") for each in steps)
    assert walked(set(steps)) == set()
