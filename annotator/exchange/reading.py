"""The bytes and the text of files, of bounded size, with a sentence for whatever is wrong with them.

`name` is that of the format: it begins the code of an error.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from annotator.exchange.decode import NotTextError, decode
from annotator.model.errors import ExchangeError

LARGEST = 32 * 2**20  # bytes of a file of text, with or without markup: ten times the Bible
_MANY_NULS = 4  # one byte in so many: UTF-16 without a mark


def whole(path: Path, name: str, largest: int = LARGEST, hint: str = "split it first") -> bytes:
    """The file's bytes. Raises ExchangeError `<name>.large` unread, with a hint what to do, or `<name>.open`."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:  # what is no plain file has no size: it may never end
            data = b"" if size > largest else file.read(largest + 1)
    except OSError as error:
        raise unreadable(path, name, error) from error
    size = max(size, len(data))
    if size > largest:
        sentence = f"{path} has {size:,} bytes, too much for one file (at most {largest:,}): {hint}."
        raise ExchangeError(f"{name}.large", sentence)
    return data


def decoded(data: bytes, path: Path, name: str, encoding: str | None) -> tuple[str, str]:
    """The text of the bytes and its encoding. Raises ExchangeError `<name>.encoding`."""
    try:
        return decode(data, encoding)
    except NotTextError as error:
        raise ExchangeError(f"{name}.encoding", f"{path} {error}: save it as UTF-8 and import it again.") from error


def text_of(path: Path, name: str, encoding: str | None, largest: int = LARGEST, hint: str = "split it first") -> str:
    """The text of a file as it is, line ends and byte order mark included: UTF-8 first, else what it looks like.

    Raises ExchangeError when it cannot be read or is no text.
    """
    data = whole(path, name, largest, hint)
    try:
        if encoding is None and data.count(0) * _MANY_NULS < len(data):
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return decoded(data, path, name, encoding)[0]


def unreadable(path: PurePath | str, name: str, error: OSError) -> ExchangeError:
    """The error for a file that the system does not give."""
    return ExchangeError(f"{name}.open", f"{path} cannot be read: {error.strerror or error}.")


@contextmanager
def streaming(path: Path, name: str, encoding: str | None) -> Iterator[None]:
    """Raise ExchangeError for a file that is read piece by piece: it cannot be, or is in another encoding.

    `encoding` is the one that was asked for, None where it was found out.
    """
    try:
        yield
    except OSError as error:
        raise unreadable(path, name, error) from error
    except LookupError:
        raise ExchangeError(f"{name}.encoding", f"{path}: there is no encoding called {encoding}.") from None
    except UnicodeError as error:
        found = getattr(error, "encoding", encoding or "utf-8")
        sentence = f"{path} is not in the encoding {found}: save it as UTF-8 and import it again."
        raise ExchangeError(f"{name}.encoding", sentence) from error
