"""The page of all pledges, as a table."""
