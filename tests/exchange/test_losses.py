import json

from annotator.exchange.losses import Loss, LossKind, LossReport

ODD = LossKind("odd", "span that is odd")


def loss(number: int = 0) -> Loss:
    return Loss(article=f"Article {number}", label="PERSON", text="Keir\nStarmer", place="3-9", done="left out")


def test_totals_are_complete_and_the_list_is_bounded() -> None:
    report = LossReport()
    for number in range(1234):
        report.add(ODD, loss(number))
    assert report.total == report.count(ODD) == 1234
    assert len(report.kinds["odd"].listed) == 100
    assert "1,234 × span that is odd" in report.as_text()
    assert report.as_text().endswith("… and 1,134 more")


def test_each_loss_is_a_line_with_article_label_text_place_and_what_was_done() -> None:
    report = LossReport()
    report.add(ODD, loss())
    assert report.as_text().splitlines()[1] == "  “Article 0”: PERSON “Keir Starmer” 3-9: left out"


def test_the_json_says_the_same() -> None:
    report = LossReport()
    report.add(ODD, loss())
    found = json.loads(report.as_json())
    assert found["total"] == 1
    assert found["kinds"]["odd"]["count"] == 1
    assert found["kinds"]["odd"]["listed"][0]["text"] == "Keir\nStarmer"


def test_two_reports_share_nothing_and_an_empty_one_says_so() -> None:
    one, other = LossReport(), LossReport()
    one.add(ODD, loss())
    assert not other
    assert other.count(ODD) == other.total == 0
    assert other.as_text() == "Nothing was lost."
