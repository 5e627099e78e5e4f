"""Names in the news: case of headlines, one label for one name, names that were missed, and offices."""
