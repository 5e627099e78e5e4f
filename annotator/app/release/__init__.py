"""Datasets that can be released: parts, near-duplicates, snapshots, cards, stand-off, and reading again."""
