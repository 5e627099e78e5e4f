"""News annotator: a desktop program for building labelled news datasets."""

__version__ = "0.1.0"
