"""The command palette: every action of the table, the labels and the articles, found by typing a part of a name."""
