"""Keep the translations in step with the code: `python packaging/translations.py update`, then `release`.

`update` collects every text of the window, and the sentences that come from below it, into
`resources/translations/annotator_fr.ts` (what is translated stays so, what is gone goes) and the patterns into
`sentences.txt`. `release` makes the `.qm` files of them with Qt's `lrelease`, which comes with PySide6. A test fails
while a text is missing or its translation has other placeholders.
"""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET  # our own files, no one else's
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from sentences_below import sentences

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SENTENCES = "Sentences"
LANGUAGES = ("fr",)

_ACTION = re.compile(r"[a-z]+\.[a-z_]+")

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


def _of_tables() -> Iterator[Text]:
    """The rows of tables, whose texts are translated where they are shown."""
    sys.path.insert(0, str(ROOT))
    from annotator.model.annotation import STATUSES, AnnotatorKind
    from annotator.ui.actions import ACTIONS, MENUS
    from annotator.ui.articles.table_model import HEADINGS
    from annotator.ui.look import theme
    from annotator.ui.page_table import PAGES
    from annotator.ui.pledges.columns import HEADINGS as PLEDGE_HEADINGS

    yield from (("Actions", row.text) for row in ACTIONS)
    yield from (("Actions", menu) for menu in MENUS)
    yield from (("ArticleTable", heading) for heading in HEADINGS)
    yield from (("Pledges", heading) for heading in PLEDGE_HEADINGS.values())
    yield from (("Colours", name) for name in theme("light").look.swatches)
    yield from (("Pages", page.title) for page in PAGES)
    yield from (("Status", status) for status in (*STATUSES, "all"))
    yield from (("AnnotatorKind", kind) for kind in get_args(AnnotatorKind))


def _of_window(path: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = _context_of_module(tree)
    if own:
        yield from ((own, text) for text in _beside_actions(tree))
    for cls, call in _calls(tree, ""):
        name = ast.unparse(call.func)
        said = [text for each in call.args for text in _literals(each)]
        if name == "self.tr":
            yield from ((cls, text) for text in said)
        elif name == "_tr" and own:
            yield from ((own, text) for text in said)
        elif name.endswith(".translate") and len(said) > 1:
            yield from ((said[0], text) for text in said[1:])


def _beside_actions(tree: ast.Module) -> Iterator[str]:
    """What the keys of actions do, in rows such as `("mode.leave", "leave")`."""
    for node in ast.walk(tree):
        match node:
            case ast.Tuple(elts=[ast.Constant(value=str(name)), ast.Constant(value=str(text))]):
                yield from [text] if _ACTION.fullmatch(name) else []


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
