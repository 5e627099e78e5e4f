"""Ids of foreign annotation: which are ours, asked of many at once."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.foreign import Found, Ids, is_ours
from annotator.model.annotation import Annotator, Span
from annotator.model.ids import new_id

_ID = st.one_of(
    st.builds(new_id),
    st.text(max_size=40),
    st.builds(lambda: f"{new_id()}\n{new_id()}"),  # two of ours in one are none of ours
    st.builds(lambda: f"{new_id()}\n"),
    st.builds(lambda: new_id().upper()),
)


def _found(ids: list[str]) -> Found:
    spans = [Span(id=each, label="WHO", fragments=((0, 3),), text="She") for each in ids]
    return Found(annotator=Annotator(name="ada"), spans=spans)


@given(st.lists(_ID, max_size=30))
def test_all_ids_are_ours_afterwards_and_those_that_were_stay(ids: list[str]) -> None:
    found = _found(ids)
    replaced = [each.id for each in Ids().replaced(found).spans]
    assert all(map(is_ours, replaced))
    assert all(new == old for new, old in zip(replaced, ids, strict=True) if is_ours(old))
    assert len(set(replaced)) == len(set(ids))
