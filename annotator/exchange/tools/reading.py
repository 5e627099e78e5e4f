"""The bytes and the text of small files, with sentences for what is wrong with them."""

from pathlib import Path

from annotator.exchange.decode import NotTextError, decode
from annotator.model.errors import ExchangeError

LARGEST = 32 * 2**20  # bytes: ten times the Bible
_MANY_NULS = 4  # one byte in so many: UTF-16 without a mark


def content(path: Path, name: str) -> bytes:
    """The bytes of a file of the format `name`. Raises ExchangeError when it is too large or cannot be read."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            sentence = f"{path} has {size:,} bytes, too much for one article (at most {LARGEST:,}): split it first."
            raise ExchangeError(f"{name}.large", sentence)
        return path.read_bytes()
    except OSError as error:
        raise ExchangeError(f"{name}.open", f"{path} cannot be read: {error.strerror or error}.") from error


def text_of(path: Path, name: str, encoding: str | None) -> str:
    """The text of a file as it is, line ends and byte order mark included: UTF-8 first, else what it looks like.

    Raises ExchangeError when it cannot be read or is no text.
    """
    data = content(path, name)
    try:
        if encoding is None and data.count(0) * _MANY_NULS < len(data):
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return decode(data, encoding)[0]
    except NotTextError as error:
        raise ExchangeError(f"{name}.encoding", f"{path} {error}: save it as UTF-8 and import it again.") from error
