"""Formats in and out, one file each behind `protocols.Reader` and `protocols.Writer`, and their registry.

Built on the model alone: no store, no window. spaCy is imported inside functions of the DocBin files only.
"""
