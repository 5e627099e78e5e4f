"""Learning from one's own work, and choosing where suggestions come from."""
