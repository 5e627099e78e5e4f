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

    Numbers = np.ndarray[Any, Any]

THRESHOLD = 0.6  # the share of runs of words that two texts must have in common
_RUN = 3  # words
_NUMBERS = 128
_RECENT = 2048  # texts that are in no sorted array yet, at most
_LOT = 4096  # texts whose numbers lie in one array
_MOST = 16  # texts of one band that another is compared with: more are copies of each other
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Near:
    """The texts so far, numbered from 0 as they are added; less than half a kilobyte each."""

    def __init__(self, threshold: float = THRESHOLD) -> None:
        import numpy as np
        from datasketch import MinHash, MinHashLSH

        self.threshold = threshold
        bands = MinHashLSH(threshold=threshold, num_perm=_NUMBERS, weights=(0.2, 0.8))  # rather compare than miss
        self._bands, self._rows = bands.b, bands.r
        self._blank = MinHash(num_perm=_NUMBERS, seed=1, hashfunc=zlib.crc32)
        self._numbers: list[np.ndarray[Any, Any]] = []  # half of the bits of each: as good to compare by
        self._count = 0
        self._recent = np.zeros((_RECENT, self._bands), dtype=np.uint32)  # the keys of texts in no sorted array yet
        self._held = np.zeros((_RECENT, self._bands), dtype=bool)  # in which bands such a text is found
        self._recent_from = 0
        empty = (np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.uint32))
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

    def _minhash(self, text: str) -> "Numbers":
        import numpy as np

        made = self._blank.copy()
        made.update_batch(sorted(runs(text)))
        return np.asarray(made.hashvalues, dtype=np.uint32)

    def _keys(self, numbers: "Numbers") -> list[int]:
        """A number for each band."""
        size = self._rows
        return [zlib.crc32(numbers[at * size : (at + 1) * size].tobytes()) for at in range(self._bands)]

    def _near(self, numbers: "Numbers", keys: list[int]) -> "tuple[list[int], Numbers]":
        """Which texts are near, and of each band whether it has enough texts with its key."""
        import numpy as np

        recent = self._count - self._recent_from
        same = (self._recent[:recent] == np.array(keys, dtype=np.uint32)) & self._held[:recent]
        having = same.sum(axis=0)
        found = {self._recent_from + at for at in np.flatnonzero(same.any(axis=1)).tolist()}
        for band, key in enumerate(keys):
            some = self._having(band, key)
            having[band] += len(some)
            found.update(some)
        candidates = sorted(found)
        if not candidates:
            return [], having >= _MOST
        known = np.stack([self._numbers[at // _LOT][at % _LOT] for at in candidates])
        shared = np.mean(known == numbers.astype(np.uint16), axis=1)
        near = [at for at, share in zip(candidates, shared, strict=True) if share >= self.threshold]
        return near, having >= _MOST

    def _having(self, band: int, key: int) -> list[int]:
        """The first texts of the sorted array that have the key."""
        import numpy as np

        keys, texts = self._sorted[band]
        start = int(np.searchsorted(keys, np.uint32(key)))
        end = start
        while end < len(keys) and end - start < _MOST and keys[end] == key:
            end += 1
        return texts[start:end].tolist() if end > start else []

    def _keep(self, numbers: "Numbers", keys: list[int], full: "Numbers") -> None:
        import numpy as np

        if self._count % _LOT == 0:
            self._numbers.append(np.empty((_LOT, _NUMBERS), dtype=np.uint16))
        self._numbers[-1][self._count % _LOT] = numbers.astype(np.uint16)
        recent = self._count - self._recent_from
        self._recent[recent], self._held[recent] = keys, ~full
        self._count += 1
        if recent + 1 == len(self._recent):
            self._sort()

    def _sort(self) -> None:
        """Put the recent texts into the sorted arrays, behind those that have the same key."""
        import numpy as np

        for band, (keys, texts) in enumerate(self._sorted):
            held = np.flatnonzero(self._held[:, band])
            order = held[np.argsort(self._recent[held, band], kind="stable")]
            new = self._recent[order, band]
            places = np.searchsorted(keys, new, side="right")
            numbers = (order + self._recent_from).astype(np.uint32)
            self._sorted[band] = np.insert(keys, places, new), np.insert(texts, places, numbers)
        self._recent_from = self._count


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
