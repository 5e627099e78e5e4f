"""Keep the translations in step with the code: `python packaging/translations.py update`, then `release`.

`update` collects every text of the window, and the sentences that come from below it, into
`resources/translations/annotator_fr.ts` (what is translated stays so, what is gone goes) and the patterns into
`sentences.txt`. `release` makes the `.qm` files of them with Qt's `lrelease`, which comes with PySide6. A test fails
while a text is missing or its translation has other placeholders.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET  # our own files, no one else's
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SENTENCES = "Sentences"
BELOW = ("model", "store", "app", "exchange", "suggest")
LANGUAGES = ("fr",)

Text = tuple[str, str]  # the context and the text as it stands in the code


def main() -> int:
    """Do what the command line says."""
    wanted = sys.argv[1:]
    if wanted == ["update"]:
        for language in LANGUAGES:
            update(language)
        return 0
    if wanted == ["release"]:
        return max(release(language) for language in LANGUAGES)
    print(__doc__)  # noqa: T201
    return 2


# What there is to translate


def texts() -> list[Text]:
    """Everything that can be read in the window, each text of a context once, in a steady order."""
    found = {text for path in sorted((ROOT / "annotator" / "ui").rglob("*.py")) for text in _of_window(path)}
    found |= {(SENTENCES, each) for each in sentences()} | set(_of_tables())
    return sorted(found)


def sentences() -> list[str]:
    """What is said below the window, with numbered places for what varies."""
    found: set[str] = set()
    for layer in BELOW:
        for path in sorted((ROOT / "annotator" / layer).rglob("*.py")):
            found.update(_said_in(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def _of_tables() -> Iterator[Text]:
    """The rows of tables, whose texts are translated where they are shown."""
    sys.path.insert(0, str(ROOT))
    from annotator.model.annotation import STATUSES
    from annotator.ui.actions import ACTIONS, MENUS
    from annotator.ui.page_table import PAGES

    yield from (("Actions", row.text) for row in ACTIONS)
    yield from (("Actions", menu) for menu in MENUS)
    yield from (("Pages", page.title) for page in PAGES)
    yield from (("Status", status) for status in (*STATUSES, "all"))


def _of_window(path: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = _context_of_module(tree)
    for cls, call in _calls(tree, ""):
        name = ast.unparse(call.func)
        said = [text for each in call.args for text in _literals(each)]
        if name == "self.tr":
            yield from ((cls, text) for text in said)
        elif name == "_tr" and own:
            yield from ((own, text) for text in said)
        elif name.endswith(".translate") and len(said) > 1:
            yield from ((said[0], text) for text in said[1:])


def _context_of_module(tree: ast.Module) -> str:
    """The context that the module's own `_tr` names."""
    for each in tree.body:
        if isinstance(each, ast.FunctionDef) and each.name == "_tr":
            return next(
                text for node in ast.walk(each) if isinstance(node, ast.Call) for text in _literals(node.args[0])
            )
    return ""


def _calls(node: ast.AST, cls: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield cls, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else cls)


def _literals(node: ast.expr) -> Iterator[str]:
    """The texts that an argument may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body), *_literals(node.orelse))


def _said_in(tree: ast.Module) -> Iterator[str]:
    skipped = {id(inner) for node in ast.walk(tree) for inner in _no_speech(node)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped or (isinstance(node, ast.Constant) and id(node) in inner):
            continue
        text = _template(node)
        if text and _is_speech(text):
            yield text


def _no_speech(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and what goes to the log or to the database."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("_log.", "db.", "regex.", "re.")):
        yield from (inner for each in node.args for inner in ast.walk(each))


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts, places = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            parts.append(f"{{{places}}}")
            places += 1
    return "".join(parts)


def _is_speech(text: str) -> bool:
    """Whether a text is a sentence or a title for people, and no SQL, name or pattern."""
    words = text.split()
    starts = text[0] in "“{" or text[0].isupper()
    letters = any(char.islower() for char in "".join(words).replace("{0}", ""))
    return len(words) > 1 and starts and letters and "\n" not in text and not words[0].isupper() and not _is_code(text)


def _is_code(text: str) -> bool:
    return "(?" in text or any(word in text.split() for word in ("ON", "WHERE", "FROM", "SELECT", "AND"))


# The catalogue


def update(language: str) -> None:
    """Write the catalogue of a language anew; what is translated stays."""
    path = FOLDER / f"annotator_{language}.ts"
    known = dict(entries(path)) if path.exists() else {}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context, name = root, ""
    for where, text in texts():
        if where != name:
            context, name = ET.SubElement(root, "context"), where
            ET.SubElement(context, "name").text = where
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        said = known.get((where, text), "")
        ET.SubElement(message, "translation", {} if said else {"type": "unfinished"}).text = said
    ET.indent(root)
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, "unicode") + "\n", "utf-8"
    )
    (FOLDER / "sentences.txt").write_text("\n".join(sentences()) + "\n", encoding="utf-8")


def entries(path: Path) -> Iterator[tuple[Text, str]]:
    """The texts of a catalogue, each with its translation, "" where there is none."""
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            yield (
                (context.findtext("name") or "", message.findtext("source") or ""),
                message.findtext("translation") or "",
            )


def release(language: str) -> int:
    """Make the file that the program reads."""
    import PySide6

    found = next(Path(PySide6.__file__).parent.rglob("lrelease*"))
    source = FOLDER / f"annotator_{language}.ts"
    return subprocess.run([found, "-silent", source, "-qm", source.with_suffix(".qm")], check=False).returncode  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main())
