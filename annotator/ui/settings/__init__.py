"""The settings dialog: how the program looks and works for one person, and her keys."""
