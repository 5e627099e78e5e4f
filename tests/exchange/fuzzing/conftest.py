"""The sound files come from the cases of each format's own tests, which lie in the folders beside this one."""

import sys
from pathlib import Path

for folder in ("documents", "newswire", "tables", "tools"):
    sys.path.append(str(Path(__file__).parents[1] / folder))
