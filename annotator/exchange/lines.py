"""The lines of a file that holds one JSON object a line: bytes, split on LF alone, of bounded length."""

from collections.abc import Generator, Iterator
from itertools import chain
from pathlib import Path

from annotator.exchange.decode import marked_encoding
from annotator.model.errors import ExchangeError

LONGEST = 256 * 2**20  # bytes: a hundred times the longest book
_BOM = b"\xef\xbb\xbf"


def read_lines(path: Path, encoding: str | None = None, *, longest: int = LONGEST) -> Generator[tuple[int, bytes]]:
    """Each line that is not blank, in UTF-8, with its number from 1.

    U+2028 and its like do not end a line. Raises ExchangeError when the file cannot be read, is not in the
    encoding given, or has a line longer than `longest`.
    """
    try:
        lines = _recoded(path, encoding, longest) if encoding else _marked(path, longest)
        for number, line in enumerate(lines, start=1):
            if len(line) > longest:
                sentence = f"{path}, line {number} is longer than {longest:,} bytes: is it one object a line?"
                raise ExchangeError("jsonl.long", sentence)
            if not line.isspace():
                yield number, line
    except OSError as error:
        raise ExchangeError("jsonl.open", f"{path} cannot be read: {error.strerror or error}.") from error
    except LookupError:
        raise ExchangeError("jsonl.encoding", f"{path}: there is no encoding called {encoding}.") from None
    except UnicodeError as error:  # one about a missing mark of UTF-16 names no encoding
        named = getattr(error, "encoding", encoding)
        sentence = f"{path} is not in the encoding {named}: save it as UTF-8 and import it again."
        raise ExchangeError("jsonl.encoding", sentence) from error


def _marked(path: Path, longest: int) -> Iterator[bytes]:
    """The lines of a file in UTF-8, or in what its byte order mark says."""
    with path.open("rb") as file:
        first = file.readline(longest + 1)
        marked = marked_encoding(first)
        if marked in (None, "utf-8"):
            rest = iter(lambda: file.readline(longest + 1), b"")
            yield from chain([first.removeprefix(_BOM)] if first else [], rest)
            return
    yield from _recoded(path, marked, longest)


def _recoded(path: Path, encoding: str | None, longest: int) -> Iterator[bytes]:
    with path.open(encoding=encoding, newline="\n") as file:
        for line in iter(lambda: file.readline(longest + 1), ""):
            yield line.removeprefix("\ufeff").encode("utf-8", "surrogatepass")
