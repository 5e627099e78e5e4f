"""The page on which articles are annotated: the list of articles, the text, and what goes with it."""
