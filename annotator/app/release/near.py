"""Near-duplicates: texts that share most of their words in the same order, such as wire copy and its updates.

A text is the set of its runs of three words (Broder, On the resemblance and containment of documents, 1997). MinHash
(datasketch) gives 128 numbers a text, and their bands (locality-sensitive hashing) the few texts to compare it with;
two texts are near when at least `THRESHOLD` of their runs are the same, as the 128 numbers estimate it (standard error
at most 0.045). The bands lie in sorted arrays and not in datasketch's own dictionaries, which need ten times the room.
"""

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from annotator.model.words import tokens

if TYPE_CHECKING:
    import numpy as np

THRESHOLD = 0.6  # the share of runs of words that two texts must have in common
_RUN = 3  # words
_NUMBERS = 128
_RECENT = 4096  # texts that are in no sorted array yet
_MOST = 16  # texts of one band that another is compared with: more are copies of each other
_FIRST = 1024
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Near:
    """The texts so far, numbered from 0 as they are added; about a kilobyte each."""

    def __init__(self, threshold: float = THRESHOLD) -> None:
        import numpy as np
        from datasketch import MinHash, MinHashLSH

        self.threshold = threshold
        bands = MinHashLSH(threshold=threshold, num_perm=_NUMBERS, weights=(0.2, 0.8))  # rather compare than miss
        self._bands, self._rows = bands.b, bands.r
        self._blank = MinHash(num_perm=_NUMBERS, seed=1, hashfunc=zlib.crc32)
        self._numbers = np.empty((_FIRST, _NUMBERS), dtype=np.uint32)
        self._count = 0
        self._recent: list[dict[int, list[int]]] = [{} for _ in range(self._bands)]
        self._recent_from = 0
        empty = (np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.uint32))
        self._sorted = [empty] * self._bands

    def __len__(self) -> int:
        return self._count

    def add(self, text: str) -> list[int]:
        """Add a text; the numbers of earlier ones that are near it, in order."""
        numbers = self._minhash(text)
        keys = self._keys(numbers)
        near, full = self._near(numbers, keys)
        self._keep(numbers, keys, full)
        return near

    def find(self, text: str) -> list[int]:
        """The numbers of texts that are near this one, in order, without adding it."""
        numbers = self._minhash(text)
        return self._near(numbers, self._keys(numbers))[0]

    def _minhash(self, text: str) -> "np.ndarray[Any, Any]":
        import numpy as np

        made = self._blank.copy()
        made.update_batch(sorted(runs(text)))
        return np.asarray(made.hashvalues, dtype=np.uint32)

    def _keys(self, numbers: "np.ndarray[Any, Any]") -> list[int]:
        """A number for each band."""
        size = self._rows
        return [hash(numbers[at * size : (at + 1) * size].tobytes()) & _MASK for at in range(self._bands)]

    def _near(self, numbers: "np.ndarray[Any, Any]", keys: list[int]) -> tuple[list[int], list[bool]]:
        """Which texts are near, and of each band whether it has enough texts with its key."""
        import numpy as np

        found: set[int] = set()
        full = []
        for band, key in enumerate(keys):
            some = self._having(band, key)
            full.append(len(some) >= _MOST)
            found.update(some)
        candidates = sorted(found)
        if not candidates:
            return [], full
        shared = np.mean(self._numbers[candidates] == numbers, axis=1)
        return [at for at, share in zip(candidates, shared, strict=True) if share >= self.threshold], full

    def _having(self, band: int, key: int) -> list[int]:
        import numpy as np

        keys, texts = self._sorted[band]
        start = int(np.searchsorted(keys, np.uint64(key)))
        end = start
        while end < len(keys) and end - start < _MOST and keys[end] == key:
            end += 1
        return [*texts[start:end].tolist(), *self._recent[band].get(key, ())]

    def _keep(self, numbers: "np.ndarray[Any, Any]", keys: list[int], full: list[bool]) -> None:
        import numpy as np

        if self._count == len(self._numbers):
            self._numbers = np.concatenate([self._numbers, np.empty_like(self._numbers)])
        self._numbers[self._count] = numbers
        for recent, key, enough in zip(self._recent, keys, full, strict=True):
            if not enough:
                recent.setdefault(key, []).append(self._count)
        self._count += 1
        if self._count - self._recent_from == _RECENT:
            self._sort()

    def _sort(self) -> None:
        import numpy as np

        for band, recent in enumerate(self._recent):
            pairs = [(key, text) for key, texts in recent.items() for text in texts]
            keys = np.concatenate([self._sorted[band][0], np.array([key for key, _ in pairs], dtype=np.uint64)])
            texts = np.concatenate([self._sorted[band][1], np.array([text for _, text in pairs], dtype=np.uint32)])
            order = np.argsort(keys, kind="stable")
            self._sorted[band] = keys[order], texts[order]
            recent.clear()
        self._recent_from = self._count


_MASK = 2**64 - 1


def runs(text: str) -> set[bytes]:
    """The runs of three words of a text, as bytes; all its words where it has fewer, the text where it has none."""
    words = [piece for word in tokens(text) for piece in _words(word)]
    if len(words) <= _RUN:
        return {" ".join(words).encode("utf-8") or text.encode("utf-8")}
    return {" ".join(words[at : at + _RUN]).encode("utf-8") for at in range(len(words) - _RUN + 1)}


def _words(word: str) -> Iterator[str]:
    """The word, or its characters where the script has no spaces between words."""
    if word.isascii() or not _WITHOUT_SPACES.search(word):
        yield word
    else:
        yield from word
