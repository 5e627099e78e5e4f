"""Start the child process alone: `python -m annotator.app.worker`."""

import sys

from annotator.app.worker.serve import main

sys.exit(main())
