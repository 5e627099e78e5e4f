import subprocess
import sys
from pathlib import Path

from annotator.exchange import registry

LIBRARIES = ("trafilatura", "lxml", "docx", "pypdf", "feedparser", "striprtf", "py3langid")


def test_finding_the_formats_imports_none_of_the_libraries_that_read_documents() -> None:
    code = (
        "import sys; from annotator.exchange import languages, registry; found = registry.readers().loaded;"
        "missing = {'markdown', 'html', 'rtf', 'docx', 'pdf', 'feed'} - set(found);"
        f"sys.exit(str(missing or [each for each in {LIBRARIES} if each in sys.modules] or ''))"
    )
    root = Path(registry.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False, capture_output=True, text=True)
    assert done.stderr.strip() == ""
