"""The blind sample: articles in which suggestions are hidden until the annotator has finished.

The lead sets a share. Which articles it is depends on their ids and a seed kept in the project, so it is the same ones
for everybody; a larger share adds articles to those of a smaller one. What came of it is told in `blind_compare`.
"""

from hashlib import blake2b

import msgspec

from annotator.store import blind as kept
from annotator.store.project import Project

_WHOLE = 1 << 64


class Sample(msgspec.Struct, frozen=True):
    """Which articles are blind: a share in per cent, and the seed by which they are chosen."""

    share: float = 0.0
    seed: str = ""

    def holds(self, article_id: str) -> bool:
        """Whether an article is one of them."""
        return self.place(article_id) * 100 < self.share

    def place(self, article_id: str) -> float:
        """Where in [0, 1) an article falls; it is blind when that is below the share."""
        drawn = blake2b(article_id.encode(), digest_size=8, key=self.seed.encode()[:64]).digest()
        return int.from_bytes(drawn, "big") / _WHOLE


def sample_of(project: Project) -> Sample:
    """The project's sample; of no article where the lead has set none."""
    return Sample(*kept.share_and_seed(project))


def set_share(project: Project, share: float) -> Sample:
    """Make a share of the articles, in per cent, blind from now on. Raises ProjectError."""
    kept.set_share(project, min(max(share, 0.0), 100.0))
    return sample_of(project)
