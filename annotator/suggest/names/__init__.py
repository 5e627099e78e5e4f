"""TODO names."""
