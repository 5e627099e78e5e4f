"""The project file: one SQLite file that holds articles, schema, annotators and all annotation.

Functions take the open `Project`; every write happens inside `project.writing()`, which is one transaction.
Nothing here knows about windows, pipelines or other file formats.
"""
