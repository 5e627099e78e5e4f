"""Which files of a folder are imported: one for each article, or file of articles."""

from collections.abc import Callable
from pathlib import Path

from annotator.exchange import registry


def picked(shown: list[Path], format: str) -> list[Path]:  # noqa: A002
    """Those files that a reader is to be given; of other kinds than are known only where a format is named.

    A format may say which by a method `pick`; where none is named, a text is passed over that belongs to a file of a
    reader's, such as the .txt `beside` an .ann.
    """
    loaded = registry.readers().loaded
    if format:
        pick: Callable[[list[Path]], list[Path]] = getattr(loaded.get(format), "pick", list)
        return pick(shown)
    endings = {suffix: getattr(reader, "beside", ()) for reader in loaded.values() for suffix in reader.suffixes}
    taken = {each.with_suffix(ending) for each in shown for ending in endings.get(each.suffix.lower(), ())}
    return [each for each in shown if each.suffix.lower() in endings and each not in taken]
