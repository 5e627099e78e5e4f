"""TODO links."""
