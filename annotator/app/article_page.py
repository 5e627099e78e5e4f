"""The article at hand as a page to send or print, with the marks of whoever annotates."""

import re
from pathlib import Path

from annotator.app.work import Work
from annotator.exchange.losses import LossReport
from annotator.exchange.protocols import Outgoing, WriteOptions
from annotator.exchange.web.page import write_page

_LONGEST_NAME = 80  # characters


def save_page(work: Work, target: Path) -> LossReport:
    """Write the article with the annotator's own set; suggestions stay out. Raises ExchangeError."""
    return write_page([Outgoing(work.article, (work.own,))], target, options=WriteOptions(schema=work.schema))


def page_name(work: Work) -> str:
    """A file name for the page that every system takes: letters and digits of the title."""
    words = "-".join(re.findall(r"\w+", work.article.title))
    return f"{words[:_LONGEST_NAME].rstrip('-') or 'article'}.html"
