"""Finds what is said below the window: errors, titles of steps, remarks, reports, and the parts they are made of.

It is read off the code. A place that varies is numbered (`{0}`), one that holds a number says so (`{0:n}`), and where a
place may hold few words only there is a sentence for each, because other languages bend the words around them. What
only the command line says is left out; which texts are the window's own is the business of `translations`.
"""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ("model", "store", "app", "exchange", "suggest")
_IN_FILES = (
    *("app/training_described.py", "suggest/training/assembling.py"),  # what a pipeline says of itself
    *("exchange/tools/brat_conf.py", "exchange/web/card.py", "exchange/web/style.py"),  # what files hold for others
)
_READ = ("_ENDS", "_KEYS", "_NO_HEADLINE")  # the names of constants that hold what other programs write
_RELEASE = ("card", "duplicates")
TERMINAL_ONLY = (
    *("app/demo.py", "app/doctor.py", "app/logs.py", "app/worker/client.py"),
    *(f"app/release/{name}.py" for name in _RELEASE),
    *_IN_FILES,
)
STATUSES = ("new", "in progress", "done", "flagged", "skipped")
FEW_WORDS = {  # what a variable may hold, by its file and name
    ("app/plans/states.py", "status"): STATUSES,
    ("app/plans/suggestions.py", "verb"): ("Accept", "Change"),
    ("exchange/registry.py", "verb"): ("read", "written"),
    ("model/rules.py", "end"): ("head", "tail"),
    ("model/rules.py", "what"): ("label", "relation"),
    ("model/schema_changes.py", "what"): ("group", "label", "attribute", "relation type", "choice of \0"),
    ("model/schema_file.py", "what"): ("label", "relation type", "group"),
}

_FORMAT = re.compile(r"\{[a-z_]+\}")
_PLACE = re.compile(r"\{\d+(?::n)?\}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SQL = "ALTER|AND|AS|COLLATE|CREATE|DELETE|DROP|FROM|INSERT|IS NOT|ON|PRAGMA|SELECT|UPDATE|VALUES|WHERE|WITH"
_CODE = re.compile(
    rf"[\[\]|%\\*]| = |\(\?|, \?\)| : \"|\b(?:{_SQL})\b|^[\w.{{}}\"]+(?:, [\w.{{}}\"]+)+$"
    r"|^undo schema$|^with(?:out)? \{0\}$"  # the name of an action, and what one types to find spans
    r"|\t|^[#<]"  # lines of files: cells, comments, elements
)
_UNSAID = (
    "_log.",
    "db.",
    "regex.",
    "re.",
    "TypeVar",
    "threading.",
    "NewType",
    "cast",
    "str(error).starts",
    "error.msg.starts",
    "tomli_w.dumps",
    "path.with_name",
)


def sentences() -> list[str]:
    """The patterns of all that is said, in a steady order."""
    found: set[str] = set()
    for layer in LAYERS:
        for path in sorted((ROOT / "annotator" / layer).rglob("*.py")):
            name = path.relative_to(ROOT / "annotator").as_posix()
            if name not in TERMINAL_ONLY:
                found.update(said_in(path.read_text(encoding="utf-8"), name))
    return sorted(found)


def said_in(code: str, name: str) -> Iterator[str]:
    """The patterns in the code of one file, which is known by its path below the package."""
    tree = ast.parse(code)
    hidden = {id(inner) for node in ast.walk(tree) for inner in _no_speech(node)}
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        for text in _patterns(node, name):
            said = _bare(text)
            if _is_speech(said):
                yield said


def _no_speech(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, annotations, what goes to the log or to the database, and the pieces of a longer text."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.JoinedStr(values=values):
            yield from (part for part in values if isinstance(part, ast.Constant))
            yield from (part for value in values for part in _put_in(value))
        case ast.Call() if ast.unparse(node.func).startswith(_UNSAID):
            yield from (inner for each in node.args for inner in ast.walk(each))
        case ast.Call() if _is_count(node):
            yield from node.args[1:]
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in _READ:
            yield from ast.walk(value)
        case ast.BinOp(op=ast.Div()):
            yield node.right  # the name of a file
        case ast.arg(annotation=ast.expr() as kind) | ast.AnnAssign(annotation=kind):
            yield from ast.walk(kind)


def _put_in(part: ast.expr) -> Iterator[ast.expr]:
    """What the longer text has taken in."""
    match part:
        case ast.FormattedValue(value=ast.IfExp(body=body, orelse=orelse)):
            yield from (body, orelse)
        case ast.FormattedValue(value=ast.Call() as call) if _is_count(call):
            yield call


def _patterns(node: ast.AST, name: str) -> Iterator[str]:
    """What a text of the code may say, with numbered places."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield _numbered(_FORMAT.sub("\0", node.value))
    elif isinstance(node, ast.JoinedStr):
        before = ["", *(str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values)]
        ways = [
            _ways(part, name, among_words=was[-1:] in ("", " ")) for was, part in zip(before, node.values, strict=False)
        ]
        for parts in product(*ways):
            yield _numbered("".join(parts))
    elif isinstance(node, ast.Call) and _is_count(node):
        yield from map(_numbered, _counted(node))


def _ways(part: ast.expr, name: str, *, among_words: bool) -> list[str]:
    """What stands at a place: words of the code, or a sign for what varies."""
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    assert isinstance(part, ast.FormattedValue)
    value = part.value
    few = FEW_WORDS.get((name, ast.unparse(value)))
    if few and among_words:
        return list(few)
    if isinstance(value, ast.Call) and _is_count(value):
        return _counted(value)
    if isinstance(value, ast.IfExp):
        return [str(each.value) if isinstance(each, ast.Constant) else "\0" for each in (value.body, value.orelse)]
    return ["\1" if _is_number(part) else "\0"]


def _is_number(part: ast.FormattedValue) -> bool:
    is_length = isinstance(part.value, ast.Call) and ast.unparse(part.value.func) == "len"
    return is_length or (part.format_spec is not None and "," in ast.unparse(part.format_spec))


def _is_count(call: ast.Call) -> bool:
    words = call.args[1:]
    return ast.unparse(call.func) == "count" and bool(words) and all(isinstance(each, ast.Constant) for each in words)


def _counted(call: ast.Call) -> list[str]:
    """Both forms of `count(number, one, several)`."""
    one, several = ([str(each.value) for each in call.args[1:] if isinstance(each, ast.Constant)] + [""])[:2]
    return [f"\1 {one}", f"\1 {several or one + 's'}"]


def _numbered(text: str) -> str:
    parts = re.split("([\0\1])", text)
    for at in range(1, len(parts), 2):
        parts[at] = f"{{{at // 2}{':n' if parts[at] == chr(1) else ''}}}"
    return "".join(parts)


def _bare(text: str) -> str:
    """Without the signs that tie it to what stands before or after it."""
    return text.lstrip(" .,:;(").rstrip(" ,:;")


def _is_speech(text: str) -> bool:
    """Whether it is for people, and no SQL, name or pattern."""
    words = _WORD.findall(_PLACE.sub(" ", text))
    if "\n" in text or not words or not any(char.islower() for char in "".join(words)) or _CODE.search(text):
        return False
    return len(text.split()) > 1 and "/" not in text and "_" not in text
