"""The formats of other annotation tools, in and out."""
