"""Offsets of UTF-16 units, in which Java's tools count, to code points and back."""

from bisect import bisect_left

_LAST_OF_ONE_UNIT = "\uffff"
NOWHERE = -1


class Units:
    """The units of one text. Quick for the many texts in which a code point is one unit."""

    def __init__(self, text: str) -> None:
        self._wide: list[int] = []
        if not text.isascii() and max(text) > _LAST_OF_ONE_UNIT:
            self._wide = [at for at, character in enumerate(text) if character > _LAST_OF_ONE_UNIT]
        self._units = [at + before for before, at in enumerate(self._wide)]

    def __bool__(self) -> bool:
        """Whether the two ways of counting differ."""
        return bool(self._wide)

    def unit(self, point: int) -> int:
        """The unit at which a code point begins."""
        return point + bisect_left(self._wide, point) if self._wide else point

    def point(self, unit: int) -> int:
        """The code point that begins at a unit; NOWHERE for one in the middle of a code point."""
        if not self._wide:
            return unit
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return NOWHERE
        return unit - before
