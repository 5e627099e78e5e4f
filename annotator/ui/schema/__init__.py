"""Editing the schema and the guidelines of a project."""
