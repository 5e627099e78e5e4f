import pytest

from annotator.ui.text_view.marks import Mark, MarkState
from annotator.ui.text_view.scene import _tag_texts


@pytest.mark.parametrize(
    ("tag", "unsure", "forms"),
    [
        ("MENTION", False, ["MENTION", "MEN…", "M…"]),
        ("PLEDGE action · self", True, ["PLEDGE action · self ?", "PLEDGE ?", "PLE… ?", "P… ?"]),
        ("CUE", False, ["CUE", "C…"]),
        ("GO", False, ["GO"]),
        ("", False, [""]),
    ],
)
def test_a_tag_has_ever_shorter_forms_down_to_one_letter(tag: str, unsure: bool, forms: list[str]) -> None:
    mark = Mark("a", ((0, 3),), tag, tag, "blue", MarkState.OWN, unsure)
    assert _tag_texts(mark) == forms
