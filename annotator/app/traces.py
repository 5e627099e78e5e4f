"""An error as it may be written down: its kind, its place in the code and its code, without anybody's text.

Messages quote what went wrong, and here that is often the text of an article. So a message is kept only where it is
about the program itself; the log and the report of a crash both take their words from here.
"""

import os
import re
import traceback
from collections.abc import Iterator
from opcode import opmap
from types import TracebackType

from annotator.model.errors import AnnotatorError

LEFT_OUT = "(its message is left out: it may quote text)"

# Raised by Python or Qt itself, these name code. Those of others, such as KeyError or ValueError, quote their data.
_ABOUT_CODE = (ArithmeticError, AttributeError, ImportError, IndexError, NameError, RuntimeError, TypeError)
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"|“[^”]*”|«[^»]*»")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,60}")
_RAISE = opmap["RAISE_VARARGS"]

_FATAL = ("Fatal Python error: ", "Traceback (most recent call last)", "Current thread 0x", "Thread 0x")
_FILE = re.compile(r'File "[^"]+", line \d+( in [\w.<>]+|, in [\w.<>]+)?')
_KIND = re.compile(r"(\S+\.py:\d+: )?[A-Za-z_][\w.]*(Error|Exception|Warning|Interrupt|Exit)(?=:|$)")


def trace_of(error: BaseException) -> str:
    """The trace of an error, after those of what led to it."""
    return "\n".join(line.rstrip() for line in _told(error, set()))


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _told(before, seen)
        yield "which led to:"
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__qualname__}: {what_is_said(error) or LEFT_OUT}"


def what_is_said(error: BaseException) -> str:
    """What may be kept of an error's message; "" for nothing."""
    if isinstance(error, AnnotatorError):
        return error.code
    if isinstance(error, OSError):
        return os.strerror(error.errno) if error.errno else ""
    if name := getattr(error, "sqlite_errorname", ""):
        return str(name)
    said, (code, raised) = str(error), _place(error.__traceback__)
    if raised:  # by a statement of ours: what stands in the code is nobody's text
        return said if said in code else ""
    return _QUOTED.sub(_kept, said) if isinstance(error, _ABOUT_CODE) else ""


def _place(trace: TracebackType | None) -> tuple[tuple[object, ...], bool]:
    """The constants of the code that an error comes from, and whether a `raise` of it is where it does."""
    if trace is None:
        return (), True
    while trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code
    return code.co_consts, trace.tb_lasti >= 0 and code.co_code[trace.tb_lasti] == _RAISE


def _kept(quoted: re.Match[str]) -> str:
    """A quoted name of the code as it is; anything else that is quoted, cut."""
    return quoted[0] if _NAME.fullmatch(quoted[1] or quoted[2] or "") else "“…”"


def line_of(raw: str) -> str:
    """What may be kept of a line that another process complained in."""
    if raw.startswith(_FATAL):
        return raw
    found = _FILE.match(raw) or _KIND.match(raw)
    return found[0] if found else f"(a line of {len(raw)} characters)"
