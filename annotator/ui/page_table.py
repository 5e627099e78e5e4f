"""The table of pages: the top bar and the actions `page.NAME` are rows of it."""

import msgspec

ANNOTATE = "annotate"


class PageRow(msgspec.Struct, frozen=True):
    """A page: its name, what the top bar calls it, and `module:class` that makes it from a session and a look."""

    name: str
    title: str
    made_by: str = ""


PAGES: tuple[PageRow, ...] = (
    PageRow(ANNOTATE, "Annotate"),
    PageRow("articles", "Articles", "annotator.ui.articles.page:ArticlesPage"),
    PageRow("statistics", "Statistics", "annotator.ui.statistics.page:StatisticsPage"),
)
