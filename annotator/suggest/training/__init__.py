"""Learning from annotators: their sets become training data, spaCy trains on it, a folder with a pipeline results.

`lessons` and `outcome` are plain data that any process may know; the other modules import spaCy.
"""
