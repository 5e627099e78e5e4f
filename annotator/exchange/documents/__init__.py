"""Documents in: one file is one article, its text without the layout, its metadata where the file has some."""
