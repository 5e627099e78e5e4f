"""Pre-highlighting: a spaCy pipeline reads articles, and what it finds is a model's annotation set.

`available`, `recipe` and `describe` know pipelines without importing spaCy, so any process may ask them;
`pipeline`, `annotate` and what they use import it, and only the worker and the command line load them.
"""
