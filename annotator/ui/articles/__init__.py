"""The page of all articles, as a table."""
