"""The column at the right of the text: what is current, explained, and the lists beside it."""
