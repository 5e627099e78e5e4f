"""Pieces that several pages are built of: they know no project."""
