"""The import dialog: files with their formats, columns and labels, and a look at what they bring."""
