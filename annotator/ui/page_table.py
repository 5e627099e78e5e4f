"""The table of pages: the top bar and the actions `page.NAME` are rows of it."""

import msgspec

ANNOTATE = "annotate"


class PageRow(msgspec.Struct, frozen=True):
    """A page: its name, what the top bar calls it, and `module:class` that makes it from a session and a look.

    `acts` names the actions that go to the page first, wherever one is, and are done there.
    """

    name: str
    title: str
    made_by: str = ""
    acts: tuple[str, ...] = ()


PAGES: tuple[PageRow, ...] = (
    PageRow(ANNOTATE, "Annotate"),
    PageRow("articles", "Articles", "annotator.ui.articles.page:ArticlesPage"),
    PageRow("statistics", "Statistics", "annotator.ui.statistics.page:StatisticsPage"),
    PageRow("pledges", "Pledges", "annotator.ui.pledges.page:PledgesPage", ("pledges.export",)),
)
