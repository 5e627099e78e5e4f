"""What the export dialog shows beyond its questions."""
