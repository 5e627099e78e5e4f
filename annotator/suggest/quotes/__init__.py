"""TODO quotes."""
