"""Quotes: who is made to say what, in quotation marks and without."""
