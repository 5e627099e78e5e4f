"""What annotation is: texts, schemas, spans, relations, sets and edits.

Plain Python with msgspec and regex: no Qt, no spaCy, no database. Every offset is a Unicode code point.
"""
