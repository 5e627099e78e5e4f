"""The window. Everything it does, `annotator.app` can do without it; nothing below imports Qt."""
