"""The project that the tests of the annotate page work on."""

from dataclasses import dataclass

from annotator.app.session import Session
from annotator.model.annotation import Span
from annotator.store.project import Project

TEXT = """Minister vows to reopen the lock

Ysolde Marr has pledged to reopen Aubrey Lock by October. Her office said Tom Osei was told.
“We will not sell the port,” Marr stated in London on Monday.
"""
ARABIC = "وزيرة الري\n\nتعهدت الوزيرة بإصلاح الشبكة."


@dataclass
class World:
    """The project, and where things are in its first article."""

    project: Project
    session: Session
    seqs: list[int]

    def at(self, words: str, nth: int = 0) -> tuple[int, int]:
        """The place of words in the first article."""
        start = -1
        for _ in range(nth + 1):
            start = TEXT.index(words, start + 1)
        return start, start + len(words)

    def own(self, words: str) -> Span:
        """The annotator's span that covers the words."""
        assert self.session.work
        return next(span for span in self.session.work.own.spans.values() if span.text == words)

    def suggested(self, words: str) -> str:
        """The id of the suggestion that covers the words."""
        assert self.session.work
        return next(key for key, each in self.session.work.left.spans.items() if each.span.text == words)

    def labels(self) -> dict[str, str]:
        """What is marked, and as what."""
        assert self.session.work
        return {span.text: span.label for span in self.session.work.own.spans.values()}
