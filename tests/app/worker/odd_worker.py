"""A worker whose pipelines can have components that misbehave: they print, dawdle or die on a word."""

import os
import signal
import sys

from spacy.language import Language
from spacy.tokens import Doc

from annotator.app.worker.serve import main


@Language.component("odd")
def odd(doc: Doc) -> Doc:
    if "PRINTS" in doc.text:
        print("not a reply")
        sys.stdout.flush()
        os.write(1, b"not a reply either\n")
    if "DIES" in doc.text:
        print("about to die", file=sys.stderr, flush=True)
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    return doc


if __name__ == "__main__":
    sys.exit(main())
