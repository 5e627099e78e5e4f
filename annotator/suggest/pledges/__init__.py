"""TODO pledges."""
