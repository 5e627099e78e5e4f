"""The list of articles: what is read of it, how a row is drawn, and its search and filters."""
